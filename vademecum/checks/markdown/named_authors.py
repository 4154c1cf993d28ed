"""A sentence that names one author and cites the work of another, or spells the name in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.language.collation import folded
from vademecum.language.regex import regex
from vademecum.model import Finding, Reference

# By a family name without accents and capitals: as it is written, and the works of those who bear it.
Authors = Mapping[str, tuple[str, frozenset[str]]]
FAR = 400  # bytes before a citation that are looked at
# Where a sentence, or a part of it that may rest on another work, begins.
SENTENCE = regex(
    r"(?<=[^\W\d_]{2})[.!?»”]\s|\n\s*\n|\]|[;:]\s"
    r"|,\s(?:et|mais|tandis|alors|quand|or|and|but|while|whereas|when|yet)\s"
)
# No work by its author and year, of which others tell.
NAME = regex(r"(?<![\w’'-])(?:[dlDL]['’])?([A-ZÀ-Þ][\w-]{2,40})(?![\w-])(?!,? \(?(?:19|20)\d\d)")
# What says that a work tells of somebody else's: Reed, as quoted by Holt.
THROUGH = regex(
    r"\b(?:cit\w+|d['’]après|selon|repren\w+|repris\w*|quot\w+|after|according|following|taken up|draws?"
    r"|critiqu\w+|répon\w+|answer\w*|discuss\w+|comment\w+|edit\w+|édit\w+|dirig\w+|préfac\w+)\b",
    re.IGNORECASE,
)


def authors_of(references: Mapping[str, Reference]) -> Authors:
    """The authors of works by their family names."""
    works: dict[str, tuple[str, set[str]]] = {}
    for id_, reference in references.items():
        for name in (*reference.author, *reference.editor):
            if name.family:
                works.setdefault(folded(name.family), (name.family, set()))[1].add(id_)
    return {name: (written, frozenset(ids)) for name, (written, ids) in works.items()}


def named_authors(citation: inlines.Citation, origin: Origin, authors: Authors) -> Iterator[Finding]:
    """Findings on the names before a citation, in its sentence."""
    if citation.at < 0 or not authors:
        return
    start = max(0, citation.at - FAR)
    before = origin.source[start : citation.at].decode(errors="ignore")
    if not _named(before, authors):  # as before most: where its sentence begins is not looked for
        return
    ends = [end.end() for end in SENTENCE.finditer(before)]
    sentence = before[ends[-1] if ends else 0 :]
    named = _named(sentence, authors)
    for found, (written, _) in named:
        if found != written and found.upper() != found:
            at = origin.find(found, start, citation.at)
            yield Finding("author-spelt", origin.location(at), {"found": found, "nearest": written})
    cited = {work.source for work in citation.works}
    if named and not THROUGH.search(sentence) and not any(works & cited for _, (_, works) in named):
        found, (_, works) = named[-1]
        values = {"found": f"{found} … [@{citation.works[0].source}]", "nearest": f"[@{min(works)}]"}
        yield Finding("author-differs", origin.location(origin.find(found, start, citation.at)), values)


def _named(words: str, authors: Authors) -> list[tuple[str, tuple[str, frozenset[str]]]]:
    """The authors that some words name, each as it is written there."""
    names = ((found[1], folded(found[1])) for found in NAME.finditer(words))
    return [(written, authors[name]) for written, name in names if name in authors]

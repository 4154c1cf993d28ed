"""Works of the list that a sentence names by author and year, as other texts do, and no citation follows:
"Reed (2019) says", "Source: Reed 2019".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vademecum.checks.markdown.near_citations import by_name
from vademecum.checks.rules.slip import Slip
from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.language.collation import slug
from vademecum.language.regex import regex

_YEAR, _PLACE = r"((?:19|20)\d\d)", r"(?:, ?((?:pp?\.|§|chap\.|section) ?[^()\n;]{1,30}?))?"
IN_SENTENCE = regex(rf"\b([A-ZÀ-Þ][\w’'-]{{1,60}})(?:, [A-ZÀ-Þ]\.(?:-[A-ZÀ-Þ]\.)?,?)? \({_YEAR}{_PLACE}\)")
AS_SOURCE = regex(
    r"(?<![(\[])\b[Ss]ources?[ \u00a0\u202f]?: "
    rf"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){{0,3}}),? \(?{_YEAR}\)?{_PLACE}(?=[\s.;)]|\Z)"
)
CITED, FAR = regex(r"\[@([\w-]+)"), 400
# What says that the work cited is another one: a first version, taken up in the book.
ANOTHER = regex(
    r"\b(?:repri[st]\w*|version|édition|livre|ouvrage|paru\w*|traduit\w*|puis|cité\w*|édité\w*|revient|développ\w+"
    r"|later|edition|book|cited|again|then|reprinted|published|taken up|develop\w*)\b"
)
NEEDS = ("(19", "(20", "ource")


def named_works(text: inlines.Text, origin: Origin, references: Collection[str]) -> Iterator[Slip]:
    """Works named in some words whose paragraph does not cite them: code, place, what was found and meant."""
    paragraph = b""
    for pattern in (IN_SENTENCE, AS_SOURCE):
        for found in pattern.finditer(text.words):
            name, year, place = found.groups()
            if not (id_ := by_name(name, year, references)):
                if pattern is IN_SENTENCE and (place or "").startswith("p"):
                    yield "unlisted-work", found.start(1), {"found": found[0]}
                elif pattern is IN_SENTENCE:
                    yield from _other_year(found, text, origin, references)
                continue
            paragraph = paragraph or _paragraph(origin, text.offset(found.start()))
            if f"@{id_}".encode() in paragraph:
                continue
            cited = f"[@{id_}{f', {place}' if place else ''}]"
            shown = found[0][found.start(1) - found.start() :]
            near = f"{name} {cited}" if pattern is IN_SENTENCE else cited
            yield "loose-citation", found.start(1), {"found": shown, "nearest": near}


def _other_year(
    found: re.Match[str], text: inlines.Text, origin: Origin, references: Collection[str]
) -> Iterator[Slip]:
    """An author with another year than that of the work of theirs that the sentence cites."""
    name, year, _ = found.groups()
    at = text.offset(found.start())
    around = origin.source[at : at + FAR].decode(errors="ignore")
    sentence = re.split(r"(?<=[^\W\d_]{2})[.!?]\s|\n\s*\n", around, maxsplit=1)[0]
    cited = CITED.search(sentence)
    id_ = cited[1] if cited and not ANOTHER.search(sentence, 0, cited.start()) else ""
    work = re.fullmatch(r"(.+)-((?:19|20)\d\d)", id_)
    if work and id_ in references and work[1] == slug(name) and work[2] != year:
        values = {"found": f"{name} ({year}) … [@{id_}]", "nearest": f"{name} ({work[2]})"}
        yield "year-differs", found.start(), values


def _paragraph(origin: Origin, at: int) -> bytes:
    """The source of the paragraph around a place."""
    source = origin.source
    start, end = source.rfind(b"\n\n", 0, at), source.find(b"\n\n", at)
    return source[max(start, 0) : end if end >= 0 else len(source)]

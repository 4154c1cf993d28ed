"""What is wrong with one definition beside the work that gives it: its holder, its marks, its date."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.entries.authors import authors
from vademecum.language.collation import folded, letters
from vademecum.language.meant_words import is_one_apart
from vademecum.language.regex import regex
from vademecum.model import Concept, Finding, Name
from vademecum.model.concepts import Definition
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

# A text that is one quotation, whole: no mark stands within.
QUOTATION = regex(r"«[^«»]+»\.?|“[^“”]+”\.?")
LEAST = 3  # letters of a given name, of which one may be wrong


def definitions(concept: Concept, document: SourceFile, library: Library) -> Iterator[Finding]:
    """Remarks on each definition, and on the day on which they were compared with their sources."""
    for key, definition in concept.definitions.items():
        yield from _holder(key, definition, document, library)
        marked = [one for one, text in definition.text.items() if QUOTATION.fullmatch(text)]
        for language in marked[:1] if definition.wording == "restated" else ():
            place = document.where("definitions", key, "text", language)
            yield Finding("restated-in-quotes", place, {"found": definition.text[language][:60]})
    yield from _reviewed(concept, document, library)


def _holder(key: str, definition: Definition, document: SourceFile, library: Library) -> Iterator[Finding]:
    """A work in the place of who defines; a name that is written otherwise than the work's author."""
    work = library.references.get(definition.source)
    persons = [name for name in work.author if name.family and name.given] if work else []
    listed = library.documents.get("references.yml")
    for language, holder in definition.holder.items():
        place = document.where("definitions", key, "holder", language)
        if (id_ := holder.strip("[]@ ")) in library.references and (id_ != holder or "-" in id_):
            named = library.references[id_].author
            near = _written(named[0]) if named else ""
            yield Finding("work-as-holder", place, {"found": holder, "nearest": near})
            return
        for one in persons:
            if holder == _written(one) or not _are_one(holder, one):
                continue
            if work and listed and not any(authors(definition.source, work, listed)):  # else told there
                yield Finding("author-spelt", place, {"found": holder, "nearest": _written(one)})
            return


def _written(name: Name) -> str:
    return f"{name.given} {name.family}" if name.family and name.given else name.short


def _are_one(holder: str, name: Name) -> bool:
    """Whether a holder is an author with the names turned round, in capitals, or with one letter wrong."""
    family, given = folded(name.family or ""), folded(name.given or "")
    words = folded(holder.replace(",", " ")).split()
    if sorted(words) == sorted([*family.split(), *given.split()]):
        return letters(holder) != letters(_written(name)) or holder.isupper() != _written(name).isupper()
    *first, last = words or [""]
    mine = " ".join(first)
    return last == family and min(len(mine), len(given)) >= LEAST and is_one_apart(mine, given)


def _reviewed(concept: Concept, document: SourceFile, library: Library) -> Iterator[Finding]:
    """A day of comparison on which a work that gives a definition had not come out."""
    day = concept.reviewed
    for definition in concept.definitions.values() if day else ():
        work = library.references.get(definition.source)
        issued = (work.issued or "") if work else ""
        if issued and str(day)[: len(issued)] < issued:
            values = {"found": str(day), "other": f"{issued} ({definition.source})"}
            yield Finding("reviewed-before", document.where("reviewed"), values)
            return

"""What a text and its translation say otherwise, and what one of them lacks: section by section, field by
field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from vademecum.checks.bilingual.missing_blocks import added_blocks, missing_blocks
from vademecum.checks.bilingual.missing_passages import (
    added_items,
    added_numbers,
    lost_in_field,
    missing_passages,
)
from vademecum.checks.bilingual.other_places import other_works
from vademecum.checks.bilingual.passages import sections, side_by_side
from vademecum.checks.bilingual.unlike import unlike
from vademecum.checks.bilingual.unlike_sections import unlike_sections
from vademecum.checks.rules.slip import Slip
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Model
from vademecum.model.markers import ByLanguage, Translated
from vademecum.model.walk import Path, walk
from vademecum.sources.library import Entry, InLanguages, is_beside_handbook
from vademecum.sources.text.source_file import SourceFile


def said_alike(written: InLanguages) -> Iterator[Finding]:
    """A remark where a passage or a field of a translation has a number or a name that the original has not,
    and lacks one that it has, or denies what it says; one where it lacks a section or what stands in one, or
    cites another work or place.
    """
    original = written.documents[written.original]
    free = is_beside_handbook(original.path)  # which may say less, as the legal notice does
    fields = _of_fields(written.words[written.original])
    for language, document in written.documents.items():
        if language == written.original:
            continue
        ours, theirs = sections(document.body), sections(original.body)
        if len(ours) != len(theirs):
            yield from unlike_sections(original, document)
        else:
            for (start, here), (_, there) in zip(ours, theirs, strict=True):
                pair = here, language, there, written.original
                lost = () if free else lost_in(*pair, document.body, original.body)
                for code, at, values in (*_by_passage(*pair), *lost):
                    yield Finding(code, document.in_body(start + at), values)
        has = _of_fields(written.words[language]) if fields else {}
        for path, words in fields.items():
            for code, _, values in of_field(has.get(path, ""), language, words, written.original):
                yield Finding(code, document.where(*path), values)
        yield from _longer(has, fields, document)


def _longer(has: Mapping[Path, str], fields: Mapping[Path, str], document: SourceFile) -> Iterator[Finding]:
    """Lists of a file's fields, such as key points, that have more items than the original's."""
    mine, others = (Counter(path[:-1] for path in texts) for texts in (has, fields))
    lists = dict.fromkeys(path[:-1] for path in has if isinstance(path[-1], int) and path not in fields)
    for around in lists:
        if others[around]:
            values = {"found": str(mine[around]), "other": str(others[around])}
            yield Finding("items-added", document.where(*around), values)


def lost_in(here: str, ours: str, there: str, theirs: str, whole: str, original: str) -> Iterator[Slip]:
    """What a section of a translation lacks: a block, a passage, numbers; else what its original lacks, and
    works that one of them cites.
    """
    told = [*missing_blocks(here, there)] or [*missing_passages(here, ours, there, theirs)]
    told = told or [*added_blocks(here, there)] or [*added_items(here, there)]
    yield from told or other_works(here, there, whole, original)
    yield from () if told else added_numbers(here, ours, there, theirs)


def said_alike_within(entry: Entry) -> Iterator[Finding]:
    """The same of what stands in one file in both languages."""
    for step in walk(entry.model, ByLanguage):
        said = step.value
        if len(said) < len(LANGUAGES) or not all(isinstance(words, str) for words in said.values()):
            continue
        one, other = LANGUAGES
        for code, _, values in of_field(said[other], other, said[one], one):
            yield Finding(code, entry.document.where(*entry.at, *step.path, other), values)


def of_field(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """What two languages say otherwise in a field, and what one lacks there."""
    if not here or here == there:
        return
    told = [*unlike(here, ours, there, theirs)] or [*lost_in_field(here, ours, there, theirs)]
    # A field with no citation may be one that has none, as is told of its other language.
    yield from told or (other_works(here, there, here, there) if "[@" in here and "[@" in there else ())


def _by_passage(here: str, ours: str, there: str, theirs: str) -> Iterator[Slip]:
    """What two languages say otherwise in a section."""
    for at, one, other in side_by_side(here, there):
        for code, start, values in unlike(one, ours, other, theirs):
            yield code, at + start, values


def _of_fields(model: Model) -> dict[Path, str]:
    """The words that a file's fields have in its language, by their paths."""
    found: dict[Path, str] = {}
    for step in walk(model, Translated, folded=True):
        items = step.value if isinstance(step.value, tuple) else ()
        texts = [((*step.path, number), item) for number, item in enumerate(items)]
        for path, words in (*texts, (step.path, step.value)):
            if isinstance(words, str) and not step.shape.by_language:
                found[path] = words
    return found

"""What one of the languages lacks: entries, files and passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vademecum.checks.entries.dangling import dangling
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Model, Translation
from vademecum.model.markers import ByLanguage, InLanguage, OfOriginal, Translated
from vademecum.model.shapes import Shape
from vademecum.model.walk import Path, Step, walk
from vademecum.sources.library import Entry, InLanguages
from vademecum.sources.text.source_file import SourceFile

MERGE = "<<"  # YAML's key for what another mapping holds


def _missing(document: SourceFile, language: str, path: Path) -> Finding:
    name = ".".join(step for step in path if isinstance(step, str)) or document.path
    item = {"item": str(path[-1] + 1)} if path and isinstance(path[-1], int) else {}
    values = {"found": name, "language": language, **item}
    return Finding("missing-translation", document.where(*path), values)


def within(entry: Entry) -> Iterator[Finding]:
    """A remark for each passage that one of the languages lacks, of those that stand in both in one place:
    mappings by language, and fields that are each of one language.
    """
    apart: dict[Path, set[str]] = {}
    for step in walk(entry.model, ByLanguage, InLanguage):
        marker, alone = step.shape.mark(Translated), step.shape.mark(InLanguage)
        if alone is not None:
            apart.setdefault(step.path[:-1], set()).add(alone.language)
        elif len(step.value) < len(LANGUAGES) and not (marker and _stays(marker, step)):
            for language in LANGUAGES:
                if language not in step.value:
                    yield _missing(entry.document, language, (*entry.at, *step.path))
    for path, languages in apart.items():
        whole = (*entry.at, *path)
        if (*whole, MERGE) in entry.document.keys:
            continue  # the words were to come from an alias, which is told
        for language in LANGUAGES:
            if language not in languages:
                yield _missing(entry.document, language, whole)


def _stays(marker: Translated, step: Step) -> bool:
    """Whether the words stay in the one language that they are in."""
    return marker.unless is not None and getattr(step.owner, marker.unless[0]) == marker.unless[1]


def between(written: InLanguages) -> Iterator[Finding]:
    """The same of what stands in a file for each language: whole files, and passages that only one has."""
    original, documents, words = written
    for language in LANGUAGES:
        if language not in documents:
            yield _missing(documents[original], language, ())
        elif language != original:
            had = passages(words[original])
            has = {step.path: step.shape for step in walk(words[language], OfOriginal, Translated)}
            known = dict.fromkeys(path[:end] for path in had for end in range(1, len(path) + 1))
            strange = _strange(has, had, known) if isinstance(words[language], Translation) else []
            for path in strange:
                yield from _untranslatable(documents[language], path, has, known)
            renamed = _renamed(strange, has, known)
            for path, shape in had.items():
                marker = shape.mark(Translated)
                lacks = path not in has and not (marker and marker.shared)
                if lacks and not any(path[: len(one)] == one for one in renamed):
                    yield _missing(documents[language], language, path)


def passages(entry: Model) -> dict[Path, Shape]:
    """The texts of an entry that the other language's file repeats, by their paths in that file."""
    return {
        path: shape for path, shape, _, _ in walk(entry, Translated, folded=True) if not shape.by_language
    }


def _strange(has: Mapping[Path, Shape], had: Mapping[Path, Shape], known: Mapping[Path, None]) -> list[Path]:
    """The paths, no longer than they need be, of words in a translation for things that the original does not
    have; a field of the entry itself is never too much.
    """
    texts = {path for path, shape in has.items() if not shape.is_key}
    if texts <= had.keys() and has.keys() <= texts | {path[:-1] for path in texts}:
        return []  # as nearly always: no text too many, and no key without one
    found = (
        next((path[:end] for end in range(2, len(path) + 1) if path[:end] not in known), ()) for path in has
    )
    return [path for path in dict.fromkeys(found) if path]


def _renamed(strange: Sequence[Path], has: Mapping[Path, Shape], known: Mapping[Path, None]) -> list[Path]:
    """The paths of what a translation has under another key, where as many are strange as are lacking."""
    found: list[Path] = []
    for around in {path[:-1] for path in strange}:
        there = {path[: len(around) + 1] for path in has if path[: len(around)] == around}
        lacking = [path for path in known if path[:-1] == around and path not in there]
        too_many = [path for path in strange if path[:-1] == around]
        found += lacking if len(lacking) == len(too_many) else []
    return found


def _untranslatable(
    document: SourceFile, path: Path, has: Mapping[Path, Shape], known: Mapping[Path, None]
) -> Iterator[Finding]:
    """Words in a translation for a thing that the original does not have."""
    around = path[:-1]
    beside = [str(other[-1]) for other in known if other[:-1] == around]
    if isinstance(path[-1], int):
        group = ".".join(map(str, around))
        values = {"found": f"{group}.{path[-1]}", "choices": f"{group}: {len(beside)}"}
        yield Finding("untranslatable", document.where(*path), values)
        return
    there = {str(one[len(around)]) for one in has if len(one) > len(around) and one[: len(around)] == around}
    lacking = [name for name in beside if name not in there]
    meant = lacking[0] if len(lacking) == 1 else ""
    yield from dangling("untranslatable", path[-1], beside, document, *path, key=True, meant=meant)

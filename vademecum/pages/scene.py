"""What writing a page needs to know: the library around it, in one language, and how a template becomes Markdown."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from vademecum.language.words import said_in, words
from vademecum.model import Concept
from vademecum.pages.addresses import Addresses
from vademecum.sources.library import Library
from vademecum.sources.source_file import Document

# Stands in a rendered page for its file's text; no text can hold it, control characters being faults.
BODY = "\x00"
MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!&])")
Step = tuple[str, str]  # a breadcrumb's title and address


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language, without its text. `spoken` is the language its text is in: the other where no translation stands.

    `source` is the file to edit; `links` says whether terms link by themselves; `order` is a chapter's place.
    """

    kind: str
    id: str
    language: str
    spoken: str
    title: str
    address: str
    lead: str | None = None
    eyebrow: str | None = None
    audience: str | None = None
    breadcrumb: tuple[Step, ...] = ()
    source: str | None = None
    links: bool = True
    order: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """A page's Markdown. Its lines from `body_at` (from 0) on are those of the page's file from `body_line` (from 1) on, 0 for none."""

    markdown: str
    body_at: int = 0
    body_line: int = 0


class Scene:
    """A library seen from one language, with what its concepts say of each other turned both ways."""

    def __init__(self, library: Library, addresses: Addresses, language: str) -> None:
        self.library, self.addresses, self.language = library, addresses, language
        self.words = words(language)
        self.narrower: dict[str, list[str]] = {}
        self.related: dict[str, set[str]] = {}
        self.contrasts: dict[str, dict[str, dict[str, str]]] = {}
        for concept in library.concepts.values():
            self._relate(concept)

    def _relate(self, concept: Concept) -> None:
        for broader in concept.relations.broader:
            self.narrower.setdefault(broader, []).append(concept.id)
        for other in concept.relations.related:
            self.related.setdefault(concept.id, set()).add(other)
            self.related.setdefault(other, set()).add(concept.id)
        for other, difference in concept.relations.contrasts.items():
            self.contrasts.setdefault(concept.id, {})[other] = difference
            self.contrasts.setdefault(other, {}).setdefault(concept.id, difference)

    def address(self, kind: str, id_: str) -> str:
        return self.addresses.of(kind, id_, self.language)

    def crumbs(self, *indexes: str) -> tuple[Step, ...]:
        return tuple(
            (self.words["indexes"][name], self.address("index", name)) for name in ("home", *indexes)
        )

    def label(self, vocabulary: str, key: str, language: str | None = None) -> str:
        return self.library.label(vocabulary, key, language or self.language)


@functools.cache
def environment() -> Environment:
    """The templates' environment: plain text in, Markdown out. Ours alone: no text of a project is ever a template."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    env.filters |= {"plain": plain, "nest": nest, "title": box_title}
    return env


def render(template: str, language: str, **values: Any) -> str:
    """A template's Markdown, with the interface's words of `language` as `t` and the place of the page's own text as `body`."""
    text = environment().get_template(template).render(t=words(language), body=BODY, **values)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def fill(markdown: str, document: Document | None, indent: int = 0) -> Text:
    """Set a file's text in the place kept for it, moved in by `indent` spaces."""
    if document is None:
        return Text(markdown.replace(BODY, ""))
    body = document.body.strip("\n")
    above = len(document.body) - len(document.body.lstrip("\n"))
    before, _, after = markdown.partition(BODY)
    text = body.replace("\n", "\n" + " " * indent)
    return Text(f"{before}{text}{after}", before.count("\n"), document.body_line + above)


def plain(text: str) -> str:
    """Plain text as Markdown that shows it letter for letter."""
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def nest(text: str, spaces: int) -> str:
    """Markdown set inside a box: each line but the first moved in."""
    return text.strip().replace("\n", "\n" + " " * spaces)


def box_title(text: str) -> str:
    """Words as a box's title, which stands between straight quotes."""
    return plain(text).replace('"', "”")


def said(localised: dict[str, str], language: str) -> str:
    """Words in `language`; where only the other language has them, marked as being in it."""
    text, spoken = said_in(localised, language)
    if spoken == language:
        return text
    return "\n\n".join(f"{part.strip()}\n{{: lang={spoken} }}" for part in re.split(r"\n\s*\n", text))


def mark(spoken: str, language: str) -> str:
    """What follows words, or stands below a paragraph, where they are not in the language around them."""
    return "" if spoken == language else f"{{: lang={spoken} }}"

"""Element tree -> plain data for the printed page.

The data is a closed set of blocks, each a mapping with its kind under `block`, holding runs of text: a string, or a mapping with its
kind under `run`. The templates in print/ set each kind; none of it is ever read as code. What no kind fits raises `Unprintable`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from vademecum.document.blocks import HEADINGS, plain
from vademecum.figures.sheet import on_paper
from vademecum.language.typography import typeset

Block = dict[str, Any]
Run = str | dict[str, Any]
SPACE = re.compile(r"[ \t\r\n\f\v]+")
INLINE = frozenset(("a", "br", "cite", "code", "em", "img", "span", "strong", "sup"))
NOTE = re.compile(r"^fnref\d*:")
ALIGNED = ("left", "center", "right")


class Unprintable(Exception):
    """An element that no block or run of the printed page stands for."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: `to` is a key of the same document, or "" for elsewhere; `address` is the whole address on the web.

    `kind` is term, concept, case, chapter, page, citation, place or outside.
    """

    kind: str
    to: str = ""
    address: str = ""


class Paper:
    """Turns the trees of one page into blocks. `key` is the page's own; its anchors are below it, as in "chapter:name#anchor"."""

    def __init__(
        self, key: str, language: str, target: Callable[[Element], Target], picture: Callable[[str], str]
    ) -> None:
        self.key, self.language, self.target, self.picture = key, language, target, picture
        self.cited: dict[str, None] = {}
        self.notes: dict[str, Element] = {}
        self.noted: set[str] = set()
        self.section = ""

    def blocks(self, elements: Iterable[Element]) -> list[Block]:
        """The blocks of a page's top elements; the notes at its foot go where the text refers to them."""
        elements = list(elements)
        for element in elements:
            if element.get("class") == "footnote":
                self.notes |= {
                    item.get("id", ""): item
                    for item in element.iter("li")
                    if item.get("id", "").startswith("fn:")
                }
        return [
            made
            for element in elements
            if element.get("class") != "footnote"
            for made in self._block(element, self.language)
        ]

    # -- blocks -------------------------------------------------------------------------------------------------------

    def _block(self, element: Element, language: str) -> Iterator[Block]:
        spoken = element.get("lang", language)
        make = (
            getattr(self, f"_{'heading' if element.tag in HEADINGS else element.tag}", None)
            if element.tag not in INLINE
            else None
        )
        if make is None:
            raise Unprintable(element.tag)
        for block in make(element, spoken):
            if "id" in element.attrib and "id" not in block:
                block["id"] = self._key(element.get("id", ""))
            if spoken != language:
                block["lang"] = spoken
            yield block

    def _key(self, anchor: str) -> str:
        return f"{self.key}#{anchor}"

    def _heading(self, element: Element, language: str) -> Iterator[Block]:
        self.section = " ".join(typeset(plain(element), language).split())
        yield {
            "block": "heading",
            "level": int(element.tag[1]),
            "text": self._text(element, language),
            "id": self._key(element.get("id", "")),
        }

    def _p(self, element: Element, language: str) -> Iterator[Block]:
        picture = element[0] if len(element) == 1 and element[0].tag == "img" else None
        if picture is not None and not (element.text or "").strip() and not (picture.tail or "").strip():
            yield self._picture(picture, language) | {
                "block": "figure",
                "caption": typeset(picture.get("title", ""), language),
            }
            return
        block: Block = {"block": "paragraph", "text": self._text(element, language)}
        if name := element.get("class"):
            block["name"] = name
        if block["text"]:
            yield block

    def _ul(self, element: Element, language: str) -> Iterator[Block]:
        yield {"block": "list", "items": [self._item(item, language) for item in element]}

    def _ol(self, element: Element, language: str) -> Iterator[Block]:
        yield {
            "block": "numbers",
            "start": int(element.get("start", "1")),
            "items": [self._item(item, language) for item in element],
        }

    def _item(self, element: Element, language: str) -> Block:
        spoken = element.get("lang", language)
        item: Block = {"body": self._flow(element, spoken)}
        if "id" in element.attrib:
            item["id"] = self._key(element.get("id", ""))
        if spoken != language:
            item["lang"] = spoken
        return item

    def _dl(self, element: Element, language: str) -> Iterator[Block]:
        """Each heading of the list with what is said under it."""
        entries: list[Block] = []
        for child in element:
            if child.tag == "dt":
                entries.append(
                    self._item(child, language)
                    | {"term": self._text(child, child.get("lang", language)), "body": []}
                )
            else:
                entries[-1]["body"] += self._flow(child, child.get("lang", language))
        yield {"block": "entries", "entries": entries}

    def _blockquote(self, element: Element, language: str) -> Iterator[Block]:
        yield {"block": "quote", "body": self._flow(element, language)}

    def _pre(self, element: Element, language: str) -> Iterator[Block]:
        yield {"block": "code", "text": "".join(element.itertext()).rstrip("\n")}

    def _hr(self, element: Element, language: str) -> Iterator[Block]:
        yield {"block": "rule"}

    def _table(self, element: Element, language: str) -> Iterator[Block]:
        rows = [[self._cell(cell, language) for cell in row] for row in element.iter("tr")]
        head = element.find("thead/tr")
        aligned = [
            name if (name := cell.get("class", "")) in ALIGNED else "left"
            for cell in (head if head is not None else ())
        ]
        yield {"block": "table", "caption": self.section, "align": aligned, "head": rows[0], "rows": rows[1:]}

    def _figure(self, element: Element, language: str) -> Iterator[Block]:
        """A drawing with its caption above it, its data and its source below."""
        number, title = next(element.iter("figcaption"))
        svg = next(element.iter("svg"))
        around = [
            [block for child in children for block in self._block(child, language)]
            for children in _around(element)
        ]
        table = next(self._table(next(element.iter("table")), language))
        for run in (run for row in table["rows"] for cell in row for run in cell):
            if isinstance(run, dict) and run["run"] == "link" and not run["to"]:
                run["kind"] = "bare"  # a dozen addresses in notes would bury the table
        yield {
            "block": "drawing",
            "number": plain(number),
            "title": self._text(title, title.get("lang", language)),
            "above": around[0],
            "svg": on_paper(svg),
            "alt": typeset(plain(next(svg.iter("desc"))), language),
            "table": table | {"block": "data"},
            "below": around[1],
        }

    def _cell(self, element: Element, language: str) -> list[Run]:
        return self._text(element, language)

    def _div(self, element: Element, language: str) -> Iterator[Block]:
        name, _, kinds = element.get("class", "").partition(" ")
        if name != "admonition":  # the region in which a table scrolls on the web
            yield from self._flow(element, language)
            return
        kind, *shades = kinds.split() or ["note"]
        children = list(element)
        title: list[Run] = []
        if children and children[0].get("class") == "admonition-title":
            title = self._text(children.pop(0), language)
        body = [block for child in children for block in self._block(child, language)]
        yield {"block": "box", "kind": kind, "shades": shades, "title": title, "body": body}

    def _flow(self, element: Element, language: str) -> list[Block]:
        """What an item, a quotation or a cell holds: its loose text as paragraphs among its blocks."""
        made: list[Block] = []
        loose: list[Run] = [*self._words(element.text, language)]
        for child in element:
            if child.tag in INLINE:
                loose += self._run(child, language)
            else:
                made += self._paragraph(loose)
                loose = []
                made += self._block(child, language)
            loose += self._words(child.tail, language)
        return made + self._paragraph(loose)

    def _paragraph(self, runs: list[Run]) -> list[Block]:
        text = _trimmed(runs)
        return [{"block": "paragraph", "text": text}] if text else []

    # -- runs ---------------------------------------------------------------------------------------------------------

    def _text(self, element: Element, language: str) -> list[Run]:
        """The runs of an element that holds nothing but text."""
        return _trimmed(list(self._runs(element, language)))

    def _runs(self, element: Element, language: str) -> Iterator[Run]:
        yield from self._words(element.text, language)
        for child in element:
            yield from self._run(child, language)
            yield from self._words(child.tail, language)

    def _words(self, text: str | None, language: str) -> Iterator[Run]:
        if text:
            yield SPACE.sub(" ", typeset(text, language))

    def _run(self, element: Element, language: str) -> Iterator[Run]:
        spoken = element.get("lang", language)
        if spoken != language:
            yield {"run": "lang", "lang": spoken, "text": list(self._marked(element, spoken))}
        else:
            yield from self._marked(element, language)

    def _marked(self, element: Element, language: str) -> Iterator[Run]:
        tag = element.tag
        if tag in ("em", "strong"):
            yield {
                "run": "emphasis" if tag == "em" else "strong",
                "text": list(self._runs(element, language)),
            }
        elif tag == "code":
            yield {"run": "code", "text": "".join(element.itertext())}
        elif tag == "br":
            yield {"run": "break"}
        elif tag == "img":
            yield self._picture(element, language) | {"run": "picture"}
        elif tag == "a":
            yield from self._link(element, language)
        elif tag == "sup" and NOTE.match(element.get("id", "")):
            yield self._note(element)
        elif tag in ("span", "cite", "sup"):
            yield from self._runs(element, language)
        else:
            raise Unprintable(tag)

    def _link(self, element: Element, language: str) -> Iterator[Run]:
        if element.get("class") == "footnote-backref":
            return
        target, text = self.target(element), list(self._runs(element, language))
        if target.kind == "citation":
            self.cited[target.to.removeprefix("source:")] = None
        if target.kind in ("term", "concept") and not target.to:
            yield from text
            return
        yield {"run": "link", "kind": target.kind, "to": target.to, "address": target.address, "text": text}

    def _note(self, mark: Element) -> Run:
        id_ = mark[0].get("href", "").removeprefix("#")
        key = self._key(id_)
        if id_ in self.noted:
            return {"run": "again", "to": key}
        self.noted.add(id_)
        return {
            "run": "note",
            "id": key,
            "body": self._flow(self.notes[id_], self.notes[id_].get("lang", self.language)),
        }

    def _picture(self, element: Element, language: str) -> Block:
        return {
            "source": self.picture(element.get("src", "")),
            "alt": typeset(element.get("alt", ""), language),
        }


def _around(figure: Element) -> tuple[list[Element], list[Element]]:
    """The paragraphs of a figure above its drawing, and those below it, those beside its table first."""
    at = [child.tag for child in figure].index("svg")
    data = [child for child in figure.iter("details") for child in child if child.tag == "p"]
    return [child for child in figure[:at] if child.tag == "p"], data + [
        child for child in figure[at:] if child.tag == "p"
    ]


def _trimmed(runs: list[Run]) -> list[Run]:
    """Runs without the white space around them."""
    if runs and isinstance(runs[0], str):
        runs[0] = runs[0].lstrip(" ")
    if runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip(" ")
    return [run for run in runs if run != ""]

"""Markdown as a printed document, without a project around it; many texts in one document, to be quick."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2

from vademecum.document import inlines, tree
from vademecum.document.assembly import assemble
from vademecum.document.markdown import parse
from vademecum.document.origin import Origin
from vademecum.language.words import words
from vademecum.print import press
from vademecum.print.documents import Book, Head, PrintedText, Section, Source
from vademecum.print.drawings import Drawing
from vademecum.print.paper import Paper
from vademecum.print.places import Anchors, Around, Place
from vademecum.sources.text.source_file import SourceFile

SITE = "https://vade-mecum.example/"
ADDRESS = f"{SITE}en/handbook/one/"
PICTURE = "docs/picture.png"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9"/></svg>'


def document(markdown: str) -> tree.Document:
    """A text as the document of a page."""
    parsed = parse(Origin(SourceFile("docs/en/handbook/one.md", text=markdown, body=markdown), (), markdown))
    return assemble(parsed.blocks, parsed.notes)[0]


class Desk:
    """A document in the making: it holds whatever is put on it, knows every work and has one picture."""

    def __init__(self) -> None:
        self.anchors, self.texts, self.cited = Anchors(), list[PrintedText](), dict[str, None]()

    def put(self, text: str | tree.Document, language: str = "en") -> PrintedText:
        """A text of the document, by its Markdown or its tree."""
        key = self.anchors.give(f"chapter:{len(self.texts)}")
        made = document(text) if isinstance(text, str) else text
        around = Around(lambda target, term: place(target, key), self.cite, picture, drawing, self.anchors)
        blocks = Paper(key, language, around, made).blocks(made.blocks)
        head = Head(f"Text {len(self.texts)}", address=ADDRESS)
        self.texts.append(PrintedText("chapter", key, language, head, blocks))
        return self.texts[-1]

    def cite(self, id_: str) -> str:
        self.cited[id_] = None
        return f"Author ({id_})"

    def book(self) -> Book:
        """The whole as a book."""
        sources = tuple(Source(self.anchors.give(f"source:{id_}"), [id_], []) for id_ in self.cited)
        self.anchors.settle()
        said = words("en")["print"]
        cover = Head("Cover", address=ADDRESS)
        common = ("book", "book.pdf", "en", "Book", "", said, (PICTURE,), (), sources)
        return Book(*common, cover, "", (Section("", tuple(self.texts)),), (), ())


def place(target: inlines.Target, key: str) -> Place:
    if target.kind == "anchor":
        return Place("entry", f"{key}#{target.anchor}", f"{ADDRESS}#{target.anchor}")
    if target.kind == "nothing":
        return Place("plain")
    return Place("outside" if target.kind == "outside" else "entry", "", target.id or ADDRESS)


def picture(path: str) -> str:
    return PICTURE if path else ""


def drawing(figure: tree.Figure) -> Drawing:
    cells = tree.Row(((inlines.Text("Key"),), (inlines.Text("Value"),)))
    words = (inlines.Text(f"drawing {figure.id}"),)
    above = (tree.Paragraph((inlines.Text("Caution"),), name="caution"),)
    table = tree.Table(("", "right"), cells, (replace(cells, anchor="row"),), data=True)
    return Drawing(f"Figure {figure.number}", words, above, SVG, "What is drawn", table, ())


def pressed(book: Any, folder: Path) -> Path:
    """The document as a PDF."""
    target = folder / PICTURE
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        target.write_bytes(PNG)
    assert press.run([press.job(book, press.data_of(book), folder / "book")], folder) == {}
    return folder / "book.pdf"


def shown(path: Path) -> list[str]:
    """What each page of a PDF shows."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path)]


def runs(data: Any, *kinds: str) -> Iterator[dict[str, Any]]:
    """Every run of some kinds in data, in order."""
    if isinstance(data, dict) and data.get("run") in kinds:
        yield data
    inside: Iterable[Any] = (
        data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    )
    for one in inside:
        yield from runs(one, *kinds)


def said(data: Any) -> str:
    """All words of data, in order."""
    if isinstance(data, str):
        return data
    if isinstance(data, list):
        return "".join(map(said, data))
    named = (
        "term",
        "title",
        "head",
        "rows",
        "text",
        "body",
        "items",
        "entries",
        "alt",
        "above",
        "below",
        "table",
    )
    return "".join(said(data[name]) for name in named if name in data)


def examples() -> list[str]:
    """The examples of CommonMark's specification."""
    path = Path(__file__).with_name("commonmark.json")
    return json.loads(path.read_text(encoding="utf-8"))["examples"]


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)

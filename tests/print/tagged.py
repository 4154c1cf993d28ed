"""A tagged PDF, read back: its tree of tags with the text under each, and where its links lead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, PdfObject

HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class Node:
    """An element of the tag tree. `parts` are its texts and elements in order.

    A link stands on `page`, from 1, and leads to the page `target`, at the place `goal` on it, or to the
    address.
    """

    tag: str
    parts: list[str | Node] = field(default_factory=list)
    alt: str = ""
    page: int | None = None
    target: int | None = None
    goal: tuple[float, ...] = ()
    address: str = ""

    def all(self, *tags: str, without: tuple[str, ...] = ()) -> Iterator[Node]:
        """Every element below this one, itself included, in reading order; of these tags, where any are
        named, and in none of the others.
        """
        if not tags or self.tag in tags:
            yield self
        for part in self.parts:
            if isinstance(part, Node) and part.tag not in without:
                yield from part.all(*tags, without=without)

    def text(self, *without: str) -> str:
        """The text below this element, in reading order, short of the elements of some tags."""
        return "".join(
            part if isinstance(part, str) else "" if part.tag in without else part.text(*without)
            for part in self.parts
        )


class Tagged:
    """A PDF file: `root` is its tag tree."""

    def __init__(self, path: Path) -> None:
        self.reader = PdfReader(path)
        self.pages = {
            page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages, 1)
        }
        self.stands = {
            link.idnum: number
            for number, page in enumerate(self.reader.pages, 1)
            for link in page.get("/Annots", ())
            if hasattr(link, "idnum")
        }
        self.fonts: dict[int, dict[bytes, str]] = {}
        self.languages: defaultdict[str, str] = defaultdict(
            str
        )  # every text that is marked as being in a language, in order
        self.texts = {page.indirect_reference.idnum: self._page(page) for page in self.reader.pages}
        self.root = Node(
            "Root", [self._element(kid) for kid in _kids(self.reader.trailer["/Root"]["/StructTreeRoot"])]
        )

    # -- the tree
    # -----------------------------------------------------------------------------------------------------

    def _element(self, element: DictionaryObject) -> Node:
        node = Node(element["/S"][1:], alt=str(element.get("/Alt", "")))
        page = element.raw_get("/Pg").idnum if "/Pg" in element else None
        for kid in _kids(element):
            if isinstance(kid, int):
                node.parts.append(self.texts[page].get(kid, ""))
            elif kid.get("/Type") == "/MCR":
                node.parts.append(
                    self.texts[kid.raw_get("/Pg").idnum if "/Pg" in kid else page].get(kid["/MCID"], "")
                )
            elif kid.get("/Type") == "/OBJR":
                node.page = self.stands.get(kid.raw_get("/Obj").idnum)
                self._link(node, kid["/Obj"])
            else:
                node.parts.append(self._element(kid))
        return node

    def _link(self, node: Node, annotation: DictionaryObject) -> None:
        action = annotation.get("/A", {})
        goal = annotation.get("/Dest", action.get("/D"))
        if isinstance(goal, str):
            goal = self.reader.named_destinations[goal]
            node.target, node.goal = self.pages[goal.page.idnum], (float(goal.left), float(goal.top))
        elif goal is not None:
            node.target = self.pages[
                goal[0].indirect_reference.idnum if hasattr(goal[0], "indirect_reference") else goal[0].idnum
            ]
            node.goal = tuple(map(float, goal[2:4]))
        node.address = str(action.get("/URI", ""))

    # -- the text
    # -----------------------------------------------------------------------------------------------------

    def _page(self, page: DictionaryObject) -> dict[int, str]:
        """The text of each marked piece of a page, by its number; what a piece says of itself as ActualText
        goes before its glyphs.
        """
        texts: dict[int, str] = {}
        marks: list[tuple[int | None, bool, str]] = [
            (None, False, "")
        ]  # the piece we are in, whether its text is given already, its language
        font: dict[bytes, str] = {}
        for operands, operator in ContentStream(page.get_contents(), self.reader).operations:
            number, given, language = marks[-1]
            if operator in (b"BDC", b"BMC"):
                more = operands[1] if operator == b"BDC" and isinstance(operands[1], DictionaryObject) else {}
                number = more.get("/MCID", number)
                if "/ActualText" in more and number is not None:
                    texts[number] = texts.get(number, "") + str(more["/ActualText"])
                    self.languages[language] += str(more["/ActualText"])
                marks.append(
                    (
                        number,
                        given or "/ActualText" in more,
                        str(more.get("/Lang", language)).partition("-")[0],
                    )
                )
            elif operator == b"EMC":
                marks.pop()
            elif operator == b"Tf":
                font = self._font(page["/Resources"]["/Font"].raw_get(operands[0]))
            elif operator in (b"Tj", b"TJ") and number is not None and not given:
                pieces = operands[0] if operator == b"TJ" else operands
                codes = b"".join(_bytes(piece) for piece in pieces if not isinstance(piece, int | float))
                text = "".join(font.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2))
                texts[number] = texts.get(number, "") + text
                self.languages[language] += text
        return texts

    def _font(self, reference: Any) -> dict[bytes, str]:
        """code -> text of a font, from its ToUnicode map."""
        if reference.idnum not in self.fonts:
            table = reference.get_object()["/ToUnicode"].get_data()
            known = {}
            for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
                codes = [bytes.fromhex(code.decode()) for code in HEX.findall(block)]
                known |= {
                    code: text.decode("utf-16-be") for code, text in zip(codes[::2], codes[1::2], strict=True)
                }
            for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
                codes = [bytes.fromhex(code.decode()) for code in HEX.findall(block)]
                for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
                    start, goal = int.from_bytes(first), int.from_bytes(text)
                    steps = range(int.from_bytes(last) - start + 1)
                    known |= {
                        (start + step).to_bytes(2): (goal + step).to_bytes(len(text)).decode("utf-16-be")
                        for step in steps
                    }
            self.fonts[reference.idnum] = known
        return self.fonts[reference.idnum]


def _kids(element: DictionaryObject) -> list[Any]:
    kids: PdfObject | None = element.get("/K")
    kids = kids.get_object() if kids is not None else None
    listed = kids if isinstance(kids, list) else [kids] if kids is not None else []
    return [kid.get_object() if hasattr(kid, "get_object") else kid for kid in listed]


def _bytes(piece: Any) -> bytes:
    return piece.original_bytes if hasattr(piece, "original_bytes") else bytes(piece)

"""A tagged PDF, read back: its tree of tags with the text under each, and where its links lead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, String

MARKS_AND_TEXT = "BMC BDC EMC Tf Tj TJ"  # the operators that say what is shown, and as what
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
    """A PDF file: `root` is its tag tree, `says_so` whether it says that it is tagged, `language` that of the
    whole, `languages` every text that is marked as being in a language, in order.
    """

    def __init__(self, path: Path) -> None:
        self.fonts: dict[int, dict[bytes, str]] = {}
        self.languages: defaultdict[str, str] = defaultdict(str)
        with pikepdf.open(path) as file:
            self.pages = {_id(page.obj): number for number, page in enumerate(file.pages, 1)}
            self.stands = {
                _id(link): number
                for number, page in enumerate(file.pages, 1)
                for link in page.get("/Annots", ())
            }
            self.language = str(file.Root.Lang).partition("-")[0]
            self.says_so = bool(file.Root.MarkInfo.Marked)
            names = file.Root.get("/Names", {}).get("/Dests")
            self.named = pikepdf.NameTree(names) if names is not None else {}
            self.texts = {_id(page.obj): self._page(page) for page in file.pages}
            self.root = Node("Root", [self._element(kid) for kid in _kids(file.Root.StructTreeRoot)])

    # -- the tree
    # -----------------------------------------------------------------------------------------------------

    def _element(self, element: Object) -> Node:
        node = Node(str(element.S)[1:], alt=str(element.get("/Alt", "")))
        page = _id(element.Pg) if "/Pg" in element else None
        for kid in _kids(element):
            if isinstance(kid, int):
                node.parts.append(self.texts[page].get(kid, ""))
            elif kid.get("/Type") == Name.MCR:
                on = _id(kid.Pg) if "/Pg" in kid else page
                node.parts.append(self.texts[on].get(int(kid.MCID), ""))
            elif kid.get("/Type") == Name.OBJR:
                node.page = self.stands.get(_id(kid.Obj))
                self._link(node, kid.Obj)
            else:
                node.parts.append(self._element(kid))
        return node

    def _link(self, node: Node, annotation: Object) -> None:
        action = annotation.get("/A", {})
        goal = annotation.get("/Dest", action.get("/D"))
        if isinstance(goal, String):
            goal = self.named[str(goal)]
            goal = goal.D if isinstance(goal, Dictionary) else goal
        if goal is not None:
            node.target, node.goal = self.pages[_id(goal[0])], tuple(map(float, list(goal)[2:4]))
        node.address = str(action.get("/URI", ""))

    # -- the text
    # -----------------------------------------------------------------------------------------------------

    def _page(self, page: Page) -> dict[int, str]:
        """The text of each marked piece of a page, by its number; what a piece says of itself as ActualText
        goes before its glyphs.
        """
        texts: dict[int, str] = {}
        # The piece we are in, whether its text is given already, its language.
        marks: list[tuple[int | None, bool, str]] = [(None, False, "")]
        fonts, font = page.resources.get("/Font", {}), dict[bytes, str]()
        for operands, operator in pikepdf.parse_content_stream(page, MARKS_AND_TEXT):
            number, given, language = marks[-1]
            match str(operator):
                case "BDC" | "BMC":
                    more = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else {}
                    number = more.get("/MCID", number)
                    if "/ActualText" in more and number is not None:
                        texts[number] = texts.get(number, "") + str(more["/ActualText"])
                        self.languages[language] += str(more["/ActualText"])
                    language = str(more.get("/Lang", language)).partition("-")[0]
                    marks.append((number, given or "/ActualText" in more, language))
                case "EMC":
                    marks.pop()
                case "Tf":
                    font = self._font(fonts[operands[0]])
                case "Tj" | "TJ" if number is not None and not given:
                    codes = b"".join(_codes(operands[0]))
                    text = "".join(font.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2))
                    texts[number] = texts.get(number, "") + text
                    self.languages[language] += text
        return texts

    def _font(self, font: Object) -> dict[bytes, str]:
        """code -> text of a font, from its ToUnicode map."""
        if _id(font) not in self.fonts:
            table = font.ToUnicode.read_bytes()
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
            self.fonts[_id(font)] = known
        return self.fonts[_id(font)]


def _id(object_: Object) -> int:
    """The number of an object of the file."""
    return object_.objgen[0]


def _kids(element: Object) -> list[Any]:
    kids = element.get("/K")
    return list(kids) if isinstance(kids, Array) else [kids] if kids is not None else []


def _codes(shown: Object) -> Iterator[bytes]:
    """The codes of what is shown: a text, or several with the steps between them."""
    for piece in shown if isinstance(shown, Array) else [shown]:
        if isinstance(piece, String):
            yield bytes(piece)

"""Markdown -> an element tree of the closed set of blocks that the web and the printed page are made from.

One parser, Python-Markdown, with what editors need (tables, notes, definition lists, boxes, attributes, citations) and without
what a stranger's text could abuse: HTML never passes, it arrives as text in a marker element and is reported. What is wrong with
the structure comes back as `Trouble`s that know the words at fault and the element they stand in; `places` finds it in the source.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from vademecum.document import syntax
from vademecum.document.syntax import FAULT, HTML_MARK
from vademecum.language.collation import slug
from vademecum.language.nearest import choices, nearest
from vademecum.sources.characters import unprintable

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BOXES = ("note", "example", "warning")
# Boxes that only the generator's own templates make.
MADE = (
    "key-points",
    "labels",
    "equivalence",
    "voices",
    "definition",
    "signature",
    "contrasts",
    "contrast",
    "relations",
    "uses",
    "facts",
    "outcomes",
    "outcome",
    "stage",
    "silent",
    "questions",
    "letters",
    "entries",
    "cards",
    "card",
    "hero",
    "doors",
    "door",
    "terms",
    "sources",
)
SHADES = (
    "concept",
    "case",
    "chapter",
    "exact",
    "close",
    "partial",
    "none",
    "retained",
    "sought",
    "announced",
    "observed",
)
# Anchors of the sections that a page gets when it is read.
RESERVED = ("sources", "uses")
INLINE = frozenset(("a", "br", "cite", "code", "em", "img", "strong", "sup", HTML_MARK))
BRACKETS = re.compile(r"\\.|[\[\]()]|\n\s*\n")
MAX_BRACKETS = 40
# What a reader takes in one breath: a paragraph, item or definition that is longer asks to be split.
MAX_WORDS = 120
WORDS = re.compile(r"\S*\w\S*")
LANG = re.compile(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
ANCHOR = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
NOTE_BACK, NOTE_SPACE = "\x02zz1337820767766393qq\x03", "\x02qq3936677670287331zz\x03"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong in a text: a message's code, the words at fault, and the number of their element in document order."""

    code: str
    found: str
    element: int = 0
    values: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Parsed:
    """A parsed text: its tree (a `div`), its headings as (level, anchor, text), every anchor, and its troubles."""

    tree: Element
    headings: list[tuple[int, str, str]]
    anchors: set[str]
    troubles: list[Trouble]


def parse(text: str, positions: bool = False) -> Parsed:
    """Parse Markdown. With `positions`, for `places`, each block carries the offset of its text in `at`."""
    if tangle := _tangle(text):
        return _refused(tangle)
    try:
        return _inspect(syntax.tree(text, positions))
    except RecursionError:
        return _refused(text[:40])


def _tangle(text: str) -> str:
    """Where a block opens more brackets than anyone would close, else an empty string: the parser's time grows with their square."""
    open_ = {"[": 0, "(": 0}
    for mark in BRACKETS.finditer(text):
        if (bracket := mark[0]) in open_:
            open_[bracket] += 1
            if open_[bracket] > MAX_BRACKETS:
                return text[mark.start() : mark.start() + 40]
        elif bracket in ("]", ")"):
            opening = "[" if bracket == "]" else "("
            open_[opening] = max(open_[opening] - 1, 0)
        elif bracket[0] == "\n":
            open_ = dict.fromkeys(open_, 0)
    return ""


def _refused(found: str) -> Parsed:
    return Parsed(
        Element("div"), [], set(), [Trouble("too-deep", found, values={"limit": str(MAX_BRACKETS)})]
    )


def plain(element: Element) -> str:
    """The words of an element as a reader sees them, without note marks."""
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    if element.tag == "sup" and element.get("id", "").startswith("fnref"):
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


# -- what a tree may hold ---------------------------------------------------------------------------------------------


def _inspect(tree: Element) -> Parsed:
    """Report what the closed set of blocks does not hold, give headings their anchors, and take the markers out."""
    troubles: list[Trouble] = []
    for number, element in enumerate(tree.iter()):
        _tidy(element)
        troubles += _element_troubles(element, number)
    headings, anchor_troubles = _headings(tree)
    anchors = {element.get("id", "") for element in tree.iter() if "id" in element.attrib}
    return Parsed(tree, headings, anchors, _html_once(troubles) + anchor_troubles)


def _html_once(troubles: list[Trouble]) -> list[Trouble]:
    """A closing tag says nothing that its opening tag has not said."""
    openings = any(t.code == "raw-html" and not t.found.startswith("</") for t in troubles)
    return [t for t in troubles if not (openings and t.code == "raw-html" and t.found.startswith("</"))]


def _tidy(element: Element) -> None:
    """Undo what Python-Markdown leaves for its own string stage: escaped code, the notes' placeholders."""
    if element.tag == "code" and element.text:
        element.text = AtomicString(html.unescape(element.text))
    if element.text and "\x02" in element.text:
        element.text = element.text.replace(NOTE_BACK, "↩").replace(NOTE_SPACE, "\u00a0")
    if element.tag in ("th", "td") and (style := element.attrib.pop("style", None)):
        element.set("class", style.removeprefix("text-align: ").rstrip(";"))
    if element.tag == "th" and not (len(element) or (element.text or "").strip()):
        element.tag = "td"  # an empty heading names nothing: an empty cell says so
    if element.tag == "a" and "href" in element.attrib:
        element.set("href", html.unescape(element.get("href", "")))


def _element_troubles(element: Element, number: int) -> Iterator[Trouble]:
    tag = element.tag
    if tag == HTML_MARK:
        element.tag = "code"
        yield Trouble("raw-html", element.text or "", number)
    if fault := element.attrib.pop(FAULT, None):
        yield Trouble("attribute", fault, number)
    if "lang" in element.attrib and not LANG.match(element.get("lang", "")):
        yield Trouble("bad-lang", element.get("lang", ""), number)
    if (
        tag == "a"
        and "class" not in element.attrib
        and not (element.get("href") and (plain(element).strip() or len(element)))
    ):
        yield Trouble("empty-link", f"[{plain(element)}]({element.get('href', '')})", number)
    if tag == "img" and not element.get("alt", "").strip():
        yield Trouble("picture-without-text", element.get("src", ""), number)
    if tag == "div" and (kind := _unknown_kind(element)):
        yield Trouble(
            "unknown-box", kind, number, {"choices": choices(BOXES), "nearest": nearest(kind, BOXES)}
        )
    if tag in ("p", "li", "td", "th", "dd", "dt", *HEADINGS):
        yield from _leftovers(element, number)
        yield from _long(element, number)
    for text in (
        (element.text, element.tail, element.get("alt")) if element.get("class") != "footnote-backref" else ()
    ):
        if text and not text.isascii() and (lacking := unprintable().search(text)):
            yield Trouble(
                "unprintable-character", f"{lacking.group()} (U+{ord(lacking.group()):04X})", number
            )


def _leftovers(element: Element, number: int) -> Iterator[Trouble]:
    """Marks that found nothing to refer to and stand in the text as typed."""
    for text in [element.text, *(child.tail for child in element)]:
        if text and "[^" in text and (note := re.search(r"\[\^[^\]\s]+\]", text)):
            yield Trouble("missing-footnote", note.group(), number)
        if (
            text
            and "<" in text
            and (opening := re.search(r"<(?:!--|\?|!\[CDATA\[|!DOCTYPE\b)", text, re.IGNORECASE))
        ):
            yield Trouble("raw-html", opening.group(), number)
        if text and "{{" in text and (figure := re.search(r"\{\{\s*figure:[^}]*\}\}", text)):
            yield Trouble("figure-inline", figure.group(), number)


def _long(element: Element, number: int) -> Iterator[Trouble]:
    text = plain(element) if all(child.tag in INLINE for child in element) else ""
    words = (
        WORDS.findall(text) if len(text) > 2 * MAX_WORDS else []
    )  # a word and its space are two characters at least
    if (
        len(words) > MAX_WORDS
        and (count := len(words) - sum(len(WORDS.findall(mark.text or "")) for mark in element.iter("cite")))
        > MAX_WORDS
    ):
        yield Trouble(
            "long-paragraph",
            " ".join(words[:5]) + " …",
            number,
            {"length": str(count), "limit": str(MAX_WORDS)},
        )


def _headings(tree: Element) -> tuple[list[tuple[int, str, str]], list[Trouble]]:
    """The headings as (level, anchor, text), each given an anchor of its own; and what is wrong with them."""
    headings: list[tuple[int, str, str]] = []
    troubles: list[Trouble] = []
    taken = set(RESERVED)
    for number, element in enumerate(tree.iter()):
        anchor = element.get("id")
        if anchor is not None and not anchor.startswith("fn"):
            if not ANCHOR.match(anchor):
                troubles.append(Trouble("bad-anchor", anchor, number))
            elif anchor in taken:
                troubles.append(Trouble("duplicate-anchor", anchor, number))
            taken.add(anchor)
    last = 1
    for number, element in enumerate(tree.iter()):
        if element.tag in HEADINGS:
            level, words = int(element.tag[1]), " ".join(plain(element).split())
            if level == 1:
                troubles.append(Trouble("top-heading", words, number))
            elif not words:
                troubles.append(Trouble("empty-heading", "#" * level, number))
            elif level > last + 1:
                troubles.append(Trouble("skipped-level", "#" * level + " " + words, number))
            last = level
            element.attrib.setdefault("id", free(slug(words), taken))
            taken.add(element.get("id", ""))
            headings.append((level, element.get("id", ""), words))
    return headings, troubles


def free(anchor: str, taken: set[str]) -> str:
    """An anchor, with a number after it where it is taken."""
    anchor = anchor if anchor[0].isalpha() else "s-" + anchor
    if anchor not in taken:
        return anchor
    return next(name for number in range(2, len(taken) + 3) if (name := f"{anchor}-{number}") not in taken)


def _unknown_kind(element: Element) -> str:
    """The first word after `!!!` that is no kind of box, nor a shade of one of ours; else an empty string."""
    name, _, kinds = element.get("class", "").partition(" ")
    first, *shades = kinds.split() if name == "admonition" and kinds.split() else [BOXES[0]]
    wrong = [] if first in (*BOXES, *MADE) else [first]
    return next(iter(wrong + [shade for shade in shades if first in BOXES or shade not in SHADES]), "")


def note_links(tree: Element, back: str) -> None:
    """Have the links from notes back to the text say so in the page's words; Python-Markdown knows English."""
    for link in tree.iterfind(".//a[@class='footnote-backref']"):
        link.set("title", back.format("".join(filter(str.isdigit, link.get("title", "")))))


def table_regions(tree: Element, label: str) -> None:
    """Wrap each table in a region that scrolls and takes the keyboard's focus, named by the heading above it."""
    heading = ""
    for parent in list(tree.iter()):
        for number, child in enumerate(list(parent)):
            if child.tag in HEADINGS:
                heading = plain(child)
            if child.tag == "table" and parent.get("class") != "table":
                region = Element("div", {"class": "table", "tabindex": "0", "role": "region"})
                region.set("aria-label", f"{label} : {heading}" if heading else label)
                region.tail, child.tail = child.tail, None
                region.append(child)
                parent[number] = region


def paragraph(text: str) -> Element:
    """A paragraph of plain words, for blocks that are made rather than parsed."""
    element = Element("p")
    element.text = text
    return element


def box(kind: str, title: str = "") -> Element:
    """An empty box like those that `!!! kind "title"` makes."""
    element = Element("div", {"class": f"admonition {kind}"})
    if title:
        SubElement(element, "p", {"class": "admonition-title"}).text = title
    return element

"""HTML as the site has it -> XHTML as a book has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import lxml.html  # type: ignore[import-untyped]
from lxml import etree

XHTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# HTML knows no capitals; in XML these names of SVG have them.
CAPITALS = {
    name.lower(): name
    for name in (
        *("viewBox", "preserveAspectRatio", "clipPath", "clipPathUnits", "linearGradient", "textLength"),
        *("patternUnits", "patternContentUnits", "patternTransform", "gradientUnits", "gradientTransform"),
    )
}
ROLES = ("application", "document", "img")  # what a drawing may be to a reading system
# What only a browser with scripts makes something of.
LEFT_OUT = ("tabindex", "hidden", "contenteditable")


@dataclass(frozen=True, slots=True)
class Inside:
    """The inside of a body as XML, and whether a drawing is in it, which a package must say."""

    xml: str
    drawn: bool


def element(tag: str, attributes: Mapping[str, str], words: str = "") -> Any:
    """An element with words in it."""
    made = lxml.html.Element(tag, dict(attributes))
    made.text = words or None
    return made


def fragment(html: str) -> Any:
    """A piece of HTML as an element."""
    return lxml.html.fragment_fromstring(html, create_parent="div")


def as_xml(elements: Iterable[Any]) -> Inside:
    """Elements as the inside of a body."""
    body = etree.Element(f"{{{XHTML}}}body", nsmap={None: XHTML})
    for top in elements:
        _copy(top, body, XHTML)
    drawn = next(body.iter(f"{{{SVG}}}svg"), None) is not None
    return Inside("".join(etree.tostring(top, encoding="unicode") for top in body), drawn)


def _copy(node: Any, parent: Any, space: str) -> None:
    """Copy an element and all within, in the name space of a book or of a drawing."""
    if not isinstance(node.tag, str):
        return
    space = SVG if node.tag == "svg" else space
    tag = "span" if node.tag == "input" else CAPITALS.get(node.tag, node.tag)
    made = etree.SubElement(parent, f"{{{space}}}{tag}", nsmap={None: space})
    made.text, made.tail = node.text, node.tail
    if node.tag == "input":  # a box to tick: forms need a reading system with scripts
        made.text = "☐"
        return
    for name, value in node.attrib.items():
        if name not in LEFT_OUT:
            made.set(CAPITALS.get(name, name) if space == SVG else name, value)
    if tag == "svg" and node.get("role") not in (None, *ROLES):
        made.set("role", "document")
    if space == SVG and tag == "a" and node.find("title") is None:
        name = etree.SubElement(made, f"{{{SVG}}}title")
        name.text = node.get("aria-label") or " ".join(node.text_content().split())
    if "lang" in node.attrib:
        made.set(XML_LANG, node.attrib["lang"])
    for child in node:
        _copy(child, made, space)

"""Element tree -> HTML."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

VOID = frozenset(("br", "hr", "img"))


def html(elements: Iterable[Element]) -> str:
    """The elements as HTML, every text and attribute escaped.

    The standard library's writer resolves namespaces at each call: on a site's many small trees this takes a third of its time.
    """
    out: list[str] = []
    for element in elements:
        _write(element, out)
    return "".join(out)


def _write(element: Element, out: list[str]) -> None:
    tag = element.tag
    attributes = "".join([f' {name}="{_quoted(value)}"' for name, value in element.items()])
    out.append(f"<{tag}{attributes}>")
    if tag not in VOID:
        if element.text:
            out.append(_escaped(element.text))
        for child in element:
            _write(child, out)
        out.append(f"</{tag}>")
    if element.tail:
        out.append(_escaped(element.tail))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")

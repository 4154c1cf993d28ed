"""The uses of concepts: on which pages, and the list of them at the foot of a concept's page."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from vademecum.document import blocks
from vademecum.language.collation import sort_key
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages.addresses import relative
from vademecum.pages.page import Page
from vademecum.pages.reading import Reading
from vademecum.terms.linking import Use

# How many of the pages that use a concept are shown at once.
SHOWN = 8


def uses_by_concept(readings: Iterable[Reading]) -> dict[str, list[tuple[Page, Use]]]:
    """concept -> the pages that use it, each once with its first use; chapters first, then cases, then the rest."""
    found: dict[str, list[tuple[Page, Use]]] = {}
    for reading in readings:
        for concept, use in first_uses(reading).items():
            found.setdefault(concept, []).append((reading.page, use))
    order = {"chapter": 0, "case": 1, "concept": 2}
    for listed in found.values():
        listed.sort(key=lambda pair: (order.get(pair[0].kind, 3), pair[0].order, sort_key(pair[0].title)))
    return found


def first_uses(reading: Reading) -> dict[str, Use]:
    """The first use of each concept on a page."""
    first: dict[str, Use] = {}
    for use in reading.uses:
        first.setdefault(use.concept, use)
    return first


def section(listed: list[tuple[Page, Use]], page: Page) -> list[Element]:
    """ "Used in": the pages that use a concept, each with the sentence of its first use."""
    heading = Element("h2", {"id": "uses"})
    heading.text = words(page.spoken)["concept"]["uses"]
    box = blocks.box("uses")
    SubElement(box, "ul").extend(_use(other, use, page) for other, use in listed[:SHOWN])
    if rest := listed[SHOWN:]:
        more = SubElement(box, "details")
        SubElement(more, "summary").text = words(page.spoken)["concept"]["more_uses"].format(count=len(rest))
        SubElement(more, "ul").extend(_use(other, use, page) for other, use in rest)
    return [heading, box]


def _use(other: Page, use: Use, page: Page) -> Element:
    """A page that uses the concept of `page`, with its sentence."""
    item = Element("li")
    link = SubElement(SubElement(item, "p"), "a", {"class": f"to-{other.kind}"})
    link.set("href", relative(other.address, page.address) + (f"#{use.anchor}" if use.anchor else ""))
    link.text = typeset(other.title, other.spoken)
    quote = SubElement(item, "blockquote")
    SubElement(quote, "p").text = typeset(use.sentence, other.spoken)
    if other.spoken != page.spoken:
        item.set("lang", other.spoken)
    return item

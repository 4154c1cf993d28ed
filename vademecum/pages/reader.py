"""Page -> what a reader gets: its Markdown parsed, its links resolved, its terms linked, its type set, as HTML.

One pass a page. A `Reader` knows the whole library, so any page can be read alone, in any order; only the list of the pages that
use a concept needs the others, and comes last, through `Reader.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from vademecum.document import blocks, html
from vademecum.document.blocks import Trouble
from vademecum.figures import figure
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages import placing, uses
from vademecum.pages.addresses import Addresses
from vademecum.pages.citations import Citations, signatures
from vademecum.pages.reading import Heading, Reading
from vademecum.pages.resolving import Resolver
from vademecum.pages.scene import Page, Text
from vademecum.sources.library import Library
from vademecum.terms import linking
from vademecum.terms.linking import Use
from vademecum.terms.matching import Matcher, Term


def matchers(library: Library) -> dict[str, Matcher]:
    """A matcher for each language: French text links French terms, English text English ones."""
    return {
        language: Matcher(
            [
                Term(concept.id, terms.linking(), terms.never)
                for concept in library.concepts.values()
                if (terms := concept.terms.get(language))
            ],
            language,
        )
        for language in LANGUAGES
    }


class Reader:
    """Reads pages of one language of one library."""

    def __init__(
        self, library: Library, addresses: Addresses, language: str, matching: Mapping[str, Matcher]
    ) -> None:
        self.library, self.matching = library, matching
        self.resolver, self.citations = Resolver(library, addresses, language), Citations(library.references)

    def read(self, page: Page, text: Text) -> Reading:
        """Parse, resolve and link one page."""
        parsed = blocks.parse(text.markdown)
        reading = Reading(page, text, parsed.tree, parsed.headings, parsed.anchors, [])
        troubles = list(parsed.troubles)
        cited: dict[str, None] = {}
        for number, element in enumerate(list(parsed.tree.iter("figure")), 1):
            self._anchor(element, number, reading)
        for number, element in enumerate(list(parsed.tree.iter())):
            if element.tag == "a":
                troubles += self.resolver.link(element, number, reading)
            elif element.tag == "img":
                troubles += self.resolver.picture(element, number, page)
            elif element.tag == "figure":
                troubles += self._figure(element, number, reading, cited)
            elif element.tag == "cite":
                troubles += [
                    replace(trouble, element=number)
                    for trouble in self.citations.cite(element, cited, page.spoken)
                ]
        if troubles and page.spoken == page.language:
            reading.findings += placing.findings(self.library, page, text, troubles)
        signatures(parsed.tree)
        if page.links:
            own = page.id if page.kind == "concept" else None
            reading.uses = linking.link(
                parsed.tree,
                self.matching[page.spoken],
                lambda id_: self.resolver.to("concept", id_, page),
                own,
            )
        self._sources(reading, cited)
        return reading

    def _sources(self, reading: Reading, cited: dict[str, None]) -> None:
        """The list of what the page cites. What is wrong with an entry's note is told on the page of references; here nothing of it may lead astray."""
        listed = self.citations.sources(reading.tree, cited, reading.page.spoken)
        for element in list(listed.iter()) if listed is not None else ():
            if element.tag == "a":
                list(self.resolver.link(element, 0, reading))
            elif element.tag == "img":
                element.tag, element.text, element.attrib = "span", element.get("alt"), {}

    def html(self, reading: Reading, used_in: Iterable[tuple[Page, Use]] = ()) -> tuple[str, list[Heading]]:
        """The page's HTML and headings; a concept's page ends with the pages that use it. Asking twice gives the same."""
        tree, page = reading.tree, reading.page
        said = words(page.spoken)["page"]
        blocks.table_regions(tree, said["table"])
        blocks.note_links(tree, typeset(said["note_back"], page.spoken))
        around = (
            page.language if page.kind == "home" else page.spoken
        )  # home's lists are the interface's; its text alone may be untranslated
        for hero in tree.iterfind("div[@class='admonition hero']") if around != page.spoken else ():
            hero.set("lang", page.spoken)
        _set(tree, around)
        children, headings = list(tree), list(reading.headings)
        if listed := list(used_in):
            section = uses.section(listed, page)
            at = next(
                (number for number, child in enumerate(children) if child.get("id") == "sources"),
                len(children),
            )
            children[at:at] = section
            headings.append((2, section[0].get("id", ""), section[0].text or ""))
        body = html.html(children)
        return (body if around == page.language else f'<div lang="{around}">{body}</div>'), headings

    # -- figures ------------------------------------------------------------------------------------------------------

    @staticmethod
    def _anchor(element: Element, place: int, reading: Reading) -> None:
        """Give a figure its anchor, before any link to it is resolved, and its number on the page."""
        name = f"figure-{element.text}"
        element.attrib |= {"id": blocks.free(name, reading.anchors), "place": str(place)}
        reading.anchors.add(element.get("id", ""))

    def _figure(
        self, element: Element, number: int, reading: Reading, cited: dict[str, None]
    ) -> Iterable[Trouble]:
        """Draw the figure that an element names, in its place."""
        name, place, page = element.text or "", int(element.attrib.pop("place")), reading.page
        made = self.library.figures.get(name)
        if made is None:
            element.tag, element.attrib = "p", {}
            yield Trouble("unknown-figure", name, number, {"nearest": nearest(name, self.library.figures)})
            return
        reading.figures.append(name)
        drawn = figure.element(
            made,
            element.get("id", ""),
            place,
            page.spoken,
            self.library,
            lambda id_: self.resolver.to("case", id_, page),
        )
        element.text, element.attrib = None, drawn.attrib
        element.extend(drawn)
        reading.anchors |= {row.get("id", "") for row in element.iter("tr") if "id" in row.attrib}
        for mark in list(element.iter("cite")):
            list(
                self.citations.cite(mark, cited, page.spoken)
            )  # what is wrong with it, the figure's own check says
            mark.text = ""
            if len(mark):
                mark[-1].tail = ""


UNSET = ("code", "pre")


def _set(element: Element, language: str) -> None:
    """Set the type of every text of a tree in the language that it is in."""
    inner = element.get("lang", language)
    if element.tag not in UNSET:
        if element.text:
            element.text = typeset(element.text, inner)
        for child in element:
            _set(child, inner)
            if child.tail:
                child.tail = typeset(child.tail, inner)

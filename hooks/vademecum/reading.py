"""Page -> what a reader gets: its Markdown parsed, its links resolved, its terms linked, its type set, as HTML.

One pass a page. A `Reader` knows the whole library, so any page can be read alone, in any order; only the list of the pages that
use a concept needs the others, and comes last, through `Reader.html`.
"""

from __future__ import annotations

import copy
import html
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from . import blocks, figures, linking, placing, references
from .addresses import Addresses, relative
from .blocks import Trouble
from .i18n import sort_key, typeset, words
from .library import HANDBOOK, Library
from .linking import Use
from .matching import Matcher, Term
from .model import LANGUAGES, Finding
from .scene import Page, Text
from .schema import choices, nearest
from .writers import web

SCHEMES = ("http", "https", "mailto")
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
Heading = tuple[int, str, str]  # level, anchor, words
ENTRIES = ("concept", "case", "chapter", "page", "index")
# How many of the pages that use a concept are shown at once.
SHOWN = 8
CITED = re.compile(r"^@([\w-]+)\s*(?:,\s*(.+))?$", re.DOTALL)


@dataclass(slots=True)
class Reading:
    """A page as read. `tree` is kept until its HTML is asked for; `anchored` are its links into other pages' anchors, by element;
    `figures` those it shows.
    """

    page: Page
    text: Text
    tree: Element
    headings: list[Heading]
    anchors: set[str]
    uses: list[Use]
    findings: list[Finding] = field(default_factory=list)
    anchored: list[tuple[tuple[str, str], str, int]] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)


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

    def __init__(self, library: Library, addresses: Addresses, language: str, matching: Mapping[str, Matcher]) -> None:
        self.library, self.addresses, self.language, self.matching = library, addresses, language, matching
        self._entries: dict[tuple[str, str], Element] = {}

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
                troubles += self._link(element, number, reading)
            elif element.tag == "img":
                troubles += self._picture(element, number, page)
            elif element.tag == "figure":
                troubles += self._figure(element, number, reading, cited)
            elif element.tag == "cite":
                troubles += [replace(trouble, element=number) for trouble in self._citation(element, cited, page.spoken)]
        if troubles and page.spoken == page.language:
            reading.findings += placing.findings(self.library, page, text, troubles)
        _signatures(parsed.tree)
        if page.links:
            own = page.id if page.kind == "concept" else None
            reading.uses = linking.link(parsed.tree, self.matching[page.spoken], lambda id_: self._to("concept", id_, page), own)
        self._sources(parsed.tree, cited, page)
        return reading

    def html(self, reading: Reading, used_in: Iterable[tuple[Page, Use]] = ()) -> tuple[str, list[Heading]]:
        """The page's HTML and headings; a concept's page ends with the pages that use it. Asking twice gives the same."""
        tree, page = reading.tree, reading.page
        blocks.table_regions(tree, words(page.spoken)["page"]["table"])
        around = page.language if page.kind == "home" else page.spoken    # home's lists are the interface's; its text alone may be untranslated
        for hero in tree.iterfind("div[@class='admonition hero']") if around != page.spoken else ():
            hero.set("lang", page.spoken)
        _set(tree, around)
        children, headings = list(tree), list(reading.headings)
        if listed := list(used_in):
            uses = self._uses(listed, page)
            at = next((number for number, child in enumerate(children) if child.get("id") == "sources"), len(children))
            children[at:at] = uses
            headings.append((2, uses[0].get("id", ""), uses[0].text or ""))
        body = web.html(children)
        return (body if around == page.language else f'<div lang="{around}">{body}</div>'), headings

    # -- links --------------------------------------------------------------------------------------------------------

    def _to(self, kind: str, id_: str, page: Page) -> str:
        return relative(self.addresses.of(kind, id_, self.language), page.address)

    def _link(self, link: Element, number: int, reading: Reading) -> Iterable[Trouble]:
        """Resolve one link in place; what cannot be is a trouble."""
        href = re.sub(r"[\x00-\x20\u00a0]+", "", link.get("href", ""))
        link.set("href", href)
        if not href:
            return
        if href.startswith("#"):
            if href[1:] not in reading.anchors:
                yield _no_anchor(href[1:], reading.anchors, number)
            return
        scheme = SCHEME.match(href)
        if scheme and scheme[1].lower() in ENTRIES:
            yield from self._entry(link, number, scheme[1].lower(), href[scheme.end() :], reading)
        elif (scheme and scheme[1].lower() not in SCHEMES) or href.startswith(("//", "\\")):
            link.set("href", "#")
            yield Trouble("scheme", href, number)
        elif not scheme:
            yield from self._path(link, number, href, reading)

    def _entry(self, link: Element, number: int, kind: str, target: str, reading: Reading) -> Iterable[Trouble]:
        id_, _, anchor = target.partition("#")
        if not self.addresses.has(kind, id_):
            known = [key[1] for key in self.addresses.by_key if key[0] == kind]
            yield Trouble(f"unknown-{kind}" if kind != "index" else "unknown-page", id_, number, {"nearest": nearest(id_, known)})
            link.set("href", "#")
            return
        page = reading.page
        link.set("href", self._to(kind, id_, page) + (f"#{anchor}" if anchor else ""))
        if kind in ("concept", "case", "chapter"):
            link.set("class", f"to-{kind}")
        if kind == "concept":
            link.set("data-term", id_)
        if anchor:
            reading.anchored.append(((kind, id_), anchor, number))

    def _path(self, link: Element, number: int, href: str, reading: Reading) -> Iterable[Trouble]:
        """A relative path to another source file, as an editor's program completes it."""
        path, _, anchor = href.partition("#")
        source = reading.page.source or "docs/"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if target.startswith("..") or path.startswith("/"):
            yield Trouble("outside-project", path, number)
        elif key := _key(target):
            yield from self._entry(link, number, key[0], key[1] + (f"#{anchor}" if anchor else ""), reading)
        else:
            known = {posixpath.relpath(file, posixpath.dirname(source)) for file in self.library.documents}
            yield Trouble("unknown-page", path, number, {"nearest": nearest(path, known)})

    def _picture(self, picture: Element, number: int, page: Page) -> Iterable[Trouble]:
        src = html.unescape(picture.get("src", ""))
        if SCHEME.match(src) or src.startswith("//"):
            picture.set("src", "")
            yield Trouble("remote-picture", src, number)
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.source or "docs/"), src))
        if path.startswith("..") or src.startswith("/"):
            yield Trouble("outside-project", src, number)
        elif path not in self.library.pictures:
            known = {posixpath.relpath(file, posixpath.dirname(page.source or "docs/")) for file in self.library.pictures}
            yield Trouble("missing-picture", src, number, {"nearest": nearest(src, known)})
        else:
            picture.set("src", relative(path.removeprefix("docs/"), page.address).rstrip("/"))
            picture.set("loading", "lazy")

    # -- figures ------------------------------------------------------------------------------------------------------

    @staticmethod
    def _anchor(element: Element, place: int, reading: Reading) -> None:
        """Give a figure its anchor, before any link to it is resolved, and its number on the page."""
        name = f"figure-{element.text}"
        element.attrib |= {"id": blocks.free(name, reading.anchors), "place": str(place)}
        reading.anchors.add(element.get("id", ""))

    def _figure(self, element: Element, number: int, reading: Reading, cited: dict[str, None]) -> Iterable[Trouble]:
        """Draw the figure that an element names, in its place."""
        name, place, page = element.text or "", int(element.attrib.pop("place")), reading.page
        made = self.library.figures.get(name)
        if made is None:
            element.tag, element.attrib = "p", {}
            yield Trouble("unknown-figure", name, number, {"nearest": nearest(name, self.library.figures)})
            return
        reading.figures.append(name)
        drawn = figures.element(made, element.get("id", ""), place, page.spoken, self.library, lambda id_: self._to("case", id_, page))
        element.text, element.attrib = None, drawn.attrib
        element.extend(drawn)
        reading.anchors |= {row.get("id", "") for row in element.iter("tr") if "id" in row.attrib}
        for mark in list(element.iter("cite")):
            list(self._citation(mark, cited, page.spoken))  # what is wrong with it, the figure's own check says
            mark.text = ""
            if len(mark):
                mark[-1].tail = ""

    # -- citations ----------------------------------------------------------------------------------------------------

    def _citation(self, mark: Element, cited: dict[str, None], spoken: str) -> Iterable[Trouble]:
        """Turn `[@source, section; @other]` into links to the page's own list of sources."""
        text = mark.attrib.pop("cites")
        mark.tag, mark.text = "span", "("
        mark.set("class", "citations")
        for number, part in enumerate(re.split(r";\s*(?=@)", text)):
            match = CITED.match(part.strip())
            if not match:
                yield Trouble("bad-citation", f"[{text}]")
                return
            id_, locator = match.groups()
            reference = self.library.references.get(id_)
            if reference is None:
                yield Trouble("unknown-reference", id_, values={"nearest": nearest(id_, self.library.references)})
                continue
            cited[id_] = None
            link = SubElement(mark, "a", {"class": "citation", "href": f"#source-{id_}"})
            link.text = references.label(reference, spoken) + (f", {' '.join(locator.split())}" if locator else "")
            if number:
                mark[-2].tail = " ; " if spoken == "fr" else "; "
        if len(mark):
            mark[-1].tail = ")"

    def _sources(self, tree: Element, cited: Iterable[str], page: Page) -> None:
        """The list of what the page cites, at its foot."""
        if not cited:
            return
        heading = SubElement(tree, "h2", {"id": "sources"})
        heading.text = words(page.spoken)["page"]["sources"]
        listed = SubElement(SubElement(tree, "div", {"class": "admonition sources"}), "ul")
        for id_ in sorted(cited, key=lambda id_: sort_key(references.label(self.library.references[id_], page.spoken))):
            item = SubElement(listed, "li", {"id": f"source-{id_}"})
            entry = copy.deepcopy(self._entry_of(id_, page.spoken))
            item.text = entry.text
            item.extend(entry)

    def _entry_of(self, id_: str, spoken: str) -> Element:
        if (id_, spoken) not in self._entries:
            self._entries[id_, spoken] = blocks.parse(references.entry(self.library.references[id_], spoken)).tree[0]
        return self._entries[id_, spoken]

    def _uses(self, used_in: list[tuple[Page, Use]], page: Page) -> list[Element]:
        """"Used in": the pages that use a concept, each with the sentence of its first use."""
        heading = Element("h2", {"id": "uses"})
        heading.text = words(page.spoken)["concept"]["uses"]
        box = blocks.box("uses")
        SubElement(box, "ul").extend(_use(other, use, page) for other, use in used_in[:SHOWN])
        if rest := used_in[SHOWN:]:
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


def _key(path: str) -> tuple[str, str] | None:
    """The entry that a source file holds, by its path."""
    stem, ending = posixpath.splitext(path)
    parts = stem.split("/")
    if parts[0] == "lexicon" and ending == ".yml" and len(parts) == 2:
        return "concept", parts[1]
    if ending != ".md":
        return None
    if parts[0] == "case_studies" and len(parts) == 2:
        return "case", parts[1].split(".")[0]
    if parts[0] == "docs" and len(parts) == 4 and parts[2] == HANDBOOK:
        return "chapter", parts[3]
    if parts[0] == "docs" and len(parts) == 3:
        return ("index", "home") if parts[2] == "index" else ("page", parts[2])
    return None


def _no_anchor(anchor: str, anchors: Iterable[str], element: int) -> Trouble:
    known = sorted(name for name in anchors if not name.startswith("fn"))
    return Trouble("broken-anchor", anchor, element, {"choices": choices(known), "nearest": nearest(anchor, known)})


def broken_anchors(readings: Iterable[Reading], library: Library) -> list[Finding]:
    """The links into another page's anchors that this page does not have."""
    readings = list(readings)
    anchors = {("index" if reading.page.kind == "home" else reading.page.kind, reading.page.id): reading.anchors for reading in readings}
    found: list[Finding] = []
    for reading in readings:
        troubles = [
            _no_anchor(anchor, anchors[key], element)
            for key, anchor, element in reading.anchored
            if key in anchors and anchor not in anchors[key] and reading.page.spoken == reading.page.language
        ]
        if troubles:
            found += placing.findings(library, reading.page, reading.text, troubles)
    return found


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


def _signatures(tree: Element) -> None:
    """A signature box of one paragraph becomes that paragraph; its citation needs no brackets."""
    for parent in tree.iter("div"):
        for number, child in enumerate(list(parent)):
            if child.get("class") == "admonition signature" and len(child) == 1:
                line = child[0]
                line.set("class", "signature")
                line.tail = child.tail
                parent[number] = line
                for citation in line.iter("span"):
                    citation.text = ""
                    if len(citation) and citation[-1].tail == ")":
                        citation[-1].tail = ""


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

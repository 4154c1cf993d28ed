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
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from . import blocks, linking, references
from .addresses import Addresses, relative
from .blocks import Trouble, plain
from .i18n import sort_key, typeset, words
from .library import HANDBOOK, Library
from .linking import Use
from .matching import Matcher, Term
from .model import LANGUAGES, Finding, Location
from .scene import Page, Text
from .schema import choices, nearest
from .sources import line_column

SCHEMES = ("http", "https", "mailto")
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
Heading = tuple[int, str, str]  # level, anchor, words
ENTRIES = ("concept", "case", "chapter", "page", "index")
CITED = re.compile(r"^@([\w-]+)\s*(?:,\s*(.+))?$", re.DOTALL)


@dataclass(slots=True)
class Reading:
    """A page as read. `tree` is kept until its HTML is asked for; `anchored` are its links into other pages' anchors."""

    page: Page
    text: Text
    tree: Element
    headings: list[Heading]
    anchors: set[str]
    uses: list[Use]
    findings: list[Finding] = field(default_factory=list)
    anchored: list[tuple[tuple[str, str], str, Location]] = field(default_factory=list)


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
        for element in list(parsed.tree.iter()):
            if element.tag == "a":
                troubles += self._link(element, reading)
            elif element.tag == "img":
                troubles += self._picture(element, page)
            elif element.tag == "cite":
                troubles += self._citation(element, cited, page.spoken)
        if troubles and page.spoken == page.language:
            reading.findings += self._findings(reading, troubles)
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
        _set(tree, page.spoken)
        children, headings = list(tree), list(reading.headings)
        if listed := list(used_in):
            uses = self._uses(listed, page)
            at = next((number for number, child in enumerate(children) if child.get("id") == "sources"), len(children))
            children[at:at] = uses
            headings.append((2, uses[0].get("id", ""), uses[0].text or ""))
        body = "".join(tostring(child, encoding="unicode", method="html") for child in children)
        return (body if page.spoken == page.language else f'<div lang="{page.spoken}">{body}</div>'), headings

    # -- links --------------------------------------------------------------------------------------------------------

    def _to(self, kind: str, id_: str, page: Page) -> str:
        return relative(self.addresses.of(kind, id_, self.language), page.address)

    def _link(self, link: Element, reading: Reading) -> Iterable[Trouble]:
        """Resolve one link in place; what cannot be is a trouble."""
        href = re.sub(r"[\x00-\x20\u00a0]+", "", link.get("href", ""))
        link.set("href", href)
        if not href:
            return
        if href.startswith("#"):
            if href[1:] not in reading.anchors:
                yield _no_anchor(href[1:], reading.anchors)
            return
        scheme = SCHEME.match(href)
        if scheme and scheme[1].lower() in ENTRIES:
            yield from self._entry(link, scheme[1].lower(), href[scheme.end() :], reading)
        elif (scheme and scheme[1].lower() not in SCHEMES) or href.startswith(("//", "\\")):
            yield Trouble("scheme", link.get("href", ""))
        elif not scheme:
            yield from self._path(link, href, reading)

    def _entry(self, link: Element, kind: str, target: str, reading: Reading) -> Iterable[Trouble]:
        id_, _, anchor = target.partition("#")
        if not self.addresses.has(kind, id_):
            known = [key[1] for key in self.addresses.by_key if key[0] == kind]
            yield Trouble(f"unknown-{kind}" if kind != "index" else "unknown-page", id_, values={"nearest": nearest(id_, known)})
            link.set("href", "#")
            return
        page = reading.page
        link.set("href", self._to(kind, id_, page) + (f"#{anchor}" if anchor else ""))
        if kind in ("concept", "case", "chapter"):
            link.set("class", f"to-{kind}")
        if kind == "concept":
            link.set("data-term", id_)
        if anchor:
            reading.anchored.append(((kind, id_), anchor, self._place(reading, Trouble("", f"#{anchor}"))))

    def _path(self, link: Element, href: str, reading: Reading) -> Iterable[Trouble]:
        """A relative path to another source file, as an editor's program completes it."""
        path, _, anchor = href.partition("#")
        source = reading.page.source or "docs/"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if target.startswith("..") or path.startswith("/"):
            yield Trouble("outside-project", path)
        elif key := _key(target):
            yield from self._entry(link, key[0], key[1] + (f"#{anchor}" if anchor else ""), reading)
        else:
            known = {posixpath.relpath(file, posixpath.dirname(source)) for file in self.library.documents}
            yield Trouble("unknown-page", path, values={"nearest": nearest(path, known)})

    def _picture(self, picture: Element, page: Page) -> Iterable[Trouble]:
        src = html.unescape(picture.get("src", ""))
        if SCHEME.match(src) or src.startswith("//"):
            yield Trouble("remote-picture", src)
            return
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.source or "docs/"), src))
        if path.startswith("..") or src.startswith("/"):
            yield Trouble("outside-project", src)
        elif path not in self.library.pictures:
            known = {posixpath.relpath(file, posixpath.dirname(page.source or "docs/")) for file in self.library.pictures}
            yield Trouble("missing-picture", src, values={"nearest": nearest(src, known)})
        else:
            picture.set("src", relative(path.removeprefix("docs/"), page.address).rstrip("/"))
            picture.set("loading", "lazy")

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
        listed = SubElement(box, "ul")
        for other, use in used_in:
            item = SubElement(listed, "li")
            link = SubElement(SubElement(item, "p"), "a", {"class": f"to-{other.kind}"})
            link.set("href", relative(other.address, page.address) + (f"#{use.anchor}" if use.anchor else ""))
            link.text = typeset(other.title, other.spoken)
            quote = SubElement(item, "blockquote")
            SubElement(quote, "p").text = typeset(use.sentence, other.spoken)
            if other.spoken != page.spoken:
                item.set("lang", other.spoken)
        return [heading, box]

    # -- places -------------------------------------------------------------------------------------------------------

    def _findings(self, reading: Reading, troubles: list[Trouble]) -> list[Finding]:
        return [Finding(trouble.code, self._place(reading, trouble), {"found": trouble.found, **trouble.values}) for trouble in troubles]

    def _place(self, reading: Reading, trouble: Trouble) -> Location:
        """Where a trouble stands in its source: exactly in a file's text, by searching in its fields."""
        source, text = reading.page.source, reading.text
        if source is None:
            return Location(".")
        document = self.library.documents[source]
        offset = max(text.markdown.find(trouble.found, trouble.at), trouble.at)
        within = text.markdown.count("\n", 0, offset) - text.body_at
        if text.body_line and 0 <= within <= document.body.count("\n"):
            number = text.body_line + within
            column = document.text.split("\n")[number - 1].find(trouble.found.split("\n")[0])
            return Location(source, number, max(column, 0) + 1)
        return self._searched(source, trouble.found)

    def _searched(self, path: str, found: str) -> Location:
        """A passage of a field: in this file, or in the other language's, which the page also shows."""
        others = sorted(file for file in self.library.documents if file.split(".")[0] == path.split(".")[0] and file != path)
        for file in (path, *others):
            if (offset := self.library.documents[file].text.find(found)) >= 0:
                return Location(file, *line_column(self.library.documents[file].text, offset))
        return Location(path)


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


def _no_anchor(anchor: str, anchors: Iterable[str]) -> Trouble:
    known = sorted(name for name in anchors if not name.startswith("fn"))
    return Trouble("broken-anchor", anchor, values={"choices": choices(known), "nearest": nearest(anchor, known)})


def broken_anchors(readings: Iterable[Reading]) -> list[Finding]:
    """The links into another page's anchors that this page does not have."""
    readings = list(readings)
    anchors = {(reading.page.kind, reading.page.id): reading.anchors for reading in readings}
    return [
        Finding("broken-anchor", place, {"found": anchor, **_no_anchor(anchor, anchors[key]).values})
        for reading in readings
        for key, anchor, place in reading.anchored
        if key in anchors and anchor not in anchors[key] and reading.page.spoken == reading.page.language
    ]


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

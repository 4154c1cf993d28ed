"""Citations -> links to the page's own list of sources, and that list."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from vademecum.document import blocks, references
from vademecum.document.blocks import Trouble
from vademecum.language.collation import sort_key
from vademecum.language.nearest import nearest
from vademecum.language.words import words
from vademecum.model import Reference

CITED = re.compile(r"^@([\w-]+)\s*(?:,\s*(.+))?$", re.DOTALL)


class Citations:
    """Sets the citations of pages; `cited` holds what a page cites, in order."""

    def __init__(self, works: Mapping[str, Reference]) -> None:
        self.works = works
        self._entries: dict[tuple[str, str], Element] = {}

    def cite(self, mark: Element, cited: dict[str, None], spoken: str) -> Iterable[Trouble]:
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
            reference = self.works.get(id_)
            if reference is None:
                yield Trouble("unknown-reference", id_, values={"nearest": nearest(id_, self.works)})
                continue
            cited[id_] = None
            link = SubElement(mark, "a", {"class": "citation", "href": f"#source-{id_}"})
            link.text = references.label(reference, spoken) + (
                f", {' '.join(locator.split())}" if locator else ""
            )
            if number:
                mark[-2].tail = " ; " if spoken == "fr" else "; "
        if len(mark):
            mark[-1].tail = ")"

    def sources(self, tree: Element, cited: Iterable[str], spoken: str) -> Element | None:
        """The list of what the page cites, at its foot; none where it cites nothing."""
        if not cited:
            return None
        heading = SubElement(tree, "h2", {"id": "sources"})
        heading.text = words(spoken)["page"]["sources"]
        listed = SubElement(SubElement(tree, "div", {"class": "admonition sources"}), "ul")
        for id_ in sorted(cited, key=lambda id_: sort_key(references.label(self.works[id_], spoken))):
            item = SubElement(listed, "li", {"id": f"source-{id_}"})
            entry = copy.deepcopy(self._entry_of(id_, spoken))
            item.text = entry.text
            item.extend(entry)
        return listed

    def _entry_of(self, id_: str, spoken: str) -> Element:
        if (id_, spoken) not in self._entries:
            self._entries[id_, spoken] = blocks.parse(references.entry(self.works[id_], spoken)).tree[0]
        return self._entries[id_, spoken]


def signatures(tree: Element) -> None:
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

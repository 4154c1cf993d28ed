"""What every export is made from: a library with its addresses, and the words of its Markdown fields."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from vademecum.document import inlines, references, tree, walking
from vademecum.document.tree import Node
from vademecum.pages import identifiers
from vademecum.pages.common.addresses import absolute
from vademecum.pages.edition import Edition
from vademecum.sources.text.source_file import Path_, SourceFile

T = TypeVar("T")


def listed(entries: Iterable[Any], before: str = "", after: str = "") -> str:
    """Entries as a list in JSON, each on a line of its own: Python writes no other layout as fast."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)
    return f"{before}[\n{lines}\n]{after}\n"


class Data:
    """A library as other programs are told of it: addresses that last, plain words."""

    def __init__(self, edition: Edition) -> None:
        self.library, self.addresses, self.here = edition.library, edition.addresses, edition.here
        self.site = edition.setting.site
        self._kept: dict[str, Any] = {}
        self._words: dict[tuple[str, Path_], str] = {}

    def kept(self, name: str, make: Callable[[Data], T]) -> T:
        """What several files are made from, made once."""
        if name not in self._kept:
            self._kept[name] = make(self)
        made: T = self._kept[name]
        return made

    def uri(self, kind: str, id_: str) -> str:
        """The lasting address of an entry."""
        return self.site + identifiers.lasting(kind, id_)

    def page(self, kind: str, id_: str, language: str) -> str:
        """The whole address of an entry's page in a language."""
        return self.site + absolute(identifiers.address((kind, id_), self.addresses, language), language)

    def label(self, vocabulary: str, key: str | None, language: str) -> str:
        """A key of a vocabulary in words; "" for none."""
        return self.library.label(vocabulary, key, language) if key else ""

    def words(self, file: SourceFile, path: Path_, text: str, language: str) -> str:
        """The words of a Markdown field: its paragraphs apart, citations as readers see them."""
        key = file.path, path
        if key not in self._words:
            blocks = self.here.parsed(file, path, text).blocks
            lines = (self._line((block,), language) for block in blocks)
            self._words[key] = "\n\n".join(filter(None, lines))
        return self._words[key]

    def _line(self, nodes: Iterable[Node], language: str) -> str:
        out: list[str] = []
        self._gather(nodes, language, out)
        return " ".join("".join(out).split())

    def _gather(self, nodes: Iterable[Node], language: str, out: list[str]) -> None:
        for node in nodes:
            if isinstance(node, (inlines.Text, inlines.Code, tree.CodeBlock)):
                out.append(node.words)
            elif isinstance(node, inlines.Citation):
                out.append(self._cited(node, language))
            else:
                self._gather(walking.children(node), language, out)
            if isinstance(node, (tree.Written, inlines.Break)):
                out.append(" ")

    def _cited(self, citation: inlines.Citation, language: str) -> str:
        known = self.library.references
        works = (
            ", ".join(filter(None, (references.label(known[work.source], language), work.locator)))
            for work in citation.works
            if work.source in known
        )
        listed = "; ".join(works)
        return f"({listed})" if listed and not citation.bare else listed

"""What the pages of all tools are put together with: fields at their places, sources, links to entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from vademecum.document import inlines, tree
from vademecum.document.inlines import Cited, Inlines, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.words import said_in, words
from vademecum.model.passages import Passage
from vademecum.model.tools import Tool
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import PageText
from vademecum.pages.common.text_builder import TextBuilder, joined, plain, signature, tight, to_entry
from vademecum.sources.text.source_file import Path_

T = TypeVar("T", bound=Tool)
SEPARATOR = " · "


class ToolWriter(Generic[T]):
    """Writes the page of one tool; `blocks` says what it is made of. `t` are the interface's words of
    tools."""

    def __init__(self, tool: T, spoken: str, library: LanguageLibrary) -> None:
        self.tool, self.spoken, self.library = tool, spoken, library
        self.builder = TextBuilder(library, spoken)
        self.file = library.library.documents[tool.path()]
        self.t: dict[str, Any] = words(spoken)["tools"]

    def text(self) -> PageText:
        """The page's text."""
        return self.builder.text(self.blocks())

    def blocks(self) -> Iterator[Block]:
        """The page's blocks, in order."""
        raise NotImplementedError

    # -- fields -------------------------------------------------------------------------------------------

    def markdown(self, path: Path_, texts: Mapping[str, str] | None) -> Blocks:
        """A Markdown field in the language spoken, else in the other; nothing where it is left out."""
        return self.builder.localised(self.file, path, texts) if texts else ()

    def listed(self, name: str, texts: Iterable[Mapping[str, str]]) -> list[Blocks]:
        """The texts of a field that is a list, as items hold them."""
        return [tight(self.markdown((name, number), text)) for number, text in enumerate(texts)]

    def words(self, texts: Mapping[str, str]) -> Inlines:
        """A plain field."""
        return self.builder.words(texts)

    def label(self, texts: Mapping[str, str]) -> str:
        """A plain field as what names a place to write in, which no screen shows."""
        return " ".join(said_in(dict(texts), self.spoken)[0].split())

    # -- room to write --------------------------------------------------------------------------------------

    def to_fill(self, columns: Iterable[Inlines], rows: int, name: str) -> tree.Table:
        """A table to fill in; its rows are named by their numbers, since nothing else stands there yet."""
        head = plain(self.t["row"]), *columns
        empty: tuple[Inlines, ...] = ((),) * (len(head) - 1)
        body = tuple(tree.Row((plain(str(number)), *empty)) for number in range(1, rows + 1))
        return tree.Table(("right", *("left",) * len(empty)), tree.Row(head), body, heads=True, name=name)

    # -- what it comes from -------------------------------------------------------------------------------

    def cited(self, passages: Iterable[Passage]) -> Inlines:
        """The works and places that something is drawn from."""
        works = tuple(
            Cited(one.source, said_in(one.locator, self.spoken)[0] if one.locator else "") for one in passages
        )
        return (inlines.Citation(works, bare=True),) if works else ()

    def whose(self, passages: Iterable[Passage], ours: str = "", more: str | None = None) -> Blocks:
        """The line below a text that says where it comes from and where there is more; nothing without."""
        said: list[Inlines] = [(Text(ours),)] if ours else []
        said += [found for found in (self.cited(passages), self.more(more)) if found]
        return (signature(joined(said, SEPARATOR)),) if said else ()

    def more(self, key: str | None) -> Inlines:
        """A link to the entry that says more."""
        return (Text(f"{self.t['more']} "), *link) if key and (link := self.link(key)) else ()

    def link(self, key: str) -> Inlines:
        """A link to an entry such as "chapter:id", by its title; nothing where there is no such entry."""
        kind, _, id_ = key.partition(":")
        title, lang = self.library.title(kind, id_, self.spoken)
        return (to_entry(kind, id_, title, lang if lang != self.spoken else ""),) if title else ()

"""Checklist -> its page: points to tick, each with its source."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import tree
from vademecum.document.tree import Block
from vademecum.model.tools import Checklist, Point
from vademecum.pages.common.text_builder import tight
from vademecum.pages.tools.tool_writer import ToolWriter


class ChecklistWriter(ToolWriter[Checklist]):
    """Writes a checklist."""

    def blocks(self) -> Iterator[Block]:
        yield from self.markdown(("introduction",), self.tool.introduction)
        if chapter := self.more(self.tool.chapter):
            yield tree.Paragraph(chapter)
        yield tree.Items(tuple(self.point(id_, point) for id_, point in self.tool.points.items()))
        yield from self.markdown(("note",), self.tool.note)

    def point(self, id_: str, point: Point) -> tree.Item:
        """A point with its box, and below it where it comes from."""
        more = point.more if point.more != self.tool.chapter else None
        words = tight(self.markdown(("points", id_, "text"), point.text))
        return tree.Item(
            (*words, *self.whose(point.sources, self.t["our_advice"] if point.ours else "", more)),
            checked=False,
            name=id_,
        )

"""Table of markers -> its page: the markers to choose from, flow by flow, and the table to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines
from vademecum.document.tree import Block
from vademecum.model.tools import TOLD, Marker, Markers
from vademecum.pages.common.text_builder import box, heading, paragraph, plain
from vademecum.pages.tools.tool_writer import ToolWriter

ROWS = 5  # to fill in: the introduction asks for three to five markers


class MarkersWriter(ToolWriter[Markers]):
    """Writes a table of markers."""

    def blocks(self) -> Iterator[Block]:
        yield from self.markdown(("introduction",), self.tool.introduction)
        yield from self.whose(self.tool.sources)
        for number, remark in enumerate(self.tool.remarks):
            words = self.markdown(("remarks", number, "text"), remark.text)
            yield box("note", (*words, *self.whose(remark.sources)))
        columns = (plain(self.t["marker"]), *(self.words(label) for label in self.tool.columns.values()))
        yield box("landscape", (heading(self.t["fill"], "fill"), self.to_fill(columns, ROWS, "fill")))
        yield box("landscape", self.flows())

    def flows(self) -> Iterator[Block]:
        """The markers, flow by flow."""
        yield heading(self.t["to_choose"], "choose")
        yield paragraph(self.t["italics"])
        for flow, label in self.tool.flows.items():
            found = [marker for marker in self.tool.markers.values() if marker.flow == flow]
            if found:
                yield tree.Heading(3, self.words(label), f"flow-{flow}")
                yield self.table(found)

    def table(self, markers: list[Marker]) -> Block:
        head = (plain(self.t["marker"]), *(plain(self.t[name]) for name in TOLD))
        rows = tuple(tree.Row((self.named(one), *(self.cell(one, name) for name in TOLD))) for one in markers)
        return tree.Table(("left",) * len(head), tree.Row(head), rows, heads=True)

    def named(self, marker: Marker) -> Inlines:
        """A marker and where it is told of."""
        cited = self.cited(marker.sources)
        return (
            *self.words(marker.label),
            *((inlines.Break(), inlines.Span(cited, name="whose")) if cited else ()),
        )

    def cell(self, marker: Marker, name: str) -> Inlines:
        """What is said of a marker, in italics where the words are the editors' own."""
        words = self.words(getattr(marker, name))
        return (inlines.Emphasis(words),) if name in marker.ours else words

"""Reading path -> its page: what to read, in order, how long it takes, and why."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Text
from vademecum.document.tree import Block
from vademecum.model.tools import ReadingPath, Stop
from vademecum.pages.common.reading_time import PACE, minutes
from vademecum.pages.common.text_builder import box, paragraph
from vademecum.pages.tools.tool_writer import SEPARATOR, ToolWriter


class PathWriter(ToolWriter[ReadingPath]):
    """Writes a reading path."""

    def blocks(self) -> Iterator[Block]:
        steps = [(stop, self.minutes(stop)) for stop in self.tool.steps]
        whole = sum(time for _, time in steps)
        said = self.t["path"]
        yield paragraph(said["length"].format(count=len(steps), time=self.time(whole), pace=PACE))
        items = tuple(self.step(number, stop, time) for number, (stop, time) in enumerate(steps))
        yield box("path", [tree.Items(items, 1)])
        yield paragraph(said["ours"])
        yield from self.whose(self.tool.sources)

    def minutes(self, stop: Stop) -> int:
        """How long a step takes to read."""
        kind, _, id_ = stop.to.partition(":")
        return minutes(kind, id_, self.library)

    def time(self, whole: int) -> str:
        """Minutes in words."""
        hours, rest = divmod(whole, 60)
        form = "both" if hours and rest else "hours" if hours else "minutes"
        return str(self.t["length"][form].format(hours=hours, minutes=rest))

    def step(self, number: int, stop: Stop, time: int) -> tree.Item:
        """A step: its title, which leads there, its kind and time, the reason."""
        kind = stop.to.partition(":")[0]
        what = f"{self.library.words['kinds'][kind]}{SEPARATOR}"
        measured = inlines.Span((Text(self.time(time)),), name="minutes")
        blocks = (
            tree.Line(self.link(stop.to)),
            tree.Paragraph((Text(what), measured), name="signature"),
            *self.markdown(("steps", number, "why"), stop.why),
        )
        return tree.Item(blocks, checked=False, name=stop.to.replace(":", "-"))

"""Trainer's sheet -> its page: the session at a glance, its steps, the form that participants fill in."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Target, Text
from vademecum.document.tree import Block
from vademecum.language.words import words
from vademecum.model.tools import Sheet, Worksheet
from vademecum.pages.common.text_builder import (
    box,
    entry,
    heading,
    items,
    joined,
    paragraph,
    plain,
    signature,
)
from vademecum.pages.tools.tool_writer import ToolWriter

FORM = "evaluation"
LINES = 5  # to write an answer on


def length(minutes: int, language: str) -> str:
    """A number of minutes in words: "45 min", "1 h 30", "1 hr 30 min"."""
    said, (hours, rest) = words(language)["tools"]["length"], divmod(minutes, 60)
    if not hours:
        return str(said["minutes"].format(minutes=rest))
    return str(said["both" if rest else "hours"].format(hours=hours, minutes=rest))


class SheetWriter(ToolWriter[Sheet]):
    """Writes a trainer's sheet."""

    def blocks(self) -> Iterator[Block]:
        yield self.glance()
        yield from self.markdown(("note",), self.tool.note)
        yield heading(self.t["steps"], "steps")
        yield self.steps()
        yield box("beside", self.lists())
        yield from self.origin()
        yield self.form()
        for key, sheet in self.tool.worksheets.items():
            yield self.worksheet(key, sheet)

    def glance(self) -> Block:
        """How long, for how many, with what."""
        group, material = self.tool.group, self.listed("material", self.tool.material)
        listed = (
            entry(self.t["duration"], plain(length(self.tool.duration, self.spoken))),
            entry(self.t["group"], plain(self.t["people"].format(least=group.least, most=group.most))),
            entry(self.t["material"], *material),
        )
        return box("session", [tree.Entries(listed)])

    def steps(self) -> Block:
        """The steps, each with its minutes and where it begins; the whole below."""
        head = [self.t["minutes"], self.t["begins"], self.t["trainer"], self.t["participants"]]
        rows, begun = [], 0
        for step in self.tool.steps:
            told = (self.words(step.trainer), self.words(step.participants))
            rows.append(tree.Row((plain(str(step.minutes)), plain(clock(begun)), *told)))
            begun += step.minutes
        whole = (
            (inlines.Strong(plain(str(begun))),),
            plain(clock(begun)),
            (inlines.Strong(plain(self.t["end"])),),
            (),
        )
        heads = tree.Row(tuple(map(plain, head)))
        return tree.Table(("right", "right", "left", "left"), heads, (*rows, tree.Row(whole)))

    def lists(self) -> Iterator[Block]:
        """What to expect and to ask, where there is any; how to tell that it worked; what to hand out."""
        tool = self.tool
        groups = {
            "expect": self.listed("expect", tool.expect),
            "questions": self.listed("questions", tool.questions),
        }
        for name, listed in groups.items():
            if listed:
                yield box("one-beside", [items(listed)], plain(self.t[name]))
        yield box("one-beside", [paragraph(self.t["worked_text"])], plain(self.t["worked"]))
        blocks: list[Block] = [tree.Entries(tuple(self.handouts()))]
        booklets = self.library.library.booklets.values()
        if any(f"tool:{tool.id}" in booklet.contents for booklet in booklets):
            blocks.append(signature(plain(self.t["pages_told"])))
        yield box("one-beside", blocks, plain(self.t["handouts"]), ("handouts",))

    def handouts(self) -> Iterator[tree.Entry]:
        """Who gets a copy, and of what: entries to read, then worksheets, and of the form everyone."""
        for copies, said in self.t["copies"].items():
            listed = [link for key in getattr(self.tool.handouts, copies) if (link := self.link(key))]
            for key, sheet in self.tool.worksheets.items():
                if sheet.copies == copies:
                    listed.append(self.here(f"sheet-{key}", self.words(sheet.title)))
            if copies == "participant":
                listed.append(self.here(FORM, plain(self.t["form"])))
            if listed:
                yield entry(said, *listed)

    def here(self, anchor: str, words: Inlines) -> Inlines:
        """A link to a sheet of this page, by its title."""
        return (inlines.Link(Target("anchor", "", anchor), words),)

    def form(self) -> Block:
        """The form that participants fill in."""
        blocks: list[Block] = [paragraph(self.t["form_text"])]
        for number, text in enumerate(self.tool.evaluation):
            blocks += self.markdown(("evaluation", number), text)
            blocks.append(tree.Blank(f"{FORM}-{number + 1}", self.label(text), LINES))
        return tree.Box("form", tuple(blocks), plain(self.t["form"]), anchor=FORM)

    def worksheet(self, key: str, sheet: Worksheet) -> Block:
        """A table that participants fill in."""
        title = tree.Heading(2, self.words(sheet.title), f"sheet-{key}")
        return box("landscape", (title, self.to_fill(map(self.words, sheet.columns), sheet.rows, key)))

    def origin(self) -> Iterator[Block]:
        """Which sources give the subject, and what of the sheet is the editors' own."""
        cited = self.cited(self.tool.sources)
        parts = [(Text(f"{self.t['subject']} "), *cited)] if cited else []
        yield signature(joined([*parts, plain(self.t["sheet_ours"])], ". "))


def clock(minutes: int) -> str:
    """Where a step begins, from the start of the session: 1:05."""
    return f"{minutes // 60}:{minutes % 60:02}"

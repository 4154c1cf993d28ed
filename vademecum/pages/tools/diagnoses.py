"""Self-diagnosis -> its page: how answers are counted, the questions by theme, what the results suggest.

Everything that the profile is made of stands on the page, so that it can be read beforehand, printed and
worked out by hand; the script only adds up (theme/assets/scripts/diagnosis.js).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Block, Blocks
from vademecum.language.formats import number as written
from vademecum.model.tools import GRADES, Diagnosis, Graded, Lead, Scale, Theme
from vademecum.pages.common.text_builder import box, heading, items, led, plain, signature
from vademecum.pages.tools.tool_writer import SEPARATOR, ToolWriter

MOST = GRADES - 1
ROOM = "………"  # to write a sum by hand


class Bounds(NamedTuple):
    """Of a theme's sum on paper: the last that is low, the last that is middle, the greatest there is."""

    low: int
    middle: int
    most: int


def bounds(questions: int, scale: Scale) -> Bounds:
    """The scale, which is of means, as sums over so many questions."""
    low, middle = (math.ceil(bound * questions) - 1 for bound in (scale.low_below, scale.high_from))
    return Bounds(low, middle, MOST * questions)


class DiagnosisWriter(ToolWriter[Diagnosis]):
    """Writes a self-diagnosis."""

    def blocks(self) -> Iterator[Block]:
        said = self.t["diagnosis"]
        yield from self.markdown(("introduction",), self.tool.introduction)
        yield box("rules", [items(self.rules())], plain(said["rules"]))
        number = 0
        for key, theme in self.tool.themes.items():
            yield tree.Box("theme", self.theme(key, theme, number), anchor=f"theme-{key}")
            number += len(theme.questions)
        yield heading(said["results"], "results")
        yield self.results()
        yield heading(said["sums"], "sums")
        yield tree.Paragraph(plain(said["sums_text"]))
        yield self.sums()

    def rules(self) -> list[Inlines]:
        """How answers are counted, in words."""
        scale, said = self.tool.scale, self.t["diagnosis"]
        numbers = {
            "most": MOST,
            "low": self.bound(scale.low_below),
            "high": self.bound(scale.high_from),
            "leads": self.bound(scale.leads_below),
        }
        return [plain(rule.format(**numbers)) for rule in said["rules_text"].values()]

    def bound(self, value: float) -> str:
        """A bound of the scale as it is written."""
        return written(Decimal(f"{value:g}"), self.spoken)

    def theme(self, key: str, theme: Theme, before: int) -> Blocks:
        """A theme's questions under its title; `before` is how many come before."""
        asked = (
            self.asked(key, id_, graded, number)
            for number, (id_, graded) in enumerate(theme.questions.items(), before + 1)
        )
        return tree.Heading(2, self.words(theme.title), f"{key}"), *asked

    def asked(self, theme: str, id_: str, graded: Graded, number: int) -> Block:
        """A question with its answers, why it is asked, and where low answers lead."""
        path = ("themes", theme, "questions", id_)
        content = (Text(f"{number}. "), *self.words(graded.text))
        answers = tuple(map(self.words, graded.answers))
        name = f"{theme}-{id_}"
        blocks: Blocks = (
            tree.Question(str(number), content, answers, anchor=name, graded=True),
            *self.why((*path, "why"), graded),
        )
        if graded.ours:
            blocks += (signature(plain(self.t["our_question"])),)
        if graded.leads:
            blocks += (
                box("leads", [items(map(self.lead, graded.leads))], plain(self.t["diagnosis"]["leads"])),
            )
        return box("asked", blocks)

    def why(self, path: tuple[str, ...], graded: Graded) -> Blocks:
        """Why a question is asked, and where that comes from, in one paragraph."""
        lead = (inlines.Strong((Text(self.t["diagnosis"]["why"]),)), Text(" "))
        *before, last = led(lead, self.markdown(path, graded.why))
        if graded.sources and isinstance(last, tree.Paragraph):
            cited = tuple(
                replace(one, bare=False)
                for one in self.cited(graded.sources)
                if isinstance(one, inlines.Citation)
            )
            last = replace(last, content=(*last.content, Text(" "), *cited))
        return *before, last

    def lead(self, lead: Lead) -> Inlines:
        """Where to read on, and why."""
        because = inlines.Span(self.words(lead.because), name="because")
        return *self.link(lead.to), Text(SEPARATOR), because

    def results(self) -> Block:
        """What each result suggests."""
        said = self.t["diagnosis"]
        head = tree.Row(tuple(map(plain, (said["theme"], *said["levels"].values()))))
        rows = tuple(
            tree.Row(
                tuple(map(self.words, (theme.title, theme.low, theme.middle, theme.high))),
                f"result-{key}",
            )
            for key, theme in self.tool.themes.items()
        )
        return tree.Table(("", "", "", ""), head, rows, heads=True)

    def sums(self) -> Block:
        """The table in which grades are added up by hand."""
        said = self.t["diagnosis"]
        heads = (said["theme"], said["questions"], said["sum"], *said["levels"].values())
        rows, number = [], 0
        for theme in self.tool.themes.values():
            count = len(theme.questions)
            rows.append(self.sum(theme, number + 1, number + count))
            number += count
        return tree.Table(
            ("", "", "right", "", "", ""), tree.Row(tuple(map(plain, heads))), tuple(rows), heads=True
        )

    def sum(self, theme: Theme, first: int, last: int) -> tree.Row:
        """A theme's line of the table: its questions, room for their sum, the bounds of the levels."""
        bound = bounds(last - first + 1, self.tool.scale)
        spans = ((0, bound.low), (bound.low + 1, bound.middle), (bound.middle + 1, bound.most))
        said = self.t["diagnosis"]["span"]
        return tree.Row(
            (
                self.words(theme.title),
                plain(said.format(first, last)),
                plain(f"{ROOM} / {bound.most}"),
                *(plain(said.format(*span)) for span in spans),
            )
        )

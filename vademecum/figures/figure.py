"""A figure's data -> its parts: its numbered title, its drawing, its data as a table, its source.

The words are those of the page's language, else of the language that has them. A typology's cases are found
when it is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from vademecum.document.inlines import Citation, Cited, Inlines, Text
from vademecum.document.tree import Blocks, Paragraph, Table
from vademecum.figures.charts import svg
from vademecum.figures.sheet import Line, Mark, Plot, Said
from vademecum.figures.wording import Wording, cases_of
from vademecum.language.formats import number
from vademecum.language.typography import NO_BREAK, typeset
from vademecum.model import Figure, Passage, Row, Series
from vademecum.sources.library import Library

# Kinds whose tables say in words what a number that is not there means.
WORDED = frozenset(("grid", "sequence", "typology"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure's parts for one place on one page, in the order in which they stand there.

    `anchor` is the figure's own on its page, `number` words such as "Figure 1."; `title` the inlines of a
    paragraph. `drawing` is an SVG element whose ids begin with the anchor: `sheet.on_screen` and
    `sheet.on_paper` write it. It is named by what has `title_id` and holds `alt`, the words that stand for
    it. `data` is what the table is called; in a typology its rows have anchors and link to cases. `missing`
    says what a number that is not there means. The words of the drawing, `alt` too, are set; all else is as
    written, and a writer sets its type. What a figure lacks is None.
    """

    id: str
    kind: str
    anchor: str
    number: str
    title: Inlines
    caution: Paragraph | None
    drawing: Element
    alt: Said
    data: str
    table: Table
    missing: Paragraph | None
    note: Paragraph | None
    source: Paragraph

    @property
    def title_id(self) -> str:
        return title_id(self.anchor)

    @property
    def opened(self) -> bool:
        """Whether the table is seen at once: parts of a typology lead to it."""
        return self.kind == "typology"

    def blocks(self) -> Blocks:
        """All that is said in words, as blocks: what a search finds."""
        title = Paragraph((Text(self.number + " "), *self.title))
        parts = (title, self.caution, self.table, self.missing, self.note, self.source)
        return tuple(part for part in parts if part is not None)


def title_id(anchor: str) -> str:
    """The id of the words that name a figure."""
    return f"{anchor}-title"


def drawn(figure: Figure, anchor: str, place: int, language: str, library: Library) -> Drawn:
    """A figure's parts in a language; `anchor` is its own on its page and `place` its number there."""
    its = Wording(figure, anchor, language, library)
    plot = _plot(its)
    unknown = any(row.values.get(key) is None for row in figure.rows.values() for key in figure.series)
    missing = Paragraph((Text(its.t["missing_note"]),), name="note")
    return Drawn(
        figure.id,
        figure.kind,
        anchor,
        its.t["number"].format(place),
        its.inlines(figure.title),
        its.paragraph(figure.caution, "caution"),
        svg(plot),
        plot.alt,
        its.t["data"],
        its.table(),
        missing if unknown and figure.kind not in WORDED else None,
        its.paragraph(figure.note, "note"),
        _source(its),
    )


def _plot(its: Wording) -> Plot:
    """What is drawn, its words ready."""
    figure = its.figure
    shown = {key: series for key, series in figure.series.items() if series.drawn} or figure.series
    lines = tuple(
        Line(
            its.set(its.label(key, row)),
            tuple(_mark(its, row.values.get(one), series) for one, series in shown.items()),
            **_read_so(its, key, row, list(figure.rows.values())[place:]),
        )
        for place, (key, row) in enumerate(figure.rows.items(), 1)
    )
    # One series with a unit says what it counts by its unit.
    bare = len(shown) == 1 and figure.kind != "matrix"
    series = tuple(Said("") if one.unit and bare else its.set(its.said(one.label)) for one in shown.values())
    alt = its.set(its.said(figure.alt))
    return Plot(its.anchor, figure.kind, title_id(its.anchor), alt, series, lines, figure.scale)


def _mark(its: Wording, value: Decimal | None, series: Series) -> Mark:
    """A number with its unit; in a grid, what it says."""
    if its.figure.kind == "grid":
        return Mark(value, typeset(its.holds(value), its.language))
    if value is None:
        return Mark(None, typeset(its.t["missing"], its.language))
    unit = its.set(its.said(series.unit)).text if series.unit else ""
    joint = "" if not unit or (unit == "%" and its.language != "fr") else NO_BREAK
    return Mark(value, number(value, its.language) + joint + unit)


def _read_so(its: Wording, key: str, row: Row, below: Sequence[Row]) -> dict[str, Any]:
    """What a row has beside its name and numbers; `below` are the rows that follow.

    Of a logic: its letter, how many cases we read so, and the row of the table that lists them.
    """
    if its.figure.kind == "typology":
        count = len(cases_of(its.library, key))
        name = "no_case" if not count else "one_case" if count == 1 else "cases_count"
        more = Said(typeset(its.t[name].format(count), its.language))
        return {"letter": key, "more": more, "href": f"#{its.row_anchor(key)}" if count else ""}
    if its.figure.kind not in WORDED:
        return {}
    more = its.set(its.said(row.text)) if row.text else Said("")
    when = typeset(its.when(row), its.language)
    return {"more": more, "when": when, "through": _through(row, below)}


def _through(row: Row, below: Sequence[Row]) -> int | None:
    """How many of the rows below a period began before it was over; None of what is no period."""
    if row.start is None or row.end is None:
        return None
    starts = [one.start for one in below if one.start is not None]
    return sum(start[: len(row.end)] <= row.end[: len(start)] for start in starts)


def _source(its: Wording) -> Paragraph:
    """The works that the figure is drawn from, each with its place."""
    passages = (Passage(source=its.figure.source, locator=its.figure.locator), *its.figure.also)
    works = (Cited(one.source, its.said(one.locator).text if one.locator else "") for one in passages)
    cited = Citation(tuple(works), bare=True)
    return Paragraph((Text(its.t["source"] + " "), cited), name="signature")

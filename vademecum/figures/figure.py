"""A figure's data -> its parts: its numbered title, its drawing, its data as a table, its source.

The words are those of the page's language, else of the language that has them. A typology's cases are found
when it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from vademecum.document import tree
from vademecum.document.inlines import Citation, Cited, Inlines, Link, Span, Target, Text
from vademecum.document.tree import Blocks, Paragraph, Table
from vademecum.figures.charts import svg
from vademecum.figures.sheet import Line, Mark, Plot, Said
from vademecum.language.collation import slug, sort_key
from vademecum.language.formats import number
from vademecum.language.typography import NO_BREAK, typeset
from vademecum.language.words import said_in, words
from vademecum.model import Figure, Row, Series
from vademecum.sources.library import CaseStudy, Library


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
    return _Maker(figure, anchor, language, library).drawn(place)


def cases_of(library: Library, logic: str) -> list[CaseStudy]:
    """The cases that we read in a logic."""
    return [case for case in library.cases.values() if logic in case.facts.logics]


def _short(title: str) -> str:
    """A case's title as a list names it: what stands before its colon, which is the place."""
    return re.split(r"\s*:\s", title)[0]


class _Maker:
    def __init__(self, figure: Figure, anchor: str, language: str, library: Library) -> None:
        self.figure, self.anchor, self.language, self.library = figure, anchor, language, library
        self.t: dict[str, str] = words(language)["figure"]

    def drawn(self, place: int) -> Drawn:
        figure = self.figure
        unknown = any(row.values.get(key) is None for row in figure.rows.values() for key in figure.series)
        missing = Paragraph((Text(self.t["missing_note"]),), name="note")
        plot = self.plot()
        return Drawn(
            figure.id,
            figure.kind,
            self.anchor,
            self.t["number"].format(place),
            self.inlines(figure.title),
            self.paragraph(figure.caution, "caution"),
            svg(plot),
            plot.alt,
            self.t["data"],
            self.typology() if figure.kind == "typology" else self.table(),
            missing if unknown and figure.kind != "typology" else None,
            self.paragraph(figure.note, "note"),
            self.source(),
        )

    def said(self, localised: Mapping[str, str]) -> Said:
        """Words as they are written, with their language where it is another."""
        text, spoken = said_in(dict(localised), self.language)
        return Said(text, spoken if spoken != self.language else "")

    def set(self, said: Said) -> Said:
        """Words with their type set, for the drawing."""
        return Said(typeset(said.text, said.lang or self.language), said.lang)

    def inlines(self, localised: Mapping[str, str], after: str = "") -> Inlines:
        return _inlines(self.said(localised), after)

    def paragraph(self, localised: Mapping[str, str] | None, name: str) -> Paragraph | None:
        if not localised:
            return None
        said = self.said(localised)
        return Paragraph((Text(said.text),), said.lang, name)

    def label(self, key: str, row: Row) -> Said:
        return self.said(row.label or self.library.vocabularies.logics.get(key) or {self.language: key})

    # -- the drawing ----------------------------------------------------------------------------------------

    def plot(self) -> Plot:
        figure = self.figure
        shown = {key: series for key, series in figure.series.items() if series.drawn} or figure.series
        lines = tuple(
            Line(
                self.set(self.label(key, row)),
                tuple(self.mark(row.values.get(one), series) for one, series in shown.items()),
                **self.read_so(key),
            )
            for key, row in figure.rows.items()
        )
        # One series with a unit says what it counts by its unit.
        bare = len(shown) == 1 and figure.kind != "matrix"
        series = tuple(
            Said("") if one.unit and bare else self.set(self.said(one.label)) for one in shown.values()
        )
        alt = self.set(self.said(figure.alt))
        return Plot(self.anchor, figure.kind, title_id(self.anchor), alt, series, lines, figure.scale)

    def mark(self, value: Decimal | None, series: Series) -> Mark:
        """A number with its unit."""
        if value is None:
            return Mark(None, typeset(self.t["missing"], self.language))
        unit = self.set(self.said(series.unit)).text if series.unit else ""
        joint = "" if not unit or (unit == "%" and self.language != "fr") else NO_BREAK
        return Mark(value, number(value, self.language) + joint + unit)

    def read_so(self, key: str) -> dict[str, str]:
        """Of a logic: its letter, how many cases we read so, and the row of the table that lists them."""
        if self.figure.kind != "typology":
            return {}
        count = len(cases_of(self.library, key))
        name = "no_case" if not count else "one_case" if count == 1 else "cases_count"
        more = typeset(self.t[name].format(count), self.language)
        return {"letter": key, "more": more, "href": f"#{self.row_anchor(key)}" if count else ""}

    def row_anchor(self, key: str) -> str:
        return f"{self.anchor}-{slug(key)}"

    # -- the table ------------------------------------------------------------------------------------------

    def table(self) -> Table:
        series = self.figure.series.values()
        head = [self.counted(one) for one in series]
        rows = tuple(
            tree.Row((_inlines(self.label(key, row)), *(self.value(row, one) for one in self.figure.series)))
            for key, row in self.figure.rows.items()
        )
        return Table(("", *("right" for _ in series)), tree.Row(((), *head)), rows, heads=True, data=True)

    def counted(self, series: Series) -> Inlines:
        """What a column counts, with its unit."""
        return self.inlines(series.label, f" ({self.said(series.unit).text})" if series.unit else "")

    def value(self, row: Row, series: str) -> Inlines:
        value = row.values.get(series)
        return (Text(self.t["missing"] if value is None else number(value, self.language)),)

    def typology(self) -> Table:
        head: list[Inlines] = [(Text(self.t[name]),) for name in ("logic", "cases", "aims")]
        rows = tuple(self.logic(key, row) for key, row in self.figure.rows.items())
        return Table(("", "", ""), tree.Row(tuple(head)), rows, heads=True, data=True)

    def logic(self, key: str, row: Row) -> tree.Row:
        """A logic with the cases that we read so and the effects that it expects."""
        said = self.label(key, row)
        aims = (
            self.said(series.label).text
            for one, series in self.figure.series.items()
            if row.values.get(one) is not None
        )
        cells = (
            _inlines(Said(f"{key}. {said.text}", said.lang)),
            self.cases(key),
            (Text(self.t["joint"].join(aims)),),
        )
        return tree.Row(cells, self.row_anchor(key))

    def cases(self, logic: str) -> Inlines:
        """Links to the cases that we read in a logic, by title."""
        language = self.language
        links: list[Link | Text] = []
        for case in sorted(
            cases_of(self.library, logic),
            key=lambda case: sort_key(case.words(case.spoken_in(language)).title),
        ):
            spoken = case.spoken_in(language)
            title = (Text(_short(case.words(spoken).title)),)
            links += (
                Link(Target("case", case.id), title, spoken if spoken != language else ""),
                Text(self.t["joint"]),
            )
        return tuple(links[:-1]) or (Text(self.t["no_case"]),)

    def source(self) -> Paragraph:
        locator = self.said(self.figure.locator).text if self.figure.locator else ""
        cited = Citation((Cited(self.figure.source, locator),), bare=True)
        return Paragraph((Text(self.t["source"] + " "), cited), name="signature")


def _inlines(said: Said, after: str = "") -> Inlines:
    """Words as inlines, marked where they are in another language."""
    text = Text(said.text + after)
    return (Span((text,), said.lang),) if said.lang else (text,)

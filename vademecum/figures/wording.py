"""A figure's words in a language: as written, with their type set, as inlines and as a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vademecum.document import tree
from vademecum.document.inlines import Break, Inlines, Link, Span, Target, Text
from vademecum.document.tree import Paragraph, Table
from vademecum.figures.sheet import Said
from vademecum.language.collation import slug, sort_key
from vademecum.language.formats import number, span
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.model import Figure, Row, Series
from vademecum.sources.library import CaseStudy, Library


def cases_of(library: Library, logic: str) -> list[CaseStudy]:
    """The cases that we read in a logic."""
    return [case for case in library.cases.values() if logic in case.facts.logics]


def _short(title: str) -> str:
    """A case's title as a list names it: what stands before its colon, which is the place."""
    return re.split(r"\s*:\s", title)[0]


def inlines_of(said: Said, after: str = "") -> Inlines:
    """Words as inlines, marked where they are in another language."""
    text = Text(said.text + after)
    return (Span((text,), said.lang),) if said.lang else (text,)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a figure for one place on one page; `anchor` is the figure's own there."""

    figure: Figure
    anchor: str
    language: str
    library: Library

    @property
    def t(self) -> dict[str, str]:
        """The interface's words about figures."""
        told: dict[str, str] = words(self.language)["figure"]
        return told

    def said(self, localised: Mapping[str, str]) -> Said:
        """Words as they are written, with their language where it is another."""
        text, spoken = said_in(dict(localised), self.language)
        return Said(text, spoken if spoken != self.language else "")

    def set(self, said: Said) -> Said:
        """Words with their type set, for the drawing."""
        return Said(typeset(said.text, said.lang or self.language), said.lang)

    def inlines(self, localised: Mapping[str, str], after: str = "") -> Inlines:
        """The words as inlines."""
        return inlines_of(self.said(localised), after)

    def paragraph(self, localised: Mapping[str, str] | None, name: str) -> Paragraph | None:
        """The words as a paragraph of this name; None where there are none."""
        if not localised:
            return None
        said = self.said(localised)
        return Paragraph((Text(said.text),), said.lang, name)

    def label(self, key: str, row: Row) -> Said:
        """What a row is called; a logic that has no name here is called as in vocabularies.yml."""
        return self.said(row.label or self.library.vocabularies.logics.get(key) or {self.language: key})

    def when(self, row: Row) -> str:
        """The date or period of a row in words; nothing where it has none."""
        return span(row.start, row.end or row.start, self.language) if row.start else ""

    def holds(self, value: Decimal | None) -> str:
        """What a cell of a grid says: yes, no, or that the source does not say."""
        return self.t["unsaid" if value is None else "held" if value else "not_held"]

    def row_anchor(self, key: str) -> str:
        """The id of a row of a typology's table."""
        return f"{self.anchor}-{slug(key)}"

    # -- the table ------------------------------------------------------------------------------------------

    def table(self) -> Table:
        """All that the figure shows, in words."""
        kinds = {"typology": self._typology, "grid": self._grid, "sequence": self._sequence}
        return kinds.get(self.figure.kind, self._numbers)()

    def _numbers(self) -> Table:
        series = self.figure.series.values()
        head = [self._counted(one) for one in series]
        rows = tuple(
            tree.Row(
                (inlines_of(self.label(key, row)), *(self._value(row, one) for one in self.figure.series))
            )
            for key, row in self.figure.rows.items()
        )
        return Table(("", *("right" for _ in series)), tree.Row(((), *head)), rows, heads=True, data=True)

    def _counted(self, series: Series) -> Inlines:
        """What a column counts, with its unit."""
        return self.inlines(series.label, f" ({self.said(series.unit).text})" if series.unit else "")

    def _value(self, row: Row, series: str) -> Inlines:
        value = row.values.get(series)
        return (Text(self.t["missing"] if value is None else number(value, self.language)),)

    def _named(self, key: str, row: Row) -> Inlines:
        """What a row is called, and below it, told apart from it, the text that it has beside."""
        named = inlines_of(self.label(key, row))
        if not row.text:
            return named
        said = self.said(row.text)
        return (*named, Break(), Span((Text(said.text),), said.lang, "more"))

    def _grid(self) -> Table:
        series = self.figure.series
        head = ((), *(self.inlines(one.label) for one in series.values()))
        rows = tuple(
            tree.Row((self._named(key, row), *((Text(self.holds(row.values.get(one))),) for one in series)))
            for key, row in self.figure.rows.items()
        )
        return Table(("", *("center" for _ in series)), tree.Row(head), rows, heads=True, data=True)

    def _sequence(self) -> Table:
        """A row for each event with its date, or for each step with its number; then whose it is."""
        figure = self.figure
        series = [self.inlines(one.label) for one in figure.series.values()]
        dated = any(row.start for row in figure.rows.values())
        named = series[0] if len(series) == 1 else (Text(self.t["event" if dated else "step"]),)
        head: list[Inlines] = [*([(Text(self.t["date"]),)] if dated else []), named]
        head += [(Text(self.t["side"]),)] if len(series) > 1 else []
        rows = []
        for place, (key, row) in enumerate(figure.rows.items(), 1):
            label = self._named(key, row)
            cells = [(Text(self.when(row)),), label] if dated else [(Text(f"{place}. "), *label)]
            rows.append(tree.Row((*cells, *([self._sides(row)] if len(series) > 1 else []))))
        return Table(("",) * len(head), tree.Row(tuple(head)), tuple(rows), heads=True, data=True)

    def _sides(self, row: Row) -> Inlines:
        """The series that a row is of."""
        made: Inlines = ()
        for key, one in self.figure.series.items():
            if row.values.get(key):
                made += (*((Text(self.t["joint"]),) if made else ()), *self.inlines(one.label))
        return made

    def _typology(self) -> Table:
        head: list[Inlines] = [(Text(self.t[name]),) for name in ("logic", "cases", "aims")]
        rows = tuple(self._logic(key, row) for key, row in self.figure.rows.items())
        return Table(("", "", ""), tree.Row(tuple(head)), rows, heads=True, data=True)

    def _logic(self, key: str, row: Row) -> tree.Row:
        """A logic with the cases that we read so and the effects that it expects."""
        said = self.label(key, row)
        aims = (
            self.said(series.label).text
            for one, series in self.figure.series.items()
            if row.values.get(one) is not None
        )
        cells = (
            inlines_of(Said(f"{key}. {said.text}", said.lang)),
            self._cases(key),
            (Text(self.t["joint"].join(aims)),),
        )
        return tree.Row(cells, self.row_anchor(key))

    def _cases(self, logic: str) -> Inlines:
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

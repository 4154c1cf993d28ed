"""A figure's data -> what stands on a page: its numbered caption, its drawing, its data as a table, its source.

The drawing's words are those of the page's language, else of the one that has them. A typology's cases are found when it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from vademecum.figures.charts import svg
from vademecum.figures.sheet import Line, Mark, Plot, Said
from vademecum.language.collation import sort_key
from vademecum.language.formats import number
from vademecum.language.typography import NO_BREAK, typeset
from vademecum.language.words import said_in, words
from vademecum.model import Figure, Row, Series
from vademecum.sources.library import CaseStudy, Library

# Where a case is read: the address of its page, from the page that the figure stands on.
CaseAddress = Callable[[str], str]


def element(
    figure: Figure, id_: str, place: int, language: str, library: Library, address: CaseAddress
) -> Element:
    """The figure as an element of a page; `id_` is its anchor and `place` its number there. Its citation is not resolved yet."""
    return _Maker(figure, id_, language, library, address).made(place)


def cases_of(library: Library, letter: str) -> list[CaseStudy]:
    """The cases that we read in a logic."""
    return [case for case in library.cases.values() if letter in case.facts.logics]


def _short(title: str) -> str:
    """A case's title as a list names it: what stands before its colon, which is the place."""
    return re.split(r"\s*:\s", title)[0]


class _Maker:
    def __init__(
        self, figure: Figure, id_: str, language: str, library: Library, address: CaseAddress
    ) -> None:
        self.figure, self.id, self.language, self.library, self.address = (
            figure,
            id_,
            language,
            library,
            address,
        )
        self.t = {name: typeset(text, language) for name, text in words(language)["figure"].items()}

    def made(self, place: int) -> Element:
        figure = self.figure
        top = Element("figure", {"class": f"vm-figure {figure.kind}", "id": self.id})
        caption = SubElement(top, "figcaption")
        numbered = SubElement(caption, "span", {"class": "figure-number"})
        numbered.text, numbered.tail = self.t["number"].format(place), " "
        self.fill(
            SubElement(caption, "span", {"class": "figure-title", "id": f"{self.id}-title"}), figure.title
        )
        if figure.caution:
            self.fill(SubElement(top, "p", {"class": "caution"}), figure.caution)
        top.append(svg(self.plot()))
        # The parts of a typology lead to its table, which must therefore be open.
        data = SubElement(top, "details", {"open": "open"} if figure.kind == "typology" else {})
        SubElement(data, "summary").text = self.t["data"]
        region = SubElement(data, "div", {"class": "table", "tabindex": "0", "role": "region"})
        region.set("aria-label", f"{self.t['number'].format(place)} {self.t['data']}")
        self.table(SubElement(region, "table", {"class": "data"}))
        if (
            any(row.values.get(key) is None for row in figure.rows.values() for key in figure.series)
            and figure.kind != "typology"
        ):
            SubElement(data, "p", {"class": "note"}).text = self.t["missing_note"]
        if figure.note:
            self.fill(SubElement(top, "p", {"class": "note"}), figure.note)
        self.source(SubElement(top, "p", {"class": "signature"}))
        return top

    def said(self, localised: Mapping[str, str]) -> Said:
        text, spoken = said_in(dict(localised), self.language)
        return Said(typeset(text, spoken), spoken if spoken != self.language else "")

    def fill(self, made: Element, localised: Mapping[str, str]) -> Element:
        """Set words in an element, marked with their language where it is another."""
        said = self.said(localised)
        made.text = said.text
        if said.lang:
            made.set("lang", said.lang)
        return made

    def label(self, key: str, row: Row) -> Said:
        if row.label:
            return self.said(row.label)
        return self.said(self.library.vocabularies.logics.get(key) or {self.language: key})

    # -- the drawing --------------------------------------------------------------------------------------------------

    def plot(self) -> Plot:
        drawn = {
            key: series for key, series in self.figure.series.items() if series.drawn
        } or self.figure.series
        lines = tuple(
            Line(
                self.label(key, row),
                tuple(self.mark(row.values.get(one), series) for one, series in drawn.items()),
                **self.read_so(key),
            )
            for key, row in self.figure.rows.items()
        )
        # One series with a unit says what it counts by its unit.
        series = tuple(
            Said("")
            if one.unit and len(drawn) == 1 and self.figure.kind != "matrix"
            else self.said(one.label)
            for one in drawn.values()
        )
        return Plot(
            self.id,
            self.figure.kind,
            f"{self.id}-title",
            self.said(self.figure.alt),
            series,
            lines,
            self.figure.scale,
        )

    def mark(self, value: Decimal | None, series: Series) -> Mark:
        """A number with its unit."""
        if value is None:
            return Mark(None, self.t["missing"])
        unit = self.said(series.unit).text if series.unit else ""
        joint = "" if not unit or (unit == "%" and self.language != "fr") else NO_BREAK
        return Mark(value, number(value, self.language) + joint + unit)

    def read_so(self, key: str) -> dict[str, str]:
        """Of a logic: its letter, how many cases we read so, and the row of the table that lists them."""
        if self.figure.kind != "typology":
            return {}
        count = len(cases_of(self.library, key))
        more = (
            self.t["no_case"]
            if not count
            else self.t["one_case"]
            if count == 1
            else self.t["cases_count"].format(count)
        )
        return {"letter": key, "more": more, "href": f"#{self.id}-{key.lower()}" if count else ""}

    # -- the table ----------------------------------------------------------------------------------------------------

    def table(self, table: Element) -> None:
        head = SubElement(SubElement(table, "thead"), "tr")
        body = SubElement(table, "tbody")
        if self.figure.kind == "typology":
            for name in ("logic", "cases", "aims"):
                SubElement(head, "th", {"scope": "col"}).text = self.t[name]
            for key, row in self.figure.rows.items():
                self.logic(SubElement(body, "tr", {"id": f"{self.id}-{key.lower()}"}), key, row)
            return
        SubElement(head, "td")
        for series in self.figure.series.values():
            cell = self.fill(SubElement(head, "th", {"scope": "col", "class": "right"}), series.label)
            cell.text = f"{cell.text} ({self.said(series.unit).text})" if series.unit else cell.text
        for key, row in self.figure.rows.items():
            line = SubElement(body, "tr")
            said = self.label(key, row)
            SubElement(
                line, "th", {"scope": "row"} | ({"lang": said.lang} if said.lang else {})
            ).text = said.text
            for one in self.figure.series:
                value = row.values.get(one)
                SubElement(line, "td", {"class": "right"}).text = (
                    self.t["missing"] if value is None else number(value, self.language)
                )

    def logic(self, line: Element, key: str, row: Row) -> None:
        said = self.label(key, row)
        head = SubElement(line, "th", {"scope": "row"} | ({"lang": said.lang} if said.lang else {}))
        head.text = f"{key}. {said.text}"
        cell = SubElement(line, "td")
        cases = sorted(
            cases_of(self.library, key),
            key=lambda case: sort_key(case.words(case.spoken_in(self.language)).title),
        )
        cell.text = None if cases else self.t["no_case"]
        for at, case in enumerate(cases):
            spoken = case.spoken_in(self.language)
            link = SubElement(
                cell,
                "a",
                {"class": "to-case", "href": self.address(case.id)}
                | ({"lang": spoken} if spoken != self.language else {}),
            )
            link.text = typeset(_short(case.words(spoken).title), spoken)
            link.tail = self.t["joint"] if at + 1 < len(cases) else None
        aims = (
            self.said(self.figure.series[one].label).text
            for one in self.figure.series
            if row.values.get(one) is not None
        )
        SubElement(line, "td").text = self.t["joint"].join(aims)

    def source(self, line: Element) -> None:
        line.text = self.t["source"] + " "
        locator = self.said(self.figure.locator).text if self.figure.locator else ""
        SubElement(line, "cite", {"cites": f"@{self.figure.source}" + (f", {locator}" if locator else "")})

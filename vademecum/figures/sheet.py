"""What a figure draws, and a sheet to draw it on.

SVG elements are made one by one, text is broken to a width, fills differ without colour. Nothing here knows
a language or the library: words come ready. Colours are classes: the web's come from
theme/assets/styles/figures.css, the printed page's from PAPER.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, tostring

from vademecum.document.escaping import attributes, escaped
from vademecum.document.web import Html
from vademecum.drawings.lettering import LEADING, SIZE, broken
from vademecum.language.regex import regex

WIDTH = 360
PATTERNS = ("", "hatch", "", "dots", "cross")
SVG = "http://www.w3.org/2000/svg"
# No glyph, and no line of a figure is broken but by us.
UNPRINTED = regex("[\u00ad\u200b-\u200d\u2060\ufeff]")

INK, SOFT, TINT, HAIR, WHITE = "#17233b", "#434b60", "#e9e3d5", "#b5a88c", "#ffffff"
# What each class is on paper, where nothing may depend on colour.
PAPER = {
    "bar-1": {"fill": INK},
    "bar-3": {"fill": TINT, "stroke": INK, "stroke-width": "0.8"},
    "bar-2": {"stroke": INK, "stroke-width": "0.8"},
    "bar-4": {"stroke": INK, "stroke-width": "0.8"},
    "bar-5": {"stroke": INK, "stroke-width": "0.8"},
    "stroke": {"stroke": INK},
    "blob": {"fill": INK},
    "track": {"fill": TINT},
    "rule": {"stroke": HAIR},
    "lead": {"stroke": SOFT},
    "ring": {"fill": WHITE, "stroke": INK},
    "faint": {"fill": HAIR},
    "point": {"fill": SOFT},
    "words": {"fill": INK},
    "quiet": {"fill": SOFT},
    "count": {"fill": SOFT},
    "inverse": {"fill": WHITE},
    "ground": {"fill": WHITE},
    "hit": {"fill": "none"},
}


@dataclass(frozen=True, slots=True)
class Said:
    """Words, with their language where it is not that of the words around them."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as it is drawn and as it is written; none where the source gives none."""

    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its label and a mark for each series; `more` stands below, in small letters.

    In a typology, `letter` names it and `href` is where it leads. In a sequence, `when` is its date in
    words; of a period, `through` is the number of rows below it that fall into it.
    """

    label: Said
    marks: tuple[Mark, ...]
    letter: str = ""
    more: Said = Said("")
    href: str = ""
    when: str = ""
    through: int | None = None


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn; a series without words needs none beside its numbers.

    `id` is the figure's on its page, `named_by` the id of the words that name it, `scale` the number of the
    full width.
    """

    id: str
    kind: str
    named_by: str
    alt: Said
    series: tuple[Said, ...]
    lines: tuple[Line, ...]
    scale: Decimal | None = None


class Sheet:
    """An SVG in the making. `id` begins the ids of what stands in it; `y` is where the next thing goes."""

    def __init__(self, id_: str) -> None:
        self.id = id_
        self.root = Element("svg")
        self.into = self.root
        self.y = 0.0
        self.patterns: set[str] = set()

    def shape(self, tag: str, name: str, **values: float) -> Element:
        """A rectangle, circle or line of a class; a measure's name may end in _, and has - for _ inside."""
        made = SubElement(self.into, tag, {"class": name})
        for key, value in values.items():
            made.set(key.rstrip("_").replace("_", "-"), _number(value))
        return made

    def bar(self, series: int, x: float, y: float, w: float, h: float) -> None:
        """A bar filled as the series of this number, from 0, is; the shortest is still seen."""
        w = max(w, 1)
        self._filled(
            self.shape(
                "rect", f"bar-{series % len(PATTERNS) + 1}", x=min(x, WIDTH - w), y=y, width=w, height=h
            ),
            series,
        )

    def disc(self, series: int, x: float, y: float, r: float) -> None:
        """The same, round."""
        self._filled(self.shape("circle", f"bar-{series % len(PATTERNS) + 1}", cx=x, cy=y, r=r), series)

    def _filled(self, made: Element, series: int) -> None:
        if pattern := PATTERNS[series % len(PATTERNS)]:
            self.patterns.add(pattern)
            made.set("fill", f"url(#{self.id}-{pattern})")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        name: str = "words",
        size: float = SIZE,
        bold: bool = False,
        anchor: str = "start",
        lang: str = "",
    ) -> Element:
        """A line of text; `y` is its baseline."""
        made = SubElement(
            self.into, "text", {"class": name, "x": _number(x), "y": _number(y), "font-size": _number(size)}
        )
        if bold:
            made.set("font-weight", "600")
        if anchor != "start":
            made.set("text-anchor", anchor)
        if lang:
            made.set("lang", lang)
        made.text = UNPRINTED.sub("", words)
        return made

    def lines(
        self,
        x: float,
        words: str,
        most: float,
        size: float = SIZE,
        bold: bool = False,
        name: str = "words",
        lang: str = "",
    ) -> None:
        """A text in as many lines as it needs, from `y` down."""
        for line in broken(words, most, size):
            self.y += LEADING * size / SIZE
            self.text(x, self.y - 3.5, line, name, size, bold, lang=lang)

    def done(self, role: str, named_by: str, alt: str, lang: str) -> Element:
        """The SVG, with its name and the words that stand for it."""
        described = f"{self.id}-alt"
        self.root.attrib |= {
            "viewBox": f"0 0 {WIDTH} {_number(self.y)}",
            "role": role,
            "aria-labelledby": f"{named_by} {described}",
        }
        desc = Element("desc", {"id": described} | ({"lang": lang} if lang else {}))
        desc.text = alt
        head = [desc]
        if self.patterns:
            head.append(definitions := Element("defs"))
            definitions.extend(_pattern(name, f"{self.id}-{name}") for name in sorted(self.patterns))
        self.root[0:0] = head
        return self.root


def _pattern(name: str, id_: str) -> Element:
    """Lines or dots on the paper's own colour: what tells two series apart in black and white."""
    made = Element("pattern", {"id": id_, "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"})
    SubElement(made, "rect", {"class": "ground", "x": "0", "y": "0", "width": "5", "height": "5"})
    if name == "dots":
        SubElement(made, "circle", {"class": "blob", "cx": "2.5", "cy": "2.5", "r": "1"})
        return made
    made.set("patternTransform", "rotate(45)")
    for x2, y2 in (("0", "5"), ("5", "0"))[: 2 if name == "cross" else 1]:
        SubElement(
            made, "line", {"class": "stroke", "x1": "0", "y1": "0", "x2": x2, "y2": y2, "stroke-width": "2.4"}
        )
    return made


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def on_screen(svg: Element) -> Html:
    """A figure as a part of a page, its classes coloured by the page's style sheets."""
    out: list[str] = []
    _write(svg, out)
    return Html("".join(out))


def _write(element: Element, out: list[str]) -> None:
    """An element of a drawing: it has words in it or elements, and words after none but `tspan`."""
    out.append(f"<{element.tag}{attributes(*element.items())}>{escaped(element.text or '')}")
    for child in element:
        _write(child, out)
        out.append(escaped(child.tail or ""))
    out.append(f"</{element.tag}>")


def on_paper(svg: Element) -> str:
    """A figure as a file of its own for paper: its classes become colours, its links plain groups."""
    made = copy.deepcopy(svg)
    made.attrib = {"xmlns": SVG, "viewBox": svg.get("viewBox", ""), "font-family": "Vade Sans"}
    for element in list(made.iter()):
        if element.tag == "a":
            element.tag, element.attrib = "g", {}
        for name in (element.attrib.pop("class", "")).split():
            element.attrib |= PAPER[name]
        element.attrib.pop("lang", None)
    return tostring(made, encoding="unicode")

"""Where the pages stand, for those who translate and check: what is missing, older than its original, silent,
or has waited longest to be checked. What most pages use comes first.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import Inlines, Target, Text
from vademecum.document.tree import Block, Blocks, Row, Table
from vademecum.language.collation import sort_key
from vademecum.language.formats import long_date
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import NO_BREAK
from vademecum.language.words import words
from vademecum.model import SECTIONS
from vademecum.model.markers import Checked
from vademecum.model.walk import walk
from vademecum.pages.common.text_builder import heading, paragraph, plain, to_entry
from vademecum.pages.edition import Edition
from vademecum.translations.passages import Unit
from vademecum.translations.states import Condition, State

SHOWN = 25  # of a list: the rest stands behind it, on demand
LISTS = ("index", "home")
# The page that shows what stands with others in one file.
TOGETHER = {
    "reference": ("index", "references"),
    "acronym": ("index", "acronyms"),
    "group": ("index", "tools"),
}
Key = tuple[str, str]


class Line(NamedTuple):
    """An entry in a list: what it is, what is told of it, and how many pages use it."""

    key: Key | None
    name: str
    told: str
    uses: int


def standing(edition: Edition) -> Blocks:
    """The lists, each under its heading, behind a sentence that names those that are empty."""
    made = _Standing(edition)
    blocks: list[Block] = []
    empty: list[str] = []
    for name, lines in (
        ("stale", made.of("stale")),
        ("missing", made.of("missing")),
        ("orphaned", made.of("orphaned")),
        ("silent", made.silent()),
        ("unchecked", made.unchecked()),
    ):
        if listed := list(lines):
            blocks += made.listed(name, listed)
        else:
            empty.append(made.t[name]["heading"].lower())
    above = (paragraph(made.t["nothing"].format(lists=", ".join(empty))),) if empty else ()
    return (*above, *blocks)


class _Standing:
    def __init__(self, edition: Edition) -> None:
        self.edition, self.library = edition, edition.library
        self.t: dict[str, Any] = words(edition.language)["standing"]
        self.uses = uses(edition)
        self.keys = dict(self._keys())

    def _keys(self) -> Iterator[tuple[str, Key]]:
        """The path of each file, with the page that shows what is in it."""
        for entry in self.library.entries():
            key = TOGETHER.get(entry.kind, (entry.kind, getattr(entry.model, "id", "")))
            if key == ("page", "index"):
                key = ("index", "home")
            yield entry.document.path, key

    # -- translations -------------------------------------------------------------------------------------

    def of(self, condition: Condition) -> Iterator[Line]:
        """The units that have passages in a condition, by the language that is concerned."""
        found: dict[tuple[str, str], list[State]] = {}
        for state in self.edition.survey.of(condition) if self.edition.survey else ():
            found.setdefault((state.unit.key, state.language), []).append(state)
        for (_, language), states in found.items():
            unit = states[0].unit
            count = sum(len(state.of.words.split()) for state in states if state.of)
            told = self.t["whole" if len(unit.files) < len(LANGUAGES) else "passages"]
            yield self.line(
                self.key(unit),
                unit.key,
                told.format(language=self.t["languages"][language], passages=len(states), words=count),
            )

    def key(self, unit: Unit) -> Key | None:
        """The page of a unit; none for what no page shows as its own."""
        key = next((self.keys[file.path] for file in unit.files.values() if file.path in self.keys), None)
        return key if key in self.edition.by_key else None

    # -- sources ------------------------------------------------------------------------------------------

    def silent(self) -> Iterator[Line]:
        """The cases on which the sources say nothing in some section."""
        titles = words(self.edition.language)["case"]["sections"]
        for id_, case in self.library.cases.items():
            sections = [titles[name] for name in SECTIONS if name in case.facts.silent]
            if sections:
                yield self.line(("case", id_), id_, ", ".join(sections))

    def unchecked(self) -> list[Line]:
        """The entries that somebody compares with their sources, those never compared first, then by age."""
        dated: list[tuple[datetime.date, Line]] = []
        for kind, entries in (("concept", self.library.concepts), ("case", self.library.cases)):
            for id_, entry in entries.items():
                model: Any = getattr(entry, "facts", entry)
                days = [step.value for step in walk(model, Checked)]
                told = self.day(days[0]) if days else self.t["never"]
                dated.append((days[0] if days else datetime.date.min, self.line((kind, id_), id_, told)))
        dated.sort(key=lambda pair: (pair[0], -pair[1].uses, sort_key(pair[1].name)))
        return [line for _, line in dated]

    def day(self, date: datetime.date) -> str:
        """A date for a narrow column, which does not break it."""
        return long_date(date, self.edition.language, "medium").replace(" ", NO_BREAK)

    # -- lists --------------------------------------------------------------------------------------------

    def line(self, key: Key | None, name: str, told: str) -> Line:
        title = self.edition.by_key[key].title if key else name
        return Line(key, title, told, self.uses[key] if key else 0)

    def listed(self, name: str, lines: list[Line]) -> Iterator[Block]:
        """A list under its heading, what most pages use first, but for what is sorted by age."""
        yield heading(self.t[name]["heading"], f"standing-{name}")
        yield paragraph(self.t[name]["lead"])
        if name != "unchecked":
            lines = sorted(lines, key=lambda line: (-line.uses, sort_key(line.name), line.told))
        yield self.table(name, lines[:SHOWN])
        if rest := lines[SHOWN:]:
            yield tree.Details(self.t["more"].format(count=len(rest)), (self.table(name, rest),))

    def table(self, name: str, lines: Iterable[Line]) -> Table:
        head = Row(tuple(plain(words) for words in (self.t["entry"], self.t[name]["column"], self.t["uses"])))
        rows = tuple(Row((self.named(line), (Text(line.told),), plain(str(line.uses)))) for line in lines)
        return Table(("", "", "right"), head, rows, heads=True, data=True)

    def named(self, line: Line) -> Inlines:
        if line.key is None:
            return (inlines.Code(line.name),)
        page = self.edition.by_key[line.key]
        return (to_entry(*line.key, line.name, page.spoken if page.spoken != page.language else ""),)


def uses(edition: Edition) -> Counter[Key]:
    """How many pages use each entry: by a term, or by a link of their author's; lists count for nothing."""
    found: Counter[Key] = Counter()
    for page in edition.pages:
        if page.kind in LISTS:
            continue
        linked = edition.linked(page)
        named: set[Key] = {("concept", use.concept) for use in linked.uses}
        for node, _ in walking.walk(linked.document.blocks):
            if isinstance(node, inlines.Link) and isinstance(node.target, Target):
                named.add((node.target.kind, node.target.id))
        found.update(named - {page.key})
    return found

"""Tools -> files to take away: a table of markers for a spreadsheet, a survey as plain text to send."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vademecum.document import inlines, references, tree, walking
from vademecum.document.tree import Block
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.model.passages import Passage
from vademecum.model.tools import TOLD, Marker, Markers, Survey
from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition

WIDTH = 78  # of a line of text, as letters have it
FRENCH_SEPARATOR = ";"  # what a French spreadsheet expects, whose decimals have a comma


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a page offers: `kind` is csv or txt, `file` its address below the language's root."""

    kind: str
    file: str
    content: bytes


def downloads(edition: Edition, page: Page) -> list[Download]:
    """The files that a page offers."""
    tool = edition.library.tools.get(page.id) if page.kind == "tool" else None
    if isinstance(tool, Markers):
        return [Download("csv", _file(page, "csv"), table(edition, tool))]
    if isinstance(tool, Survey):
        return [Download("txt", _file(page, "txt"), text(edition, page).encode())]
    return []


def _file(page: Page, ending: str) -> str:
    """A file beside the page, named as its address ends."""
    name = page.address.rstrip("/").rpartition("/")[2]
    return f"{page.address}{name}.{ending}"


# -- a table of markers -----------------------------------------------------------------------------------


def table(edition: Edition, tool: Markers) -> bytes:
    """The markers as CSV, with the columns to fill in; UTF-8 with the mark by which spreadsheets know it."""
    language, said = edition.language, edition.words["tools"]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=FRENCH_SEPARATOR if language == "fr" else ",", lineterminator="\r\n")
    columns = [said_in(label, language)[0] for label in tool.columns.values()]
    writer.writerow([said["flow"], said["marker"], *(said[name] for name in TOLD), said["sources"], *columns])
    for marker in tool.markers.values():
        writer.writerow([*_cells(edition, tool, marker), *("" for _ in columns)])
    return out.getvalue().encode("utf-8-sig")


def _cells(edition: Edition, tool: Markers, marker: Marker) -> Iterator[str]:
    """What is told of a marker; words that are the editors' own are said to be."""
    language, ours = edition.language, edition.words["tools"]["in_brackets"]
    for name in ("flow", "label", *TOLD):
        texts = tool.flows.get(marker.flow, {}) if name == "flow" else getattr(marker, name)
        told = " ".join(said_in(texts, language)[0].split()) if texts else ""
        yield typeset(f"{told} {ours}" if name in marker.ours else told, language)
    yield _cited(edition, marker.sources)


def _cited(edition: Edition, passages: Iterable[Passage]) -> str:
    """Works and places as a cell has them."""
    language, known = edition.language, edition.library.references
    works = [
        ", ".join(
            filter(None, (references.label(known[one.source], language), said_in(one.locator, language)[0]))
        )
        if one.locator
        else references.label(known[one.source], language)
        for one in passages
        if one.source in known
    ]
    return " | ".join(works)


# -- a survey ---------------------------------------------------------------------------------------------


def text(edition: Edition, page: Page) -> str:
    """A survey as text: what its page says, with room for the answers and without what it is drawn from."""
    said, language = words(page.spoken)["tools"], page.spoken
    lines = [typeset(page.title, language), "=" * len(page.title), ""]
    for block in edition.document(page).blocks:
        lines += _lines(block, language)
    address = edition.setting.site + absolute(page.address, page.language)
    lines += ["", *textwrap.wrap(said["sent"].format(address=address), WIDTH, break_long_words=False)]
    return "\n".join(lines) + "\n"


def _lines(block: Block, language: str) -> Iterator[str]:
    """A block as lines of text, an empty one after it."""
    if isinstance(block, tree.Box):
        for inner in block.blocks:
            yield from _lines(inner, language)
    elif isinstance(block, tree.Heading):
        words_of = _plain(block.content, language)
        yield from ("", words_of, "-" * len(words_of), "")
    elif isinstance(block, tree.Paragraph) and block.name != "signature":
        yield from (*textwrap.wrap(_plain(block.content, language), WIDTH, break_on_hyphens=False), "")
    elif isinstance(block, tree.Blank):
        yield from ("> ", *("" for _ in range(min(block.lines, 3))))


def _plain(content: inlines.Inlines, language: str) -> str:
    return typeset(" ".join(walking.plain(content).split()), language)

"""The open data as its page tells of it: sets, files, licence, size, columns, an example for each file.

What there is stands in `datasets.yml`; exports make the files.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Target, Text
from vademecum.document.tree import Block
from vademecum.language.data import data_in
from vademecum.language.formats import file_size
from vademecum.language.languages import LANGUAGES
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, entry, filled, heading, items, paragraph, plain

MEDIA = {  # a file's ending -> its type (https://www.iana.org/assignments/media-types)
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "tbx": "application/xml",
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A file of the open data: its name, set, path from the site's root, and an example of its use in Python,
    in which `{address}` stands for the file's. `table` is the table that it holds, in `language`.
    """

    name: str
    set: str
    file: str
    example: str
    table: str = ""
    language: str = ""

    @property
    def media(self) -> str:
        """Its type, as servers tell it."""
        return MEDIA[self.file.rpartition(".")[2]]


@functools.cache
def catalogue() -> dict[str, Any]:
    """datasets.yml; ours, so trusted."""
    data: dict[str, Any] = data_in(Path(__file__).with_suffix(".yml"))
    return data


def _formats() -> Iterator[Format]:
    for name, told in catalogue()["formats"].items():
        if "table" not in told:
            yield Format(name, told["set"], told["file"], told["example"])
            continue
        for language in LANGUAGES:
            file, key = told["file"].format(language=language), f"{name}-{language}"
            example = told["example"].replace("{separator}", ";" if language == "fr" else ",")
            yield Format(key, told["set"], file, example, told["table"], language)


FORMATS = tuple(_formats())


def columns(table: str, language: str) -> dict[str, str]:
    """The columns of a table: key -> head in a language."""
    return {key: said[language][0] for key, said in catalogue()["columns"][table].items()}


# -- the page ---------------------------------------------------------------------------------------------


def listed(_: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The text of the page on open data."""
    said = library.words["data"]
    yield paragraph(said["licence"])
    yield paragraph(said["lasting"])
    for name in catalogue()["sets"]:
        yield heading(said["sets"][name])
        yield paragraph(said["about"][name])
        shown = [one for one in FORMATS if one.set == name and one.language in ("", library.language)]
        yield tree.Entries(tuple(_format(one, library) for one in shown))
    yield heading(said["own"])
    yield items([plain(line) for line in said["own_words"].values()])


def _format(one: Format, library: LanguageLibrary) -> tree.Entry:
    """A file: what it is for, a link to it with its size, an example."""
    said = library.words["data"]
    kind = one.name.removesuffix(f"-{one.language}") if one.language else one.name
    size = f" ({file_size(library.shelf.size(one.file), library.language)})" if library.shelf else ""
    name = one.file.rpartition("/")[2]
    link: Inlines = (inlines.Link(Target("file", one.file), (inlines.Code(name),)), Text(size))
    address = library.site + one.file
    code = tree.CodeBlock(one.example.replace("{address}", address), "python")
    more = (_columns(one.table, library),) if one.table else ()
    told = (tree.Line(filled(said["file"], link=link)), *more, tree.Details(said["example"], (code,)))
    return entry(said["formats"][kind], told)


def _columns(table: str, library: LanguageLibrary) -> Block:
    """The columns of a table with what they hold."""
    said, language = library.words["data"], library.language
    told: Mapping[str, Any] = catalogue()["columns"][table]
    rows = tuple(_row(column[language]) for column in told.values())
    return tree.Details(said["columns"], (_table(_row(said["heads"].values()), rows),))


def _row(cells: Iterable[str]) -> tree.Row:
    return tree.Row(tuple(plain(cell) for cell in cells))


def _table(head: tree.Row, rows: tuple[tree.Row, ...]) -> tree.Table:
    return tree.Table(("",) * len(head.cells), head, rows, heads=True)

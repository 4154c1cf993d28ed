"""A synthetic book of about 200 pages with contents, tables, notes, glossary and index: our press in turn
with WeasyPrint, where that is installed.

    python3 benchmarks/book.py --runs 3

WeasyPrint is no requirement of the project: run this in an environment of its own that has both.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from book_html import html_of
from timing import Run, machine, ratios, run, summary

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from vademecum.language.words import words
from vademecum.print import press
from vademecum.print.addresses import code
from vademecum.print.documents import Book, Entry, Head, Line, PrintedText, Section, Source

ADDRESS = "https://vade-mecum.example/"
SYLLABLES = [
    "ter",
    "ri",
    "toi",
    "re",
    "in",
    "flu",
    "en",
    "ce",
    "ac",
    "tion",
    "ci",
    "vi",
    "que",
    "par",
    "te",
    "nai",
    "res",
    "mu",
    "tuel",
    "or",
    "ga",
    "ni",
]


class Writer:
    """Writes the same book each time: `terms` are used by every chapter."""

    def __init__(self, chapters: int) -> None:
        self.random, self.chapters = random.Random(7), chapters
        self.terms = [f"{self.word()} {number}" for number in range(120)]
        self.count = 0

    def word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4)))

    def said(self, length: int) -> str:
        return " ".join(self.word() for _ in range(length)).capitalize() + "."

    def paragraph(self) -> dict[str, Any]:
        # No two chapters break their pages at the same places: what one such place costs would count for all.
        term, length = self.random.randrange(len(self.terms)), self.random.randint(30, 90)
        link = {
            "run": "link",
            "kind": "term",
            "to": f"concept:{term}",
            "address": "",
            "said": "",
            "where": "",
            "plain": False,
            "text": [self.terms[term]],
        }
        return {"block": "paragraph", "text": [self.said(length), " ", link, " ", self.said(50)]}

    def note(self) -> dict[str, Any]:
        self.count += 1
        note = {
            "run": "note",
            "id": f"note:{self.count}",
            "body": [{"block": "paragraph", "text": [self.said(18)]}],
        }
        return {"block": "paragraph", "text": [self.said(40), note]}

    def table(self) -> dict[str, Any]:
        rows = [[[self.said(4)] for _ in range(3)] for _ in range(self.random.randint(4, 7))]
        return {
            "block": "table",
            "caption": self.said(4),
            "align": ["left"] * 3,
            "head": rows[0],
            "rows": rows[1:],
            "key": "",
            "short": True,
        }

    def chapter(self, number: int) -> PrintedText:
        blocks = []
        for section in range(4):
            blocks.append(
                {"block": "heading", "level": 2, "text": [self.said(4)], "id": f"chapter:{number}#{section}"}
            )
            blocks += [self.paragraph(), self.note(), self.table(), self.paragraph()]
            items = [
                {"body": [{"block": "paragraph", "text": [self.said(14)]}]}
                for _ in range(self.random.randint(2, 6))
            ]
            blocks.append({"block": "list", "items": items})
        return PrintedText(
            "chapter",
            f"chapter:{number}",
            "fr",
            Head(self.said(5), address=ADDRESS, code=code(ADDRESS)),
            blocks,
        )

    def book(self) -> Book:
        sections = tuple(
            Section(f"Partie {part}", tuple(map(self.chapter, range(part, self.chapters, 4))))
            for part in range(4)
        )
        glossary = tuple(
            Entry(f"concept:{n}", term, "fr", "", "", [self.paragraph()]) for n, term in enumerate(self.terms)
        )
        index = tuple(Line(term[:1].upper(), term, "fr", f"concept:{n}") for n, term in enumerate(self.terms))
        sources = tuple(Source(f"source:{n}", [self.said(25)], []) for n in range(40))
        cover = Head("Livre d'essai", address=ADDRESS, code=code(ADDRESS))
        return Book(
            "book",
            "book.pdf",
            "fr",
            "Livre d'essai",
            "",
            words("fr")["print"],
            (),
            sources,
            cover,
            "Essai",
            sections,
            glossary,
            (),
            index,
        )


def prepare(book: Book, folder: Path) -> dict[str, list[str]]:
    """Write what each press reads; the command of each that is installed, which makes its name's PDF in the
    folder.
    """
    job = press.job(book, press.data_of(book), folder / "ours")
    (folder / "jobs.json").write_text(json.dumps([job]), encoding="utf-8")
    commands = {"ours": [sys.executable, __file__, "--print-given"]}
    if importlib.util.find_spec("weasyprint"):
        (folder / "book.html").write_text(html_of(book), encoding="utf-8")
        commands["weasyprint"] = [
            sys.executable,
            "-m",
            "weasyprint",
            "--pdf-variant",
            "pdf/ua-1",
            "book.html",
            "weasyprint.pdf",
        ]
    return commands


def print_given() -> None:
    """Print the jobs on standard input: what is timed as ours, with all that starts around the press."""
    if refused := press.run(json.load(sys.stdin), Path.cwd()):
        sys.exit(str(refused))


def pages(path: Path) -> str:
    """How many pages a PDF has, where it says so uncompressed."""
    count = len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))
    return f"{count} pages, " if count else ""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--chapters", type=int, default=36)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--print-given", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.print_given:
        print_given()
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = prepare(Writer(options.chapters).book(), folder)
        runs: dict[str, list[Run]] = {press: [] for press in commands}
        print("before:", machine())
        for _ in range(options.runs):
            for made, command in commands.items():
                runs[made].append(run(command, folder, folder / "jobs.json"))
        for made, measured in runs.items():
            path = folder / f"{made}.pdf"
            print(summary(made, measured), f"  {pages(path)}{path.stat().st_size / 1e6:.1f} MB of PDF")
        if "weasyprint" in runs:
            median, least, most = ratios(runs["weasyprint"], runs["ours"])
            print(f"times faster than WeasyPrint: {median:.1f}    ({least:.1f}–{most:.1f})")
        print("after: ", machine())


if __name__ == "__main__":
    main()

"""Chapters that would keep a checker busy: a size, and the text of any size; each is written over OPENING."""

from __future__ import annotations

from collections.abc import Callable

OPENING = "docs/en/handbook/opening.md"
FRONT = "---\ntitle: Opening\npart: understand\norder: 1\n---\n\n## First\n\n"
HOSTILE: dict[str, tuple[int, Callable[[int], str]]] = {
    "equal headings": (10_000, lambda n: "## a\n\n" * n),
    "empty headings": (10_000, lambda n: "##\n\n" * n),
    "one anchor": (5_000, lambda n: "## a {#b}\n\n" * n),
    "lines of dots": (200, lambda n: ("." * 15_000 + "\n") * n),
    "spaces in a heading": (9_000, lambda n: "## A" + " " * n + "x\n"),
    "spaces in a fence": (9_000, lambda n: "```" + " " * n + "x\n```\n"),
    "unknown links": (5_000, lambda n: "".join(f"[a](concept:x{i}) \n" for i in range(n))),
    "unknown paths": (5_000, lambda n: "".join(f"[a](../x{i}.md) \n" for i in range(n))),
    "unknown works": (5_000, lambda n: "".join(f"[@x{i}] \n" for i in range(n))),
    "unknown anchors": (5_000, lambda n: "".join(f"[a](#x{i}) \n" for i in range(n))),
    "unknown pictures": (5_000, lambda n: "".join(f"![a](x{i}.png) \n" for i in range(n))),
    "loose marks": (5_000, lambda n: "a {lang=fr} b\n" * n),
    "notes without a call": (5_000, lambda n: "".join(f"[^{i}]: a\n\n" for i in range(n))),
    "calls without a note": (5_000, lambda n: "".join(f"a[^{i}]\n" for i in range(n))),
    "one note": (5_000, lambda n: "a[^1]\n" * n + "\n[^1]: note\n"),
    "terms": (5_000, lambda n: "attractiveness\n" * n),
    "entities": (10_000, lambda n: "&#8238;\n" * n),
    "tags": (5_000, lambda n: "<b>\n" * n),
    "cells": (2_000, lambda n: "| a | b |\n| --- | --- |\n" + "| a | b | c |\n" * n),
    "another language": (4_000, lambda n: "la ville et le maire sont ici\n" * n),
    "an unknown word": (5_000, lambda n: "zqxw zqxw zqxw\n" * n),
    "marked unknown words": (1_500, lambda n: "*zqxw* and **zqxw**\n" * n),
    "slips": (5_000, lambda n: "the the town ,and it 's 30 % now\n" * n),
    "signs doubled in one line": (9_000, lambda n: "€" * n + "\n"),
    "one word, and one in two parts": (9_000, lambda n: "a" * n + " par- tie\n"),
    "letters with points between": (1_000, lambda n: ("a·e" * 20 + "\n") * n),
    "open pairs": (5_000, lambda n: "[town (town « town\n" * n),
    "shut pairs": (5_000, lambda n: "town] town) town »\n" * n),
    "years and sums": (5_000, lambda n: "from 2019 to 2017, 12 500 euros (Reed, 2019)\n" * n),
    "blanks": (5_000, lambda n: "XX euros and [Town] in 31/02/2019\n" * n),
    "capitals and signs of sheets": (800, lambda n: "=SUM(=SUM(=SUM(=SUM(#REF! #REF! #REF!\n" * n),
    "letters lost": (1_500, lambda n: "d?l d?lib?r? ?lus \ufffdlus \ufffda L e s a e s r\n" * n),
    "sums by the year": (1_200, lambda n: "2022 12 400 € 3 % 14 h 30 four 180 m\n" * n),
    "fences of Markdown": (2_000, lambda n: "~~~markdown\na\n~~~\n\n" * n),
    "labels": (4_000, lambda n: "**A:** b\n" * n),
    "rows without a table": (3_000, lambda n: "| a | b |\n" * n),
    "parted tables": (2_000, lambda n: "| a | b |\n| --- | --- |\n\n" * n),
    "a ruler that is none": (9_000, lambda n: "a | b\n|" + "-" * n + "x\n"),
    "colons at the beginning of lines": (3_000, lambda n: "A word\nand one\n: more\n\n" * n),
    "references to a table": (1_500, lambda n: "See the table below.\n\n" * n),
    "halves of words": (1_500, lambda n: "par- tie zqxwa zqxwb\n" * n),
    "a name with hyphens": (4_000, lambda n: "A-" * n + " (19\n"),
    "equal paragraphs": (
        3_000,
        lambda n: "A town that works with its partner abroad since twenty years now.\n\n" * n,
    ),
    "characters without a glyph": (5_000, lambda n: "".join(chr(0x4E00 + i) + "\n" for i in range(n))),
}
# Outcomes of a case that fit no model, above those of CASE.
CASE = "case_studies/valmont.fr.md"
HOSTILE_OUTCOMES: dict[str, tuple[int, Callable[[int], str]]] = {
    "unknown keys": (4_000, lambda n: "  a:\n" + "".join(f"    k{i:05}: x\n" for i in range(n))),
    "outcomes of others": (1_000, lambda n: "".join(f"  o{i}: {{start: 2014, of: y}}\n" for i in range(n))),
    "stages beside": (1_000, lambda n: "".join(f"  o{i}: {{sought: x, observed: y}}\n" for i in range(n))),
    "sums as names": (500, lambda n: "".join(f"  o{i}: Cent visiteurs {i}\n" for i in range(n))),
    "outcomes in lists": (500, lambda n: "".join(f"  o{i}:\n    - kind: x\n" for i in range(n))),
}
WORKS = {"en": "reed-2019", "fr": "moulin-2016"}
# A line of which both languages of a chapter have many, which are held against each other: its number is
# another in each, as the words have another length.
HOSTILE_PAIRS: dict[str, tuple[int, Callable[[int, str], str]]] = {
    "other numbers": (4_000, lambda n, lang: _lines(n, "{} {}", {"en": "towns", "fr": "villes"}[lang])),
    "other lengths": (4_000, lambda n, lang: _lines(n, "{} {},", {"en": "miles", "fr": "km"}[lang])),
    "other places in a work": (
        2_000,
        lambda n, lang: _lines(n, "[@reed-2019, {}] {}", {"en": "here", "fr": "ici"}[lang]),
    ),
    "other units": (1_500, lambda n, lang: _lines(n, "{} {} 14 h 30", {"en": "km 4.30 pm", "fr": "m"}[lang])),
    "other paragraphs": (
        1_500,
        lambda n, lang: _lines(n, "{} {}\n", {"en": "towns", "fr": "villes vastes"}[lang]),
    ),
    "other works": (
        1_000,
        lambda n, lang: _lines(
            n, "## {} {}\n\n[@" + WORKS[lang] + "]\n", {"en": "Town", "fr": "Ville"}[lang]
        ),
    ),
    "numbers in groups": (2_000, lambda n, lang: {"en": "a year ", "fr": "par an "}[lang] + "111 " * n),
    "open pictures": (2_000, lambda n, lang: "![" * n + "![a](" + "a" * n + "\n"),
    "other sections": (2_000, lambda n, lang: _lines(n, "## {} {}\n", {"en": "Town", "fr": "Ville"}[lang])),
}


def _lines(count: int, line: str, word: str) -> str:
    return "".join(line.format(1000 + number * len(word), word) + "\n" for number in range(count))

"""What can be printed: the texts of characters.yml, and what our fonts hold."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont

from vademecum.language.data import data_in
from vademecum.sources.text.characters import FONTS, Lacking, lacking, printable, printable_steps, unprintable

CASES = data_in(Path(__file__).with_name("characters.yml"))
STYLE = (FONTS.parents[2] / "print" / "style.typ").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", CASES["printed"])
def test_names_and_signs_can_be_printed(text: str) -> None:
    assert lacking(text) == []
    assert printable(text) == text


@pytest.mark.parametrize(("text", "expected"), CASES["replaced"].items())
def test_what_no_font_holds_is_told_once_and_boxed(text: str, expected: list[str]) -> None:
    found = lacking(text)
    assert [printable(text), *(one.text + "*" * one.emoji for one in found)] == expected
    assert all(text[one.offset :].startswith(one.text) for one in found)
    assert lacking(printable(text)) == []


@pytest.mark.parametrize(("text", "name"), CASES["named"].items())
def test_a_message_names_the_characters(text: str, name: str) -> None:
    assert Lacking(0, text, False).name == name


def test_the_list_of_coverage_is_what_the_fonts_hold() -> None:
    """tools/fonts.py writes it; a font added without it would not count."""
    held = {character for font in FONTS.glob("*.ttf") for character in TTFont(font).getBestCmap()}
    everything = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x20000)]))
    lacked = set(map(ord, unprintable().findall(everything)))
    assert {ord(c) for c in everything} - lacked - held <= {
        0xAD,
        0xFEFF,
        *range(0x200B, 0x2061),
        *range(0xFE00, 0xFE10),
    }
    assert held & lacked == {0xFEFF}


def test_the_press_names_every_font() -> None:
    """One that no template names is used as Typst sees fit."""
    names = set()
    for font in FONTS.glob("*.ttf"):
        table = TTFont(font)["name"]
        names.add(table.getDebugName(16) or table.getDebugName(1))
    assert names == set(re.findall(r'"((?:EB|Vade|Noto) [\w ]+)"', STYLE))


def test_the_fonts_that_are_only_printed_stay_small() -> None:
    fallbacks = [*FONTS.glob("noto-*.ttf"), *FONTS.glob("wide-*.ttf")]
    assert sum(font.stat().st_size for font in fallbacks) <= 1_500_000


def test_the_press_sets_every_character(tmp_path: Path) -> None:
    """As strict as our documents: a character without a glyph is refused."""
    lines = (FONTS / "coverage.txt").read_text(encoding="ascii").split()
    ends = ((int(end, 16) for end in line.split("-")) for line in lines)
    codes = [code for first, last in ends for code in range(first, last + 1)]
    fonts = re.search(r"#let behind = .*?\n#let sans = [^\n]*", STYLE, re.DOTALL)
    assert fonts
    text = " ".join(f"\\u{{{code:x}}}" for code in codes)
    source = tmp_path / "all.typ"
    source.write_text(
        f'#set document(title: "All")\n{fonts[0]}\n#set text(font: sans, lang: "fr")\n#"{text}"',
        encoding="utf-8",
    )
    compiler = typst.Compiler(root=str(tmp_path), font_paths=[str(FONTS)], ignore_system_fonts=True)
    assert compiler.compile(str(source), format="pdf", pdf_standards=["ua-1", "a-2a"])


def test_the_steps_of_what_can_be_printed_lead_to_what_can_be_printed() -> None:
    ends = list(itertools.accumulate(printable_steps()))
    held = {
        code for first, last in zip(ends[::2], ends[1::2], strict=True) for code in range(first, last + 1)
    }
    assert held == {code for code in range(0x30000) if not unprintable().match(chr(code))}

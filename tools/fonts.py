"""Cut the fonts that stand behind ours on paper, for names in other scripts and for signs.

    python tools/fonts.py UNPACKED theme/assets/fonts

UNPACKED holds the npm packages of README.md beside the fonts, each unpacked in a folder of its own name
without scope and version (`noto-sans-arabic`). Needs fonttools and brotli. The cuts hold only what the
fonts before them lack, so that together they stay small; letters of a script keep their shaping tables.
Also writes coverage.txt, the ranges of characters that can be printed: reading that takes no time, reading
twenty fonts does.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

OWN = "sans-400.ttf"
LATIN = set(range(0x250))  # what ours hold; a script's own cut needs no second Latin
# our file's name -> where the package has the font, and the family's name in the cut ("Source" is a
# reserved name)
WIDE = {
    "wide-400": "400Regular/SourceSans3_400Regular.ttf",
    "wide-400-italic": "400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
    "wide-600": "600SemiBold/SourceSans3_600SemiBold.ttf",
}
SCRIPTS = (
    "arabic", "armenian", "bengali", "devanagari", "ethiopic", "georgian", "hebrew", "khmer", "lao", "nko",
    "tamil", "thai", "tifinagh",
)  # fmt: skip
RARE = {
    *range(0x1380, 0x13A0),
    *range(0x2D80, 0x2DE0),
    *range(0xAB00, 0xAB30),
}  # a third of Ethiopic, for few
# Signs that texts use beside words; from the first of these fonts that has them.
SIGNS = [
    *range(0x2190, 0x2200), *range(0x2200, 0x2300), *range(0x25A0, 0x2600), *range(0x2600, 0x2800),
    *range(0x2460, 0x2500), *range(0x2100, 0x2150),
]  # fmt: skip
SIGN_FONTS = ("noto-sans-math", "noto-sans-symbols", "noto-sans-symbols-2")


def held(path: Path) -> set[int]:
    """The characters of a font."""
    return set(TTFont(path).getBestCmap())


def cut(source: Path, target: Path, characters: set[int], family: str) -> set[int]:
    """Write those characters of a font to `target`, as a family of that name; the characters written."""
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    font = subset.load_font(str(source), options)
    wanted = characters & set(font.getBestCmap())
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16, 18, 21, 25):
            font["name"].setName(family.replace(" ", "") if record.nameID == 6 else family, *key(record))
    font.flavor = None
    font["head"].modified = font["head"].created  # the same bytes whenever it is made
    font.save(target, reorderTables=True)
    return wanted


def ranges(characters: set[int]) -> list[tuple[int, int]]:
    """Characters as ranges, both ends within."""
    found: list[tuple[int, int]] = []
    for character in sorted(characters):
        if found and found[-1][1] == character - 1:
            found[-1] = found[-1][0], character
        else:
            found.append((character, character))
    return found


def covered(fonts: Path) -> str:
    """What coverage.txt says: the printable ranges of all fonts in a folder, one a line, in hexadecimal."""
    # U+FEFF, which fonts hold though it is no character of a text, is refused in documents for archives
    # (PDF/A). What ours lacks in italics or in titles comes from the others: each style has the same
    # fallbacks.
    every = {character for font in fonts.glob("*.ttf") for character in held(font)}
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges(every - set(range(0x20)) - {0xFEFF}))


def key(record: object) -> tuple[int, int, int, int]:
    """What tells a name record from others."""
    return record.nameID, record.platformID, record.platEncID, record.langID


def main(unpacked: Path, target: Path) -> None:
    """Write all cuts."""
    have = held(target / OWN)
    for name, file in WIDE.items():
        source = unpacked / "source-sans-3" / file
        every = held(source) - held(target / OWN)
        wide = cut(source, target / f"{name}.ttf", every, "Vade Sans Wide")
        have |= wide if name == "wide-400" else set()
    for script in SCRIPTS:
        source = unpacked / f"noto-sans-{script}/files/noto-sans-{script}-{script}-400-normal.woff2"
        wanted = held(source) - LATIN - have - RARE
        have |= cut(source, target / f"noto-{script}.ttf", wanted, f"Noto Sans {script.title()}")
    for name in SIGN_FONTS:
        for part in ("latin", "math", "symbols"):
            source = unpacked / name / f"files/{name}-{part}-400-normal.woff2"
            if source.exists() and (missing := set(SIGNS) - have) & held(source):
                family = name.replace("-", " ").title()
                have |= cut(source, target / f"{name.replace('-sans', '')}.ttf", missing, family)
    (target / "coverage.txt").write_text(covered(target), encoding="ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

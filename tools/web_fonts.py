"""Cut our four fonts for the screen: the letters of French and English first, the rest for when it is needed.

    python tools/web_fonts.py theme/assets/fonts [ARIAL ROBOTO DEJAVU ARIAL ROBOTO DEJAVU TIMES NOTO DEJAVU]

Reads each NAME.ttf of README.md beside the fonts, writes NAME.woff2 (what nearly every page needs) and
NAME-more.woff2 (everything else that the font holds), and prints the `@font-face` rules of
theme/assets/styles/fonts.css. Needs fonttools and brotli. With the systems' fonts of SYSTEM, or fonts of the
same measures (Arimo for Arial, Tinos for Times), it also prints by how much these must be widened so that
words take the room that ours will take: nothing moves on a page when its fonts arrive.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SIGNS = "‘’“”„–—…‰€ŒœŸ•·←→↗↩✓×−≈≠≤≥\u2009\u202f\u00a0"
CORE = {*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, SIGNS)}
SHAPING = ["kern", "liga", "lnum", "onum", "tnum"]
GAP = 16  # the longest that a range passes over, and one
CAPITALS = ["smcp", "c2sc"]  # small capitals, which only the serif is set in
FAMILIES = {
    "garamond-500": ("EB Garamond", 500, "normal"),
    "sans-400": ("Vade Sans", 400, "normal"),
    "sans-400-italic": ("Vade Sans", 400, "italic"),
    "sans-600": ("Vade Sans", 600, "normal"),
}
# What stands in for ours until they arrive: our cut, its name in the style sheet, its names on systems.
SYSTEM = (
    ("sans-400", "Vade Sans as Arial", ("Arial", "Helvetica", "Liberation Sans", "Arimo")),
    ("sans-400", "Vade Sans as Roboto", ("Roboto",)),
    ("sans-400", "Vade Sans as DejaVu", ("DejaVu Sans",)),
    ("sans-400-italic", "Vade Sans as Arial", ("Arial Italic", "Helvetica Oblique", "Arial", "Arimo")),
    ("sans-400-italic", "Vade Sans as Roboto", ("Roboto Italic", "Roboto")),
    ("sans-400-italic", "Vade Sans as DejaVu", ("DejaVu Sans Oblique", "DejaVu Sans")),
    ("garamond-500", "Garamond as Times", ("Times New Roman", "Times", "Liberation Serif", "Tinos")),
    ("garamond-500", "Garamond as Noto", ("Noto Serif",)),
    ("garamond-500", "Garamond as DejaVu", ("DejaVu Serif",)),
)
# Words as the handbook's are, for the mean width of a letter.
SAMPLE = (
    "Le compte rendu de 2016 ajoute une différence de méthode. Une politique se mesure souvent et vise des "
    "publics précis ; elle prend corps dans bien des politiques locales, des transports au foncier. What "
    "does attractiveness mean, and to whom? Here are chapters to help you understand, decide and organise."
)


def cut(source: Path, characters: set[int], features: list[str]) -> bytes:
    """A font with those of its characters, as WOFF2."""
    options = subset.Options(flavor="woff2", hinting=False, layout_features=features, notdef_outline=True)
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters & set(font.getBestCmap()))
    cutter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes whenever it is made
    file = io.BytesIO()
    subset.save_font(font, file, options)
    return file.getvalue()


def ranges(characters: set[int], others: set[int]) -> str:
    """Characters as a style sheet's unicode-range, over short gaps where no others are.

    A letter in such a gap asks for a cut that has it not, which costs less than all gaps told on every page.
    """
    found: list[list[int]] = []
    for character in sorted(characters):
        if found and character - found[-1][1] <= GAP and others.isdisjoint(range(found[-1][1], character)):
            found[-1][1] = character
        else:
            found.append([character, character])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in found)


def rule(name: str, more: bool, characters: set[int], others: set[int]) -> str:
    """The `@font-face` of one cut."""
    family, weight, style = FAMILIES[name]
    slanted = f" font-style: {style};" if style != "normal" else ""
    file = f"{name}-more" if more else name
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight};{slanted} font-display: swap; '
        f'src: url("../fonts/{file}.woff2") format("woff2"); unicode-range: {ranges(characters, others)}; }}'
    )


def mean_width(font: TTFont) -> float:
    """How wide a character of the sample is on the mean, in ems."""
    names, widths = font.getBestCmap(), font["hmtx"]
    known = [names[ord(letter)] for letter in SAMPLE if ord(letter) in names]
    return sum(widths[name][0] for name in known) / len(known) / font["head"].unitsPerEm


def fallback(name: str, ours: TTFont, theirs: TTFont, family: str, local: tuple[str, ...]) -> str:
    """The `@font-face` of a system's font with the measures of ours, which has that name."""
    size = mean_width(ours) / mean_width(theirs)
    em = ours["head"].unitsPerEm * size
    ascent, descent = ours["hhea"].ascent / em, -ours["hhea"].descent / em
    sources = ", ".join(f'local("{one}")' for one in local)
    slanted = " font-style: italic;" if name.endswith("italic") else ""
    return (
        f'@font-face {{ font-family: "{family}";{slanted} src: {sources}; size-adjust: {size:.1%}; '
        f"ascent-override: {ascent:.1%}; descent-override: {descent:.1%}; line-gap-override: 0%; }}"
    )


def main(fonts: Path, *system: Path) -> None:
    """Write the cuts and print their rules."""
    for name in FAMILIES:
        source = fonts / f"{name}.ttf"
        held = set(TTFont(source).getBestCmap())
        features = SHAPING + (CAPITALS if name.startswith("garamond") else [])
        core, rest = held & CORE, held - CORE
        for more, characters, others in ((False, core, rest), (True, rest, core)):
            (fonts / f"{name}{'-more' if more else ''}.woff2").write_bytes(cut(source, characters, features))
            print(rule(name, more, characters, others))
    for path, (ours, family, local) in zip(system, SYSTEM, strict=False):
        print(fallback(ours, TTFont(fonts / f"{ours}.ttf"), TTFont(path), family, local))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

"""Which characters can be printed: those that the text's font holds."""

from __future__ import annotations

import functools
import re
import struct

from vademecum.house import FONTS

FONT = FONTS / "sans-400.ttf"
# White space and marks for line breaking need no glyph.
UNSEEN = "\t\n \u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"


@functools.cache
def unprintable() -> re.Pattern[str]:
    """Finds the first character that cannot be printed."""
    held = "".join(
        f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges(FONT.read_bytes())
    )
    return re.compile(f"[^{held}{UNSEEN}]")


def ranges(font: bytes) -> list[tuple[int, int]]:
    """The ranges of characters in a font's `cmap` of format 4 (https://learn.microsoft.com/typography/opentype/spec/cmap)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)
    }
    cmap = tables[b"cmap"]
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">I", font, cmap + 4 + 8 * number + 4)[0]
        if struct.unpack_from(">H", font, table)[0] == 4:
            size = struct.unpack_from(">H", font, table + 6)[0]
            ends = struct.unpack_from(f">{size // 2}H", font, table + 14)
            starts = struct.unpack_from(f">{size // 2}H", font, table + 16 + size)
            return [pair for pair in zip(starts, ends, strict=True) if pair[0] < 0xFFFF]
    raise ValueError("the font has no cmap of format 4")

"""What a picture's file says of itself: its kind, its size, and whether it is whole.

Only the parts that every decoder reads first are read here, never the picture itself: a few kilobytes may
unpack to a thousand million pixels.
Sources: PNG https://www.w3.org/TR/png-3/, JPEG ITU-T T.81 annex B, GIF89a, WebP RFC 9649.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vademecum.sources.text.limits import PICTURE_BYTES
from vademecum.sources.text.text_files import is_within

PNG, JPEG, GIF, RIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF"
# The markers of JPEG that begin a frame, which says the size; and those that stand alone, without a length.
FRAMES = frozenset((*range(0xC0, 0xD0),)) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset((0x01, *range(0xD0, 0xD9)))


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's width and height in pixels."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height


class Damaged(Exception):
    """The file begins as a picture and is none, or is cut short."""


def read_picture(root: Path, path: str) -> bytes | None:
    """A picture's bytes, one more than are allowed at most; none where it is no file of the project's own."""
    file = root / path
    try:
        if not (is_within(file, root) and file.is_file()):
            return None
        with file.open("rb") as opened:
            return opened.read(PICTURE_BYTES + 1)
    except OSError:
        return None


def size_of(data: bytes) -> Size:
    """The size of a picture. Raises Damaged where the file does not say it, or ends too soon."""
    for mark, read in READERS.items():
        if data.startswith(mark):
            try:
                size = read(data)
            except (IndexError, ValueError, zlib.error):
                raise Damaged from None
            if not size.pixels:
                raise Damaged
            return size
    raise Damaged


def endings(data: bytes) -> tuple[str, ...]:
    """The endings that a file of this kind may have; none for what is no picture that we print."""
    if data.startswith(RIFF) and data[8:12] != b"WEBP":
        return ()
    return next((ends for mark, ends in ENDINGS.items() if data.startswith(mark)), ())


def _part(data: bytes, start: int, length: int) -> bytes:
    """Some bytes of a file. Raises IndexError where it has not so many."""
    part = data[start : start + length]
    if len(part) < length:
        raise IndexError
    return part


def _number(data: bytes, start: int, length: int, order: str = "big") -> int:
    return int.from_bytes(_part(data, start, length), "big" if order == "big" else "little")


def _png(data: bytes) -> Size:
    """Chunk by chunk to the last, each with the sum that it should have."""
    at, size, drawn = len(PNG), None, False
    while True:
        length, kind = _number(data, at, 4), _part(data, at + 4, 4)
        body = memoryview(data)[at + 4 : at + 8 + length]
        if zlib.crc32(body) != _number(data, at + 8 + length, 4):
            raise ValueError
        if size is None:
            if kind != b"IHDR":
                raise ValueError
            size = Size(_number(data, at + 8, 4), _number(data, at + 12, 4))
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            if not drawn:
                raise ValueError
            return size
        at += 12 + length


def _jpeg(data: bytes) -> Size:
    """Segment by segment to the frame; the end of the picture stands near the end of the file."""
    at = 2
    while True:
        if _part(data, at, 1) != b"\xff":
            raise ValueError
        marker = _number(data, at + 1, 1)
        if marker == 0xFF:  # fill
            at += 1
        elif marker in ALONE:
            at += 2
        elif marker in FRAMES:
            if data.rfind(b"\xff\xd9") < at:
                raise ValueError
            return Size(_number(data, at + 7, 2), _number(data, at + 5, 2))
        elif (length := _number(data, at + 2, 2)) < 2:
            raise ValueError
        else:
            at += 2 + length


def _gif(data: bytes) -> Size:
    if data[:6] not in (b"GIF87a", b"GIF89a") or data.rstrip(b"\0")[-1:] != b";":
        raise ValueError
    return Size(_number(data, 6, 2, "little"), _number(data, 8, 2, "little"))


def _webp(data: bytes) -> Size:
    """The size stands in the first chunk, as one of three kinds has it."""
    kind = _part(data, 8, 8)
    if len(data) < _number(data, 4, 4, "little") + 8 or not kind.startswith(b"WEBP"):
        raise ValueError
    if kind == b"WEBPVP8X":
        return Size(_number(data, 24, 3, "little") + 1, _number(data, 27, 3, "little") + 1)
    if kind == b"WEBPVP8L":
        bits = _number(data, 21, 4, "little")
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"WEBPVP8 " and _part(data, 23, 3) == b"\x9d\x01\x2a":
        return Size(_number(data, 26, 2, "little") & 0x3FFF, _number(data, 28, 2, "little") & 0x3FFF)
    raise ValueError


READERS: dict[bytes, Callable[[bytes], Size]] = {PNG: _png, JPEG: _jpeg, GIF: _gif, RIFF: _webp}
ENDINGS = {PNG: (".png",), JPEG: (".jpg", ".jpeg"), GIF: (".gif",), RIFF: (".webp",)}

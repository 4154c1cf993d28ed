"""Whether a picture's file tells where it was taken: cameras and telephones write it into what they take.

Sources: Exif 2.32 (CIPA DC-008), 4.6.2, 4.6.3 and 4.6.6; XMP part 2 (ISO 16684-2), *exif:GPSLatitude*.
"""

from __future__ import annotations

import contextlib
import struct

# What stands before the tags: in a segment of JPEG, a chunk of PNG, a chunk of WebP.
BEFORE = (b"Exif\0\0", b"eXIf", b"EXIF")
ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
NEAR = 16  # bytes from there on in which the tags begin
GPS, LATITUDE = 0x8825, 2
XMP = b"GPSLatitude"


def tells_where(data: bytes) -> bool:
    """Whether a picture's bytes hold the latitude of a place, as tags of Exif or of XMP."""
    return XMP in data or any(_has_latitude(data, mark) for mark in BEFORE)


def _has_latitude(data: bytes, mark: bytes) -> bool:
    begins = data.find(mark)
    if begins < 0:
        return False
    head = data[begins : begins + len(mark) + NEAR]
    for sign, order in ORDERS.items():
        if (at := head.find(sign)) >= 0:
            with contextlib.suppress(struct.error):  # cut short, or no tags at all
                tags = memoryview(data)[begins + at :]
                first = _tags(tags, struct.unpack_from(f"{order}I", tags, 4)[0], order)
                return GPS in first and LATITUDE in _tags(tags, first[GPS], order)
    return False


def _tags(tags: memoryview, at: int, order: str) -> dict[int, int]:
    """A list of tags, each with its last four bytes: its value, or where that stands."""
    (count,) = struct.unpack_from(f"{order}H", tags, at)
    rows = (struct.unpack_from(f"{order}HHII", tags, at + 2 + 12 * number) for number in range(count))
    return {tag: value for tag, _, _, value in rows}

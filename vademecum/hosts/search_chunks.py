"""The files of words of a search's index, cut smaller: a browser asks for one, whole, for each word asked.

Pagefind (1.5) puts as many words into a file as stand in some 20,000 places, 30 kB and more, and has no
setting for that. Its files are CBOR (RFC 8949), gzipped after a signature:

    file     [[word, …]]                in the order of the terms
    word     [term, pages, variants]    an array of three that begins with a text: no other does
    variant  [form, pages]              the rest are arrays of numbers
    meta     […, [[first term, last term, file's name], …], …]    terms as far as they tell files apart
"""

from __future__ import annotations

import gzip
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vademecum.language.regex import regex

CHUNK, META = ".pf_index", ".pf_meta"
SIGNATURE = b"pagefind_dcd"  # what each of its files begins with, once unpacked
LARGE = 5_000  # bytes; a file of more is cut
# Numbers and arrays' heads, one after another, up to the next text.
_NUMBERS = regex(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]++|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4})++", re.DOTALL
)
_THREE = 0x83  # the head of an array of three
_FILE = regex("[a-z]{2}_[0-9a-f]{7}")  # as Pagefind names a file of words
_TEXT = 0x60  # a text of at most 23 bytes, with its length added
_LENGTHS = {0x78: 1, 0x79: 2, 0x7A: 4, 0x7B: 8}  # longer ones: the bytes that their length takes
_ARRAY = 0x80
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Word(NamedTuple):
    """A word of a file: its term, and where the word begins."""

    term: str
    start: int


class Part(NamedTuple):
    """What becomes a file: what is packed, its first term and its last."""

    packed: bytes
    first: str
    last: str


def smaller(files: Mapping[str, bytes], language: str, digest: str) -> dict[str, bytes]:
    """The files, with those of words of about LARGE at most, but for a word larger by itself; named by what
    tells this index from the next, and a number. Where the meta is not as this module knows it, they stay as
    they are.
    """
    made = dict(files)
    found: dict[str, list[tuple[str, Part]]] = {}  # the name of a file that is cut -> its parts with theirs
    number = itertools.count()
    for name in sorted(name for name in files if name.endswith(CHUNK)):
        if len(parts := _parts(files[name])) > 1:
            named = [(f"{language}_{digest[:4]}{digits(next(number), 3)}", part) for part in parts]
            found[name.rpartition("/")[2].removesuffix(CHUNK)] = named
            made |= {f"index/{part}{CHUNK}": one.packed for part, one in named}
            del made[name]
    for name in [name for name in files if name.endswith(META)]:
        if (meta := _meta(gzip.decompress(files[name]), found)) is None:
            return dict(files)
        made[name] = gzip.compress(meta, mtime=0)
    return made


def _parts(file: bytes) -> list[Part]:
    """A file of words cut into parts of about LARGE; nothing where it is small, or not as we know it."""
    if len(file) <= LARGE:
        return []
    content = gzip.decompress(file)
    words = list(_words(content))
    head = SIGNATURE + b"\x81" + _array(len(words))
    if not words or not content.startswith(head) or words[0].start != len(head):
        return []
    most = len(content) * LARGE // len(file)
    ends = [word.start for word in words[1:]] + [len(content)]
    parts, first = [], 0
    for number, end in enumerate(ends):
        last = number + 1 == len(words)
        if last or ends[number + 1] - words[first].start > most:
            held = content[words[first].start : end]
            packed = gzip.compress(SIGNATURE + b"\x81" + _array(number + 1 - first) + held, 6, mtime=0)
            parts.append(Part(packed, words[first].term, words[number].term))
            first = number + 1
    return parts


def _words(content: bytes) -> Iterator[Word]:
    """Each word of an unpacked file."""
    for at, text, _ in _texts(content):
        if content[at - 1] == _THREE:
            yield Word(text, at - 1)


def _texts(content: bytes) -> Iterator[tuple[int, str, int]]:
    """Each text of an unpacked file: where it begins, the text, where it ends."""
    end = len(SIGNATURE)
    while end < len(content):
        at = found.end() if (found := _NUMBERS.match(content, end)) else end
        if at == len(content):
            return
        head = content[at]
        start = at + 1 + (wide := _LENGTHS.get(head, 0))
        end = start + (int.from_bytes(content[at + 1 : start], "big") if wide else head - _TEXT)
        yield at, content[start:end].decode(), end


def _meta(content: bytes, found: Mapping[str, list[tuple[str, Part]]]) -> bytes | None:
    """The meta with the parts of the files that were cut; None where it does not list each of them.

    Two files that follow one another are told apart by the first letter in which their terms differ.
    """
    texts = list(_texts(content))
    entries = [
        (one[0] - 1, three[2], one[1], two[1], three[1])
        for one, two, three in zip(texts, texts[1:], texts[2:], strict=False)
        if content[one[0] - 1] == _THREE and one[2] == two[0] and two[2] == three[0]
    ]
    listed = [entry for entry in entries if entry[4] in found or _FILE.fullmatch(entry[4])]
    if {entry[4] for entry in listed} & set(found) != set(found):
        return None
    made = b"".join(
        _entry(*one) for *_, first, last, name in listed for one in _cut(first, last, found.get(name), name)
    )
    if not listed:
        return content
    start, end = listed[0][0], listed[-1][1]
    head, count = _array(len(listed)), len(listed) + sum(len(parts) - 1 for parts in found.values())
    if not content.endswith(head, 0, start):
        return None
    return content[: start - len(head)] + _array(count) + made + content[end:]


def _cut(
    first: str, last: str, parts: Sequence[tuple[str, Part]] | None, name: str
) -> list[tuple[str, str, str]]:
    """What the meta says of the parts of a file, of which it said that it goes from `first` to `last`."""
    if not parts:
        return [(first, last, name)]
    edges = [_apart(one.last, other.first) for (_, one), (_, other) in itertools.pairwise(parts)]
    firsts, lasts = [first, *(after for _, after in edges)], [*(before for before, _ in edges), last]
    return list(zip(firsts, lasts, (name for name, _ in parts), strict=True))


def _apart(before: str, after: str) -> tuple[str, str]:
    """Two terms up to the letter in which they differ."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after))) + 1
    return before[:same], after[:same]


def _entry(*texts: str) -> bytes:
    """An array of three texts."""
    return bytes((_THREE,)) + b"".join(map(_text, texts))


def _text(text: str) -> bytes:
    """A text with its length before it, in as few bytes as hold it."""
    written = text.encode()
    if len(written) < 24:
        return bytes((_TEXT + len(written),)) + written
    head, wide = next((head, wide) for head, wide in _LENGTHS.items() if len(written) < 256**wide)
    return bytes((head,)) + len(written).to_bytes(wide, "big") + written


def _array(length: int) -> bytes:
    """The head of an array of at most 65,535."""
    if length < 24:
        return bytes((_ARRAY + length,))
    return b"\x98" + bytes((length,)) if length < 256 else b"\x99" + length.to_bytes(2, "big")


def digits(number: int, count: int) -> str:
    """A number as so many digits to the base of 36."""
    made = ""
    for _ in range(count):
        number, digit = divmod(number, len(_DIGITS))
        made = _DIGITS[digit] + made
    return made

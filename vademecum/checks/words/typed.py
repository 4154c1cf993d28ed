"""What is wrong with the running words of a document: slips of the keyboard, numbers, usage, agreement.

The rules look at a paragraph as one text, across links and emphasis; code, addresses and citations are a sign
that no rule asks for.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from vademecum.checks.rules.excerpts import is_spoken_of
from vademecum.checks.rules.slip import Slip, outermost
from vademecum.checks.words.grammar.agreement import agreement
from vademecum.checks.words.keyboard import slips
from vademecum.checks.words.pairs import CLOSING, PAIRS, STRAIGHT
from vademecum.checks.words.quantities.numbers import numbers, spoken
from vademecum.checks.words.remains.undated import undated
from vademecum.checks.words.usage import usage
from vademecum.checks.words.within import lines_within
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.language.typography import ADDRESS, ADDRESSES, OPAQUE, run_on
from vademecum.model import Finding
from vademecum.sources.clean import Clean

STOPPED = regex(r"(?<=[^\W\d_]{4})(?<!\betc)[ \u00a0]?[.:;,]\Z")  # a title that ends as a sentence does
GAP = regex(r"\n(?:[ \t>]*\n)+")  # between two paragraphs
HIDDEN = regex(f"{re.escape(OPAQUE)}+")
OF_CASES = "case_studies/"
FAR = 2000  # bytes that are looked at above and below a paragraph
WITHOUT = 3  # paragraphs, of which a long quotation may mark but the first and the last


def typed(node: Any, origin: Origin, clean: Clean) -> Iterator[Finding]:
    """The slips of a paragraph, a line or a heading."""
    pieces = list(_pieces(node.content))
    text = "".join(piece if isinstance(piece, str) else piece.words for piece in pieces)
    if any(map(text.__contains__, ADDRESSES)):
        text = ADDRESS.sub(_hidden, text)
    marked = origin.holds("lang=") and any(getattr(one, "lang", "") for one in node.content)
    if isinstance(node, tree.Heading) and (stop := STOPPED.search(text)):
        values = {"found": text[-40:], "nearest": text[-40:].rstrip(" .:;,\u00a0")}
        yield Finding("typing-slip", origin.location(node.at), values)
        text = text[: stop.start()]
    language = "" if marked else spoken(origin)
    starts = [0, *itertools.accumulate(map(_length, pieces))]
    aged = undated(text) if origin.file.path.startswith(OF_CASES) else ()
    for code, at, values in (*clean.found(("words", language, text), partial(_told, text, language)), *aged):
        if code == "other-usage" and (
            is_spoken_of(text, at, found := values["found"])
            or ("; " in found and at + found.rindex("; ") + 2 in starts)  # a title, in emphasis
        ):
            continue
        shut = values.get("shut", "(")
        sign = PAIRS.get(shut) or CLOSING.get(shut, shut)
        if code == "open-pair" and sign not in "()[]" and _has_its_other_half(sign, text, pieces, origin):
            continue
        values = {name: HIDDEN.sub("…", value) for name, value in values.items()}
        number = bisect.bisect_right(starts, at) - 1
        piece = pieces[number] if number < len(pieces) else ""
        place = node.at if isinstance(piece, str) else piece.offset(at - starts[number])
        yield Finding(code, origin.location(place), values)


def _told(text: str, language: str) -> Iterator[Slip]:
    """All that is wrong with some running words of a language."""
    yield from slips(text)
    yield from numbers(text, language)
    yield from outermost(usage(text, language))
    yield from agreement(text, language)


def _has_its_other_half(sign: str, text: str, pieces: list[inlines.Text | str], origin: Origin) -> bool:
    """Whether a quotation that a paragraph leaves open or closes goes on below, where it may begin with its
    sign again, or began above.
    """
    texts = [piece for piece in pieces if not isinstance(piece, str)]
    source = origin.source
    start, end = texts[0].offset(0), texts[-1].offset(len(texts[-1].words) - 1)
    above = [
        part[::-1] for part in _beside(source[max(0, start - FAR) : start].decode(errors="ignore")[::-1])
    ]
    below = _beside(source[end : end + FAR].decode(errors="ignore"))
    begins = any(part.lstrip(" >").startswith(sign) for part in below[:1])
    above, below = _next_marked(sign, above), _next_marked(sign, below)
    if sign == '"':
        return begins or any(len(STRAIGHT.findall(part)) % 2 for part in (*above, *below))
    if sign in CLOSING:
        return any(part.count(CLOSING[sign]) > part.count(sign) for part in above)
    return begins or any(part.count(PAIRS[sign]) > part.count(sign) for part in below)


def _beside(text: str) -> list[str]:
    """The first paragraphs of a text behind the end of one; of a text read backwards, those before it."""
    return GAP.split(text, WITHOUT + 1)[1 : WITHOUT + 1]


def _next_marked(sign: str, parts: list[str]) -> list[str]:
    """Of the paragraphs beside one the nearest, or the next that has a mark like it where that has none, as
    the second of three in a long quotation; none beyond a heading.
    """
    marks = (sign, PAIRS.get(sign, sign), CLOSING.get(sign, sign))
    near = itertools.takewhile(lambda part: not part.startswith("#"), parts)
    return [part for part in near if any(map(part.__contains__, marks))][:1] or parts[:1]


def _hidden(address: re.Match[str]) -> str:
    """An address as a sign that no rule asks for; what ends the sentence around it stays."""
    end = run_on(address[0])
    core = address[0][: end - 1] if end else address[0].rstrip(".,;:!?")
    core = core[:-1] if core.endswith(")") and core.count(")") > core.count("(") else core
    return OPAQUE * len(core) + address[0][len(core) :]


def _pieces(content: Iterable[Any]) -> Iterator[inlines.Text | str]:
    """The texts of a paragraph, and a sign for what is no words of it, or was left out between two."""
    end, spaced = -1, False
    for node in content:
        if isinstance(node, inlines.Text) and node.pieces:
            if end not in (-1, node.offset(0)):
                yield OPAQUE
            yield node
            spaced = node.words.endswith(" ")
            end = node.offset(len(node.words) - 1) + len(node.words[-1:].encode())
            continue
        end = -1
        if isinstance(node, inlines.Break):
            yield "\n"
        elif isinstance(node, inlines.NoteMark):
            yield OPAQUE if spaced else ""
        elif inside := walking.children(node):
            yield from _pieces(inside)
        else:
            yield OPAQUE


def _length(piece: inlines.Text | str) -> int:
    return len(piece if isinstance(piece, str) else piece.words)


def _typed_within(node: Any, origin: Origin, clean: Clean) -> Iterator[Finding]:
    """The slips of the lines that a node holds."""
    for line in lines_within(node):
        yield from typed(line, origin, clean)


TYPED: dict[type, Callable[[Any, Origin, Clean], Iterator[Finding]]] = {
    **dict.fromkeys((tree.Paragraph, tree.Line, tree.Heading), typed),
    **dict.fromkeys((tree.Row, tree.Box, tree.Entry, inlines.Picture), _typed_within),
}

"""Words that run into emphasis, a link or code: the space that was to part them is lost to readers.

A part of a word may be emphasised, as in "in**égal**ité": both sides are words of the language, and the two
together are none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from typing import Any

from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex
from vademecum.model import Finding

LAST, FIRST = regex(r"[^\W\d_]+\Z"), regex(r"[^\W\d_]+")
ELIDED = regex(r"(?:[ldnscjmt]|[Qq]u)\Z", re.IGNORECASE)  # what an apostrophe stands behind
LEAST, LONG = 3, 5  # letters of one, and of the other
# What words are made with, each a word by itself.
BEFORE = frozenset(
    (
        *("auto", "anti", "inter", "sur", "sous", "extra", "super", "hyper", "non", "multi", "post", "mono"),
        *("micro", "mini", "trans", "contre", "entre", "para", "télé", "vidéo", "photo", "semi", "demi"),
        *("over", "under", "out", "well", "self", "counter", "sub", "euro", "eco", "éco", "agro", "inter"),
        *("macro", "bio", "mal", "bien", "mid", "pro", "pan", "ultra", "vice", "quasi", "arrière", "avant"),
        *("infra", "supra", "péri", "proto", "archi", "géo", "radio", "moto", "électro", "néo", "outre"),
        *("méga", "mega", "méta", "meta", "poly", "pré", "rétro", "retro", "tri", "uni", "maxi", "pseudo"),
        *("psycho", "techno", "ciné", "audio", "franco", "afro", "anglo", "germano", "italo", "hispano"),
        *("russo", "sino", "latino", "hydro", "fore", "step", "fellow", "dis"),
    )
)
MARKS: dict[type, tuple[str, str]] = {
    inlines.Emphasis: ("*", "*"),
    inlines.Strong: ("**", "**"),
    inlines.Struck: ("~~", "~~"),
    inlines.Link: ("[", "](…)"),
}


def glued(node: Any, origin: Origin) -> Iterator[Finding]:
    """The first place in a paragraph where two words run into each other at a mark; a backslash behind it;
    the sign of an item right before bold words.
    """
    yield from _crossed(node, origin)
    yield from _item_signs(node, origin)
    for before, after in itertools.pairwise(node.content):
        if not (_is_marked(before) or _is_marked(after)):
            continue
        text = _last_text(before)
        if text is None or not (isinstance(before, inlines.Text) or isinstance(after, inlines.Text)):
            continue
        last, first = LAST.search(walking.plain((before,))[-40:]), FIRST.match(walking.plain((after,))[:40])
        if last and first and _are_two(last[0], first[0], spoken(origin)):
            at = text.offset(len(text.words) - len(last[0]))
            one, other = _written(before, last[0], "… "), _written(after, first[0], " …")
            values = {"found": f"{one}{other}", "nearest": f"{one} {other}"}
            yield Finding("typing-slip", origin.location(at), values)
            return


def _item_signs(node: Any, origin: Origin) -> Iterator[Finding]:
    """The first sign of an item that begins a line right before bold words or a link, without its space."""
    for text, after in itertools.pairwise(node.content):
        if not isinstance(text, inlines.Text) or not isinstance(after, (inlines.Strong, inlines.Link)):
            continue
        sign = text.words.rpartition("\n")[2]
        first = text is node.content[0] or "\n" in text.words
        if first and sign.strip() in ("-", "+", "–", "•"):
            shown = walking.plain(after.content)
            near = f"**{shown}**" if isinstance(after, inlines.Strong) else f"[{shown}](…)"
            values = {"found": f"{sign.strip()}{near}"[:60], "nearest": f"- {beginning(near, 40)}"}
            yield Finding("pasted-bullet", origin.location(text.offset(len(text.words) - 1)), values)
            return


def _last_text(node: Any) -> inlines.Text | None:
    """The text that a node ends with, as its author wrote it."""
    while not isinstance(node, inlines.Text):
        inside = walking.children(node)
        if not inside:
            return None
        node = inside[-1]
    return node if node.pieces else None


def _written(node: Any, word: str, more: str) -> str:
    """A word with the marks that it stands in, and a sign for what else stands there."""
    opens, shuts = MARKS.get(type(node), ("", ""))
    if not opens or walking.plain((node,)).strip() == word:
        return f"{opens}{word}{shuts}"
    return f"{opens}{more}{word}{shuts}" if more[0] == "…" else f"{opens}{word}{more}{shuts}"


def _is_marked(node: Any) -> bool:
    return type(node) in MARKS and not (isinstance(node, inlines.Link) and node.at < 0)


def _are_two(last: str, first: str, language: str) -> bool:
    """Whether letters on both sides of a mark are two words."""
    if len(last) < LEAST or len(first) < LEAST or max(len(last), len(first)) < LONG:
        return False
    words = dictionary(language) if language in LANGUAGES else ()
    known = last.lower() in words and first.lower() in words and last.lower() not in BEFORE
    return known and f"{last}{first}".lower() not in words and not first.isupper()


def between_letters(node: inlines.Code, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """Code glued to letters on both sides: its backquotes were apostrophes, or lack their spaces."""
    source, at = origin.source, node.at
    end = at + 1 + len(node.words.encode())
    if not source[at : at + 1] == source[end : end + 1] == b"`":
        return
    before = re.split(r"\W", source[max(0, at - 40) : at].decode(errors="ignore"))[-1]
    after = re.split(r"\W", source[end + 1 : end + 40].decode(errors="ignore"))[0]
    if not (before[-1:].isalpha() and after[:1].isalpha()):
        return
    word = re.split(r"\W", node.words)[0]
    values = {"found": f"{before}`{word}", "nearest": f"{before}’{word}"}
    if not ELIDED.fullmatch(before) and " " not in node.words:
        shown = f"`{node.words}`"
        values = {"found": f"{before}{shown}{after}", "nearest": f"{before} {shown} {after}"}
    yield Finding("typing-slip", origin.location(at), values)


def _crossed(node: tree.Paragraph | tree.Line, origin: Origin) -> Iterator[Finding]:
    """A backslash at the end of a paragraph, which was to end a line."""
    last = node.content[-1] if node.content else None
    if isinstance(last, inlines.Text) and last.pieces and last.words.endswith("\\"):
        at = last.offset(len(last.words) - 1)
        if origin.source[at : at + 1] == b"\\" and origin.source[at - 1 : at] != b"\\":
            shown = last.words[-30:]
            yield Finding(
                "typing-slip", origin.location(at), {"found": shown, "nearest": shown.rstrip("\\ ")}
            )

"""Markdown -> blocks: the parser's events, each with its place, made into the closed set of nodes of `tree`.

The parser is pulldown-cmark (https://pulldown-cmark.github.io/pulldown-cmark/), by its Python bindings:
CommonMark and GitHub's tables, notes, alerts, tasks and strike-through, definition lists, ids of headings.
Ours on top: citations, links to entries, words in another language, figures. HTML never passes: it is told
and stands as words. Whatever comes in, nodes come out; what is wrong with it comes beside them as findings
with their places.

An event opens a frame, adds to it, or ends it; what a frame then becomes, `markdown_inlines` and
`markdown_blocks` say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyromark

from vademecum.document import inlines, link_definitions, markdown_blocks, markdown_inlines, tree
from vademecum.document.bare_addresses import with_links
from vademecum.document.field_text import FieldText
from vademecum.document.inlines import Inline
from vademecum.document.markdown_attributes import BEGINS, with_attributes
from vademecum.document.markdown_frames import BLOCKS, CONTAINERS, LINKED, Frame, Maker
from vademecum.document.origin import Origin
from vademecum.document.tree import Blocks
from vademecum.model import Finding

_O = pyromark.Options
OPTIONS = (
    _O.ENABLE_TABLES
    | _O.ENABLE_FOOTNOTES
    | _O.ENABLE_STRIKETHROUGH
    | _O.ENABLE_TASKLISTS
    | _O.ENABLE_HEADING_ATTRIBUTES
    | _O.ENABLE_DEFINITION_LIST
    | _O.ENABLE_GFM
)
MAX_DEPTH = 40
MAKERS: dict[str, Maker] = markdown_inlines.MAKERS | markdown_blocks.MAKERS


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text is: its blocks, the notes written in it by their keys, and what is wrong with it."""

    blocks: Blocks
    notes: dict[str, Blocks]
    findings: tuple[Finding, ...]


def parse(origin: Origin) -> Parsed:
    """Parse the Markdown of a field or body. Never fails: what cannot be taken is a finding."""
    return _Reader(origin).parsed()


class _Reader:
    """The parser's events of a field, in their order, and the frames that they have opened."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.field = FieldText(origin)
        self.frames = [Frame("Root", None, 0, len(self.field.bytes))]
        self.skipped = 0  # how many frames are open that are nested too deeply to be kept
        self.words: list[str] = []  # the text that is being gathered, and where its pieces stand
        self.pieces: list[tuple[int, int]] = []
        self.length = 0

    def parsed(self) -> Parsed:
        events: Iterable[Any] = pyromark.events_with_range(
            self.origin.text, options=OPTIONS, broken_link_callback=self.reference
        )
        if link_definitions.SIGN in self.origin.text:
            events = list(events)
            link_definitions.tell_of_unused(self.field, events)
        for event, range_ in events:
            name, value = _named(event)
            if name == "Start":
                self.start(*_named(value), range_["start"], range_["end"])
            elif name == "End":
                self.close(_named(value)[0])
            elif not self.skipped:
                HANDLERS[name](self, value, range_["start"], range_["end"])
        self.end_line()
        self.field.tell_of_closing_tags()
        return Parsed(tuple(self.frames[0].blocks), self.field.notes, tuple(self.field.findings))

    @staticmethod
    def reference(link: Any) -> tuple[str, str] | None:
        """What brackets mean that no link definition explains: a citation, or nothing."""
        return ("", "") if str(link["reference"]).startswith("@") else None

    def text(self, words: str, at: int, end: int) -> None:
        self.line(at)
        if not self.words and (before := self.frames[-1].inlines) and words.startswith(BEGINS):
            before[-1], taken = with_attributes(self.field, before[-1], words, at)
            words, at = words[taken:], at + len(words[:taken].encode())
            if not words:
                return
        self.pieces.append((self.length, at))
        self.words.append(words)
        self.length += len(words)

    def flush(self) -> None:
        """The text gathered so far as a node."""
        if self.words:
            text = inlines.Text("".join(self.words), tuple(self.pieces))
            linked = any(frame.name in LINKED for frame in self.frames)
            self.frames[-1].inlines += [text] if linked else with_links(text, self.origin.file.path)
            self.words, self.pieces, self.length = [], [], 0

    def inline(self, node: Inline, at: int) -> None:
        """Add a node to the frame that is open, after the text before it."""
        self.line(at)
        self.flush()
        self.frames[-1].inlines.append(node)

    def code(self, words: str, at: int, end: int) -> None:
        self.inline(inlines.Code(words, at=at), at)

    def soft_break(self, _: None, at: int, end: int) -> None:
        self.text("\n", at, end)

    def hard_break(self, _: None, at: int, end: int) -> None:
        self.inline(inlines.Break(), at)

    def rule(self, _: None, at: int, end: int) -> None:
        self.end_line()
        self.frames[-1].blocks.append(tree.Rule(origin=self.origin, at=at))

    def note_mark(self, label: str, at: int, end: int) -> None:
        self.inline(inlines.NoteMark(self.field.key(label), at, end), at)

    def task(self, checked: bool, at: int, end: int) -> None:
        next(frame for frame in reversed(self.frames) if frame.name == "Item").checked = checked

    def inline_html(self, words: str, at: int, end: int) -> None:
        self.field.tell_of_tags(words, at)
        self.inline(inlines.Code(words, at=at), at)

    def block_html(self, words: str, at: int, end: int) -> None:
        self.frames[-1].inlines.append(inlines.Text(words, ((0, at),)))

    def line(self, at: int) -> None:
        """Open a line where words stand in a container that has no paragraph for them."""
        if self.frames[-1].name in CONTAINERS:
            self.frames.append(Frame("Line", None, at, at))

    def end_line(self) -> None:
        if self.frames[-1].name == "Line":
            self.close("Line")

    def start(self, name: str, data: Any, at: int, end: int) -> None:
        if self.skipped or len(self.frames) > MAX_DEPTH:
            if not self.skipped:
                self.field.report("too-deep", at, self.field.source(at, at + 40), limit=str(MAX_DEPTH))
            self.skipped += 1
            return
        if name in BLOCKS:
            self.end_line()
        else:
            self.line(at)
            self.flush()
        self.frames.append(Frame(name, data, at, end))

    def close(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        if name in CONTAINERS:
            self.end_line()
        self.flush()
        frame = self.frames.pop()
        made = MAKERS[frame.name](self.field, frame)
        into = self.frames[-1]
        if frame.name in BLOCKS or frame.name == "Line":
            into.blocks += made
        else:
            into.inlines += made


def _named(value: Any) -> tuple[str, Any]:
    """An event's name and what it carries."""
    if type(value) is not dict:
        return value, None
    pair: tuple[str, Any] = value.popitem()  # its only one, which nobody asks for again
    return pair


HANDLERS: dict[str, Any] = {
    "Text": _Reader.text,
    "Code": _Reader.code,
    "SoftBreak": _Reader.soft_break,
    "HardBreak": _Reader.hard_break,
    "Rule": _Reader.rule,
    "FootnoteReference": _Reader.note_mark,
    "TaskListMarker": _Reader.task,
    "InlineHtml": _Reader.inline_html,
    "Html": _Reader.block_html,
}

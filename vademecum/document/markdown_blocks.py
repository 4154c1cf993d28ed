"""Frames -> blocks: paragraphs, headings, lists, boxes, code, notes, tables and definition lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.field_text import FieldText
from vademecum.document.inlines import Inline, Inlines
from vademecum.document.markdown_attributes import anchor_of
from vademecum.document.markdown_frames import Frame, Maker
from vademecum.document.tree import Block
from vademecum.language.nearest import choices, nearest
from vademecum.language.regex import regex

# GitHub's alerts, and the box that each makes.
ALERTS = {"note": "note", "tip": "example", "warning": "warning", "important": "note", "caution": "warning"}
OFFERED = ("NOTE", "TIP", "WARNING")
# What an editor may have meant by a kind of box, and its name.
NAMED = {"note": "NOTE", "tip": "TIP", "example": "TIP", "warning": "WARNING", "info": "NOTE"}
NAMED |= {"remarque": "NOTE", "information": "NOTE", "astuce": "TIP", "conseil": "TIP", "exemple": "TIP"}
NAMED |= {"attention": "WARNING", "avertissement": "WARNING", "danger": "WARNING"}
_NONE: Inlines = ()
ALIGNED = {"None": "", "Left": "left", "Center": "center", "Right": "right"}
CALL = regex(r"^[ \t]*\{\{[ \t]*figure:[ \t]*([^{}\n]*)\}\}[ \t]*(?:\n|$)", re.MULTILINE)
ALERT = regex(r"\[!(\w+)\][ \t]*([^\n]*)")
STARS = regex(r"\\?\*")
IN_BOLD = regex(r"(?:\\?\*){2}([^*\\\n]+)(?:\\?\*){2}")


def _paragraph(field: FieldText, frame: Frame) -> Iterator[Block]:
    """A paragraph, and the figures that are called each on a line of its own within it."""
    kind = tree.Line if frame.name == "Line" else tree.Paragraph
    content: list[Inline] = []
    for number, node in enumerate(frame.inlines):
        done = 0
        for call in _calls(node, not content, number == len(frame.inlines) - 1):
            assert isinstance(node, inlines.Text)
            if words := node.words[done : call.start()].rstrip("\n"):
                content.append(node.part(done, done + len(words)))
            if content:
                yield kind(tuple(content), origin=field.origin, at=frame.at)
            content, done = [], call.end()
            yield tree.Figure(call[1].strip(), origin=field.origin, at=node.offset(call.start(1)))
        if not done:
            content.append(node)
        elif isinstance(node, inlines.Text) and node.words[done:].strip("\n"):
            content.append(node.part(done, len(node.words)))
    if content:
        yield kind(tuple(content), origin=field.origin, at=frame.at)


def _calls(node: Inline, first: bool, last: bool) -> Iterator[re.Match[str]]:
    """The calls of figures that stand each alone on a line of a text; `first` and `last` say where it stands
    in its paragraph.
    """
    if isinstance(node, inlines.Text) and "{{" in node.words:
        for call in CALL.finditer(node.words):
            if (call.start() or first) and (call.end() < len(node.words) or last):
                yield call


def _term(field: FieldText, frame: Frame) -> Iterator[Block]:
    yield tree.Line(tuple(frame.inlines), origin=field.origin, at=frame.at)


def _heading(field: FieldText, frame: Frame) -> Iterator[Block]:
    level, anchor = int(frame.data["level"][1]), anchor_of(field, frame)
    yield tree.Heading(level, tuple(frame.inlines), anchor, origin=field.origin, at=frame.at)


def _items(field: FieldText, frame: Frame) -> Iterator[Block]:
    yield tree.Items(tuple(frame.blocks), frame.data, origin=field.origin, at=frame.at)


def _item(field: FieldText, frame: Frame) -> Iterator[tree.Item]:
    yield tree.Item(tuple(frame.blocks), checked=frame.checked, origin=field.origin, at=frame.at)


def _quote(field: FieldText, frame: Frame) -> Iterator[Block]:
    blocks = tuple(frame.blocks)
    if frame.data:
        kind, title = ALERTS[frame.data.lower()], _NONE
        match blocks:
            case (tree.Paragraph(content=(inlines.Strong() as bold,)), *rest):
                title, blocks = bold.content, tuple(rest)
        yield tree.Box(kind, blocks, title, origin=field.origin, at=frame.at)
        return
    if alert := ALERT.match(field.source(frame.at, frame.end).lstrip("> \t")):
        _bad_alert(field, alert, frame.at)
    yield tree.Quote(blocks, origin=field.origin, at=frame.at)


def _bad_alert(field: FieldText, alert: re.Match[str], at: int) -> None:
    kind, more = alert.groups()
    if kind.lower() in ALERTS and more:
        bold = IN_BOLD.match(more)  # what follows it is the box's text
        title = STARS.sub("", bold[1] if bold else more).rstrip(" :\u00a0")
        field.report("box-title", at, alert[0], alert=kind.upper(), title=title or "…")
    elif kind.lower() not in ALERTS:
        near = nearest(kind, NAMED)
        values = {"choices": choices(OFFERED), "nearest": NAMED.get(near, "")}
        field.report("unknown-box", at, kind, **values)


def _code_block(field: FieldText, frame: Frame) -> Iterator[Block]:
    info = frame.data["Fenced"] if isinstance(frame.data, dict) else ""
    if not isinstance(frame.data, dict):
        field.report("indented-code", frame.at, walking.plain(frame.inlines).split("\n")[0])
    elif info is not None and not _closed(field, frame):
        empty = not walking.plain(frame.inlines).strip()  # the last line of a fence without its first one
        code = "lone-fence" if empty else "open-fence"
        field.report(code, frame.at, field.source(frame.at, frame.end).split("\n")[0])
    yield tree.CodeBlock(walking.plain(frame.inlines), info, origin=field.origin, at=frame.at)


def _closed(field: FieldText, frame: Frame) -> bool:
    """Whether a fence is closed: else it has swallowed what follows it."""
    lines = field.source(frame.at, frame.end).rstrip("\n").split("\n")
    return len(lines) > 1 and lines[-1].lstrip(" >\t")[:3] == lines[0].lstrip()[:3]


def _html_block(field: FieldText, frame: Frame) -> Iterator[Block]:
    words = walking.plain(frame.inlines)
    field.tell_of_tags(words, frame.at, once=True)
    yield tree.CodeBlock(words, origin=field.origin, at=frame.at)


def _note(field: FieldText, frame: Frame) -> Iterator[Block]:
    key = field.key(frame.data)
    if key in field.notes:
        field.report("duplicate-note", frame.at, f"[^{frame.data}]")
    if not frame.blocks:
        field.report("empty-note", frame.at, f"[^{frame.data}]")
    field.notes[key] = tuple(frame.blocks)
    yield from ()


def _cell(field: FieldText, frame: Frame) -> Iterator[Any]:
    yield frame


def _row(field: FieldText, frame: Frame) -> Iterator[tree.Row]:
    cells: list[Any] = frame.inlines
    rest = field.source(cells[-1].end, frame.end).strip().strip("|").strip() if cells else ""
    if rest:
        field.report("row-too-long", cells[-1].end, rest)
    missing = [cell for cell in cells if cell.at == cell.end == frame.end]
    if "|" not in (written := field.source(frame.at, frame.end)):
        field.report("row-runs-on", frame.at, " ".join(written.split())[:60])
    elif missing:
        field.report("row-too-short", frame.at, str(len(cells) - len(missing)), limit=str(len(cells)))
    yield tree.Row(tuple(tuple(cell.inlines) for cell in cells), origin=field.origin, at=frame.at)


def _table(field: FieldText, frame: Frame) -> Iterator[Block]:
    head, *rows = frame.blocks
    align = tuple(ALIGNED[side] for side in frame.data)
    yield tree.Table(align, head, tuple(rows), origin=field.origin, at=frame.at)


def _definitions(field: FieldText, frame: Frame) -> Iterator[Block]:
    entries: list[tree.Entry] = []
    for part in frame.blocks:
        if isinstance(part, tree.Line):
            entries.append(tree.Entry(part.content, (), origin=field.origin, at=part.at))
        elif entries:
            entries[-1] = replace(entries[-1], definitions=(*entries[-1].definitions, part))
    yield tree.Entries(tuple(entries), origin=field.origin, at=frame.at)


def _definition(field: FieldText, frame: Frame) -> Iterator[Any]:
    yield tuple(frame.blocks)


MAKERS: dict[str, Maker] = {
    "Paragraph": _paragraph,
    "Line": _paragraph,
    "Heading": _heading,
    "List": _items,
    "Item": _item,
    "BlockQuote": _quote,
    "CodeBlock": _code_block,
    "HtmlBlock": _html_block,
    "FootnoteDefinition": _note,
    "TableCell": _cell,
    "TableHead": _row,
    "TableRow": _row,
    "Table": _table,
    "DefinitionList": _definitions,
    "DefinitionListTitle": _term,
    "DefinitionListDefinition": _definition,
}

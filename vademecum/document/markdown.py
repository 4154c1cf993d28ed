"""Markdown -> blocks: the parser's events, each with its place, made into the closed set of nodes of `tree`.

The parser is pulldown-cmark (https://pulldown-cmark.github.io/pulldown-cmark/), by its Python bindings:
CommonMark and GitHub's
tables, notes, alerts, tasks and strike-through, definition lists, ids of headings. Ours on top: citations,
links to entries, words in
another language, figures. HTML never passes: it is told and stands as words. Whatever comes in, nodes come
out; what is wrong with it
comes beside them as findings with their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pyromark

from vademecum.document import tree
from vademecum.document.bare_addresses import with_links
from vademecum.document.origin import Origin
from vademecum.document.targets import picture_path, target_of, whole_address
from vademecum.document.tree import Block, Blocks, Inline, Inlines
from vademecum.language.collation import slug
from vademecum.language.nearest import choices, nearest
from vademecum.model import Finding
from vademecum.sources.codes import language_named

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
# GitHub's alerts, and the box that each makes.
ALERTS = {"note": "note", "tip": "example", "warning": "warning", "important": "note", "caution": "warning"}
OFFERED = ("NOTE", "TIP", "WARNING")
# What an editor may have meant by a kind of box, and its name.
NAMED = {"note": "NOTE", "tip": "TIP", "example": "TIP", "warning": "WARNING", "info": "NOTE"}
NAMED |= {"remarque": "NOTE", "information": "NOTE", "astuce": "TIP", "conseil": "TIP", "exemple": "TIP"}
NAMED |= {"attention": "WARNING", "avertissement": "WARNING", "danger": "WARNING"}
_NONE: Inlines = ()
ALIGNED = {"None": "", "Left": "left", "Center": "center", "Right": "right"}

LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
ANCHOR = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
EMPTY = re.compile(r"\s*(?:(?:mailto|https?):/*)?\s*")
ATTRIBUTES = re.compile(r"\{(:?)([^{}\n]*)\}")
CALL = re.compile(r"^[ \t]*\{\{[ \t]*figure:[ \t]*([^{}\n]*)\}\}[ \t]*(?:\n|$)", re.MULTILINE)
CITED = re.compile(r"@([\w-]+)\s*(?:,\s*+(?!@)((?:(?!,\s*@).)+))?\Z", re.DOTALL)
WORK = re.compile(r"^[\s@]*([\w-]+)[\s,:]*(.*)$", re.DOTALL)  # one that is not written so, for a suggestion
HYPHENS = re.compile("(?<=\\w)[\u2010-\u2015\u2212](?=\\w)")  # what programs set for one
# What says nothing of a picture: the name of its file, what it is.
NO_ALT = re.compile(
    r"[\w -]+\.(?:png|jpe?g|webp|gif)|image|photo|picture|img[\w-]*|sans titre|untitled", re.IGNORECASE
)
ALERT = re.compile(r"\[!(\w+)\][ \t]*([^\n]*)")
TAG = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[|<[!/]?[A-Za-z][^<>]*(?:>|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text is: its blocks, the notes written in it by their keys, and what is wrong with it."""

    blocks: Blocks
    notes: dict[str, Blocks]
    findings: tuple[Finding, ...]


def parse(origin: Origin) -> Parsed:
    """Parse the Markdown of a field or body. Never fails: what cannot be taken is a finding."""
    return _Builder(origin).parsed()


def parse_words(words: str, origin: Origin | None = None) -> Inlines:
    """Plain words as inlines: no mark in them means anything."""
    return (tree.Text(words, ((0, 0),) if origin else ()),)


@dataclass(slots=True)
class _Frame:
    """A node in the making: what started it, with its range, and what it holds so far."""

    name: str
    data: Any
    at: int
    end: int
    inlines: list[Inline] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)
    checked: bool | None = None


CONTAINERS = frozenset(("Root", "BlockQuote", "Item", "FootnoteDefinition", "DefinitionListDefinition"))
LINKED = frozenset(("Link", "Image"))
BLOCKS = CONTAINERS | {
    "Paragraph",
    "Heading",
    "List",
    "CodeBlock",
    "HtmlBlock",
    "Table",
    "TableHead",
    "TableRow",
    "DefinitionList",
    "DefinitionListTitle",
}


class _Builder:
    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.bytes = origin.text.encode()
        self.findings: list[Finding] = []
        self.notes: dict[str, Blocks] = {}
        self.frames = [_Frame("Root", None, 0, len(self.bytes))]
        self.skipped = 0  # how many frames are open that are nested too deeply to be kept
        self.opened = False  # whether HTML was told of
        self.closing: list[tuple[int, str]] = []
        self.words: list[str] = []  # the text that is being gathered, and where its pieces stand
        self.pieces: list[tuple[int, int]] = []
        self.length = 0

    def parsed(self) -> Parsed:
        events = pyromark.events_with_range(
            self.origin.text, options=OPTIONS, broken_link_callback=self.reference
        )
        for event, range_ in events:
            name, value = _named(event)
            if name == "Start":
                self.start(*_named(value), range_["start"], range_["end"])
            elif name == "End":
                self.close(_named(value)[0])
            elif not self.skipped:
                HANDLERS[name](self, value, range_["start"], range_["end"])
        self.end_line()
        for place, found in self.closing if not self.opened else ():
            self.report("raw-html", place, found)
        return Parsed(tuple(self.frames[0].blocks), self.notes, tuple(self.findings))

    @staticmethod
    def reference(link: Any) -> tuple[str, str] | None:
        """What brackets mean that no link definition explains: a citation, or nothing."""
        return ("", "") if str(link["reference"]).startswith("@") else None

    def report(self, code: str, at: int, found: str, **values: str) -> None:
        self.findings.append(Finding(code, self.origin.location(at), {"found": found, **values}))

    def source(self, start: int, end: int) -> str:
        return self.bytes[start:end].decode(errors="replace")

    # -- text ---------------------------------------------------------------------------------------------

    def text(self, words: str, at: int, end: int) -> None:
        self.line(at)
        if not self.words and self.frames[-1].inlines and words.startswith("{"):
            taken = self.attributes(words, at)
            words, at = words[taken:], at + len(words[:taken].encode())
            if not words:
                return
        self.pieces.append((self.length, at))
        self.words.append(words)
        self.length += len(words)

    def flush(self) -> None:
        """The text gathered so far as a node."""
        if self.words:
            text = tree.Text("".join(self.words), tuple(self.pieces))
            linked = any(frame.name in LINKED for frame in self.frames)
            self.frames[-1].inlines += [text] if linked else with_links(text, self.origin.file.path)
            self.words, self.pieces, self.length = [], [], 0

    def inline(self, node: Inline, at: int) -> None:
        self.line(at)
        self.flush()
        self.frames[-1].inlines.append(node)

    def attributes(self, words: str, at: int) -> int:
        """How much of a text belongs to the words before it as their attributes, which are set."""
        match = ATTRIBUTES.match(words)
        last = self.frames[-1].inlines[-1]
        if match is None or isinstance(last, (tree.Text, tree.Break, tree.NoteMark)):
            return 0
        old, said = match.groups()
        if old:
            self.report("old-attributes", at, match[0], nearest="{" + said.strip() + "}")
        name, _, value = said.strip().partition("=")
        if name != "lang" or " " in value:
            near = language_named((value or name).strip("\"'“” :="))
            self.report("attribute", at + 1 + len(old), said.strip(), nearest=f"lang={near}" if near else "")
        elif not LANG.match(value):
            near = language_named(value.strip("\"'“” "))
            self.report("bad-lang", at + match[0].index(value), value, nearest=near)
        elif isinstance(last, (tree.Picture, tree.Citation)):
            self.report("attribute", at + 1, said.strip())
        else:
            self.frames[-1].inlines[-1] = replace(last, lang=value)
        return match.end()

    # -- events that are no container -----------------------------------------------------------------------

    def code(self, words: str, at: int, end: int) -> None:
        self.inline(tree.Code(words, at=at), at)

    def soft_break(self, _: None, at: int, end: int) -> None:
        self.text("\n", at, end)

    def hard_break(self, _: None, at: int, end: int) -> None:
        self.inline(tree.Break(), at)

    def rule(self, _: None, at: int, end: int) -> None:
        self.end_line()
        self.frames[-1].blocks.append(tree.Rule(origin=self.origin, at=at))

    def note_mark(self, label: str, at: int, end: int) -> None:
        self.inline(tree.NoteMark(self.key(label), at, end), at)

    def task(self, checked: bool, at: int, end: int) -> None:
        next(frame for frame in reversed(self.frames) if frame.name == "Item").checked = checked

    def inline_html(self, words: str, at: int, end: int) -> None:
        self.html(words, at)
        self.inline(tree.Code(words, at=at), at)

    def block_html(self, words: str, at: int, end: int) -> None:
        self.frames[-1].inlines.append(tree.Text(words, ((0, at),)))

    def html(self, words: str, at: int, once: bool = False) -> None:
        """Tell of the tags in a piece of HTML, or of the first `once`, as of a pasted table.

        A closing tag says nothing that its opening tag has not said.
        """
        tags = list(TAG.finditer(words))
        if not tags:  # what the parser takes for HTML though no tag of it ends
            self.opened = True
            self.report("raw-html", at, words.split("\n")[0])
        for tag in tags:
            found, place = tag[0].split("\n\n")[0], at + len(words[: tag.start()].encode())
            if found.startswith("</"):
                self.closing.append((place, found))
            else:
                self.opened = True
                self.report("raw-html", place, found)
                if once:
                    return

    def key(self, label: str) -> str:
        return f"{self.origin.file.path}#{'.'.join(map(str, self.origin.path))}^{label}"

    # -- containers -----------------------------------------------------------------------------------------

    def line(self, at: int) -> None:
        """Open a line where words stand in a container that has no paragraph for them."""
        if self.frames[-1].name in CONTAINERS:
            self.frames.append(_Frame("Line", None, at, at))

    def end_line(self) -> None:
        if self.frames[-1].name == "Line":
            self.close("Line")

    def start(self, name: str, data: Any, at: int, end: int) -> None:
        if self.skipped or len(self.frames) > MAX_DEPTH:
            if not self.skipped:
                self.report("too-deep", at, self.source(at, at + 40), limit=str(MAX_DEPTH))
            self.skipped += 1
            return
        if name in BLOCKS:
            self.end_line()
        else:
            self.line(at)
            self.flush()
        self.frames.append(_Frame(name, data, at, end))

    def close(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        if name in CONTAINERS:
            self.end_line()
        self.flush()
        frame = self.frames.pop()
        made = MAKERS[frame.name](self, frame)
        into = self.frames[-1]
        if frame.name in BLOCKS or frame.name == "Line":
            into.blocks += made
        else:
            into.inlines += made

    # -- what each frame makes ------------------------------------------------------------------------------

    def marked(self, frame: _Frame) -> Iterator[Inline]:
        yield MARKED[frame.name](tuple(frame.inlines))

    def link(self, frame: _Frame) -> Iterator[Inline]:
        data, content = frame.data, tuple(frame.inlines)
        kind, written = data["link_type"], data["dest_url"]
        if kind.endswith("Unknown"):
            yield from self.citation(frame)
            return
        address = f"mailto:{written}" if kind == "Email" else written
        if EMPTY.fullmatch(address) or not (tree.plain(content).strip() or any(map(_is_picture, content))):
            self.report("empty-link", frame.at, self.source(frame.at, frame.end))
            yield from content
            return
        target, code = target_of(address, self.origin.file.path)
        if code:
            self.report(code, self.within(frame, written), target.id, nearest=whole_address(target.id, code))
        title = data["title"]
        yield tree.Link(target, content, title=title, at=self.within(frame, written), end=frame.end)

    def within(self, frame: _Frame, written: str) -> int:
        """Where in a link's own words its address stands, the last place of several; else where the link
        begins.
        """
        found = self.bytes.rfind(written.encode(), frame.at, frame.end)
        return found if found >= 0 else frame.at

    def citation(self, frame: _Frame) -> Iterator[Inline]:
        written = self.source(frame.at + 1, frame.end).rpartition("]")[0].removesuffix("][")
        works = []
        for part in re.split(r";\s*(?=@)", " ".join(written.split())):
            if (match := CITED.match(part.strip())) is None:
                near = well_cited(written)
                self.report("bad-citation", frame.at, f"[{written}]", nearest=f"[{near}]" if near else "")
                yield from frame.inlines
                return
            works.append(tree.Cited(match[1], match[2] or ""))
        yield tree.Citation(tuple(works), at=frame.at, end=frame.end)

    def picture(self, frame: _Frame) -> Iterator[Inline]:
        written, alt = frame.data["dest_url"], " ".join(tree.plain(frame.inlines).split())
        at = self.within(frame, written)
        path, code = picture_path(written, self.origin.file.path)
        if code:
            self.report(code, at, written)
        if not alt or NO_ALT.fullmatch(alt):
            self.report("picture-without-text", at, alt or written)
        title = frame.data["title"]
        yield tree.Picture(path, alt, title, written, at, frame.end)

    def paragraph(self, frame: _Frame) -> Iterator[Block]:
        """A paragraph, and the figures that are called each on a line of its own within it."""
        kind = tree.Line if frame.name == "Line" else tree.Paragraph
        content: list[Inline] = []
        for number, node in enumerate(frame.inlines):
            done = 0
            for call in _calls(node, not content, number == len(frame.inlines) - 1):
                assert isinstance(node, tree.Text)
                if words := node.words[done : call.start()].rstrip("\n"):
                    content.append(node.part(done, done + len(words)))
                if content:
                    yield kind(tuple(content), origin=self.origin, at=frame.at)
                content, done = [], call.end()
                yield tree.Figure(call[1].strip(), origin=self.origin, at=node.offset(call.start(1)))
            if not done:
                content.append(node)
            elif isinstance(node, tree.Text) and node.words[done:].strip("\n"):
                content.append(node.part(done, len(node.words)))
        if content:
            yield kind(tuple(content), origin=self.origin, at=frame.at)

    def term(self, frame: _Frame) -> Iterator[Block]:
        yield tree.Line(tuple(frame.inlines), origin=self.origin, at=frame.at)

    def heading(self, frame: _Frame) -> Iterator[Block]:
        data, words = frame.data, self.source(frame.at, frame.end)
        level, anchor = int(data["level"][1]), data["id"] or ""
        written = ATTRIBUTES.search(words)
        if written and written[1]:
            near = "{" + written[2].strip() + "}"
            self.report(
                "old-attributes", frame.at + len(words[: written.start()].encode()), written[0], nearest=near
            )
            anchor = ""
        elif written and (data["classes"] or data["attrs"]):
            self.report("attribute", frame.at + len(words[: written.start(2)].encode()), written[2].strip())
        elif anchor and not ANCHOR.match(anchor):
            at = frame.at + len(words[: words.rfind(anchor)].encode())
            self.report("bad-anchor", at, anchor, nearest=slug(anchor))
            anchor = ""
        yield tree.Heading(level, tuple(frame.inlines), anchor, origin=self.origin, at=frame.at)

    def items(self, frame: _Frame) -> Iterator[Block]:
        yield tree.Items(tuple(frame.blocks), frame.data, origin=self.origin, at=frame.at)

    def item(self, frame: _Frame) -> Iterator[tree.Item]:
        yield tree.Item(tuple(frame.blocks), checked=frame.checked, origin=self.origin, at=frame.at)

    def quote(self, frame: _Frame) -> Iterator[Block]:
        blocks = tuple(frame.blocks)
        if frame.data:
            kind, title = ALERTS[frame.data.lower()], _NONE
            match blocks:
                case (tree.Paragraph(content=(tree.Strong() as bold,)), *rest):
                    title, blocks = bold.content, tuple(rest)
            yield tree.Box(kind, blocks, title, origin=self.origin, at=frame.at)
            return
        if alert := ALERT.match(self.source(frame.at, frame.end).lstrip("> \t")):
            self.bad_alert(alert, frame.at)
        yield tree.Quote(blocks, origin=self.origin, at=frame.at)

    def bad_alert(self, alert: re.Match[str], at: int) -> None:
        kind, more = alert.groups()
        if kind.lower() in ALERTS and more:
            self.report("box-title", at, alert[0], alert=kind.upper(), title=more)
        elif kind.lower() not in ALERTS:
            near = nearest(kind, NAMED)
            values = {"choices": choices(OFFERED), "nearest": NAMED.get(near, "")}
            self.report("unknown-box", at, kind, **values)

    def code_block(self, frame: _Frame) -> Iterator[Block]:
        info = frame.data["Fenced"] if isinstance(frame.data, dict) else ""
        if not isinstance(frame.data, dict):
            self.report("indented-code", frame.at, tree.plain(frame.inlines).split("\n")[0])
        elif info is not None and not self.closed(frame):
            self.report("open-fence", frame.at, self.source(frame.at, frame.end).split("\n")[0])
        yield tree.CodeBlock(tree.plain(frame.inlines), info, origin=self.origin, at=frame.at)

    def closed(self, frame: _Frame) -> bool:
        """Whether a fence is closed: else it has swallowed what follows it."""
        lines = self.source(frame.at, frame.end).rstrip("\n").split("\n")
        return len(lines) > 1 and lines[-1].lstrip(" >\t")[:3] == lines[0].lstrip()[:3]

    def html_block(self, frame: _Frame) -> Iterator[Block]:
        words = tree.plain(frame.inlines)
        self.html(words, frame.at, once=True)
        yield tree.CodeBlock(words, origin=self.origin, at=frame.at)

    def note(self, frame: _Frame) -> Iterator[Block]:
        key = self.key(frame.data)
        if key in self.notes:
            self.report("duplicate-note", frame.at, f"[^{frame.data}]")
        if not frame.blocks:
            self.report("empty-note", frame.at, f"[^{frame.data}]")
        self.notes[key] = tuple(frame.blocks)
        yield from ()

    # -- tables and definition lists ------------------------------------------------------------------------

    def cell(self, frame: _Frame) -> Iterator[Any]:
        yield frame

    def row(self, frame: _Frame) -> Iterator[tree.Row]:
        cells: list[Any] = frame.inlines
        rest = self.source(cells[-1].end, frame.end).strip().strip("|").strip() if cells else ""
        if rest:
            self.report("row-too-long", cells[-1].end, rest)
        missing = [cell for cell in cells if cell.at == cell.end == frame.end]
        if missing:
            self.report("row-too-short", frame.at, str(len(cells) - len(missing)), limit=str(len(cells)))
        yield tree.Row(tuple(tuple(cell.inlines) for cell in cells), origin=self.origin, at=frame.at)

    def table(self, frame: _Frame) -> Iterator[Block]:
        head, *rows = frame.blocks
        align = tuple(ALIGNED[side] for side in frame.data)
        yield tree.Table(align, head, tuple(rows), origin=self.origin, at=frame.at)

    def definitions(self, frame: _Frame) -> Iterator[Block]:
        entries: list[tree.Entry] = []
        for part in frame.blocks:
            if isinstance(part, tree.Line):
                entries.append(tree.Entry(part.content, (), origin=self.origin, at=part.at))
            elif entries:
                entries[-1] = replace(entries[-1], definitions=(*entries[-1].definitions, part))
        yield tree.Entries(tuple(entries), origin=self.origin, at=frame.at)

    def definition(self, frame: _Frame) -> Iterator[Any]:
        yield tuple(frame.blocks)


def well_cited(written: str) -> str:
    """Works as a citation has them, from one that is not written so: a @ each, a hyphen, a comma."""
    works: list[str] = []
    for part in re.split(r"\s*;\s*|\s*,\s*(?=@)", HYPHENS.sub("-", written)):
        if works and not re.search("[a-z]", part):
            works[-1] += f", {part}"  # a place in the work before
        elif part.strip():
            works.append(WORK.sub(r"@\1, \2", part).rstrip(", "))
    return "; ".join(works)


def _named(value: Any) -> tuple[str, Any]:
    """An event's name and what it carries."""
    if type(value) is not dict:
        return value, None
    ((name, carried),) = value.items()
    return name, carried


def _calls(node: Inline, first: bool, last: bool) -> Iterator[re.Match[str]]:
    """The calls of figures that stand each alone on a line of a text; `first` and `last` say where it stands
    in its paragraph.
    """
    if isinstance(node, tree.Text) and "{{" in node.words:
        for call in CALL.finditer(node.words):
            if (call.start() or first) and (call.end() < len(node.words) or last):
                yield call


def _is_picture(node: Inline) -> bool:
    return isinstance(node, tree.Picture)


MARKED: dict[str, Callable[[Inlines], Inline]] = {
    "Emphasis": tree.Emphasis,
    "Strong": tree.Strong,
    "Strikethrough": tree.Struck,
}
HANDLERS: dict[str, Any] = {
    "Text": _Builder.text,
    "Code": _Builder.code,
    "SoftBreak": _Builder.soft_break,
    "HardBreak": _Builder.hard_break,
    "Rule": _Builder.rule,
    "FootnoteReference": _Builder.note_mark,
    "TaskListMarker": _Builder.task,
    "InlineHtml": _Builder.inline_html,
    "Html": _Builder.block_html,
}
MAKERS: dict[str, Any] = {
    "Emphasis": _Builder.marked,
    "Strong": _Builder.marked,
    "Strikethrough": _Builder.marked,
    "Link": _Builder.link,
    "Image": _Builder.picture,
    "Paragraph": _Builder.paragraph,
    "Line": _Builder.paragraph,
    "Heading": _Builder.heading,
    "List": _Builder.items,
    "Item": _Builder.item,
    "BlockQuote": _Builder.quote,
    "CodeBlock": _Builder.code_block,
    "HtmlBlock": _Builder.html_block,
    "FootnoteDefinition": _Builder.note,
    "TableCell": _Builder.cell,
    "TableHead": _Builder.row,
    "TableRow": _Builder.row,
    "Table": _Builder.table,
    "DefinitionList": _Builder.definitions,
    "DefinitionListTitle": _Builder.term,
    "DefinitionListDefinition": _Builder.definition,
}

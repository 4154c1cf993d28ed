"""A page's blocks as Markdown for plain MkDocs: boxes as admonitions, links as `concept:id`, citations as
`[@source]`.

Nothing else needs Markdown of a page. It is written as editors of Python-Markdown would write it, so that
plain
MkDocs has all the words of our pages to parse, and their structure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inline, Inlines
from vademecum.document.tree import Block, Blocks
from vademecum.pages.common.page import PageText

SPECIAL = re.compile(r"[\\`*_\[\]<]")
MARGIN = "    "


def markdown(text: PageText) -> str:
    """The Markdown of a page's text, its notes at the end."""
    notes = {key: number for number, key in enumerate(text.notes, 1)}
    writer = _Writer(notes)
    parts = [writer.blocks(text.blocks)]
    for key, blocks in text.notes.items():
        parts.append(f"[^{notes[key]}]: {_indented(writer.blocks(blocks)).lstrip()}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _indented(text: str, margin: str = MARGIN) -> str:
    return "\n".join(margin + line if line else line for line in text.split("\n"))


def _attributes(anchor: str = "", lang: str = "") -> str:
    said = " ".join([*([f"#{anchor}"] if anchor else []), *([f"lang={lang}"] if lang else [])])
    return f"{{: {said} }}" if said else ""


class _Writer:
    """Writes blocks and inlines; `notes` are the numbers of notes by their keys."""

    def __init__(self, notes: Mapping[str, int]) -> None:
        self.notes = notes

    # -- blocks ---------------------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(BLOCKS[type(block)](self, block) for block in blocks)

    def heading(self, node: tree.Heading) -> str:
        return f"{'#' * node.level} {self.inlines(node.content)} {_attributes(node.anchor)}".rstrip()

    def paragraph(self, node: tree.Paragraph) -> str:
        words = self.inlines(node.content)
        return self.admonition(node.name, "", words) if node.name else words

    def line(self, node: tree.Line) -> str:
        return self.inlines(node.content)

    def items(self, node: tree.Items) -> str:
        tight = all(len(item.blocks) == 1 and isinstance(item.blocks[0], tree.Line) for item in node.items)
        marks = ("- " if node.start is None else f"{node.start + at}. " for at in range(len(node.items)))
        written = [
            mark + _indented(self.item(item)).lstrip() for mark, item in zip(marks, node.items, strict=True)
        ]
        return ("\n" if tight else "\n\n").join(written)

    def item(self, item: tree.Item) -> str:
        box = "" if item.checked is None else "[x] " if item.checked else "[ ] "
        return box + self.blocks(item.blocks)

    def entries(self, node: tree.Entries) -> str:
        return "\n\n".join(map(self.entry, node.entries))

    def entry(self, entry: tree.Entry) -> str:
        term = f"{self.inlines(entry.term)} {_attributes(entry.anchor)}".rstrip()
        said = [f":   {_indented(self.blocks(blocks)).lstrip()}" for blocks in entry.definitions]
        return "\n".join([term, *said])

    def table(self, node: tree.Table) -> str:
        sides = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
        rows = [self.row(node.head), f"| {' | '.join(sides[side] for side in node.align)} |"]
        return "\n".join([*rows, *map(self.row, node.rows)])

    def row(self, row: tree.Row) -> str:
        return f"| {' | '.join(map(self.inlines, row.cells))} |"

    def quote(self, node: tree.Quote) -> str:
        return "\n".join(f"> {line}".rstrip() for line in self.blocks(node.blocks).split("\n"))

    def code_block(self, node: tree.CodeBlock) -> str:
        return _indented(node.words.rstrip("\n"))

    def rule(self, node: tree.Rule) -> str:
        return "---"

    def box(self, node: tree.Box) -> str:
        name = " ".join((node.kind, *node.shades))
        blocks: Blocks = node.blocks
        return self.admonition(name, self.inlines(node.title), self.blocks(blocks))

    def details(self, node: tree.Details) -> str:
        return self.admonition("details", node.summary, self.blocks(node.blocks))

    def figure(self, node: tree.Figure) -> str:
        return f"{{{{ figure: {node.id} }}}}"

    def drawing(self, node: tree.Drawing) -> str:
        """Its title alone: the blocks beside it say in words all that it shows."""
        return f"*{node.title}*"

    def case_list(self, node: tree.CaseList) -> str:
        """The links and their reasons; what screens show of each case beside it, plain MkDocs is spared."""
        reasons = node.reasons or [""] * len(node.links)
        return "\n".join(
            f"- {self.inlines((link,))} {reason}".rstrip()
            for link, reason in zip(node.links, reasons, strict=True)
        )

    def blank(self, node: tree.Blank) -> str:
        return f"{node.label} …"

    def question(self, node: tree.Question) -> str:
        return "\n".join(
            [self.inlines(node.content), "", *(f"- {self.inlines(one)}" for one in node.options)]
        )

    def admonition(self, name: str, title: str, words: str) -> str:
        return f'!!! {name} "{title}"\n\n{_indented(words)}'

    # -- inlines --------------------------------------------------------------------------------------------

    def inlines(self, content: Inlines) -> str:
        return "".join(self.pieces(content))

    def pieces(self, content: Iterable[Inline]) -> Iterator[str]:
        for node in content:
            if isinstance(node, inlines.Text):
                yield SPECIAL.sub(r"\\\g<0>", node.words)
            elif type(node) in MARKS:
                yield from self.marked(node)
            elif isinstance(node, inlines.Span):
                yield self.inlines(node.content)
            elif isinstance(node, inlines.Link):
                yield f"[{self.inlines(node.content)}]({_destination(node.target)})"
            elif isinstance(node, inlines.Citation):
                works = (", ".join(filter(None, work)) for work in node.works)
                yield f"[{'; '.join(f'@{work}' for work in works)}]"
            elif isinstance(node, inlines.Picture):
                yield f"![{node.alt}]({node.path})"
            elif isinstance(node, inlines.NoteMark):
                yield f"[^{self.notes.get(node.key, 0)}]"
            elif isinstance(node, inlines.Code):
                yield f"`{node.words}`"
            else:
                yield "  \n"

    def marked(self, node: Any) -> Iterator[str]:
        """Words between two marks."""
        mark = MARKS[type(node)]
        yield f"{mark}{self.inlines(node.content)}{mark}{_attributes(lang=node.lang)}"


def _destination(target: inlines.Target) -> str:
    anchor = f"#{target.anchor}" if target.anchor else ""
    if target.kind == "anchor":
        return anchor
    return (target.id if target.kind == "outside" else f"{target.kind}:{target.id}") + anchor


MARKS: dict[type, str] = {inlines.Emphasis: "*", inlines.Strong: "**", inlines.Struck: "~~"}
BLOCKS: dict[type, Callable[[_Writer, Any], str]] = {
    tree.Heading: _Writer.heading,
    tree.Paragraph: _Writer.paragraph,
    tree.Line: _Writer.line,
    tree.Items: _Writer.items,
    tree.Entries: _Writer.entries,
    tree.Table: _Writer.table,
    tree.Quote: _Writer.quote,
    tree.CodeBlock: _Writer.code_block,
    tree.Rule: _Writer.rule,
    tree.Box: _Writer.box,
    tree.Details: _Writer.details,
    tree.Figure: _Writer.figure,
    tree.Drawing: _Writer.drawing,
    tree.CaseList: _Writer.case_list,
    tree.Blank: _Writer.blank,
    tree.Question: _Writer.question,
}

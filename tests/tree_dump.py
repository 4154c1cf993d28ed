"""A page's tree as plain text, to compare: a line for each block, indented as blocks hold one another.

Links stand as [text](kind:id#anchor), linked terms as [text](term:id), citations as [@id, locator], words
in another language as {fr: words}, notes as [^number], their texts below all. The line of an item or a
definition stands after "_", a mark that is but a word's own after a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from vademecum.document import inlines, shapes, tree
from vademecum.document.inlines import Inline, Inlines
from vademecum.document.tree import Block, Blocks, Document
from vademecum.pages.common.page import PageText

SIGNS = re.compile(r"([*\[\]`~])")  # what the words themselves have, told apart from marks
MARKS = {inlines.Emphasis: "*", inlines.Strong: "**", inlines.Struck: "~~"}


def dumped(made: PageText | Document) -> str:
    """The text of a page before it is a document, or of a document."""
    notes: Mapping[str, Blocks] = (
        {note.key: note.blocks for note in made.notes} if isinstance(made, Document) else made.notes
    )
    dump = _Dump({key: number for number, key in enumerate(notes, 1)})
    below = (dump.led(f"[^{dump.numbers[key]}] ", blocks) for key, blocks in notes.items())
    return "".join(f"{line}\n" for lines in (dump.blocks(made.blocks), *below) for line in lines)


class _Dump:
    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers

    # -- blocks -------------------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def led(self, sign: str, blocks: Iterable[Block]) -> Iterator[str]:
        """Blocks after a sign, the others below it moved in."""
        lines = list(self.blocks(blocks)) or [""]
        yield (sign + lines[0]).rstrip()
        yield from (f"  {line}" for line in lines[1:])

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case tree.Heading():
                anchor = f" {{#{block.anchor}}}" if block.anchor else ""
                yield f"{'#' * block.level} {self.words(block.content, block.lang)}{anchor}"
            case tree.Paragraph():
                name = f"{block.name}: " if block.name else ""
                yield f"{name}{self.words(block.content, block.lang)}"
            case tree.Line():
                yield f"_ {self.words(block.content, block.lang)}"
            case tree.Box():
                name = " ".join((block.kind, *block.shades)) + (f" {{{block.lang}}}" if block.lang else "")
                yield f"[{name}] {self.words(block.title)}".rstrip()
                yield from (f"  {line}" for line in self.blocks(block.blocks))
            case tree.Quote():
                yield from self.led("> " + (f"{{{block.lang}}} " if block.lang else ""), block.blocks)
            case tree.Details():
                yield f"[details] {block.summary}"
                yield from (f"  {line}" for line in self.blocks(block.blocks))
            case _:
                yield from self.other(block)

    def other(self, block: Block) -> Iterator[str]:
        match block:
            case tree.Items():
                for number, item in enumerate(block.items):
                    sign = "- " if block.start is None else f"{block.start + number}. "
                    tick = {None: "", False: "[ ] ", True: "[x] "}[item.checked]
                    tick = tick.replace(" ]", f" {item.name}]") if item.name else tick
                    yield from self.led(sign + tick + (f"{{{item.lang}}} " if item.lang else ""), item.blocks)
            case tree.Entries():
                for entry in block.entries:
                    yield from self.entry(entry)
            case tree.Table():
                for row in (block.head, *block.rows):
                    yield ("| " + " | ".join(self.words(cell) for cell in row.cells)).rstrip()
            case tree.CodeBlock():
                yield from (f"```{block.info}", *block.words.splitlines())
            case tree.Figure():
                yield f"{{{{ figure: {block.id} }}}}"
            case tree.Rule():
                yield "---"
            case _:
                yield from self.field(block)

    def field(self, block: Block) -> Iterator[str]:
        match block:
            case tree.Blank():
                yield f"[blank {block.name} {block.lines}] {block.label}"
            case tree.Drawing():
                yield f"[drawing {block.kind}] {block.title}"
                marks = (shape for shape in block.shapes if isinstance(shape, shapes.Mark))
                yield from (
                    f"  {mark.words} -> {mark.target.kind}:{mark.target.id or mark.target.anchor}"
                    for mark in marks
                )
            case tree.CaseList():
                reasons = block.reasons or ("",) * len(block.links)
                for link, reason in zip(block.links, reasons, strict=True):
                    yield f"- {self.inline(link)} {reason}".rstrip()
            case tree.Question():
                yield f"[question {block.name}] {self.words(block.content, block.lang)}"
                yield from (f"  ( ) {self.words(option)}" for option in block.options)

    def entry(self, entry: tree.Entry) -> Iterator[str]:
        anchor = f" {{#{entry.anchor}}}" if entry.anchor else ""
        yield f"{self.words(entry.term, entry.lang)}{anchor}"
        for blocks in entry.definitions:
            yield from self.led(": ", blocks)

    # -- inlines ------------------------------------------------------------------------------------------

    def words(self, content: Inlines, lang: str = "") -> str:
        words = " ".join("".join(map(self.inline, content)).split())
        return f"{{{lang}: {words}}}" if lang else words

    def inline(self, node: Inline) -> str:
        match node:
            case inlines.Text():
                return SIGNS.sub(r"\\\1", node.words)
            case inlines.Break():
                return " / "
            case inlines.Picture():
                return f"![{node.alt}]({node.path})"
            case inlines.NoteMark():
                return f"[^{self.numbers.get(node.key, '?')}]"
            case inlines.Citation():
                works = "; ".join(
                    ", ".join(filter(None, (f"@{work.source}", work.locator))) for work in node.works
                )
                return works if node.bare else f"[{works}]"
            case inlines.Code():
                return self.marked(f"`{node.words}`", node.lang)
        inside = "".join(map(self.inline, node.content))
        if isinstance(node, inlines.Link):
            target = node.target
            kind = "term" if node.term else "" if target.kind in ("anchor", "outside") else target.kind
            where = f"{kind}:{target.id}" if kind else target.id
            return self.marked(
                f"[{inside}]({where}{'#' + target.anchor if target.anchor else ''})", node.lang
            )
        mark = MARKS.get(type(node), "")
        return self.marked(f"{mark}{inside}{mark}", node.lang)

    @staticmethod
    def marked(words: str, lang: str) -> str:
        return f"{{{lang}: {words}}}" if lang else words

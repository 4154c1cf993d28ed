"""Tree of a page -> plain data for the printed page.

The data is a closed set of blocks that hold runs of text, as `data` has them. The templates in print/ set
each kind; none of it is ever read as code. Whatever tree comes in, data comes out that the templates can
set: what nests deeper than paper has room for stands at one margin, and a link that leads nowhere is its
words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.inlines import Inlines
from vademecum.document.tree import Blocks, Document
from vademecum.language.typography import typeset
from vademecum.print.data import Block, Run, begun, paragraph, words_of
from vademecum.print.line_breaks import breakable_code
from vademecum.print.notes import Notes
from vademecum.print.places import Around
from vademecum.print.runs import Runs, alt
from vademecum.print.sketches import legend, on_paper, sketch

# How deep lists, quotes and boxes stand in one another: the type area has no room for more, and Typst
# follows calls only so far. A note begins near the end of it.
DEEPEST, DEEPEST_IN_NOTE = 8, 3
SHORT = 600  # letters
OWN_PAGES = ("form", "landscape")  # boxes that begin a page
NO_DOCUMENT = Document(())


class Paper:
    """Turns the tree of one page into blocks.

    `key` is the page's own; its anchors are below it, as in "chapter:name#anchor". `headings` says whether
    headings are of the document's outline, or words in bold; `addresses` whether those of links are printed.
    """

    def __init__(
        self,
        key: str,
        language: str,
        around: Around,
        document: Document = NO_DOCUMENT,
        headings: bool = True,
        addresses: bool = True,
    ) -> None:
        self.key, self.language, self.around, self.headings = key, language, around, headings
        self.notes = Notes(key, document.notes, self.blocks)
        self.runs = Runs(language, around, self.notes, addresses)
        self.section, self.level = "", 1

    def blocks(self, blocks: Blocks) -> list[Block]:
        """Blocks of the page as data; notes go where they are called first."""
        return self._blocks(blocks, self.language, 0)

    def text(self, content: Inlines, language: str = "") -> list[Run]:
        """Words as runs, without the white space around them."""
        return self.runs.text(content, language or self.language)

    def _blocks(self, blocks: Iterable[tree.Block], language: str, depth: int) -> list[Block]:
        return [made for block in on_paper(blocks) for made in self._block(block, language, depth)]

    def _block(self, block: tree.Block, language: str, depth: int) -> Iterator[Block]:
        """The data of one block: with its anchor, and its language where that is another."""
        spoken = getattr(block, "lang", "") or language
        anchor = self._id(getattr(block, "anchor", ""))
        for made in BLOCKS[type(block)](self, block, spoken, depth):
            if anchor and not made.get("id"):
                made["id"], anchor = anchor, ""
            if spoken != language:
                made.setdefault("lang", spoken)
            yield made
        self.around.anchors.given.discard(anchor)  # nothing is printed that could bear it

    def _id(self, anchor: str) -> str:
        """The key of an anchor; "" where it has none, or stands already."""
        inside = self.notes.inside or not anchor
        return "" if inside else self.around.anchors.give(f"{self.key}#{anchor}")

    def _deep(self, depth: int) -> bool:
        """Whether what holds blocks has no room left to stand in."""
        return depth >= (DEEPEST_IN_NOTE if self.notes.inside else DEEPEST)

    def _heading(self, block: tree.Heading, language: str, depth: int) -> Iterator[Block]:
        text = self.text(block.content, language)
        if not text:
            return
        words = " ".join(words_of(text).split())
        # A heading of a PDF has words: a picture or the call of a note is none.
        if not self.headings or self.notes.inside or not words:
            yield paragraph([{"run": "strong", "text": text}])
            return
        self.section = words
        # Tags of a PDF may not skip a level, and the page's title is the one of the first.
        self.level = max(2, min(block.level, self.level + 1))
        yield {"block": "heading", "level": self.level, "text": text, "id": ""}

    def _paragraph(self, block: tree.Paragraph | tree.Line, language: str, depth: int) -> Iterator[Block]:
        picture = _alone(block.content)
        if picture and (source := self.around.picture(picture.path)):
            caption = " ".join(typeset(picture.title, language).split())
            yield {"block": "figure", "source": source, "alt": alt(picture, language), "caption": caption}
        elif text := self.text(block.content, language):
            name = block.name if isinstance(block, tree.Paragraph) else ""
            yield paragraph(text) | ({"name": name} if name else {})

    def _items(self, block: tree.Items, language: str, depth: int) -> Iterator[Block]:
        if self._deep(depth):
            for number, item in enumerate(block.items, block.start or 0):
                mark = "– " if block.start is None else f"{number}. "
                yield from begun(mark, self._blocks(item.blocks, item.lang or language, depth))
            return
        items = [self._item(item, language, depth) for item in block.items]
        if block.start is None:
            yield {"block": "list", "items": items}
        else:
            yield {"block": "numbers", "start": block.start, "items": items}

    def _item(self, item: tree.Item, language: str, depth: int) -> Block:
        spoken = item.lang or language
        made: Block = {"body": self._blocks(item.blocks, spoken, depth + 1)}
        if anchor := self._id(item.anchor):
            made["id"] = anchor
        if spoken != language:
            made["lang"] = spoken
        if item.checked is not None:
            made["checked"] = item.checked
        if item.name:
            made["tick"] = True
        return made

    def _entries(self, block: tree.Entries, language: str, depth: int) -> Iterator[Block]:
        deep, made = self._deep(depth), []
        for entry in block.entries:
            spoken = entry.lang or language
            one: Block = {"term": self.text(entry.term, spoken), "body": []}
            if not deep and (anchor := self._id(entry.anchor)):
                one["id"] = anchor
            for definition in entry.definitions:
                one["body"] += self._blocks(definition, spoken, depth + (not deep))
            if spoken != language:
                one["lang"] = spoken
            made.append(one)
        if not deep:
            yield {"block": "entries", "entries": made}
            return
        for one in made:
            yield paragraph([{"run": "strong", "text": one["term"]}])
            yield from one["body"]

    def _table(self, block: tree.Table, language: str, depth: int) -> Iterator[Block]:
        columns = len(block.head.cells)
        head, *rows = (self._row(row, columns, language) for row in (block.head, *block.rows))
        align = [side or "left" for side in (*block.align, *("",) * columns)][:columns]
        caption = "" if self.notes.inside else self.section
        made: Block = {
            "block": "table",
            "caption": caption,
            "align": align,
            "head": head,
            "rows": rows,
            "key": "",
        }
        # Such a table is no higher than a page, however its columns share the width: none need measure it.
        made["short"] = (
            depth == 0 and columns <= 3 and len(rows) <= 10 and len(walking.plain((block,))) <= SHORT
        )
        if block.name:
            made["room"] = True
        if any(isinstance(run, dict) for cell in head for run in cell):
            self.around.anchors.tables += 1
            made["key"] = f"table:{self.around.anchors.tables}"
        yield made

    def _row(self, row: tree.Row, columns: int, language: str) -> list[list[Run]]:
        """The cells of a row, as many as the table has columns; the first has the row's anchor."""
        cells = [self.text(cell, language) for cell in row.cells[:columns]]
        cells += [[] for _ in range(columns - len(cells))]
        if cells and (anchor := self._id(row.anchor)):
            cells[0].insert(0, {"run": "anchor", "id": anchor})
        return cells

    def _quote(self, block: tree.Quote, language: str, depth: int) -> Iterator[Block]:
        if self._deep(depth):
            yield from self._blocks(block.blocks, language, depth)
        else:
            yield {"block": "quote", "body": self._blocks(block.blocks, language, depth + 1)}

    def _code(self, block: tree.CodeBlock, language: str, depth: int) -> Iterator[Block]:
        yield {"block": "code", "text": breakable_code(block.words.rstrip("\n"))}

    def _rule(self, block: tree.Rule, language: str, depth: int) -> Iterator[Block]:
        yield {"block": "rule"}

    def _box(self, block: tree.Box, language: str, depth: int) -> Iterator[Block]:
        deep, title = self._deep(depth), self.text(block.title, language)
        body = self._blocks(block.blocks, language, depth + (not deep))
        if deep:
            if title:
                yield paragraph([{"run": "strong", "text": title}])
            yield from body
            return
        # Within others there is no page to begin.
        kind = "" if block.kind in OWN_PAGES and (depth or self.notes.inside) else block.kind
        yield {"block": "box", "kind": kind, "shades": list(block.shades), "title": title, "body": body}

    def _details(self, block: tree.Details, language: str, depth: int) -> Iterator[Block]:
        """What the screen shows when asked stands open on paper."""
        if summary := self.text((inlines.Text(block.summary),), language):
            yield paragraph([{"run": "strong", "text": summary}])
        yield from self._blocks(block.blocks, language, depth)

    def _case_list(self, block: tree.CaseList, language: str, depth: int) -> Iterator[Block]:
        """On paper a list of cases is their titles, and why they are there."""
        reasons = block.reasons or ("",) * len(block.links)
        said = [
            (link, *((inlines.Text(f" ({reason})"),) if reason else ()))
            for link, reason in zip(block.links, reasons, strict=True)
        ]
        items = tuple(tree.Item((tree.Line(content),)) for content in said)
        yield from self._items(tree.Items(items), language, depth)

    def _figure(self, block: tree.Figure, language: str, depth: int) -> Iterator[Block]:
        """A drawing with its caption above it, its data and its source below."""
        drawing = self.around.drawing(block)
        if drawing is None:
            yield paragraph([block.id])
            return
        # The addresses of a dozen cases, as notes, would bury the table.
        addresses, self.runs.addresses = self.runs.addresses, False
        table = next(self._table(drawing.table, language, depth))
        self.runs.addresses = addresses
        yield {
            "block": "drawing",
            "number": typeset(drawing.number, language),
            "title": self.text(drawing.title, language),
            "above": self._blocks(drawing.above, language, depth),
            "svg": drawing.svg,
            "alt": drawing.alt,
            "high": round(drawing.high, 3),
            "table": table | {"block": "data"},
            "below": self._blocks(drawing.below, language, depth),
        }

    def _drawing(self, block: tree.Drawing, language: str, depth: int) -> Iterator[Block]:
        """A map; the words beside it stand for it where it does not say so itself."""
        title = typeset(block.title, language)
        alt = typeset(block.alt, language) or title
        yield {
            "block": "sketch",
            "svg": sketch(block, language),
            "title": title,
            "alt": alt,
            "legend": legend(block, language),
            "width": block.width,
            "scale": 0.19 if "locator" in block.kind else 0.27,
        }

    def _blank(self, block: tree.Blank, language: str, depth: int) -> Iterator[Block]:
        yield {"block": "blank", "lines": block.lines}

    def _question(self, block: tree.Question, language: str, depth: int) -> Iterator[Block]:
        options = [self.text(option, language) for option in block.options]
        text = self.text(block.content, language)
        yield {"block": "question", "text": text, "options": options, "graded": block.graded}


BLOCKS: dict[type, Callable[[Paper, Any, str, int], Iterator[Block]]] = {
    tree.Heading: Paper._heading,
    tree.Paragraph: Paper._paragraph,
    tree.Line: Paper._paragraph,
    tree.Items: Paper._items,
    tree.Entries: Paper._entries,
    tree.Table: Paper._table,
    tree.Quote: Paper._quote,
    tree.CodeBlock: Paper._code,
    tree.Rule: Paper._rule,
    tree.Box: Paper._box,
    tree.Details: Paper._details,
    tree.Figure: Paper._figure,
    tree.Drawing: Paper._drawing,
    tree.CaseList: Paper._case_list,
    tree.Blank: Paper._blank,
    tree.Question: Paper._question,
}


def _alone(content: Inlines) -> inlines.Picture | None:
    """The picture that a paragraph holds and nothing else."""
    seen = [node for node in content if not isinstance(node, inlines.Text) or node.words.strip()]
    return seen[0] if len(seen) == 1 and isinstance(seen[0], inlines.Picture) else None

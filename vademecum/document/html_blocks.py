"""Blocks -> HTML: headings, paragraphs, lists, boxes, drawings; tables and fields have files of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from vademecum.document import inlines, tree, walking
from vademecum.document.drawing import drawn
from vademecum.document.escaping import attributes, escaped
from vademecum.document.html_fields import blank, question
from vademecum.document.html_inlines import InlineWriter
from vademecum.document.html_tables import write_table
from vademecum.document.tree import Blocks
from vademecum.document.web import Web
from vademecum.language.typography import typeset

# In the list of pages that use a concept, a link shows no card: the sentence beside it says more.
CARDLESS = "uses"
CARDLESS_LINE = "signature"  # which names concepts, and uses none
# Boxes whose titles are headings, one level below what they stand in; and boxes that are lists of boxes.
HEADED = (
    "definition", "contrast", "equivalence", "facts", "outcome", "stage", "door", "key-points", "form",
    "one-beside", "dispute", "witness",
)  # fmt: skip
LISTS = {"cards": "card", "doors": "door"}


class BlockWriter(InlineWriter):
    """HTML in the making, and where in the page it stands: below which heading, after which tables."""

    def __init__(self, web: Web, numbers: Mapping[str, int]) -> None:
        super().__init__(web, numbers)
        self.heading = ""  # the words of the heading above, which names a table
        self.tables = Counter[str]()  # how many have a name: regions of one name cannot be told apart
        self.level = 1  # that of the heading above

    def blocks(self, blocks: Blocks, language: str) -> None:
        """Blocks one after another, in a language where they say no other."""
        for block in blocks:
            BLOCKS[type(block)](self, block, language)

    def holding(self, tag: str, node: Any, language: str, *pairs: tuple[str, str]) -> None:
        """An element with the node's blocks in it."""
        named = attributes(*pairs, ("lang", node.lang)) if pairs or node.lang else ""
        self.out.append(f"<{tag}{named}>")
        self.blocks(node.blocks, node.lang or language)
        self.out.append(f"</{tag}>")

    def head(self, node: tree.Heading, language: str) -> None:
        self.heading = " ".join(walking.plain(node.content).split())
        self.level = node.level
        self.out.append(f"<h{node.level}{attributes(('id', node.anchor), ('lang', node.lang))}>")
        self.words(node.content, node.lang or language)
        self.out.append(f"</h{node.level}>")

    def paragraph(self, node: tree.Paragraph, language: str, before: str = "") -> None:
        named = attributes(("class", node.name), ("lang", node.lang)) if node.name or node.lang else ""
        self.out.append(f"<p{named}>{before}")
        cards, self.cards = self.cards, self.cards and node.name != CARDLESS_LINE
        self.words(node.content, node.lang or language)
        self.cards = cards
        self.out.append("</p>")

    def line(self, node: tree.Line, language: str, before: str = "") -> None:
        """Words without a paragraph around them, but where they are in another language."""
        self.out.append(f"{before}<span{attributes(('lang', node.lang))}>" if node.lang else before)
        self.words(node.content, node.lang or language)
        self.out.append("</span>" if node.lang else "")

    def items(self, node: tree.Items, language: str) -> None:
        start = "" if node.start in (None, 1) else str(node.start)
        tag = "ul" if node.start is None else "ol"
        self.out.append(f"<{tag}{attributes(('start', start))}>")
        for item in node.items:
            if item.checked is None:
                self.holding("li", item, language, *((("id", item.anchor),) if item.anchor else ()))
            elif item.name:
                self.tick(item, language)
            else:
                self.task(item, language)
        self.out.append(f"</{tag}>")

    def task(self, item: tree.Item, language: str) -> None:
        """An item with a box that is ticked or not, at the beginning of its first words."""
        named = attributes(("class", "task"), ("id", item.anchor), ("lang", item.lang))
        label = attributes(("aria-label", typeset(self.web.words["done"], self.web.language)))
        box = f'<input type="checkbox"{label}{" checked" if item.checked else ""} disabled> '
        self.out.append(f"<li{named}>")
        language, blocks = item.lang or language, item.blocks
        if blocks and isinstance(blocks[0], tree.Paragraph):
            self.paragraph(blocks[0], language, box)
            blocks = blocks[1:]
        else:
            self.out.append(box)
        self.blocks(blocks, language)
        self.out.append("</li>")

    def tick(self, item: tree.Item, language: str) -> None:
        """An item whose box the reader ticks; its first words name the box."""
        id_, spoken = f"tick-{item.name}", item.lang or language
        named = attributes(("class", "task tick"), ("id", item.anchor), ("lang", item.lang))
        self.out.append(
            f"<li{named}><input{attributes(('type', 'checkbox'), ('id', id_), ('name', item.name))}>"
        )
        self.out.append(f"<div><label{attributes(('for', id_))}>")
        first = item.blocks[0] if item.blocks else None
        if isinstance(first, (tree.Paragraph, tree.Line)):
            self.words(first.content, first.lang or spoken)
        self.out.append("</label>")
        self.blocks(item.blocks[1:], spoken)
        self.out.append("</div></li>")

    def entries(self, node: tree.Entries, language: str) -> None:
        self.out.append("<dl>")
        for entry in node.entries:
            spoken = entry.lang or language
            self.out.append(f"<dt{attributes(('id', entry.anchor), ('lang', entry.lang))}>")
            self.words(entry.term, spoken)
            self.out.append("</dt>")
            for definition in entry.definitions:
                self.out.append(f"<dd{attributes(('lang', entry.lang))}>" if entry.lang else "<dd>")
                self.blocks(definition, spoken)
                self.out.append("</dd>")
        self.out.append("</dl>")

    def table(self, node: tree.Table, language: str, label: str = "") -> None:
        """A table, named by the heading above it, and by a number where another has that name."""
        words = self.web.words
        label = label or (words["table_under"].format(self.heading) if self.heading else words["table"])
        label = typeset(label, self.web.language)
        self.tables[label] += 1
        label += f" ({self.tables[label]})" if self.tables[label] > 1 else ""
        write_table(self, node, language, label)

    def quote(self, node: tree.Quote, language: str) -> None:
        self.holding("blockquote", node, language)

    def code_block(self, node: tree.CodeBlock, language: str) -> None:
        self.out.append(f"<pre><code>{escaped(node.words)}</code></pre>")

    def rule(self, node: tree.Rule, language: str) -> None:
        self.out.append("<hr>")

    def box(self, node: tree.Box, language: str, tag: str = "") -> None:
        """A box; a list of boxes is a list, each of its boxes an item."""
        name = " ".join(("admonition", node.kind, *node.shades))
        tag = tag or ("ul" if node.kind in LISTS else "div")
        self.out.append(f"<{tag}{attributes(('class', name), ('id', node.anchor), ('lang', node.lang))}>")
        level, cards = self.level, self.cards
        self.title(node, language)
        self.cards = cards and node.kind != CARDLESS
        inside = LISTS.get(node.kind, "")
        for block in node.blocks:
            if isinstance(block, tree.Box) and block.kind == inside:
                self.box(block, node.lang or language, "li")
            else:
                self.blocks((block,), node.lang or language)
        self.level, self.cards = level, cards
        self.out.append(f"</{tag}>")

    def title(self, node: tree.Box, language: str) -> None:
        """A box's title: a heading where the box is a part of the page and not a remark in its text."""
        if not node.title:
            return
        tag = "p"
        if node.kind in HEADED:
            self.level = min(self.level + 1, 6)
            tag = f"h{self.level}"
        self.out.append(f'<{tag} class="admonition-title">')
        self.words(node.title, node.lang or language)
        self.out.append(f"</{tag}>")

    def details(self, node: tree.Details, language: str) -> None:
        self.out.append(f"<details><summary>{escaped(typeset(node.summary, language))}</summary>")
        self.blocks(node.blocks, language)
        self.out.append("</details>")

    def figure(self, node: tree.Figure, language: str) -> None:
        self.out.append(self.web.figure(node))

    def drawing(self, node: tree.Drawing, language: str) -> None:
        self.out += drawn(node, node.lang or language, self.address)

    def case_list(self, node: tree.CaseList, language: str) -> None:
        self.out.append('<ul class="cases">')
        for number, link in enumerate(node.links):
            named = attributes(("data-case", link.target.id))
            self.out += (f"<li{named}>", self.web.case(link, node.brief))
            if node.reasons:
                self.paragraph(tree.Paragraph((inlines.Text(node.reasons[number]),), name="why"), language)
            self.out.append("</li>")
        self.out.append("</ul>")


BLOCKS: dict[type, Callable[[BlockWriter, Any, str], None]] = {
    tree.Heading: BlockWriter.head,
    tree.Paragraph: BlockWriter.paragraph,
    tree.Line: BlockWriter.line,
    tree.Items: BlockWriter.items,
    tree.Entries: BlockWriter.entries,
    tree.Table: BlockWriter.table,
    tree.Quote: BlockWriter.quote,
    tree.CodeBlock: BlockWriter.code_block,
    tree.Rule: BlockWriter.rule,
    tree.Box: BlockWriter.box,
    tree.Details: BlockWriter.details,
    tree.Figure: BlockWriter.figure,
    tree.Drawing: BlockWriter.drawing,
    tree.CaseList: BlockWriter.case_list,
    tree.Blank: blank,
    tree.Question: question,
}

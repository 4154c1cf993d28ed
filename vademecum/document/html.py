"""Tree -> HTML: a document's blocks and notes as a page of the site has them.

What stands in a tree is words and never markup: every text and every attribute is escaped, so that a page
holds no element but those written here. The writer knows no library: what it needs of the page that it writes
for, a `Web` tells it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from vademecum.document import tree
from vademecum.document.drawing import drawn
from vademecum.document.escaping import attributes, escaped, quoted
from vademecum.document.tree import Blocks, Cited, Document, Inlines, Note, Target
from vademecum.document.typesetting import typeset_content
from vademecum.language.typography import typeset

Html = Markup  # what is HTML already: everything else is escaped where it is written

SIGNED = ("concept", "case", "chapter", "tool")  # entries whose links carry the sign of their kind
# In the list of pages that use a concept, a link shows no card: the sentence beside it says more.
CARDLESS = "uses"
CARDLESS_LINE = "signature"  # which names concepts, and uses none
# Boxes whose titles are headings, one level below what they stand in; and boxes that are lists of boxes.
HEADED = (
    "definition", "contrast", "equivalence", "facts", "outcome", "stage", "door", "key-points", "form",
    "one-beside", "dispute", "witness",
)  # fmt: skip
LISTS = {"cards": "card", "doors": "door"}


@dataclass(frozen=True, slots=True)
class Web:
    """What the writer asks of the page that it writes for.

    `language` is that of the text. `address` gives the way from the page to an entry or list, `picture` to a
    picture by its path from the project's root; `citation` the words of one work cited ("Ciedel-CUF 2019,
    3.2"), "" for an unknown one; `figure` a figure as HTML; `case` what a list shows of the case that a link
    leads to, in brief or not. `words` holds `table`, `table_under`, `note_back` and `done`, as the
    interface's words of a page do.
    """

    language: str
    address: Callable[[Target], str]
    picture: Callable[[str], str]
    citation: Callable[[Cited], str]
    figure: Callable[[tree.Figure], Html]
    case: Callable[[tree.Link, bool], Html]
    words: Mapping[str, str]


def html(document: Document, web: Web) -> Html:
    """A document as HTML, its notes at the foot."""
    writer = _Writer(web, {note.key: note.number for note in document.notes})
    writer.blocks(document.blocks, web.language)
    if document.notes:
        writer.notes(document.notes)
    return Markup("".join(writer.out))


def html_of(blocks: Blocks, web: Web) -> Html:
    """Blocks that are no whole document: the calls of notes in them are left out, as the notes are."""
    writer = _Writer(web, {})
    writer.blocks(blocks, web.language)
    return Markup("".join(writer.out))


def html_of_content(content: Inlines, web: Web) -> Html:
    """The inlines of one paragraph as HTML, without an element around them."""
    writer = _Writer(web, {})
    writer.words(content, web.language)
    return Markup("".join(writer.out))


def html_of_table(table: tree.Table, label: str, web: Web) -> Html:
    """A table in its region, which has the name given."""
    writer = _Writer(web, {})
    writer.table(table, web.language, label)
    return Markup("".join(writer.out))


def separator(language: str) -> str:
    """What stands between works cited together, its type set."""
    return typeset(" ; " if language == "fr" else "; ", language)


class _Writer:
    """HTML in the making. `numbers` holds the notes' numbers by their keys."""

    def __init__(self, web: Web, numbers: Mapping[str, int], level: int = 1) -> None:
        self.web, self.numbers = web, numbers
        self.out: list[str] = []
        self.heading = ""  # the words of the heading above, which names a table
        self.tables = Counter[str]()  # how many have a name: regions of one name cannot be told apart
        self.level = level  # that of the heading above
        self.calls: dict[int, int] = {}  # a note's number -> how often it was called
        self.linking = False  # whether a link is open: none may stand in it
        self.waiting: list[int] = []  # the numbers of notes called inside the open link
        self.cards = True

    # -- blocks ---------------------------------------------------------------------------------------------

    def blocks(self, blocks: Blocks, language: str) -> None:
        for block in blocks:
            BLOCKS[type(block)](self, block, language)

    def holding(self, tag: str, node: Any, language: str, *pairs: tuple[str, str]) -> None:
        """An element with the node's blocks in it."""
        named = attributes(*pairs, ("lang", node.lang)) if pairs or node.lang else ""
        self.out.append(f"<{tag}{named}>")
        self.blocks(node.blocks, node.lang or language)
        self.out.append(f"</{tag}>")

    def head(self, node: tree.Heading, language: str) -> None:
        self.heading = " ".join(tree.plain(node.content).split())
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
                self.paragraph(tree.Paragraph((tree.Text(node.reasons[number]),), name="why"), language)
            self.out.append("</li>")
        self.out.append("</ul>")

    # -- room for the reader --------------------------------------------------------------------------------

    def blank(self, node: tree.Blank, language: str) -> None:
        self.field(node.name, typeset(node.label, language), node.lines)

    def field(self, name: str, label: str, lines: int) -> None:
        """A field to write in."""
        named = ("name", name), ("rows", str(lines)), ("aria-label", label)
        self.out.append(f"<textarea{attributes(*named)}></textarea>")

    def question(self, node: tree.Question, language: str) -> None:
        """A question, and a button for each of its options, of which one is pressed."""
        spoken = node.lang or language
        named = ("class", "question"), ("id", node.anchor), ("lang", node.lang)
        self.out.append(f"<fieldset{attributes(*named)}><legend>")
        self.words(node.content, spoken)
        self.out.append("</legend>")
        for number, option in enumerate(node.options):
            button = ("type", "radio"), ("name", node.name), ("value", str(number))
            grade = f"<b>{number}</b> " if node.graded else ""
            self.out.append(f"<label><input{attributes(*button)}> {grade}<span>")
            self.words(option, spoken)
            self.out.append("</span></label>")
        self.out.append("</fieldset>")

    # -- tables ---------------------------------------------------------------------------------------------

    def table(self, node: tree.Table, language: str, label: str = "") -> None:
        """A table in a region that scrolls and takes the keyboard's focus, named by the heading above it."""
        words = self.web.words
        label = label or (words["table_under"].format(self.heading) if self.heading else words["table"])
        label = typeset(label, self.web.language)
        self.tables[label] += 1
        label += f" ({self.tables[label]})" if self.tables[label] > 1 else ""
        region = ("class", "table"), ("tabindex", "0"), ("role", "region")
        self.out.append(f"<div{attributes(*region, ('aria-label', label))}>")
        self.out.append('<table class="data">' if node.data else "<table>")
        self.out.append(f'<caption class="vm-unseen">{escaped(label)}</caption><thead>')
        self.row(node.head, node, language)
        self.out.append("</thead><tbody>")
        for number, row in enumerate(node.rows, 1):
            self.row(row, node, language, number)
        self.out.append("</tbody></table></div>")

    def row(self, row: tree.Row, table: tree.Table, language: str, number: int = 0) -> None:
        """A row, its number where it stands below the head: with it a cell to write in has a name.

        What stands first in a row names it.
        """
        self.out.append(f"<tr{attributes(('id', row.anchor))}>")
        heads = table.heads or len(row.cells) > 1
        for column, cell in enumerate(row.cells):
            scope = "col" if row is table.head else "row" if heads and not column else ""
            if not cell:
                scope = ""  # an empty heading names nothing: an empty cell says so
            tag = "th" if scope else "td"
            align = table.align[column] if column < len(table.align) else ""
            named = attributes(("scope", scope), ("class", align)) if scope or align else ""
            self.out.append(f"<{tag}{named}>")
            if table.name and number and not cell:
                head = " ".join(tree.plain(table.head.cells[column]).split())
                self.field(f"{table.name}-{number}-{column}", typeset(f"{head}, {number}", language), 2)
            self.words(cell, language)
            self.out.append(f"</{tag}>")
        self.out.append("</tr>")

    # -- notes ----------------------------------------------------------------------------------------------

    def notes(self, notes: tuple[Note, ...]) -> None:
        """The notes, each with the ways back to its calls, known once all are written: notes call notes."""
        self.out.append('<div class="footnote"><hr><ol>')
        places = [self.note(note) for note in notes]
        self.out.append("</ol></div>")
        for note, place in zip(notes, places, strict=True):
            self.out[place] = self.ways_back(note.number)

    def note(self, note: Note) -> int:
        """A note; where in `out` its ways back are to stand: at the end of its last paragraph."""
        self.out.append(f'<li id="fn:{note.number}">')
        last = note.blocks[-1] if note.blocks else None
        if isinstance(last, tree.Paragraph):
            self.blocks(note.blocks[:-1], self.web.language)
            self.paragraph(last, self.web.language)
            end = self.out.pop()
        else:
            self.blocks(note.blocks, self.web.language)
            self.out.append("<p>")
            end = "</p>"
        self.out += ("", end, "</li>")
        return len(self.out) - 3

    def ways_back(self, number: int) -> str:
        title = typeset(self.web.words["note_back"].format(number), self.web.language)
        calls = [_call(number, call) for call in range(1, self.calls.get(number, 0) + 1)]
        named = [
            attributes(("class", "footnote-backref"), ("href", f"#{call}"), ("title", title))
            for call in calls
        ]
        return "".join([f"\u00a0<a{one}>↩</a>" for one in named])

    def mark(self, node: tree.NoteMark, language: str) -> None:
        if (number := self.numbers.get(node.key, 0)) == 0:
            return
        if self.linking:
            self.waiting.append(number)
        else:
            self.call(number)

    def call(self, number: int) -> None:
        self.calls[number] = call = self.calls.get(number, 0) + 1
        self.out.append(
            f'<sup id="{_call(number, call)}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>'
        )

    # -- inlines --------------------------------------------------------------------------------------------

    def words(self, content: Inlines, language: str) -> None:
        """The inlines of one paragraph, their type set."""
        self.inlines(typeset_content(content, language), language)

    def inlines(self, content: Inlines, language: str) -> None:
        for node in content:
            INLINES[type(node)](self, node, language)

    def text(self, node: tree.Text, language: str) -> None:
        self.out.append(escaped(node.words))

    def marked(self, node: tree.Emphasis | tree.Strong | tree.Struck, language: str) -> None:
        tag = TAGS[type(node)]
        self.out.append(f"<{tag}{attributes(('lang', node.lang))}>" if node.lang else f"<{tag}>")
        self.inlines(node.content, node.lang or language)
        self.out.append(f"</{tag}>")

    def span(self, node: tree.Span | tree.Link, language: str) -> None:
        """Words with a language or class of their own; of a link that leads nowhere, its words."""
        name = node.name if isinstance(node, tree.Span) else ""
        named = attributes(("class", name), ("lang", node.lang))
        self.out.append(f"<span{named}>" if named else "")
        self.inlines(node.content, node.lang or language)
        self.out.append("</span>" if named else "")

    def code(self, node: tree.Code, language: str) -> None:
        self.out.append(f"<code{attributes(('lang', node.lang))}>{escaped(node.words)}</code>")

    def line_break(self, node: tree.Break, language: str) -> None:
        self.out.append("<br>")

    def link(self, node: tree.Link, language: str) -> None:
        """A link; what would link inside it does not, and the calls of notes in it stand after it."""
        target = node.target
        if self.linking or target.kind == "nothing":
            self.span(node, language)
            return
        name = "term" if node.term else f"to-{target.kind}" if target.kind in SIGNED else ""
        concept = target.id if target.kind == "concept" and self.cards else ""
        named = (("class", name), ("href", self.address(target)), ("data-term", concept))
        self.out.append(f"<a{attributes(*named, ('lang', node.lang), ('title', node.title))}>")
        self.linking = True
        self.inlines(node.content, node.lang or language)
        self.linking = False
        self.out.append("</a>")
        for number in self.waiting:
            self.call(number)
        self.waiting = []

    def address(self, target: Target) -> str:
        if target.kind == "anchor":
            return "#" + target.anchor
        return target.id if target.kind == "outside" else self.web.address(target)

    def picture(self, node: tree.Picture, language: str) -> None:
        """A picture; where there is none, the words that stand for it."""
        if not node.path:
            self.out.append(escaped(node.alt))
            return
        source = attributes(("src", self.web.picture(node.path)), ("title", node.title), ("loading", "lazy"))
        self.out.append(f'<img alt="{quoted(node.alt)}"{source}>')

    def citation(self, node: tree.Citation, language: str) -> None:
        works = [
            self.work(cited, typeset(words, language))
            for cited in node.works
            if (words := self.web.citation(cited))
        ]
        if not works:
            return
        listed = separator(self.web.language).join(works)
        if node.bare or self.linking:
            self.out.append(f'<span class="citations">{listed if node.bare else f"({listed})"}</span>')
            return
        # The space before goes with the works: a style sheet may take both out of the line into the margin.
        before = ""
        if self.out and self.out[-1].endswith(" "):
            before, self.out[-1] = " ", self.out[-1][:-1]
        left, right = (f'<span class="bracket">{bracket}</span>' for bracket in "()")
        self.out.append(f'<span class="citations"><span>{before}{left}{listed}{right}</span></span>')

    def work(self, cited: Cited, words: str) -> str:
        if self.linking:
            return escaped(words)
        named = attributes(("class", "citation"), ("href", f"#source-{cited.source}"))
        return f"<a{named}>{escaped(words)}</a>"


def _call(number: int, call: int) -> str:
    """The anchor of a note's call, the first or another."""
    return f"fnref{call if call > 1 else ''}:{number}"


TAGS: dict[type, str] = {tree.Emphasis: "em", tree.Strong: "strong", tree.Struck: "del"}
BLOCKS: dict[type, Callable[[_Writer, Any, str], None]] = {
    tree.Heading: _Writer.head,
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
INLINES: dict[type, Callable[[_Writer, Any, str], None]] = {
    tree.Text: _Writer.text,
    tree.Emphasis: _Writer.marked,
    tree.Strong: _Writer.marked,
    tree.Struck: _Writer.marked,
    tree.Span: _Writer.span,
    tree.Code: _Writer.code,
    tree.Break: _Writer.line_break,
    tree.Link: _Writer.link,
    tree.Picture: _Writer.picture,
    tree.Citation: _Writer.citation,
    tree.NoteMark: _Writer.mark,
}

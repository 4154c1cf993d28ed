"""Inlines -> HTML: words, links, citations, pictures, and the calls of notes.

What stands in a tree is words and never markup: every text and every attribute is escaped, so that a page
holds no element but those written here and in the files of blocks, tables and fields.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from vademecum.document import inlines
from vademecum.document.escaping import attributes, escaped, quoted
from vademecum.document.inlines import Cited, Inlines, Target
from vademecum.document.typesetting import typeset_content
from vademecum.document.web import Web
from vademecum.language.typography import typeset
from vademecum.model.fields import ENTRY_KINDS


class InlineWriter:
    """HTML in the making, in `out`, piece by piece. `numbers` holds the notes' numbers by their keys."""

    def __init__(self, web: Web, numbers: Mapping[str, int]) -> None:
        self.web, self.numbers = web, numbers
        self.out: list[str] = []
        self.calls: dict[int, int] = {}  # a note's number -> how often it was called
        self.linking = False  # whether a link is open: none may stand in it
        self.waiting: list[int] = []  # the numbers of notes called inside the open link
        self.cards = True  # whether a link to a concept shows its card

    def words(self, content: Inlines, language: str) -> None:
        """The inlines of one paragraph, their type set."""
        self.content(typeset_content(content, language), language)

    def content(self, content: Inlines, language: str) -> None:
        """Inlines one after another, their type set before."""
        for node in content:
            INLINES[type(node)](self, node, language)

    def text(self, node: inlines.Text, language: str) -> None:
        self.out.append(escaped(node.words))

    def marked(self, node: inlines.Emphasis | inlines.Strong | inlines.Struck, language: str) -> None:
        tag = TAGS[type(node)]
        self.out.append(f"<{tag}{attributes(('lang', node.lang))}>" if node.lang else f"<{tag}>")
        self.content(node.content, node.lang or language)
        self.out.append(f"</{tag}>")

    def span(self, node: inlines.Span | inlines.Link, language: str) -> None:
        """Words with a language or class of their own; of a link that leads nowhere, its words."""
        name = node.name if isinstance(node, inlines.Span) else ""
        named = attributes(("class", name), ("lang", node.lang))
        self.out.append(f"<span{named}>" if named else "")
        self.content(node.content, node.lang or language)
        self.out.append("</span>" if named else "")

    def code(self, node: inlines.Code, language: str) -> None:
        self.out.append(f"<code{attributes(('lang', node.lang))}>{escaped(node.words)}</code>")

    def line_break(self, node: inlines.Break, language: str) -> None:
        self.out.append("<br>")

    def link(self, node: inlines.Link, language: str) -> None:
        """A link; what would link inside it does not, and the calls of notes in it stand after it."""
        target = node.target
        if self.linking or target.kind == "nothing":
            self.span(node, language)
            return
        name = "term" if node.term else f"to-{target.kind}" if target.kind in ENTRY_KINDS else ""
        named = (("class", name), ("href", self.address(target)), ("data-term", self.explained(node)))
        self.out.append(f"<a{attributes(*named, ('lang', node.lang), ('title', node.title))}>")
        self.linking = True
        self.content(node.content, node.lang or language)
        self.linking = False
        self.out.append("</a>")
        for number in self.waiting:
            self.call(number)
        self.waiting = []

    def explained(self, node: inlines.Link) -> str:
        """What the page's own glossary has a link's words under, whose card it then shows; "" for none."""
        target = node.target
        if not self.cards:
            return ""
        return target.id if target.kind == "concept" else f"acronym:{target.anchor}" if node.term else ""

    def address(self, target: Target) -> str:
        """The way from the page to what a link leads to."""
        if target.kind == "anchor":
            return "#" + target.anchor
        return target.id if target.kind == "outside" else self.web.address(target)

    def picture(self, node: inlines.Picture, language: str) -> None:
        """A picture; where there is none, the words that stand for it."""
        if not node.path:
            self.out.append(escaped(node.alt))
            return
        source = attributes(("src", self.web.picture(node.path)), ("title", node.title), ("loading", "lazy"))
        self.out.append(f'<img alt="{quoted(node.alt)}"{source}>')

    def citation(self, node: inlines.Citation, language: str) -> None:
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

    def mark(self, node: inlines.NoteMark, language: str) -> None:
        if (number := self.numbers.get(node.key, 0)) == 0:
            return
        if self.linking:
            self.waiting.append(number)
        else:
            self.call(number)

    def call(self, number: int) -> None:
        self.calls[number] = call = self.calls.get(number, 0) + 1
        anchor = call_anchor(number, call)
        self.out.append(f'<sup id="{anchor}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>')


def separator(language: str) -> str:
    """What stands between works cited together, its type set."""
    return typeset(" ; " if language == "fr" else "; ", language)


def call_anchor(number: int, call: int) -> str:
    """The anchor of a note's call, the first or another."""
    return f"fnref{call if call > 1 else ''}:{number}"


TAGS: dict[type, str] = {inlines.Emphasis: "em", inlines.Strong: "strong", inlines.Struck: "del"}
INLINES: dict[type, Callable[[InlineWriter, Any, str], None]] = {
    inlines.Text: InlineWriter.text,
    inlines.Emphasis: InlineWriter.marked,
    inlines.Strong: InlineWriter.marked,
    inlines.Struck: InlineWriter.marked,
    inlines.Span: InlineWriter.span,
    inlines.Code: InlineWriter.code,
    inlines.Break: InlineWriter.line_break,
    inlines.Link: InlineWriter.link,
    inlines.Picture: InlineWriter.picture,
    inlines.Citation: InlineWriter.citation,
    inlines.NoteMark: InlineWriter.mark,
}

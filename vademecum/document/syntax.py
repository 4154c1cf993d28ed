"""The Markdown that editors write: Python-Markdown, what we add to it and what we take out.

Added: citations, attributes kept to `id` and `lang`, the places of blocks. Taken out: HTML, which becomes a marker element.
"""

from __future__ import annotations

import functools
import html
import re
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor, get_attrs_and_remainder
from markdown.inlinepatterns import AUTOMAIL_RE, ENTITY_RE, HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# A call of a figure, wherever it stands.
CALLED = re.compile(r"\{\{[ \t]*figure:[ \t]*([^{}\n]*?)[ \t]*\}\}")
# Marker elements and attributes live only between the parser and `blocks`; none reaches a page.
HTML_MARK, FAULT, AT = "raw-html", "fault", "at"


def tree(text: str, positions: bool = False, parser: markdown.Markdown | None = None) -> Element:
    """What Markdown.convert does, up to the tree; ours goes on from there without a string of HTML in between."""
    parser = (parser or _parser()).reset()
    positioning = parser.treeprocessors["positions"]
    assert isinstance(positioning, Positions)
    positioning.source = text if positions else None
    lines = text.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    assert root is not None
    for treeprocessor in parser.treeprocessors:
        made = treeprocessor.run(root)
        root = root if made is None else made
    return root


@functools.cache
def _parser() -> markdown.Markdown:
    """One parser for the process: making one costs as much as parsing a page."""
    extensions: list[str | Extension] = [
        "tables",
        "footnotes",
        "def_list",
        "admonition",
        "sane_lists",
        "attr_list",
        Ours(),
    ]
    return markdown.Markdown(extensions=extensions, tab_length=4)


class Ours(Extension):
    """What we add to Python-Markdown and what we take out of it."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(Fences(md), "fences", 25)
        md.parser.blockprocessors.register(Line(md.parser), "line", 200)
        md.parser.blockprocessors.register(Placed(md.parser), "figure", 75)
        md.inlinePatterns.register(RawHtml(HTML_RE, md), "html", 90)
        md.inlinePatterns.register(Entity(ENTITY_RE, md), "entity", 80)
        md.inlinePatterns.register(Mail(AUTOMAIL_RE, md), "automail", 110)
        md.inlinePatterns.register(Citation(r"\[@([^\]]*)\]", md), "citation", 176)
        md.treeprocessors.deregister("prettify")
        md.treeprocessors.register(Inline(md), "inline", 20)
        md.treeprocessors.register(Attributes(md), "attr_list", 8)
        md.treeprocessors.register(Positions(md), "positions", 30)


class Fences(Preprocessor):
    """Fenced code becomes indented code, line for line, so that it goes through the tree like everything else."""

    FENCE = re.compile(r"^( *)(```+|~~~+)\s*[\w+-]*\s*$")

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        fence: re.Match[str] | None = None
        for line in lines:
            mark = self.FENCE.match(line)
            if fence is None and mark:
                fence = mark
                made.append("")
            elif fence and mark and mark[2].startswith(fence[2]):
                fence = None
                made.append("")
            else:
                made.append("    " + line if fence else line)
        return made


class Line(BlockProcessor):
    """A paragraph on one line that begins with a letter, made without asking the processors of every other kind of block.

    Of sixteen, none takes such a block outside a list; most paragraphs of ours are one. tests/test_blocks.py holds that it changes
    nothing.
    """

    def test(self, parent: Element, block: str) -> bool:
        return block[:1].isalpha() and "\n" not in block and not self.parser.state.isstate("list")

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "p").text = blocks.pop(0)


class Placed(BlockProcessor):
    """`{{ figure: name }}` alone on a line: an element that holds the name, for the reading to fill."""

    CALL = re.compile(rf"^ {{0,3}}{CALLED.pattern}[ \t]*$", re.MULTILINE)

    def test(self, parent: Element, block: str) -> bool:
        return "{{" in block and self.CALL.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        call = self.CALL.search(block)
        assert call is not None
        if before := block[: call.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        SubElement(parent, "figure").text = AtomicString(call[1])
        if after := block[call.end() :].lstrip("\n"):
            blocks.insert(0, after)


class Inline(InlineTreeprocessor):
    """Python-Markdown's inline stage, passing over texts in which none of its patterns can begin.

    It tries some twenty patterns on every text. Most of ours are plain words: without them, parsing makes a third fewer calls. The
    method has no public name; tests/test_blocks.py holds that this one is still called and still changes nothing.
    """

    MARK = re.compile(r"[\\`*_\[\]<&!\x02]|  \n")

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if not patternIndex and not self.MARK.search(data):
            return data
        return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]


class RawHtml(InlineProcessor):
    """HTML in the text: kept as words in a marker, for `_inspect` to report."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # as InlineProcessor does
        mark = Element(HTML_MARK)
        mark.text = AtomicString(m.group(1))
        return mark, m.start(0), m.end(0)


class Entity(InlineProcessor):
    """`&nbsp;` as the character that it stands for."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # as InlineProcessor does
        return html.unescape(m.group(1)), m.start(0), m.end(0)


class Mail(InlineProcessor):
    """`<name@example.org>` as a plain link."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # as InlineProcessor does
        link = Element("a", href="mailto:" + m.group(1))
        link.text = AtomicString(m.group(1))
        return link, m.start(0), m.end(0)


class Citation(InlineProcessor):
    """`[@source, section; @other]` as a marker whose `cites` the reading resolves."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # as InlineProcessor does
        mark = Element("cite", {"cites": "@" + m.group(1)})
        mark.text = AtomicString(m.group(0))
        return mark, m.start(0), m.end(0)


class Attributes(AttrListTreeprocessor):
    """`{: lang=fr }` and `{: #anchor }`; any other attribute is marked as a fault instead of set."""

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        attributes, remainder = get_attrs_and_remainder(attrs_string)
        if strict and remainder:
            return remainder
        for key, value in attributes:
            if key in ("id", "lang"):
                elem.set(key, value or "")
            else:
                elem.set(FAULT, attrs_string.strip())
        return remainder


class Positions(Treeprocessor):
    """Marks each block with the offset of its text in the source.

    Before inline markup is parsed, a block's text is the source's, line by line, so that one search forward through the source
    finds every block in turn; what stands before it on its line can only be the marks of blocks. Notes, which are moved to the
    end, are searched from the top.
    """

    source: str | None = None
    MARKS = re.compile(r"[ >*+\-:#0-9.)]*(?:\[\^[^\]]+\]:[ ]*)?")
    TITLE = re.compile(r" *!!! .*")
    FIGURE = re.compile(r" *\{\{[ \t]*figure:[ \t]*")

    def run(self, root: Element) -> None:
        if self.source is not None:
            self._mark(root, 0)

    def _mark(self, element: Element, cursor: int) -> int:
        if element.get("class") == "footnote":
            cursor = 0
        if element.text and element.text.strip():
            cursor = self._find(element, cursor)
        for child in element:
            cursor = self._mark(child, cursor)
        return cursor

    def _find(self, element: Element, cursor: int) -> int:
        before = (
            self.TITLE
            if element.get("class") == "admonition-title"
            else None
            if element.tag in ("td", "th")
            else self.MARKS
        )
        before = self.FIGURE if element.tag == "figure" else before
        for line in filter(str.strip, (element.text or "").split("\n")):
            for words in (line.strip(), html.unescape(line).strip()):
                if (found := self._place(words, before, cursor)) >= 0:
                    element.attrib.setdefault(AT, str(found))
                    cursor = found + len(words)
                    break
        return cursor

    def _place(self, words: str, before: re.Pattern[str] | None, cursor: int) -> int:
        """Where a line of a block's text stands, with nothing before it on its line but what `before` allows; -1 for nowhere."""
        source = self.source or ""
        found = source.find(words, cursor)
        while found >= 0 and before and not before.fullmatch(source, source.rfind("\n", 0, found) + 1, found):
            found = source.find(words, found + 1)
        return found

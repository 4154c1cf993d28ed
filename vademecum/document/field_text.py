"""A field's text while it is read: its bytes, by which the parser counts, and what was found in it."""

from __future__ import annotations

import re

from vademecum.document.origin import Origin
from vademecum.document.tree import Blocks
from vademecum.language.regex import regex
from vademecum.model import Finding

TAG = regex(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[|<[!/]?[A-Za-z][^<>]*(?:>|\Z)", re.DOTALL)


COMMENT = regex(r"<!--")  # a note to oneself
BREAK = regex(r"<br[ ]*/?>", re.IGNORECASE)
RAISED = regex(r"<sup>[ ]*\d{1,2}[ ]*</sup>", re.IGNORECASE)  # a note's number
# Words for what is to be written: several, or one that no element of HTML is called by.
ELEMENTS = (
    "br|dd|dl|dt|em|hr|li|ol|rb|rp|rt|td|th|tr|tt|ul|abbr|acronym|address|applet|area|article|aside|audio|base|basefont|bdi|bdo|big|blink|blockquote|body|button"
    "|canvas|caption|center|cite|code|col|colgroup|data|datalist|del|details|dfn|dialog|dir|div|embed|fieldset"
    "|figcaption|figure|font|footer|form|frame|frameset|head|header|hgroup|html|iframe|image|img|input|ins|kbd"
    "|label|legend|link|main|map|mark|marquee|math|menu|meta|meter|nav|nobr|noframes|noscript|object|optgroup"
    "|option|output|param|path|picture|portal|pre|progress|ruby|samp|script|search|section|select|slot|small"
    "|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|template|textarea|tfoot|thead|time|title"
    "|track|var|video|wbr|xml"
)
BLANK = regex(
    rf"<(?:[a-zà-ÿ]{{2,}}(?:[ ][a-zà-ÿ’']+){{1,6}}|(?!(?:{ELEMENTS})>)[a-zà-ÿ]{{2,30}})>", re.IGNORECASE
)


def _code_of(tag: str) -> str:
    """The code of a tag by what it was meant for."""
    meant = ((COMMENT, "raw-blank"), (BREAK, "raw-break"), (RAISED, "raw-note"), (BLANK, "raw-blank"))
    return next((code for pattern, code in meant if pattern.match(tag)), "raw-html")


class FieldText:
    """The Markdown of a field or body, the notes written in it by their keys, and what is wrong with it."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.bytes = origin.text.encode()
        self.findings: list[Finding] = []
        self.notes: dict[str, Blocks] = {}
        self.opened = False  # whether HTML was told of
        self.closing: list[tuple[int, str]] = []  # closing tags, and where they stand

    def report(self, code: str, at: int, found: str, **values: str) -> None:
        """Add a finding at a byte of the text."""
        self.findings.append(Finding(code, self.origin.location(at), {"found": found, **values}))

    def source(self, start: int, end: int) -> str:
        """What was written from one byte to another."""
        return self.bytes[start:end].decode(errors="replace")

    def key(self, label: str) -> str:
        """The key of a note, which no note of another field has."""
        return f"{self.origin.file.path}#{'.'.join(map(str, self.origin.path))}^{label}"

    def tell_of_tags(self, words: str, at: int, once: bool = False) -> None:
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
                self.report(_code_of(self.source(place, place + 60)), place, found)
                if once:
                    return

    def tell_of_closing_tags(self) -> None:
        """Tell of closing tags where no other HTML was told of, once all is read."""
        for place, found in self.closing if not self.opened else ():
            self.report("raw-html", place, found)

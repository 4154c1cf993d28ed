"""Tree of a page -> plain data for the printed page.

The data is a closed set of blocks, each a mapping with its kind under `block`, holding runs of text: a
string, or a mapping with its kind under `run`. The templates in print/ set each kind; none of it is ever
read as code. Whatever tree comes in, data comes out that the templates can set: what nests deeper than paper
has room for stands at one margin, and a link that leads nowhere is its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vademecum.document import tree
from vademecum.document.tree import Blocks, Document, Inlines
from vademecum.document.typesetting import typeset_content
from vademecum.language.typography import typeset
from vademecum.print.addresses import ascii_address, shown
from vademecum.print.drawings import Drawing
from vademecum.print.sketches import sketch

Block = dict[str, Any]
Run = str | dict[str, Any]
Marked = tree.Emphasis | tree.Strong | tree.Struck
SPACE = re.compile(r"[ \t\r\n\f\v]+")
LONG_WORD, LONG_CODE = re.compile(r"[^\s\u00ad\u200b-]{31,}"), re.compile(r"[^\s\u200b]{13,}")
AFTER_SIGN = re.compile(r"(?<=[/._=&?:,;@#%+~)\]}>|\\-])(?=\w)")
STRETCHES = {width: re.compile(rf"[^\u200b]{{{width}}}(?=[^\u200b])") for width in (16, 30)}
BREAK = "\u200b"
# How deep lists, quotes and boxes stand in one another, and emphases in one another: the type area has no
# room for more, and Typst follows calls only so far. A note begins near the end of it.
DEEPEST, DEEPEST_IN_NOTE, MARKS = 8, 3, 6
SHORT = 600  # letters
OWN_PAGES = ("form", "landscape")  # boxes that begin a page
NO_DOCUMENT = Document(())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads: `to` is a key of the same document, `address` that on the web, each "" for none.

    `kind` is how the link looks: term, concept, citation, entry, outside, or plain for words alone.
    """

    kind: str
    to: str = ""
    address: str = ""


@dataclass(slots=True)
class Anchors:
    """The places of one printed document, each once; links to what does not stand in it lead to the web."""

    given: set[str] = field(default_factory=set)
    links: list[dict[str, Any]] = field(default_factory=list)
    tables: int = 0

    def give(self, key: str) -> str:
        """The key, where nothing has it yet; else ""."""
        if key in self.given:
            return ""
        self.given.add(key)
        return key

    def settle(self) -> None:
        """Let every link lead to a place that is there; called when all is written."""
        for link in self.links:
            if link["to"] and link["to"] not in self.given:
                link["to"] = ""
        self.links.clear()


@dataclass(frozen=True, slots=True)
class Around:
    """What a page asks of the document around it, which alone knows what else stands in it."""

    place: Callable[[tree.Target, bool], Place]  # where a link leads; whether the linker made it
    cite: Callable[[str], str]  # how a work is cited; "" for one that is not known
    picture: Callable[[str], str]  # the file that the press is given for a picture; "" for none
    drawing: Callable[[tree.Figure], Drawing | None]
    anchors: Anchors


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
        self.key, self.language, self.around = key, language, around
        self.headings, self.addresses = headings, addresses
        self.notes = {note.key: note for note in document.notes}
        self.noted: dict[str, str] = {}  # note -> what another call of it leads to, once it stands on paper
        self.lettered: dict[str, str] | None = None  # in a note: the notes that it calls, with their letters
        self.section, self.level = "", 1
        self.linking: list[tree.NoteMark] | None = None  # in a link: the calls of notes that are to follow it
        self.struck = False  # in struck words: UA-1 forbids lines of two kinds at one word

    def blocks(self, blocks: Blocks) -> list[Block]:
        """Blocks of the page as data; notes go where they are called first."""
        return self._blocks(blocks, self.language, 0)

    def text(self, content: Inlines, language: str = "") -> list[Run]:
        """Words as runs, without the white space around them."""
        language = language or self.language
        return _trimmed(list(self._runs(typeset_content(content, language), language, 0)))

    # -- blocks -------------------------------------------------------------------------------------------

    def _blocks(self, blocks: Iterable[tree.Block], language: str, depth: int) -> list[Block]:
        return [made for block in blocks for made in self._block(block, language, depth)]

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
        inside = self.lettered is not None or not anchor
        return "" if inside else self.around.anchors.give(f"{self.key}#{anchor}")

    def _deep(self, depth: int) -> bool:
        """Whether what holds blocks has no room left to stand in."""
        return depth >= (DEEPEST if self.lettered is None else DEEPEST_IN_NOTE)

    def _heading(self, block: tree.Heading, language: str, depth: int) -> Iterator[Block]:
        text = self.text(block.content, language)
        if not text:
            return
        words = " ".join(_words(text).split())
        # A heading of a PDF has words: a picture or the call of a note is none.
        if not self.headings or self.lettered is not None or not words:
            yield _paragraph([{"run": "strong", "text": text}])
            return
        self.section = words
        # Tags of a PDF may not skip a level, and the page's title is the one of the first.
        self.level = max(2, min(block.level, self.level + 1))
        yield {"block": "heading", "level": self.level, "text": text, "id": ""}

    def _paragraph(self, block: tree.Paragraph | tree.Line, language: str, depth: int) -> Iterator[Block]:
        picture = _alone(block.content)
        if picture and (source := self.around.picture(picture.path)):
            caption = " ".join(typeset(picture.title, language).split())
            yield {"block": "figure", "source": source, "alt": _alt(picture, language), "caption": caption}
        elif text := self.text(block.content, language):
            name = block.name if isinstance(block, tree.Paragraph) else ""
            yield _paragraph(text) | ({"name": name} if name else {})

    def _items(self, block: tree.Items, language: str, depth: int) -> Iterator[Block]:
        if self._deep(depth):
            for number, item in enumerate(block.items, block.start or 0):
                mark = "– " if block.start is None else f"{number}. "
                yield from _begun(mark, self._blocks(item.blocks, item.lang or language, depth))
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
            yield _paragraph([{"run": "strong", "text": one["term"]}])
            yield from one["body"]

    def _table(self, block: tree.Table, language: str, depth: int) -> Iterator[Block]:
        columns = len(block.head.cells)
        head, *rows = (self._row(row, columns, language) for row in (block.head, *block.rows))
        align = [side or "left" for side in (*block.align, *("",) * columns)][:columns]
        caption = self.section if self.lettered is None else ""
        made: Block = {
            "block": "table",
            "caption": caption,
            "align": align,
            "head": head,
            "rows": rows,
            "key": "",
        }
        # Such a table is no higher than a page, however its columns share the width: none need measure it.
        made["short"] = depth == 0 and columns <= 3 and len(rows) <= 10 and len(tree.plain((block,))) <= SHORT
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
        yield {"block": "code", "text": _breakable_code(block.words.rstrip("\n"))}

    def _rule(self, block: tree.Rule, language: str, depth: int) -> Iterator[Block]:
        yield {"block": "rule"}

    def _box(self, block: tree.Box, language: str, depth: int) -> Iterator[Block]:
        deep, title = self._deep(depth), self.text(block.title, language)
        body = self._blocks(block.blocks, language, depth + (not deep))
        if deep:
            if title:
                yield _paragraph([{"run": "strong", "text": title}])
            yield from body
            return
        # Within others there is no page to begin.
        kind = "" if block.kind in OWN_PAGES and (depth or self.lettered is not None) else block.kind
        yield {"block": "box", "kind": kind, "shades": list(block.shades), "title": title, "body": body}

    def _details(self, block: tree.Details, language: str, depth: int) -> Iterator[Block]:
        """What the screen shows when asked stands open on paper."""
        if summary := self.text((tree.Text(block.summary),), language):
            yield _paragraph([{"run": "strong", "text": summary}])
        yield from self._blocks(block.blocks, language, depth)

    def _case_list(self, block: tree.CaseList, language: str, depth: int) -> Iterator[Block]:
        """On paper a list of cases is their titles, and why they are there."""
        reasons = block.reasons or ("",) * len(block.links)
        said = [
            (link, *((tree.Text(f" ({reason})"),) if reason else ()))
            for link, reason in zip(block.links, reasons, strict=True)
        ]
        items = tuple(tree.Item((tree.Line(content),)) for content in said)
        yield from self._items(tree.Items(items), language, depth)

    def _figure(self, block: tree.Figure, language: str, depth: int) -> Iterator[Block]:
        """A drawing with its caption above it, its data and its source below."""
        drawing = self.around.drawing(block)
        if drawing is None:
            yield _paragraph([block.id])
            return
        # The addresses of a dozen cases, as notes, would bury the table.
        addresses, self.addresses = self.addresses, False
        table = next(self._table(drawing.table, language, depth))
        self.addresses = addresses
        yield {
            "block": "drawing",
            "number": typeset(drawing.number, language),
            "title": self.text(drawing.title, language),
            "above": self._blocks(drawing.above, language, depth),
            "svg": drawing.svg,
            "alt": drawing.alt,
            "table": table | {"block": "data"},
            "below": self._blocks(drawing.below, language, depth),
        }

    def _drawing(self, block: tree.Drawing, language: str, depth: int) -> Iterator[Block]:
        """A map; the words beside it stand for it where it does not say so itself.

        Of a concept's neighbours paper has the words alone: a graph of links is no use there.
        """
        if "neighbours" in block.kind:
            return
        title = typeset(block.title, language)
        alt = typeset(block.alt, language) or title
        yield {
            "block": "sketch",
            "svg": sketch(block, language),
            "title": title,
            "alt": alt,
            "width": block.width,
            "scale": 0.19 if "locator" in block.kind else 0.27,
        }

    def _blank(self, block: tree.Blank, language: str, depth: int) -> Iterator[Block]:
        yield {"block": "blank", "lines": block.lines}

    def _question(self, block: tree.Question, language: str, depth: int) -> Iterator[Block]:
        options = [self.text(option, language) for option in block.options]
        text = self.text(block.content, language)
        yield {"block": "question", "text": text, "options": options, "graded": block.graded}

    # -- runs ---------------------------------------------------------------------------------------------

    def _runs(self, content: Inlines, language: str, marks: int) -> Iterator[Run]:
        for node in content:
            spoken = getattr(node, "lang", "") or language
            foreign = spoken != language and marks < MARKS
            made = list(RUNS[type(node)](self, node, spoken, marks + foreign))
            if foreign:
                yield {"run": "lang", "lang": spoken, "text": made}
            else:
                yield from made

    def _words(self, node: tree.Text, language: str, marks: int) -> Iterator[Run]:
        if node.words:
            yield _breakable(SPACE.sub(" ", node.words))

    def _marked(self, node: Marked, language: str, marks: int) -> Iterator[Run]:
        """Emphasis of a kind; what stands in many others already gets no more of it."""
        inside = self._runs(node.content, language, marks + 1)
        name = MARKED[type(node)]
        if marks >= MARKS or (name == "struck" and self.struck):
            yield from inside
            return
        struck, self.struck = self.struck, self.struck or name == "struck"
        yield {"run": name, "text": list(inside)}
        self.struck = struck

    def _span(self, node: tree.Span, language: str, marks: int) -> Iterator[Run]:
        """Words of another language, or with a name; those that say where others come from are smaller."""
        said = self._runs(node.content, language, marks + 1)
        if node.name == "whose":
            yield {"run": "small", "text": list(said)}
        else:
            yield from said

    def _inline_code(self, node: tree.Code, language: str, marks: int) -> Iterator[Run]:
        if node.words:
            yield {"run": "code", "text": _breakable_code(SPACE.sub(" ", node.words))}

    def _break(self, node: tree.Break, language: str, marks: int) -> Iterator[Run]:
        yield {"run": "break"}

    def _link(self, node: tree.Link, language: str, marks: int) -> Iterator[Run]:
        """A link; what would link inside it does not, and the notes called in it are called after it."""
        if self.linking is not None:
            yield from self._runs(node.content, language, marks + 1)
            return
        called: list[tree.NoteMark] = []
        self.linking = called
        text = list(self._runs(node.content, language, marks + 1))
        self.linking = None
        place = self.around.place(node.target, node.term)
        yield from self._linked(place, text, tree.plain(node.content).strip())
        for mark in called:
            yield from self._note_mark(mark, language, marks)

    def _linked(self, place: Place, text: list[Run], words: str) -> Iterator[Run]:
        """Words that lead to a place, with its address where paper needs it and they do not say it."""
        address = ascii_address(place.address) if place.address else ""
        if not text or place.kind == "plain" or not (place.to or address) or self.linking is not None:
            yield from text
            return
        said = "" if shown(words) == shown(place.address) else shown(place.address)
        beside = self.addresses and place.kind in ("entry", "outside")
        where = "" if not (said and beside) else "foot" if self.lettered is None else "beside"
        run: dict[str, Any] = {
            "run": "link",
            "kind": place.kind,
            "to": place.to,
            "address": address,
            "text": text,
        }
        run |= {"said": _breakable(said, LONG_CODE), "where": where}
        run["plain"] = self.struck or any(True for _ in _of_kind(text, "struck"))
        self.around.anchors.links.append(run)
        yield run

    def _picture(self, node: tree.Picture, language: str, marks: int) -> Iterator[Run]:
        if source := self.around.picture(node.path):
            yield {"run": "picture", "source": source, "alt": _alt(node, language)}
        elif node.alt:
            yield node.alt

    def _citation(self, node: tree.Citation, language: str, marks: int) -> Iterator[Run]:
        """The works cited, each leading to its entry in the list of sources."""
        if not node.bare:
            yield "("
        for at, work in enumerate(node.works):
            if at:
                yield typeset(" ; ", "fr") if self.language == "fr" else "; "
            label = self.around.cite(work.source)
            words = ", ".join(filter(None, (label or f"@{work.source}", " ".join(work.locator.split()))))
            place = Place("citation", f"source:{work.source}") if label else Place("plain")
            yield from self._linked(place, [typeset(words, self.language)], words)
        if not node.bare:
            yield ")"

    # -- notes --------------------------------------------------------------------------------------------

    def _note_mark(self, node: tree.NoteMark, language: str, marks: int) -> Iterator[Run]:
        """The call of a note: the note itself where it is the first.

        Notes that a note calls stand in it, under letters: notes under notes have no end.
        """
        if node.key not in self.notes:
            return
        if self.linking is not None:
            self.linking.append(node)
        elif node.key in self.noted:
            if self.lettered is None or node.key not in self.lettered:
                yield {"run": "again", "to": self.noted[node.key]}
        elif self.lettered is None:
            id_ = self.noted[node.key] = f"{self.key}^{len(self.noted) + 1}"
            yield {"run": "note", "id": id_, "body": self._note(node.key)}
        else:
            letter = self.lettered.setdefault(node.key, _letter(len(self.lettered)))
            yield {"run": "letter", "text": letter}

    def _note(self, key: str) -> list[Block]:
        """A note's text, then those of the notes that it calls, and that these call."""
        section, self.lettered = self.section, {key: ""}
        body, done = self._blocks(self.notes[key].blocks, self.language, 0), 1
        while done < len(self.lettered):
            called, letter = list(self.lettered.items())[done]
            text = self._blocks(self.notes[called].blocks, self.language, 0)
            body += _begun({"run": "letter", "text": letter}, text)
            done += 1
        self.section, self.lettered = section, None
        return body


HOLDING = ("emphasis", "strong", "struck", "small", "lang", "link", "code")  # runs with words in them
MARKED = {tree.Emphasis: "emphasis", tree.Strong: "strong", tree.Struck: "struck"}
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
RUNS: dict[type, Callable[[Paper, Any, str, int], Iterator[Run]]] = {
    tree.Text: Paper._words,
    tree.Emphasis: Paper._marked,
    tree.Strong: Paper._marked,
    tree.Struck: Paper._marked,
    tree.Span: Paper._span,
    tree.Code: Paper._inline_code,
    tree.Break: Paper._break,
    tree.Link: Paper._link,
    tree.Picture: Paper._picture,
    tree.Citation: Paper._citation,
    tree.NoteMark: Paper._note_mark,
}


def _paragraph(text: list[Run]) -> Block:
    return {"block": "paragraph", "text": text}


def _words(runs: Iterable[Run]) -> str:
    """The words of runs, without notes."""
    return "".join(
        run if isinstance(run, str) else run["text"] if run["run"] == "code" else _words(run["text"])
        for run in runs
        if isinstance(run, str) or run["run"] in HOLDING
    )


def _of_kind(runs: Iterable[Run], kind: str) -> Iterator[Run]:
    """The runs of a kind among some, and in them."""
    for run in runs:
        if isinstance(run, dict) and run["run"] in HOLDING and run["run"] != "code":
            if run["run"] == kind:
                yield run
            yield from _of_kind(run["text"], kind)


def _begun(mark: Run, body: list[Block]) -> list[Block]:
    """Blocks that begin with a mark, in their first paragraph where that is what they begin with."""
    if body and body[0]["block"] == "paragraph":
        return [body[0] | {"text": [mark, *body[0]["text"]]}, *body[1:]]
    return [_paragraph([mark]), *body]


def _alone(content: Inlines) -> tree.Picture | None:
    """The picture that a paragraph holds and nothing else."""
    seen = [node for node in content if not isinstance(node, tree.Text) or node.words.strip()]
    return seen[0] if len(seen) == 1 and isinstance(seen[0], tree.Picture) else None


def _alt(picture: tree.Picture, language: str) -> str:
    """What stands for a picture; the checks ask for words, and the press for something."""
    return typeset(picture.alt or picture.title, language).strip() or picture.path.rpartition("/")[2]


def _letter(number: int) -> str:
    """a to z, then aa and so on, from 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _breakable(words: str, longest: re.Pattern[str] = LONG_WORD, width: int = 30) -> str:
    """Words of which none is too long for a line: they may break after signs, else where a line is full."""
    return longest.sub(
        lambda word: STRETCHES[width].sub(lambda piece: piece[0] + BREAK, AFTER_SIGN.sub(BREAK, word[0])),
        words,
    )


def _breakable_code(words: str) -> str:
    """The same for code, which is never hyphenated, in the narrow column of a table too."""
    return _breakable(words, LONG_CODE, 16)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Runs without the white space around them."""
    if runs and isinstance(runs[0], str):
        runs[0] = runs[0].lstrip(" ")
    if runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip(" ")
    return [run for run in runs if run != ""]

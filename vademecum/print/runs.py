"""Words of a page -> runs of text for paper: emphases, links, citations, pictures and the calls of notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from vademecum.document import inlines, walking
from vademecum.document.inlines import Inlines
from vademecum.document.typesetting import typeset_content
from vademecum.language.regex import regex
from vademecum.language.typography import typeset
from vademecum.print.addresses import ascii_address, shown
from vademecum.print.data import Run, of_kind, trimmed
from vademecum.print.line_breaks import LONG_CODE, breakable, breakable_code
from vademecum.print.notes import Notes
from vademecum.print.places import Around, Place

Marked = inlines.Emphasis | inlines.Strong | inlines.Struck
SPACE = regex(r"[ \t\r\n\f\v]+")
MARKS = 6  # how deep emphases stand in one another: Typst follows calls only so far


class Runs:
    """Turns the words of one page into runs; `addresses` says whether those of links are printed."""

    def __init__(self, language: str, around: Around, notes: Notes, addresses: bool) -> None:
        self.language, self.around, self.notes, self.addresses = language, around, notes, addresses
        self.linking: list[inlines.NoteMark] | None = (
            None  # in a link: the calls of notes that are to follow it
        )
        self.struck = False  # in struck words: UA-1 forbids lines of two kinds at one word

    def text(self, content: Inlines, language: str) -> list[Run]:
        """Words as runs, without the white space around them."""
        return trimmed(list(self._runs(typeset_content(content, language), language, 0)))

    def _runs(self, content: Inlines, language: str, marks: int) -> Iterator[Run]:
        for node in content:
            spoken = getattr(node, "lang", "") or language
            foreign = spoken != language and marks < MARKS
            made = list(RUNS[type(node)](self, node, spoken, marks + foreign))
            if foreign:
                yield {"run": "lang", "lang": spoken, "text": made}
            else:
                yield from made

    def _words(self, node: inlines.Text, language: str, marks: int) -> Iterator[Run]:
        if node.words:
            yield breakable(SPACE.sub(" ", node.words))

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

    def _span(self, node: inlines.Span, language: str, marks: int) -> Iterator[Run]:
        """Words of another language, or with a name; those that say where others come from are smaller."""
        said = self._runs(node.content, language, marks + 1)
        if node.name == "whose":
            yield {"run": "small", "text": list(said)}
        else:
            yield from said

    def _inline_code(self, node: inlines.Code, language: str, marks: int) -> Iterator[Run]:
        if node.words:
            yield {"run": "code", "text": breakable_code(SPACE.sub(" ", node.words))}

    def _break(self, node: inlines.Break, language: str, marks: int) -> Iterator[Run]:
        yield {"run": "break"}

    def _link(self, node: inlines.Link, language: str, marks: int) -> Iterator[Run]:
        """A link; what would link inside it does not, and the notes called in it are called after it."""
        if self.linking is not None:
            yield from self._runs(node.content, language, marks + 1)
            return
        called: list[inlines.NoteMark] = []
        self.linking = called
        text = list(self._runs(node.content, language, marks + 1))
        self.linking = None
        place = self.around.place(node.target, node.term)
        yield from self._linked(place, text, walking.plain(node.content).strip())
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
        where = "" if not (said and beside) else "beside" if self.notes.inside else "foot"
        run: dict[str, Any] = {
            "run": "link",
            "kind": place.kind,
            "to": place.to,
            "address": address,
            "text": text,
        }
        run |= {"said": breakable(said, LONG_CODE), "where": where}
        run["whole"] = place.kind == "outside" and not said  # an address gets no hyphen that is not its own
        run["plain"] = self.struck or any(True for _ in of_kind(text, "struck"))
        self.around.anchors.links.append(run)
        yield run

    def _picture(self, node: inlines.Picture, language: str, marks: int) -> Iterator[Run]:
        if source := self.around.picture(node.path):
            yield {"run": "picture", "source": source, "alt": alt(node, language)}
        elif node.alt:
            yield node.alt

    def _citation(self, node: inlines.Citation, language: str, marks: int) -> Iterator[Run]:
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

    def _note_mark(self, node: inlines.NoteMark, language: str, marks: int) -> Iterator[Run]:
        """The call of a note; in a link it waits for the link's end."""
        if node.key not in self.notes.notes:
            return
        if self.linking is not None:
            self.linking.append(node)
        else:
            yield from self.notes.call(node.key)


MARKED = {inlines.Emphasis: "emphasis", inlines.Strong: "strong", inlines.Struck: "struck"}
RUNS: dict[type, Callable[[Runs, Any, str, int], Iterator[Run]]] = {
    inlines.Text: Runs._words,
    inlines.Emphasis: Runs._marked,
    inlines.Strong: Runs._marked,
    inlines.Struck: Runs._marked,
    inlines.Span: Runs._span,
    inlines.Code: Runs._inline_code,
    inlines.Break: Runs._break,
    inlines.Link: Runs._link,
    inlines.Picture: Runs._picture,
    inlines.Citation: Runs._citation,
    inlines.NoteMark: Runs._note_mark,
}


def alt(picture: inlines.Picture, language: str) -> str:
    """What stands for a picture; the checks ask for words, and the press for something."""
    return typeset(picture.alt or picture.title, language).strip() or picture.path.rpartition("/")[2]

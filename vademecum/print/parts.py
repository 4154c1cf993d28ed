"""The parts of a printed document: title blocks, texts, glossary, index, acronyms and sources.

Links between them lead to where they stand in it.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable
from typing import Any

from vademecum import model
from vademecum.document import inlines, references
from vademecum.document.tree import Blocks
from vademecum.language.collation import initial, slug, sort_key
from vademecum.language.formats import long_date
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset
from vademecum.language.words import said_in, words
from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.page import Page
from vademecum.pages.common.text_builder import DEFINITION
from vademecum.pages.edition import Edition
from vademecum.print.addresses import ascii_address, code
from vademecum.print.data import Block
from vademecum.print.documents import Acronym, Entry, Head, Line, PrintedText, Source
from vademecum.print.drawings import drawing
from vademecum.print.paper import Paper
from vademecum.print.places import Anchors, Around, Place


class Parts:
    """Makes the parts of one document, and knows what stands in it, so that links lead there."""

    def __init__(self, edition: Edition, language: str, pages: list[Page]) -> None:
        self.edition, self.language, self.library = edition, language, edition.library
        self.texts = {text_key(page): page for page in pages}
        self.anchors = Anchors()
        self.cited: dict[str, None] = {}
        self.pictures: dict[str, None] = {}

    # -- parts --------------------------------------------------------------------------------------------

    def common(
        self, template: str, file: str, title: str, pages: list[Page], acronyms: Iterable[str] = ()
    ) -> dict[str, Any]:
        """What every document has; called last, when all that links may lead to is known. `acronyms` are
        explained beside those that the pages use.
        """
        changed = self.changed(pages)
        sources = self.sources()
        used = [name for page in pages for name in self.edition.linked(page).acronyms]
        explained = self.acronyms((*used, *acronyms))
        self.anchors.settle()
        return {
            "template": template,
            "file": file,
            "language": self.language,
            "title": typeset(title, self.language),
            "date": changed.isoformat() if changed else "",
            "words": _set(words(self.language)["print"], self.language),
            "pictures": tuple(self.pictures),
            "acronyms": explained,
            "sources": sources,
        }

    def changed(self, pages: Iterable[Page]) -> datetime.date | None:
        """When the last of these pages was changed that have a date."""
        dates = (self.edition.setting.dates.get(page.source or "") for page in pages)
        return max((date for date in dates if date), default=None)

    def cover(self, page: Page, title: str = "", lead: str = "") -> Head:
        """The title block of a book: that of a page of the site, with the last change of all its texts."""
        return self.head(page, title, lead, self.texts.values())

    def head(self, page: Page, title: str = "", lead: str = "", texts: Iterable[Page] = ()) -> Head:
        """A text's title block; `title` and `lead` stand for the page's own. `texts` are what it heads, where
        that is more than the page.
        """
        site = self.edition.setting.site
        address = ascii_address(site + absolute(page.address, page.language)) or site
        date = self.changed(texts or (page,))
        updated = long_date(date, self.language) if date else ""
        said = (
            title or page.title,
            page.eyebrow or "",
            lead or page.lead or "",
            page.audience or "",
            updated,
        )
        named, eyebrow, summary, audience, changed = (typeset(text, page.spoken) for text in said)
        return Head(named, eyebrow, summary, audience, changed, address, code(address))

    def text(self, page: Page) -> PrintedText:
        """A page's text, without the list of its sources: the document has one for all."""
        (blocks,) = self.flows(page, self.edition.linked(page).document.blocks)
        return self.placed(page, blocks)

    def flows(self, page: Page, *flows: Blocks) -> list[list[Block]]:
        """Blocks of one page that stand in several places: each note of the page stands once in them all."""
        paper = self.paper(page, text_key(page))
        return [paper.blocks(blocks) for blocks in flows]

    def placed(self, page: Page, blocks: list[Block]) -> PrintedText:
        """A text with its title block, to which links may lead."""
        return PrintedText(page.kind, self.anchors.give(text_key(page)), page.spoken, self.head(page), blocks)

    def paper(self, page: Page, key: str, headings: bool = True) -> Paper:
        """What turns the tree of a page into blocks of this document."""
        around = self.around(page, page.spoken)
        document = self.edition.linked(page).document
        # A tool or a map has a link in every other line, and its code leads to them all.
        addresses = page.kind not in ("tool", "index")
        return Paper(key, page.spoken, around, document, headings=headings, addresses=addresses)

    def around(self, page: Page | None, language: str) -> Around:
        """What a page asks of this document; no page for what stands on none."""
        return Around(
            lambda target, term: self.place(target, term, page),
            functools.partial(self.cite, language=language),
            self.picture,
            lambda figure: drawing(self.library, figure, language),
            self.anchors,
        )

    def glossary(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Each term with the definition that the handbook works with."""
        return tuple(sorted(map(self.entry, ids), key=lambda entry: sort_key(entry.label)))

    def entry(self, id_: str) -> Entry:
        """A term, its name in the other language, and its definition."""
        concept, page = self.library.concepts[id_], self.edition.page("concept", id_)
        named = concept.named_in(self.language)
        other = next(
            (language for language in LANGUAGES if language != named and language in concept.terms), ""
        )
        made = self.paper(page, f"gloss:{id_}", headings=False).blocks(self.edition.retained(id_))
        blocks = (
            [{"block": "lang", "lang": page.spoken, "body": made}] if page.spoken != self.language else made
        )
        label, equivalent = (
            typeset(concept.label(self.language), named),
            concept.terms[other].preferred if other else "",
        )
        return Entry(self.anchors.give(f"concept:{id_}"), label, named, equivalent, other, blocks)

    def sources(self) -> tuple[Source, ...]:
        """Everything cited, once, by author and date; the note on one work may cite another."""
        made: dict[str, Source] = {}
        while new := [id_ for id_ in self.cited if id_ not in made]:
            made |= {id_: self.source(id_) for id_ in new}
        label = {id_: references.label(self.library.references[id_], self.language) for id_ in made}
        return tuple(made[id_] for id_ in sorted(made, key=lambda id_: sort_key(label[id_])))

    def source(self, id_: str) -> Source:
        """A work's entry, with what is known of it."""
        paper = Paper(f"note:{id_}", self.language, self.around(None, self.language), addresses=False)
        text = paper.text(self.edition.reference_entry(id_, self.language))
        more = paper.blocks(self.edition.reference_note(id_, self.language))
        if more and more[0]["block"] == "paragraph":
            first = more[0]["text"]
            if "lang" in more[0]:
                first = [{"run": "lang", "lang": more[0]["lang"], "text": first}]
            text, more = [*text, " ", *first], more[1:]
        return Source(self.anchors.give(f"source:{id_}"), text, more)

    def index(self, terms: Iterable[str]) -> tuple[Line, ...]:
        """Every term that stands in the document, and the synonyms that send the reader to it."""
        lines = []
        for id_ in terms:
            concept = self.library.concepts[id_]
            named = concept.named_in(self.language)
            label = concept.label(self.language)
            lines.append(Line(initial(label), typeset(label, named), named, f"concept:{id_}"))
            called = concept.terms[named]
            sent = (*called.synonyms, *called.replaced, *called.rejected) if named == self.language else ()
            for other in sent:
                lines.append(
                    Line(
                        initial(other), typeset(other, named), named, f"concept:{id_}", typeset(label, named)
                    )
                )
        return tuple(sorted(lines, key=lambda line: (sort_key(line.label), line.key)))

    def acronyms(self, names: Iterable[str]) -> tuple[Acronym, ...]:
        """Acronyms by their anchors in the list of all, in the order of the alphabet, with what they stand
        for.
        """
        known = [self.edition.acronyms[name] for name in dict.fromkeys(names)]
        return tuple(map(self.acronym, sorted(known, key=lambda acronym: sort_key(acronym.id))))

    def acronym(self, acronym: model.Acronym) -> Acronym:
        """An acronym, to which links lead here."""
        text, spoken = said_in(acronym.meanings(), self.language)
        key = self.anchors.give(f"acronym:{slug(acronym.id)}")
        return Acronym(key, acronym.id, typeset(text, spoken), spoken)

    # -- what texts ask of the document -------------------------------------------------------------------

    def place(self, target: inlines.Target, term: bool, page: Page | None) -> Place:
        """Where a link leads: in this document where what it names stands there, else on the web."""
        if target.kind == "outside":
            return Place("outside", "", target.id)
        if target.kind == "file":
            return Place("outside", "", self.edition.setting.site + target.id)
        if target.kind == "anchor" and page is not None:
            return Place("entry", f"{text_key(page)}#{target.anchor}", self.address(page, target.anchor))
        if target.language:
            return Place("outside", "", self.edition.elsewhere(target))
        try:
            named = self.edition.page(target.kind, target.id)
        except KeyError:  # nothing: the checks tell of it, and the words stay
            return Place("plain")
        if term:  # a term is explained here or is plain words
            return Place("term", f"acronym:{target.anchor}" if target.anchor else text_key(named))
        # A definition is what its concept says; any other place on a concept's page is told by its address.
        whole = not target.anchor or target.anchor.startswith(DEFINITION)
        kind = "concept" if named.kind == "concept" and whole else "entry"
        known = target.anchor and text_key(named) in self.texts
        known = known and target.anchor in self.edition.linked(named).document.anchors
        to = f"{text_key(named)}#{target.anchor}" if known else text_key(named)
        return Place(kind, to, self.address(named, target.anchor))

    def address(self, page: Page, anchor: str) -> str:
        """A page's whole address on the web."""
        address = self.edition.setting.site + absolute(page.address, page.language)
        return f"{address}#{anchor}" if anchor else address

    def cite(self, id_: str, language: str) -> str:
        """How a work is cited, which is then among the sources; "" for one that is not known."""
        if id_ not in self.library.references:
            return ""
        self.cited[id_] = None
        return references.label(self.library.references[id_], language)

    def picture(self, path: str) -> str:
        """A picture of the project, which the press is then given; "" for what is none."""
        if path not in self.library.pictures:
            return ""
        self.pictures[path] = None
        return path


def text_key(page: Page) -> str:
    """What a page's text is known by in a book."""
    return f"{page.kind}:{page.id}"


def _set(said: dict[str, Any], language: str) -> dict[str, Any]:
    return {key: typeset(text, language) if isinstance(text, str) else text for key, text in said.items()}

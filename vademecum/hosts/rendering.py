"""A linked page -> all that an engine needs to set it: its HTML, its contents, what the templates are told.

Nothing here knows an engine. A page's text comes first, then the pages that use its concept, then its
sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from vademecum.document import references
from vademecum.document.escaping import attributes, escaped
from vademecum.document.html import html, html_of
from vademecum.document.html_inlines import separator
from vademecum.document.inlines import Citation, Cited, Link, Span, Target, Text
from vademecum.document.tree import (
    Blocks,
    Box,
    Contents,
    Details,
    Document,
    Figure,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Quote,
)
from vademecum.document.walking import plain as plain_words
from vademecum.document.web import Html, Web
from vademecum.editing.standing import standing
from vademecum.exports.search import SearchPage, is_searched, search_page
from vademecum.figures.figure import Drawn, drawn
from vademecum.figures.html import html_of_figure
from vademecum.hosts import case_pages
from vademecum.hosts.view import view
from vademecum.language.collation import sort_key
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages.cases.case_cards import pieces
from vademecum.pages.common.addresses import relative
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.terms.linking import Use

SHOWN = 8  # how many of the pages that use a concept are seen at once
ROOT = "\0"  # stands for the way from a page to the root in what is the same on all pages
PICTURES = "docs/"  # the folder whose pictures stand at the site's root


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as an engine takes it.

    `headings` are its contents, their type set; `view` is what the theme's templates know as `vm`
    (theme/main.html); `search` is what the search knows of it, if it is searched.
    """

    page: Page
    html: Html
    headings: tuple[Contents, ...]
    view: dict[str, Any]
    search: SearchPage | None


def render(edition: Edition, page: Page) -> RenderedPage:
    """One page, rendered. A concept's page, a case's and that of how all stand list other pages."""
    linked = edition.linked(page)
    document = linked.document
    renderer = Renderer(edition, page)
    used_in = renderer.used_in(edition.uses().get(page.id, ()) if page.kind == "concept" else ())
    used_in += standing(edition) if page.key == ("index", "status") else ()
    above: Blocks = ()
    if page.kind == "case":
        above, used_in = tuple(case_pages.glance(edition, page)), tuple(case_pages.near(edition, page))
    below = used_in + renderer.sources(linked.cited)
    body = html_of(above, renderer.web) + html(document, renderer.web) + html_of(below, renderer.web)
    headings = document.headings + tuple(
        Contents(block.level, block.anchor, plain_words(block.content), "")
        for block in used_in
        if isinstance(block, Heading)
    )
    return RenderedPage(
        page,
        body if renderer.around == page.language else _in_language(body, renderer.around),
        tuple(entry._replace(words=typeset(entry.words, entry.lang or page.spoken)) for entry in headings),
        view(edition, linked),
        renderer.searched(document),
    )


def _in_language(body: Html, language: str) -> Html:
    return Html(f"<div{attributes(('lang', language))}>{body}</div>")


class Renderer:
    """Makes what a page's HTML is written from: what the writer asks, and the lists at its foot."""

    def __init__(
        self,
        edition: Edition,
        page: Page,
        address: Callable[[Target], str] | None = None,
        picture: Callable[[str], str] | None = None,
    ) -> None:
        """`address` and `picture` say where links lead and pictures stand, where this is not the site."""
        self.edition, self.page, self.library = edition, page, edition.library
        # Home's lists are the interface's; its text alone may be untranslated.
        self.around = page.language if page.kind == "home" else page.spoken
        self.web = Web(
            self.around,
            address or self.address,
            picture or self.picture,
            self.citation,
            self.figure,
            self.case,
            words(self.around)["page"],
        )
        self.drawings: dict[str, Drawn] = {}  # by their anchors

    # -- what the writer asks -------------------------------------------------------------------------------

    def address(self, target: Target) -> str:
        return self.edition.address(target, self.page)

    def picture(self, path: str) -> str:
        return relative(path.removeprefix(PICTURES), self.page.address).rstrip("/")

    def citation(self, cited: Cited) -> str:
        """A work's label, and the place in it; "" for an unknown work."""
        reference = self.library.references.get(cited.source)
        if reference is None:
            return ""
        label = references.label(reference, self.page.spoken)
        return f"{label}, {cited.locator}" if cited.locator else label

    def citation_in_words(self, citation: Citation) -> str:
        """A citation as a reader sees it."""
        works = separator(self.page.spoken).join(filter(None, map(self.citation, citation.works)))
        return works if citation.bare or not works else f"({works})"

    def figure(self, figure: Figure) -> Html:
        """A figure's HTML; of an unknown one, its name."""
        parts = self.drawn(figure)
        return html_of_figure(parts, self.web) if parts else Html(f"<p>{escaped(figure.id)}</p>")

    def case(self, link: Link, brief: bool) -> Html:
        """What a list shows of a case: the same on every page, but for the way to the root."""
        edition, id_ = self.edition, link.target.id
        if id_ not in edition.kept:
            home = edition.page("index", "home")
            web = replace(self.web, address=lambda target: ROOT + edition.address(target, home))
            card = pieces(edition.case_cards[id_], edition.language)
            edition.kept[id_] = tuple(html_of(piece, web) for piece in card)
        key = id_, brief, relative("", self.page.address)
        if key not in edition.kept:
            head, summary, outcomes = edition.kept[id_]
            whole = head + outcomes if brief else head + summary + outcomes
            edition.kept[key] = whole.replace(ROOT, key[-1])
        made: Html = edition.kept[key]
        return made

    def figure_in_words(self, figure: Figure) -> Blocks:
        parts = self.drawn(figure)
        return parts.blocks() if parts else ()

    def searched(self, document: Document) -> SearchPage | None:
        """What the search knows of the page."""
        if not is_searched(self.page):
            return None
        says = self.citation_in_words, self.figure_in_words
        return search_page(self.page, document, self.library, *says, self.edition.acronyms_sought)

    def drawn(self, figure: Figure) -> Drawn | None:
        data = self.library.figures.get(figure.id)
        if data is not None and figure.anchor not in self.drawings:
            made = drawn(data, figure.anchor, figure.number, self.page.spoken, self.library)
            self.drawings[figure.anchor] = made
        return self.drawings.get(figure.anchor)

    # -- the foot of the page -------------------------------------------------------------------------------

    def used_in(self, uses: Iterable[tuple[Page, Use]]) -> Blocks:
        """The pages that use a concept, each with the sentence of its first use; after some, on demand."""
        listed = [(other, use) for other, use in uses if other != self.page]
        if not listed:
            return ()
        said = words(self.page.spoken)["concept"]
        items = tuple(self.use(other, use) for other, use in listed)
        blocks: Blocks = (Items(items[:SHOWN]),)
        if rest := items[SHOWN:]:
            blocks += (Details(said["more_uses"].format(count=len(rest)), (Items(rest),)),)
        return Heading(2, (Text(said["uses"]),), "uses"), Box("uses", blocks)

    def use(self, other: Page, use: Use) -> Item:
        link = Link(Target(*other.key, use.anchor), (Text(other.title),))
        lang = other.spoken if other.spoken != self.page.spoken else ""
        return Item((Paragraph((link,)), Quote((Paragraph((Text(use.sentence),)),))), lang)

    def sources(self, cited: Iterable[str]) -> Blocks:
        """The works that the page cites, by their labels."""
        spoken = self.page.spoken
        known = self.library.references
        labels = {id_: references.label(known[id_], spoken) for id_ in cited if id_ in known}
        if not labels:
            return ()
        listed = [self.source(id_) for id_ in sorted(labels, key=lambda id_: sort_key(labels[id_]))]
        heading = Heading(2, (Text(words(spoken)["page"]["sources"]),), "sources")
        return heading, Box("sources", (Items(tuple(listed)),))

    def source(self, id_: str) -> Item:
        """A work's full entry; what is noted of it goes on in the same line."""
        spoken = self.page.spoken
        entry, note = self.edition.reference_entry(id_, spoken), self.edition.reference_note(id_, spoken)
        if note and isinstance(note[0], (Paragraph, Line)):
            first = note[0].content
            entry = (*entry, Text(" "), *((Span(first, note[0].lang),) if note[0].lang else first))
            note = note[1:]
        return Item((Line(entry), *note), anchor=f"source-{id_}")

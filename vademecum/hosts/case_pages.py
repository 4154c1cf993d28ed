"""What pages of cases have beside their texts: data for scripts, outcomes at a glance, what is near."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.inlines import Target, Text
from vademecum.document.tree import Block
from vademecum.language.words import words
from vademecum.pages.cases.case_lists import case_list
from vademecum.pages.cases.comparison import comparison_data
from vademecum.pages.cases.facet_data import facet_data
from vademecum.pages.cases.likeness import Reason
from vademecum.pages.cases.outcome_lines import seen
from vademecum.pages.common.facet_words import value_label
from vademecum.pages.common.page import Page
from vademecum.pages.common.text_builder import box, heading
from vademecum.pages.edition import Edition

MAKERS = {"cases": facet_data, "compare": comparison_data}


def data(edition: Edition, page: Page) -> dict[str, Any] | None:
    """What the scripts of a page are told; none for a page without."""
    make = MAKERS.get(page.id) if page.kind == "index" and edition.library.cases else None
    return make(edition.here, page.address) if make else None


def glance(edition: Edition, page: Page) -> Iterator[Block]:
    """The outcomes of a case, a line each, before its text."""
    lines = edition.case_cards[page.id].outcomes
    yield box("glance", seen(lines, page.spoken), (Text(words(page.spoken)["cases"]["glance"]),))


def near(edition: Edition, page: Page) -> Iterator[Block]:
    """The chapters that cite a case, and the cases like it, each with the reason."""
    said = words(page.spoken)["cases"]
    if cited := edition.chapters_citing(page.id):
        yield heading(said["cited_by"], "cited-by")
        yield box("entries", [tree.Items(tuple(_chapter(other, anchor, page) for other, anchor in cited))])
    if found := edition.neighbours.of(page.id):
        reasons = tuple(", ".join(_kept(reason, edition, page) for reason in one.reasons) for one in found)
        yield heading(said["similar"], "similar")
        yield case_list([one.id for one in found], edition.here, reasons)


def _chapter(other: Page, anchor: str, page: Page) -> tree.Item:
    link = inlines.Link(Target(*other.key, anchor), (Text(other.title),))
    return tree.Item(
        (tree.Paragraph((inlines.Strong((link,)),)),), other.spoken if other.spoken != page.spoken else ""
    )


def _kept(reason: Reason, edition: Edition, page: Page) -> str:
    """A reason in words, which many cases share."""
    key = page.spoken, reason
    if key not in edition.kept:
        edition.kept[key] = _said(reason, edition, page)
    said: str = edition.kept[key]
    return said


def _said(reason: Reason, edition: Edition, page: Page) -> str:
    """A reason in words."""
    facets = {facet.name: facet for facet in edition.library.facets}
    names = [value_label(facets[reason.of], value, edition.library, page.spoken) for value in reason.values]
    return str(words(page.spoken)["cases"]["reasons"][reason.name]).format(", ".join(names))

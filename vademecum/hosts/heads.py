"""What a page is called in a browser's tab and in a list of results, each of a length that is shown whole."""

from __future__ import annotations

from vademecum.language.typography import typeset
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition

TITLE, DESCRIPTION = 70, 160  # characters that search engines and tabs show
SENTENCES = (". ", "? ", "! ", "; ", ": ")
JOINT = " · "


def head_title(edition: Edition, page: Page) -> str:
    """A page's own title, its section and the site's name, as far as there is room for them."""
    site = edition.words["site"]
    if page.kind == "home":
        whole = f"{site['title']}{JOINT}{typeset(site['tagline'], edition.language)}"
        return whole if len(whole) <= TITLE else typeset(site["short"], edition.language)
    own, section = typeset(page.title, page.spoken), edition.bearings.section(page)
    known = section and section in edition.words["indexes"] and section != page.id
    above = typeset(edition.words["indexes"][section], edition.language) if known else ""
    ways = ((own, above, site["title"]), (own, above), (own, site["title"]))
    titles = (JOINT.join(filter(None, parts)) for parts in ways)
    return next((title for title in titles if len(title) <= TITLE), own)


def description(lead: str) -> str:
    """A page's summary, cut after a sentence or else after a word where it is longer than what is shown."""
    if len(lead) <= DESCRIPTION:
        return lead
    ends = [at + 1 for mark in SENTENCES if (at := lead.rfind(mark, 0, DESCRIPTION)) > DESCRIPTION // 2]
    if ends:
        return lead[: max(ends)].rstrip(" ;:")
    return lead[: lead.rfind(" ", 0, DESCRIPTION - 1)].rstrip(" ,;:\u00a0\u202f") + "…"

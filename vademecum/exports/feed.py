"""What is new or revised, as an Atom feed in each language (RFC 4287).

An entry is as new as its file's last change in history, or as the day on which somebody last compared it with
its sources, whichever is later. Where neither is known, it is not in the feed.
"""

from __future__ import annotations

import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vademecum.exports.linked_data import lasting
from vademecum.language.typography import typeset
from vademecum.pages.addresses import absolute
from vademecum.pages.edition import Edition
from vademecum.pages.page import Page

FILE = "feed.xml"
KINDS = ("chapter", "concept", "case", "tool")
MOST = 40  # entries
NOON = "T12:00:00Z"  # dates are days: noon is that day nearly everywhere
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def newest(edition: Edition) -> list[tuple[datetime.date, Page]]:
    """The pages that changed last, the newest first."""
    dated = [(day, page) for page in edition.pages if page.kind in KINDS and (day := _day(edition, page))]
    return sorted(dated, key=lambda one: (-one[0].toordinal(), one[1].kind, one[1].id))[:MOST]


def _day(edition: Edition, page: Page) -> datetime.date | None:
    known = [edition.setting.dates.get(page.source or "")]
    if page.kind == "concept":
        known.append(edition.library.concepts[page.id].reviewed)
    if page.kind == "case":
        case = edition.library.cases[page.id]
        known.append(case.words(page.spoken).verified)
    days = [day for day in known if day]
    return max(days) if days else None


def feed(edition: Edition) -> bytes:
    """The feed of a language."""
    site, language = edition.setting.site, edition.language
    own, home = site + absolute(FILE, language), site + absolute("", language)
    top = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
    said = edition.words["site"]
    _add(top, "id", own)
    _add(top, "title", typeset(f"{said['title']} · {edition.words['feed']}", language))
    _add(top, "subtitle", typeset(said["tagline"], language))
    _add(top, "link", rel="self", type="application/atom+xml", href=own)
    _add(top, "link", rel="alternate", type="text/html", hreflang=language, href=home)
    _add(top, "rights", typeset(said["licence"], language))
    listed = newest(edition)
    _add(top, "updated", f"{listed[0][0] if listed else '1970-01-01'}{NOON}")
    _add(_add(top, "author"), "name", said["title"])
    for day, page in listed:
        _entry(top, edition, page, day)
    indent(top)
    made: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _entry(top: Element, edition: Edition, page: Page, day: datetime.date) -> None:
    entry = SubElement(top, "entry", {"xml:lang": page.spoken})
    address = edition.setting.site + absolute(page.address, edition.language)
    _add(entry, "id", f"{lasting(edition, page)}#{edition.language}")
    _add(entry, "title", typeset(page.title, page.spoken))
    _add(entry, "link", rel="alternate", type="text/html", hreflang=edition.language, href=address)
    _add(entry, "updated", f"{day}{NOON}")
    _add(entry, "category", term=page.kind, label=edition.words["kinds"][page.kind])
    if page.lead:
        _add(entry, "summary", typeset(page.lead, page.spoken))


def _add(above: Element, name: str, text: str = "", **attributes: str) -> Element:
    made = SubElement(above, name, attributes)
    made.text = text or None
    return made

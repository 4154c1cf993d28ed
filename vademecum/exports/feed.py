"""What is new or revised, as an Atom feed in each language (RFC 4287).

It tells of the same events as the page on what is new, of each entry the latest. An entry of which no day is
known is not in the feed.
"""

from __future__ import annotations

import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vademecum.exports.linked_data import lasting
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.events import Event, latest
from vademecum.pages.edition import Edition

FILE = "feed.xml"
MOST = 40  # entries
NOON = "T12:00:00Z"  # dates are days: noon is that day nearly everywhere


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
    listed = latest(edition.here.events)[:MOST]
    _add(top, "updated", f"{listed[0].day if listed else '1970-01-01'}{NOON}")
    _add(_add(top, "author"), "name", said["title"])
    came = {(event.kind, event.id): event.day for event in edition.here.events if event.what == "new"}
    for event in listed:
        _entry(top, edition, event, came.get((event.kind, event.id)))
    indent(top)
    made: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _entry(top: Element, edition: Edition, event: Event, came: datetime.date | None) -> None:
    page = edition.page(event.kind, event.id)
    entry = SubElement(top, "entry", {"xml:lang": page.spoken})
    address = edition.setting.site + absolute(page.address, edition.language)
    _add(entry, "id", f"{lasting(edition, page)}#{edition.language}")
    _add(entry, "title", typeset(page.title, page.spoken))
    _add(entry, "link", rel="alternate", type="text/html", hreflang=edition.language, href=address)
    if came:
        _add(entry, "published", f"{came}{NOON}")
    _add(entry, "updated", f"{event.day}{NOON}")
    _add(entry, "category", term=page.kind, label=edition.words["kinds"][page.kind])
    line = " ".join(filter(None, (f"{words(page.spoken)['news'][event.what]}.", event.line)))
    _add(entry, "summary", typeset(line, page.spoken))


def _add(above: Element, name: str, text: str = "", **attributes: str) -> Element:
    made = SubElement(above, name, attributes)
    made.text = text or None
    return made

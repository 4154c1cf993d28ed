"""The sitemap of the whole site, each page with its alternates (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vademecum.language.languages import LANGUAGES
from vademecum.pages.common.addresses import Addresses, absolute
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def alternates(page: Page, addresses: Addresses, site: str) -> list[tuple[str, str]]:
    """(language or "x-default", whole address) of a page in every language; `site` is the site's address."""
    found = [
        (language, site + absolute(addresses.of(*page.key, language), language)) for language in LANGUAGES
    ]
    return [*found, ("x-default", found[0][1])]


def sitemap(editions: Iterable[Edition]) -> bytes:
    """The sitemap of a site of these editions, as XML; the same editions give the same bytes."""
    top = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"})
    for edition in editions:
        for page in edition.pages:
            _entry(top, page, edition)
    indent(top)
    made: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return made


def _entry(top: Element, page: Page, edition: Edition) -> None:
    """One page: its address, when it last changed, and where it stands in each language."""
    site = edition.setting.site
    url = SubElement(top, "url")
    SubElement(url, "loc").text = site + absolute(page.address, page.language)
    if date := edition.setting.dates.get(page.source or ""):
        SubElement(url, "lastmod").text = date.isoformat()
    for code, address in alternates(page, edition.addresses, site):
        SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": code, "href": address})

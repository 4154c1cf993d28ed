"""Addresses that last or have changed -> pages that send the reader on, without script or server."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vademecum.language.languages import LANGUAGES, NAMES
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages import identifiers
from vademecum.pages.addresses import absolute
from vademecum.pages.edition import Edition


def redirects(edition: Edition) -> dict[str, identifiers.Key]:
    """The addresses below the language's root that lead on, and to which entry."""
    return identifiers.redirects(edition.library, edition.addresses, edition.language)


def page(edition: Edition, address: str, key: identifiers.Key) -> bytes:
    """The page at an address that sends to an entry in the edition's language, and links to both.

    A browser goes on at once, by the HTML Standard's `refresh`; who stays, such as a program, finds both.
    """
    language, up = edition.language, "../" * absolute(address, edition.language).count("/")
    targets = {
        other: absolute(identifiers.address(key, edition.addresses, other), other) for other in LANGUAGES
    }
    own, (title, spoken) = targets[language], title_of(edition, key, language)
    top = Element("html", {"lang": language})
    head, body = SubElement(top, "head"), SubElement(top, "body")
    SubElement(head, "meta", {"charset": "utf-8"})
    SubElement(head, "title").text = title
    SubElement(head, "meta", {"name": "robots", "content": "noindex"})
    SubElement(head, "link", {"rel": "canonical", "href": edition.setting.site + own})
    SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={up}{own}"})
    main = SubElement(body, "main")
    SubElement(main, "h1", {"lang": spoken}).text = title
    listed = SubElement(main, "ul")
    for other, target in targets.items():
        link = SubElement(SubElement(listed, "li"), "a", {"href": up + target, "hreflang": other})
        named = SubElement(link, "span", {"lang": other})
        named.text, named.tail = NAMES[other], " · "
        title, spoken = title_of(edition, key, other)
        SubElement(link, "span", {"lang": spoken}).text = title
    indent(top)
    made: bytes = tostring(top, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + made


def title_of(edition: Edition, key: identifiers.Key, language: str) -> tuple[str, str]:
    """What an entry is called, in a language or else the other, and in which; a work in its own."""
    kind, id_ = key
    title, spoken = edition.here.title(kind, id_, language)
    if kind == "index":
        title = words(language)["indexes"][id_]
    elif kind == "reference":
        work = edition.library.references[id_]
        title, spoken = work.title, work.language or language
    elif kind == "page":
        text = edition.library.pages[id_]
        spoken = language if language in text.meta else text.original
        title = text.meta[spoken].title
    return typeset(title, spoken), spoken

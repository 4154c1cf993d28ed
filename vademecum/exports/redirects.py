"""Addresses that last or have changed -> pages that send the reader on, without script or server."""

from __future__ import annotations

from markupsafe import Markup

from vademecum.language.languages import LANGUAGES, NAMES
from vademecum.language.typography import typeset
from vademecum.pages import identifiers
from vademecum.pages.addresses import absolute
from vademecum.pages.edition import Edition

# A browser goes on at once; who stays, such as a program, finds both languages.
# Source: https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh
PAGE = Markup(
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta name="robots" content="noindex">\n<link rel="canonical" href="{canonical}">\n'
    '<meta http-equiv="refresh" content="0; url={url}">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n'
    "<ul>\n{links}</ul>\n</main>\n</body>\n</html>\n"
)
LINK = Markup('<li><a href="{url}" hreflang="{language}" lang="{language}">{name}</a></li>\n')


def redirects(edition: Edition) -> dict[str, identifiers.Key]:
    """The addresses below the language's root that lead on, and to which entry."""
    return identifiers.redirects(edition.library, edition.addresses, edition.language)


def page(edition: Edition, address: str, key: identifiers.Key) -> bytes:
    """The page at an address that sends to an entry in the edition's language, and links to both."""
    language, up = edition.language, "../" * absolute(address, edition.language).count("/")
    targets = {
        other: absolute(identifiers.address(key, edition.addresses, other), other) for other in LANGUAGES
    }
    title = typeset(title_of(edition, key), language)
    links = Markup("").join(
        LINK.format(url=up + target, language=other, name=f"{NAMES[other]}: {title_of(edition, key, other)}")
        for other, target in targets.items()
    )
    site = edition.setting.site
    made = PAGE.format(
        language=language,
        title=title,
        canonical=site + targets[language],
        url=up + targets[language],
        links=links,
    )
    return made.encode()


def title_of(edition: Edition, key: identifiers.Key, language: str = "") -> str:
    """What an entry is called, in a language or else the other."""
    kind, id_ = key
    language = language or edition.language
    if kind == "reference":
        return edition.library.references[id_].title
    if kind == "page":
        text = edition.library.pages[id_]
        return str((text.meta.get(language) or text.meta[text.original]).title)
    return edition.here.title(kind, id_, language)[0]

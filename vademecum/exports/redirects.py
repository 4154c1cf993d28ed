"""Addresses that last or have changed -> pages that send the reader on, without script or server."""

from __future__ import annotations

from vademecum.document.escaping import attributes, escaped
from vademecum.language.languages import LANGUAGES, NAMES
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages import identifiers
from vademecum.pages.common.addresses import absolute
from vademecum.pages.edition import Edition

PAGE = """\
<!doctype html>
<html{language}>
  <head>
    <meta charset="utf-8">
    <title>{name}</title>
    <meta name="robots" content="noindex">
    <link rel="canonical"{whole}>
    <meta http-equiv="refresh"{refresh}>
  </head>
  <body>
    <main>
      {title}
      <ul>
{links}\
      </ul>
    </main>
  </body>
</html>
"""
LINK = """\
        <li>
          <a{target}>
            <span{language}>{name}</span> · {title}
          </a>
        </li>
"""


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
    links = "".join(
        LINK.format(
            target=attributes(("href", up + target), ("hreflang", other)),
            language=attributes(("lang", other)),
            name=escaped(NAMES[other]),
            title=_in_its_language("span", *title_of(edition, key, other)),
        )
        for other, target in targets.items()
    )
    whole = PAGE.format(
        language=attributes(("lang", language)),
        name=escaped(title),
        whole=attributes(("href", edition.setting.site + own)),
        refresh=attributes(("content", f"0; url={up}{own}")),
        title=_in_its_language("h1", title, spoken),
        links=links,
    )
    return whole.encode()


def _in_its_language(tag: str, title: str, spoken: str) -> str:
    return f"<{tag}{attributes(('lang', spoken))}>{escaped(title)}</{tag}>"


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

"""How a page is cited: in three styles, in BibTeX, and as a file for reference managers.

ISO 690:2021 (the norm of French libraries), APA (7th edition) and Chicago (17th edition, author and date),
each for a part of a web site without a named author. The address is the one that lasts.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from vademecum.exports import works
from vademecum.exports.linked_data import lasting
from vademecum.language.formats import long_date
from vademecum.language.words import words
from vademecum.model import Reference
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Style:
    """A citation in one style: words, and whether each piece of them is set in italics."""

    name: str
    pieces: tuple[tuple[str, bool], ...]


def styles(edition: Edition, page: Page) -> list[Style]:
    """A page's citation in each style, in the language that it is in."""
    said, site = words(page.spoken)["cite"], edition.words["site"]["title"]
    date, url = _date(edition, page), lasting(edition, page)
    day = long_date(date, page.spoken) if date else said["undated"]
    year = str(date.year) if date else said["undated"]
    changed = f" {said['changed'].format(date=day)}" if date else ""
    stop = "" if page.title.endswith(("?", "!", "…")) else "."  # which ends a title by itself
    iso = (
        (f"{page.title}{stop} {said['in']} ", False),
        (site, True),
        (f" {said['online']}.{changed} ", False),
    )
    apa_date = f"{year}, {_day_and_month(date, page.spoken)}" if date else year
    apa = ((f"{page.title}{stop} ({apa_date}). {said['apa_in']} ", False), (site, True))
    ended, quoted = year.removesuffix("."), said["quoted"].format(title=page.title)
    return [
        Style("ISO 690", (*iso, (f"{said['read']} {said['at']} {url}", False))),
        Style("APA 7", (*apa, (f". {url}", False))),
        Style("Chicago 17", ((f"{site}. {ended}. {quoted}{stop}{changed} {url}.", False),)),
    ]


def _date(edition: Edition, page: Page) -> datetime.date | None:
    return edition.setting.dates.get(page.source or "")


def _day_and_month(date: datetime.date, language: str) -> str:
    return long_date(date, language).removesuffix(f" {date.year}")


def reference(edition: Edition, page: Page) -> Reference:
    """A page as a work that can be cited."""
    date = _date(edition, page)
    told = {
        "id": f"vade-mecum-{page.id}",
        "type": "webpage",
        "title": page.title,
        "container-title": edition.words["site"]["title"],
        "issued": date.isoformat() if date else None,
        "language": page.spoken,
        "URL": lasting(edition, page),
    }
    return Reference.model_validate(told)


def file(page: Page) -> str:
    """The file beside a page that a reference manager takes, in RIS, below the language's root."""
    return f"{page.address}cite.ris"


def ris(edition: Edition, page: Page) -> bytes:
    """What such a file holds."""
    return works.ris([reference(edition, page)]).encode()


def bibtex(edition: Edition, page: Page) -> str:
    """The page as an entry of BibTeX, shown to be copied: a site has few files that few ask for."""
    return works.bibtex([reference(edition, page)]).strip()

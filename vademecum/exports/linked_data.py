"""What a page says of itself to programs: schema.org in JSON-LD (https://schema.org), and Open Graph
(https://ogp.me).
"""

from __future__ import annotations

from typing import Any

from vademecum.exports.sitemap import alternates
from vademecum.language.languages import LANGUAGES, LOCALES
from vademecum.pages import identifiers
from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.pages.handbook.datasets import FORMATS, catalogue
from vademecum.sources.published import LASTING

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Node = dict[str, Any]


def linked_data(edition: Edition, page: Page) -> Node:
    """A page as schema.org has it; without anything to say, its breadcrumb alone."""
    nodes = [*_of_kind(edition, page), *_breadcrumb(edition, page)]
    return {"@context": "https://schema.org", "@graph": nodes}


def _of_kind(edition: Edition, page: Page) -> list[Node]:
    if page.kind == "home":
        return [_site(edition)]
    if page.kind == "concept":
        return [_term(edition, page)]
    if page.kind in ("case", "chapter"):
        return [_article(edition, page)]
    if page.key == ("index", "lexicon"):
        return [_set(edition)]
    if page.key == ("index", "data"):
        return _datasets(edition)
    return []


def address(edition: Edition, page: Page) -> str:
    """A page's whole address."""
    return edition.setting.site + absolute(page.address, edition.language)


def lasting(edition: Edition, page: Page) -> str:
    """The address of what a page is about that does not change; the page's own where it has none."""
    if page.kind in LASTING or page.key == ("index", "lexicon"):
        return edition.setting.site + identifiers.lasting(*page.key)
    return address(edition, page)


def _site(edition: Edition) -> Node:
    said = edition.words["site"]
    return {
        "@type": "WebSite",
        "@id": edition.setting.site,
        "name": said["title"],
        "description": said["tagline"],
        "url": edition.setting.site + absolute("", edition.language),
        "inLanguage": list(LANGUAGES),
        "license": LICENCE,
    }


def _about(edition: Edition, page: Page) -> Node:
    """What is told of every kind of page."""
    node: Node = {
        "@id": lasting(edition, page),
        "name": page.title,
        "description": page.lead or "",
        "url": address(edition, page),
        "inLanguage": page.spoken,
    }
    return node


def _set(edition: Edition) -> Node:
    page = edition.page("index", "lexicon")
    return {"@type": "DefinedTermSet", **_about(edition, page), "license": LICENCE}


def _term(edition: Edition, page: Page) -> Node:
    concept = edition.library.concepts[page.id]
    terms = concept.terms.get(page.spoken)
    lexicon = lasting(edition, edition.page("index", "lexicon"))
    more = {"alternateName": list(terms.synonyms)} if terms and terms.synonyms else {}
    own = {"termCode": page.id, "inDefinedTermSet": lexicon}
    return {"@type": "DefinedTerm", **_about(edition, page), **own, **more}


def _article(edition: Edition, page: Page) -> Node:
    library, said = edition.library, edition.words["site"]
    node: Node = {"@type": "Article", **_about(edition, page), "headline": page.title, "license": LICENCE}
    node["publisher"] = {"@type": "Organization", "name": said["title"], "url": edition.setting.site}
    if date := edition.setting.dates.get(page.source or ""):
        node["dateModified"] = date.isoformat()
    if page.kind == "case":
        facts = library.cases[page.id].facts
        node["keywords"] = [library.label("themes", key, page.spoken) for key in facts.themes]
        node["temporalCoverage"] = f"{facts.period.start or '..'}/{facts.period.end or '..'}"
    return node


def _datasets(edition: Edition) -> list[Node]:
    said, site = edition.words["data"], edition.setting.site
    nodes = []
    for name in catalogue()["sets"]:
        files = [
            {"@type": "DataDownload", "contentUrl": site + one.file, "encodingFormat": one.media}
            for one in FORMATS
            if one.set == name
        ]
        node = {"@type": "Dataset", "@id": f"{site}id/index/data/#{name}", "name": said["sets"][name]}
        about = {"description": said["about"][name], "license": LICENCE, "isAccessibleForFree": True}
        creator = {"@type": "Organization", "name": edition.words["site"]["title"], "url": site}
        nodes.append(node | about | {"creator": creator, "distribution": files})
    return nodes


def _breadcrumb(edition: Edition, page: Page) -> list[Node]:
    """The way from the home page to this one."""
    if not page.breadcrumb:
        return []
    site, language = edition.setting.site, edition.language
    steps = [(title, site + absolute(at, language)) for title, at in page.breadcrumb]
    steps.append((page.title, address(edition, page)))
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": at}
        for number, (title, at) in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def open_graph(edition: Edition, page: Page) -> list[tuple[str, str]]:
    """A page's properties for those who show links to it."""
    said, language = edition.words["site"], edition.language
    kind = "article" if page.kind in ("case", "chapter", "concept", "tool") else "website"
    told = [
        ("og:title", page.title),
        ("og:type", kind),
        ("og:url", dict(alternates(page, edition.addresses, edition.setting.site))[language]),
        ("og:site_name", said["title"]),
        ("og:description", page.lead or said["tagline"]),
        ("og:locale", LOCALES[language]),
    ]
    return [*told, *(("og:locale:alternate", LOCALES[other]) for other in LANGUAGES if other != language)]

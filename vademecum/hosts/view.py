"""What the theme's templates are told of a page: their `vm` (theme/main.html says what it does with each)."""

from __future__ import annotations

import datetime
import functools
import operator
from typing import Any

from vademecum.document.inlines import ACRONYMS, Target
from vademecum.document.tree import Blank, Item, Question, Table
from vademecum.document.walking import parts
from vademecum.exports import citing, feed
from vademecum.exports.linked_data import linked_data, open_graph
from vademecum.exports.sitemap import alternates
from vademecum.exports.tools import downloads
from vademecum.hosts import case_pages, forms
from vademecum.hosts.heads import description, head_title
from vademecum.language.collation import sort_key
from vademecum.language.formats import long_date
from vademecum.language.languages import LANGUAGES, NAMES
from vademecum.language.typography import typeset, typeset_words
from vademecum.language.words import said_in, words
from vademecum.model.fields import ENTRY_KINDS
from vademecum.pages.common.addresses import absolute, relative
from vademecum.pages.common.bearings import FOOTER
from vademecum.pages.common.linked_page import LinkedPage
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.pages.tools import tools

# Where a search that found nothing leads on.
WAYS = ("lexicon", "cases", "handbook", "propose-concept")
# What is shown to a room, a section at a time, beside entries: what is drawn, not lists.
DRAWN = ("map", "lexicon-map", "outcomes")


def view(edition: Edition, linked: LinkedPage) -> dict[str, Any]:
    """The templates' `vm`: see theme/main.html for what it does with each."""
    page = linked.page
    tool = tools.view(edition.library.tools[page.id]) if page.kind == "tool" else None
    return (
        common(edition)
        | bearings(edition, page)
        | _head(edition, page)
        | _places(edition, page)
        | {
            "kind": page.kind,
            "italics": page.key == ("index", "references"),
            "searches": page.key == ("index", "search"),
            "ways": _ways(edition, page),
            "projects": _projects(page, tool),
            "spoken": page.spoken,
            "styles": page.styles,
            "scripts": page.scripts,
            "terms": _terms(edition, linked) if page.links else [],
            "kept": kept(linked) if not (tool and page.scripts) else "",
            "linked_data": linked_data(edition, page),
            "open_graph": open_graph(edition, page),
            "cite": _cite(edition, page) if page.kind in ENTRY_KINDS else None,
            "tool": tool,
            "publisher": publisher(edition) if page.key == ("page", "legal") else [],
            "form": forms.view(edition, page),
            "cases": case_pages.data(edition, page),
        }
    )


def _projects(page: Page, tool: dict[str, Any] | None) -> bool:
    """Whether a page is offered as slides: a self-diagnosis shows a question at a time by itself."""
    if tool and tool["kind"] == "diagnoses":
        return False
    return page.kind in ENTRY_KINDS or (page.kind == "index" and page.id in DRAWN)


def _head(edition: Edition, page: Page) -> dict[str, Any]:
    """What a page says of itself in words."""
    language = edition.language
    untranslated = edition.words["page"]["untranslated"]
    lead = _set(page.lead, page.spoken)
    return {
        "head_title": head_title(edition, page),
        "description": description(lead or ""),
        "eyebrow": _set(page.eyebrow, language),
        "title": typeset(page.title, page.spoken),
        "lead": lead,
        "audience": _set(page.audience, page.spoken),
        "notice": None if page.spoken == page.language else typeset(untranslated, language),
        "updated": _dated(edition.setting.dates.get(page.source or ""), language),
    }


def _places(edition: Edition, page: Page) -> dict[str, Any]:
    """Where a page stands, and the addresses of what goes with it."""
    setting, language = edition.setting, edition.language
    return {
        "section": edition.bearings.section(page),
        "breadcrumb": [
            {"title": typeset(title, language), "url": relative(address, page.address)}
            for title, address in page.breadcrumb
        ],
        "alternates": [_alternate(edition, other, page) for other in LANGUAGES],
        "canonical": setting.site + absolute(page.address, language),
        "hreflang": [
            {"language": code, "url": address}
            for code, address in alternates(page, edition.addresses, setting.site)
        ],
        "edit_url": setting.edit + page.source if setting.edit and page.source else None,
        "correct_url": forms.correction(edition, page),
        "downloads": [
            {
                "title": typeset(edition.words["tools"]["downloads"][one.kind], language),
                "url": relative(one.file, page.address),
            }
            for one in downloads(edition, page)
        ],
        "feed": relative(feed.FILE, page.address),
    }


def _cite(edition: Edition, page: Page) -> dict[str, Any]:
    """How a page is cited: in each style as pieces of words, in BibTeX, and as a file."""
    name = edition.by_key[page.key].address.rstrip("/").rpartition("/")[2]
    return {
        "styles": [
            {
                "name": style.name,
                "pieces": [(typeset(words, page.spoken), italic) for words, italic in style.pieces],
            }
            for style in citing.styles(edition, page)
        ],
        "bibtex": citing.bibtex(edition, page),
        "file": {"title": "RIS", "url": relative(citing.file(page), page.address), "name": f"{name}.ris"},
    }


def bearings(edition: Edition, page: Page) -> dict[str, Any]:
    """Where a page stands: its number, the pages before and after, its neighbours, for a chapter the whole
    handbook.
    """
    said, found = theme_words(edition.language), edition.bearings.of(page)
    ways = (("prev", found.before), ("next", found.after))
    place = said["place"].format(number=found.number, total=found.total) if found.total > 1 else ""
    near = [_link(other, page) for other in found.near]
    return {
        "place": place,
        "around": [{"rel": rel} | _link(other, page) for rel, other in ways if other],
        "near": {"title": said["near"].get(page.kind, said["near"]["page"]), "links": near} if near else None,
        "handbook": handbook(edition, page) if page.kind == "chapter" else [],
    }


def handbook(edition: Edition, page: Page) -> list[dict[str, Any]]:
    """The parts of the handbook with their chapters, as a chapter's page lists them."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for other in edition.bearings.chapters():
        listed = _link(other, page) | {"id": other.id, "current": other == page}
        parts.setdefault(edition.bearings.part(other), []).append(listed)
    return [
        {
            "title": _set(edition.library.label("parts", part, edition.language), edition.language),
            "chapters": chapters,
            "current": any(chapter["current"] for chapter in chapters),
        }
        for part, chapters in parts.items()
    ]


def _link(other: Page, page: Page) -> dict[str, str]:
    """A page as another links it; `lang` is the language of its title."""
    return {
        "title": typeset(other.title, other.spoken),
        "url": relative(other.address, page.address),
        "lang": other.spoken,
    }


def _ways(edition: Edition, page: Page) -> list[dict[str, str]]:
    """Where the page of the search leads who has found nothing."""
    ways = [found for id_ in WAYS if (found := edition.bearings.by_key.get(("index", id_)))]
    return [_link(way, page) for way in ways] if page.key == ("index", "search") else []


def kept(linked: LinkedPage) -> str:
    """The name under which a browser keeps what readers write on a page; "" where there is no field."""
    filled = any(
        isinstance(node, (Blank, Question)) or (isinstance(node, (Item, Table)) and node.name)
        for node in parts(linked.document.blocks)
    )
    return f"{linked.page.kind}:{linked.page.id}" if filled else ""


def common(edition: Edition) -> dict[str, Any]:
    """What even a page that stands nowhere, such as the error page, needs.

    `sections` and `footer` have addresses below the language's root.
    """
    pages = [found for key in FOOTER if (found := edition.bearings.by_key.get(key))]
    return {
        "kind": "error",
        "language": edition.language,
        "spoken": edition.language,
        "t": set_words(edition.language),
        "alternates": [],
        "sections": [_listed(page) for page in edition.bearings.sections()],
        "footer": [_listed(page) for page in pages],
        "search": edition.addresses.of("index", "search", edition.language),
    }


def publisher(edition: Edition) -> list[dict[str, Any]]:
    """Who publishes the site and hosts it: each label with what mkdocs.yml says, or nothing."""
    labels = theme_words(edition.language)["publisher"]["labels"]
    said = {**edition.setting.legal, "contact": edition.setting.contact}
    return [
        {"label": label, "said": said.get(key, ""), "mail": key == "contact"} for key, label in labels.items()
    ]


def _dated(date: datetime.date | None, language: str) -> dict[str, str] | None:
    return {"iso": date.isoformat(), "text": long_date(date, language)} if date else None


def _listed(page: Page) -> dict[str, str]:
    title = typeset(page.title, page.spoken)
    return {"id": page.id, "title": title, "address": page.address, "lang": page.spoken}


@functools.cache
def set_words(language: str) -> dict[str, Any]:
    """The interface's words with their type set: the theme's own, and what it takes from other groups."""
    said: dict[str, Any] = typeset_words(words(language), language)
    return said


def theme_words(language: str) -> dict[str, Any]:
    """Those of the theme."""
    said: dict[str, Any] = set_words(language)["theme"]
    return said


def _set(text: str | None, language: str) -> str | None:
    return typeset(text, language) if text else None


def _alternate(edition: Edition, language: str, page: Page) -> dict[str, Any]:
    """The page in a language, as the switch between languages shows it."""
    target = absolute(edition.addresses.of(*page.key, language), language)
    return {
        "language": language,
        "name": NAMES[language],
        "url": relative(target, absolute(page.address, page.language)),
        "current": language == edition.language,
    }


def _terms(edition: Edition, linked: LinkedPage) -> list[dict[str, str]]:
    """The page's own glossary: every concept and acronym that it uses, in alphabetical order."""
    terms = [(*_term(edition, id_), Target("concept", id_)) for id_ in linked.first_uses()]
    terms += [(*_acronym(edition, name), Target(*ACRONYMS, name)) for name in linked.acronyms]
    terms.sort(key=operator.itemgetter(0))
    return [term | {"url": edition.address(target, linked.page)} for _, term, target in terms]


def _term(edition: Edition, id_: str) -> tuple[Any, dict[str, str]]:
    """A concept in any page's glossary, after what it is sorted by."""
    if (key := ("term", id_)) not in edition.kept:
        concept, language = edition.library.concepts[id_], edition.language
        summary, spoken = said_in(concept.summary, language)
        named = concept.named_in(language)
        term = {
            "id": id_,
            "label": typeset(concept.label(language), named),
            "summary": typeset(summary, spoken),
            "label_lang": named if named != language else "",
            "lang": spoken if spoken != language else "",
        }
        edition.kept[key] = sort_key(term["label"]), term
    found: tuple[Any, dict[str, str]] = edition.kept[key]
    return found


def _acronym(edition: Edition, name: str) -> tuple[Any, dict[str, str]]:
    """What an acronym stands for, as any page's glossary says it, after what it is sorted by."""
    acronym = edition.acronyms[name]
    text, spoken = said_in(acronym.meanings(), edition.language)
    term = {
        "id": f"acronym:{name}",
        "label": acronym.id,
        "summary": typeset(text, spoken),
        "label_lang": "",
        "lang": spoken if spoken != edition.language else "",
    }
    return sort_key(acronym.id), term

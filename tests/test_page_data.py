"""What pages tell programs: schema.org read by rdflib, Open Graph, citations, the feed read by feedparser."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path

import bibtexparser
import feedparser
import pytest
import rdflib
import rispy
from projects import SOUND
from proving import full

from vademecum.exports import citing, feed, files, linked_data
from vademecum.language.languages import LANGUAGES
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import edition, opened

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
SITE = "https://handbook.example/"
SCHEMA = rdflib.Namespace("https://schema.org/")
DATES = {
    "lexicon/influence.yml": datetime.date(2026, 11, 1),
    "case_studies/valmont.en.md": datetime.date(2026, 10, 3),
}
# Where schema.org's own context would be asked for, its vocabulary stands: nothing is fetched.
CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}, "inDefinedTermSet": {"@type": "@id"}}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    project = opened(full(tmp_path_factory.mktemp("pages")))
    setting = Setting(SITE, dates=DATES)
    return {language: edition(project, language, setting) for language in LANGUAGES}


def graph(edition: Edition, kind: str, id_: str) -> rdflib.Graph:
    """What a page says of itself, as triples."""
    told = linked_data.linked_data(edition, edition.page(kind, id_))
    assert told["@context"] == "https://schema.org"
    text = json.dumps(told | {"@context": CONTEXT})
    return rdflib.Graph().parse(data=text, format="json-ld")


def one(graph: rdflib.Graph, kind: str) -> rdflib.term.Node:
    (found,) = graph.subjects(rdflib.RDF.type, SCHEMA[kind])
    return found


def test_a_concept_is_a_defined_term_of_the_lexicon(made: dict[str, Edition]) -> None:
    term = graph(made["en"], "concept", "influence")
    lexicon = graph(made["en"], "index", "lexicon")
    node = one(term, "DefinedTerm")
    assert node == rdflib.URIRef(f"{SITE}id/concept/influence/")
    assert str(term.value(node, SCHEMA.name)) == "influence"
    assert str(term.value(node, SCHEMA.description)) == "What is seen from afar."
    assert str(term.value(node, SCHEMA.url)) == f"{SITE}en/lexicon/influence/"
    assert term.value(node, SCHEMA.inDefinedTermSet) == one(lexicon, "DefinedTermSet")


def test_a_case_and_a_chapter_are_articles(made: dict[str, Edition]) -> None:
    case = graph(made["en"], "case", "valmont")
    node = one(case, "Article")
    assert str(case.value(node, SCHEMA.dateModified)) == "2026-10-03"
    assert str(case.value(node, SCHEMA.temporalCoverage)) == "2014-05/2016-06-30"
    assert one(graph(made["fr"], "chapter", "opening"), "Article") == rdflib.URIRef(
        f"{SITE}id/chapter/opening/"
    )


def test_the_data_page_tells_of_every_file(made: dict[str, Edition]) -> None:
    told = graph(made["fr"], "index", "data")
    assert len(set(told.subjects(rdflib.RDF.type, SCHEMA.Dataset))) == 3
    offered = {str(address).removeprefix(SITE) for address in told.objects(None, SCHEMA.contentUrl)}
    assert offered == {name for name in files.files(made["fr"]) if name.startswith("data/")}


def test_a_breadcrumb_leads_from_home_to_the_page(made: dict[str, Edition]) -> None:
    told = graph(made["en"], "concept", "influence")
    items = list(told.objects(one(told, "BreadcrumbList"), SCHEMA.itemListElement))
    way = sorted(
        (int(told.value(item, SCHEMA.position)), str(told.value(item, SCHEMA.item))) for item in items
    )
    assert [address for _, address in way] == [
        f"{SITE}en/",
        f"{SITE}en/lexicon/",
        f"{SITE}en/lexicon/influence/",
    ]


def test_open_graph_names_the_page(made: dict[str, Edition]) -> None:
    told = linked_data.open_graph(made["fr"], made["fr"].page("case", "valmont"))
    assert ("og:url", f"{SITE}etudes-de-cas/valmont/") in told and ("og:type", "article") in told
    assert ("og:locale", "fr_FR") in told and ("og:locale:alternate", "en_GB") in told


# -- citing -----------------------------------------------------------------------------------------------


def words(edition: Edition, kind: str, id_: str) -> dict[str, str]:
    return {
        style.name: "".join(text for text, _ in style.pieces)
        for style in citing.styles(edition, edition.page(kind, id_))
    }


def test_a_page_is_cited_in_three_styles(made: dict[str, Edition]) -> None:
    url = f"{SITE}id/concept/influence/"
    assert words(made["fr"], "concept", "influence") == {
        "ISO 690": f"rayonnement. In : Vade-mecum [en ligne]. Modifié le 1er novembre 2026. [Consulté le …]. "
        f"Disponible à l’adresse : {url}",
        "APA 7": f"rayonnement. (2026, 1er novembre). Dans Vade-mecum. {url}",
        "Chicago 17": f"Vade-mecum. 2026. « rayonnement ». Modifié le 1er novembre 2026. {url}.",
    }
    assert words(made["en"], "case", "valmont")["APA 7"] == (
        f"Valmont and its neighbours. (2026, 3 October). In Vade-mecum. {SITE}id/case/valmont/"
    )
    assert words(made["en"], "chapter", "opening")["APA 7"].startswith("Opening. (n.d.). In ")


def test_a_title_that_ends_by_itself_gets_no_full_stop(made: dict[str, Edition]) -> None:
    page = dataclasses.replace(made["en"].page("case", "valmont"), title="What for?")
    shown = ["".join(text for text, _ in style.pieces) for style in citing.styles(made["en"], page)]
    assert [text[: text.index("What for?") + 13] for text in shown[:2]] == ["What for? In:", "What for? (20"]
    assert "“What for?” " in shown[2] and not any("?." in text for text in shown)


def test_reference_managers_read_a_page(made: dict[str, Edition]) -> None:
    page = made["en"].page("case", "valmont")
    (work,) = rispy.loads(files.files(made["en"])["case-studies/valmont/cite.ris"]().decode())
    assert work["title"] == "Valmont and its neighbours" and work["year"] == "2026"
    assert work["urls"] == [f"{SITE}id/case/valmont/"]
    (entry,) = bibtexparser.parse_string(citing.bibtex(made["en"], page)).entries
    assert entry["url"] == f"{SITE}id/case/valmont/" and entry["booktitle"] == "Vade-mecum"


# -- the feed ---------------------------------------------------------------------------------------------


def test_the_feed_lists_what_changed_last(made: dict[str, Edition]) -> None:
    for language, home in (("fr", SITE), ("en", f"{SITE}en/")):
        read = feedparser.parse(feed.feed(made[language]))
        assert not read.bozo and read.feed.language == language and read.feed.id == f"{home}feed.xml"
        assert read.feed.updated == read.entries[0].updated == "2026-11-01T12:00:00Z"
        assert [entry.tags[0].term for entry in read.entries][:1] == ["concept"]
        assert read.entries[0].id == f"{SITE}id/concept/influence/#{language}"
        assert len({entry.id for entry in read.entries}) == len(read.entries)
        assert all(entry.link.startswith(home) and entry.summary for entry in read.entries)


def test_without_any_date_the_feed_is_empty_and_sound(tmp_path: Path) -> None:
    bare = edition(opened(SOUND), "fr", Setting(SITE))
    read = feedparser.parse(feed.feed(bare))
    assert not read.bozo and not read.entries and read.feed.updated == "1970-01-01T12:00:00Z"

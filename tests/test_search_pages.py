"""Document -> what the search knows of a page: sections in words, names, and what a keyboard lacks."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from trees import document

from vademecum.document import inlines, tree
from vademecum.document.inlines import Citation
from vademecum.document.tree import Blocks
from vademecum.exports.search import SearchPage, is_searched, search_page
from vademecum.hosts import search_chunks, search_program
from vademecum.hosts.search_index import SearchIndex, search_index
from vademecum.hosts.trouble import Trouble
from vademecum.language import questions
from vademecum.language.searching import HIDDEN, JOINED, sought
from vademecum.model import Acronym
from vademecum.pages.common.page import Page
from vademecum.sources.library import Library
from vademecum.terms.acronyms_sought import acronyms_sought

PAGE = Page("chapter", "x", "en", "en", "Tom & Anna's", "handbook/x/", lead="A lead.")


def citation(node: Citation) -> str:
    return "(" + "; ".join(work.source for work in node.works) + ")"


def figure(node: tree.Figure) -> Blocks:
    rows = (tree.Row(((inlines.Text("a"),), (inlines.Text("1"),))),)
    return tree.Paragraph((inlines.Text("Figure"),)), tree.Table(("", ""), tree.Row(((), ())), rows)


def searched(markdown: str) -> SearchPage:
    return search_page(PAGE, document(markdown), Library(Path()), citation, figure)


def texts(markdown: str) -> list[str]:
    return [section.text for section in searched(markdown).sections]


def test_a_page_has_a_section_for_its_lead_and_one_for_each_heading() -> None:
    sections = searched("Before.\n\n## One *two*\n\nIn it.\n\n### Three {#own}\n\nIn that.").sections
    assert [(one.anchor, one.title, one.text) for one in sections] == [
        ("", "Tom & Anna’s", "A lead. Before."),
        ("one-two", "One two", "In it."),
        ("own", "Three", "In that."),
    ]


def test_words_of_blocks_stand_apart_and_those_of_inlines_together() -> None:
    assert texts("- *in*terest\n- b\n  c\n\n| d | e |\n|---|---|\n| f | g |\n\nterm\n: said") == [
        "A lead. interest\u00a0· b c\u00a0· d\u00a0· e\u00a0· f\u00a0· g\u00a0· term: said."
    ]


def test_no_mark_of_a_note_is_a_word_and_the_note_is() -> None:
    assert texts("One[^1].\n\n[^1]: A note.") == ["A lead. One. A note."]


def test_what_is_cited_and_shown_is_found_and_nothing_is_markup() -> None:
    page = searched("So [@reed; @moulin] `<b>` ![a picture](a.png)\n\n{{ figure: one }}")
    (section,) = page.sections
    assert section.text == "A lead. So (reed; moulin) <b> Figure\u00a0· a. 1."
    assert "&lt;b&gt;" in page.html() and "<b>" not in page.html()


def test_boxes_and_what_is_shown_on_demand() -> None:
    held = tree.Paragraph((inlines.Text("held"),))
    blocks = tree.Box("note", (held,), (inlines.Text("Title"),)), tree.Details("More", (held,))
    found = search_page(PAGE, tree.Document(blocks), Library(Path()), citation, figure)
    assert found.sections[0].text == "A lead. Title: held. More: held."


@pytest.mark.parametrize(
    ("kind", "id_", "answers"),
    [
        ("index", "search", False),
        ("case", "search", True),
        ("index", "theme/water", True),
        ("index", "outcomes/economic-sought", False),
        ("index", "population/under-10000", False),
    ],
)
def test_the_search_finds_neither_itself_nor_sets_that_nobody_asks_for_in_words(
    kind: str, id_: str, answers: bool
) -> None:
    assert is_searched(Page(kind, id_, "en", "en", "", "")) is answers


@pytest.mark.parametrize(
    ("language", "written", "indexed"),
    [
        ("fr", "L’action d'un\u00a0lieu", f"L’{JOINED} action d'{JOINED} un lieu"),
        ("fr", "aujourd’hui", "aujourd’hui"),
        ("fr", "une œuvre", f"une œuvre {HIDDEN}oeuvre"),
        ("fr", "des réfugiés", f"des réfugiés {HIDDEN}asile {HIDDEN}migrants {HIDDEN}exilés"),
        ("en", "organization", f"organization {HIDDEN}organisation"),
        ("en", "a size, a prize, to exercise", "a size, a prize, to exercise"),
        ("en", "the city’s part", "the city’s part"),
    ],
)
def test_what_keyboards_lack(language: str, written: str, indexed: str) -> None:
    assert sought(written, language) == indexed


def test_the_same_pages_give_the_same_files_whatever_their_order() -> None:
    pages = [searched("## One\n\nWords."), searched("Other.")]
    pages[1] = SearchPage("b/", "en", "concept", "b", ("bee",), ("abeille",), (), pages[1].sections)
    files = search_index(pages, "en")
    assert files == search_index(pages[::-1], "en")
    assert {name[9:11] for name in files if name.startswith("fragment/")} == {"ch", "co"}


def test_a_program_that_does_not_run_is_told_to_whoever_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_program, "get_executable", lambda: Path("/nowhere/pagefind"))
    index = SearchIndex([searched("Words.")], "en")
    with pytest.raises(Trouble):
        index.files()


def test_what_a_misspelt_word_may_mean() -> None:
    chapter, concept = searched("Refugees came."), searched("Other.")
    concept = SearchPage("b/", "en", "concept", "Bee", ("bees",), ("abeille",), (), concept.sections)
    files = search_index([chapter, concept], "en")
    names = {letter: json.loads(files[f"names/{letter}.json"]) for letter in "abz"}
    assert names == {"b": [["Bee", "b/"], ["bees", "b/"]], "a": [["abeille", "b/"]], "z": []}
    words = {letter: json.loads(files[f"words/{letter}.json"]).split() for letter in "abmtz"}
    assert words["b"][:2] == ["Bee", "bees"]
    assert {*words["a"]} >= {"abeille", "Anna", "asylum"}  # of a name, of a title, for refugees
    assert ("Tom" in words["t"], "migrants" in words["m"], words["z"]) == (True, True, [])


def cbor(value: Any) -> bytes:
    """Numbers, texts and lists as CBOR has them (RFC 8949), each head as short as can be."""
    kind = {int: 0x00, str: 0x60, list: 0x80}[type(value)]
    number = value if isinstance(value, int) else len(value)
    wide = next(wide for wide in (1, 2, 4) if number < 256**wide) if number > 23 else 0
    size = 23 + wide.bit_length() if wide else number
    head = bytes((kind + size,)) + (number.to_bytes(wide, "big") if wide else b"")
    if isinstance(value, int):
        return head
    return head + (value.encode() if isinstance(value, str) else b"".join(map(cbor, value)))


def packed(value: Any) -> bytes:
    return gzip.compress(search_chunks.SIGNATURE + cbor(value), mtime=0)


def word(term: str, count: int) -> list[Any]:
    """A word at so many places, which do not pack well."""
    random = Random(term)
    return [term, [[1, [], [random.randrange(65_536) for _ in range(count)]]], [[term + "s", [1]]]]


SMALL, LARGE = [word("ab", 9), word("ac", 9)], [word("ca", 9), word("cote", 1_500), word("coute", 2_000)]
NAMES = [["a", "ac", "fr_0000001"], ["c", "coute", "fr_0000002"]]


def index(meta: list[Any]) -> dict[str, bytes]:
    return {
        "index/fr_0000001.pf_index": packed([SMALL]),
        "index/fr_0000002.pf_index": packed([LARGE]),
        "fr.pf_meta": packed(meta),
    }


def test_a_large_file_of_words_is_cut_and_the_list_of_files_says_so() -> None:
    cut = search_chunks.smaller(index(["1.5.2", [["a", 300]], NAMES, []]), "fr", "abcd")
    names = [NAMES[0], ["c", "cot", "fr_abcd000"], ["cou", "coute", "fr_abcd001"]]
    assert {name: gzip.decompress(content) for name, content in cut.items()} == {
        name: gzip.decompress(content)
        for name, content in {
            "index/fr_0000001.pf_index": packed([SMALL]),
            "index/fr_abcd000.pf_index": packed([LARGE[:2]]),
            "index/fr_abcd001.pf_index": packed([LARGE[2:]]),
            "fr.pf_meta": packed(["1.5.2", [["a", 300]], names, []]),
        }.items()
    }


@pytest.mark.parametrize("letters", [23, 24, 255, 256, 70_000])
def test_a_long_word_is_cut_at_and_named_like_any_other(letters: int) -> None:
    """A text's length takes one byte or more; words of a page may be addresses, or what was pasted."""
    one, other = word("m" * letters + "a", 3_000), word("m" * letters + "b", 3_000)
    files = {
        "index/fr_0000001.pf_index": packed([[one, other]]),
        "fr.pf_meta": packed(["1.5.2", [["m", "m", "fr_0000001"]], []]),
    }
    cut = search_chunks.smaller(files, "fr", "abcd")
    names = [["m", one[0], "fr_abcd000"], [other[0], "m", "fr_abcd001"]]
    assert gzip.decompress(cut["index/fr_abcd000.pf_index"]) == gzip.decompress(packed([[one]]))
    assert gzip.decompress(cut["fr.pf_meta"]) == gzip.decompress(packed(["1.5.2", names, []]))


def test_files_that_no_list_names_stay_as_they_are() -> None:
    files = index(["1.5.2", [["a", 300]], NAMES[:1], []])
    assert search_chunks.smaller(files, "fr", "abcd") == files


@pytest.mark.parametrize("written", ["ils s’exportent", "ils s'exportent", "Ils S’EXPORTENT"])
def test_a_form_with_an_elision_is_found_by_either_apostrophe(written: str) -> None:
    assert sought(written, "fr").endswith(f" {HIDDEN}export {HIDDEN}exporter {HIDDEN}exportation")


@pytest.mark.parametrize(
    ("language", "written", "asked"),
    [
        ("en", "the Council of Regions", " \u2063COR"),
        ("en", "the council of regions’ seat", " \u2063COR"),
        ("en", "every council, each region", ""),
        ("fr", "le Conseil des régions", " \u2063COR"),
        ("fr", "l’action extérieure, une définition", ""),  # a concept's name, and a word alone
    ],
)
def test_an_acronym_is_asked_for_where_texts_have_its_words(language: str, written: str, asked: str) -> None:
    acronyms = (
        Acronym(id="COR", fr="Conseil des régions", en="Council of Regions (founded in 1950)"),
        Acronym(id="EA", fr="action extérieure", concept="external-action"),
        Acronym(id="DEF", fr="définition, ou ce qui y tient lieu"),
    )
    indexed = sought(written, language, acronyms_sought(acronyms, language))
    assert "".join(re.findall(f" {HIDDEN}[A-Z]+", indexed)) == asked


@pytest.mark.parametrize(
    ("kind", "id_", "asked"),
    [
        ("index", "references", "bibliography"),
        ("page", "contribute", "report a mistake"),
        ("chapter", "references", ""),
    ],
)
def test_pages_are_asked_for_by_other_words(kind: str, id_: str, asked: str) -> None:
    page = Page(kind, id_, "en", "en", "Title", "x/")
    found = search_page(page, tree.Document(()), Library(Path()), citation, figure).asked
    assert asked in found if asked else not found


def test_a_word_that_a_page_is_asked_for_by_counts_among_others_and_a_phrase_as_a_whole() -> None:
    page = SearchPage(
        "b/", "fr", "page", "Titre", (), (), (), (), ("langues", "plan d’action", "sous-préfet")
    )
    metas = dict(re.findall(r'meta="(\w+)\[content\]" content="([^"]*)"', page.html()))
    assert metas == {
        "title": "Titre",
        "exact": "titre · planaction · souspréfet",
        "asked": "langues",
        "phrases": "plan d’action · sous-préfet",
    }


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Has the search learn from these questions alone, each with the pages that answer it."""

    def learn(**groups: dict[str, list[str]]) -> None:
        monkeypatch.setattr(questions, "data_in", lambda file: groups)
        questions._taught.cache_clear()

    yield learn
    questions._taught.cache_clear()


def test_words_of_questions_mean_the_pages_that_answer_them(put: Callable[..., None]) -> None:
    put(asked={"Lost luggage": ["chapter:x"], "l'été": ["page:y"]})
    assert questions.taught(("chapter", "x"), "en") == ("lost", "luggage")
    assert questions.taught(("page", "y"), "en") == ("été",)
    assert questions.taught(("page", "z"), "en") == ()
    found = search_page(PAGE, tree.Document(()), Library(Path()), citation, figure)
    assert found.taught == ("lost", "luggage")
    assert '<meta data-pagefind-meta="taught[content]" content="lost · luggage">' in found.html()


def test_a_word_of_questions_that_many_pages_answer_means_none_of_them(put: Callable[..., None]) -> None:
    put(asked={f"trips {letter * 3}": [f"page:{letter}"] for letter in "abc"} | {"trip": ["page:a"]})
    assert questions.taught(("page", "a"), "en") == ("trips", "aaa")
    assert questions.taught(("page", "b"), "en") == ("bbb",)


def test_misspelt_questions_teach_nothing(put: Callable[..., None]) -> None:
    put(wrong_letters_twice={"lugage": ["chapter:x"]})
    assert questions.taught(("chapter", "x"), "en") == ()

"""Linking trees: the pages of tests/linker/pages.yml, and properties over arbitrary Markdown."""

import re
from copy import deepcopy
from html import unescape
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from vademecum.terms.linking import HEADINGS, LONGEST, Use, link, linkable, occurrences
from vademecum.terms.matching import Matcher, Term

PAGES = yaml.safe_load((Path(__file__).parent / "linker/pages.yml").read_text(encoding="utf-8"))
TERMS = [
    Term(id_, tuple(term["forms"]), tuple(term.get("never", ()))) for id_, term in PAGES["terms"].items()
]
MATCHER = Matcher(TERMS, PAGES["language"])
BLOCKS = {"p", "li", "td", "th", "figure", "pre", "div", *HEADINGS}


def address(concept):
    return f"../{concept}/"


class Tree(Treeprocessor, Extension):
    """Keeps the tree that Python-Markdown makes, with explicit links as the generator has them."""

    def extendMarkdown(self, md):
        md.treeprocessors.register(self, "tree", -10)

    root = Element("div")  # Python-Markdown makes no tree of an empty text

    def run(self, root):
        for a in root.iter("a"):
            if a.get("href", "").startswith("concept:"):
                a.set("data-term", a.get("href")[8:])
                a.set("class", "to-concept")
        self.root = root


def parse(source):
    tree = Tree()
    Treeprocessor.__init__(tree)
    Extension.__init__(tree)
    markdown.markdown(source, extensions=["extra", "admonition", "sane_lists", tree])
    return tree.root


def words(element):
    """All that a reader sees, letter for letter."""
    return "".join(element.itertext())


def shown(tree):
    """The text of a tree, a block a line, its links in the notation of the cases."""

    def walk(element):
        text = " ".join((element.text or "").split("\n"))
        for child in element:
            text += walk(child) + " ".join((child.tail or "").split("\n"))
        if element.tag == "a" and element.get("class") == "term":
            assert element.get("href") == address(element.get("data-term"))
            text = f"[[{text}|{element.get('data-term')}]]"
        elif element.tag == "a" and element.get("data-term"):
            text = f"{{{{{text}|{element.get('data-term')}}}}}"
        return f"\n{text}\n" if element.tag in BLOCKS else text

    text = re.sub("\x02amp\x03(#[0-9]+;|)", lambda found: unescape("&" + found[1]), walk(tree))
    text = re.sub("\x02[^\x03]*\x03", "¤", text)
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("page", PAGES["pages"].values(), ids=list(PAGES["pages"]))
def test_page(page):
    assert set(page) <= {"source", "shows", "uses"}
    tree = parse(page["source"])
    uses = link(tree, MATCHER, address)
    assert shown(tree) == page["shows"].splitlines()
    if "uses" in page:
        assert [f"{use.concept} @ {use.anchor}: {use.sentence}" for use in uses] == page["uses"]


def test_every_term_of_the_pages_is_used():
    shows = "".join(page["shows"] for page in PAGES["pages"].values())
    assert {concept for concept in PAGES["terms"] if f"|{concept}]]" in shows} == set(PAGES["terms"])


def test_own_page():
    tree = parse("Le jumelage, le [mot](concept:twinning) et le rayonnement.")
    uses = link(tree, MATCHER, address, own="twinning")
    assert uses == [Use("influence", "rayonnement", "Le jumelage, le mot et le rayonnement.", "")]


def test_tables_of_data_and_figures_are_left_alone():
    root = Element("div")
    SubElement(SubElement(root, "table", {"class": "wide data"}), "td").text = "jumelage"
    SubElement(SubElement(SubElement(root, "figure"), "table"), "td").text = "jumelage"
    SubElement(root, "p").text = AtomicString("jumelage")
    root.append(ElementTree.Comment("jumelage"))
    assert link(root, MATCHER, address) == []


def test_placeholders_are_neither_crossed_nor_entered():
    root = Element("p")
    root.text = "actions\x02wzxhzdk:0\x03locales \x02jumelage\x03 rayonnement\x02amp\x03"
    assert [use.form for use in link(root, MATCHER, address)] == ["actions", "rayonnement"]
    assert (
        root.text + "".join(a.tail for a in root) == "\x02wzxhzdk:0\x03locales \x02jumelage\x03 \x02amp\x03"
    )


def test_linkable_and_occurrences_give_every_repeat():
    tree = parse("# jumelage\n\nLe jumelage, *un jumelage*, `jumelage`.\n\n*jumelage*{: lang=en }")
    assert [text for _, _, text in linkable(tree, "fr") if text.strip()] == [
        "Le jumelage, ",
        "un jumelage",
        ", ",
        ".",
    ]
    found = [
        (place.string[match.start : match.end], match.form) for place, match in occurrences(tree, MATCHER)
    ]
    assert found == [("jumelage", "jumelage")] * 2


def test_a_long_sentence_is_cut_at_words_around_its_form():
    many = " ".join(["mot"] * 200)
    (use,) = link(parse(f"Le {many} jumelage {many}."), MATCHER, address)
    assert len(use.sentence) <= LONGEST
    assert re.fullmatch(r"…(mot )+jumelage( mot)+…", use.sentence)


WORDS = (
    "jumelage",
    "l'attractivité",
    "pôle d'attractivité",
    "action",
    "actions locales",
    "mot",
    "**mot",
    "action**",
    "*jumelage*",
    "[rayonnement](x)",
)
MORE = (
    "# rayonnement\n",
    "\n\n",
    "[mot](concept:influence)",
    "`jumelage`",
    "- action",
    "> jumelage",
    "coopé\u00adration",
    "*action*{: lang=en }",
    "R&D",
    "&amp;",
    "<b>",
    "é\u0301",
    "!",
    ". ",
)
SOURCES = st.lists(st.one_of(st.sampled_from(WORDS + MORE), st.text(max_size=4)), max_size=25).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(SOURCES)
def test_linking_keeps_the_words_nests_no_links_and_is_done_once(source):
    tree = parse(source)
    before, plain = words(tree), deepcopy(tree)
    uses = link(tree, MATCHER, address)
    assert words(tree) == before
    assert not [inner for a in tree.iter("a") for inner in a.iter("a") if inner is not a]
    assert not [a for h in tree.iter() if h.tag in HEADINGS for a in h.iter("a") if a.get("class") == "term"]
    once = ElementTree.tostring(tree)
    assert link(tree, MATCHER, address) == uses
    assert ElementTree.tostring(tree) == once
    by_hand = link(plain, Matcher([], "fr"), address)
    assert {(use.concept, use.anchor) for use in by_hand} <= {(use.concept, use.anchor) for use in uses}
    for use in uses:
        assert len(use.sentence) <= LONGEST


@settings(max_examples=100, deadline=None)
@given(SOURCES)
def test_no_concept_is_linked_twice_in_a_section(source):
    tree = parse(source)
    uses = link(tree, MATCHER, address)
    seen = set()
    for element in tree.iter():
        if element.tag in HEADINGS:
            seen = set()
        elif element.tag == "a" and element.get("class") == "term":
            assert element.get("data-term") not in seen
            seen.add(element.get("data-term"))
    assert len([a for a in tree.iter("a") if a.get("class") == "term"]) <= len(uses)

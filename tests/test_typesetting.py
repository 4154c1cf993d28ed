"""The type of a paragraph is set across its inlines, and what needs no setting is left as it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import document

from vademecum.document import walking
from vademecum.document.inlines import Inlines
from vademecum.document.tree import Paragraph
from vademecum.document.typesetting import typeset_content

# (language, Markdown, the paragraph's words once set)
SET = [
    (
        "fr",
        'Il dit "*oui* !" à l\'[élu](#x) : `a ; b`',
        "Il dit «\u00a0oui\u202f!\u00a0» à l’élu\u00a0: a ; b",
    ),
    ("fr", '`a` ; "non"', "a\u202f; «\u00a0non\u00a0»"),
    ("en", 'He said "*yes*" and "[no](#x)".', "He said “yes” and “no”."),
    ("en", 'the **mayor**\'s `"code"`', 'the mayor’s "code"'),
    ("en", "the *l'un : l'autre*{lang=fr} it's", "the l’un\u00a0: l’autre it’s"),
    ("fr", "*it's \"so\"; yes*{lang=en} ; l'un", "it’s “so”; yes\u202f; l’un"),
]


def content(markdown: str) -> Inlines:
    paragraph = document(markdown).blocks[0]
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


@pytest.mark.parametrize(("language", "markdown", "words"), SET)
def test_words_are_set(language: str, markdown: str, words: str) -> None:
    assert walking.plain(typeset_content(content(markdown), language)) == words


def test_what_needs_no_setting_is_the_same_object() -> None:
    plain = content("Words, *marked* [linked](#x), *en français*{lang=fr} and `code`.")
    assert typeset_content(plain, "en") is plain


PIECES = ["l'", '"', " ;", "a", " ", "*b*", "`c`", "[d](#x)", "*e'e*{lang=en}", "**f**", "![g](h.png)"]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["fr", "en"]))
def test_the_tree_stays_and_setting_twice_is_setting_once(pieces: list[str], language: str) -> None:
    plain = content("a" + "".join(pieces))
    once = typeset_content(plain, language)
    assert [type(node) for node, _ in walking.walk(once)] == [type(node) for node, _ in walking.walk(plain)]
    assert typeset_content(once, language) is once

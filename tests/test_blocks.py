"""The parser's shortcuts: they are taken, and they change nothing."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from vademecum.document import blocks, syntax
from vademecum.document.syntax import Inline, Ours

EXTENSIONS = ["tables", "footnotes", "def_list", "admonition", "sane_lists", "attr_list"]
MARKDOWN = st.text("ab é'\\`*_[]()<>&!#-|:\n{}@^1. ", max_size=80)


LINES = """
words|other words: more|- item|  - inner|1. one|    indented|> quote|!!! note|!!! note "T"|term|:   text|## head|===|---|[^1]: note
a note[^1]|[x]: y||a. b|```
""".replace("\n", "|").split("|")
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
TEXTS = MARKDOWN | st.lists(st.sampled_from([*LINES, TABLE]), max_size=12).map("\n".join)


def without_the_shortcuts() -> markdown.Markdown:
    parser = markdown.Markdown(extensions=[*EXTENSIONS, Ours()])
    parser.parser.blockprocessors.deregister("line")
    parser.treeprocessors.register(InlineProcessor(parser), "inline", 20)
    return parser


PLAIN = without_the_shortcuts()


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_the_tree_is_the_same_without_the_shortcuts(text: str) -> None:
    assert tostring(syntax.tree(text)) == tostring(syntax.tree(text, parser=PLAIN))


def test_the_shortcut_past_inline_marks_is_taken(monkeypatch) -> None:
    seen = []
    called = Inline._InlineProcessor__handleInline
    monkeypatch.setattr(
        Inline,
        "_InlineProcessor__handleInline",
        lambda self, data, *at: seen.append(data) or called(self, data, *at),
    )
    blocks.parse("Plain words.")
    assert seen == ["Plain words."]

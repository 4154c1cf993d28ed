"""The parser's shortcut: it is taken, and it changes nothing."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import markdown
from hypothesis import given
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from vademecum import blocks, syntax
from vademecum.syntax import Inline, Ours

EXTENSIONS = ["tables", "footnotes", "def_list", "admonition", "sane_lists", "attr_list"]
MARKDOWN = st.text("ab é'\\`*_[]()<>&!#-|:\n{}@^1. ", max_size=80)


def without_the_shortcut() -> markdown.Markdown:
    parser = markdown.Markdown(extensions=[*EXTENSIONS, Ours()])
    parser.treeprocessors.register(InlineProcessor(parser), "inline", 20)
    return parser


PLAIN = without_the_shortcut()


@given(MARKDOWN)
def test_the_tree_is_the_same_without_the_shortcut(text: str) -> None:
    assert tostring(syntax.tree(text)) == tostring(syntax.tree(text, parser=PLAIN))


def test_the_shortcut_is_taken(monkeypatch) -> None:
    seen = []
    called = Inline._InlineProcessor__handleInline
    monkeypatch.setattr(Inline, "_InlineProcessor__handleInline", lambda self, data, *at: seen.append(data) or called(self, data, *at))
    blocks.parse("Plain words.")
    assert seen == ["Plain words."]

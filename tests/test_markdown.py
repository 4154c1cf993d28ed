"""Markdown as the forge shows it: CommonMark's examples have the structure of the reference, and constructs
that editors paste their own.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from hangs import no_hang
from trees import parsed_text

from vademecum.document import inlines, tree, walking
from vademecum.language.data import data_in

EXAMPLES = json.loads((Path(__file__).parent / "commonmark.json").read_text(encoding="utf-8"))["examples"]
# What is told instead of shown: the example's number and why.
REFUSED = frozenset(("raw-html", "raw-blank", "raw-break", "raw-note", "empty-link", "too-deep"))
# Where a forge makes links of bare addresses, which CommonMark leaves alone.
EXTENDED = {
    "< https://foo.bar >\n": "<p>&lt; <a href='https://foo.bar'>https://foo.bar</a> &gt;</p>",
    "https://example.com\n": "<p><a href='https://example.com'>https://example.com</a></p>",
}
ADDRESSES = data_in(Path(__file__).with_name("addresses.yml"))


class Structure(HTMLParser):
    """HTML as the tags and words that it shows, white space folded."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = {name: value for name, value in attrs if name in ("href", "src", "alt", "title", "start")}
        shown = "".join(f" {name}={unquote(value or '')}" for name, value in sorted(kept.items()))
        self.parts.append(f"<{tag}{shown}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "img"):
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def __str__(self) -> str:
        return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join("".join(self.parts).split()))


def structure(nodes: tuple[tree.Node, ...]) -> str:
    """A tree as the reference writes it (https://spec.commonmark.org/0.31.2/)."""
    return "".join(map(_node, nodes))


# The tags that each kind of node stands between.
TAGS: dict[type, str] = {
    inlines.Emphasis: "em",
    inlines.Strong: "strong",
    tree.Paragraph: "p",
    tree.Item: "li",
    tree.Quote: "blockquote",
}


def _node(node: tree.Node) -> str:
    inside = structure(walking.children(node))
    if tag := TAGS.get(type(node)):
        return f"<{tag}>{inside}</{tag}>"
    return WRITTEN[type(node)](node, inside) if type(node) in WRITTEN else inside


def _link(node: inlines.Link, inside: str) -> str:
    written = node.target.id if node.target.kind == "outside" else node.target.written
    return f'<a href="{html.escape(written)}"{_title(node.title)}>{inside}</a>'


def _picture(node: inlines.Picture, _: str) -> str:
    return f'<img src="{html.escape(node.written)}" alt="{html.escape(node.alt)}"{_title(node.title)} />'


def _title(title: str) -> str:
    return f' title="{html.escape(title)}"' if title else ""


def _items(node: tree.Items, inside: str) -> str:
    name = "ul" if node.start is None else "ol"
    start = f' start="{node.start}"' if node.start not in (None, 1) else ""
    return f"<{name}{start}>{inside}</{name}>"


WRITTEN: dict[type, Callable[..., str]] = {
    inlines.Text: lambda node, _: html.escape(node.words),
    inlines.Code: lambda node, _: f"<code>{html.escape(node.words)}</code>",
    tree.CodeBlock: lambda node, _: f"<pre><code>{html.escape(node.words)}</code></pre>",
    inlines.Break: lambda node, _: "<br />",
    tree.Rule: lambda node, _: "<hr />",
    tree.Heading: lambda node, inside: f"<h{node.level}>{inside}</h{node.level}>",
    inlines.Link: _link,
    inlines.Picture: _picture,
    tree.Items: _items,
}


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_of_commonmark_has_the_structure_of_the_reference(number: int) -> None:
    example = EXAMPLES[number]
    parsed = parsed_text(example["markdown"])
    if {finding.code for finding in parsed.findings} & REFUSED:
        return
    wanted = EXTENDED.get(example["markdown"], example["html"])
    assert str(Structure(structure(parsed.blocks))) == str(Structure(wanted))


@pytest.mark.parametrize("written", ADDRESSES)
def test_a_bare_address_is_a_link_as_on_the_forge(written: str) -> None:
    parsed = parsed_text(written)
    links = [node for node, _ in walking.walk(parsed.blocks) if isinstance(node, inlines.Link)]
    assert {walking.plain(link.content): link.target.id for link in links} == ADDRESSES[written]
    for link in links:  # whose place is known
        assert written.encode()[link.at : link.end].decode() == walking.plain(link.content)


def test_bare_addresses_take_time_by_their_length_alone() -> None:
    for part in ("www.", "https://", "a.", "www.a.b)", "(https://a.b/", "https://a.b/((", "https://a.b/))"):
        with no_hang():
            parsed_text(part * (19_000 // len(part)))

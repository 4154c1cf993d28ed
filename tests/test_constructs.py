"""CONTRIBUTING's table of constructs tells no lie: each row is parsed by our parser and by a reference, read
as a forge reads it and as CommonMark.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt
from skeletons import Skeleton
from trees import web

from vademecum.checks.markdown.texts import Known, check_text
from vademecum.document.assembly import assemble
from vademecum.document.html import html
from vademecum.document.inlines import ENTRIES
from vademecum.document.markdown import parse
from vademecum.document.origin import Origin
from vademecum.editing import constructs
from vademecum.editing.constructs import catalogue
from vademecum.language.languages import LANGUAGES
from vademecum.sources.text.source_file import SourceFile

ROWS, OUTCOMES = catalogue()["rows"], catalogue()["outcomes"]
# Signs that are seen only where an outcome says so.
SIGNS = ("{", "[^", "[@", "[!", "[ ]", "**", "~~", "```", "<!--", "<b>", "!!!", "&")
COMMONMARK = MarkdownIt("commonmark")
FORGE = MarkdownIt("gfm-like2").disable("linkify")  # tables, tasks, alerts, struck words
# What a forge makes too, though the reference does not know it: notes and bare addresses.
# https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax
# https://github.github.com/gfm/#autolinks-extension-
DOCUMENTED = {
    "word[^1]\n\n[^1]: Its words.": "note",
    "https://example.org/": "link",
    "[text](https://example.org/a b)": "half a link",
}
KNOWN = Known(
    pages=[(kind, id_) for kind in ENTRIES for id_ in ("attractiveness", "grenoble", "about")],
    anchors=lambda kind, id: ("results",),
    files=("docs/fr/about.md",),
    pictures=("docs/assets/plan.png",),
    references=("cuf-2016-reunion", "gely-platforma"),
    figures=("mentions",),
)
named = pytest.mark.parametrize("row", ROWS, ids=[row["en"] for row in ROWS])


def holds(outcome: dict[str, Any], made: str, typed: str) -> None:
    """Whether HTML is what an outcome says: its elements, and the signs that stay to be seen."""
    skeleton = Skeleton(made)
    assert str(skeleton) == outcome["shape"], made
    if outcome.get("typed"):
        assert skeleton.words == " ".join(typed.split())
        return
    for sign in outcome.get("keeps", ()):
        assert sign in skeleton.words
    if "code" not in outcome["shape"]:
        seen = [sign for sign in SIGNS if sign in skeleton.words]
        assert seen == [sign for sign in SIGNS if sign in outcome.get("keeps", ())], skeleton.words


def as_seen(made: str) -> str:
    """HTML without what is there for those who hear it: a table's caption, the cell that names its row."""
    made = re.sub(r'<caption class="vm-unseen">.*?</caption>', "", made)
    return re.sub(r'<th scope="row"([^>]*)>(.*?)</th>', r"<td\1>\2</td>", made)


@named
def test_the_site_makes_what_the_row_says(row: dict[str, Any]) -> None:
    typed = row["write"]
    parsed = parse(Origin(SourceFile("docs/en/handbook/chapter.md", body=typed, text=typed), (), typed))
    document, findings = assemble(parsed.blocks, parsed.notes)
    told = {finding.code for finding in (*parsed.findings, *findings, *check_text(document, KNOWN))}
    assert told == set(row.get("told", ()))
    holds(OUTCOMES[row["site"]], as_seen(html(document, web("en"))), typed)


@named
def test_the_forge_makes_what_the_row_says(row: dict[str, Any]) -> None:
    if row["write"] in DOCUMENTED:
        assert row["forge"] == DOCUMENTED[row["write"]]
        return
    holds(OUTCOMES[row["forge"]], FORGE.render(row["write"]), row["write"])


@named
def test_commonmark_makes_what_the_row_says(row: dict[str, Any]) -> None:
    holds(OUTCOMES[row["commonmark"]], COMMONMARK.render(row["write"]), row["write"])


def test_every_outcome_is_some_rows() -> None:
    assert {row[by] for row in ROWS for by in ("site", "forge", "commonmark")} == set(OUTCOMES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_one_that_a_forge_shows(language: str) -> None:
    shown = Skeleton(FORGE.render(constructs.table(language)))
    assert str(shown).count("tr(") == len(ROWS) + 1
    for row in ROWS:
        assert row["write"].split("\n")[0].strip() in shown.words


def test_no_row_stands_twice() -> None:
    assert len({row["write"] for row in ROWS}) == len({row["en"] for row in ROWS}) == len(ROWS) >= 25

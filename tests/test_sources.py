"""Whatever a file holds, reading it ends in findings or in a sound library, never in an exception."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from projects import SOUND, findings
from trees import shown

FILES = (
    "lexicon/attractiveness.yml",
    "case_studies/valmont.fr.md",
    "docs/en/handbook/opening.md",
    "references.yml",
    "vocabularies.yml",
)
OFTEN = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
# What means something to YAML, Markdown, HTML or our own syntax.
MARKS = (
    *(
        "\n",
        "\n\n",
        "    ",
        "  \n",
        "\t",
        " ",
        "---\n",
        "- ",
        "1. ",
        "> ",
        "# ",
        "## ",
        "| ",
        "|\n| --- |\n",
        ":   ",
        "```\n",
    ),
    *(
        "> [!NOTE]\n> ",
        "!!! hero evil\n",
        "- [ ] ",
        "`",
        "*",
        "**",
        "_",
        "[",
        "](",
        ")",
        "![",
        "[@",
        "]",
        "[^1]",
        "[^1]: ",
        "{{ figure: x }}",
    ),
    *(
        "{",
        "#x ",
        "lang=fr",
        "style=x",
        "onclick=x",
        " }",
        "<",
        ">",
        "<script>",
        "</script>",
        "<img src=x onerror=y>",
        "<!--",
        "-->",
        "<?",
    ),
    *(
        "javascript:",
        "java&#115;cript:",
        "&Tab;",
        "&colon;",
        "&lt;",
        "data:",
        "https://",
        "//",
        "concept:attractiveness",
        "case:valmont",
    ),
    *("chapter:opening", "@reed-2019", "#first", "../", "attractiveness", "AEC"),
    *("é", "e\u0301", "\u00ad", "\u00a0", "'", '"', "\\", "&", "\x02", "\x03", "\x00", "\u2028", "\ufeff"),
    *("{", "}", ":", ": ", ",", "&a ", "*a", "!!str ", "<<: ", "0x1", "~", "%", "@"),
)
MARKED = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=25).map("".join)

PLAIN = "h1 h2 h3 h4 h5 h6 ul pre code em strong del br hr table thead tbody tr dl dt dd sup blockquote"
TAGS: dict[str, frozenset[str]] = dict.fromkeys(PLAIN.split(" "), frozenset()) | {
    "a": frozenset(("href", "title", "class", "data-term")),
    "img": frozenset(("src", "alt", "title", "loading")),
    "div": frozenset(("tabindex", "role", "aria-label", "class")),
    "p": frozenset(("class",)),
    "span": frozenset(("class",)),
    "td": frozenset(("class",)),
    "th": frozenset(("class", "scope")),
    "ol": frozenset(("start",)),
    "figure": frozenset(),
    "caption": frozenset(("class",)),
    "li": frozenset(("class",)),
    "input": frozenset(("type", "checked", "disabled", "aria-label")),
}
EVERYWHERE = {"id", "lang"}
SAFE = re.compile(r"https?:|mailto:|[^:]*$|[^:]*[#/]", re.IGNORECASE)


class Strange(HTMLParser):
    """Collects what stands outside the closed set: tags, attributes, classes, schemes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [] if tag in TAGS else [f"<{tag}>"]
        for name, value in attrs:
            self.found += [] if name in EVERYWHERE or name in TAGS.get(tag, ()) else [f"<{tag} {name}>"]
            if name in ("href", "src") and not SAFE.match(re.sub(r"[\x00-\x20]", "", value or "")):
                self.found.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    handle_decl = handle_pi = unknown_decl = handle_comment


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("any") / "project"))


def with_file(project: Path, path: str, content: bytes) -> None:
    """Find what there is to find with one file's content replaced, and put the file back."""
    file = project / path
    before = file.read_bytes() if file.exists() else None
    try:
        file.write_bytes(content)
        findings(project)
    finally:
        file.unlink() if before is None else file.write_bytes(before)


@pytest.mark.parametrize("path", FILES)
@OFTEN
@given(
    content=st.one_of(
        st.binary(max_size=80),
        MARKED.map(str.encode),
        MARKED.map(lambda text: f"---\n{text}\n---\n{text}".encode()),
    )
)
def test_any_content_can_be_read(project: Path, path: str, content: bytes) -> None:
    with_file(project, path, content)


@pytest.mark.parametrize("path", FILES[:4])
@OFTEN
@given(data=st.data())
def test_any_slip_can_be_read(project: Path, path: str, data: st.DataObject) -> None:
    text = (SOUND / path).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 20, len(text))))
    with_file(project, path, (text[:start] + data.draw(MARKED) + text[end:]).encode())


@settings(max_examples=400)
@given(body=MARKED)
def test_any_text_gives_only_the_closed_set_of_html(body: str) -> None:
    assert Strange(shown(body)).found == []


HUGE = {
    "lists in lists": "- deep\n" + "".join("    " * depth + "- deep\n" for depth in range(1, 200)),
    "boxes in boxes": "".join("> " * depth + "[!NOTE]\n" for depth in range(1, 200)),
    "quotations in quotations": "> " * 2_000 + "deep",
    "open brackets": "[" * 20_000,
    "open links": "[a](" * 10_000,
    "open pictures": "![" * 10_000,
    "open citations": "[@reed-2019; " * 5_000,
    "open emphasis": "*" * 20_000 + "a",
    "open code": "`" * 10_001 + "a",
    "open tags": "<" * 50_000,
    "open attributes": "{#a " * 10_000,
    "backslashes": "\\" * 50_001,
    "underlines": "_a" * 20_000,
    "entities": "&amp;" * 20_000,
    "cells": "|" * 20_000 + "\n" + "| --- " * 500,
    "words": "a " * 50_000,
    "terms": "word attractiveness " * 5_000,
    "notes": "\n".join(f"[^{n}]: note" for n in range(500)),
    "boxes": "> [!NOTE]\n> words\n\n" * 2_000,
    "headings": "## a\n\n" * 20_000,
    "dots": "." * 100_000,
    "spaces in a heading": "## A" + " " * 30_000 + "x",
    "spaces in a fence": "```" + " " * 30_000 + "x\n",
}


@pytest.mark.parametrize("body", HUGE.values(), ids=HUGE.keys())
def test_a_huge_or_deep_text_is_read(body: str) -> None:
    assert Strange(shown(body)).found == []


@pytest.mark.parametrize("step", ["stat", "open"])
def test_a_file_taken_away_while_it_is_read_is_a_finding(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SOUND, tmp_path / "project")
    gone, was = tmp_path / "project" / "references.yml", getattr(Path, step)

    def vanish(path: Path, *args: object, **kwargs: object) -> object:
        if path == gone:
            gone.unlink(missing_ok=True)
        return was(path, *args, **kwargs)

    monkeypatch.setattr(Path, step, vanish)
    assert ("unreadable-file", "references.yml") in {
        (finding.code, finding.location.path) for finding in findings(tmp_path / "project")
    }


def test_an_id_of_an_entry_at_fault_is_still_what_was_meant(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    works = project / "references.yml"
    works.write_text(
        works.read_text(encoding="utf-8") + "meyer-2020: {type: a survey, title: Voisins}\n", encoding="utf-8"
    )
    page = project / "docs/en/about.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nTwo [@meyer2020, 1].\n", encoding="utf-8")
    told = {one.code: one.values.get("nearest") for one in findings(project)}
    assert told["unknown-reference"] == "meyer-2020"

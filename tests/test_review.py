"""What a change means for readers: the cases of reviews.yml, what strangers write, where there is no base."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commands import run
from markdown_it import MarkdownIt
from repositories import commit, edit, git, repository

from vademecum.language.data import data_in
from vademecum.review import comparing, writing
from vademecum.review.changes import Review
from vademecum.sources.base import NoBase

CASES = data_in(Path(__file__).with_name("reviews.yml"))
FIELDS = ("Equivalence", "Locator", "Note", "Year")  # of those that a new concept may leave empty
# How the cases tell of an item of each list.
SHOWN: dict[str, Callable[[Any], str]] = {
    "pages": lambda p: (
        f"{p['change']} {p['kind']} {p['id']} {p['language']}"
        + (f" from {p['before']}" if p["before"] else "")
    ),
    "links": lambda k: (
        f"{k['change']} {k['form']} → {k['label']} by {k['term']} ({k['cause']}) "
        f"on {k['page']}: {k['sentence']}"
    ),
    "clashes": lambda c: (
        f"{c['language']} {c['concept']} “{c['form']}” {c['how']} {c['other']} “{c['other_form']}”"
    ),
    "findings": lambda f: f"{f['code']} {f['path']}",
    "mended": lambda f: f"{f['code']} {f['path']}",
    "stale": lambda s: f"{s['path']} {s['part']} {s['language']}",
    "facts": lambda f: f"{f['kind']} {f['fact']} {f['path']}:{f['line']} {'; '.join(f['sources'])}",
    "completeness": lambda e: (
        f"{e['kind']} {e['id']} {e['path']} {e['missing_language']} {e['filled']}: "
        + ", ".join(
            sorted(f"{w['field']} {w['empty']}" for w in e["wanted"] if w["field"].split(" · ")[-1] in FIELDS)
        )
    ),
}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return repository(tmp_path_factory.mktemp("review") / "project")


def reviewed(clone: Path, edits: dict[str, Any]) -> Review:
    """The review of some edits, which are undone after it."""
    edit(clone, edits)
    try:
        return comparing.review(clone, "main", "en")
    finally:
        git(clone, "reset", "--quiet", "--hard")
        git(clone, "clean", "--quiet", "--force", "-d")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_review_tells_what_changes(clone: Path, case: dict[str, Any]) -> None:
    told = json.loads(writing.as_json(reviewed(clone, case["edit"]), "en"))
    for name, expected in case["expect"].items():
        assert sorted(map(SHOWN[name], told[name])) == sorted(expected), name


STRANGER = (
    "@someone #12 !34 GH-56 https://evil.example www.evil.example <b>bold</b> <!-- [x](javascript:alert(1)) "
    "`code` | cell | **strong** ~~gone~~ deadbeef1234567 $x$ :tada: &amp; \\"
)


def test_words_of_strangers_mean_nothing_in_a_pull_request(clone: Path) -> None:
    title = json.dumps(STRANGER, ensure_ascii=False)
    text = f"---\ntitle: {title}\n---\n\n## Rayonnement {STRANGER}\n\nLe rayonnement, 12345 {STRANGER}\n"
    found = reviewed(clone, {"docs/fr/strange.md": text})
    written = writing.written(found, "en", "markdown")
    html = MarkdownIt("gfm-like", {"linkify": False}).render(written)
    assert "12345" in html and "someone" in html
    ours = {"details", "summary", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "h2", "h3", "p"}
    tags = {tag.strip("/").split()[0] for tag in re.findall(r"<(/?[a-zA-Z!][^>]*)>", html)}
    assert tags <= ours, tags - ours
    for reference in ("@someone", "#12", "!34", "GH-56", "https://", "www.evil", "deadbeef1234567", ":tada:"):
        assert reference not in html, reference
    cells = [row.count("<td") for row in html.split("<tr>")[1:]]
    assert set(cells) <= {0, 4, 5}, cells


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", writing.FORMATS)
def test_every_form_tells_of_every_list(clone: Path, form: str, language: str) -> None:
    named = {case["name"]: case["edit"] for case in CASES}
    both = (
        "a new synonym links in texts that nobody touched",
        "a new number and a new name, with the source of their sentence, and without",
    )
    text = writing.written(reviewed(clone, {**named[both[0]], **named[both[1]]}), language, form)
    for words in ("point", "1999", "Moulin 2016, 7", "Démarche"):
        assert words in text, words


def test_the_commit_that_the_work_left_is_compared_with_and_not_what_came_after(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    git(project, "checkout", "--quiet", "-b", "work")
    edit(project, {"lexicon/influence.yml": ["Ce qui se voit de loin.", "Ce qui se voit bien."]})
    commit(project)
    git(project, "checkout", "--quiet", "main")
    edit(project, {"lexicon/attractiveness.yml": ["Ce qui fait venir.", "Ce qui attire."]})
    commit(project)
    git(project, "checkout", "--quiet", "work")
    status, out, _ = run("review", "--project", project, "--base", "main", "--format", "json")
    assert status == 0
    changed = {page["id"] for page in json.loads(out)["pages"] if not page["follows"]}
    assert changed == {"influence"}


def test_where_there_is_no_base_it_is_said_why(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    commit(project)
    git(project, "branch", "before", "HEAD~1")
    git(tmp_path, "clone", "--quiet", "--depth", "1", project.as_uri(), "shallow")
    git(tmp_path / "shallow", "fetch", "--quiet", "--depth", "1", "origin", "before:before")
    git(project, "checkout", "--quiet", "--orphan", "alone")
    commit(project, "alone")
    loose = tmp_path / "loose"
    (loose / "docs").mkdir(parents=True)
    for folder, base, code in (
        (loose, "main", "no_repository"),
        (project, "nowhere", "unknown_base"),
        (project, "--help", "unknown_base"),
        (project, "main", "no_ancestor"),
        (tmp_path / "shallow", "before", "shallow"),
    ):
        with pytest.raises(NoBase) as none:
            comparing.base_commit(folder, base)
        assert none.value.code == code, base
    status, out, err = run("review", "--project", project, "--base", "nowhere", "--language", "fr")
    assert (status, out) == (1, "") and "nowhere" in err and "git fetch" in err


def test_a_base_is_read_without_its_links_and_what_it_would_run(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    secret = tmp_path / "secret.yml"
    secret.write_text("domain: strategy\n", encoding="utf-8")
    (project / "lexicon" / "linked.yml").symlink_to(secret)
    edit(
        project,
        {".gitattributes": "* filter=evil diff=evil\n", "hooks/mkdocs_hooks.py": "raise SystemExit\n"},
    )
    commit(project)
    with comparing.base_tree(project, "HEAD") as folder:
        names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert "lexicon/influence.yml" in names
    assert not names & {"lexicon/linked.yml", "hooks/mkdocs_hooks.py", ".gitattributes"}

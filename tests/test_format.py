"""`format`: keys in order, paragraphs wrapped, nothing lost; twice changes nothing; pages stay the same."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import SOUND, command, editions

from vademecum.editing.formatting import formatted
from vademecum.hosts import rendering
from vademecum.language.data import data_in
from vademecum.sources.reading import read_markdown, read_yaml

HERE = Path(__file__).parent
CASES = data_in(HERE / "format.yml")
FULL = HERE / "full"
FILES = sorted(
    path for project in (SOUND, FULL) for path in project.rglob("*") if path.suffix in (".md", ".yml")
)


@pytest.mark.parametrize("name", CASES)
def test_a_file_gets_its_customary_form(name: str) -> None:
    case = CASES[name]
    assert formatted(case["path"], case["text"]) == case.get("formatted", case["text"])
    assert formatted(case["path"], formatted(case["path"], case["text"])) == case.get(
        "formatted", case["text"]
    )


def path_of(path: Path) -> str:
    return path.relative_to(FULL if FULL in path.parents else SOUND).as_posix()


def shuffled(text: str, seed: int) -> str:
    """A YAML text with the keys of its first level in another order, each with a comment above."""
    lines, groups = text.rstrip("\n").split("\n"), []
    for line in lines:
        if not groups or (line[:1] not in (" ", "-", "#", "")):
            groups.append([f"# note on {line[:12]}"])
        groups[-1].append(line)
    random.Random(seed).shuffle(groups)
    return "\n".join(line for group in groups for line in group) + "\n"


@pytest.mark.parametrize("path", FILES, ids=path_of)
@pytest.mark.parametrize("seed", range(3))
def test_no_comment_no_character_and_no_value_is_lost(path: Path, seed: int) -> None:
    name, text = path_of(path), path.read_text(encoding="utf-8")
    if path.suffix == ".yml":
        text = shuffled(text, seed)
    elif text.startswith("---\n"):
        head, _, body = text[4:].partition("---\n")
        text = f"---\n{shuffled(head, seed)}---\n{body}"
    made = formatted(name, text)
    read = read_markdown if path.suffix == ".md" else read_yaml
    assert read(name, made)[0].data == read(name, text)[0].data
    assert sorted(made.split()) == sorted(text.split())
    assert formatted(name, made) == made
    for comment in (line for line in text.split("\n") if line.startswith("# note")):
        below = made.split("\n")[made.split("\n").index(comment) + 1]
        assert below.startswith(comment.removeprefix("# note on ")[:12])


def test_pages_stay_the_same(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))

    def pages() -> list[str]:
        return [str(rendering.render(one, page).html) for one in editions(project) for page in one.pages]

    before = pages()
    every = [str(path) for path in project.rglob("*") if path.suffix in (".md", ".yml")]
    done = command("format", "--project", str(project), "--language", "en", *every)
    assert done.returncode == 0, done.stderr
    assert pages() == before
    again = command("format", "--check", "--project", str(project), "--language", "en")
    assert (again.returncode, again.stdout, again.stderr.strip()) == (0, "", "Files to be formatted: 0.")


def test_check_names_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    file = project / "lexicon" / "influence.yml"
    text = shuffled(file.read_text(encoding="utf-8"), 1)
    file.write_text(text, encoding="utf-8")
    done = command("format", "--check", "--project", str(project), str(file))
    assert done.returncode == 1 and done.stdout == "lexicon/influence.yml\n"
    assert file.read_text(encoding="utf-8") == text


def test_without_a_file_it_tells_what_would_change_and_writes_nothing(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    file = project / "lexicon" / "influence.yml"
    text = shuffled(file.read_text(encoding="utf-8"), 1)
    file.write_text(text, encoding="utf-8")
    done = command("format", "--project", str(project), "--language", "en")
    assert done.returncode == 0 and "lexicon/influence.yml\n" in done.stdout
    assert "Nothing was written. “build.py format FILE”" in done.stderr
    assert file.read_text(encoding="utf-8") == text


WORDS = st.sampled_from(
    ["mot", "l'eau", "10.", "-", "+", "#", "> x", "| a |", "*mot*", "**fort**", "[@reed-2019,", "2]", "é:",
     "`code", "x`", "![a](b)", "[t](https://example.org)", "===", "---", "***", "1)", "\\", "<b>", "&amp;",
     "{lang=en}", "a\u00a0b"]
)  # fmt: skip
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@settings(max_examples=60)
@given(st.lists(PARAGRAPH, min_size=1, max_size=4).map("\n\n".join))
def test_wrapped_text_reads_the_same(text: str) -> None:
    from vademecum.editing.formatting import _shown, wrapped

    made = wrapped(text)
    assert _shown(made) == _shown(text)
    assert made.split() == text.split() and wrapped(made) == made


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    project = Path(shutil.copytree(SOUND, tmp_path / "project"))
    outside = tmp_path / "outside"
    outside.write_text("mine", encoding="utf-8")
    (project / "docs/fr/.about.md.tmp").symlink_to(outside)
    about = project / "docs/fr/about.md"
    about.write_text("---\nsummary: Bref.\ntitle: À propos\n---\n\nUn mot.\n", encoding="utf-8")
    assert command("format", "--project", str(project), str(about)).returncode == 0
    assert about.read_text(encoding="utf-8").startswith("---\ntitle: ")
    assert outside.read_text(encoding="utf-8") == "mine"

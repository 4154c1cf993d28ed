"""CONTRIBUTING, in English and in French: its tables name every field, its examples pass the check, its
messages are those that the check gives, and whoever follows its steps gets what it says.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import typing
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt
from projects import findings
from pydantic.fields import FieldInfo

from vademecum.checks import messages
from vademecum.editing import tables
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset
from vademecum.model import Model, kinds, shapes

HOUSE = Path(__file__).resolve().parents[1]
CASES = Path(__file__).parent / "docs"
TEXTS = {language: (HOUSE / name).read_text(encoding="utf-8") for language, name in tables.DOCUMENTS.items()}
FORMATS = data_in(CASES / "formats.yml")
MISTAKES = data_in(CASES / "mistakes.yml")
FORMATS_HEADING = {"en": "Formats", "fr": "Formats"}
LOCALES = {"en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8"}
both = pytest.mark.parametrize("language", LANGUAGES)
each_table = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in FORMATS]
)
each_mistake = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in MISTAKES[language]]
)


# -- fields --------------------------------------------------------------------------------------------------


def rows(language: str, heading: str) -> dict[str, tuple[str, bool]]:
    """The table below a heading of CONTRIBUTING: key -> (type, whether it is required)."""
    text = re.sub("[\u00a0\u202f]", " ", TEXTS[language])
    below = re.split(rf"^#+ {re.escape(heading)}$", text, flags=re.MULTILINE)
    assert len(below) == 2, f"CONTRIBUTING has no heading, or several, {heading!r}"
    table = re.split(r"^#", below[1], flags=re.MULTILINE)[0]
    found = re.findall(r"^\| `([^`]+)` \| (.*?) \| (yes|no|oui|non) \|", table, re.MULTILINE)
    return {key: (kind, required in ("yes", "oui")) for key, kind, required in found}


def models() -> dict[str, type[Model]]:
    """Every model that editors fill, those inside others included."""
    return {made.__name__: made for made in shapes.models(*(kind.model for kind in kinds.KINDS))}


def fields(name: str) -> dict[str, FieldInfo]:
    """The fields that an editor writes: the id comes from the file's name or the entry's key."""
    return {info.alias or key: info for key, info in models()[name].model_fields.items() if key != "id"}


def literals(annotation: object) -> set[str]:
    """The words that a field of closed choice takes."""
    if typing.get_origin(annotation) is typing.Literal:
        return set(typing.get_args(annotation)) - set(LANGUAGES)
    return {word for argument in typing.get_args(annotation) for word in literals(argument)}


@each_table
def test_tables_name_the_fields_of_the_models(language: str, name: str) -> None:
    assert list(rows(language, FORMATS[name][language])) == list(fields(name))


@each_table
def test_tables_say_what_is_required(language: str, name: str) -> None:
    required = {key for key, info in fields(name).items() if info.is_required()}
    assert {key for key, (_, said) in rows(language, FORMATS[name][language]).items() if said} == required


@each_table
def test_tables_name_every_choice(language: str, name: str) -> None:
    for key, (kind, _) in rows(language, FORMATS[name][language]).items():
        choices = literals(fields(name)[key].annotation)
        assert choices <= set(re.findall(r"`([^`]+)`", kind)), f"choices of {key!r}"


@both
def test_tables_are_those_that_the_model_gives(language: str) -> None:
    text = TEXTS[language]
    assert tables.written(text, language) == text, "run python -m vademecum.editing.tables"


@both
def test_every_table_of_a_model_is_there(language: str) -> None:
    # The translation's table shows in place the {name: …} that a party becomes there.
    named = {"AuthorityTranslation", "PlaceTranslation", "FunderTranslation", "CaseDocumentTranslation"}
    assert models().keys() - named == FORMATS.keys()
    assert len(tables.TABLE.findall(TEXTS[language])) == len(FORMATS) + 1


# -- examples ------------------------------------------------------------------------------------------------


class Example(NamedTuple):
    """A file that the text has its reader make, or add to."""

    path: str
    text: str


class Command(NamedTuple):
    """A command line after `build.py`."""

    words: list[str]


class Answer(NamedTuple):
    """What the command before says."""

    text: str


BLOCK = re.compile(r"(?:`([\w./-]+)`[ \u00a0]?:\n\n)?^(````?)(\w*)\n(.*?\n)\2$", re.DOTALL | re.MULTILINE)


def steps(language: str) -> Iterator[Example | Command | Answer]:
    """What CONTRIBUTING has its reader do, in order; a block of neither a file nor a command is an answer."""
    for path, _, kind, text in BLOCK.findall(TEXTS[language]):
        if path:
            yield Example(path, text)
        elif text.startswith("python3 build.py"):
            for line in text.splitlines():
                yield Command(shlex.split(line)[2:])
        else:
            assert not kind, f"no path stands above the example\n{text}"
            yield Answer(text)


def lay(folder: Path, language: str) -> Path:
    """A small project with the examples in it; what goes into a file that is there is added to its end."""
    project = Path(shutil.copytree(CASES / "base", folder / "project"))
    for step in steps(language):
        if isinstance(step, Example):
            add(project, step)
    return project


def add(project: Path, example: Example) -> None:
    path = project / example.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(example.text)


@both
def test_there_is_an_example_of_each_kind(language: str) -> None:
    paths = [step.path for step in steps(language) if isinstance(step, Example)]
    folders = {"references.yml", "lexicon", "case_studies", "docs", ".."}  # a table is no part of a project
    assert {path.split("/")[0] for path in paths} == folders
    for kind in kinds.KINDS:
        shown = any(kind.is_at(path) for path in paths) or kind.path in paths
        assert shown or kind.name in ("page", "acronyms", "vocabularies"), kind.name


def test_the_first_example_in_french_is_an_original_in_french() -> None:
    first = next(step for step in steps("fr") if isinstance(step, Example))
    assert first.path == "case_studies/exempleville.fr.md" and "\nperiod:" in first.text


@both
def test_both_languages_of_an_example_are_shown(language: str) -> None:
    paths = [step.path for step in steps(language) if isinstance(step, Example)]
    assert {f"case_studies/exempleville.{spoken}.md" for spoken in LANGUAGES} <= set(paths)


# -- steps ---------------------------------------------------------------------------------------------------


@both
def test_whoever_follows_the_steps_gets_what_the_text_says(language: str, tmp_path: Path) -> None:
    project = Path(shutil.copytree(CASES / "base", tmp_path / "project"))
    said = ""
    for step in steps(language):
        if isinstance(step, Example):
            add(project, step)
        elif isinstance(step, Command):
            said = obeyed(step.words, project, language)
        else:
            assert step.text in said, said


def obeyed(words: list[str], project: Path, language: str) -> str:
    """What a command says as it is written, in a project that is not this one; it must end well."""
    if words[:1] == ["test"]:
        return ""  # this is it
    environment = os.environ | {"LC_ALL": LOCALES[language], "PYTHONPATH": str(HOUSE)}
    line = [sys.executable, "-P", "-m", "vademecum", *words, "--project", str(project)]
    if words[:1] == ["serve"]:
        return served(line, environment, project)
    done = subprocess.run(
        line, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{shlex.join(words)}\n{done.stdout}{done.stderr}"
    if "--output" in words:
        assert (project / words[words.index("--output") + 1]).read_bytes().startswith(b"%PDF")
    return done.stdout + done.stderr


def served(line: list[str], environment: dict[str, str], project: Path) -> str:
    """Begin a preview, look at its first page, and stop it as Ctrl+C would."""
    with subprocess.Popen(
        [*line, "--port", "0"],
        cwd=project,
        env=environment | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as server:
        try:
            assert server.stdout is not None
            told = next(filter(None, (re.search(r"http://[\w.:]+/", out) for out in server.stdout)))[0]
            with urllib.request.urlopen(told, timeout=60) as page:
                assert page.status == 200
        finally:
            server.terminate()
    return ""


# -- messages ------------------------------------------------------------------------------------------------


@each_mistake
def test_messages_shown_are_the_messages_given(language: str, name: str, tmp_path: Path) -> None:
    project = lay(tmp_path, language)
    mistake = MISTAKES[language][name]
    file = project / mistake["file"]
    for old, new in mistake["change"].items():
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{file.name} no longer holds {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = [messages.line(finding, language) for finding in findings(project) if messages.is_fault(finding)]
    assert said and all(f"\n  {line}\n" in TEXTS[language] for line in said), (
        "CONTRIBUTING does not show what the check says:\n" + "\n".join(said)
    )


@both
def test_every_mistake_shown_is_tried(language: str) -> None:
    shown = re.findall(r"^ +[\w./-]+:\d+:\d+: ", TEXTS[language], re.MULTILINE)
    assert len(shown) == len(MISTAKES[language])


@both
def test_messages_point_to_a_heading_that_is_there(language: str) -> None:
    assert re.search(r"CONTRIBUTING\S*\.md", messages.catalogue()["bad-form"][language][2])
    assert f"\n## {FORMATS_HEADING[language]}\n" in TEXTS[language]


# -- the text itself -----------------------------------------------------------------------------------------


def slug(heading: str) -> str:
    """A heading's anchor as the forge makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@both
def test_links_within_the_text_lead_somewhere(language: str) -> None:
    prose = BLOCK.sub("", TEXTS[language])
    prose = re.sub(r"`[^`\n]*`", "", prose)
    anchors = {slug(heading) for heading in re.findall(r"^#+ (.*)$", prose, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", prose)) <= anchors
    for path in re.findall(r"\]\((?!#|https?:)([^)]+)\)", prose):
        assert (HOUSE / path.partition("#")[0]).exists(), path


@both
def test_every_language_names_the_other(language: str) -> None:
    others = [name for spoken, name in tables.DOCUMENTS.items() if spoken != language]
    assert all(f"]({name})" in TEXTS[language].split("\n## ")[0] for name in others)


def test_the_french_text_is_set_as_french_wants() -> None:
    tokens = MarkdownIt("gfm-like2").disable("linkify").parse(TEXTS["fr"])
    words = [
        child.content
        for token in tokens
        if token.type == "inline"
        for child in token.children or ()
        if child.type == "text"
    ]
    assert [text for text in words if typeset(text, "fr") != text] == []

"""Which translations are older than their originals: the histories of histories.yml, and the record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st
from projects import SOUND
from repositories import edit

from vademecum.language.data import data_in
from vademecum.sources.loading import load
from vademecum.translations import noting, record
from vademecum.translations.passages import digest, key_of
from vademecum.translations.record import Seen
from vademecum.translations.sections import Section, paired
from vademecum.translations.states import survey

HISTORIES = data_in(Path(__file__).with_name("histories.yml"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


def note(project: Path, *files: str) -> None:
    """Record as the command and the job do."""
    record.write(project, noting.noted(load(project)[0], record.read(project)[0], files).record)


def standing(project: Path) -> list[str]:
    """What is not as it should be."""
    found = survey(load(project)[0], record.read(project)[0])
    told = found.of("stale", "missing", "orphaned")
    return sorted(f"{one.condition} {one.unit.key} {one.part.name} {one.language}" for one in told)


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history["name"])
def test_what_is_stale_after_each_step(project: Path, history: dict[str, Any]) -> None:
    note(project)
    at_first = standing(project)
    for number, step in enumerate(history["steps"], 1):
        edit(project, step.get("edit", {}))
        for before, after in step.get("move", {}).items():
            (project / before).rename(project / after)
        if files := step.get("translated"):
            note(project, *files)
        assert [one for one in standing(project) if one not in at_first] == sorted(step["stands"]), number
        if step.get("recorded", True):
            note(project)
            assert [one for one in standing(project) if one not in at_first] == sorted(step["stands"]), number


def test_a_record_is_read_as_it_was_written(project: Path) -> None:
    note(project)
    first = (project / record.FILE).read_bytes()
    known, damaged = record.read(project)
    assert not damaged and record.text_of(known).encode() == first
    note(project)
    assert (project / record.FILE).read_bytes() == first


LANGUAGE_SETS = st.sampled_from((("fr",), ("en",), ("fr", "en"), ("en", "fr")))
DIGESTS = st.text("0123456789abcdef", min_size=12, max_size=12)
NAMES = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1, max_size=20)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.tuples(LANGUAGE_SETS, DIGESTS), min_size=1)))
def test_any_record_survives_being_written(made: dict[str, dict[str, tuple[tuple[str, ...], str]]]) -> None:
    whole = {
        key: {
            name: {language: Seen(seen) for language in languages}
            for name, (languages, seen) in parts.items()
        }
        for key, parts in made.items()
    }
    read = record.parsed(record.text_of(whole))
    assert read == whole
    for key, parts in whole.items():  # the original comes first
        assert all(list(read[key][name]) == list(said) for name, said in parts.items())


DAMAGED = [
    "",
    "[]",
    "{",
    '{"a": 1}',
    '{"a": {"b": "de:0123456789ab"}}',
    '{"a": {"b": ""}}',
    "<<<<<<< HEAD\n{}\n",
]


@pytest.mark.parametrize("text", [*DAMAGED, "[" * 100_000], ids=range(len(DAMAGED) + 1))
def test_a_damaged_record_is_told_and_left(project: Path, text: str) -> None:
    (project / record.FILE).write_text(text, encoding="utf-8")
    for language, words in (("fr", "ne se lit pas"), ("en", "cannot be read")):
        status, out, _ = run("translated", "--project", project, "--language", language)
        assert status == 1 and out.startswith(f"{record.FILE}:1:1: ") and words in out
    assert (project / record.FILE).read_text(encoding="utf-8") == text


def test_a_record_that_leads_elsewhere_is_not_written_through(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("{}\n", encoding="utf-8")
    (project / record.FILE).symlink_to(other)
    assert run("translated", "--project", project)[0] == 1
    assert other.read_text(encoding="utf-8") == "{}\n"


def test_translated_says_what_is_up_to_date_and_what_is_no_text(project: Path) -> None:
    note(project)
    edit(project, {"lexicon/influence.yml": ["Ce qui se voit de loin.", "Ce qui se voit de près."]})
    status, out, err = run("translated", "lexicon/influence.yml", "--project", project, "--language", "en")
    assert (status, out) == (0, "lexicon/influence.yml: summary is up to date.\n"), err
    for file in ("lexicon/nothing.yml", "../outside.yml", "docs/assets/map.png"):
        status, out, err = run("translated", file, "--project", project, "--language", "en")
        assert (status, out) == (1, "") and file in err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_only_the_pairs_of_a_named_file_are_noted(project: Path, language: str) -> None:
    note(project)
    before = record.read(project)[0]
    edit(
        project,
        {
            "lexicon/influence.yml": ["Ce qui se voit de loin.", "Ce qui se voit de près."],
            f"case_studies/valmont.{language}.md": ["summary: ", "summary: All the same, "],
            "docs/fr/about.md": ["Voir", "Lire d’abord"],
            "docs/en/about.md": ["See", "Read first"],
        },
    )
    note(project, f"case_studies/valmont.{language}.md")
    after = record.read(project)[0]
    assert {key for key in after if after[key] != before.get(key)} == {key_of("case_studies/valmont.fr.md")}


@given(st.text(), st.sampled_from([" ", "\n", ",", " ; ", "’", "« ", "\u00a0", "**"]))
def test_spaces_case_and_punctuation_change_no_digest(words: str, sign: str) -> None:
    letters = "".join(character for character in words if character.isalpha() and character.isascii())
    for at in range(0, len(letters), 3):
        assert digest(letters[:at] + sign + letters[at:].upper()) == digest(letters)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("docs/fr/handbook/opening.md", "docs/handbook/opening"),
        ("docs/en/about.md", "docs/about"),
        ("case_studies/valmont.fr.md", "case_studies/valmont"),
        ("lexicon/influence.yml", "lexicon/influence.yml"),
    ],
)
def test_a_unit_is_named_without_its_language(path: str, key: str) -> None:
    assert key_of(path) == key


def section(anchor: str, words: str = "", own: bool = False) -> Section:
    return Section(anchor, 2, own, words or anchor, 1)


PAIRS: dict[str, tuple[str, str, list[tuple[str, str]], str]] = {
    "in order": ("a b c", "x y z", [], "a-x b-y c-z"),
    "known, moved": ("a b c", "z x y", [("c", "z")], "a-x b-y c-z"),
    "anchors of their authors": ("!a b !c", "!c !a y", [], "!a-!a b-y !c-!c"),
    "what they cite": ("a:@one b:@two", "x:@two y:@one", [], "a-y b-x"),
    "one too many here": ("a b !c", "x !c", [], "a-x !c-!c"),
    "one too many there": ("a !c", "x y !c z", [], "a-x !c-!c"),
    "nothing": ("", "x", [], ""),
}


@pytest.mark.parametrize("case", PAIRS.values(), ids=PAIRS)
def test_sections_that_say_the_same_are_found(case: tuple[str, str, list[tuple[str, str]], str]) -> None:
    def sections(text: str) -> list[Section]:
        return [section(one.partition(":")[0], one.partition(":")[2], "!" in one) for one in text.split()]

    one, other, known, expected = case
    assert [f"{a}-{b}" for a, b in paired(sections(one), sections(other), known)] == expected.split()


def test_a_record_of_another_project_is_no_fault(project: Path) -> None:
    data = {"lexicon/gone.yml": {"summary": "fr:0123456789ab en:ba9876543210"}}
    (project / record.FILE).write_text(json.dumps(data), encoding="utf-8")
    note(project)
    assert "lexicon/gone.yml" not in record.read(project)[0]

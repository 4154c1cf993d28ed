"""Natural mistakes, one in each copy of the sound project: the place where it is told, and the very words.

The data stand in tests/mistakes, by groups. Each mistake names a file and what is changed in it, or a file
that is made or moved there; and what `check` tells of it: file, line and column, code, message in both
languages.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from projects import SOUND, findings

from vademecum.checks import messages
from vademecum.language.data import data_in
from vademecum.sources.cache import Cache

FOLDER = Path(__file__).parent / "mistakes"
NATURAL: dict[str, dict[str, Any]] = data_in(FOLDER.parent / "natural.yml")
TODAY = datetime.date(2026, 11, 26)  # a day that stays: messages tell it
CACHE = Cache()  # of the sound project, so that only what a mistake touches is read
GROUPS: dict[str, dict[str, Any]] = {path.stem: data_in(path) for path in sorted(FOLDER.glob("*.yml"))}
MISTAKES = [(group, name) for group, mistakes in GROUPS.items() for name in mistakes]


@pytest.fixture(scope="module", autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path_factory.mktemp("mistakes") / "project"))


def told(project: Path, mistake: dict[str, Any]) -> dict[str, list[str]]:
    """What the check tells of a mistake, which is mended again, a file that is moved too."""
    moved = project / mistake["moved"] if "moved" in mistake else None
    kept = moved.read_bytes() if moved else b""
    file = project / mistake["file"]
    before = file.read_bytes() if file.exists() else None
    new_folder = None if file.parent.exists() else file.parent
    if before is None or "change" not in mistake:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = kept.decode() if moved else mistake["create"]
    else:
        text = before.decode()
        for old, new in mistake["change"].items():
            assert old in text, f"{mistake['file']} no longer holds {old!r}"
            text = text.replace(old, new, 1)
    try:
        if moved:
            moved.unlink()
        file.write_bytes(text.encode(mistake.get("encoding", "utf-8")))
        found = findings(project, CACHE)
    finally:
        file.unlink() if before is None else file.write_bytes(before)
        if moved:
            moved.write_bytes(kept)
        if new_folder:
            new_folder.rmdir()
    places = [f"{f.location.path}:{f.location.line}:{f.location.column} {f.code}" for f in found]
    return {
        "told": places,
        **{language: [messages.message(f, language) for f in found] for language in ("fr", "en")},
    }


@pytest.mark.parametrize(("group", "name"), MISTAKES, ids=[f"{group}: {name}" for group, name in MISTAKES])
def test_a_mistake_is_told_at_its_place(group: str, name: str, project: Path) -> None:
    mistake = GROUPS[group][name]
    found = told(project, mistake)
    assert found["told"], "nothing is told"
    assert "told" in mistake, f"not written yet: .venv/bin/python tests/rewrite.py --write {group}"
    assert found == {key: mistake[key] for key in ("told", "fr", "en")}


@pytest.mark.parametrize("name", NATURAL)
def test_nothing_is_told_of_what_is_natural(name: str, project: Path) -> None:
    """`text` stands at the end of a page, French unless a file is named, and of no translation of it; what is
    changed in one language's file stands in no translation either.
    """
    change, alone = NATURAL[name], ("lengths-differ", "items-differ", "-untranslated", "number-added")
    if "text" in change:
        file = change.get("file", "docs/fr/about.md")
        before = (project / file).read_text(encoding="utf-8")
        change = {"file": file, "create": f"{before.rstrip()}\n\n{change['text']}\n"}
    found = told(project, change)
    kept = [
        n
        for n, place in enumerate(found["told"])
        if not place.endswith(alone if "text" in NATURAL[name] or ".md" in place else ())
    ]
    assert [found["fr"][n] for n in kept] == []


def test_there_are_enough_of_them() -> None:
    assert len(MISTAKES) >= 250


@pytest.mark.parametrize(
    "name", ["a.md~", "#a.md#", "4913", "a.md.bak", "~$a.md", "Thumbs.db", "desktop.ini"]
)
@pytest.mark.parametrize("folder", ["docs/fr", "lexicon", "case_studies", "docs/assets"])
def test_what_programs_leave_behind_is_passed_over(folder: str, name: str, project: Path) -> None:
    file = project / folder / name
    file.write_text("x", encoding="utf-8")
    try:
        assert findings(project, CACHE) == []
    finally:
        file.unlink()


def test_one_fault_hides_no_other(project: Path) -> None:
    file = project / "docs/fr/about.md"
    before = file.read_text(encoding="utf-8")
    file.write_text(
        "---\ntitel: À propos\n---\n\nUn \x07 mot\u202e 🙂 <b>fort</b> @reed-2019.\n", encoding="utf-8"
    )
    try:
        codes = [finding.code for finding in findings(project, CACHE)]
    finally:
        file.write_text(before, encoding="utf-8")
    assert codes == [
        "unknown-key",
        "control-character",
        "invisible-character",
        "unprintable-character",
        "raw-html",
        "loose-citation",
    ]

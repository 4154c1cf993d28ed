"""Printing twice, in two folders, gives the same bytes; what has not changed is not made again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pressed import printed
from projects import SOUND, editions

from vademecum.checks import messages
from vademecum.print import composing, press, printing


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")}


def print_sound(folder: Path) -> dict[str, bytes]:
    """The sound project copied to a folder and printed there."""
    project = Path(shutil.copytree(SOUND, folder / "project"))
    edition = editions(project)[0]
    printed(edition, list(composing.documents(edition)), folder)
    return files(folder / "pdf")


def test_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = print_sound(tmp_path / "one"), print_sound(tmp_path / "two")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_what_the_press_could_not_hold_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing, "MOST", 2)
    edition = editions(Path(shutil.copytree(SOUND, tmp_path / "project")))[1]
    remarks = printing.print_language(edition, tmp_path / "pdf")
    assert [messages.message(remark, "en") for remark in remarks] == [
        "a document too long to be printed whole; Handbook: 4 texts; "
        "the limit is 2; make booklets of it in docs/booklets.yml"
    ]
    assert sorted(files(tmp_path / "pdf")) == [
        "en/case-studies/map.pdf",
        "en/case-studies/valmont.pdf",
        "en/handbook/opening.pdf",
        "en/lexicon.pdf",
    ]
    assert [
        printing.documents_of(edition, page)
        for page in edition.pages
        if (page.kind, page.id) == ("index", "handbook")
    ] == [[]]


def test_what_has_not_changed_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = print_sound(tmp_path)
    monkeypatch.setattr(
        press, "run", lambda jobs, root: pytest.fail(f"made again: {[job['name'] for job in jobs]}")
    )
    edition = editions(tmp_path / "project")[0]
    printed(edition, list(composing.documents(edition)), tmp_path)
    assert files(tmp_path / "pdf") == first


def test_a_changed_text_is_made_again_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_sound(tmp_path)
    made: list[str] = []
    run = press.run
    monkeypatch.setattr(
        press, "run", lambda jobs, root: made.extend(job["name"] for job in jobs) or run(jobs, root)
    )
    chapter = next((tmp_path / "project" / "docs" / "fr" / "handbook").glob("*.md"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nUne phrase de plus.\n", encoding="utf-8")
    edition = editions(tmp_path / "project")[0]
    printed(edition, list(composing.documents(edition)), tmp_path)
    assert sorted(made) == sorted([f"manuel/{chapter.stem}.pdf", "vade-mecum.pdf"]) or len(made) == 2

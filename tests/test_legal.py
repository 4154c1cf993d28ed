"""The legal notice: what the settings leave out of it is a remark, at its place, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import SOUND, command

from vademecum.checks import report
from vademecum.hosts.legal import unfilled

NOTICE = "---\ntitle: Legal notice\n---\nText.\n"
NOTHING = "site_name: Ours\nextra:\n  forge: github\n"
SOME = (
    "site_name: Ours\nextra:\n  publisher: A town\n  director: !ENV [NO_SUCH_VARIABLE, '']\n  host: A host\n"
)
ALL = SOME.replace("!ENV [NO_SUCH_VARIABLE, '']", "Its mayor") + "  publisher_address: A street\n"


def project(folder: Path, settings: str | None, notice: bool = True) -> Path:
    made = Path(shutil.copytree(SOUND, folder / "project"))
    if settings is not None:
        (made / "mkdocs.yml").write_text(settings, encoding="utf-8")
    if notice:
        (made / "docs/en/legal.md").write_text(NOTICE, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("site_name: Ours\n", "mkdocs.yml:1:1 publisher, publisher_address, director, host"),
        (NOTHING, "mkdocs.yml:2:1 publisher, publisher_address, director, host"),
        (SOME, "mkdocs.yml:2:1 publisher_address, director"),
        (SOME + "  publisher_address: A street\n", "mkdocs.yml:4:3 director"),
        (ALL, None),
        ("extra: [\n", None),
        (None, None),
    ],
    ids=["no extra", "no key", "some", "an empty variable", "all", "unreadable", "no settings"],
)
def test_what_is_left_out_is_told_at_its_place(
    settings: str | None, told: str | None, tmp_path: Path
) -> None:
    found = unfilled(project(tmp_path, settings))
    lines = [
        f"{one.location.path}:{one.location.line}:{one.location.column} {one.values['found']}"
        for one in found
    ]
    assert lines == ([told] if told else [])


def test_a_variable_of_the_environment_fills_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_SUCH_VARIABLE", "Its mayor")
    assert unfilled(project(tmp_path, SOME + "  publisher_address: A street\n")) == []


def test_a_project_without_a_notice_owes_nothing(tmp_path: Path) -> None:
    assert unfilled(project(tmp_path, NOTHING, notice=False)) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_check_tells_it_in_both_languages(language: str, tmp_path: Path) -> None:
    made = project(tmp_path, f"{NOTHING}hooks: [hook.py]\n")
    (made / "hook.py").touch()
    (line,) = [report.line_of_level(finding, language) for finding in unfilled(made)]
    done = command("check", "--project", str(made), "--language", language)
    assert (done.returncode, line in done.stdout.splitlines()) == (0, True), done.stdout

"""Everything an editor can get wrong: one small project a rule, and the lines that `check` tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import BROKEN, EXPECTED, SOUND, command, findings, laid_over
from test_mistakes import GROUPS

from vademecum.checks import messages
from vademecum.checks.together import COMPARED, UNUSED

CASES = sorted(folder.name for folder in BROKEN.iterdir())
CODES = {code: message["level"] for code, message in messages.catalogue().items() if "level" in message}
# What no file of a small size shows, or not every system can hold: tests/test_limits.py makes it.
MADE = {"file-too-large", "picture-too-large", "same-name"}
# What only a build or `print` can find: tests/site and tests/print look at it.
# What the settings leave out: tests/test_legal.py.
OF_SETTINGS = {
    *("own-address", "no-own-page", "unsaid-publisher"),
    *("setting-address", "setting-form", "setting-missing", "setting-refused", "setting-unsaid"),
}
OF_A_BUILD = {"document-too-long", "handout-too-long", "no-dates", "unknown-to-print", "unprintable-document"}


@pytest.fixture
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return laid_over(BROKEN / request.param, tmp_path)


def files(project: Path) -> dict[str, bytes | None]:
    """What stands in a project, but for the folder that a build works in."""
    standing = (path for path in project.rglob("*") if ".cache" not in path.parts)
    return {
        str(path.relative_to(project)): path.read_bytes() if path.is_file() else None for path in standing
    }


def test_nothing_is_found_in_the_sound_project() -> None:
    assert findings(SOUND) == []


@pytest.mark.parametrize(("broken", "case"), [(case, case) for case in CASES], indirect=["broken"], ids=CASES)
def test_findings_are_told_with_their_places(broken: Path, case: str) -> None:
    """In both languages; what the project is named after is among them."""
    found = findings(broken)
    for language, name in EXPECTED.items():
        told = [messages.line(finding, language) for finding in found]
        assert told == (BROKEN / case / name).read_text(encoding="utf-8").splitlines()
    assert case in {finding.code for finding in found}


@pytest.mark.parametrize(
    ("broken", "status"), [("silent-section", 0), ("long-paragraph", 1), ("tag", 1)], indirect=["broken"]
)
def test_a_strict_check_lets_no_remark_pass_but_for_silent_sections(broken: Path, status: int) -> None:
    assert command("check", "--project", str(broken), "--strict").returncode == status


def test_every_rule_has_a_project() -> None:
    mistakes = [mistake for group in GROUPS.values() for mistake in group.values()]
    told = {place.rpartition(" ")[2] for mistake in mistakes for place in mistake["told"]}
    assert set(CASES) | told == CODES.keys() - OF_A_BUILD - OF_SETTINGS - MADE


@pytest.mark.parametrize("broken", ["scheme", "bad-yaml"], indirect=True)
@pytest.mark.parametrize("name", ["check", "site"])
def test_a_fault_leaves_everything_as_it_was(broken: Path, name: str) -> None:
    (broken / "site").mkdir()
    (broken / "site" / "index.html").write_text("before", encoding="utf-8")
    before = files(broken)
    assert command(name, "--project", str(broken)).returncode == 1
    assert files(broken) == before


@pytest.mark.parametrize("broken", ["long-paragraph"], indirect=True)
def test_a_remark_is_no_fault(broken: Path) -> None:
    done = command("check", "--project", str(broken), "--language", "en")
    assert (done.returncode, done.stdout.count("\n")) == (0, len(findings(broken)))


@pytest.mark.parametrize("language", EXPECTED)
@pytest.mark.parametrize("broken", ["unknown-concept"], indirect=True)
def test_the_command_tells_every_file_in_one_run(broken: Path, language: str) -> None:
    done = command("check", "--project", str(broken), "--language", language)
    assert done.stdout == (BROKEN / "unknown-concept" / EXPECTED[language]).read_text(encoding="utf-8")


def test_what_is_told_once_is_told_by_some_rule() -> None:
    assert CODES.keys() >= COMPARED | UNUSED

"""How much a text may hold, what may lie among the files: limits are findings, hostile texts are quick."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hangs import no_hang
from hostile import CASE, FRONT, HOSTILE, HOSTILE_OUTCOMES, HOSTILE_PAIRS, OPENING
from projects import SOUND, findings

from vademecum.sources.text import limits
from vademecum.sources.text.invisible import unseen, visible

# What twice as much text more costs in calls, which are the same each time: twice as many more, and some
# where a limit sets in; four times as many if all of it is quadratic, and more than this where a seventh is.
GROWTH = 2.3
SLACK = 2_000  # calls


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


def told(project: Path) -> set[tuple[str, str]]:
    return {(finding.code, finding.location.path) for finding in findings(project)}


# -- what lies among the files ----------------------------------------------------------------------------


def test_a_file_without_end_is_not_read(project: Path) -> None:
    with (project / "references.yml").open("ab") as file:
        file.truncate(limits.TEXT_BYTES + 1)
    with (project / "docs/assets/map.png").open("ab") as file:
        file.truncate(limits.PICTURE_BYTES + 1)
    assert told(project) >= {
        ("file-too-large", "references.yml"),
        ("picture-too-large", "docs/assets/map.png"),
    }


def test_pictures_that_some_system_takes_for_one(project: Path) -> None:
    shutil.copy(project / "docs/assets/map.png", project / "docs/assets/Map.PNG")
    if len(os.listdir(project / "docs/assets")) < 2:
        pytest.skip("this system takes them for one")
    assert told(project) == {("same-name", "docs/assets/map.png")}


LINKS = {
    "to itself": ("lexicon/x.yml", "x.yml", "unreadable-file"),
    "to nothing": ("lexicon/x.yml", "nothing.yml", "unreadable-file"),
    "to a folder": ("lexicon/x.yml", "../docs", "unreadable-file"),
    "to the project": ("docs/en/x.md", "../..", "unreadable-file"),
    "outside": ("lexicon/x.yml", "/etc/hostname", "outside-project"),
    "to a hidden file": ("docs/en/x.md", "../../.git/config", "outside-project"),
    "a picture outside": ("docs/assets/x.png", "/etc/hostname", "outside-project"),
    "a picture to nothing": ("docs/assets/x.png", "y.png", "unreadable-file"),
    "a picture to a folder": ("docs/assets/x.png", ".", "unreadable-file"),
    "a list to itself": ("acronyms.yml", "acronyms.yml", "unreadable-file"),
    "booklets outside": ("docs/booklets.yml", "/etc/hostname", "outside-project"),
    "a folder to itself": ("lexicon", "lexicon", "unreadable-file"),
    "a folder to nothing": ("case_studies", "nothing", "unreadable-file"),
    "a folder outside": ("docs", "/etc", "outside-project"),
    "a device": ("lexicon/x.yml", "/dev/zero", "outside-project"),
}


@pytest.mark.parametrize(("path", "target", "code"), LINKS.values(), ids=LINKS)
def test_links_of_every_kind_are_told(project: Path, path: str, target: str, code: str) -> None:
    place = project / path
    (project / ".git").mkdir()
    (project / ".git/config").write_text("token", encoding="utf-8")
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(target)
    assert (code, path) in told(project)


def test_a_pipe_and_a_socket_are_not_read(project: Path) -> None:
    os.mkfifo(project / "lexicon/pipe.yml")
    os.mkfifo(project / "docs/assets/pipe.png")
    os.mkfifo(project / "pipe.yml")  # where nothing is read, nor opened to tell what it is
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(project / "lexicon")  # a socket's path may have a hundred letters
        made.bind("socket.yml")
        os.chdir(here)
        assert told(project) >= {
            ("unreadable-file", "lexicon/pipe.yml"),
            ("unreadable-file", "lexicon/socket.yml"),
            ("unreadable-file", "docs/assets/pipe.png"),
        }


@pytest.mark.parametrize("name", [b"\xff.png", b"a\nb.png", b"a\x1b[2Jb.png", "a\u202eb.png".encode()])
def test_a_name_that_cannot_be_shown_is_told(project: Path, name: bytes) -> None:
    path = os.fsencode(project / "docs/assets") + b"/" + name
    shutil.copy(project / "docs/assets/map.png", os.fsdecode(path))
    found = findings(project)
    assert [finding.code for finding in found] == ["bad-file-name"]
    assert found[0].location.path.encode().decode().isprintable()


@pytest.mark.parametrize(
    "name", ["a#b.png", "a?b.png", "a%41.png", "con.png", "e\u0301.png", "a" * 130 + ".png"]
)
def test_a_name_that_means_something_else_is_told(project: Path, name: str) -> None:
    shutil.copy(project / "docs/assets/map.png", project / "docs/assets" / name)
    assert told(project) == {("bad-file-name", f"docs/assets/{name}")}


def test_folders_in_folders_have_an_end(project: Path) -> None:
    place = project / "docs/en"
    for _ in range(500):
        place /= "a"
        place.mkdir()
    assert {code for code, _ in told(project)} == {"too-deep"}


# -- characters -------------------------------------------------------------------------------------------

NEEDED = [
    "soft\u00adhyphen, no\u00a0break, thin\u202fspace",
    "می\u200cخواهم, क्\u200dष",
    "تجربة\u200f (abc)",
    "ไทย\u200bไทย",
    "❤\ufe0f 1\ufe0f\u20e3 👩\u200d🌾",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
]
HIDING = (
    "\u00ad a|a\u200bb|a\u200cb|a\u200db|a\u200eb|a\u2060b|"
    "a\u202eb|a\u2066b|a\ufe0fb|a\U000e0041b|a\u034fb|a\u3164b"
)


@pytest.mark.parametrize("text", NEEDED)
def test_what_a_language_needs_passes(text: str) -> None:
    assert list(unseen(text)) == []


@pytest.mark.parametrize("text", HIDING.split("|"))
def test_what_hides_words_is_named(text: str) -> None:
    (found,) = unseen(text)
    assert found.name.startswith("U+")
    assert visible(text).isprintable()
    assert f"<U+{ord(found.character):04X}>" in visible(text)


# -- time -------------------------------------------------------------------------------------------------


def calls(work: Callable[[], object]) -> int:
    """How many functions are called and left, of Python and of C."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


# A value of a case, and where it stands; Python refuses to read a number of more than 4,300 digits.
VALUES = ("commune, country", "FR, population", "10000-49999", "45.1", "twinning", "culture", "2014", '"2"')


@pytest.mark.parametrize("value", VALUES)
def test_a_number_of_thousands_of_digits_is_told_wherever_it_stands(project: Path, value: str) -> None:
    text = (project / CASE).read_text(encoding="utf-8")
    name, _, rest = value.partition(",")
    long = text.replace(value, f"{'1' * 6_000}{',' if rest else ''}{rest}", 1)
    assert name and long != text
    (project / CASE).write_text(long, encoding="utf-8")
    assert {path for _, path in told(project)} & {CASE}


@pytest.mark.parametrize(("size", "text"), HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_takes_twice_the_work(project: Path, size: int, text: Callable[[int], str]) -> None:
    def check(body: str) -> Callable[[], object]:
        (project / OPENING).write_text(FRONT + body, encoding="utf-8")
        return lambda: findings(project)

    is_linear(check, size, text)


@pytest.mark.parametrize(("size", "text"), HOSTILE_OUTCOMES.values(), ids=HOSTILE_OUTCOMES)
def test_twice_the_facts_take_twice_the_work(project: Path, size: int, text: Callable[[int], str]) -> None:
    sound = (project / CASE).read_text(encoding="utf-8")

    def check(outcomes: str) -> Callable[[], object]:
        (project / CASE).write_text(sound.replace("outcomes:\n", f"outcomes:\n{outcomes}"), encoding="utf-8")
        return lambda: findings(project)

    is_linear(check, size, text)


@pytest.mark.parametrize(("size", "text"), HOSTILE_PAIRS.values(), ids=HOSTILE_PAIRS)
def test_two_languages_are_compared_in_linear_time(
    project: Path, size: int, text: Callable[[int, str], str]
) -> None:
    def check(count: str) -> Callable[[], object]:
        for language in ("en", "fr"):
            place = project / OPENING.replace("/en/", f"/{language}/")
            place.write_text(FRONT + text(len(count), language), encoding="utf-8")
        return lambda: findings(project)

    is_linear(check, size, lambda size: "." * size)


def is_linear(check: Callable[[str], Callable[[], object]], size: int, text: Callable[[int], str]) -> None:
    check(text(size // 16))()  # what is read once by each process
    some, double, fourfold = (calls(check(text(size // part))) for part in (16, 8, 4))
    assert fourfold - double <= GROWTH * (double - some) + SLACK
    with no_hang():  # calls do not show what a regular expression takes; benchmarks/limits.py measures it
        check(text(2 * size))()


def test_thousands_of_faults_in_many_files_are_told_in_seconds(project: Path) -> None:
    for n in range(300):
        body = "".join(f"[a](concept:unknown-{n}-{i}) [b](../no/{i}.md)\n" for i in range(15))
        for language in ("en", "fr"):
            path = project / f"docs/{language}/p{n}.md"
            path.write_text(f"---\ntitle: P{n}\n---\n\n{body}", encoding="utf-8")
    with no_hang():
        assert len(findings(project)) >= 9_000

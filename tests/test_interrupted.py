"""A signal at any time ends any command with a sentence and its exit status, and leaves nothing behind."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from commands import HOUSE, STOPPED, alive, built, descendants, files, left_behind, run, said_by, start

from vademecum.__main__ import main
from vademecum.commands import interruption

SENTENCE = "Interrupted; nothing is left half made.\n"
PHRASE = "\nOne sentence more.\n"
MOMENTS = int(os.environ.get("MOMENTS", "2"))  # for each signal and command; a long run takes more


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("built"))


@pytest.fixture
def project(sound: Path, tmp_path: Path) -> Path:
    """A built project in which a chapter has changed since."""
    folder = Path(shutil.copytree(sound, tmp_path / "project"))
    chapter = next(folder.glob("docs/en/handbook/*.md"))
    chapter.write_text(chapter.read_text(encoding="utf-8") + PHRASE, encoding="utf-8")
    return folder


def arguments_of(command: str, project: Path) -> list[object]:
    more: dict[str, list[object]] = {
        "print": ["--chapter", "opening", "--output", project.parent / "made.pdf"],
        "serve": ["--port", "0"],
    }
    return [command, "--project", project, "--language", "en", *more.get(command, [])]


@pytest.mark.parametrize("by", STOPPED, ids=lambda by: by.name)
@pytest.mark.parametrize("command", ["site", "check", "print", "serve"])
def test_a_signal_at_any_moment_leaves_nothing(
    project: Path, command: str, by: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = project.parent / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    before = files(project / "site")
    seed = random.Random(f"{command} {by}")
    for moment in sorted(seed.uniform(0.15, 1.6) for _ in range(MOMENTS)):
        with start(*arguments_of(command, project)) as process:
            time.sleep(moment)
            begun = descendants(process.pid)
            process.send_signal(by)
            _, err = said_by(process, 20)
        ended = process.returncode
        if ended not in (0, 128 + by, -by):  # it was through already, or Python had not begun
            pytest.fail(f"{moment}: {ended}\n{err}")
        if ended == STOPPED[by]:
            assert err.endswith(SENTENCE) and "Traceback" not in err, (moment, err)
        assert ended == 0 or files(project / "site") == before, moment
        wait_for_the_end(begun)
        assert (left_behind(project), list(temporary.iterdir())) == ([], []), moment
    assert run("site", "--project", project, "--language", "en")[0] == 0


def wait_for_the_end(numbers: set[int]) -> None:
    """What a command has begun ends with it, or in a moment."""
    for _ in range(50):
        if not alive(numbers):
            return
        time.sleep(0.1)
    pytest.fail(f"still there: {alive(numbers)}")


@pytest.mark.parametrize("command", ["site", "print", "serve"])
def test_what_a_killed_command_had_begun_ends_too(project: Path, command: str) -> None:
    """The site is the one before or the new one, whole; a build puts it in its place last of all."""
    before, found = files(project / "site"), {}
    for moment in (0.7, 1.1):
        with start(*arguments_of(command, project)) as process:
            time.sleep(moment)
            begun = descendants(process.pid)
            process.kill()
            said_by(process, 20)
        wait_for_the_end(begun)
        found[moment] = files(project / "site")
    assert run("site", "--project", project, "--language", "en")[0] == 0
    after = files(project / "site")
    assert [moment for moment, site in found.items() if site not in (before, after)] == []
    assert left_behind(project) == []


LOSSES = {
    "reading": "vademecum.sources.project_files.read_file",
    "checking": "vademecum.checks.checks.facts",
    "building": "vademecum.hosts.mkdocs.language_build.LanguageBuild.finish",
}


@pytest.mark.parametrize("function", LOSSES.values(), ids=LOSSES)
def test_a_process_that_is_lost_is_told_in_a_sentence(project: Path, function: str) -> None:
    """As when memory runs out: whichever process it is, the site stays as it was."""
    before = files(project / "site")
    lost = (
        "import os, runpy, sys; from pkgutil import resolve_name\n"
        "main, (at, _, name) = os.getpid(), sys.argv.pop(1).rpartition('.')\n"
        "owner = resolve_name(at); whole = getattr(owner, name)\n"
        "def end(*given, **named):\n"
        "    return whole(*given, **named) if os.getpid() == main else os._exit(9)\n"
        "setattr(owner, name, end); runpy.run_module('vademecum', run_name='__main__')\n"
    )
    command = [sys.executable, "-c", lost, function, *map(str, arguments_of("site", project))]
    told = subprocess.run(command, cwd=HOUSE, capture_output=True, encoding="utf-8", timeout=60)
    last = told.stderr.splitlines()[-1]
    assert last == "A process of the build ended without a word; was there memory enough?"
    assert (told.returncode, files(project / "site")) == (1, before)
    assert left_behind(project) == []


def test_a_library_may_make_an_error_of_its_own_of_a_signal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: str) -> None:
        monkeypatch.setattr(interruption, "_came", [interruption.Interrupted(signal.SIGTERM)])
        raise ValueError("validator: Interrupted: 15")

    monkeypatch.setattr(interruption, "listen", lambda: None)
    monkeypatch.setattr("vademecum.commands.cli.cli", broken)
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, capsys.readouterr().err.strip() in interruption.SENTENCES.values()) == (
        143,
        True,
    )


SWALLOWED = """
import os, signal, sys, threading, time
from vademecum.commands import interruption

class Swallows:
    def __del__(self):  # Python drops what is raised in here
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
        time.sleep(5)

interruption.listen()
try:
    Swallows()
    time.sleep(60)
except interruption.Interrupted as ended:
    sys.exit(ended.status)
"""
CLEARS_UP = """
import os, signal, sys, time
from vademecum.commands import interruption

interruption.listen()
try:
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(60)
    finally:
        for _ in range(15):
            time.sleep(0.1)
        print("cleared up")
except interruption.Interrupted as ended:
    sys.exit(ended.status)
"""


@pytest.mark.parametrize(("script", "said"), [(SWALLOWED, ""), (CLEARS_UP, "cleared up\n")])
def test_a_signal_that_was_swallowed_comes_again_and_one_that_is_answered_does_not(
    script: str, said: str
) -> None:
    variables = os.environ | {"PYTHONPATH": str(HOUSE)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=variables,
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (143, said, "")


def test_the_sentence_comes_in_the_language_asked_for(project: Path) -> None:
    with start("serve", "--project", project, "--language", "fr", "--port", "0") as process:
        assert process.stdout and process.stdout.readline().startswith("Aperçu sur ")
        process.send_signal(signal.SIGINT)
        _, err = said_by(process, 20)
    assert (process.returncode, err) == (130, "Interrompu ; rien n’est laissé à moitié fait.\n")

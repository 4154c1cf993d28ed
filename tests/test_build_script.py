"""`build.py` by itself: an environment made in any weather, and the command handed over to.

It runs beside a list of one package, which stands in a folder instead of an index, and a program that says
what it got.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
PROGRAM = """
import json, os, signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit(21))
if hasattr(signal, "pthread_sigmask"):
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
import marker
print(json.dumps([os.getpid(), sys.argv[1:], sys.prefix]), flush=True)
time.sleep(60 if "wait" in sys.argv else 0)
"""
WORDS = "vademecum/commands/environment.json"
STOPPED = {signal.SIGINT: 130, signal.SIGTERM: 143}


def wheel(folder: Path) -> str:
    """Write a package of one module, `marker`, as a wheel; its digest."""
    path = folder / "marker-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {
            "marker.py": "",
            "marker-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: marker\nVersion: 1.0\n",
            "marker-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            "marker-1.0.dist-info/RECORD": "",
        }.items():
            archive.writestr(name, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Checkout:
    """A folder with build.py, what it installs, and what it hands over to."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.wheels = folder / "project", folder / "wheels"
        (self.folder / "vademecum" / "commands").mkdir(parents=True)
        self.wheels.mkdir()
        shutil.copy(HOUSE / "build.py", self.folder)
        shutil.copy(HOUSE / WORDS, self.folder / WORDS)
        (self.folder / "vademecum" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
        self.ask_for(wheel(self.wheels))

    def ask_for(self, digest: str) -> None:
        text = f"marker==1.0 --hash=sha256:{digest}\n"
        (self.folder / "requirements.txt").write_text(text, encoding="utf-8")

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(self.folder / "build.py"), *arguments],
            cwd=self.wheels,
            env=os.environ
            | {"LC_ALL": "C.UTF-8", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "PYTHONPATH": ""}
            | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            # A shell that runs the tests in the background lets its children ignore Ctrl+C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def run(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        with self.start(*arguments, **variables) as process:
            out, err = process.communicate(timeout=120)
        assert "Traceback" not in err, err
        return process.returncode, out, err

    def left(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob(".venv-*"))


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose environment is there."""
    checkout = Checkout(tmp_path_factory.mktemp("made"))
    status, out, err = checkout.run("links", "--format", "json")
    _, arguments, prefix = json.loads(out)  # standard output is the command's alone
    assert (status, arguments, Path(prefix)) == (0, ["links", "--format", "json"], checkout.folder / ".venv")
    assert "Making an environment" in err and "Successfully installed marker" in err
    return checkout


def test_the_second_run_makes_nothing(made: Checkout) -> None:
    assert made.run("check")[2] == "" and made.left() == []


def test_the_scripts_of_the_environment_name_its_folder(made: Checkout) -> None:
    pip = (made.folder / ".venv" / "bin" / "pip").read_text(encoding="utf-8")
    assert f"{made.folder}/.venv/bin/python" in pip and ".venv-" not in pip


def test_a_signal_reaches_the_program(made: Checkout) -> None:
    with made.start("wait") as process:
        assert process.stdout
        number, *_ = json.loads(process.stdout.readline())
        assert number == process.pid
        process.terminate()
        assert process.wait(10) == 21


def test_where_there_is_no_exec_signals_are_passed_on(made: Checkout) -> None:
    code = (
        f"import sys, os; sys.path.insert(0, {str(made.folder)!r}); import build; "
        "sys.exit(build.passed_on([sys.executable, '-m', 'vademecum', 'wait'], os.environ))"
    )
    python = made.folder / ".venv" / "bin" / "python"
    with subprocess.Popen(
        [python, "-c", code], cwd=made.folder, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout
        number, *_ = json.loads(process.stdout.readline())
        assert number != process.pid
        process.terminate()
        assert process.wait(10) == 21


def test_a_module_in_the_readers_folder_is_not_run(made: Checkout) -> None:
    (made.wheels / "marker.py").write_text("raise SystemExit('a stranger\\'s')", encoding="utf-8")
    try:
        assert made.run("check")[0] == 0
    finally:
        (made.wheels / "marker.py").unlink()


def damaged(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


@pytest.mark.parametrize("part", ["bin/python", "lib"])
def test_a_broken_environment_is_mended(made: Checkout, part: str) -> None:
    damaged(made.folder / ".venv" / part)
    status, _, err = made.run("check")
    assert (status, made.left()) == (0, []) and "Making an environment" in err


def test_a_file_in_its_place_and_what_a_killed_run_left_are_cleared_away(checkout: Checkout) -> None:
    (checkout.folder / ".venv").write_text("", encoding="utf-8")
    (checkout.folder / ".venv-killed" / "lib").mkdir(parents=True)
    assert (checkout.run("check")[0], checkout.left()) == (0, [])


def test_two_first_runs_at_once_make_one(checkout: Checkout) -> None:
    with checkout.start("check") as one, checkout.start("check") as other:
        said = [process.communicate(timeout=120)[1] for process in (one, other)]
    assert [one.returncode, other.returncode, checkout.left()] == [0, 0, []]
    assert sorted("Making an environment" in text for text in said) == [False, True]
    assert any("waiting for it" in text for text in said)


@pytest.mark.parametrize("by", STOPPED, ids=lambda by: by.name)
@pytest.mark.parametrize("seconds", [0.3, 1.2])
def test_a_first_run_that_is_stopped_leaves_nothing(
    checkout: Checkout, by: signal.Signals, seconds: float
) -> None:
    with checkout.start("check") as process:
        assert process.stderr
        first = process.stderr.readline()
        time.sleep(seconds)
        process.send_signal(by)
        rest = process.communicate(timeout=60)[1]
    assert (process.returncode, checkout.left()) == (STOPPED[by], []), rest
    assert "Making" in first and "Traceback" not in rest and not (checkout.folder / ".venv").exists()


def test_a_wrong_hash_is_told_as_such(checkout: Checkout) -> None:
    checkout.ask_for("0" * 64)
    status, out, err = checkout.run("check")
    assert (status, out, checkout.left()) == (1, "", [])
    assert "its hash is another" in err and "connected" not in err


def test_a_list_that_cannot_be_had_keeps_the_environment_of_before(made: Checkout) -> None:
    sound = (made.folder / "requirements.txt").read_text(encoding="utf-8")
    made.ask_for("0" * 64)
    assert made.run("check")[0] == 1
    (made.folder / "requirements.txt").write_text(sound, encoding="utf-8")
    assert made.run("check")[2] == ""


def test_it_speaks_the_language_of_the_machine(checkout: Checkout) -> None:
    _, _, err = checkout.run("check", LC_ALL="fr_FR.UTF-8")
    assert "L’environnement se fait dans .venv (une fois)." in err and "Making" not in err


def test_each_sentence_is_there_in_both_languages() -> None:
    words = json.loads((HOUSE / WORDS).read_text(encoding="utf-8"))
    script = (HOUSE / "build.py").read_text(encoding="utf-8")
    reasons = re.findall(r'": "(\w+)",\n', script)
    assert {*re.findall(r'said\("(\w+)"', script), *reasons, "again"} == words.keys()
    for said in words.values():
        assert said.keys() == {"fr", "en"} and len({*map(fields_of, said.values())}) == 1


def fields_of(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"\{\w+\}", sentence))


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_without_the_module_that_makes_environments_it_says_what_to_install(
    checkout: Checkout, tmp_path: Path, module: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        f"import sys; sys.modules[{module!r}] = None", encoding="utf-8"
    )
    status, out, err = checkout.run("check", PYTHONPATH=str(tmp_path))
    assert (status, out) == (1, "") and f"its module {module} is missing" in err and "python3-venv" in err


def test_a_folder_that_cannot_be_written_to_is_told(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import errno, sys\n"
        "def refuse(event, arguments):\n"
        f"    if event == 'os.mkdir' and str(arguments[0]).startswith({str(checkout.folder)!r}):\n"
        "        raise OSError(errno.EROFS, 'Read-only file system')\n"
        "sys.addaudithook(refuse)\n",
        encoding="utf-8",
    )
    status, _, err = checkout.run("check", PYTHONPATH=str(tmp_path))
    assert status == 1 and f"could not be made in {checkout.folder}: Read-only file system" in err

#!/usr/bin/env python3
"""Build the Vade-mecum: `python3 build.py` makes an environment where there is none, then the site.

Needs nothing but Python. Where the pinned requirements are there already, the command just runs; else they
are installed into `.venv`, and the command runs there. `python3 build.py --help` lists the commands.

Standard output belongs to the command: all that this file says goes to standard error.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

HOUSE = Path(__file__).resolve().parent
PYTHON = (3, 11)
ENVIRONMENT = HOUSE / ".venv"
ASIDE = ".venv-"  # what an environment is called while it is being made
# What the installer says of its failures -> what to do about them.
FAILURES = {
    "DO NOT MATCH THE HASHES": "hashes",
    "No space left on device": "full",
    "onnection|failure in name resolution|timed out|Retrying": "offline",
    "": "above",
}
# What is said, in French and English; as JSON, since there may be nothing yet to read YAML with.
WORDS = HOUSE / "vademecum" / "commands" / "environment.json"


def main(arguments: list[str]) -> int:
    """Hand over to a command in an environment that has what it needs; its exit status where this returns."""
    if sys.version_info < PYTHON:
        sys.exit(said("python", wanted="{}.{}".format(*PYTHON), found=sys.version.split()[0]))
    python = python_for(arguments)
    # The package stands beside this file, whatever folder the command is given in; -P keeps that folder,
    # which may be a stranger's, out of the places where Python looks for its modules.
    paths = os.pathsep.join(filter(None, [str(HOUSE), os.environ.get("PYTHONPATH")]))
    return hand_over([python, "-P", "-m", "vademecum", *arguments], os.environ | {"PYTHONPATH": paths})


def python_for(arguments: list[str]) -> str:
    """The Python that has what a command needs: this one, or that of an environment made for it."""
    lists = [HOUSE / "requirements.txt"]
    if arguments[:1] == ["test"]:
        lists.append(HOUSE / "requirements-test.txt")
    return sys.executable if satisfied(lists, sys.path) else environment(lists)


def hand_over(command: list[str], variables: dict[str, str]) -> int:
    """Become the command, where the system can: a signal to this process is then a signal to the command.

    Signals that come while its Python starts are kept for it: it lets them in as soon as it can answer them.
    """
    if os.name != "posix":
        return passed_on(command, variables)
    sys.stdout.flush()
    sys.stderr.flush()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    os.execve(command[0], command, variables)


def passed_on(command: list[str], variables: dict[str, str]) -> int:
    """Run the command as a child that gets the signals sent to this process; its exit status."""
    with subprocess.Popen(command, env=variables) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends Ctrl+C to the child too
        return child.wait()


# -- what is there -------------------------------------------------------------------------------------------


def satisfied(lists: list[Path], paths: list[str]) -> bool:
    """Whether the folders of a Python's path hold every pinned package of some requirements files."""
    found = {plain(name) for path in paths for name in names_in(path)}
    return all(plain(f"{name}-{version}.dist-info") in found for name, version in pinned(lists))


def plain(name: str) -> str:
    """A package's name as any way of writing it compares: hyphens, dots and underscores are one."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names_in(folder: str) -> list[str]:
    """The names in a folder of packages; none where there is no such folder, as a path may name."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def pinned(lists: list[Path]) -> Iterator[tuple[str, str]]:
    """(name, version) of each package that requirements files ask for on every system."""
    for requirements in lists:
        for name, version, marker in re.findall(
            r"^([\w.-]+)==(\S+)( ;[^\\\n]*)?", requirements.read_text(encoding="utf-8"), re.MULTILINE
        ):
            if not marker:
                yield name, version


def whole(lists: list[Path]) -> str | None:
    """The Python of `.venv` where it runs and has what the lists name, as they are now; else None."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    for requirements in lists:
        stamp = ENVIRONMENT / f"{requirements.stem}.sha256"
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest_of(requirements):
            return None
    try:
        # The Python that made it may be gone since, or be another version under the same name.
        code = "import sysconfig; print(sysconfig.get_path('purelib'))"
        folder = subprocess.run([str(python), "-I", "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return str(python) if satisfied(lists, [folder.stdout.strip()]) else None


def digest_of(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


# -- making it -----------------------------------------------------------------------------------------------


def environment(lists: list[Path]) -> str:
    """The Python of `.venv`, made where it is missing, broken, or older than a requirements file.

    It is made aside and renamed into place: what stops half-way leaves the old one, or none, never a half.
    Exits with a sentence where it cannot be made.
    """
    if python := whole(lists):
        return python
    signal.signal(signal.SIGTERM, ended)
    try:
        with alone():
            if python := whole(lists):  # another run made it while this one waited
                return python
            # A list that the old environment has as well, such as the tests', stays asked for.
            had = [HOUSE / f"{stamp.stem}.txt" for stamp in ENVIRONMENT.glob("requirements*.sha256")]
            make([*lists, *(path for path in had if path not in lists and path.exists())])
    except OSError as error:
        sys.exit(said("refused", folder=HOUSE, reason=error.strerror or error))
    if python := whole(lists):
        return python
    sys.exit(said("idle", folder=ENVIRONMENT))


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let one process at a time make the environment, and clear away what one that was killed has left."""
    try:
        import fcntl
    except ImportError:  # Windows: two at once each make their own, and the last one stays
        yield
        return
    folder = os.open(HOUSE, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(said("waiting"))
            fcntl.flock(folder, fcntl.LOCK_EX)
        for left in HOUSE.glob(f"{ASIDE}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        os.close(folder)


def make(lists: list[Path]) -> None:
    """Make an environment aside, fill it, and put it in place."""
    try:
        import ensurepip  # noqa: F401  (Debian's python3 has venv without it)
        import venv
    except ImportError as error:
        sys.exit(said("no_venv", module=error.name))
    tell(said("making", folder=ENVIRONMENT.name))
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=HOUSE))
    try:
        try:
            venv.create(aside, with_pip=True)
        except subprocess.CalledProcessError as error:
            sys.exit(said("unmade", reason=reason(error.output) or error))
        for requirements in lists:
            install(aside, requirements)
            (aside / f"{requirements.stem}.sha256").write_text(digest_of(requirements), encoding="utf-8")
        settle(aside)
        put_in_place(aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def install(folder: Path, requirements: Path) -> None:
    """Install what a requirements file lists, showing progress. Exits with a sentence where it fails."""
    tell(said("installing", list=requirements.name))
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
    ]
    # In a session of its own, so that Ctrl+C reaches this file alone, which ends the installer.
    with subprocess.Popen(
        [*command, "-r", str(requirements)],
        stdout=sys.stderr.fileno(),
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as installer:
        try:
            lines = []
            for line in installer.stderr or ():
                sys.stderr.write(line)
                lines.append(line)
        except BaseException:
            installer.kill()
            raise
    if installer.returncode:
        what = next(told for words, told in FAILURES.items() if re.search(words, "".join(lines)))
        sys.exit(said("uninstalled", list=requirements.name, what=said(what)))


def settle(aside: Path) -> None:
    """Let the scripts of an environment name the folder that it is going to stand in."""
    for script in [aside / "pyvenv.cfg", *(aside / "bin").glob("*")]:
        if script.is_file() and not script.is_symlink():
            with contextlib.suppress(UnicodeDecodeError):
                text = script.read_text(encoding="utf-8")
                script.write_text(text.replace(str(aside), str(ENVIRONMENT)), encoding="utf-8")


def put_in_place(aside: Path) -> None:
    """Give a whole environment its name, and take away the one that had it."""
    with tempfile.TemporaryDirectory(prefix=ASIDE, dir=HOUSE, ignore_cleanup_errors=True) as old:
        if ENVIRONMENT.is_symlink() or ENVIRONMENT.is_file():
            ENVIRONMENT.unlink()
        elif ENVIRONMENT.exists():
            ENVIRONMENT.rename(Path(old, "before"))
        aside.rename(ENVIRONMENT)


def reason(output: bytes | str | None) -> str:
    """The last line of what a program said."""
    text = output.decode(errors="replace") if isinstance(output, bytes) else output or ""
    return next(iter(reversed(text.split("\n")[:-1])), "").strip()


def ended(*_: object) -> NoReturn:
    tell(said("ended"))
    sys.exit(143)


def tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def said(name: str, **values: object) -> str:
    """A sentence in French where the machine speaks French, as the commands decide it; else in English."""
    spoken = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    language = "fr" if spoken.lower().startswith("fr") else "en"
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    return str(words[name][language].format(**values, again=words["again"][language]))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        tell(said("interrupted"))
        sys.exit(130)

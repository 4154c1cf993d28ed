"""From a project to its site/: built aside, put in place at once, and not built again while nothing changed."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from vademecum.checks import messages
from vademecum.model import Finding, Location
from vademecum.sources import history
from vademecum.sources.library import HOUSE

CACHE = ".cache"
BUILD = "build-"
INPUTS = (
    "docs",
    "lexicon",
    "case_studies",
    "references.yml",
    "acronyms.yml",
    "vocabularies.yml",
    "mkdocs.yml",
    "theme",
)
HOUSE_INPUTS = ("hooks", "vademecum", "theme", "print", "mkdocs.yml", "vocabularies.yml", "requirements.txt")
ENVIRONMENT = ("SITE_URL", "REPO_URL")
# Builds a project into a folder, with the dates of its files, and its PDFs where they are wanted.
Builder = Callable[[Path, Path, history.Dates, bool], list[Finding]]


def publish(root: Path, prints: bool, build: Builder) -> tuple[list[Finding], int, bool]:
    """Build the site with `build`, with its PDFs unless told otherwise, where it does not stand already.

    Returns its findings, its number of pages, and whether anything was built.

    The new site takes the old one's place in one step. A build that finds faults, fails or is interrupted leaves the old one as it was.
    """
    cache = root / CACHE
    cache.mkdir(exist_ok=True)
    with alone(cache):
        return _publish(root, cache, root / "site", prints, build)


def _publish(
    root: Path, cache: Path, site: Path, prints: bool, build: Builder
) -> tuple[list[Finding], int, bool]:
    recover(site)
    for left in cache.glob(f"{BUILD}*"):
        shutil.rmtree(left, ignore_errors=True)
    record = cache / "site.json"
    log = history.dates(root)
    digest = digest_of(root, log, prints)
    if (known := _read(record)) and known["digest"] == digest and known["site"] == state_of(site):
        return [_finding(data) for data in known["findings"]], known["pages"], False
    with tempfile.TemporaryDirectory(dir=cache, prefix=BUILD, ignore_cleanup_errors=True) as folder:
        findings = build(root, Path(folder) / "site", log, prints)
        if any(map(messages.is_fault, findings)):
            return findings, 0, True
        replace(Path(folder) / "site", site)
    pages = sum(1 for _ in site.rglob("index.html"))
    data = {
        "digest": digest,
        "site": state_of(site),
        "pages": pages,
        "findings": [dataclasses.asdict(finding) for finding in findings],
    }
    record.write_text(json.dumps(data), encoding="utf-8")
    return findings, pages, True


@contextlib.contextmanager
def alone(cache: Path) -> Iterator[None]:
    """Hold the project's lock, so that two builds take turns. Windows has no such lock: there it is for people not to start two."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def replace(new: Path, site: Path) -> None:
    """Put `new` where `site` is. Between the two renames, `recover` would bring the old one back."""
    old = _old(site)
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:
        recover(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back the site of before, where a build was cut off between taking it away and putting the new one in its place."""
    old = _old(site)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-before")


def digest_of(root: Path, log: history.Dates, prints: bool) -> str:
    """A digest of everything that a site is made from: sources, their dates, the generator, its requirements, the Python, what is asked for."""
    made = hashlib.sha256()
    for folder, names in ((root, INPUTS), (HOUSE, HOUSE_INPUTS)):
        for path in _files(folder, names):
            made.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
            made.update(path.read_bytes())
    dates, why = log
    days = sorted((name, date.isoformat()) for name, date in dates.items())
    made.update(
        json.dumps(
            [platform.python_version(), prints, why, days, [os.environ.get(name) for name in ENVIRONMENT]]
        ).encode()
    )
    return made.hexdigest()


def _files(folder: Path, names: tuple[str, ...]) -> Iterator[Path]:
    for name in names:
        top = folder / name
        if top.is_file():
            yield top
        for base, folders, files in os.walk(top):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for file in sorted(files):
                with contextlib.suppress(FileNotFoundError):
                    (path := Path(base, file)).stat()
                    yield path


def state_of(site: Path) -> str:
    """A digest of what stands in a built site: every file's path, size and time."""
    made = hashlib.sha256()
    for base, folders, files in os.walk(site):
        folders.sort()
        for file in sorted(files):
            stat = Path(base, file).stat()
            made.update(
                f"{os.path.relpath(base, site)}/{file}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode()
            )
    return made.hexdigest()


def _read(record: Path) -> dict | None:
    try:
        return json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _finding(data: dict) -> Finding:
    return Finding(data["code"], Location(**data["location"]), data["values"])

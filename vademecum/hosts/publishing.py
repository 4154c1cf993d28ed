"""From a project to its site/: built aside, put in place at once, not built again while nothing changed."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import platform
import shutil
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypedDict

from vademecum import files, house
from vademecum.checks import messages
from vademecum.hosts import settings
from vademecum.hosts.trouble import Trouble
from vademecum.model import Finding, Location
from vademecum.sources import history

CACHE = ".cache"
BUILD = "build-"
INPUTS = (
    "docs",
    "lexicon",
    "case_studies",
    "references.yml",
    "acronyms.yml",
    "vocabularies.yml",
    "published.txt",
    "translations.lock.json",
    "mkdocs.yml",
    "theme",
    "hooks",
)
HOUSE_INPUTS = (house.PACKAGE, house.HOOKS, house.THEME, house.PRINT, house.SETTINGS, house.VOCABULARIES)
# Builds a project into a folder, with the dates of its files, and its PDFs where they are wanted.
Builder = Callable[[Path, Path, history.Dates, bool], list[Finding]]
Waiting = Callable[[str], None]  # told the process that is waited for


class Record(TypedDict):
    """What is known of the site that stands: digests of what it was made from and of its files."""

    digest: str
    site: str
    pages: int
    findings: list[dict[str, Any]]


def publish(
    root: Path, prints: bool, file: Path, build: Builder, waiting: Waiting
) -> tuple[list[Finding], int, bool]:
    """Build the site with `build` and the settings in `file`, where it does not stand already.

    Returns its findings, its number of pages, and whether anything was built. The new site takes the old
    one's place in one step: a build that finds faults, fails or is interrupted leaves the old one as it
    was. Raises Trouble where the site's place is taken by something else, OSError where the system refuses.
    """
    site = root / "site"
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise Trouble("site_taken", path=site)
    cache = files.own_folder(root, CACHE)
    with alone(cache, waiting):
        return _publish(root, cache, prints, file, build)


def _publish(
    root: Path, cache: Path, prints: bool, file: Path, build: Builder
) -> tuple[list[Finding], int, bool]:
    site = root / "site"
    recover(site)
    for left in cache.glob(f"{BUILD}*"):
        with contextlib.suppress(OSError):
            files.remove(left)
    record = cache / "site.json"
    log = history.dates(root)
    digest = digest_of(root, log, prints, file)
    if (known := _read(record)) and known["digest"] == digest and known["site"] == state_of(site):
        return [_finding(data) for data in known["findings"]], known["pages"], False
    with tempfile.TemporaryDirectory(dir=cache, prefix=BUILD, ignore_cleanup_errors=True) as folder:
        findings = build(root, Path(folder) / "site", log, prints)
        if any(map(messages.is_fault, findings)):
            return findings, 0, True
        replace(Path(folder) / "site", site)
    pages = _count(site / "sitemap.xml")
    as_data = [dataclasses.asdict(finding) for finding in findings]
    data: Record = {"digest": digest, "site": state_of(site), "pages": pages, "findings": as_data}
    with contextlib.suppress(OSError):  # the site stands; without a record it is only built once more
        files.write_whole(record, json.dumps(data).encode())
    return findings, pages, True


@contextlib.contextmanager
def alone(cache: Path, waiting: Waiting) -> Iterator[None]:
    """Hold the project's lock, so that two builds take turns; say for whom one waits.

    Windows has no such lock: there it is for people not to start two.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    lock = _open_lock(cache / "lock")
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting(os.pread(lock, 20, 0).decode(errors="replace").strip() or "?")
            fcntl.flock(lock, fcntl.LOCK_EX)
        with contextlib.suppress(OSError):  # another user's file is held all the same
            os.ftruncate(lock, 0)
            os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(lock)


def _open_lock(path: Path) -> int:
    """The lock file, opened.

    A link or folder in its place is taken away, for it could be a file of somebody else.
    """
    if path.is_symlink() or path.is_dir():
        files.remove(path)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        return os.open(path, os.O_RDONLY)


def replace(new: Path, site: Path) -> None:
    """Put `new` where `site` is. Between the two renames, `recover` would bring the old one back."""
    old = _old(site)
    files.remove(old)
    try:
        if site.exists():
            site.rename(old)
        new.rename(site)
    except BaseException:
        recover(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back the site of before, where a build was cut off before the new one stood in its place."""
    old = _old(site)
    if old.is_dir() and not old.is_symlink() and not site.exists():
        old.rename(site)
    files.remove(old)


def _old(site: Path) -> Path:
    return site.with_name(f".{site.name}-before")


def digest_of(root: Path, log: history.Dates, prints: bool, file: Path) -> str:
    """A digest of all that a site is made from: sources, dates, settings, the generator, its packages."""
    digest = hashlib.sha256()
    inputs = [*((root, root / name) for name in INPUTS), *((path.parent, path) for path in HOUSE_INPUTS)]
    for base, top in inputs:
        for path in _files(top):
            size = path.stat().st_size
            digest.update(os.fsencode(f"{path.relative_to(base).as_posix()}\0{size}\0"))
            digest.update(path.read_bytes())
    dates, why = log
    days = sorted((name, date.isoformat()) for name, date in dates.items())
    variables = [os.environ.get(name) for name in settings.VARIABLES]
    asked = [prints, file == house.SETTINGS]
    digest.update(json.dumps([platform.python_version(), _packages(), asked, why, days, variables]).encode())
    return digest.hexdigest()


def _packages() -> list[str]:
    """The packages beside which the generator runs, with their versions: the names of their records."""
    with contextlib.suppress(OSError):
        return sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith("-info"))
    return []


def _files(top: Path) -> Iterator[Path]:
    """The regular files at or below a place, in order.

    What is missing, or is no file or folder, counts as nothing.
    """
    if top.is_file():
        yield top
    for base, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for path in (Path(base, name) for name in sorted(names)):
            if path.is_file():
                yield path


def state_of(site: Path) -> str:
    """A digest of what stands in a built site: every file's path, size and time."""
    digest = hashlib.sha256()
    top = str(site)
    for base, folders, names in os.walk(top):  # with plain paths: a site has thousands of files
        folders.sort()
        for name in sorted(names):
            path = f"{base}{os.sep}{name}"
            stat = os.lstat(path)
            place = f"{path[len(top) :]}\0{stat.st_size}\0{stat.st_mtime_ns}\n"
            digest.update(os.fsencode(place))
    return digest.hexdigest()


def _count(sitemap: Path) -> int:
    """How many pages a sitemap lists; what only sends readers on is not among them."""
    return sitemap.read_bytes().count(b"<loc>") if sitemap.is_file() else 0


def _read(record: Path) -> Record | None:
    """The record of the site that stands; none where there is none or it is not as we wrote it."""
    try:
        known: Record = json.loads(record.read_text(encoding="utf-8"))
        whole = (
            isinstance(known["digest"], str)
            and isinstance(known["site"], str)
            and isinstance(known["pages"], int)
            and all(messages.line(_finding(data), "en") for data in known["findings"])
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return known if whole else None


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(data["code"], Location(**data["location"]), data["values"])

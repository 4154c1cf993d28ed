"""What has documents made by Typst: PDF files, each made again only when what it is made from has changed.

Typst must not be forked once it has compiled, so it has a process of its own (`press_process`). Each
language has one, so that the cores are all at work.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import importlib.metadata
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from vademecum import files
from vademecum.house import FONTS
from vademecum.house import PRINT as TEMPLATES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.print import press_process
from vademecum.print.press_process import PAGES, Job

HEIGHT = 262  # of a page's text, in mm
UNDATED = "2000-01-01"
TRIES = 3
CACHED = regex(r"[0-9a-f]{64}\.(?:pdf|json)")
HOUR = 3600
MOST, MOST_OF_RECORD = 1 << 28, 500  # bytes of files that may be ours
Place = Callable[[Any], str]  # a document -> the source file to name where it cannot be printed
Parts = Callable[[Any], list[Any]]  # a document -> each of its several texts as a document of its own


def source_of(document: Any) -> str:
    """The source file of a document that knows it; else the project as a whole."""
    return getattr(document, "source", "") or "."


def whole(document: Any) -> list[Any]:
    """No parts: a document that is refused is named as a whole."""
    return []


def publish(
    documents: Iterable[Any],
    root: Path,
    folder: Path,
    cache: Path,
    place: Place = source_of,
    parts: Parts = whole,
) -> list[Finding]:
    """Put every document into `folder` as a PDF; what stands in `cache` is copied, the rest made.

    Returns the remarks on what overflows, and a fault, at its place, for each that Typst refuses: of several
    texts, at each that it refuses alone. What the cache holds and none of these documents needs is taken
    away.
    """
    common = _common()
    wanted: dict[Path, Any] = {}
    jobs: dict[Path, Job] = {}
    for document in documents:
        data = data_of(document)
        pictures = [hashlib.sha256((root / name).read_bytes()).hexdigest() for name in document.pictures]
        path = cache / hashlib.sha256("\0".join([common, data, *pictures]).encode()).hexdigest()
        wanted[path], jobs[path] = document, job(document, data, path)
    refused = _made_again(jobs, root)
    findings: list[Finding] = []
    for path, document in wanted.items():
        if reason := refused.get(str(path)):
            findings += _refusals(document, reason, root, place, parts)
        elif cached := _cached(path):
            target = folder / document.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(cached[0])
            findings += _overflow(document, place, *cached[1])
    _sweep(cache, {path.name for path in wanted})
    return findings


def _made_again(jobs: dict[Path, Job], root: Path) -> dict[str, str]:
    """Make what the cache does not hold; for each document that cannot be made, by its path, what Typst said.

    Another build that sweeps the cache meanwhile costs another try.
    """
    refused: dict[str, str] = {}
    for _ in range(TRIES):
        missing = [job for path, job in jobs.items() if str(path) not in refused and _cached(path) is None]
        if not missing:
            return refused
        refused |= run(missing, root)
    raise OSError(None, "what is printed does not stay there", str(next(iter(jobs)).parent))


def made(
    document: Any, root: Path, place: Place = source_of, parts: Parts = whole
) -> tuple[bytes, list[Finding]]:
    """One document, made now, and the remark on what overflows; no bytes and a fault if Typst refuses it."""
    with tempfile.TemporaryDirectory(prefix="vademecum-") as folder:
        path = Path(folder, "document")
        refused = run([job(document, data_of(document), path)], root)
        cached = _cached(path)
    if refused or cached is None:
        return b"", _refusals(document, refused.get(str(path), "?"), root, place, parts)
    return cached[0], _overflow(document, place, *cached[1])


# -- one document
# ----------------------------------------------------------------------------------------------------


def data_of(document: Any) -> str:
    """A document as its template reads it."""
    return json.dumps(document, default=_members, ensure_ascii=False, sort_keys=True)


def _members(part: Any) -> dict[str, Any]:
    """A part of a document by the names of its fields; `dataclasses.asdict` would copy all that it holds."""
    return {field.name: getattr(part, field.name) for field in dataclasses.fields(part)}


def job(document: Any, data: str, path: Path) -> Job:
    """What the press is told to make: `path`, short of its ending."""
    date = datetime.date.fromisoformat(document.date or UNDATED)
    stamp = int(datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC).timestamp())
    return {
        "name": document.file,
        "kind": document.template,
        "data": data,
        "pictures": list(document.pictures),
        "stamp": str(stamp),
        "fits": fits(document),
        "path": str(path),
    }


def _refusals(document: Any, reason: str, root: Path, place: Place, parts: Parts) -> list[Finding]:
    """The fault at each text of a document that cannot be printed alone; else at the document as a whole."""
    alone = parts(document)
    with tempfile.TemporaryDirectory(prefix="vademecum-") as folder:
        paths = [Path(folder, str(number)) for number in range(len(alone))]
        jobs = [job(part, data_of(part), path) for part, path in zip(alone, paths, strict=True)]
        refused = run(jobs, root) if jobs else {}
    pairs = zip(alone, paths, strict=True)
    told = [(part, refused[str(path)]) for part, path in pairs if str(path) in refused]
    # A text that is refused alone is also what others fail by whose glossary has it.
    keys = {text.key for part, _ in told for section in part.sections for text in section.texts}
    told = [(part, why) for part, why in told if keys.isdisjoint(entry.key for entry in part.glossary)]
    return [
        Finding("unprintable-document", Location(place(one)), {"found": document.file, "reason": why})
        for one, why in told or [(document, reason)]
    ]


def _overflow(document: Any, place: Place, page: float, height: float) -> list[Finding]:
    """The remark on a handout or sheet that does not fit on its pages."""
    limit = fits(document)
    if not limit or page <= limit:
        return []
    over = (page - limit - 1) * HEIGHT + height
    values = {"found": f"{page:.0f}", "over": f"{over:.0f}", "limit": str(limit)}
    return [Finding("handout-too-long", Location(place(document)), values)]


def fits(document: Any) -> int:
    """The number of pages that a document should fit on; 0 for any."""
    return PAGES if document.template == "case" else getattr(document, "fits", 0)


# -- what was made before
# ---------------------------------------------------------------------------------------------


def _common() -> str:
    """A digest of what every document is made from: templates, fonts, Typst."""
    digest = hashlib.sha256(importlib.metadata.version("typst").encode())
    for path in sorted([*TEMPLATES.glob("*.typ"), *FONTS.glob("*.ttf")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _cached(path: Path) -> tuple[bytes, tuple[float, float]] | None:
    """A PDF made before and where its text ends; none where it is not there or not as it was made.

    The record beside it tells the digest, which harm would change, and the very moment of its writing,
    which whoever puts a file there, with a pull request for instance, does not know.
    """
    try:
        record = json.loads(files.own_bytes(path.with_suffix(".json"), MOST_OF_RECORD))
        pdf = files.own_bytes(path.with_suffix(".pdf"), MOST)
        moment = path.with_suffix(".pdf").stat().st_mtime_ns
        page, height = record["end"]
        known = (record["sha256"], record["moment"]) == (hashlib.sha256(pdf).hexdigest(), moment)
        return (pdf, (float(page), float(height))) if known else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sweep(cache: Path, names: set[str]) -> None:
    """Take away what the cache holds of documents that there are no more, and what a stopped run left."""
    for path in cache.iterdir() if cache.is_dir() else ():
        with suppress(FileNotFoundError):
            left = path.name.startswith(".") and path.lstat().st_mtime < time.time() - HOUR
            if left or (CACHED.fullmatch(path.name) and path.stem not in names):
                files.remove(path)


# -- the process of the press
# ----------------------------------------------------------------------------------------


def run(jobs: list[Job], root: Path) -> dict[str, str]:
    """Make each job's file; for each that cannot be made, by its path, what Typst said.

    Typst sees one folder only, which holds its templates and the pictures of these documents. Where its
    process ends before its jobs do, the document that it was at is at fault, and another process goes on
    after it.
    """
    refused: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="vademecum-") as seen:
        _lay_out(jobs, root, Path(seen))
        while jobs:
            answers = _work_off(jobs, seen)
            refused |= {job["path"]: answer for job, answer in zip(jobs, answers, strict=False) if answer}
            jobs = jobs[len(answers) :]
    return refused


def _lay_out(jobs: list[Job], root: Path, folder: Path) -> None:
    """Copy templates and pictures to where Typst sees them."""
    for template in TEMPLATES.glob("*.typ"):
        shutil.copy(template, folder)
    for picture in {picture for job in jobs for picture in job["pictures"]}:
        target = folder / picture
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / picture, target)
    for path in {Path(job["path"]).parent for job in jobs}:
        path.mkdir(parents=True, exist_ok=True)


def _work_off(jobs: list[Job], seen: str) -> list[str]:
    """What Typst says against each job, "" for nothing, as far as its process came: the last may have ended
    it.

    Its standard input stays open as long as this process lives, so that it ends with it. It has a session
    of its own: a terminal's Ctrl+C is for this process.
    """
    command = [sys.executable, "-P", press_process.__file__, seen, str(FONTS)]
    answers: list[str] = []
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True) as process:
        assert process.stdin and process.stdout and process.stderr
        try:
            with suppress(BrokenPipeError):  # a process that has ended tells why in words of its own
                process.stdin.write(json.dumps(jobs).encode() + b"\n")
                process.stdin.flush()
            for line in process.stdout:
                answer = json.loads(line)
                if isinstance(answer, list):
                    raise OSError(*answer)
                answers.append(answer)
            if len(answers) < len(jobs):
                words = process.stderr.read().decode(errors="replace").split()
                answers.append(" ".join(words)[-300:] or f"Typst: {process.wait()}")
        finally:
            process.kill()
    return answers

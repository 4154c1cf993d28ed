"""What calls Typst: documents -> PDF files, each made again only when what it is made from has changed.

Typst must not be forked once it has compiled, so it has a process of its own: this file, run with its jobs on standard input. Each
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
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
TEMPLATES, FONTS = HOUSE / "print", HOUSE / "theme" / "assets" / "fonts"
STANDARDS = ["ua-1", "a-2a"]
# What a handout may take, the sizes of type in points that it is tried in, and the height of a page's text in millimetres.
PAGES, SIZES, HEIGHT = 2, ("9.6", "9.2", "8.8", "8.4"), 262
UNDATED = "2000-01-01"


def publish(documents: Iterable[Any], root: Path, folder: Path, cache: Path) -> list[Any]:
    """Put every document into `folder` as a PDF; what stands in `cache` is copied, the rest made. Returns the remarks on what overflows."""
    cache.mkdir(parents=True, exist_ok=True)
    common, made = _common(), {}
    for document in documents:
        data = data_of(document)
        pictures = [
            hashlib.sha256((root / picture).read_bytes()).hexdigest() for picture in document.pictures
        ]
        made[cache / hashlib.sha256("\0".join([common, data, *pictures]).encode()).hexdigest()] = (
            document,
            data,
        )
    jobs = [
        job(document, data, path)
        for path, (document, data) in made.items()
        if not path.with_suffix(".json").exists()
    ]
    if jobs:
        run(jobs, root)
    for path, (document, _) in made.items():
        target = folder / document.file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path.with_suffix(".pdf"), target)
    for left in cache.iterdir():
        if left.with_suffix("") not in made:
            left.unlink()
    return [finding for path, (document, _) in made.items() for finding in _overflow(document, path)]


def made(document: Any, root: Path) -> tuple[bytes, list[Any]]:
    """One document, made now, and the remark on what overflows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document")
        run([job(document, data_of(document), path)], root)
        return path.with_suffix(".pdf").read_bytes(), _overflow(document, path)


def run(jobs: list[dict[str, Any]], root: Path) -> None:
    """Make each job's file in a process of its own. RuntimeError, with Typst's words, where one cannot be made: checks should have said so.

    Typst sees one folder only, which holds its templates and the pictures of these documents.
    """
    with tempfile.TemporaryDirectory() as seen:
        for template in TEMPLATES.glob("*.typ"):
            shutil.copy(template, seen)
        for picture in {picture for job in jobs for picture in job["pictures"]}:
            target = Path(seen, picture)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / picture, target)
        command = [sys.executable, str(Path(__file__)), seen]
        done = subprocess.run(
            command, input=json.dumps(jobs), text=True, encoding="utf-8", stderr=subprocess.PIPE, check=False
        )
    if done.returncode:
        raise RuntimeError(done.stderr)


def _common() -> str:
    """A digest of what every document is made from: templates, fonts, Typst."""
    made = hashlib.sha256(importlib.metadata.version("typst").encode())
    for path in sorted([*TEMPLATES.glob("*.typ"), *FONTS.glob("*.ttf")]):
        made.update(path.name.encode() + path.read_bytes())
    return made.hexdigest()


def data_of(document: Any) -> str:
    """A document as its template reads it."""
    return json.dumps(dataclasses.asdict(document), ensure_ascii=False, sort_keys=True)


def job(document: Any, data: str, path: Path) -> dict[str, Any]:
    """What the press is told to make: `path`, short of its ending."""
    date = datetime.date.fromisoformat(document.date or UNDATED)
    stamp = int(datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC).timestamp())
    return {
        "name": document.file,
        "kind": document.template,
        "data": data,
        "pictures": document.pictures,
        "stamp": str(stamp),
        "path": str(path),
    }


def _overflow(document: Any, path: Path) -> list[Any]:
    """The remark on a handout that does not fit on its pages."""
    from vademecum.model import Finding, Location

    page, height = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if document.template != "case" or page <= PAGES:
        return []
    over = (page - PAGES - 1) * HEIGHT + height
    return [
        Finding("handout-too-long", Location(document.source), {"found": str(page), "over": f"{over:.0f}"})
    ]


def work(jobs: list[dict[str, Any]], root: str) -> None:
    """Compile each job with one compiler, and note beside it the page and height, in millimetres, where its text ends."""
    import typst

    compiler = typst.Compiler(root=root, font_paths=[str(FONTS)], ignore_system_fonts=True)
    for job in jobs:
        try:
            pdf, end = _compiled(compiler, job, root)
        except typst.TypstError as error:
            sys.exit(f"{job['name']}: {error.diagnostic}")
        path = Path(job["path"])
        path.with_suffix(".pdf").write_bytes(pdf)
        path.with_suffix(".json").write_text(json.dumps(end), encoding="utf-8")


def _compiled(compiler: Any, job: dict[str, Any], root: str) -> tuple[bytes, list[float]]:
    """A job's PDF and where its text ends; a handout is set as large as its pages allow."""
    pdf, end, template = b"", [0.0, 0.0], str(Path(root, f"{job['kind']}.typ"))
    for size in SIZES if job["kind"] == "case" else SIZES[:1]:
        inputs = {"data": job["data"], "size": size}
        pdf = compiler.compile(
            template, format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=int(job["stamp"])
        )
        if job["kind"] == "case":
            end = json.loads(compiler.query("<end>", field="value", one=True))
        if end[0] <= PAGES:
            break
    return pdf, end


if __name__ == "__main__":
    work(json.load(sys.stdin), sys.argv[1])

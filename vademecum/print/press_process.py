"""The process that Typst runs in: jobs on standard input, one answer a line on standard output.

It is run by its path and imports nothing of the package, so that it starts at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

STANDARDS = ["ua-1", "a-2a"]
PAGES = 2  # that a handout may take
# The sizes of type, in pt, that a document is tried in until it fits on its pages.
SIZES = ("9.6", "9.4", "9.2", "9", "8.8", "8.6", "8.4", "8.2", "8")
Job = dict[str, Any]


def work(jobs: list[Job], root: str, fonts: str) -> None:
    """Compile each job with one compiler, and answer each: "", or what Typst says against it, or the system.

    What the system says is [number, words, path], as OSError takes it.
    """
    import typst

    compiler = typst.Compiler(root=root, font_paths=[fonts], ignore_system_fonts=True)
    for job in jobs:
        answer: str | list[Any] = ""
        try:
            pdf, end = compiled(compiler, job, root)
            record(Path(job["path"]), pdf, end)
        except typst.TypstError as error:
            answer = refusal(error, root)
        except OSError as error:
            answer = [error.errno, error.strerror, str(error.filename or job["path"])]
        print(json.dumps(answer), flush=True)


def refusal(error: Any, root: str) -> str:
    """What Typst says against a job, with the place in its template where it says one."""
    place = re.search(r"([\w.-]+\.typ:\d+:\d+)", str(error.diagnostic))
    words = " ".join([error.message, *error.hints]).replace(root, "")
    return " ".join(words.split()) + (f" ({place[1]})" if place else "")


def compiled(compiler: Any, job: Job, root: str) -> tuple[bytes, list[float]]:
    """A job's PDF, and the page and height, in mm, where its text ends; what is to fit as large as may be."""
    pdf, end, template = b"", [0.0, 0.0], str(Path(root, f"{job['kind']}.typ"))
    limit = job["fits"]
    for size in SIZES if limit else SIZES[:1]:
        inputs = {"data": job["data"], "size": size}
        pdf = compiler.compile(
            template, format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=int(job["stamp"])
        )
        if limit:
            end = json.loads(compiler.query("<end>", field="value", one=True))
        if end[0] <= limit:
            break
    return pdf, end


def record(path: Path, pdf: bytes, end: list[float]) -> None:
    """Write a PDF, then the record that says that it is whole: its digest and the moment of its writing."""
    moment = put(path.with_suffix(".pdf"), pdf)
    known = {"end": end, "sha256": hashlib.sha256(pdf).hexdigest(), "moment": moment}
    put(path.with_suffix(".json"), json.dumps(known).encode())


def put(path: Path, data: bytes) -> int:
    """Write a file aside and give it its name, whatever stands there; the moment of its writing."""
    aside = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        aside.write_bytes(data)
        moment = aside.stat().st_mtime_ns
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return moment


def end_with_parent() -> None:
    """End as soon as nobody is left who could write to standard input."""
    while os.read(0, 1024):
        pass
    os._exit(1)


if __name__ == "__main__":
    given = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=end_with_parent, daemon=True).start()
    work(given, *sys.argv[1:])
    os._exit(0)  # the thread that waits for the parent is not waited for

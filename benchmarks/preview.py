"""How long the preview takes from a save to its page: a case, a concept and a chapter, each saved several
times.

    python3 benchmarks/preview.py PROJECT [--saves 9]

The times are of the one thread that answers, in processor time; what it reads again aside is waited for.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from vademecum.preview.state import PreviewState

LANGUAGE = "fr"


def milliseconds(state: PreviewState, file: Path, page: str, saves: int) -> list[float]:
    """Save a file so many times, each time with one empty line more, and ask for its page."""
    text = file.read_text(encoding="utf-8")
    times = []
    try:
        for number in range(1, saves + 1):
            file.write_text(text + "\n" * number, encoding="utf-8")
            state.touch()
            times.append(asked(state, page))
    finally:
        file.write_text(text, encoding="utf-8")
    return times


def asked(state: PreviewState, page: str) -> float:
    """The processor time, in milliseconds, until a page is there."""
    start = time.thread_time()
    status, _, body = state.answer(page)
    took = (time.thread_time() - start) * 1000
    if status != 200:
        sys.exit(f"{page}: {status}\n{body.decode()}")
    for thread in threading.enumerate():  # the review
        if thread is not threading.current_thread():
            thread.join()
    return took


def files(project: Path) -> dict[tuple[str, str], Path]:
    """(kind, id) -> the file to save: the middle one of its folder."""
    found = {}
    for kind, folder, ending in (
        ("case", "case_studies", f".{LANGUAGE}.md"),
        ("concept", "lexicon", ".yml"),
        ("chapter", f"docs/{LANGUAGE}/handbook", ".md"),
    ):
        listed = sorted((project / folder).glob(f"*{ending}"))
        file = listed[len(listed) // 2]
        found[kind, file.name.removesuffix(ending)] = file
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("project", type=Path)
    parser.add_argument("--saves", type=int, default=9)
    options = parser.parse_args()
    project = options.project.resolve()
    state = PreviewState(project, LANGUAGE)
    print(f"first page {asked(state, '/'):7.1f} ms")
    for (kind, id_), file in files(project).items():
        assert state.good is not None
        page = "/" + state.good.project.addresses.of(kind, id_, LANGUAGE)
        times = milliseconds(state, file, page, options.saves)
        print(f"{kind:<10} {statistics.median(times):7.1f} ms    ({min(times):.1f}–{max(times):.1f})")


if __name__ == "__main__":
    main()

"""Lighthouse on a page of each kind, phone and desk: the median of its four scores.

    python benchmarks/lighthouse.py [SITE] [RUNS] [KIND …]

Takes a built site, serves it compressed, and runs Lighthouse 12.2.3, which npm fetches into a temporary
folder (needs Node 18 or later). Five runs of each page without a number; a busy machine costs performance.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from weights import HOUSE, KINDS, browser, serve

VERSION = "12.2.3"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def installed(folder: Path) -> Path:
    """Lighthouse's program, fetched into a folder."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", f"lighthouse@{VERSION}"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "node_modules" / ".bin" / "lighthouse"


def scores(program: Path, url: str, desk: bool, report: Path) -> list[float]:
    """The four scores of one run, of 100."""
    command = [
        str(program),
        url,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--chrome-flags={FLAGS}",
    ]
    command += [f"--only-categories={','.join(CATEGORIES)}", *(["--preset=desktop"] if desk else [])]
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": str(browser.path())})
    found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return [100 * (found[name]["score"] or 0) for name in CATEGORIES]


def main(site: Path, runs: int, kinds: list[str]) -> None:
    """Print the medians of each kind at a phone and at a desk."""
    server, origin = serve(site)
    print(f"{'kind':<12}{'':<7}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with tempfile.TemporaryDirectory() as folder:
        program = installed(Path(folder))
        for kind in kinds or KINDS:
            for desk in (False, True):
                url, report = origin + KINDS[kind]["fr"], Path(folder, "report.json")
                found = [scores(program, url, desk, report) for _ in range(runs)]
                medians = [statistics.median(column) for column in zip(*found, strict=True)]
                shown = "".join(f"{score:>16.0f}" for score in medians)
                print(f"{kind:<12}{'desk' if desk else 'phone':<7}{shown}", flush=True)
    server.shutdown()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(
        Path(arguments[0]) if arguments else HOUSE / "site",
        int(arguments[1]) if len(arguments) > 1 else 5,
        arguments[2:],
    )

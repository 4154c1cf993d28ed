"""How fast a choice among cases answers in a browser, and what the page weighs.

python3 benchmarks/cases.py --cases 2500

The cases are made from a seed, the page from them alone, with the theme's own styles and scripts; it is
opened from disk. A choice is a click on a value; what is timed ends when the browser has laid the page out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "site"))

import case_pages

from vademecum.commands import browser

CHOICE = """(number) => {
  const inputs = [...document.querySelectorAll('.facets input:not(:disabled)')];
  const start = performance.now();
  inputs[number % inputs.length].click();
  document.documentElement.getBoundingClientRect();
  return performance.now() - start;
}"""
LOAD = """() => {
  const told = performance.getEntriesByType('navigation')[0];
  return [told.domInteractive, told.domComplete];
}"""


def weights(file: Path) -> tuple[float, float]:
    """The page and its data alone, compressed, in kB."""
    text = file.read_text(encoding="utf-8")
    data = text.partition('id="vm-cases-data">')[2].partition("</script>")[0]
    json.loads(data)
    return len(gzip.compress(text.encode())) / 1000, len(gzip.compress(data.encode())) / 1000


def choices(file: Path, count: int) -> tuple[list[float], list[float]]:
    """The milliseconds of each choice, and until the page was there and whole."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.path(), args=["--no-sandbox"])
        page = opened.new_page(viewport={"width": 1280, "height": 800})
        page.goto(file.as_uri())
        loaded = page.evaluate(LOAD)
        taken = [page.evaluate(CHOICE, number * 7) for number in range(count)]
        opened.close()
    return taken, loaded


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=2500)
    parser.add_argument("--choices", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        made = case_pages.made_up(options.cases, seed=1)
        file = case_pages.written(made, "fr", "cases", Path(folder))
        print(f"made in {time.perf_counter() - start:.1f} s, validation of the cases included")
        whole, data = weights(file)
        print(f"{options.cases} cases: page {whole:.0f} kB compressed, of which data {data:.0f} kB")
        taken, (there, complete) = choices(file, options.choices)
        print(f"page there after {there:.0f} ms, whole with its scripts run after {complete:.0f} ms")
        print(
            f"a choice: fastest {min(taken):.0f} ms, median {statistics.median(taken):.0f} ms, nine in ten "
            f"below {statistics.quantiles(taken, n=10)[-1]:.0f} ms, slowest {max(taken):.0f} ms"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())

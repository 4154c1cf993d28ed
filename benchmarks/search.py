"""What a first question costs a reader, on a built site; and what indexing takes of a build.

python3 benchmarks/search.py SITE --question WORDS    weight and time of a first question, in a browser
python3 benchmarks/search.py --index PROJECT          seconds to read and render one language, and to index it

A site of size L: `synthetic.py DIR --size L`, then `build.py site --no-print --project DIR`. Bytes are those
that a server sends which compresses text (gzip); files of Pagefind are compressed already.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Request, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from vademecum.commands import browser
from vademecum.hosts import rendering, search_index
from vademecum.pages.common.setting import Setting
from vademecum.pages.project import edition, read_project, without_collecting

TEXT = (".js", ".css", ".json", ".html", "/")
# Timed in the page: what drives the browser takes tens of milliseconds for itself.
TIMED = """
addEventListener("input", () => { globalThis.put ??= performance.now(); }, true);
new MutationObserver(() => {
  if (document.querySelector("dialog .vm-hit")) globalThis.shown ??= performance.now();
}).observe(document, { childList: true, subtree: true });
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def weight(site: Path, path: str) -> int:
    """The bytes that a server sends for a path of the site."""
    content = (site / path.lstrip("/") / ("index.html" if path.endswith("/") else "")).read_bytes()
    return len(gzip.compress(content, 6)) if path.endswith(TEXT) else len(content)


def ask(site: Path, question: str, runs: int) -> None:
    """Ask a first question from the home page, each time in a browser that knows nothing of the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin, seconds, asked = f"http://127.0.0.1:{server.server_port}", [], []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.path(), args=["--no-sandbox"])
        for _ in range(runs):
            page = opened.new_context().new_page()
            page.add_init_script(TIMED)
            page.goto(origin, wait_until="networkidle")
            asked = []
            page.on("request", partial(note, asked, origin))
            page.locator("a[data-vm-search]").click()
            page.locator("dialog input[type=search]").wait_for()
            page.locator("dialog input[type=search]").fill(question)
            page.locator("dialog .vm-hit").first.wait_for()
            seconds.append(page.evaluate("(shown - put) / 1000"))
            page.wait_for_load_state("networkidle")
            page.context.close()
        opened.close()
    server.shutdown()
    for path in asked:
        print(f"{weight(site, path):8,} {path}")
    print(f"{sum(weight(site, path) for path in asked):8,} bytes for a first question")
    took = statistics.median(seconds) * 1000
    print(f"{took:8.0f} ms from the question to the first results, a pause of 100 within")


def note(asked: list[str], origin: str, request: Request) -> None:
    """Keep the path of a request."""
    asked.append(request.url.removeprefix(origin).partition("?")[0])


@without_collecting()
def index(project: Path, language: str) -> None:
    """Time what comes before the index, and the index."""
    started = time.perf_counter()
    made = edition(read_project(project), language, Setting("https://vade-mecum.example/"))
    pages = [found for page in made.pages if (found := rendering.render(made, page).search)]
    read = time.perf_counter()
    files = search_index.search_index(pages, language)
    done = time.perf_counter()
    print(f"{len(pages)} pages: read and rendered {read - started:.1f} s, indexed {done - read:.1f} s")
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--question", default="jumelage")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--index", type=Path, metavar="PROJECT")
    parser.add_argument("--language", default="fr")
    options = parser.parse_args()
    if options.index:
        index(options.index, options.language)
    if options.site:
        ask(options.site.resolve(), options.question, options.runs)


if __name__ == "__main__":
    main()

"""What a page weighs, by its kind, as a browser asks for it and a host sends it, compressed.

    python benchmarks/weights.py [SITE]

Takes a built site (`site/` without an argument) and one page of each kind in tests/site/kinds.yml. A first
visit asks for everything; a second visit follows one to the chapter, and asks for what is still missing.
Sizes are in kB of 1,000 bytes, bodies alone, gzip at level 6 but for what is compressed already.
"""

from __future__ import annotations

import gzip
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

import yaml
from playwright.sync_api import Browser, Response, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the generator of this checkout
from vademecum.commands import browser

HOUSE = Path(__file__).resolve().parents[1]
KINDS = yaml.safe_load((HOUSE / "tests/site/kinds.yml").read_text(encoding="utf-8"))
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
BUDGET = 45, 110, 15  # kB: on a first visit, with fonts, on a second
# Pages to work in bring their questions, or the rules of every field, and the program that goes through them.
OWN_BUDGETS = {"diagnosis": (45, 110, 28), "form": (45, 110, 27)}


class Weight(NamedTuple):
    """Bytes by what they are: pages and all else, and fonts."""

    rest: int
    fonts: int


class Compressing(SimpleHTTPRequestHandler):
    """Sends files as hosts do: what is text, compressed, where the browser takes it so."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        body = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in COMPRESSED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        fresh = "no-cache" if file.suffix == ".html" else "public, max-age=31536000, immutable"
        self.send_header("Cache-Control", fresh)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the figures are the output."""


def serve(site: Path) -> tuple[ThreadingHTTPServer, str]:
    """A server of a folder in a thread of its own, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def visit(chromium: Browser, origin: str, addresses: list[str]) -> list[Weight]:
    """What each page of a visit weighs, one after the other in a browser that has seen nothing before."""
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page, weights, seen = context.new_page(), [], set[str]()
    asked: list[Response] = []
    page.on("response", lambda response: asked.append(response))  # the wrapper of a method cannot be marked
    for address in addresses:
        asked.clear()
        page.goto(origin + address, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => null)")  # a busy machine asks for them late
        new = [one for one in asked if one.url not in seen and one.request.resource_type != "other"]
        sizes = {one.url: int(one.headers.get("content-length", 0)) for one in new}
        fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
        weights.append(Weight(sum(sizes.values()) - fonts, fonts))
        seen |= {url for url in sizes if not url.endswith("/")}
    context.close()
    return weights


def main(site: Path) -> None:
    """Print a line for each kind; those over the budget are marked."""
    server, origin = serve(site)
    print(f"{'kind':<12}{'first':>9}{'with fonts':>12}{'second':>9}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        for kind, addresses in KINDS.items():
            address = addresses["fr"]
            (first,) = visit(chromium, origin, [address])
            *_, second = visit(chromium, origin, [KINDS["chapter"]["fr"], address])
            kilo = [first.rest / 1000, sum(first) / 1000, sum(second) / 1000]
            most = OWN_BUDGETS.get(kind, BUDGET)
            over = [size > limit for size, limit in zip(kilo, most, strict=True)]
            shown = "".join(f"{size:>{width}.1f}" for size, width in zip(kilo, (9, 12, 9), strict=True))
            print(f"{kind:<12}{shown}{'  over the budget' if any(over) else ''}", flush=True)
        chromium.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOUSE / "site")

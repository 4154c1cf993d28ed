"""axe on every page of a site: four widths, both palettes, with all open that opens.

    python benchmarks/axe_everywhere.py [SITE [STATES]]

Takes a built site (`site/` without an argument); the whole of it takes half an hour on two idle cores. Every
page is looked at with its contents, menus and other details open and, where it has a term, with that term's
card; the home pages with the search open too. Prints every violation, and at the end how many pages and
states were looked at; ends with 1 where there was one. Pages that only send on to another are left out. With
a number of STATES below eight, each page is looked at in so many of them, the next page in the next ones.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from weights import HOUSE, KINDS, browser, serve

sys.path.insert(0, str(HOUSE / "tests/site"))
from axe_run import violations

STATES = tuple(itertools.product((320, 390, 768, 1280), ("light", "dark")))


def pages(site: Path) -> list[str]:
    """The addresses of the pages of a site."""
    files = sorted(site.rglob("*.html"))
    return [
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in files
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    ]


def shown(page: Page, width: int, palette: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=palette)


def opened(page: Page) -> None:
    """Open what opens: details, and the card of the first term."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    if (term := page.locator(".vm-prose a.term:visible")).count():
        term.first.focus()


def looked_at(page: Page, url: str, number: int, most: int) -> Iterator[str]:
    """What axe finds on a page, each with its state."""
    page.goto(url)
    for width, palette in (STATES[(number * most + n) % len(STATES)] for n in range(most)):
        shown(page, width, palette)
        opened(page)
        yield from (f"{width} {palette}: {line}" for line in violations(page))


def searched(page: Page, url: str) -> Iterator[str]:
    """What axe finds on a page with the search open."""
    page.goto(url)
    page.locator("a[data-vm-search][aria-haspopup]").click()
    page.locator("dialog input[type=search]").fill("jumelage")
    page.locator("dialog .vm-hit a").first.wait_for()
    for width, palette in STATES:
        shown(page, width, palette)
        yield from (f"{width} {palette}, search: {line}" for line in violations(page))


def main(site: Path, most: int) -> int:
    """Look every page through; 1 where a violation was found, else 0."""
    server, origin = serve(site)
    addresses, found = pages(site), 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page(reduced_motion="reduce")
        for number, address in enumerate(addresses):
            lines = looked_at(page, origin + address, number, most)
            if address in KINDS["home"].values():
                lines = itertools.chain(lines, searched(page, origin + address))
            for line in lines:
                found += 1
                print(f"{address} {line}", flush=True)
            print(f"{number + 1}/{len(addresses)}", end="\r", file=sys.stderr, flush=True)
        chromium.close()
    server.shutdown()
    print(f"{len(addresses)} pages, {most} states of each, the search in {len(STATES)}, {found} violations")
    return 1 if found else 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    site, most = Path(arguments[0]) if arguments else HOUSE / "site", arguments[1:] or [len(STATES)]
    sys.exit(main(site, int(most[0])))

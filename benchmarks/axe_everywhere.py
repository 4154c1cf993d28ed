"""axe on every page of a site: four widths, both palettes.

    python benchmarks/axe_everywhere.py [SITE]

Takes a built site (`site/` without an argument); the whole of it takes half an hour on two cores. Prints
every violation, and at the end how many pages and states were looked at; ends with 1 where there was one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from weights import HOUSE, browser, serve

WIDTHS, PALETTES = (320, 390, 768, 1280), ("light", "dark")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def main(site: Path) -> int:
    """Look every page through; 1 where a violation was found, else 0."""
    server, origin = serve(site)
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    axe, states, found = Axe(), 0, 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page(reduced_motion="reduce")
        for path in pages:
            page.goto(origin + path.removesuffix("index.html"))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for palette in PALETTES:
                    page.emulate_media(color_scheme=palette)
                    states += 1
                    for rule in axe.run(page, options=RULES).response["violations"]:
                        found += 1
                        node = rule["nodes"][0]["html"]
                        print(f"{path} {width} {palette}: {rule['id']}: {rule['help']}: {node}", flush=True)
        chromium.close()
    server.shutdown()
    print(f"{len(pages)} pages, {states} states, {found} violations")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HOUSE / "site"))

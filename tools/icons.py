"""Draw the icons for home screens from the site's own, in the browser of the tests.

PYTHONPATH=. python3 tools/icons.py     (in the environment of `build.py test`; writes theme/assets/images/)
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from vademecum.commands import browser

IMAGES = Path(__file__).resolve().parents[1] / "theme" / "assets" / "images"
SIZES = {"touch-icon.png": 180, "icon-192.png": 192, "icon-512.png": 512}


def main() -> None:
    drawing = (IMAGES / "favicon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.path(), args=["--no-sandbox"])
        for name, size in SIZES.items():
            page = opened.new_page(viewport={"width": size, "height": size})
            square = drawing.replace('rx="3"', "").replace("<svg ", f'<svg width="{size}" height="{size}" ')
            page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{square}")
            page.screenshot(path=IMAGES / name)
        opened.close()


if __name__ == "__main__":
    main()

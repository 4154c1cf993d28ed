"""axe in a page that is open: what it finds, by the rules of WCAG 2.2 AA and those that are good practice."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SCRIPT = Axe().axe_script
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that look at colours: a palette changes nothing else.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
BY_PALETTE = {"light": ALL, "dark": OF_COLOURS}


def violations(page: Page, rules: Any = ALL) -> list[str]:
    """Every violation of some of axe's rules, each with the HTML that it is about."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SCRIPT)
    asked = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("async (asked) => (await axe.run(asked)).violations", asked)
    return [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in found for node in rule["nodes"]]


def assert_none_in_either_palette(page: Page) -> None:
    """axe finds nothing: every rule in the light palette, those of colours in the dark one too."""
    for palette, rules in BY_PALETTE.items():
        page.emulate_media(color_scheme=palette)
        expect(page.locator("html")).to_have_attribute("data-palette", palette)
        assert violations(page, rules) == [], palette

"""axe in a page that is open: what it finds, by the rules of WCAG 2.2 AA and those that are good practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SCRIPT = Axe().axe_script
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PALETTES = ("light", "dark")


def violations(page: Page) -> list[str]:
    """Every violation, with the HTML that it is about."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SCRIPT)
    found = page.evaluate("async (rules) => (await axe.run(rules)).violations", RULES)
    return [f"{rule['id']}: {rule['help']}: {node['html']}" for rule in found for node in rule["nodes"]]


def assert_none_in_either_palette(page: Page) -> None:
    for palette in PALETTES:
        page.emulate_media(color_scheme=palette)
        expect(page.locator("html")).to_have_attribute("data-palette", palette)
        assert violations(page) == [], palette

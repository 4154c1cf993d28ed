"""axe in a page that is open: what it finds, by the rules of WCAG 2.2 AA and those that are good practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SCRIPT = Axe().axe_script
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PALETTES = ("light", "dark")
# A target is looked at again in the middle of the screen: what passes below the masthead at this moment, or
# is not laid out before it comes into sight, can be pressed all the same.
FOUND = """async (rules) => {
  const passing = async (rule, [place]) => {
    if (rule.id !== "target-size" || typeof place !== "string") return false;
    const target = document.querySelector(place);
    target.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((laidOut) => requestAnimationFrame(() => requestAnimationFrame(laidOut)));
    return !(await axe.run(target, { runOnly: ["target-size"] })).violations.length;
  };
  const told = [];
  for (const rule of (await axe.run(rules)).violations)
    for (const { html, target } of rule.nodes)
      if (!await passing(rule, target)) told.push(`${rule.id}: ${rule.help}: ${html}`);
  return told;
}"""


def violations(page: Page) -> list[str]:
    """Every violation, with the HTML that it is about."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SCRIPT)
    return page.evaluate(FOUND, RULES)


def assert_none_in_either_palette(page: Page) -> None:
    for palette in PALETTES:
        page.emulate_media(color_scheme=palette)
        expect(page.locator("html")).to_have_attribute("data-palette", palette)
        assert violations(page) == [], palette

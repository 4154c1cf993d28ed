"""Nothing that an editor writes becomes markup: no way around escaping but those listed, with reasons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# What makes HTML of words, or takes words for HTML.
AROUND = re.compile(
    r"\|\s*safe\b|(?<!from )\bMarkup\(|\bHtml\(|Markup\.(?:format|join)|\bautoescape\b|__html__"
    r"|innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment"
    r"|\beval\(|new Function|setTimeout\(\s*[\"'`]|srcdoc"
)
# file -> how often, and why there.
ALLOWED = {
    "vademecum/document/html.py": (4, "the writer: it escapes every text and attribute of the tree"),
    "vademecum/figures/html.py": (2, "a figure's parts, each written by the writer or by ElementTree"),
    "vademecum/figures/sheet.py": (1, "the drawing, whose words are escaped where they are put"),
    "vademecum/hosts/rendering.py": (
        2,
        "the page's language around its HTML; a figure's name, escaped there",
    ),
    "theme/assets/scripts/search.js": (1, "the site's own search page, of which a dialog is made"),
    "hooks/mkdocs_hooks.py": (2, "the page's own HTML handed to the engine, and escaping put on"),
}


def ways_around(text: str) -> list[str]:
    """Each place of a text, short of whole-line comments, that goes around escaping."""
    lines = (line for line in text.split("\n") if not line.lstrip().startswith(("#", "//", "*", "{#")))
    return [found[0] for line in lines for found in AROUND.finditer(line)]


def sources() -> list[Path]:
    """Templates, scripts and Python of ours."""
    folders = ("theme", "hooks", "vademecum")
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*")))
    return [
        path for path in found if path.suffix in (".html", ".js", ".xml", ".jinja", ".py") and path.is_file()
    ]


@pytest.mark.parametrize(
    "line",
    [
        "{{ x|safe }}",
        "{{ x | safe }}",
        "{% autoescape false %}",
        "return Markup(words)",
        "env.autoescape = False",
        "box.innerHTML = words",
        "eval(words)",
    ],
)
def test_a_way_around_is_seen(line: str) -> None:
    assert ways_around(line)


def test_no_way_around_escaping_but_those_that_have_a_reason() -> None:
    counts = {
        path.relative_to(ROOT).as_posix(): len(found)
        for path in sources()
        if (found := ways_around(path.read_text(encoding="utf-8")))
    }
    assert counts == {path: count for path, (count, _) in ALLOWED.items()}


def test_escaping_is_put_on_and_never_off() -> None:
    hooks = (ROOT / "hooks" / "mkdocs_hooks.py").read_text(encoding="utf-8")
    assert re.findall(r"autoescape = (\w+)", hooks) == ["True"]

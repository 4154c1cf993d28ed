"""The theme's own files: nothing of the theme that ours extends, nothing that a content policy forbids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vademecum.hosts.bundles import Bundles

HOUSE = Path(__file__).resolve().parents[1]
THEME = HOUSE / "theme"
OURS = sorted(path for path in THEME.rglob("*") if path.suffix in (".html", ".css", ".js"))
NAMES = [path.relative_to(THEME).as_posix() for path in OURS]
MATERIALS = re.compile(r"\bmd-(?!format)|data-md|__md|__palette|__search|__drawer")
INLINE = {
    "script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)"),
    "style": re.compile(r"<style|\sstyle=[\"']|setAttribute\([\"']style"),
    "handler": re.compile(r"<[^>]*\son[a-z]+=[\"']"),
    "address": re.compile(r"javascript:"),
}
WIDTH = 110


@pytest.mark.parametrize("path", OURS, ids=NAMES)
def test_no_name_of_material_s_stands_in_it(path: Path) -> None:
    assert MATERIALS.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", INLINE)
@pytest.mark.parametrize("path", [path for path in OURS if path.suffix in (".html", ".js")], ids=str)
def test_nothing_is_inline(path: Path, kind: str) -> None:
    assert INLINE[kind].findall(path.read_text(encoding="utf-8")) == []


def test_every_file_that_all_pages_load_is_there_and_keeps_within_the_width() -> None:
    lines = (HOUSE / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    named = [THEME / line.strip(" -") for line in lines if line.strip().startswith("- assets/")]
    assert named and [path for path in named if not path.is_file()] == []
    scripts = [path for path in named if path.suffix == ".js"]
    assert [
        path.name for path in scripts if max(map(len, path.read_text("utf-8").splitlines())) > WIDTH
    ] == []


# -- bundles ----------------------------------------------------------------------------------------------


@pytest.fixture
def bundles(tmp_path: Path) -> Bundles:
    files = {
        "assets/styles/a.css": "a {\n  color: red;\n}\n",
        "assets/styles/b.css": "b > i { top: calc(1px + 2%) }\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return Bundles({path: tmp_path / path for path in files})


def test_a_bundle_holds_its_files_in_order_and_is_named_by_what_it_holds(bundles: Bundles) -> None:
    bundles.add("styles", ["a.css", "b.css"])
    bundles.add("styles", ["b.css", "a.css"])
    first, second = bundles.made.values()
    assert first.content == "a{color:red}\nb>i{top:calc(1px + 2%)}\n"
    assert re.fullmatch(r"assets/styles/a\.[0-9a-f]{10}\.css", first.path)
    assert second.path.startswith("assets/styles/b.") and second.path != first.path


def test_a_page_loads_a_bundle_where_there_is_one_else_the_files(bundles: Bundles) -> None:
    assert bundles.paths("styles", ["a.css"]) == ["assets/styles/a.css"]
    bundles.add("styles", ["a.css"])
    assert bundles.paths("styles", ["a.css"]) == [bundle.path for bundle in bundles.made.values()]
    assert bundles.paths("styles", []) == []


def test_the_same_content_has_the_same_name_and_another_another(bundles: Bundles) -> None:
    bundles.add("styles", ["a.css"])
    again = Bundles(bundles.sources)
    again.add("styles", ["a.css"])
    assert again.made == bundles.made
    bundles.sources["assets/styles/a.css"].write_text("a { color: blue }", encoding="utf-8")
    other = Bundles(bundles.sources)
    other.add("styles", ["a.css"])
    assert {one.path for one in other.made.values()} != {one.path for one in again.made.values()}

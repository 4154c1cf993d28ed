"""The Markdown of our `pages` stage as a plain MkDocs + Material project, without any of our code."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from vademecum import addresses, library, model, pages

# Those of hooks/vademecum/blocks.py that come with Python-Markdown.
EXTENSIONS = ["tables", "footnotes", "def_list", "admonition", "sane_lists", "attr_list"]
INDEXES = ("home", "index", "page", "chapter")


def dump(project: Path, out: Path) -> int:
    """Write every page of both languages and a configuration into `out`; returns the number of pages."""
    made = list(of(project))
    for page in made:
        path = out / "docs" / file(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {page.title}\n\n{page.markdown}", encoding="utf-8")
    # JSON is YAML.
    (out / "mkdocs.yml").write_text(json.dumps(configuration(made), indent=1), encoding="utf-8")
    return len(made)


def of(project: Path) -> list[pages.Page]:
    """The pages of a project, both languages."""
    books, faults = library.load(project)
    places, clashes = addresses.assign(books)
    if faults or clashes:
        sys.exit(f"{project}: {len(faults) + len(clashes)} faults, the first one: {(faults + clashes)[0]}")
    return [page for language in model.LANGUAGES for page in pages.make(books, places, language)]


def file(page: pages.Page) -> str:
    return addresses.absolute(page.address, page.language) + "index.md"


def configuration(made: list[pages.Page]) -> dict[str, Any]:
    """mkdocs.yml: a small explicit navigation (no concept, no case), Material's search, the same Markdown extensions."""
    return {
        "site_name": "Plain",
        "theme": {"name": "material", "language": "fr", "font": False},
        "not_in_nav": "*",
        "plugins": [{"search": {"lang": list(model.LANGUAGES)}}],
        "markdown_extensions": EXTENSIONS,
        "nav": [{page.title: file(page)} for page in made if page.kind in INDEXES],
    }

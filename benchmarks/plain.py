"""The texts of our pages as a plain MkDocs + Material project, in Markdown, without any of our code.

python3 benchmarks/plain.py PROJECT OUT
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from markdown_text import markdown

from vademecum.language.languages import LANGUAGES
from vademecum.pages import plan
from vademecum.pages.common.addresses import absolute
from vademecum.pages.common.page import Page
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import read_project

# Those that come with Python-Markdown.
EXTENSIONS = ["tables", "footnotes", "def_list", "admonition", "sane_lists", "attr_list"]
INDEXES = ("home", "index", "page", "chapter")


def dump(project: Path, out: Path) -> int:
    """Write every page of both languages and a configuration into `out`; returns the number of pages."""
    made = texts(project)
    for page, text in made:
        path = out / "docs" / file(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {page.title}\n\n{text}", encoding="utf-8")
    # JSON is YAML.
    (out / "mkdocs.yml").write_text(
        json.dumps(configuration([page for page, _ in made]), indent=1), encoding="utf-8"
    )
    return len(made)


def texts(project: Path) -> list[tuple[Page, str]]:
    """The pages of a project and their Markdown, in both languages."""
    known = read_project(project)
    made = []
    for language in LANGUAGES:
        edition = Edition(known.library, known.addresses, language, known.matching, Setting(""))
        made += [(page, markdown(plan.write(page, edition.here))) for page in edition.pages]
    return made


def file(page: Page) -> str:
    return absolute(page.address, page.language) + "index.md"


def configuration(made: list[Page]) -> dict[str, Any]:
    """mkdocs.yml: a small explicit navigation (no concept, no case), Material's search, the same Markdown
    extensions.
    """
    return {
        "site_name": "Plain",
        "theme": {"name": "material", "language": "fr", "font": False},
        "not_in_nav": "*",
        "plugins": [{"search": {"lang": list(LANGUAGES)}}],
        "markdown_extensions": EXTENSIONS,
        "nav": [{page.title: file(page)} for page in made if page.kind in INDEXES],
    }


if __name__ == "__main__":
    print(f"{dump(Path(sys.argv[1]), Path(sys.argv[2]))} pages in {sys.argv[2]}")

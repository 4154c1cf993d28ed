"""In a real browser: what a screen reader is told of a page of each kind, whole, as a file in trees/.

The pages are those of the small project, so that the handbook's texts do not matter; what stands around the
text of every page is a file of its own. Where a page is told otherwise on purpose, run with
VADEMECUM_TREES=1, which writes the files, and read what changed.
"""

import os
import re
from pathlib import Path

import pytest

TREES = Path(__file__).parent / "trees"
# Of a document to take away: it changes with the look on paper, and with the letters of a book.
WEIGHT = re.compile(r", (?:\d+ pages?, )?[\d.,]+\s[kM]?[oB]\b")
PAGES = {
    "home": "",
    "handbook": "manuel/",
    "chapter": "manuel/villes-de-fleuve/",
    "lexicon": "lexique/",
    "concept": "lexique/jumelage/",
    "cases": "en/case-studies/",
    "case": "en/case-studies/weirs/",
    "references": "references/",
    "acronyms": "sigles/",
    "page": "a-propos/",
    "untranslated": "en/lexicon/jumelage/",
    "error": "404.html",
}


AROUND = ("around", "", "body > header, body > footer")
TOLD = [*((kind, address, "main") for kind, address in PAGES.items()), AROUND]


@pytest.mark.parametrize(("kind", "address", "part"), TOLD, ids=[kind for kind, _, _ in TOLD])
def test_a_screen_reader_is_told(visit, small_origin, kind, address, part):
    found = visit(small_origin, address).locator(part).all()
    told = WEIGHT.sub("", "".join(f"{one.aria_snapshot()}\n" for one in found))
    file = TREES / f"{kind}.yml"
    if os.environ.get("VADEMECUM_TREES"):
        TREES.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told and told == file.read_text(encoding="utf-8")

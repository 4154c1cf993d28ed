"""What each builder makes of a library, and where it says that it was written.

tests/page_texts/*.yml name a project of the tests (`of`), or the files of one, and hold its pages as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from projects import HERE, SOUND
from tree_dump import dumped

from vademecum.document import inlines, tree, walking
from vademecum.document.assembly import assemble
from vademecum.document.origin import Origin
from vademecum.document.tree import Block, Blocks
from vademecum.language.data import data_in
from vademecum.language.languages import LANGUAGES
from vademecum.pages import plan
from vademecum.pages.common.addresses import assign
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.sources.cache import Cache
from vademecum.sources.loading import load

FOLDER = HERE / "page_texts"
CASES: dict[str, Any] = {file.stem: data_in(file) for file in sorted(FOLDER.glob("*.yml"))}
PROJECTS = {"content": HERE.parent, "sound": SOUND, "untranslated": HERE / "site" / "untranslated"}
PLACED = (tree.Heading, tree.Paragraph, tree.Line)


def libraries(project: Path, cache: Cache | None = None) -> dict[str, LanguageLibrary]:
    """A project seen from each language."""
    cache = cache or Cache()
    library, _ = load(project, cache)
    addresses, _ = assign(library)
    return {language: LanguageLibrary(library, addresses, language, cache) for language in LANGUAGES}


def written(files: dict[str, str], folder: Path) -> Path:
    """A project of these files, which may cite what the sound one does."""
    for path, text in {
        "references.yml": (SOUND / "references.yml").read_text(encoding="utf-8"),
        **files,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def project(case: dict[str, Any], folder: Path) -> Path:
    """A case's project: a folder of the tests, the files of a case of tests/pages, or its own."""
    named = HERE / case.get("of", "page_texts")
    if "files" not in case and named.is_dir():
        return named
    files = case.get("files") or data_in(named)["files"]
    return written(files, folder)


def page_of(library: LanguageLibrary, kind: str, id_: str) -> Page:
    return next(page for page in plan.plan(library) if (page.kind, page.id) == (kind, id_))


@pytest.mark.parametrize(
    ("name", "page"), [(name, page) for name, case in CASES.items() for page in case["pages"]]
)
def test_a_page_is_made_of(name: str, page: str, tmp_path: Path) -> None:
    language, kind, id_ = page.split("/")
    library = libraries(project(CASES[name], tmp_path))[language]
    text = plan.write(page_of(library, kind, id_), library)
    assert dumped(text) == CASES[name]["pages"][page]


# -- origins ----------------------------------------------------------------------------------------------


@pytest.fixture(params=[*PROJECTS, "marks", "partly"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The projects in which everything has its place: the content, those of the tests, those of two cases."""
    return PROJECTS.get(request.param) or project(CASES[request.param], tmp_path)


def texts(folder: Path) -> Iterator[PageText]:
    """The texts of every page of a project."""
    for library in libraries(folder).values():
        for page in plan.plan(library):
            yield plan.write(page, library)


def fields(text: PageText) -> Iterator[tuple[Block | tree.Item | tree.Row, Origin]]:
    """The blocks of a text, its notes too, that came from a field."""
    for blocks in (text.blocks, *text.notes.values()):
        for node, origin in walking.walk(blocks):
            if isinstance(node, tree.Written) and origin is not None:
                yield node, origin


def value(origin: Origin) -> str:
    """What stands in the file where an origin says; one string may be the words of every language."""
    found = origin.file.data if origin.path else origin.file.body
    for step in origin.path:
        found = found if isinstance(found, str) and step in LANGUAGES else found[step]
    assert isinstance(found, str)
    return found if not origin.path else found.strip()


def test_what_came_from_a_field_knows_the_field(folder: Path) -> None:
    seen = {(origin.file.path, origin.path): origin for text in texts(folder) for _, origin in fields(text)}
    assert len(seen) > 5
    assert [place for place, origin in seen.items() if value(origin) != origin.text] == []


def test_words_know_where_they_are_written(folder: Path) -> None:
    wrong = []
    for text in texts(folder):
        for blocks in (text.blocks, *text.notes.values()):
            for node, origin in walking.walk(blocks):
                if isinstance(node, inlines.Text) and node.pieces and origin is not None:
                    start, offset = node.pieces[0]
                    place = origin.location(offset)
                    line = origin.file.text.split("\n")[place.line - 1]
                    word = re.match(r"\w*", node.words[start:])
                    if not line[place.column - 1 :].startswith(word.group() if word else ""):
                        wrong.append((place, node.words))
    assert wrong == []


def test_a_block_knows_the_line_that_it_is_written_on(folder: Path) -> None:
    wrong = []
    for text in texts(folder):
        for node, origin in fields(text):
            words = [one for one, _ in walking.walk([node]) if isinstance(one, inlines.Text) and one.pieces]
            if words and isinstance(node, PLACED):
                place, first = origin.location(node.at), origin.location(words[0].pieces[0][1])
                if place.line != first.line:
                    wrong.append((place, first))
    assert wrong == []


# -- once, and again --------------------------------------------------------------------------------------


def test_a_text_is_made_again_only_when_what_it_shows_is_another(tmp_path: Path) -> None:
    files = data_in(HERE / "pages" / "concept.yml")["files"]
    folder, cache = written(files, tmp_path), Cache()

    def made() -> dict[str, PageText]:
        library = libraries(folder, cache)["fr"]
        return {
            id_: plan.write(page_of(library, "concept", id_), library) for id_ in ("pull", "push", "force")
        }

    before, same = made(), made()
    assert all(same[id_] is before[id_] for id_ in before)
    push = folder / "lexicon" / "push.yml"
    push.write_text(
        "# Moved down by a line, and the contrast that two pages show with it.\n" + files["lexicon/push.yml"]
    )
    after = made()
    assert after["force"] is before["force"]
    assert after["push"] is not before["push"] and after["pull"] is not before["pull"]
    lines = {node.origin.location(node.at).line for node, _ in contrast(after["pull"].blocks)}
    assert lines == {files["lexicon/push.yml"].split("contrasts:")[0].count("\n") + 3}


def contrast(blocks: Blocks) -> Iterator[tuple[Any, Origin]]:
    """What a page says that sets its concept apart, as written."""
    boxes = [
        node for node, _ in walking.walk(blocks) if isinstance(node, tree.Box) and node.kind == "contrast"
    ]
    for node, origin in walking.walk(boxes):
        if isinstance(node, tree.Paragraph) and origin is not None:
            yield node, origin


def test_a_text_makes_a_document_with_nothing_wrong() -> None:
    for text in texts(HERE / "site" / "untranslated"):
        assert assemble(text.blocks, text.notes)[1] == [] and text.findings == ()

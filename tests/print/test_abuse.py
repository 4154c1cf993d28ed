"""Whatever is written prints as itself or is a finding: never a crash, never code."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pressed import squeezed
from projects import HERE, SOUND
from tagged import Tagged

from vademecum.checks import messages
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import read_project
from vademecum.print import composing, press
from vademecum.print.documents import Chapter
from vademecum.sources.cache import Cache
from vademecum.sources.text import characters

EXAMPLES = json.loads((HERE / "print" / "commonmark.json").read_text(encoding="utf-8"))["examples"]
FRONT = "---\ntitle: Opening\npart: understand\norder: 1\n---\n\n## First\n\n"
# What would be something else if it were ever read as Typst.
CODE = [
    '#eval("1")',
    "#panic()",
    "$ x^2 $",
    "@missing",
    "<label>",
    "*b* _e_",
    "\\u{41}",
    "// gone",
    "/* gone */",
    "`raw`",
    "= Title",
    "- item",
    "~",
    '#import "x"',
    "'\"'",
    "{{ x }}",
    "]",
    "[",
    "#]",
]


class Desk:
    """The sound project, whose English chapter is written anew for each text."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cache = Path(shutil.copytree(SOUND, folder)), Cache()
        self.file = self.folder / "docs" / "en" / "handbook" / "opening.md"

    def chapter(self, text: str) -> Chapter | None:
        """The text as a chapter to print; none where it is at fault."""
        self.file.write_text(FRONT + text, encoding="utf-8", newline="")
        project = read_project(self.folder, self.cache)
        setting = Setting("https://vade-mecum.example/")
        edition = Edition(project.library, project.addresses, "en", project.matching, setting, self.cache)
        page = next((page for page in edition.pages if (page.kind, page.id) == ("chapter", "opening")), None)
        if page is None or any(map(messages.is_fault, [*project.findings, *edition.findings.of_pages()])):
            return None
        return composing.chapter(edition, page)

    def press(self, documents: dict[str, Chapter]) -> None:
        jobs = []
        for name, document in documents.items():
            jobs.append(press.job(document, press.data_of(document), self.folder / name) | {"name": name})
        assert press.run(jobs, self.folder) == {}


def test_every_example_of_commonmark_prints_or_is_a_finding(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "project")
    made = {
        str(number): document for number, text in enumerate(EXAMPLES, 1) if (document := desk.chapter(text))
    }
    desk.press(made)
    assert len(made) > len(EXAMPLES) / 2
    assert all((desk.folder / f"{name}.pdf").exists() for name in made)


def words(blocks: list[Any]) -> str:
    """Every string that blocks hold as text, in order."""
    found = []
    for block in blocks:
        if isinstance(block, str):
            found.append(block)
        elif isinstance(block, list):
            found.append(words(block))
        else:
            found += [
                words([block[name]])
                for name in ("title", "term", "head", "rows", "text", "body", "items", "entries")
                if name in block
            ]
    return "".join(found)


def test_what_looks_like_code_prints_as_itself(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "project")
    texts = [f"    {line}" for line in CODE]
    escaped = [
        "Text " + "".join(f"\\{sign}" for sign in line if not (sign.isalnum() or sign.isspace()))
        for line in CODE
    ]
    document = desk.chapter("\n\n".join(["Code:", *texts, *escaped]))
    assert document
    desk.press({"code": document})
    said = squeezed(Tagged(desk.folder / "code.pdf").root.text())
    assert squeezed(words(document.text.blocks)) in said
    assert all(squeezed(line) in said for line in CODE)


# Not what is written from right to left: a PDF keeps it in the order of drawing, and the dots of an Arabic
# letter, which are signs of their own in the font, say the letter once more.
RIGHT_TO_LEFT = ("R", "AL", "AN")
PRINTABLE = st.characters(exclude_categories=["C", "Z"]).filter(
    lambda sign: (
        not characters.unprintable().search(sign) and unicodedata.bidirectional(sign) not in RIGHT_TO_LEFT
    )
)
ANYTHING = st.text(
    PRINTABLE | st.sampled_from(" #$@<>*_`\\/[]{}()=-+~^|!:;\"'.,&\n"), min_size=1, max_size=80
)


@settings(
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(ANYTHING, min_size=8, max_size=20))
def test_arbitrary_text_prints_as_itself(tmp_path_factory: Any, texts: list[str]) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk") / "project")
    made = {str(number): document for number, text in enumerate(texts) if (document := desk.chapter(text))}
    desk.press(made)
    for name, document in made.items():
        blocks = [
            block
            for block in document.text.blocks
            if block["block"] == "paragraph" and all(isinstance(run, str) for run in block["text"])
        ]
        said = squeezed(Tagged(desk.folder / f"{name}.pdf").root.text())
        for block in blocks:
            assert squeezed(words([block])) in said

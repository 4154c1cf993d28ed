"""A project proved: what is found in it or, where nothing is, its pages and what the press would be told.

All in this process, without an engine: a tenth of a second for a small project.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from projects import HERE, SOUND

from vademecum.checks import messages
from vademecum.checks.unused import unused
from vademecum.exports.search import SearchPage
from vademecum.hosts.rendering import RenderedPage, render
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding
from vademecum.model.markers import Marker
from vademecum.model.walk import walk
from vademecum.pages.common.setting import Setting
from vademecum.pages.project import edition, read_project
from vademecum.print import composing, press
from vademecum.sources.cache import Cache
from vademecum.sources.library import Library
from vademecum.sources.loading import load
from vademecum.sources.text.source_file import SourceFile

FULL = HERE / "full"
Place = tuple[
    str, tuple[str | int, ...]
]  # a file from the project's root, and the way to a value in its data
BODY = ("",)  # the way to a Markdown file's body


@dataclass(frozen=True)
class Proof:
    """What came of a project: its findings or, where none is a fault, its pages and documents."""

    findings: list[Finding]
    pages: list[RenderedPage]
    documents: list[Any]
    data: list[str]  # what the press is told of each document

    @property
    def faults(self) -> list[Finding]:
        return [finding for finding in self.findings if messages.is_fault(finding)]

    def search(self) -> Iterator[SearchPage]:
        return (page.search for page in self.pages if page.search)


def full(folder: Path) -> Path:
    """A project in which every field that may be filled is."""
    project = Path(shutil.copytree(SOUND, folder / "project"))
    return Path(shutil.copytree(FULL, project, dirs_exist_ok=True))


def proved(project: Path, cache: Cache | None = None) -> Proof:
    """Check a project, as both languages' messages tell it; make all of it where no fault is found.

    A cache carries over what a change since does not touch, as the preview has it.
    """
    cache = cache or Cache()
    read = read_project(project, cache)
    setting = Setting("https://vade-mecum.example/")
    made = [edition(read, language, setting, cache) for language in LANGUAGES]
    found = read.findings
    for one in made:
        found = [*found, *one.findings.of_pages()]
    used = set().union(*(one.used() for one in made))
    found = messages.ordered([*found, *unused(read.library, used)])
    for finding in found:
        for language in ("fr", "en"):
            assert messages.line(finding, language).isprintable()
    if any(map(messages.is_fault, found)):
        return Proof(found, [], [], [])
    pages = [render(one, page) for one in made for page in one.pages]
    documents = [document for one in made for document in composing.documents(one)]
    return Proof(found, pages, documents, [press.data_of(document) for document in documents])


def pressed(proof: Proof, project: Path, folder: Path) -> dict[str, str]:
    """What Typst says against the documents of a proof, by their paths."""
    jobs = [
        press.job(document, data, folder / f"{number}")
        for number, (document, data) in enumerate(zip(proof.documents, proof.data, strict=True))
    ]
    return press.run(jobs, project)


# -- putting values into files ----------------------------------------------------------------------------


def places(project: Path, *markers: type[Marker]) -> list[Place]:
    """Every value of a project that bears one of the markers, translations of cases included."""
    library, _ = load(project)
    found = [
        (entry.document.path, (*entry.at, *step.path))
        for entry in library.entries()
        for step in walk(entry.model, *markers)
        if not step.shape.is_key
    ]
    return [place for place in dict.fromkeys([*found, *_translated(library, *markers)]) if place[1]]


def _translated(library: Library, *markers: type[Marker]) -> Iterator[Place]:
    for case in library.cases.values():
        for language, words in case.translations.items():
            for step in walk(words, *markers):
                if not step.shape.is_key:
                    yield case.documents[language].path, step.path


def bodies(project: Path) -> list[Place]:
    """The bodies of Markdown files."""
    return [(str(path.relative_to(project)), BODY) for path in sorted(project.rglob("*.md"))]


def put(project: Path, values: dict[Place, str]) -> None:
    """Write values into their files, which lose their comments and the form of their YAML."""
    for name in {file for file, _ in values}:
        path, body = project / name, ""
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".md":
            _, text, body = text.split("---\n", 2)
        data = yaml.load(text, yaml.BaseLoader)
        for (file, way), value in values.items():
            if file == name and way == BODY:
                body = f"{body}\n\n{value}\n"
            elif file == name:
                _set(data, way, value)
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**9)
        path.write_text(f"---\n{text}---\n{body}" if path.suffix == ".md" else text, encoding="utf-8")


def _set(data: Any, way: tuple[str | int, ...], value: str) -> None:
    for step in way[:-1]:
        if isinstance(data[step], str):  # one text that stands for both languages
            data[step] = dict.fromkeys(("fr", "en"), data[step])
        data = data[step]
    data[way[-1]] = value


def accepted(sound: Path, project: Path, values: dict[Place, str]) -> tuple[Proof, dict[Place, str]]:
    """The project made with those of the values that have no fault, and these values."""
    values = dict(values)
    while True:
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(sound, project)
        put(project, values)
        proof = proved(project)
        if not proof.faults:
            return proof, values
        documents = load(project)[0].documents
        wrong = {_blamed(values, fault, documents) for fault in proof.faults}
        left = {place: value for place, value in values.items() if place not in wrong}
        assert len(left) < len(values), proof.faults
        values = left


def _blamed(values: dict[Place, str], fault: Finding, documents: dict[str, SourceFile]) -> Place | None:
    """The value that a fault stands in: the last that begins before it in its file."""
    path, line = fault.location.path, (fault.location.line, fault.location.column)
    own = [place for place in values if place[0] == path]
    if path not in documents or not own:
        return own[0] if own else next(iter(values), None)
    begun: list[tuple[tuple[int, int], Place]] = []
    for place in own:
        where = documents[path].where(*place[1])
        begins = (documents[path].body_line, 0) if place[1] == BODY else (where.line, where.column)
        begun.append((begins, place))
    before = [pair for pair in begun if pair[0] <= line]
    return max(before)[1] if before else min(begun)[1]

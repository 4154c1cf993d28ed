"""A project's files: listed, read once, their data made into entries; every fault on the way is found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.model import Finding, Location, Model
from vademecum.model.tools import FOLDER as TOOL_FOLDER
from vademecum.sources import reading
from vademecum.sources.cache import Cache
from vademecum.sources.library import HANDBOOK
from vademecum.sources.meant import validation
from vademecum.sources.meant.levels import entries_of, no_entries
from vademecum.sources.meant.suggestions import suggestion
from vademecum.sources.meant.told import Explained
from vademecum.sources.misnamed import ID, case_name, copied_from, is_id, name_meant, plain_name
from vademecum.sources.misplaced import (
    OF_TONGUE,
    at_the_root,
    chapter_meant,
    entry_at,
    holds_fields,
    is_leftover,
    of_no_place,
    place_meant,
    tool_meant,
)
from vademecum.sources.names import is_device
from vademecum.sources.text import limits, text_files
from vademecum.sources.text.invisible import visible
from vademecum.sources.text.source_file import SourceFile

NUMBERED = regex(r"\A\d{1,2}-")  # before the name of a chapter, as folders sort them


def read_file(root: Path, path: str) -> tuple[SourceFile | None, list[Finding]]:
    """A source file as it stands, none where it cannot be read, and what is wrong with how it is written."""
    text, findings = text_files.read_text(root, Path(f"{root}/{path}"))
    if text is None:
        return None, findings
    read = reading.read_yaml if path.endswith(".yml") else reading.read_markdown
    document, found = read(path, text)
    return document, [*findings, *found]


class ProjectFiles:
    """The files of one project. `findings` is what was found of them so far, `documents` those that could be
    read, by their paths; `unread` the entries that could not, as (kind, id).
    """

    def __init__(self, root: Path, cache: Cache) -> None:
        self.root, self.cache = root, cache
        self.findings: list[Finding] = []
        self.documents: dict[str, SourceFile] = {}
        self.unread: set[tuple[str, str]] = set()
        self.misfits: list[tuple[type[Model], SourceFile]] = []
        self.bodies: list[SourceFile] = []

    def files(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """The files below a folder as (path from the root, entry), sorted; hidden ones are passed over, and
        what programs leave behind.
        """
        place = self.root / folder
        if not os.path.lexists(place):
            return
        if not text_files.is_within(place, self.root):
            self.report("outside-project", folder, found=_leads_to(place))
            return
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except OSError:  # no folder, a link to nothing or to itself, not ours to read
            self.report("unreadable-file", folder, found=folder)
            return
        for entry in entries:
            if not is_leftover(entry.name):
                yield from self.file(f"{folder}/{entry.name}", entry)

    def file(self, path: str, entry: os.DirEntry[str]) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """One entry of a folder, or the files below it."""
        shown = visible(path)
        if shown != path:
            self.report("bad-file-name", shown, found=visible(entry.name), expected="<id>")
        elif entry.is_symlink() and not text_files.is_within(Path(entry.path), self.root):
            self.report("outside-project", path, found=_leads_to(Path(entry.path)))
        elif not entry.is_dir(follow_symlinks=False):
            yield path, entry
        elif path.count("/") > limits.FOLDERS:
            self.report("too-deep", path, found=entry.name, limit=str(limits.FOLDERS))
        else:
            yield from self.files(path)

    def report(self, code: str, path: str, **values: str) -> None:
        self.findings.append(Finding(code, Location(path), values))

    def misplaced(self, path: str, meant: str, holds: str) -> None:
        """Tell of a file that its folder does not hold: where it belongs, else what the folder holds."""
        if expected := place_meant(self.root / path) or meant:
            self.moved(path, expected)
        else:
            self.findings.append(of_no_place(self.root, path, holds))

    def moved(self, path: str, expected: str) -> None:
        """Tell of a file that lies elsewhere than it belongs, in the language that lacks it where both may be
        meant. What refers to the entry there is right.
        """
        folder, _, name = expected.rpartition("/")
        if f"/{HANDBOOK}/" in expected:
            expected = f"{folder}/{self.name_of_pair(expected, name.removesuffix('.md'))}"
        places = [OF_TONGUE.sub(f"docs/{language}/", expected) for language in LANGUAGES]
        free = [place for place in (expected, *places) if not self.is_there(place, path)]
        if not free:
            self.report("copied-file", path, found=path, other=expected)
            return
        self.report("wrong-folder", path, found=path, expected=free[0])
        if entry := entry_at(free[0]):
            self.unread.add(entry)

    def is_there(self, place: str, path: str) -> bool:
        """Whether a file is at a place: none that has but another name, on a system without capitals."""
        file = self.root / place
        return os.path.lexists(file) and not (file.exists() and file.samefile(self.root / path))

    def at_the_root(self) -> None:
        """Tell of content that lies at the project's root, or in a folder of its own making."""
        for finding in at_the_root(self.root):
            expected = finding.values["expected"]
            if finding.code == "wrong-folder" and not expected.endswith("/"):
                self.moved(finding.values["found"], expected)
            else:
                self.findings.append(finding)

    def in_cases(self) -> Iterator[tuple[str, os.DirEntry[str], list[str]]]:
        """The files among the cases, with the parts of their names, but for chapters, which are told."""
        for path, entry in self.files("case_studies"):
            parts = case_name(entry.name).split(".")
            if chapter := self.chapter_among_cases(path, parts):
                self.moved(path, chapter)
            else:
                yield path, entry, parts

    def chapter_among_cases(self, path: str, parts: list[str]) -> str:
        """Where a file among the cases belongs that is a chapter, forgotten here; "" for any other."""
        if len(parts) == 3 and is_id(parts[0]) and parts[1] in LANGUAGES and parts[2] == "md":
            document = self.document(path)
            data = document.data if document else None
            if not isinstance(data, dict) or "part" not in data or "authorities" in data:
                return ""
            del self.documents[path]  # of which nothing else is to be told
        elif parts[-1] != "md" or parts[0].lower() == "readme":
            return ""
        return chapter_meant(self.root / path)

    def name_of_pair(self, path: str, name: str) -> str:
        """The name nearest to a text's that gives no id; without its number where its other language is."""
        near = plain_name(name, ".md")
        bare = NUMBERED.sub("", near)
        folder = path.rpartition("/")[0]
        pairs = [OF_TONGUE.sub(f"docs/{language}/", f"{folder}/{bare}") for language in LANGUAGES]
        there = [os.path.lexists(self.root / pair) for pair in pairs]
        return bare if bare != near and there.count(True) == 1 else near

    def unknown_language(self, path: str, found: str) -> None:
        """Tell of a name with a language that is none of ours, or of a folder in the place of one."""
        if found == HANDBOOK:
            meant = path.replace(f"/{HANDBOOK}/", f"/{LANGUAGES[0]}/{HANDBOOK}/", 1)
            self.moved(path, meant)
            return
        folder, _, name = path.rpartition("/")
        if original := copied_from(name, ".md"):  # valmont.fr (1).md
            code = "copied-file" if os.path.lexists(f"{self.root}/{folder}/{original}") else "copy-name"
            self.report(code, path, found=name, other=f"{folder}/{original}")
            return
        self.report(
            "unknown-language",
            path,
            found=found,
            choices=", ".join(LANGUAGES),
            nearest=nearest(found, LANGUAGES),
        )

    def document(self, path: str) -> SourceFile | None:
        """A source file, read once for as long as it stays the same; none where it cannot be read."""
        file = f"{self.root}/{path}"
        try:
            # pathlib takes three times as long, and a preview asks this of every file at each save.
            stat = os.stat(file) if os.path.exists(file) else os.lstat(file)  # noqa: PTH110, PTH116
        except (
            OSError
        ):  # taken away since its folder was listed, as an editor's program does between two saves
            self.report("unreadable-file", path, found=path)
            return None
        document, findings = self.cache.read(path, stat, lambda: read_file(self.root, path))
        self.findings += findings
        if document is None or document.data is None:
            self.bodies += [document] if document and document.body_line > 1 else []
            return None
        self.documents[path] = document
        return document

    def entry(self, model: type[Model], document: SourceFile, identity: str) -> Any:
        made, findings = self.cache.made(
            (document.path, model), (document,), lambda: validation.parse(model, document, id=identity)
        )
        self.findings += findings
        if made is None:
            self.misfits.append((model, document))
        return made

    def of_kind(self, model: type[Model], document: SourceFile, stem: str) -> Any:
        """An entry by its model; a tool that lies in the folder of another kind is told of as a whole."""
        before = len(self.findings)
        made, path = self.entry(model, document, stem), document.path
        meant = tool_meant(self.root / path) if made is None and path.startswith(TOOL_FOLDER) else ""
        if meant and meant != path:
            del self.findings[before:]
            self.misfits.pop()
            if os.path.lexists(self.root / meant):
                self.report("copied-file", path, found=path, other=meant)
            else:
                self.report("wrong-folder", path, found=path, expected=meant)
        return made

    def is_data(self, path: str, ending: str) -> bool:
        """Whether a file is one of YAML, by its ending or by how it begins."""
        return ending == "yml" or (
            ending.lower() in ("yml", "yaml", "txt", "md", "markdown") and holds_fields(self.root / path)
        )

    def misnamed(self, path: str, kind: str, expected: str, near: str, ending: str) -> None:
        """Tell of a file whose name gives no id: a copy of another, or one that was meant otherwise. What
        refers to the id that was meant is right.
        """
        folder, _, name = path.rpartition("/")
        for other in (copied_from(name, ending), near):
            if other and other != name and os.path.lexists(f"{self.root}/{folder}/{other}"):
                self.report("copied-file", path, found=name, other=f"{folder}/{other}")
                return
        if is_device(name.partition(".")[0]):
            self.report("device-name", path, found=name, expected=expected)
            return
        self.report("bad-file-name", path, found=name, expected=expected, nearest=near)
        if near:
            self.unread.add((kind, near.partition(".")[0]))

    def named(self, folder: str, kind: str, model: type[Model]) -> Iterator[tuple[str, Any]]:
        """The entries of a folder that holds one YAML file for each."""
        for path, entry in self.files(folder):
            stem, _, ending = entry.name.rpartition(".")
            if path.removeprefix(f"{folder}/") != entry.name or not self.is_data(path, ending):
                self.misplaced(path, f"{folder}/{entry.name}" if ending == "yml" else "", "<id>.yml")
            elif ending != "yml" or not (ID.match(stem) and not is_device(stem)):
                self.misnamed(path, kind, "<id>.yml", name_meant(entry.name, ".yml"), ".yml")
            elif (document := self.document(path)) and (made := self.of_kind(model, document, stem)):
                yield stem, made
            else:
                self.unread.add((kind, stem))

    def mapping(self, path: str, kind: str, model: type[Model]) -> dict[str, Any]:
        """A file that maps ids to entries, such as references.yml; it may be absent."""
        if not os.path.lexists(self.root / path):
            return {}
        document = self.document(path)
        if document is not None and document.data == "":
            return {}
        if document is None or not isinstance(document.data, dict):
            self.findings += [no_entries(document, model)] if document else []
            self.unread.add((kind, "*"))
            return {}

        told = entries_of(document, model)

        def make() -> tuple[dict[str, Any], list[Finding]]:
            entries, findings, explained = {}, [one.finding for one in told], Explained(told)
            for key, data in document.data.items():
                if explained.has((key,)):
                    continue
                entry, found = validation.parse_at(model, document, (key,), data, id=key)
                findings += found
                if entry is not None:
                    entries[key] = entry
            return entries, findings

        entries, findings = self.cache.made(path, (document,), make)
        self.findings += findings
        wrong = document.data.keys() - entries.keys()
        # A key that is no id is told of; what names the id that it was meant for is right.
        self.unread |= {(kind, name) for key in wrong for name in (key, suggestion("id", key)) if name}
        self.unread |= {(kind, "*") for _ in told}  # nobody knows which id is not there
        return entries


def _leads_to(path: Path) -> str:
    """What a link names, for a message."""
    return visible(str(path.readlink()) if path.is_symlink() else str(path.name))

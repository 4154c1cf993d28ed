"""Disk -> raw data that know their line and column.

YAML is read event by event with PyYAML's C parser: every scalar stays text (the schema types it), and what
could surprise a
reader or run something (tags, anchors, aliases, duplicate keys, a second document) is a finding with its
place.
"""

from __future__ import annotations

import functools
import os
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from vademecum.model import Finding, Location
from vademecum.sources.characters import unprintable

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Path_ = tuple[str | int, ...]
FENCE = "---"
# Invisible, and some of them ends of lines to YAML but not to an editor's program.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Refused(str):
    """Stands for a value that was refused, so that nothing more is found about it."""

    __slots__ = ()


@dataclass(frozen=True)
class Document:
    """One source file: its data (mappings, lists and text), where each value and key stands, and its Markdown
    body.

    `values` and `keys` map a path of keys and indices to a (line, column) from 1; `body_line` is the file's
    line on which
    `body` begins.
    """

    path: str
    data: Any = None
    values: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    text: str = ""

    def where(self, *path: str | int, key: bool = False) -> Location:
        """The place of the value (or key) at `path`, or of the nearest thing around it that stands in the
        file.
        """
        for end in range(len(path), -1, -1):
            for marks in (self.keys, self.values) if key else (self.values, self.keys):
                if (mark := marks.get(path[:end])) is not None:
                    return Location(self.path, *mark)
        return Location(self.path)


class Unreadable(Exception):
    """YAML that can't be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_text(root: Path, path: Path) -> tuple[str, list[Finding]]:
    """The text of a file, with its findings: outside the project, not to be read, not UTF-8, a control
    character.
    """
    name = path.relative_to(root).as_posix()
    if not _is_below(path, root):
        return "", [
            Finding(
                "outside-project",
                Location(name),
                {"found": str(path.readlink() if path.is_symlink() else name)},
            )
        ]
    if not path.is_file():
        return "", [Finding("unreadable-file", Location(name), {"found": name})]
    try:
        raw = path.read_bytes().removeprefix(BOM_UTF8)
    except OSError:
        return "", [Finding("unreadable-file", Location(name), {"found": name})]
    try:
        text = lines_of(raw.decode())
    except UnicodeDecodeError as error:
        place = Location(name, *line_column(before := lines_of(raw[: error.start].decode()), len(before)))
        return "", [Finding("not-utf8", place, {"found": f"0x{raw[error.start]:02x}"})]
    if control := CONTROL.search(text):
        place = Location(name, *line_column(text, control.start()))
        return "", [Finding("control-character", place, {"found": f"U+{ord(control.group()):04X}"})]
    first = {found.group(): found for found in reversed([*unprintable().finditer(text)])}
    return text, [_unprintable(name, text, found) for found in first.values()]


_real = functools.lru_cache(16)(os.path.realpath)


def _is_below(path: Path, root: Path) -> bool:
    """Whether a path, its links followed, lies below a folder; pathlib's own way takes three times as long
    for each file.
    """
    real, above = os.path.realpath(path), _real(root)
    return real == above or real.startswith(above.rstrip(os.sep) + os.sep)


def _unprintable(name: str, text: str, found: re.Match[str]) -> Finding:
    place = Location(name, *line_column(text, found.start()))
    return Finding("unprintable-character", place, {"found": f"{found.group()} (U+{ord(found.group()):04X})"})


def lines_of(text: str) -> str:
    """A text whose lines all end in the same way."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of an offset in `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def read_yaml(path: str, text: str) -> tuple[Document, list[Finding]]:
    """Read a whole YAML file."""
    document = Document(path, text=text)
    data, findings = _build(document, text, 0)
    return Document(path, data, document.values, document.keys, text=text), findings


def read_markdown(path: str, text: str) -> tuple[Document, list[Finding]]:
    """Read a Markdown file with YAML front matter between two lines of `---`."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Document(path, {}, body=text, text=text), []
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return Document(path, body=text, text=text), [Finding("front-matter-open", Location(path, 1, 1))]
    document = Document(path, text=text)
    data, findings = _build(document, "\n".join(lines[1:end]) + "\n", 1)
    body = "\n".join(lines[end + 1 :])
    return Document(
        path, {} if data == "" else data, document.values, document.keys, body, end + 2, text
    ), findings


def _build(document: Document, text: str, above: int) -> tuple[Any, list[Finding]]:
    """The data of `text`, which starts `above` lines below the top of its file; `document`'s marks are
    filled.
    """
    builder = _Builder(document, above)
    if tabs := list(_tabs(document.path, text, above)):
        return None, tabs
    try:
        return builder.document(Loader(text).get_event), builder.findings
    except Unreadable as unreadable:
        return None, [*builder.findings, unreadable.finding]
    except yaml.MarkedYAMLError as error:
        return None, [*builder.findings, _unreadable(document.path, text, above, error)]
    except (yaml.YAMLError, RecursionError) as error:
        return None, [
            *builder.findings,
            Finding("bad-yaml", Location(document.path, above + 1), {"found": str(error)}),
        ]


def _unreadable(path: str, text: str, above: int, error: yaml.MarkedYAMLError) -> Finding:
    """Word libyaml's complaint: a bare colon, the commonest slip, has a message of its own."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[min(line, len(lines) - 1)]
    place = Location(path, above + line + 1, column + 1)
    problem = str(error.problem or error)
    if "mapping values are not allowed" in problem:
        return Finding("bare-colon", place, {"found": here.strip()})
    return Finding("bad-yaml", place, {"found": problem})


def _tabs(path: str, text: str, above: int) -> Iterator[Finding]:
    """The first tab of each line: some YAML takes, some it does not, and nobody sees which."""
    for number, line in enumerate(text.split("\n"), above + 1):
        if "\t" in line and not line.lstrip().startswith("#"):
            yield Finding("tab", Location(path, number, line.index("\t") + 1))


class _Builder:
    """Builds plain data from YAML events and marks where everything stands."""

    DEPTH = 40

    def __init__(self, document: Document, above: int) -> None:
        self.path, self.values, self.keys = document.path, document.values, document.keys
        self.above = above
        self.findings: list[Finding] = []

    def report(self, code: str, mark: Any, **values: str) -> None:
        self.findings.append(Finding(code, self.place(mark), values))

    def place(self, mark: Any) -> Location:
        return Location(self.path, mark.line + 1 + self.above, mark.column + 1)

    def document(self, following: Callable[[], Any]) -> Any:
        """The data of the whole text; `following` gives the parser's events one by one."""
        self.following = following
        data: Any = ""
        started = False
        while not isinstance(event := following(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if started:
                    raise Unreadable(Finding("second-document", self.place(event.start_mark)))
                started = True
                data = self.node(following(), ())
        return data

    def node(self, event: Any, path: Path_) -> Any:
        if len(path) > self.DEPTH:
            raise Unreadable(Finding("too-deep", self.place(event.start_mark), {"limit": str(self.DEPTH)}))
        if isinstance(event, yaml.AliasEvent):
            self.report("alias", event.start_mark, found=f"*{event.anchor}")
            return Refused()
        if event.anchor is not None:
            self.report("alias", event.start_mark, found=f"&{event.anchor}")
        if event.tag is not None:
            self.report("tag", event.start_mark, found=_written_tag(event.tag))
        mark = event.start_mark
        self.values[path] = (mark.line + 1 + self.above, mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.following(), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := self.following(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise Unreadable(Finding("key-not-text", self.place(event.start_mark)))
            if event.tag is not None:
                self.report("tag", event.start_mark, found=_written_tag(event.tag))
            if event.anchor is not None:
                self.report("alias", event.start_mark, found=f"&{event.anchor}")
            key = event.value
            if key in items:
                self.report(
                    "duplicate-key", event.start_mark, found=key, line=str(self.keys[(*path, key)][0])
                )
                self.skip()
                continue
            inner: Path_ = (*path, key)
            mark: Any = event.start_mark
            self.keys[inner] = (mark.line + 1 + self.above, mark.column + 1)
            value = self.node(self.following(), inner)
            if not (key == "<<" and isinstance(value, Refused)):
                items[key] = value
        return items

    def skip(self) -> None:
        """Pass over one node, so that the first of two equal keys keeps its marks."""
        depth = 0
        while True:
            event = self.following()
            depth += isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent))
            depth -= isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent))
            if depth == 0:
                return


def _written_tag(tag: str) -> str:
    """A tag as it is written."""
    core = "tag:yaml.org,2002:"
    return (
        "!!" + tag.removeprefix(core) if tag.startswith(core) else tag if tag.startswith("!") else f"!<{tag}>"
    )

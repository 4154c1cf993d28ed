"""YAML -> plain data that know their places.

It is read event by event with PyYAML's C parser: every scalar stays text (the schema types it); tags,
anchors, aliases, duplicate keys and a second document, which could surprise or run something, are findings.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import yaml

from vademecum.language.data import LOADER
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.keyless import PAIR, Keyless
from vademecum.sources.meant.indents_meant import is_of_group, is_of_many, line_meant
from vademecum.sources.text import slips
from vademecum.sources.text.braces import quoted
from vademecum.sources.text.dashes import begun, swallowed
from vademecum.sources.text.invisible import CONTROL
from vademecum.sources.text.mending import mended
from vademecum.sources.text.odd_indents import keys_behind, shortened
from vademecum.sources.text.plain_spaces import plain_key, plain_spaces
from vademecum.sources.text.scanning import of_value
from vademecum.sources.text.second_documents import second_document
from vademecum.sources.text.source_file import Path_, Refused, SourceFile
from vademecum.sources.text.text_files import slip_found, tabs_in, with_slip

NO_DASH = "-*+•–—▪◦‣∙· \u00a0\u202f\u2009\u2007\u3000"  # before an item's words
KEY = regex(r"[\"']?([^\"':]+)")
# What stands after a value on its line, behind a #.
COMMENT = regex(r"[ ]+#(.*)$")
# What escapes of one letter make; who types one most often means a backslash and the letter.
SHORT = dict(zip("\0\a\b\t\v\f\r\x1b\x85\u2028\u2029", "0abtvfreNLP", strict=True))


class Unreadable(Exception):
    """YAML that can't be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def yaml_data(document: SourceFile, text: str, above: int, tries: int = 5) -> tuple[Any, list[Finding]]:
    """The data of `text`, which starts `above` lines below the top of its file; `document`'s marks are
    filled. What is certain to be meant is read on with, a few times, so that it does not hide the rest.
    """
    tabs = list(tabs_in(document.path, text, above)) if "\t" in text else []
    if tabs and any(line.lstrip(" ").startswith("\t") for line in text.split("\n")):
        return None, tabs  # nobody knows how wide such an indent is
    text, indents = plain_spaces(text.replace("\t", " "))
    builder = _Builder(document, above, text)
    builder.findings += [*tabs, *(slip_found(document.path, slip, above) for slip in indents)]
    try:
        return builder.document(LOADER(text).get_event), builder.findings
    except Unreadable as unreadable:
        return None, [*builder.findings, unreadable.finding]
    except yaml.MarkedYAMLError as error:
        if indents:  # which is why
            return None, builder.findings
        slip = slips.misread(text, error)
        slip = line_meant(document.path, text, slip) or slip
        told = slip_found(document.path, slip, above)
        if tries and (meant := mended(text, slip)):
            document.values.clear()
            document.keys.clear()
            data, findings = yaml_data(document, meant, above, tries - 1)
            if data is not None:
                return data, [told, *findings]
        return None, with_slip(builder.findings, told)
    except (yaml.YAMLError, RecursionError):
        found = {"found": text.split("\n")[0]}
        return None, [*builder.findings, Finding("bad-yaml", Location(document.path, above + 1), found)]


class _Builder(Keyless):
    """Builds plain data from YAML events and marks where everything stands."""

    DEPTH = 40

    def __init__(self, document: SourceFile, above: int, text: str) -> None:
        self.path, self.values, self.keys = document.path, document.values, document.keys
        self.above, self.text, self.whole = above, text, document.text
        self.first = above + 1  # the number of the text's first line in its file
        self.looked_at = " #" in text or "\\" in text
        # The lines that may end in a comment, by their numbers.
        self.commented = (
            {n: line for n, line in enumerate(text.split("\n")) if " #" in line} if " #" in text else {}
        )
        self.findings: list[Finding] = []
        self.moved: dict[str, dict[str, Any]] = {}  # entries that stand within others

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
                    mark: Any = event.start_mark
                    code, values = second_document(self.text, mark.index)
                    raise Unreadable(Finding(code, self.place(mark), values))
                started = True
                data = self.node(following(), ())
        return {**self.moved, **data} if self.moved else data

    def node(self, event: Any, path: Path_) -> Any:
        kind, mark = type(event), event.start_mark
        if len(path) > self.DEPTH:
            raise Unreadable(Finding("too-deep", self.place(mark), {"limit": str(self.DEPTH)}))
        if kind is yaml.AliasEvent:
            self.report("alias", mark, found=f"*{event.anchor}")
            return Refused()
        if event.anchor is not None:
            self.report("alias", mark, found=f"&{event.anchor}")
        if event.tag is not None:
            self.report("tag", mark, found=_written_tag(event.tag))
        self.values[path] = (mark.line + self.first, mark.column + 1)
        if kind is yaml.ScalarEvent:
            if event.end_mark.line != mark.line and event.style != "|" and self.swallows(event, path):
                return Refused()
            return self.scalar(event) if self.looked_at else event.value
        return self.sequence(path) if kind is yaml.SequenceStartEvent else self.mapping(path)

    def swallows(self, event: Any, path: Path_) -> bool:
        """Tell of lines of a list, headings and rows that a value takes for its own words."""
        start, end = event.start_mark, event.end_mark
        lines = self.text.split("\n")[start.line : end.line + (1 if end.column else 0)]
        item = bool(path) and isinstance(path[-1], int)
        found = list(swallowed(lines, event.style or "", item))
        if found and not event.style and (near := begun(lines[0], start.column)):
            slip = slips.marked_line(" " * start.column + lines[0][start.column :], start.line, near)
            self.findings.append(slip_found(self.path, slip, self.above))
            return True
        if found[:1] == [1] and not (item or event.style) and self.takes(path) > PAIR:
            self.findings.append(self.above_list(lines, path, start.line + self.first))
            return True
        for number in found[:1]:
            width = len(lines[number]) - len(lines[number].lstrip())
            place = Location(self.path, start.line + number + self.first, width + 1)
            values = {"found": lines[number].strip()[:60], "key": str(path[-1]) if path else ""}
            if item and not event.style:
                values["length"] = str(max(lines[0].rfind("-", 0, start.column), 0))
                values["nearest"] = f"- {lines[number].lstrip(NO_DASH)}"[:60]
            code = "swallowed-item" if item and not event.style else "swallowed-line"
            self.findings.append(Finding(code, place, values))
        return bool(found)

    def above_list(self, lines: list[str], path: Path_, line: int) -> Finding:
        """What is told of a value beside a key, or below it without a dash, before the further ones of its
        list.
        """
        found, wide = lines[0].strip(), len(lines[1]) - len(lines[1].lstrip())
        value = found.partition(":")[2].strip()
        if line != self.keys[path][0]:
            near = {"found": found[:60], "nearest": shortened(f"- {found}", 60)}
            return Finding("no-dash", Location(self.path, line, *self.values[path][1:]), near)
        values = {"found": found[:60], "other": str(path[-1]), "nearest": shortened(f"- {value}", 60)}
        return Finding("value-above-list", self.place_of_key(path), values | {"length": str(wide)})

    def place_of_key(self, path: Path_) -> Location:
        return Location(self.path, *self.keys[path])

    def scalar(self, event: Any) -> str:
        """A value, refused where it goes on after a # that was meant as one of its own signs."""
        value = self.decoded(event)
        line = self.commented.get(event.end_mark.line, "")
        comment = COMMENT.match(line, event.end_mark.column)
        if event.style or comment is None:
            return value
        tight = not comment[1].startswith(" ")
        if tight or " " in value:
            code = "comment-in-value" if tight else "comment-after-value"
            place = Location(self.path, event.end_mark.line + 1 + self.above, comment.start(1))
            whole = f"{value} #{comment[1]}".strip()
            self.findings.append(Finding(code, place, {"found": f"#{comment[1]}", "nearest": quoted(whole)}))
        return Refused() if tight else value

    def decoded(self, event: Any) -> str:
        """The text of a value or key. Its escapes may hold characters that stand nowhere in the file; those
        that are commands are spaces, as they are in a file's text.
        """
        value: str = event.value
        start = event.start_mark
        if event.style != '"' or "\\" not in (raw := self.text[start.index : event.end_mark.index]):
            return value
        short = [sign for sign, letter in SHORT.items() if sign in value and f"\\{letter}" in raw]
        for sign in short:
            self.report("bad-escape", start, found=f"\\{SHORT[sign]}")
        for code, found in of_value(value, self.whole):
            if found.text not in short:
                self.report(code, start, found=found.name)
        return CONTROL.sub(" ", value)

    def sequence(self, path: Path_) -> list[Any]:
        items: list[Any] = []
        while type(event := self.following()) is not yaml.SequenceEndEvent:
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: Path_) -> Any:
        whole = items = dict[str, Any]()
        bare: list[str] = []  # keys that have no colon
        twice: list[tuple[str, Any]] = []
        while type(event := self.following()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                raise Unreadable(Finding("key-not-text", self.place(event.start_mark)))
            if event.tag is not None:
                self.report("tag", event.start_mark, found=_written_tag(event.tag))
            if event.anchor is not None:
                self.report("alias", event.start_mark, found=f"&{event.anchor}")
            key, sign = plain_key(self.decoded(event))
            if sign:
                self.report("strange-key", event.start_mark, found=key, sign=sign)
            if key in items:
                twice.append((key, event.start_mark))
                self.skip()
                continue
            inner: Path_ = (*path, key)
            mark: Any = event.start_mark
            self.keys[inner] = (mark.line + self.first, mark.column + 1)
            if self.is_keyless(event) and self.is_slip(event, inner, items, bare):
                continue
            value = self.node(self.following(), inner)
            if value == "" and len(path) == 1 and self.begins_entry(mark, items):
                self.report("inner-entry", mark, found=f"{key}:", other=str(path[0]))
                path, items, twice = self.moved_out(inner), self.moved.setdefault(key, {}), []
            elif not (key == "<<" and isinstance(value, Refused)):
                items[key] = value
        self.tell_twice(path, twice, items)
        return self.listed(path, items) if bare and len(bare) == len(items) else whole

    def begins_entry(self, mark: Any, items: dict[str, Any]) -> bool:
        """Whether a key without a value is the id of an entry, in a file of entries by their ids, that stands
        as far in as the fields of the one before, which those behind it repeat.
        """
        return is_of_many(self.path) and not items.keys().isdisjoint(keys_behind(self.lines, mark.line))

    @functools.cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def moved_out(self, path: Path_) -> Path_:
        """Where an entry stands that was in another one."""
        self.values[path[-1:]], self.keys[path[-1:]] = self.values[path], self.keys[path]
        return path[-1:]

    def tell_twice(self, path: Path_, twice: list[tuple[str, Any]], items: dict[str, Any]) -> None:
        """Tell of keys that a mapping has twice: several are those of an entry whose first line is lost."""
        several = len(twice) > 1
        for found, mark in twice[:1]:
            line = self.keys.get((*path, found), (0, 0))[0]
            code = ("entry-in-entry" if path else "entry-behind-entry") if several else "duplicate-key"
            if several or not is_of_group(self.path, self.text, path, items, found):
                other = [one for one in LANGUAGES if one not in items] if found in LANGUAGES else []
                near = {"nearest": other[0]} if len(other) == 1 else {}
                self.report(code, mark, found=found, line=str(line), **near)

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
    if tag.startswith(core := "tag:yaml.org,2002:"):
        return "!!" + tag.removeprefix(core)
    return tag if tag.startswith("!") else f"!<{tag}>"

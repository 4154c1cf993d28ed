"""YAML -> plain data that know their places.

It is read event by event with PyYAML's C parser: every scalar stays text (the schema types it); tags,
anchors, aliases, duplicate keys and a second document, which could surprise or run something, are findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import yaml

from vademecum.language.data import LOADER
from vademecum.model import Finding, Location
from vademecum.sources.meant.indents_meant import is_of_group, kind_at, line_meant
from vademecum.sources.text import slips
from vademecum.sources.text.braces import EQUALS, REFERENCE, TIGHT, further, parted
from vademecum.sources.text.dashes import begun, swallowed
from vademecum.sources.text.invisible import CONTROL
from vademecum.sources.text.plain_spaces import plain_key, plain_spaces
from vademecum.sources.text.scanning import of_value
from vademecum.sources.text.second_documents import second_document
from vademecum.sources.text.source_file import Path_, Refused, SourceFile
from vademecum.sources.text.text_files import slip_found, tabs_in, with_slip

NO_DASH = "-*+•–—▪◦‣∙· \u00a0\u202f\u2009\u2007\u3000"  # before an item's words
KEY = re.compile(r"[\"']?([^\"':]+)")
# What stands after a value on its line, behind a #.
COMMENT = re.compile(r"[ ]+#(.*)$")
# What escapes of one letter make; who types one most often means a backslash and the letter.
SHORT = dict(zip("\0\a\b\t\v\f\r\x1b\x85\u2028\u2029", "0abtvfreNLP", strict=True))


class Unreadable(Exception):
    """YAML that can't be read further; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


def yaml_data(document: SourceFile, text: str, above: int) -> tuple[Any, list[Finding]]:
    """The data of `text`, which starts `above` lines below the top of its file; `document`'s marks are
    filled.
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
        if meant := line_meant(document.path, text, slip):
            slip = slip._replace(code=meant[0], values=meant[1])
        return None, with_slip(builder.findings, slip_found(document.path, slip, above))
    except (yaml.YAMLError, RecursionError):
        found = {"found": text.split("\n")[0]}
        return None, [*builder.findings, Finding("bad-yaml", Location(document.path, above + 1), found)]


class _Builder:
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
        return data

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
            self.findings.append(Finding(code, place, {"found": f"#{comment[1]}", "nearest": f'"{whole}"'}))
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

    def mapping(self, path: Path_) -> dict[str, Any]:
        items: dict[str, Any] = {}
        twice: list[Any] = []
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
                twice.append(event.start_mark)
                self.skip()
                continue
            inner: Path_ = (*path, key)
            mark: Any = event.start_mark
            self.keys[inner] = (mark.line + self.first, mark.column + 1)
            if self.is_keyless(event) and self.is_slip(event, inner, items):
                continue
            value = self.node(self.following(), inner)
            if not (key == "<<" and isinstance(value, Refused)):
                items[key] = value
        self.tell_twice(path, twice, items)
        return items

    def tell_twice(self, path: Path_, marks: list[Any], items: dict[str, Any]) -> None:
        """Tell of keys that a mapping has twice: several are those of an entry whose first line is lost."""
        several = len(marks) > 1
        for mark in marks[:1]:
            key = KEY.match(self.text, mark.index)
            found = plain_key(key[1])[0] if key else ""
            line = self.keys.get((*path, found), (0, 0))[0]
            code = ("entry-in-entry" if path else "entry-behind-entry") if several else "duplicate-key"
            if several or not is_of_group(self.path, self.text, path, items, found):
                self.report(code, mark, found=found, line=str(line))

    def is_keyless(self, event: Any) -> bool:
        """Whether no colon follows a key: only between braces YAML takes a word for one all the same."""
        if event.style:
            return False
        end = event.end_mark
        following = self.text[end.index : end.index + 1]
        return following in (",", "}") or (
            following != ":" and self.text[end.index :].lstrip()[:1] in (",", "}")
        )

    def is_slip(self, event: Any, path: Path_, items: dict[str, Any]) -> bool:
        """Tell of a key without a value: its colon has no space behind it, or a comma parted a value."""
        key, equal = str(path[-1]), None
        tight = None if items and REFERENCE.match(key) else TIGHT.fullmatch(key)
        if tight:
            self.report("tight-colon", event.start_mark, found=key, nearest=f"{tight[1]}: {tight[2]}")
            self.skip()
            items[tight[1]] = Refused()
            self.keys[(*path[:-1], tight[1])] = self.keys[path]  # where one of the same name looks for it
        elif equal := EQUALS.fullmatch(key):
            self.skip()
            self.equals(event, equal, path, items)
        elif items:
            self.parted(event, key, path[:-1], items)
        return bool(tight or equal or items)

    def equals(self, event: Any, equal: re.Match[str], path: Path_, items: dict[str, Any]) -> None:
        """Tell of a sign of equality in place of a colon, once for all of one pair of braces."""
        near = f"{equal[1]}: {equal[2]}"
        told = self.findings[-1] if self.findings else None
        if (
            told
            and told.code == "equals-for-colon"
            and any(isinstance(one, Refused) for one in items.values())
        ):
            values = {**told.values, "nearest": f"{told.values['nearest']}, {near}"}
            self.findings[-1] = replace(told, values=values)
        else:
            self.report("equals-for-colon", event.start_mark, found=equal[0], nearest=near)
        items[equal[1]] = Refused()
        self.keys[(*path[:-1], equal[1])] = self.keys[path]

    def parted(self, event: Any, words: str, around: Path_, items: dict[str, Any]) -> None:
        """Tell of a value that a comma parted, which is refused as a whole; a decimal comma is one."""
        self.skip()
        key, before = next(reversed(items.items()))
        apart = self.text[event.start_mark.index - 1] == " "
        if isinstance(before, Refused):
            self.goes_on(words, apart=apart)
            return
        kind = kind_at(self.path, self.text, (*around, key))
        code, values = parted(key, before, words, apart=apart, kind=kind)
        self.report(code, event.start_mark, **values)
        items[key] = Refused()

    def goes_on(self, words: str, *, apart: bool) -> None:
        """Put what a further comma parted behind what is to be written."""
        told = self.findings[-1] if self.findings else None
        if told and (near := further(told.code, told.values.get("nearest", ""), words, apart=apart)):
            more = {"found": f"{told.values['found']},{words}"} if told.code == "comma-in-number" else {}
            self.findings[-1] = replace(told, values={**told.values, "nearest": near, **more})

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

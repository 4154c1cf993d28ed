"""What an editor did where several values, or a group of fields, stand in YAML as they would in a text:
commas without brackets, dashes on one line, round brackets, a comma too many, a line of signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.language.regex import regex
from vademecum.model.fields import ENTRY_KIND

KEY = r"(?P<before>[ ]*(?:- +)*(?:[\w-]+:[ ]+)*?)(?P<key>[\w-]+):[ ]+"
QUOTED = r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"
# Lists behind each other, of a list whose brackets are lacking.
LISTS = regex(r"[ ]*(?P<key>[\w-]+):[ ]+(?P<value>\[[^\[\]]{1,200}\](?:,[ ]*\[[^\[\]]{1,200}\]){1,20}),?[ ]*")
COMMAS = regex(rf"{KEY}(?P<value>{QUOTED}(?:[ ]*,[ ]*{QUOTED})+)[ ]*,?[ ]*")
TRAILING = regex(rf"{KEY}(?P<value>{QUOTED})[ ]*[,;][ ]*")
DASHES = regex(rf"{KEY}(?P<value>-[ ]+[^\s-].*)")
ROUND = regex(rf"{KEY}\((?P<value>[\w-]+:[ ].*)\)[ ]*")
DOUBLED = regex(r",[ ]*,")
SIGNS = regex(r"[ ]*(?:\*{3,}|_{3,}|={3,}|~{3,}|`{3,}[ ]*\w{0,10}|#{7,})[ ]*")
TO_FIND = regex(r"(?P<key>[\w-]+):[ ]+(?:\?{1,3}(?=[ ]*[,}])|\[[ ]*\?[ ,?]*\])")  # between braces
# The kind of an entry, and a space before its id.
ENTRY = regex(rf"(?<=[:,{{\[] )(?P<kind>{ENTRY_KIND}):[ ]+(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?![\w-])")
ITEM = regex(rf"[\w-]+|{QUOTED}")


def unlisted(line: str, problem: str) -> tuple[str, int, str]:
    """The code of what is wrong with a line, its column and what was meant; three times nothing for a line
    that is wrong in another way.
    """
    if entry := ENTRY.search(line):
        return "spaced-entry", entry.start(), f"{entry['kind']}:{entry['id']}"
    return next(_found(line, problem), ("", 0, ""))


def _found(line: str, problem: str) -> Iterator[tuple[str, int, str]]:
    if SIGNS.fullmatch(line):
        yield "line-of-signs", len(line) - len(line.lstrip()), ""
    if found := COMMAS.fullmatch(line) or LISTS.fullmatch(line):
        yield "no-brackets", found.start("value"), f"{found['key']}: [{found['value']}]"
    if line.rstrip().endswith(("},", "],")) and line.count("{") == line.count("}"):
        yield "loose-comma", len(line.rstrip()) - 1, line.strip().rstrip(",")
    if found := TRAILING.fullmatch(line):
        yield "loose-comma", found.end("value"), f"{found['key']}: {found['value']}"
    if "block sequence" in problem and (found := DASHES.fullmatch(line)):
        items = [one.strip() for one in re.split(r"(?:\A|[ ])-[ ]+", found["value"]) if one.strip()]
        if all(ITEM.fullmatch(one) for one in items):  # no sentence with dashes
            yield "no-brackets", found.start("value"), f"{found['key']}: [{', '.join(items)}]"
    if "mapping values" in problem and (found := ROUND.fullmatch(line)):
        yield "round-brackets", found.start("value") - 1, f"{found['key']}: {{{found['value']}}}"
    if found := TO_FIND.search(line):
        yield "value-to-find", found.start(), found[0]
    if "node content" in problem and (doubled := DOUBLED.search(line)):
        yield "loose-comma", doubled.end() - 1, DOUBLED.sub(",", line).strip()

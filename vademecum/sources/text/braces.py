"""What stands between braces without a key of its own: words behind a comma of a value, a key whose colon is
tight.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model.fields import ENTRY_KIND

# The place in a work behind its id: 2.1, p. 12, section 3.
PLACED = regex(r"(?:(?:pp?\.|§|section|chapitre|chapter|page|annexe)[ ]?)?\d[\w.,–-]*")
TIGHT = regex(r"([a-z_]+):(?!//)(\S.*)")  # a key and its value between braces, without a space
REFERENCE = regex(rf"(?:{ENTRY_KIND}):[a-z0-9]")  # the id of an entry with its kind
EQUALS = regex(r"([A-Za-z_][\w-]*)[ ]*(?:=>?|:=)[ ]*(\S.*)")  # as tables of programs have it
SEMICOLON = regex(r"([A-Za-z_][\w-]*)[ ]*;[ ]*(\S.*)")
OF_A_WORK = regex(r"[a-z][a-z0-9-]*-(?:19|20)\d\d[a-z]?")  # its id
UNIT = regex(r"\A(\d+)[ \u00a0\u202f]?(?:%|€|euros?)\Z")
SHORT = 80  # letters of a value that is shown whole
THOUSANDS = regex(r"[1-9]\d{0,2},\d{3}")  # of what is counted: it has no three decimals
GROUPED = regex(r"-?\d{1,3}(?:[ .\u00a0\u202f]\d{3})*")  # 12 000, of 12 000,50


def parted(key: str, before: Any, words: str, *, apart: bool, kind: str = "") -> tuple[str, dict[str, str]]:
    """What is told of words behind a comma, which parted them from the value of a key: a code, its values.
    With a space before them they are `apart`; `kind` is that of the key's values, "" where it is not known.
    """
    value = before if isinstance(before, str) else ""
    if kind == "pair" and value[:1] == "(" and words[-1:] == ")":
        near = f"{key}: [{as_item(value[1:])}, {as_item(words[:-1])}]"
        return "comma-in-braces", {"found": words, "nearest": near}
    if kind == "list" and value:
        near = f"{key}: [{as_item(value)}, {as_item(words)}]"
        return "comma-in-braces", {"found": words, "nearest": near}
    if key not in LANGUAGES and value.strip("-").isdecimal() and not apart:
        words = UNIT.sub(r"\1", words)  # of a number, in which none is written
    thousands = THOUSANDS.fullmatch(f"{value},{words}") and not apart
    thousands = thousands and kind != "text"
    whole = f"{value}{words}" if thousands else _whole(value, words, apart=apart, kind=kind)
    if key == "source" and PLACED.fullmatch(words.strip()):
        near = f"source: {value}, locator: {quoted(words.strip())}"
        return "comma-in-braces", {"found": words, "nearest": near}
    if OF_A_WORK.fullmatch(value) and OF_A_WORK.fullmatch(words.strip()):
        ids = f"{value}, {words.strip()}"
        return "several-ids", {"found": ids, "key": key, "choices": ids}
    if whole[0] in '"[':
        return "comma-in-braces", {"found": words, "nearest": f"{key}: {whole}"}
    return "comma-in-number", {"found": f"{key}: {value},{words}", "nearest": f"{key}: {whole}"}


def further(code: str, near: str, words: str, *, apart: bool) -> str:
    """What is to be written with the words behind a second comma of a value; "" where that is not known."""
    if code == "comma-in-braces":
        escaped = {'"': words.replace('"', '\\"'), "'": words.replace("'", "''")}
        inner = escaped.get(near[-1]) or as_item(words)
        return f"{near[:-1]}{', ' if apart else ','}{inner}{near[-1]}"
    thousands = code == "comma-in-number" and "." not in near and re.fullmatch(r"\d{3}", words)
    return near + words if thousands else ""


def as_item(words: str) -> str:
    """An item of a list between brackets."""
    plain = words.strip()
    return plain if re.fullmatch(r"[-\w][^,:#\[\]{}\"\\]*", plain) else quoted(plain)


def quoted(words: str) -> str:
    """A value between straight quotation marks, of another kind where it has such marks."""
    if "\\" not in words and '"' not in words:
        return f'"{words}"'
    if "'" not in words:
        return f"'{words}'"
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def sure(lines: Sequence[str], number: int) -> str:
    """A line of a key and its value, of a long one its beginning, between marks that it does not hold; ""
    where it is no such line or goes on below, or where the marks around the value may belong to its words.
    """
    key, colon, value = lines[number].strip().partition(": ")
    value = value.strip()
    if not (colon and value) or value[0] in "[{|>&*#" or any(sign in key for sign in "\"'{["):
        return ""
    if _goes_on(lines, number):
        return ""
    mark = value[0]
    if mark in "\"'" and len(value) > 1 and value[-1] == mark:
        inner = value[1:-1].find(mark)
        before, behind = value[inner : inner + 1], value[inner + 2 : inner + 3]
        # Around all of it, unless they are around two of its words.
        if inner < 0 or not (before.isspace() or (before.isalnum() and behind.isalnum())):
            return ""
        value = value[1:-1]
    return f"{key}: {quoted(value if len(value) <= SHORT else value[: SHORT - 1] + '…')}"


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the line below stands further in."""
    here, *below = lines[number : number + 2]
    return any(
        line.strip() and len(line) - len(line.lstrip()) > len(here) - len(here.lstrip()) for line in below
    )


def _whole(value: str, words: str, *, apart: bool, kind: str) -> str:
    """What a comma between braces parted: a number, two of a position, or words."""
    comma = ", " if apart else ","
    text = quoted(value + comma + words)
    if kind == "text":
        return text
    if (GROUPED.fullmatch(value) or value.strip("-").isdecimal()) and words.isdecimal() and not apart:
        return f"{re.sub(r'[^-0-9]', '', value)}.{words}"
    if all(re.fullmatch(r"-?\d+(\.\d+)?", part) for part in (value, words)):
        return f"[{value}, {words}]"
    return text

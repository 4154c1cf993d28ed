"""Lines of a list that YAML joins to the value before: a dash too far in, or one without its space."""

from __future__ import annotations

import re

# A line of a list, a heading or a table within a value of several lines.
MARKED = re.compile(r"[ ]*(?:(?:[-*•][ \u00a0]|#{2,6}[ ]|\|[ ])(?!.*[ ][-–—] )\S)")
# The same in a list of YAML, whose dashes may be other signs or lack their space.
TIGHT = re.compile(r"[ ]*(?:-(?=[^\W\d_«“])|[–—][ \u00a0]|-\u00a0)\S")
# A value of several lines as the parser joins them.
JOINED = re.compile(r"\s(?:[-*•–—#|]|-\w)")
KEYED = re.compile(r"[ ]*[\w-]+:(?:[ ]|\Z)")
DASHED = re.compile(r"[ ]*- +\S")
STARRED = re.compile(r"[ ]*[*•][ \u00a0]+\S")
DASH = re.compile(r"[ ]*(?:[-*•–—]+)[ \u00a0]*")


def swallowed(lines: list[str], first: int, last: int, *, listed: bool) -> tuple[int, int, str, str] | None:
    """The first line after `first`, up to `last`, that was to be an item of its own: its number and indent,
    how it is written, and how it is meant; `listed` says whether the value stands in a list.
    """
    for number in range(first + 1, min(last + 1, len(lines))):
        line = lines[number]
        if MARKED.match(line) or (listed and TIGHT.match(line)):
            return number, _width(line), line.strip(), f"- {DASH.sub('', line, count=1).strip()}"
    return None


Told = tuple[str, int, int, dict[str, str]]  # a code, the line and column from 0, values


def dashes(lines: list[str], number: int, problem: str) -> Told | None:
    """What is wrong with a dash, or the indent of a first line, near where the parser stopped."""
    return (
        _begun(lines[number], number, problem)
        or _odd_dash(lines, number)
        or _wrong_dash(lines, number)
        or _odd_line(lines, number)
    )


def _begun(here: str, number: int, problem: str) -> Told | None:
    """An entry of a file of entries that begins with a dash."""
    entry = re.match(r"- (?:id: *([\w-]+)$|([\w-]+:.*))", here) if number and "expected" in problem else None
    if entry is None:
        return None
    near = f"{entry[1]}:" if entry[1] else entry[2]
    return "marked-line", number, 0, {"found": here[:60], "nearest": near[:60]}


def _wrong_dash(lines: list[str], number: int) -> Told | None:
    """A line of a list with another sign than the dash of its neighbours, or without its space."""
    for at in (number, number - 1, number - 2, number + 1):
        line = lines[at] if 0 <= at < len(lines) else ""
        near = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
        if (TIGHT.match(line) or STARRED.match(line)) and any(DASHED.match(other) for other in near):
            meant = f"- {DASH.sub('', line, count=1).strip()}"
            return "marked-line", at, _width(line), {"found": line.strip()[:60], "nearest": meant[:60]}
    return None


def _odd_dash(lines: list[str], number: int) -> Told | None:
    """A line of a list that is not as far in as those before and behind it."""
    for at in (number, number - 1):
        if 0 < at < len(lines) - 1 and all(map(DASHED.match, lines[at - 1 : at + 2])):
            before, own, behind = map(_width, lines[at - 1 : at + 2])
            if before == behind != own:
                return _indent(lines[at], at, before, lines[at - 1].strip()[:40])
    return None


def _odd_line(lines: list[str], number: int) -> Told | None:
    """The first line of a group that is further in than those behind it, which are all alike."""
    above = next((at for at in range(number - 1, 0, -1) if lines[at].strip()), 0)
    here, first = _width(lines[number]), _width(lines[above])
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    if not (above and _width(lines[above - 1]) < here < first and _width(following) == here):
        return None
    alone = KEYED.match(lines[above]) and KEYED.match(lines[number])
    return _indent(lines[above], above, here, lines[number].strip().split(":")[0]) if alone else None


def _indent(line: str, at: int, wanted: int, other: str) -> Told:
    values = {"found": line.strip(), "limit": str(_width(line)), "length": str(wanted), "other": other}
    return "bad-indent", at, _width(line), values


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))

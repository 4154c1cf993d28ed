"""Lines that stand further in than those around them, and entries that begin with a dash, near where YAML's
parser stopped.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from vademecum.language.regex import regex

KEYED = regex(r"[ ]*[\w-]+:(?:[ ]|\Z)")
DASHED = regex(r"[ ]*- +\S")
WORDS = regex(r"[ ]*- +[\"']")
NEXT = 40  # lines behind the id of an entry, among which its first fields are
Told = tuple[str, int, int, dict[str, str]]  # a code, the line and column from 0, values


def margin(line: str) -> int:
    """How many spaces stand before a line's first sign."""
    return len(line) - len(line.lstrip(" "))


def shortened(near: str, most: int = 90) -> str:
    """What is to be written, or how it begins: without the sign of that nobody would write the rest."""
    return near if len(near) <= most else f"{near[: most - 1]}…"


def odd_indent(lines: Sequence[str], number: int, problem: str) -> Told | None:
    """What is wrong with a line's indent, or with the dash of an entry, near where the parser stopped."""
    return (
        _begun(lines[number], number, problem)
        or _odd_dash(lines, number)
        or _odd_line(lines, number)
        or _behind_items(lines, number)
    )


def _begun(here: str, number: int, problem: str) -> Told | None:
    """An entry of a file of entries that begins with a dash."""
    entry = re.match(r"- (?:id: *([\w-]+)$|([\w-]+:.*))", here) if number and "expected" in problem else None
    if entry is None:
        return None
    near = f"{entry[1]}:" if entry[1] else entry[2]
    return "marked-line", number, 0, {"found": here[:60], "nearest": near[:60]}


def _odd_dash(lines: Sequence[str], number: int) -> Told | None:
    """A line of a list that is not as far in as those before and behind it."""
    for at in (number, number - 1):
        if 0 < at < len(lines) - 1 and all(map(DASHED.match, lines[at - 1 : at + 2])):
            before, own, behind = map(margin, lines[at - 1 : at + 2])
            if before == behind != own:
                return _indent(lines[at], at, before, lines[at - 1].strip()[:40])
    return None


def _odd_line(lines: Sequence[str], number: int) -> Told | None:
    """The first line of a group that is further in than those behind it, which are all alike."""
    above = next((at for at in range(number - 1, 0, -1) if lines[at].strip()), 0)
    here, first = margin(lines[number]), margin(lines[above])
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    if not (above and margin(lines[above - 1]) < here < first and margin(following) == here):
        return None
    alone = KEYED.match(lines[above]) and KEYED.match(lines[number])
    return _indent(lines[above], above, here, lines[number].strip().split(":")[0]) if alone else None


def _behind_items(lines: Sequence[str], number: int) -> Told | None:
    """A key that stands where the texts of the list above it do: it belongs beside the list's own key."""
    here, width = lines[number], margin(lines[number])
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    if not (width and KEYED.match(here) and margin(above) == width and WORDS.match(above)):
        return None
    opens = next((line for line in reversed(lines[:number]) if line.strip() and margin(line) < width), "")
    opened = KEYED.match(opens) and opens.rstrip().endswith(":")
    return _indent(here, number, margin(opens), opens.strip().split(":")[0]) if opened else None


def _indent(line: str, at: int, wanted: int, other: str) -> Told:
    values = {"found": line.strip(), "limit": str(margin(line)), "length": str(wanted), "other": other}
    return "bad-indent", at, margin(line), values


def has_lost_its_own(lines: Sequence[str], at: int) -> bool:
    """Whether a line alone has lost its indent of two spaces: what stands below it still has its own."""
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    group = lines[at].rstrip().endswith(":")
    return margin(below) >= margin(lines[at]) + (4 if group else 2)


def out_of_entry(lines: Sequence[str], number: int, below: str) -> Told | None:
    """A line of an entry that has lost its indent, above one that has kept its own, whose key is `below`:
    the entry above has neither key yet, so that no other entry begins there.
    """
    wide = margin(lines[number])
    at = next((at for at in range(number - 1, 0, -1) if lines[at].strip() and margin(lines[at]) < wide), 0)
    before = list(itertools.takewhile(lambda line: margin(line) or not line.strip(), reversed(lines[:at])))
    fields = [line.strip().partition(":")[0] for line in before if margin(line) == wide]
    own = lines[at].partition(":")[0]
    if margin(lines[at]) or not fields or own in fields or below in fields:
        return None
    return _indent(lines[at], at, wide, fields[0])


def keys_behind(lines: Sequence[str], at: int) -> set[str]:
    """The keys of the next lines behind one that stand as far in, before any that is further out."""
    wide, found = margin(lines[at]), set[str]()
    for line in lines[at + 1 : at + 1 + NEXT]:
        if line.strip() and margin(line) < wide:
            break
        if line.strip() and margin(line) == wide and KEYED.match(line):
            found.add(line.strip().partition(":")[0])
    return found

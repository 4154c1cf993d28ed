"""Quotation marks around a value, near where YAML's parser stopped: one that is opened between braces or
brackets and not closed, so that the next mark on the line, or in the file, seems to close it; one with a sign
behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from vademecum.language.regex import regex

# A mark that opens a value: behind a bracket, a comma, a key.
OPENS = regex(r"[\[{,][ ]*(?:[\w-]+:[ ]+)?(?P<sign>[\"'])")
NEXT_KEY = regex(r",[ ]*[\w-]+:[ ]")  # what follows a value
BEFORE = regex(r",[ ]*[\w-]+:[ ]+\Z")  # what stands before the mark of the next value
SHUT = regex(r"[ ]*[\]}]+[ ]*,?[ ]*(?:#.*)?\Z")
BEHIND = regex(r"""([ ]*(?:- )?[\w-]{1,60}: +)(["'])([^"']*)\2([.,;:!?…]{1,3})[ ]*""")


def sign_behind(line: str) -> tuple[int, str] | None:
    """The column of a sign behind the closing mark of a value, and its line with the sign before it."""
    found = BEHIND.fullmatch(line)
    if found is None:
        return None
    key, mark, words, sign = found.groups()
    return found.start(4), f"{key}{mark}{words}{sign}{mark}".strip()


def open_quote(lines: Sequence[str], numbers: range) -> tuple[int, int, str] | None:
    """The line and column of a mark that is not closed among some lines, and what it should enclose."""
    for number in numbers:
        line = lines[number]
        if "{" not in line and "[" not in line:
            continue
        if found := _in_line(line):
            column, end = found
            return number, column, f"{line[column:end].rstrip()}{line[column]}"
    return None


def _in_line(line: str) -> tuple[int, int] | None:
    """The column of a line's mark that is not closed, and where it should be."""
    at = 0
    while opens := OPENS.search(line, at):
        start, sign = opens.start("sign"), opens["sign"]
        shut = _shut(line, start + 1, sign)
        following = NEXT_KEY.search(line, start)
        if shut < 0:  # not on this line: the next key or bracket is taken for words
            ends = following or SHUT.search(line, start)
            return (start, ends.start()) if ends else None
        if following and following.end() <= shut and BEFORE.search(line[:shut]):
            return start, following.start()
        at = shut
    return None


def _shut(line: str, at: int, sign: str) -> int:
    """Where a mark that was opened before a place is closed; -1 where it is not."""
    while (found := line.find(sign, at)) >= 0:
        if sign == '"' and line[found - 1] == "\\":
            at = found + 1
        elif sign == "'" and line[found + 1 : found + 2] == "'":
            at = found + 2
        else:
            return found
    return -1

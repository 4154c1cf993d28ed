"""A text with one slip as it was certainly meant, so that the rest of it is read."""

from __future__ import annotations

from vademecum.sources.text.slips import KEYED, Slip


def mended(text: str, slip: Slip) -> str:
    """The text as it was certainly meant, line for line; "" where it may have been meant in several ways."""
    lines = text.split("\n")
    here = lines[slip.line]
    keyed = KEYED.match(here)
    if slip.code == "tight-colon" and here[slip.column : slip.column + 1] == ":":
        lines[slip.line] = f"{here[: slip.column + 1]} {here[slip.column + 1 :]}"
    elif slip.code == "bare-colon" and keyed and keyed[3] and keyed[3][0] not in "[{\"'|>":
        last = _last_of_value(lines, slip.line, len(keyed[1]))
        value = [keyed[3].rstrip(), *(line.rstrip() for line in lines[slip.line + 1 : last + 1])]
        value = [line.replace("\\", "\\\\").replace('"', '\\"') for line in value]
        value[0] = f'{here[: keyed.start(3)]}"{value[0]}'
        lines[slip.line : last + 1] = [*value[:-1], f'{value[-1]}"']
    else:
        return ""
    return "\n".join(lines)


def _last_of_value(lines: list[str], first: int, indent: int) -> int:
    """The last line of a value that goes on below its key, further in than it."""
    last = first
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip() or len(line) - len(line.lstrip(" ")) <= indent:
            break
        last = number
    return last

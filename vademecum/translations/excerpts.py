"""Two versions of a passage, cut to where they differ."""

from __future__ import annotations

CUT = 400  # characters of a passage that anybody reads to see what is new in it


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two passages from a little before the first word in which they differ to a little after the last."""
    old, new = before.split(), after.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return _around(old, start, end), _around(new, start, end)


def _around(words: list[str], start: int, end: int, beside: int = 8) -> str:
    first, last = max(start - beside, 0), len(words) - max(end - beside, 0)
    text = " ".join(words[first:last])
    text = text if len(text) <= CUT else text[:CUT].rpartition(" ")[0] + " …"
    return ("… " if first else "") + text + (" …" if last < len(words) else "")

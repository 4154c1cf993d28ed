"""A file's text -> a source file: YAML, or Markdown with YAML front matter above it."""

from __future__ import annotations

from collections.abc import Sequence

from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.text.source_file import SourceFile
from vademecum.sources.yaml_data import yaml_data

FENCE = "---"
FENCES = regex(r"---\s*")
# What editors and programs write for a line of three hyphens, or above it.
NEAR_FENCE = regex(r"\s*(?:[-–—_+*=]{1,8}|`{3,}[ ]*(?:ya?ml)?)\s*")
KEY = regex(r"\s*[\w-]+[ \u00a0]?:(?:\s|$)")
HEADING = regex(r"#{2,6} ")  # which no comment of YAML is
ABOVE = 6  # lines in which a greeting may stand above the fields
INNER = ("", " ", "-", "]", "}")  # what begins a line that goes on with a field
# A line of three hyphens and what was meant to stand on the next, or on the one before.
BEFORE_KEY = regex(r"[ ]*-{2,4}[ ]*([a-z_]+[ \u00a0]?:(?:\s.*)?)")
BEHIND = regex(r"(.*\S)[ ]+---\s*")


def read_yaml(path: str, text: str) -> tuple[SourceFile, list[Finding]]:
    """Read a whole YAML file."""
    document = SourceFile(path, text=text)
    data, findings = yaml_data(document, text, 0)
    return SourceFile(path, data, document.values, document.keys, text=text), findings


def read_markdown(path: str, text: str) -> tuple[SourceFile, list[Finding]]:
    """Read a Markdown file with YAML front matter between two lines of `---`."""
    lines = text.split("\n")
    start, wrong = 0, list[Finding]()
    if lines[0].rstrip() != FENCE and (start := _meant_fence(lines)) >= 0:
        wrong = [Finding("front-matter-fence", Location(path, start + 1, 1), {"found": _shown(lines[start])})]
    elif lines[0].rstrip() != FENCE and (start := _fence_below(lines)):
        wrong = [Finding("before-front-matter", Location(path, 1, 1), {"found": _shown(lines[0])})]
    elif lines[0].rstrip() != FENCE:
        return _without_fence(path, text, lines)
    is_end = NEAR_FENCE.fullmatch if wrong else FENCES.fullmatch
    end = next((number for number, line in enumerate(lines[start + 1 :], start + 1) if is_end(line)), None)
    if end is None and (end := _meant_end(lines, start)):
        wrong.append(Finding("front-matter-shut", Location(path, end + 1, 1), {"found": _shown(lines[end])}))
    body = 0 if end is None else end + 1
    if end is None and (end := _text_begins(lines, start)):
        wrong.append(
            Finding("front-matter-unshut", Location(path, end + 1, 1), {"found": _shown(lines[end])})
        )
        body = end
    if end is None:
        return SourceFile(path, body=text, text=text), [
            *wrong,
            Finding("front-matter-open", Location(path, start + 1, 1)),
        ]
    above, fields = start + 1, lines[start + 1 : end]
    if glued := BEFORE_KEY.fullmatch(lines[start]):
        above, fields = start, [glued[1], *fields]
    if body > end and (glued := BEHIND.fullmatch(lines[end])):
        fields.append(glued[1])
    again = _begins_again(lines, fields, body)
    if again:
        values = {"found": _shown(lines[again + 1])}
        wrong.append(Finding("front-matter-again", Location(path, again + 1, 1), values))
    document, findings = _parted(path, text, fields, above, body, again)
    return document, [*wrong, *findings]


def _begins_again(lines: Sequence[str], fields: Sequence[str], body: int) -> int:
    """The line at which the same front matter stands a second time, outside of code; 0 where none does."""
    first = next((found[0] for line in fields if (found := KEY.match(line))), "")
    code = False
    for number, line in enumerate(lines[body:-1], body):
        if line.startswith("```"):
            code = not code
        elif not code and first and FENCES.fullmatch(line) and lines[number + 1].startswith(first):
            return number if any(map(FENCES.fullmatch, lines[number + 2 :])) else 0
    return 0


def _fence_below(lines: Sequence[str]) -> int:
    """The line of `---` that fields follow, below a few lines of words; 0 where there is none."""
    few = range(1, min(len(lines) - 1, ABOVE))
    return next((n for n in few if FENCES.fullmatch(lines[n]) and KEY.match(lines[n + 1])), 0)


def _without_fence(path: str, text: str, lines: Sequence[str]) -> tuple[SourceFile, list[Finding]]:
    """A file that no line of `---` begins: fields all the same, above a heading or a line that closes them;
    else a text without fields.
    """
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    ends = (n for n, line in enumerate(lines) if n > start and (FENCES.fullmatch(line) or line[:1] == "#"))
    end = next(ends, None)
    keyed = KEY.match(lines[start]) and not lines[start].startswith(" ")
    if end is None or not keyed or not all(KEY.match(line) or line[:1] in INNER for line in lines[start:end]):
        return SourceFile(path, {}, body=text, text=text), []
    body = end + (1 if lines[end][:1] != "#" else 0)
    document, findings = _parted(path, text, lines[start:end], start, body)
    place = Location(path, start + 1, 1)
    return document, [Finding("front-matter-unopened", place, {"found": _shown(lines[start])}), *findings]


def _parted(
    path: str, text: str, fields: Sequence[str], above: int, body: int, end: int = 0
) -> tuple[SourceFile, list[Finding]]:
    """A file's fields, of which the first stands below so many lines, and its body, which begins at a line,
    and ends at one where all begins again.
    """
    document = SourceFile(path, text=text)
    data, findings = yaml_data(document, "\n".join(fields) + "\n", above)
    below = "".join(text.split("\n", body)[body:])
    if end:
        below = "\n".join(text.split("\n", end)[body:end]) + "\n"
    return SourceFile(
        path, {} if data == "" else data, document.values, document.keys, below, body + 1, text
    ), findings


def _shown(line: str) -> str:
    return line.strip()[:60]


def _meant_end(lines: Sequence[str], start: int) -> int | None:
    """The line that was meant to close the front matter, where none does; None for none."""
    for number, line in enumerate(lines[start + 1 :], start + 1):
        if NEAR_FENCE.fullmatch(line) or line.strip() == "..." or BEHIND.fullmatch(line):
            return number
        if line.startswith("#"):
            return None  # a heading: the text has begun
    return None


def _text_begins(lines: Sequence[str], start: int) -> int | None:
    """The line where the text begins below fields that nothing closes: a heading, or words at the margin that
    are no field; None where there is none.
    """
    for number, line in enumerate(lines[start + 1 :], start + 1):
        words = line[:1] not in (*INNER, "#", "{", "[") and not KEY.match(line)
        if HEADING.match(line) or words:
            return number
    return None


def _meant_fence(lines: Sequence[str]) -> int:
    """The line that was meant to open the front matter, of which YAML follows; -1 for none."""
    start = next((number for number, line in enumerate(lines) if line.strip()), -1)
    if start >= 0 and BEFORE_KEY.fullmatch(lines[start]):
        return start
    while start >= 0 and start + 1 < len(lines) and NEAR_FENCE.fullmatch(lines[start]):
        if KEY.match(lines[start + 1]):
            return start
        start += 1
    return -1

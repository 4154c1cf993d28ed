"""What an editor did where YAML cannot be read, or reads something else than was meant.

The parser says where it stopped and why in its own terms; the slip stands often earlier, and has a name that
an editor knows: an indent, a quotation mark that is not closed, a colon within a value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from vademecum.language.regex import regex
from vademecum.model.fields import ENTRY_KIND
from vademecum.sources.text.assistants import is_said
from vademecum.sources.text.braces import quoted, sure
from vademecum.sources.text.dashes import SIGNS, UNUSUAL_SPACE, no_dash, wrong_dash
from vademecum.sources.text.odd_indents import margin, odd_indent, shortened
from vademecum.sources.text.open_quotes import open_quote, sign_behind
from vademecum.sources.text.unlisted import unlisted

# A line's indent, with the dash of a list's item; its key; what stands after the colon.
LONGEST_KEY = 1_024  # characters; YAML takes what is longer for no key
MOST_LINES = 200  # through which a value between braces is looked for
JSON = regex(r"[{\[]\s*[{\"]")  # an object, or a list of them
KEYED = regex(r"([ ]*(?:- +)*)([^\s:#\"'\[{][^:#\"']*?)[ ]*:(?:[ ]+(.*))?$")
NO_SPACE = regex(rf"[ ]*(?:- +(?!(?:{ENTRY_KIND}):))*([A-Za-z_][\w-]*):([^\s/].*)$")
OPEN_QUOTE = regex(r"[^\"']*?(?::|-|\[|\{|,)[ ]+()(?:\"(?:[^\"\\]|\\.)*|'(?:[^']|'')*)$")
INNER_QUOTE = regex(
    r"(?:[ ]*(?:- +)+|[^\"']*?:[ ]+)[\[{]?[ ]*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"
    r"(?=[^\s,\]}#:]|[ ]+(?![\w-]+:)[^\s,\]}#])"
)
UNPARTED = regex(  # between braces: a key, its quoted value, and the next key without a comma before it
    r"[{,][ ]*[\w-]+:[ ]+(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ ]+([\w-]+:)[ ]"
)
UNFILLED = regex(r"[{,][ ]*([\w-]+):(?=[},])")  # between braces
BIBTEX = regex(r"[ ]*@[A-Za-z]+\{|[ ]*(?:TY|AU|A1|TI|T1|PY|Y1|PB|ER)[ ]{1,2}-(?:[ ]|$)")  # or RIS
IN_BRACKETS = regex(r"#(?<=[ \[{,]#)(?=\w)")  # a note to YAML, a tag to its author
# The same among the words of a value within braces: "name: Sevan #2".
NUMBERED = regex(r"(?<=[{,])([ ]*[\w-]+:[ ]+)([^,{}\[\]\"'#\n]*[^\W_][ ]#[^,{}\[\]\"\n]*?)(?=[ ]*[,}])")
IN_FLOW = regex(r"[{,\[][ ]*([\w-]+:[ ]+)([@`%!|>&*][^,\]}]*)")  # a value within braces
RESERVED = regex(r"[^:\"']*:[ ]+([@`%*&!|>?,-]|\[[^\]]*\][ ]*[^\s,}\]#]|\{[^}]*\}[ ]*[^\s,}\]#])")
MORE = regex(r">=?[ \u00a0\u202f]*\d")  # a number that something is more than
TIGHT_DASH, DASHED = regex(r"[ ]*-[^\s-]"), regex(r"[ ]*-[ ]+[^\s\[\"']")
BRACKET, SHUT = regex(r"[\[\]{}]"), {"[": "]", "{": "}"}
JOINED = regex(r"([a-z_]+:[ ]+[^,:\[\]{}]*[^\s,:\[\]{}])[ ]+([a-z_]+)\Z")  # a value and the next key


class Slip(NamedTuple):
    """The code of a finding, the line and column where it stands, both from 0, and its values."""

    code: str
    line: int
    column: int
    values: dict[str, str]


def misread(text: str, error: yaml.MarkedYAMLError) -> Slip:
    """What an editor did where the parser stopped."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    while number and lines[number].lstrip()[:1] in ("", "#"):  # the end of the text, or a note behind it
        number, column = number - 1, 0
    context, start = str(error.context or ""), error.context_mark
    if start is not None and "quoted scalar" in context:
        if "escape" in str(error.problem) or "hexdecimal" in str(error.problem):  # as libyaml spells it
            at = max(lines[number].rfind("\\", 0, column + 1), 0)
            return Slip("bad-escape", number, at, {"found": lines[number][at : at + 2]})
        open_ = Slip("open-quote", start.line, start.column, {"found": lines[start.line].strip()})
        return _open_quote(lines, start.line, start.line) or open_
    tries = (
        _bibtex(lines),
        _open_quote(lines, start.line if start is not None and "flow" in context else number, number),
        Slip(*told) if (told := odd_indent(lines, number, str(error.problem))) else None,
        _unlisted(lines[number], number, str(error.problem)),
        _comma(lines[number], number),
        _quotes(lines, number, number - 1),
        _brackets(lines, number, column, start if "flow" in context else None),
        _marked(lines, number),
        _undashed(lines, number),
        _keys(lines, number, column, str(error.problem)),
        _indent(lines, number),
        _reserved(lines[number], number),
        _dashed(lines, number),
        _quotes(lines, *range(number - 2, -1, -1)),
    )
    return next(filter(None, tries), Slip("bad-yaml", number, column, {"found": lines[number].strip()}))


def _quotes(lines: Sequence[str], *numbers: int) -> Slip | None:
    """A quotation mark that is not closed on its line, or one within what it encloses."""
    for line in (number for number in numbers if number >= 0):
        found = {"found": lines[line].strip()}
        if behind := sign_behind(lines[line]):
            return Slip("sign-behind-quote", line, behind[0], found | {"nearest": behind[1]})
        if inner := INNER_QUOTE.match(lines[line]):
            return Slip("inner-quote", line, inner.end() - 1, found | {"nearest": sure(lines, line)})
        if open_ := OPEN_QUOTE.match(lines[line]):
            return Slip("open-quote", line, open_.start(1), found)
    return None


def _open_quote(lines: Sequence[str], first: int, last: int) -> Slip | None:
    """A quotation mark between braces that is not closed before the next key."""
    if found := open_quote(lines, range(max(min(first, last), last - MOST_LINES), last + 1)):
        line, column, near = found
        values = {"found": lines[line].strip()[:90], "nearest": shortened(near)}
        return Slip("open-quote", line, column, values)
    return None


def _bibtex(lines: Sequence[str]) -> Slip | None:
    """A reference as programs that keep bibliographies write it."""
    for number, line in enumerate(lines):
        if BIBTEX.match(line):
            return Slip("bibtex", number, 0, {"found": line.strip()[:60]})
    return None


def _unlisted(here: str, number: int, problem: str) -> Slip | None:
    """Values that stand as they would in a text, without the brackets of a list."""
    code, column, near = unlisted(here, problem)
    shown = {"found": here.strip()[:90], "nearest": shortened(near)}
    values = {"found": near} if code == "value-to-find" else shown
    return Slip(code, number, column, values) if code else None


def _comma(here: str, number: int) -> Slip | None:
    """A quoted value between braces and the next key, without the comma between them; a key without value."""
    if empty := UNFILLED.search(here):
        return Slip("empty", number, empty.start(1), {"key": empty[1]})
    if found := UNPARTED.search(here):
        values = {"found": here.strip(), "nearest": f"{found[1]}, {found[2]} …"}
        return Slip("no-comma", number, found.end(1), values)
    return None


def _brackets(lines: Sequence[str], number: int, column: int, start: yaml.Mark | None) -> Slip | None:
    """A bracket that is not closed, or is closed by another; one that nothing opened."""
    here = lines[number]
    if start is not None and (opened := _opened(lines, start)):
        line, at = opened
        shut = SHUT[lines[line][at]]
        if line < number or here.count("]") + here.count("}") < here.count("[") + here.count("{"):
            whole = lines[line].strip()
            if lines[line][at:].count(shut) and (noted := IN_BRACKETS.search(lines[line], at)):
                near = NUMBERED.sub(r'\1"\2"', whole)  # a sign among words: the #1 of towns
                near = near if near != whole else IN_BRACKETS.sub("", whole)
                values = {"found": whole[:90], "nearest": shortened(near)}
                return Slip("hash-in-brackets", line, noted.start(), values)
            return Slip("open-bracket", line, at, {"found": whole, "shut": shut})
        if here[column : column + 1] in ("]", "}"):
            return Slip("wrong-bracket", number, column, {"found": here[column], "shut": shut})
        if here[column : column + 1] == ":":
            return _colon_in_braces(here, number, column)
    elif here[column : column + 1] in ("]", "}"):
        return Slip("wrong-bracket", number, column, {"found": here[column], "shut": ""})
    return None


def _colon_in_braces(here: str, number: int, column: int) -> Slip:
    """A colon within a value between braces, or a comma that is missing before a key."""
    if joined := JOINED.search(here[:column]):
        values = {"found": here.strip(), "nearest": f"{joined[1].rstrip(' ;')}, {joined[2]}:"}
        return Slip("colon-or-comma", number, column, values)
    return Slip("bare-colon", number, column, {"found": here.strip()})


def _marked(lines: Sequence[str], number: int) -> Slip | None:
    """A key or an item behind a sign that is no dash of YAML's."""
    if found := wrong_dash(lines, number):
        line, near = found
        return marked_line(lines[line], line, near)
    return None


def marked_line(here: str, line: int, near: str) -> Slip:
    """The finding of a line whose dash is another sign, or has no ordinary space behind it."""
    if here.lstrip()[:1] == "-" and (unusual := UNUSUAL_SPACE.search(here)):
        values = {"sign": SIGNS.get(unusual[0], "other"), "found": here.strip()[:60]}
        return Slip("unusual-indent", line, unusual.start(), values)
    values = {"found": here.strip()[:60], "nearest": shortened(near)}
    return Slip(dash_code(here), line, margin(here), values)


def dash_code(line: str) -> str:
    """The code of a line whose dash is another sign, or has no space behind it."""
    return "tight-dash" if TIGHT_DASH.match(line) else "marked-line"


def _dashed(lines: Sequence[str], number: int) -> Slip | None:
    """A key without a dash that follows a line with one, as far to the left."""
    here = lines[number]
    if not (keyed := KEYED.match(here)) or "-" in keyed[1]:
        return None
    for line in range(number - 1, -1, -1):
        above = lines[line]
        if not above.strip() or margin(above) > margin(here):
            continue
        if DASHED.match(above) and margin(above) == margin(here):
            values = {"found": above.strip()[:60], "other": keyed[2]}
            return Slip("dash-or-indent", line, margin(above), values)
        return None
    return None


def _opened(lines: Sequence[str], mark: yaml.Mark) -> tuple[int, int] | None:
    """The line and column of the bracket at a mark, else of the last one before it that is still open."""
    shut, end = 0, mark.column + 1
    for line in range(min(mark.line, len(lines) - 1), -1, -1):
        for found in reversed(list(BRACKET.finditer(lines[line][:end]))):
            if found[0] in SHUT and not shut:
                return line, found.start()
            shut += -1 if found[0] in SHUT else 1
        end = len(lines[line - 1])
    return None


def _undashed(lines: Sequence[str], number: int) -> Slip | None:
    """A line among a list's items that has lost its dash."""
    if found := no_dash(lines, number):
        line, near = found
        values = {"found": lines[line].strip()[:60], "nearest": shortened(near)}
        return Slip("no-dash", line, margin(lines[line]), values)
    return None


def _keys(lines: Sequence[str], number: int, column: int, problem: str) -> Slip | None:
    """A colon within a value, one without its space, a line without one."""
    here, keyed = lines[number], KEYED.match(lines[number])
    for line in (number, number - 1):
        if (
            line >= 0
            and (tight := NO_SPACE.match(lines[line]))
            and "://" not in lines[line][: tight.end(1) + 3]
        ):
            near = f"{tight[1]}: {tight[2]}"
            return Slip("tight-colon", line, tight.end(1), {"found": lines[line].strip(), "nearest": near})
    if "mapping values" in problem and keyed and here.find(":") < column:
        value = (keyed[3] or "").strip()
        if value and value[0] in "«“„‘‹" and value[-1] in "»”“’›":
            near = f"{keyed[2]}: {quoted(value[1:-1].strip())}"
            return Slip("guillemets", number, keyed.start(3), {"found": value, "nearest": near})
        return Slip("bare-colon", number, column, {"found": here.strip(), "nearest": sure(lines, number)})
    before = lines[number - 1].strip() if number else ""
    if "mapping values" in problem and before and before[0] not in "#-" and ":" not in before:
        return Slip("no-colon", number - 1, margin(lines[number - 1]), {"found": before})
    if "could not find expected ':'" in problem:
        own = ":" not in here or here.lstrip()[:1] in ("{", "[") or len(here) > LONGEST_KEY
        line = number if own else number - 1
        found = lines[line].strip()
        code = "json-line" if JSON.match(found) else "assistant-line" if is_said(found) else "no-colon"
        return Slip(code, max(line, 0), margin(lines[line]), {"found": found[:60]})
    return None


def _indent(lines: Sequence[str], number: int) -> Slip | None:
    """A line that stands under none of the lines that it could belong to."""
    here = margin(lines[number])
    if not (above := [line for line in lines[:number] if line.strip() and not line.lstrip().startswith("#")]):
        return None
    levels, lowest = [], len(above[-1])
    for line in reversed(above):  # the lines that are still open, innermost first
        if (width := margin(line)) < lowest:
            levels.append(width)
            lowest = width
        if not lowest:
            break
    last = above[-1]
    opens = re.search(r"(?:[:|>]|^\s*-)[ ]*[-+]?[ ]*$", last) is not None
    if (here > margin(last) and not opens) or (here < margin(last) and here not in levels):
        fellows = {level: next(line for line in reversed(above) if margin(line) == level) for level in levels}
        group = lines[number].rstrip().endswith(":")  # as are its fellows
        near = sorted(levels, key=lambda level: abs(level - here))
        wanted = next((one for one in near if fellows[one].rstrip().endswith(":") == group), near[0])
        fellow = fellows[wanted].strip().split(":")[0]
        values = {"found": lines[number].strip(), "limit": str(here), "length": str(wanted), "other": fellow}
        return Slip("bad-indent", number, here, values)
    return None


def _reserved(line: str, number: int) -> Slip | None:
    """A value that begins with a sign which means something to YAML."""
    if begins := RESERVED.match(line):
        value = line[begins.start(1) :].strip()
        if not value.strip("?"):
            return Slip("value-to-find", number, begins.start(1), {"found": line.strip()})
        near = line.strip().partition(":")[0].removeprefix("- ")
        bare = value.strip("@`*").strip()
        kept = value if MORE.match(value) else value.lstrip("|> ") or value
        wanted = f"{near}: {bare}" if value[0] == "@" else f"{near}: {quoted(kept)}"
        return Slip("reserved-sign", number, begins.start(1), {"found": value, "nearest": wanted})
    if within := IN_FLOW.search(line):
        values = {"found": within[2].strip(), "nearest": f"{within[1]}{quoted(within[2].strip())}"}
        return Slip("reserved-sign", number, within.start(2), values)
    return None

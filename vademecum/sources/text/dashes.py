"""Dashes that begin a line of YAML: one of Markdown's signs in the place of one, one that the value above
takes for its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vademecum.language.regex import regex
from vademecum.sources.text.odd_indents import margin

SPACES = "\u00a0\u2007\u2009\u202f\u3000"
UNUSUAL_SPACE = regex(f"[{SPACES}]")
# Signs that an editor cannot see, by the names that messages.yml has for them.
SIGNS = {"\u00a0": "00A0", "\u202f": "202F", "\u2009": "2009", "\u200b": "200B", "\u00ad": "00AD"}
# A key or an item behind a sign of Markdown's lists or emphasis.
MARKED = regex(r"([ ]*)(?:[*+•–—][ ]+|\*\*)([A-Za-z_][\w-]*)(?:\*\*)?[ ]*:(?:\*\*)?(?:[ ]+(.*))?$")
STARRED = regex(r"([ ]*)[*+•–—][ ]+([^\s:][^:]*)$")
# An item whose dash is another sign, or has no ordinary space behind it.
_DASH = rf"(?:-(?=[^\s\-])|-[ {SPACES}]*[{SPACES}][ {SPACES}]*|[•–—▪◦‣∙·][ {SPACES}]*|[*+][ {SPACES}]+)"
WRONG = regex(rf"([ ]*){_DASH}(\S.*)$")
COLON = regex(r"[^\s:{\['][^:]*[^\s:][ ]+[^\s:][^:]*:(?:[ ]|$)")  # behind words, which make no key
KEY = regex(r"[^\s:{\[]+[ ]*:(?:[ ]|$)")
ITEM = regex(r"[ ]*-[ ]+\S")
OPENS = regex(r"[ ]*(?:- +)*[\w-]+:[ ]*$")
# A line of a list, a heading or a row of a table within a value; signs that a sentence may have too.
LISTED = regex(rf"[ ]*(?:[-*+•▪◦‣∙][ {SPACES}]+|[–—][ {SPACES}]+|•|-(?=[^\W\d]))\S")
SET = regex(r"[ ]*(?:#{2,6}[ ]+\S|\|.*\|[ ]*$)")
SENTENCE = ("–", "—")
ENDS = regex(r"[.:;!?…»”\"'][ ]*$")
SHORT = 60  # signs of a line that nobody breaks because it is full


def wrong_dash(lines: Sequence[str], number: int) -> tuple[int, str] | None:
    """The line among this one and the one above that has another sign for a dash, and what was meant."""
    here = lines[number]
    if keyed := MARKED.match(here):
        return number, f"{keyed[2]}: {keyed[3] or ''}".rstrip()
    if item := STARRED.match(here):
        return number, _item(item[2])
    for line in (number, number - 1):
        if line >= 0 and (item := WRONG.match(lines[line])) and _has_fellow(lines, line, len(item[1])):
            return line, _item(item[2])
    return None


def no_dash(lines: Sequence[str], number: int) -> tuple[int, str] | None:
    """The line among this one and the one above that stands among a list's items without a dash, and what was
    meant.
    """
    for line in (number, number - 1):
        words = lines[line].strip() if line >= 0 else ""
        bare = words and words[0] not in "-#]}" and not KEY.match(words)
        if bare and _is_among(lines, line, margin(lines[line])):
            return line, _item(words)
    return None


def _is_among(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether a line follows an item of a list, or one follows it, as far to the left."""
    above = next((line for line in reversed(lines[:number]) if line.strip() and margin(line) <= width), "")
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return any(margin(line) == width and ITEM.match(line) for line in (above, below))


def _has_fellow(lines: Sequence[str], number: int, width: int) -> bool:
    """Whether a line above or below, as far to the left, is an item, or the one above opens a list."""
    for above in reversed(lines[:number]):
        if above.strip() and margin(above) <= width:
            if OPENS.match(above) or (margin(above) == width and ITEM.match(above)):
                return True
            if not WRONG.match(above):
                break
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return margin(below) == width and ITEM.match(below) is not None


def begun(line: str, column: int) -> str:
    """What a value was meant for that begins with another sign for a dash; "" for any other."""
    item = WRONG.match(line, column)
    return _item(item[2]) if item else ""


def _item(words: str) -> str:
    """An item behind its dash; words that have a colon in them, in quotation marks."""
    return f'- "{words.strip()}"' if COLON.match(words) and '"' not in words else f"- {words}".rstrip()


def swallowed(lines: Sequence[str], style: str, item: bool) -> Iterator[int]:
    """Which of a value's lines, of which the first stands behind its key or dash, are items or headings that
    the value takes for its own words. A sentence may go on with a dash where its line is full.
    """
    if style == ">":  # lines that stand further to the right are kept as they are
        first = next((line for line in lines[1:] if line.strip()), "")
        within = [n for n in range(1, len(lines)) if margin(lines[n]) == margin(first)]
    else:
        within = list(range(1, len(lines)))
    within = [n for n in within if lines[n].strip()]
    listed = [n for n in within if LISTED.match(lines[n])]
    for n in within:
        before = lines[n - 1]
        if not before.strip() or (style == ">" and n == 1):
            continue  # a paragraph by itself
        is_set = style and SET.match(lines[n])
        if is_set or (n in listed and _is_item(lines[n].lstrip(), before, len(listed) > 1, item=item)):
            yield n


def _is_item(line: str, before: str, several: bool, *, item: bool) -> bool:
    """Whether a line that begins with a dash is an item and goes on with no sentence."""
    if line[0] == "-" and line[1] not in (" ", *SPACES):
        return item and (len(before) < SHORT or ENDS.search(before) is not None)
    if line[0] in SENTENCE:
        return (several and item) or ENDS.search(before) is not None or len(before) < SHORT
    return several or before.rstrip().endswith(",") or len(before) < SHORT or bool(ENDS.search(before))

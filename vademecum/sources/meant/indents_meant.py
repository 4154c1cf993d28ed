"""Where a line belongs whose indent YAML cannot take, by the fields of the file's entries."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from vademecum.language.regex import regex
from vademecum.model import FACTS, Model
from vademecum.model.kinds import KINDS, Kind
from vademecum.model.shapes import Shape, shape_of
from vademecum.sources.meant.groups import group_of, inner_keys, key_for
from vademecum.sources.meant.showing import SHORT
from vademecum.sources.meant.valued import chosen
from vademecum.sources.text.braces import EQUALS, quoted
from vademecum.sources.text.odd_indents import has_lost_its_own, margin, out_of_entry, shortened
from vademecum.sources.text.slips import Slip

CITED = regex(  # a citation behind a key, a dash or a bracket
    r"(?:(?P<key>[\w-]+):[ ]+|-[ ]+|\[|,[ ]*)(?P<whole>\[@(?P<id>[\w-]+)(?:,(?P<place>[^\]\[;@]*))?\])"
)
ENTRY = regex(r"- +([\w-]+):")  # of a file of entries, behind a dash
KEYED = regex(r"[ ]*((?:- +)?)([\w-]+):(?:[ ]+(.*))?$")
FACT = regex(rf"^(?:{'|'.join(FACTS)}):", re.MULTILINE)
IN_BRACES = regex(r"\"(?:[^\"\\]|\\.)*\"|(?P<key>[\w-]+):(?=[ ])|(?P<sign>[{}\[\]])")
MANY = 100  # values of a list
GROUPS = ("model", "mapping", "list")
Meant = tuple[str, dict[str, str]]  # a code and its values


class Line(NamedTuple):
    """A line with a key: how far in it stands, its key and value, and the shape of what stands there."""

    margin: int
    key: str
    value: str
    shape: Shape | None


def line_meant(path: str, text: str, slip: Slip) -> Slip | None:
    """What is to be told, instead of what a slip tells, of a line that stands where it cannot."""
    meant = _line_meant(path, text, slip)
    if isinstance(meant, Slip) or meant is None:
        return meant
    return slip._replace(code=meant[0], values=meant[1])


def _line_meant(path: str, text: str, slip: Slip) -> Meant | Slip | None:
    if slip.code == "no-colon" and (equal := EQUALS.fullmatch(slip.values["found"].removeprefix("- "))):
        return "equals-for-colon", {"found": equal[0], "nearest": f"{equal[1]}: {equal[2]}"}
    if slip.code == "value-to-find":
        return _to_find(path, text, slip)
    if slip.code not in ("bad-indent", "marked-line", "bad-yaml", "reserved-sign"):
        return None
    kind = next((one for one in KINDS if one.is_at(path)), None)
    if kind is None:
        return None
    if slip.code in ("bad-indent", "bad-yaml") and (first := _below_value(kind, text, slip.line)):
        return first
    if slip.code == "bad-yaml" and (beside := _beside_value(kind, text, slip.line)):
        return beside
    if slip.code == "bad-indent":
        return _indent_meant(kind, text, slip.line)
    if slip.code != "marked-line":
        return _cited(kind, text, slip)
    begun = ENTRY.match(slip.values["found"]) if kind.holds == "many" and not slip.column else None
    return ("dash-for-id", {"found": slip.values["found"]}) if begun and _is_field(kind, begun[1]) else None


def _to_find(path: str, text: str, slip: Slip) -> Meant | None:
    """A sign for a number that is not known, where null says so."""
    whole = _of_file(path, text)
    if whole is None:
        return None
    lines, key = text.split("\n"), slip.values["found"].partition(":")[0]
    line = lines[slip.line]
    above = [one.key for one in _above(lines[: slip.line], whole) if one.margin < margin(line)]
    shape = _shape_at(path, text, (*above, *_open(line[: slip.column]), key))
    if shape is None or not shape.nullable:
        return None
    return "wrong-type", {"key": key, "found": "?", "kind": "number-or-null", "nearest": "null"}


def _open(line: str) -> list[str]:
    """The keys of the braces that are open at the end of a line's beginning."""
    opened, last = list[str](), ""
    for found in IN_BRACES.finditer(line):
        last = found["key"] or last
        if found["sign"] in ("{", "["):
            opened.append(last)
            last = ""
        elif found["sign"] and opened:
            opened.pop()
    return [key for key in opened if key]


def _below_value(kind: Kind, text: str, number: int) -> Slip | None:
    """A line of a list below a key that has a value on its own line: the first of the list."""
    lines = text.split("\n")
    above = _above(lines[:number], _whole(kind, text))
    here, opens = lines[number], above[-1] if above else None
    if not (opens and opens.value and here.lstrip().startswith("- ") and margin(here) >= opens.margin):
        return None
    if opens.shape is None or opens.shape.kind != "list" or opens.value[0] in "[|>&*":
        return None
    line = next(n for n in range(number - 1, -1, -1) if lines[n].lstrip().startswith(f"{opens.key}:"))
    values = {"found": lines[line].strip()[:SHORT], "nearest": shortened(f"- {opens.value}", SHORT)}
    values["other"] = opens.key
    return Slip("value-above-list", line, margin(lines[line]), values | {"length": str(margin(here))})


def _beside_value(kind: Kind, text: str, number: int) -> Meant | Slip | None:
    """A line with a key of a group, below a value that stands beside the group's own key, or has none."""
    lines, whole = text.split("\n"), _whole(kind, text)
    here, above = KEYED.match(lines[number]), _above(lines[:number], whole)
    if here is None or here[1] or not above or margin(lines[number]) <= above[-1].margin:
        return None
    if above[-1].value:
        return _below(above, whole, here[2], lines[number].strip())
    shape, value = above[-1].shape, lines[number - 1].strip()
    keyless = value[:1] in ('"', "'") and margin(lines[number - 1]) == margin(lines[number])
    own = key_for(shape, value, (here[2],)) if shape and keyless and here[2] in inner_keys(shape) else ""
    values = {"found": value[:SHORT], "nearest": f"{own}: {value}"[:SHORT]}
    return Slip("no-colon", number - 1, margin(lines[number]), values) if own else None


def _lost(lines: Sequence[str], number: int, whole: Shape) -> Slip | None:
    """The line above one that stands under none of its fellows, which has lost its indent: it stands beside
    the key of its group, which is empty.
    """
    wide = margin(lines[number])
    for at in range(number - 1, 0, -1):
        if lines[at].strip() and margin(lines[at]) < wide:
            break
    else:
        return None
    keyed, before = KEYED.match(lines[at]), _above(lines[:at], whole)
    group = before[-1] if before else None
    if not (keyed and group) or keyed[1] or group.value or group.margin != margin(lines[at]):
        return None
    around = before[-2].shape if len(before) > 1 else whole
    by_id = around and around.kind == "mapping" and keyed[2] in inner_keys(around.items or whole)
    if group.shape is None or group.shape.kind not in GROUPS or not around:
        return None
    if keyed[2] in inner_keys(around) or (around.kind == "mapping" and not by_id):
        return None
    code = "lost-own-indent" if has_lost_its_own(lines, at) else "lost-indent"
    return Slip(code, at, margin(lines[at]), {"found": keyed[2], "other": group.key})


def _indent_meant(kind: Kind, text: str, number: int) -> Meant | Slip | None:
    """What is to be told of a line that stands under none that it could belong to."""
    lines = text.split("\n")
    if lost := _lost(lines, number, _whole(kind, text)):
        return lost
    here = KEYED.match(lines[number])
    if here is None or here[1]:
        return None
    whole = _whole(kind, text)
    above = _above(lines[:number], whole)
    if not above:
        return None
    wide, key, found = margin(lines[number]), here[2], lines[number].strip()
    if kind.holds == "many" and len(above) == 1 and wide and _is_field(kind, above[-1].key, key):
        if told := out_of_entry(lines, number, key):
            return Slip(*told)
        return "missing-entry-id", {"found": f"{above[-1].key}: …"}
    arounds = [whole, *(line.shape for line in above[:-1])]
    if arounds[-1] and (item := arounds[-1].items) and {above[-1].key, key} <= set(inner_keys(item)):
        values = {"key": above[-2].key if len(above) > 1 else "", "found": above[-1].key}
        return "missing-id", values
    if wide > above[-1].margin and above[-1].value and (below := _below(above, whole, key, found)):
        return below
    for around, line in zip(reversed(arounds), reversed(above), strict=True):
        if around and key in inner_keys(around):
            values = {"found": found, "limit": str(wide), "length": str(line.margin), "other": line.key}
            return "bad-indent", values
    return None


def is_of_many(path: str) -> bool:
    """Whether a file holds entries by their ids."""
    return any(one.holds == "many" and one.is_at(path) for one in KINDS)


def kind_at(path: str, text: str, at: tuple[str | int, ...]) -> str:
    """The kind of value that a place of a file's data takes; "" where none is known."""
    shape = _shape_at(path, text, at)
    return ("text" if shape.same else shape.kind) if shape else ""


def takes_values(path: str, text: str, at: tuple[str | int, ...]) -> int:
    """How many plain values a place takes between brackets: two of a pair, any number of a list, nought of
    what is no list of such.
    """
    shape = _shape_at(path, text, at)
    if shape is None or shape.kind not in ("list", "pair"):
        return 0
    parts = shape.parts if shape.kind == "pair" else (shape.items,)
    plain = all(part is not None and part.kind in ("text", "choice", "integer", "number") for part in parts)
    return (2 if shape.kind == "pair" else MANY) if plain else 0


def _shape_at(path: str, text: str, at: tuple[str | int, ...]) -> Shape | None:
    """The shape of what stands at a place of a file's data; None where none is known."""
    shape = _of_file(path, text)
    for step in at:
        shape = shape.step(step) if shape else None
    return shape


@functools.lru_cache(1)
def _of_file(path: str, text: str) -> Shape | None:
    """The shape of a file's data, sought once for as long as it is the same file that is read."""
    kind = next((one for one in KINDS if one.is_at(path)), None)
    return _whole(kind, text) if kind else None


def is_of_group(path: str, text: str, at: tuple[str | int, ...], items: dict[str, Any], key: str) -> bool:
    """Whether a key is meant for a group above it that has but a value, so that a second one is the entry's
    own: equivalence: exact, its note, and a note.
    """
    around, names = _shape_at(path, text, at), list(items)
    for name in reversed(names[: names.index(key)]):
        inner = around.step(name) if around else None
        if inner and isinstance(items[name], str) and chosen(inner, items[name]):
            return key in inner_keys(inner)
    return False


def _is_field(kind: Kind, *names: str) -> bool:
    return set(names) <= set(inner_keys(shape_of(kind.model)))


def _whole(kind: Kind, text: str) -> Shape:
    """The shape of a file as a whole; of the two of a case, that of the original where facts stand in it."""
    model: type[Model] = kind.model
    if kind.name == "case" and not FACT.search(text):
        model = next(one.model for one in KINDS if one.name == "case-translation")
    shape = shape_of(model)
    return Shape(kind.name, "mapping", items=shape) if kind.holds == "many" else shape


def _above(lines: Sequence[str], whole: Shape) -> list[Line]:
    """The lines with keys that are still open above a line, outermost first, the last among them."""
    found: list[Line] = []
    for line in lines:
        keyed = KEYED.match(line)
        if not keyed or line.lstrip().startswith("#"):
            continue
        wide = margin(line) + len(keyed[1])
        while found and found[-1].margin >= wide:
            found.pop()
        around = found[-1].shape if found else whole
        if around and keyed[1]:
            around = around.items
        shape = around.step(keyed[2]) if around else None
        found.append(Line(wide, keyed[2], (keyed[3] or "").strip(), shape))
    return found


def _below(above: Sequence[Line], whole: Shape, key: str, found: str) -> Meant | None:
    """A line further in than a key with a value: that key has a group below it, or the group's is missing."""
    last = above[-1]
    if last.shape and last.shape.kind != "list" and key in inner_keys(last.shape):
        value = last.value.strip("\"'")
        own = key_for(last.shape, value, (key,))
        shown = f"{last.value[: SHORT - 1]}…" if len(last.value) > SHORT else last.value
        values = {"found": f"{last.key}: {shown}", "other": last.key, "nearest": f"{own or '…'}: {shown}"}
        return "value-above-group", values
    around = above[-2].shape if len(above) > 1 else whole
    group = group_of(around.model, key) if around else ""
    if around and group:
        inner = around.step(group)
        if inner is not None and inner.model:
            return "missing-group", {"found": found[:SHORT], "other": group, "length": str(last.margin)}
    return None


def _cited(kind: Kind, text: str, slip: Slip) -> Meant | None:
    """A citation as texts have it, where a field has an id, or an item its source."""
    lines, number = text.split("\n"), slip.line
    found = CITED.finditer(lines[number])
    cited = next((one for one in found if one.start("whole") <= slip.column < one.end()), None)
    if cited is None:
        return None
    id_, place = cited["id"], (cited["place"] or "").strip().strip("\"'")
    item = f"{{source: {id_}, locator: {quoted(place)}}}" if place else f"{{source: {id_}}}"
    if cited["key"] is None:
        return "citation-in-field", {"found": cited["whole"], "nearest": item}
    above = _above(lines[: number + 1], _whole(kind, text))
    listed = above and above[-1].key == cited["key"] and above[-1].shape and above[-1].shape.kind == "list"
    if listed:
        return "citation-in-field", {"found": cited["whole"], "nearest": f"{cited['key']}: [{item}]"}
    if place and cited["key"] == "source":
        return "place-in-source", {"found": cited["whole"], "id": id_, "place": quoted(place)}
    return "citation-in-field", {"found": cited["whole"], "nearest": f"{cited['key']}: {id_}"}

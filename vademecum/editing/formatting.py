"""A file in its customary form: keys in the model's order, paragraphs wrapped. Pages stay as they are.

Text is moved, never written anew: a key goes with its lines and with the comments above it, so that no
comment and no character of a value is lost. What would read otherwise afterwards stays as it was.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from vademecum.document import walking
from vademecum.document.markdown import parse
from vademecum.document.origin import body
from vademecum.language.data import LOADER
from vademecum.language.regex import regex
from vademecum.model.kinds import KINDS, Kind
from vademecum.model.shapes import Shape, fields, shape_of
from vademecum.model.translation import facts_of
from vademecum.sources.reading import FENCE, read_markdown, read_yaml

WIDTH = 120
PROSE = regex(r"[^\s#>|`~!:\-+*=\d\[<{\\]")  # how a line of a plain paragraph begins
SERVER = "# yaml-language-server:"


def formatted(path: str, text: str) -> str:
    """A file's text in its customary form; as it is where it is of no kind or cannot be read."""
    kind = kind_of(path, text)
    if kind is None:
        return text
    if kind.holds != "front matter":
        return _checked(path, text, _ordered(text, _shape(kind)))
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if lines[0].rstrip() != FENCE or not end:
        return text
    head = _ordered("\n".join(lines[1:end]) + "\n", _shape(kind))
    text = _checked(path, text, "\n".join([lines[0], head.removesuffix("\n"), *lines[end:]]))
    at = text.index(f"\n{FENCE}", len(FENCE)) + len(FENCE) + 2
    return text[:at] + wrapped(text[at:])


def kind_of(path: str, text: str) -> Kind | None:
    """The kind of a file by its path and, of a case, by what it holds."""
    kinds = [kind for kind in KINDS if kind.is_at(path) or kind.path == path]
    if len(kinds) < 2:
        return kinds[0] if kinds else None
    original, translation = kinds
    facts = "|".join(facts_of(original.model))
    return original if re.search(rf"^(?:{facts}):", text, re.MULTILINE) else translation


def _shape(kind: Kind) -> Shape:
    """What a file of a kind holds as a whole."""
    whole = shape_of(kind.model)
    return Shape(whole.of, "mapping", items=whole) if kind.holds == "many" else whole


def _checked(path: str, before: str, after: str) -> str:
    """The text after, if a reader takes it for the same as before."""
    read = read_markdown if path.endswith(".md") else read_yaml
    (old, wrong), (new, _) = read(path, before), read(path, after)
    same = not wrong and old.data == new.data and old.body == new.body
    return after if same and sorted(before) == sorted(after) else before


# -- keys -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Part:
    """A key of a block with all its lines, the comments above it included: [start, end)."""

    key: str
    start: int
    end: int
    value: Any


def _ordered(text: str, shape: Shape) -> str:
    """YAML with the keys of each mapping in the model's order."""
    try:
        node = yaml.compose(text, LOADER)
    except yaml.YAMLError:
        return text
    if not isinstance(node, yaml.MappingNode):
        return text
    lines = text.split("\n")
    trailing = len(lines) - (1 if lines[-1] == "" else 0)
    return "\n".join([*_block(lines, node, shape, 0, trailing), *lines[trailing:]])


def _block(lines: list[str], node: yaml.MappingNode, shape: Shape, start: int, end: int) -> list[str]:
    """The lines [start, end) of a mapping, its keys in order, and those of the mappings inside."""
    if node.flow_style:
        return lines[start:end]
    parts = _parts(lines, node, start, end)
    if not parts:
        return lines[start:end]
    order = _order(shape)
    known = sorted(parts, key=lambda part: order.get(part.key, len(order)))
    made = lines[start : parts[0].start]
    for part in known:
        made += _inside(lines, part, shape)
    return made


def _parts(lines: list[str], node: yaml.MappingNode, start: int, end: int) -> list[_Part]:
    """The keys of a block mapping with their lines; none where two stand on one line."""
    begins = [key.start_mark.line for key, _ in node.value]
    if len(set(begins)) < len(begins):
        return []
    starts = [_above(lines, line, start) for line in begins]
    head = next((n for n in range(starts[0], begins[0]) if not lines[n].startswith(SERVER)), begins[0])
    starts[0] = max(starts[0], head)
    ends = [*starts[1:], end]
    return [
        _Part(key.value, first, last, value)
        for (key, value), first, last in zip(node.value, starts, ends, strict=True)
    ]


def _above(lines: list[str], line: int, least: int) -> int:
    """The first of the comment lines that stand right above a line."""
    while line > least and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def _inside(lines: list[str], part: _Part, shape: Shape) -> list[str]:
    """A key's lines, with the mapping below it in order."""
    inner = _step(shape, part.key)
    value = part.value
    first = value.start_mark.line
    if inner is None or not isinstance(value, yaml.MappingNode) or first <= part.start:
        return lines[part.start : part.end]
    key = next((n for n in range(part.start, first) if lines[n].rstrip().endswith(":")), None)
    if key is None:
        return lines[part.start : part.end]
    return [*lines[part.start : key + 1], *_block(lines, value, inner, key + 1, part.end)]


def _step(shape: Shape, key: str) -> Shape | None:
    if shape.model is not None:
        return next((field.shape for field in fields(shape.model) if field.key == key), None)
    return shape.items if shape.kind == "mapping" else None


def _order(shape: Shape) -> dict[str, int]:
    """The places of a model's keys; keys of one's own choice keep theirs."""
    keys: Sequence[str] = [field.key for field in fields(shape.model)] if shape.model is not None else ()
    return {key: place for place, key in enumerate(keys)}


# -- paragraphs -------------------------------------------------------------------------------------------


def wrapped(text: str) -> str:
    """Markdown whose plain paragraphs are wrapped, each only where its blocks stay the same."""
    parts = re.split(r"(\n[ \t]*\n(?:[ \t]*\n)*)", text)
    trial = [*map(_filled, parts)]
    shown = _shown(text)
    if _shown("".join(trial)) == shown:
        return "".join(trial)
    for number, filled in enumerate(trial):  # one of them reads otherwise: the others are kept
        if filled != parts[number]:
            tried = [*parts[:number], filled, *parts[number + 1 :]]
            parts = tried if _shown("".join(tried)) == shown else parts
    return "".join(parts)


def _filled(paragraph: str) -> str:
    """A plain paragraph wrapped; anything else as it is."""
    inside = paragraph.strip("\n")
    lead, _, tail = paragraph.partition(inside) if inside else (paragraph, "", "")
    lines = inside.split("\n")
    plain = all(PROSE.match(line) for line in lines) and not any(
        line.endswith(("  ", "\\")) for line in lines
    )
    if not plain or re.search(r"\{\{|[^\S\n ]{2}|  ", paragraph):
        return paragraph
    words = re.sub(r"[ \n]+", " ", inside.strip())
    return lead + textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False) + tail


def _shown(text: str) -> Any:
    """What a text shows: its nodes without their places, a soft line break being a space."""
    file, _ = read_markdown("docs/fr/x.md", f"{FENCE}\n{FENCE}\n{text}")
    parsed = parse(body(file))
    blocks = [*parsed.blocks, *(block for note in parsed.notes.values() for block in note)]
    return [_bare(node) for node, _ in walking.walk(blocks)]


def _bare(node: Any) -> tuple[Any, ...]:
    words = " ".join(getattr(node, "words", "").split()) if hasattr(node, "words") else ""
    told = [getattr(node, name, "") for name in ("level", "kind", "lang", "target", "works", "start", "path")]
    return type(node).__name__, words, *map(str, told)

"""Graphs of the lexicon: everything stands once, no label over another, the same each time."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vademecum.document.inlines import Target
from vademecum.document.shapes import Label, Mark, Shape, Stroke
from vademecum.drawings import neighbours, tensions
from vademecum.drawings.lettering import width
from vademecum.drawings.neighbours import Group, Node
from vademecum.drawings.placing import Rectangle
from vademecum.drawings.tensions import leanings, placed

SYLLABLES = (
    "co",
    "opé",
    "ra",
    "tion",
    "ter",
    "ri",
    "toi",
    "re",
    "ac",
    "teur",
    "lo",
    "cal",
    "in",
    "té",
    "rêt",
)
POLES = ("west", "east", "north", "south")
KINDS = ("broader", "narrower", "related", "contrasts")


def labels(shapes: Iterable[Shape]) -> list[Label]:
    """Every label, those of marks too."""
    found: list[Label] = []
    for shape in shapes:
        inside = shape.shapes if isinstance(shape, Mark) else (shape,)
        found += [one for one in inside if isinstance(one, Label)]
    return found


def rectangle(label: Label) -> Rectangle:
    long = width(label.words, label.size) * (1.08 if "own" in label.name else 1)
    start = label.x - {"start": 0, "middle": long / 2, "end": long}[label.side]
    return Rectangle(start, label.y - label.size * 0.75, start + long, label.y + label.size * 0.2)


def name(rng: Random) -> str:
    """A made-up concept: one to five words."""
    return " ".join(
        "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(1, 5))
    )


def lexicon(count: int) -> tuple[dict[str, Node], dict[str, list[tuple[str, str]]]]:
    """A lexicon of that many concepts, the poles among them, with some three relations each."""
    rng = Random(count)
    ids = [*POLES, *(f"concept-{number:03}" for number in range(count - len(POLES)))]
    nodes = {id_: Node(name(rng), id_, Target("concept", id_)) for id_ in ids}
    pairs = [(a, ids[rng.randrange(number)]) for number, a in enumerate(ids) if number for _ in range(3)]
    lines: dict[str, list[tuple[str, str]]] = {kind: [] for kind in ("related", "contrasts", "broader")}
    for number, (a, b) in enumerate(dict.fromkeys(tuple(sorted(pair)) for pair in pairs)):
        lines[("related", "contrasts", "broader")[number % 3]].append((a, b))
    return nodes, lines


def ways(lines: dict[str, list[tuple[str, str]]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for a, b in itertools.chain(*lines.values()):
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {id_: sorted(others) for id_, others in found.items()}


@pytest.mark.parametrize("count", [5, 48, 200, 300])
def test_no_label_of_a_whole_lexicon_lies_over_another(count: int) -> None:
    nodes, lines = lexicon(count)
    at = placed(sorted(nodes), POLES, ways(lines))
    shapes, height, _ = tensions.drawn(nodes, POLES, at, lines)
    assert (shapes, height) == tensions.drawn(nodes, POLES, at, lines)[:2]
    boxes = [rectangle(label) for label in labels(shapes)]
    assert sorted(shape.target.id for shape in shapes if isinstance(shape, Mark)) == sorted(nodes)
    assert not [(a, b) for a, b in itertools.combinations(boxes, 2) if a.meets(b)]
    assert all(box.left >= 0 and box.right <= tensions.WIDTH and box.top >= 0 for box in boxes)
    assert max(box.bottom for box in boxes) <= height


def test_every_concept_stands_in_the_middle_of_its_relations() -> None:
    nodes, lines = lexicon(40)
    others = ways(lines)
    at = placed(sorted(nodes), POLES, others)
    assert [at[pole] for pole in POLES] == [(-1, 0), (1, 0), (0, 1), (0, -1)]
    for id_ in nodes.keys() - set(POLES):
        near = [at[other] for other in others[id_]]
        middle = (sum(x for x, _ in near) / len(near), sum(y for _, y in near) / len(near))
        assert at[id_] == pytest.approx(middle, abs=1e-3)


def test_a_concept_leans_to_the_pole_that_it_is_nearest_to_in_rank() -> None:
    """Everything here has more ways to the south than to the north: what leans least to it leans north."""
    others = {
        "a": ["west", "west", "south"],
        "b": ["east", "west"],
        "c": ["east", "east", "south"],
        "d": ["north", "south", "south"],
        "e": ["south", "south", "south"],
    }
    at = placed(["a", "b", "c", "d", "e", "f", *POLES], POLES, others)
    assert at["d"][1] < 0
    assert leanings(at, POLES) == {"a": 0, "b": None, "c": 1, "d": 2, "e": 3, "f": None}


NODES = st.lists(st.integers(0, 400).map(lambda seed: name(Random(seed))), max_size=14, unique=True)


@settings(max_examples=60)
@given(st.lists(NODES, min_size=4, max_size=4))
def test_every_neighbour_of_a_concept_stands_once_with_its_line_and_under_no_other(named) -> None:
    groups = [
        Group(kind, kind, [Node(label, f"{kind}: {label}", Target("concept", label)) for label in listed])
        for kind, listed in zip(KINDS, named, strict=True)
    ]
    shapes, height, _ = neighbours.drawn("the concept itself", groups[0], groups[1:])
    marks = [shape.words for shape in shapes if isinstance(shape, Mark)]
    assert sorted(marks) == sorted(node.words for group in groups for node in group.nodes)
    drawn = {shape.name for shape in shapes if isinstance(shape, Stroke)} - {"frame"}
    assert drawn == {f"line {group.kind}" for group in groups if group.nodes}
    boxes = [rectangle(label) for label in labels(shapes)]
    assert not [(a, b) for a, b in itertools.combinations(boxes, 2) if a.meets(b)]
    assert all(box.left >= 0 and box.top >= 0 and box.bottom <= height for box in boxes)

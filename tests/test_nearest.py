"""What a misspelt word may have meant: few choices and many, and how long it takes."""

from __future__ import annotations

import difflib
import random
import re
from pathlib import Path

import pytest
import yaml
from hangs import no_hang

from vademecum.language.nearest import FEW, Nearest, choices, nearest


def paths(count: int) -> list[str]:
    """File names as a large project has them."""
    source = random.Random(1)
    syllables = re.findall(r"\w+", "ta re mi co lo de va ni per tra gou li se te lan mar bou cli on ri sa pu")
    words = ["".join(source.choices(syllables, k=3)) for _ in range(600)]
    return [f"docs/fr/handbook/{'-'.join(source.sample(words, 3))}-{n}.md" for n in range(count)]


@pytest.mark.parametrize(
    ("word", "valid", "expected"),
    [
        ("Twining", ["twinning", "influence"], "twinning"),
        ("xyz", ["twinning", "influence"], ""),
        ("", ["a"], ""),
        ("a", [], ""),
        ("x" * 1000, ["x" * 1000], ""),
    ],
)
def test_the_nearest_of_few(word: str, valid: list[str], expected: str) -> None:
    assert nearest(word, valid) == expected
    assert nearest(word, iter(valid)) == expected


SLIPS = yaml.load(Path(__file__).with_name("nearest.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize(("word", "meant"), SLIPS["believed"])
def test_a_choice_is_believed(word: str, meant: str) -> None:
    assert nearest(word, SLIPS["choices"]) == meant
    assert nearest(word, [meant]) == meant


@pytest.mark.parametrize("word", SLIPS["far_fetched"])
def test_nothing_far_fetched_is_suggested(word: str) -> None:
    assert nearest(word, SLIPS["choices"]) == ""


def test_many_choices_give_what_all_compared_would_give() -> None:
    valid = paths(FEW * 4)
    source = random.Random(2)
    same = 0
    for choice in source.sample(valid, 20):
        at = source.randrange(18, len(choice) - 4)
        slip = choice[:at] + source.choice("abcdez") + choice[at + source.choice((0, 1)) :]
        same += nearest(slip, valid) == difflib.get_close_matches(slip, valid, 1, 0.6)[0]
    assert same == 20


def test_thousands_of_dead_links_take_seconds() -> None:
    valid = paths(7_000)
    near = Nearest(valid)
    with no_hang():
        for link in paths(2_000):
            near.to(link.replace("-", "_").replace(".md", ""))


def test_a_list_of_choices_is_cut() -> None:
    assert choices("abc") == "a, b, c"
    assert choices("abc", 2) == "a, b, …"

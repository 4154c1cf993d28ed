"""The typography of our own words: the interface's, the messages', the fields'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vademecum
from vademecum.language.data import data_in

HOUSE = Path(vademecum.__file__).parent
OURS = ("checks/messages", "language/words", "review/words", "editing/status", "editing/issue_forms")
OURS += ("model/fields", "pages/handbook/datasets")
# What is typed as it stands: code, values between straight quotation marks, patterns of a search.
TYPED = re.compile(r"`[^`]*`|'?\"[^\"]*\"'?|Ville d'\|")


def sentences(tree: Any) -> Iterator[str]:
    """Every text of ours; examples of what editors write are theirs, and programs are code."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key not in ("example", "examples"):
                yield from sentences(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from sentences(value)


@pytest.mark.parametrize("name", OURS)
def test_apostrophes_and_quotation_marks_are_curved(name: str) -> None:
    """In both languages alike; no-break spaces are set where a page or a form shows the words."""
    texts = list(sentences(data_in(HOUSE / f"{name}.yml")))
    assert texts
    assert [text for text in texts if "'" in TYPED.sub("", text)] == []

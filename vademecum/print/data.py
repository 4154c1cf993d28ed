"""The plain data that the templates in print/ set: blocks, and the runs of text in them.

A block is a mapping with its kind under `block`; a run is a string, or a mapping with its kind under `run`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Block = dict[str, Any]
Run = str | dict[str, Any]
HOLDING = ("emphasis", "strong", "struck", "small", "lang", "link", "code")  # runs with words in them


def paragraph(text: list[Run]) -> Block:
    """A paragraph of some runs."""
    return {"block": "paragraph", "text": text}


def words_of(runs: Iterable[Run]) -> str:
    """The words of runs, without notes."""
    return "".join(
        run if isinstance(run, str) else run["text"] if run["run"] == "code" else words_of(run["text"])
        for run in runs
        if isinstance(run, str) or run["run"] in HOLDING
    )


def of_kind(runs: Iterable[Run], kind: str) -> Iterator[Run]:
    """The runs of a kind among some, and in them."""
    for run in runs:
        if isinstance(run, dict) and run["run"] in HOLDING and run["run"] != "code":
            if run["run"] == kind:
                yield run
            yield from of_kind(run["text"], kind)


def begun(mark: Run, body: list[Block]) -> list[Block]:
    """Blocks that begin with a mark, in their first paragraph where that is what they begin with."""
    if body and body[0]["block"] == "paragraph":
        return [body[0] | {"text": [mark, *body[0]["text"]]}, *body[1:]]
    return [paragraph([mark]), *body]


def trimmed(runs: list[Run]) -> list[Run]:
    """Runs without the white space around them."""
    if runs and isinstance(runs[0], str):
        runs[0] = runs[0].lstrip(" ")
    if runs and isinstance(runs[-1], str):
        runs[-1] = runs[-1].rstrip(" ")
    return [run for run in runs if run != ""]

"""A review as Markdown for a pull request, as text for a terminal, as JSON for a program.

In Markdown, words that strangers wrote mean nothing: no mark, HTML, link, mention or reference of a forge.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Any

from vademecum.checks import report
from vademecum.checks.forge import harmless
from vademecum.review.changes import Review
from vademecum.review.outline import Grid, Heading, Listing, Part, Sentence, Theirs, Words, outline, said
from vademecum.sources.text.invisible import visible

FORMATS = ("markdown", "text", "json")


def written(review: Review, language: str, output_format: str) -> str:
    """A review in one of FORMATS."""
    if output_format == "json":
        return as_json(review, language)
    write = _markdown if output_format == "markdown" else _text
    return "\n".join(line for part in outline(review, language) for line in write(part, said(language)))


# -- Markdown ----------------------------------------------------------------------------------------------


def _safe(words: Words) -> str:
    return "".join(harmless(word) if isinstance(word, Theirs) else word for word in words)


def _markdown(part: Part, t: dict[str, Any]) -> Iterable[str]:
    if isinstance(part, Heading):
        return [f"{'#' * part.level} {part.words}", ""]
    if isinstance(part, Sentence):
        return [_safe(part.words), ""]
    if isinstance(part, Grid):
        rows = [[_safe(cell) for cell in row] for row in part.rows]
        lines = [list(part.head), ["---"] * len(part.head), *rows]
        return ["", *(f"| {' | '.join(line)} |" for line in lines), "", *_more(part.left, t)]
    items = [f"- {_safe(item)}" for item in part.items]
    if not part.summary:
        return [*items, "", *_more(part.left, t)]
    # Blank lines around the list, or it would be read as HTML.
    return [
        f"<details><summary>{part.summary}</summary>",
        "",
        *items,
        "",
        *_more(part.left, t),
        "</details>",
        "",
    ]


def _more(left: int, t: dict[str, Any]) -> list[str]:
    return [t["more"].format(count=left), ""] if left else []


# -- text --------------------------------------------------------------------------------------------------


def _text(part: Part, t: dict[str, Any]) -> Iterable[str]:
    if isinstance(part, Heading):
        return ["", part.words, ("=" if part.level == 2 else "-") * len(part.words)]
    if isinstance(part, Sentence):
        return [_shown(part.words)]
    if isinstance(part, Grid):
        rows = [" · ".join(filter(None, map(_shown, row))) for row in part.rows]
        return [*(f"  {row}" for row in rows), *_more(part.left, t)]
    assert isinstance(part, Listing)
    items = [f"  - {_shown(item)}" for item in part.items]
    return [*([f"{part.summary}"] if part.summary else []), *items, *_more(part.left, t)]


def _shown(words: Words) -> str:
    return visible(" ".join("".join(words).split()))


# -- JSON --------------------------------------------------------------------------------------------------


def as_json(review: Review, language: str) -> str:
    """All of a review, nothing left out."""
    data: dict[str, Any] = {"base": review.base}
    for field in dataclasses.fields(review):
        values = getattr(review, field.name)
        if field.name in ("findings", "mended"):
            data[field.name] = json.loads(report.as_json(values, language))
        elif field.name != "base":
            data[field.name] = [_plain(value) for value in values]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(value: Any) -> dict[str, Any]:
    made: dict[str, Any] = value._asdict()
    if "wanted" in made:
        made["wanted"] = [wanted._asdict() for wanted in made["wanted"]]
    return made

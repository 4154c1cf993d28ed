"""What the generator tells the editor, and the place that it tells it of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The codes of what a case lacks: asked by those who tell of them, and by those who leave echoes out.
MISSING = ("section-missing", "context-missing", "section-untranslated")


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the editor. `code` names an entry of messages.yml, `values` fill its words."""

    code: str
    location: Location
    values: Mapping[str, str] = field(default_factory=dict)

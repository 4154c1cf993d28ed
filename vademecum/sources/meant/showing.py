"""Keys and values as a message shows them."""

from __future__ import annotations

from typing import Any

from vademecum.language.regex import regex
from vademecum.model.descriptions import flow

SHORT = 60  # letters of a value that a message shows whole
NUMBER = regex(r'"(\d[\d.-]*)"(?=[,}\]])')  # which needs no quotation marks


def in_braces(data: dict[str, Any]) -> str:
    """Keys and values between braces, as a message shows them."""
    text = flow({key: _plain(value) if is_short(value) else "…" for key, value in data.items()})
    return NUMBER.sub(r"\1", text)


def is_short(value: Any) -> bool:
    return len(value if isinstance(value, str) else flow(_plain(value))) <= SHORT


def _plain(value: Any) -> Any:
    """Data whose texts are nothing else."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else str(value)


def name_of(path: tuple[str | int, ...]) -> str:
    """A field as a message names it; which item of a list it is, the place tells."""
    return ".".join(str(step) for step in path if not isinstance(step, int))


def shown(value: Any) -> str:
    """A value as a message shows it: short, and on one line."""
    text = NUMBER.sub(r"\1", flow(_plain(value))) if isinstance(value, (dict, list)) else str(value)
    text = " ".join(text.split())
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"

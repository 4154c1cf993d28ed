"""Plain data as the YAML that editors write: blocks, quoted texts, short lists on one line."""

from __future__ import annotations

import json
from typing import Any


def dump(value: dict[str, Any], indent: int = 0) -> str:
    """A mapping in block style, without tags or aliases; ends with a newline."""
    return "".join(entry(key, item, " " * indent) for key, item in value.items())


def entry(key: str, item: Any, margin: str) -> str:
    if isinstance(item, dict) and item and not all(isinstance(part, (str, int)) for part in item.values()):
        return f"{margin}{key}:\n{dump(item, len(margin) + 2)}"
    return f"{margin}{key}: {flow(item)}\n"


def flow(item: Any) -> str:
    """A value on one line; JSON's strings are YAML's."""
    if isinstance(item, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in item.items()) + "}"
    if isinstance(item, (list, tuple)):
        return "[" + ", ".join(map(flow, item)) + "]"
    return json.dumps(item, ensure_ascii=False)

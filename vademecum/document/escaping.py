"""Words -> what stands for them in HTML and SVG; nothing else knows which characters mean something there."""

from __future__ import annotations


def escaped(text: str) -> str:
    """Words as HTML between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Words as the value of an attribute, between double quotes."""
    return escaped(text).replace('"', "&quot;")


def attributes(*pairs: tuple[str, str]) -> str:
    """The attributes that have a value, each with a space before it, their values quoted."""
    return "".join([f' {name}="{quoted(value)}"' for name, value in pairs if value])

"""What stands below a line --- in a file of fields, where YAML begins another document."""

from __future__ import annotations

from vademecum.language.regex import regex

# A field, an item, an entry of a list or what only YAML has: anything else is words.
OF_YAML = regex(r"(?:[^\s:#]+|[\"'][^\"'\n]*[\"']):(?:\s|\Z)|- |[{\[]|\.\.\.(?:\s|\Z)|---(?:\s|\Z)|%")


def second_document(text: str, index: int) -> tuple[str, dict[str, str]]:
    """What is told of a second document that begins at a place of the text: a code and its values."""
    begin = index + 3 if text.startswith("---", index) else index
    lines = (line.strip() for line in text[begin : begin + 10_000].split("\n"))
    first = next((line for line in lines if line and not line.startswith("# ")), "")
    if not first:
        return "rule-below", {}
    if OF_YAML.match(first):
        return "second-document", {}
    return "words-below", {"found": first if len(first) <= 60 else f"{first[:59]}…"}

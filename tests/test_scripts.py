"""The theme's scripts survive being put together: what makes them small does not know all of JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SCRIPTS = sorted((Path(__file__).resolve().parents[1] / "theme" / "assets" / "scripts").glob("*.js"))
BEFORE_PATTERN = re.compile(r"[=(,:?&|!;{}\[\n]\s*$")
PATTERN = re.compile(r"/(?:\[(?:[^\]\\\n]|\\.)*\]|[^/\\\n\[]|\\.)+/[a-z]*")


def skipped(text: str, at: int) -> int:
    """Where a string, a comment or a pattern that begins here ends; where one begins not, here."""
    sign = text[at]
    if sign in "\"'":
        end = at + 1
        while text[end] not in (sign, "\n"):
            end += 2 if text[end] == "\\" else 1
        return end
    if text.startswith("//", at):
        return text.index("\n", at) - 1
    if (
        sign == "/"
        and BEFORE_PATTERN.search(text[max(0, at - 40) : at])
        and (found := PATTERN.match(text, at))
    ):
        return found.end() - 1
    return at


def nested(text: str) -> list[int]:
    """The lines on which a template literal stands inside another."""
    found, around, at = [], [], 0
    while at < len(text):
        sign = text[at]
        if around and around[-1] == "`":
            if sign == "\\" or text.startswith("${", at):
                around += ["{"] if sign == "$" else []
                at += 1
            elif sign == "`":
                around.pop()
        elif sign == "`":
            found += [text.count("\n", 0, at) + 1] if "`" in around else []
            around.append(sign)
        elif around and sign == "{":
            around.append(sign)
        elif around and sign == "}":
            around.pop()
        else:
            at = skipped(text, at)
        at += 1
    return found


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_template_literal_stands_in_another(script: Path) -> None:
    """rjsmin takes the inner one's beginning for the outer one's end, and takes its spaces away."""
    assert nested(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_pattern_with_a_space_stands_behind_an_arrow(script: Path) -> None:
    """rjsmin takes it for a division, and its spaces away."""
    assert re.findall(r"=> /(?![/*])[^/\n]* [^/\n]*/", script.read_text(encoding="utf-8")) == []


def test_one_that_does_is_seen() -> None:
    assert nested("const a = '`';\nconst b = `x${c ? `y` : ''}`;\n") == [2]
    assert nested("const a = `x${c}`;\nconst b = /`/.test(`y`);\n") == []

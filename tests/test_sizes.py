"""One noun a file, one idea a function: what grows past these lengths has become two."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
FILES = sorted([*(HOUSE / "vademecum").rglob("*.py"), *(HOUSE / "hooks").rglob("*.py"), HOUSE / "build.py"])
FILE, FUNCTION = 300, 40  # lines


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(HOUSE).as_posix())
def test_a_file_and_its_functions_are_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= FILE
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    lines = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in functions}
    assert {name: count for name, count in lines.items() if count > FUNCTION} == {}

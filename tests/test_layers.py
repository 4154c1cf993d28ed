"""The generator's modules stand in one order, each importing only from those above it, and none knows MkDocs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import vademecum

PACKAGE = Path(vademecum.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".") for path in PACKAGE.rglob("*.py") if path.stem != "__init__")
ORDER = re.findall(r"[\w.]+", (vademecum.__doc__ or "").rpartition(":\n\n")[2])


def imports(module: str) -> set[str]:
    """The modules that one imports, anywhere in it, those of the generator without its name."""
    found = set()
    for node in ast.walk(ast.parse((PACKAGE / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inside = module.split(".")[: -node.level]  # the package that a relative import starts from
            base = ".".join([*inside, node.module] if node.module else inside)
            whole = {f"{base}.{alias.name}".lstrip(".") for alias in node.names}
            found |= {name for name in whole if name in MODULES} or ({base} if base else whole)
    return found


def test_the_order_names_every_module() -> None:
    assert sorted(ORDER) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_those_above_it(module: str) -> None:
    ours = imports(module) & set(MODULES)
    assert ours <= set(ORDER[: ORDER.index(module)])


@pytest.mark.parametrize("module", MODULES)
def test_no_module_imports_mkdocs(module: str) -> None:
    assert {name for name in imports(module) if name.split(".")[0] in ("mkdocs", "material", "engine")} == set()

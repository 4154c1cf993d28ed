"""The generator's folders stand in one order, each importing only from those above it, and one alone knows
MkDocs.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import vademecum

PACKAGE = Path(vademecum.__file__).parent
ORDER = re.findall(r"[\w.]+", (vademecum.__doc__ or "").split("\n\n")[2])
APART = ("print", "exports", "editing")
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def folder(module: str) -> str:
    """The folder of a module below the package, the deepest that the order names."""
    return max((name for name in ORDER if f"{module}.".startswith(f"{name}.")), key=len, default="")


def imports(path: Path) -> set[str]:
    """The modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports by its place; name the module in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_the_order_names_every_folder() -> None:
    assert sorted(ORDER) == sorted({path.parent.as_posix().replace("/", ".") for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_imports_only_from_folders_above_its_own(path: Path) -> None:
    own = folder(path.with_suffix("").as_posix().replace("/", "."))
    used = {
        folder(name.removeprefix("vademecum.")) for name in imports(path) if name.startswith("vademecum.")
    }
    allowed = set(ORDER[: ORDER.index(own) + 1]) - (set(APART) - {own} if own in APART else set())
    assert used - {""} <= allowed


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_only_one_folder_imports_mkdocs(path: Path) -> None:
    known = {name for name in imports(path) if name.split(".")[0] in ("mkdocs", "material")}
    assert not known or path.parts[:2] == ("hosts", "mkdocs")


@pytest.mark.parametrize("command", ["check", "links", "print"])
def test_a_command_that_builds_no_site_loads_no_builder(command: str, tmp_path: Path) -> None:
    arguments = {
        "check": ["check", "--project", "tests/sound"],
        "links": ["links", "README.md", "--language", "en"],
        "print": [
            *("print", "--project", "tests/sound", "--chapter", "opening"),
            *("--output", str(tmp_path / "chapter.pdf")),
        ],
    }[command]
    code = (
        "import sys\nfrom vademecum.commands.cli import cli\n"
        f"try:\n    cli({arguments!r})\nexcept SystemExit:\n    pass\n"
        "loaded = {name.split('.')[0] for name in sys.modules} & {'mkdocs', 'material', 'typst'}\n"
        "print(sorted(loaded), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr.splitlines()[-1] == "[]", done.stderr


def test_help_loads_no_rule_of_the_check() -> None:
    """Rules stand in folders of `checks`; what only words their findings does not."""
    code = (
        "import sys\nimport vademecum.commands.cli\n"
        "rules = (one for one in sys.modules if one.startswith('vademecum.checks.') and one.count('.') > 2)\n"
        "print(sorted(rules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "[]"

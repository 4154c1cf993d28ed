"""What the check tells otherwise than tests/mistakes and tests/broken hold; with --write, put there.

.venv/bin/python tests/rewrite.py [--write] [GROUP]...

A GROUP is a file of tests/mistakes, such as `usage`; where some are named, nothing else is looked at.

For whoever changes a message, a rule or a field: read every difference before writing it, since a test that
holds whatever is told tests nothing.
"""

from __future__ import annotations

import difflib
import itertools
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

try:
    import pytest  # noqa: F401  # which what is imported below needs
    import time_machine
except ModuleNotFoundError:
    sys.exit(
        "What the tests need is not installed yet; run this once: python3 build.py test tests/test_docs.py"
    )

import yaml
from projects import BROKEN, EXPECTED, SOUND, findings, laid_over
from test_mistakes import FOLDER, GROUPS, TODAY, told

from vademecum.checks import messages

WIDE = 10**6  # letters of a line, so that no message is broken over two


def mistakes(folder: Path, named: Collection[str]) -> Iterator[tuple[Path, str]]:
    """Each file of mistakes with its text as it would be now; what is told the same stays as written."""
    project = Path(shutil.copytree(SOUND, folder / "sound"))
    for group, entries in GROUPS.items():
        if named and group not in named:
            continue
        file = FOLDER / f"{group}.yml"
        text = file.read_text(encoding="utf-8")
        starts = [key.start_mark.index for key, _ in yaml.compose(text, yaml.CSafeLoader).value]
        parts = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
        now = (_entry(name, entry, told(project, entry)) for name, entry in entries.items())
        yield file, text[: starts[0]] + "".join(new or part for new, part in zip(now, parts, strict=True))


def _entry(name: str, entry: dict[str, Any], now: dict[str, list[str]]) -> str:
    """An entry anew, "" where nothing else is told of it."""
    if all(entry.get(key) == value for key, value in now.items()):
        return ""
    return yaml.dump({name: entry | now}, allow_unicode=True, sort_keys=False, width=WIDE)


def broken(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file of what a broken project is told, with its text as it would be now."""
    for case in sorted(BROKEN.iterdir()):
        found = findings(laid_over(case, Path(tempfile.mkdtemp(dir=folder))))
        for language, name in EXPECTED.items():
            yield case / name, "".join(messages.line(finding, language) + "\n" for finding in found)


def main(*arguments: str) -> int:
    """Show the differences, and write them if asked to. Exit status 1 where there are any that are not."""
    others, write = 0, "--write" in arguments
    named = {Path(one).stem for one in arguments if one != "--write"}
    if strange := named - GROUPS.keys():
        sys.exit(f"No file of tests/mistakes: {', '.join(sorted(strange))}. There are {', '.join(GROUPS)}.")
    with tempfile.TemporaryDirectory() as name, time_machine.travel(TODAY, tick=False):
        folder = Path(name)
        for file, now in itertools.chain(mistakes(folder, named), () if named else broken(folder)):
            before = file.read_text(encoding="utf-8")
            lines = before.splitlines(keepends=True), now.splitlines(keepends=True)
            sys.stdout.writelines(difflib.unified_diff(*lines, str(file), str(file), n=0))
            others += now != before
            if write and now != before:
                file.write_text(now, encoding="utf-8")
    return 1 if others and not write else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

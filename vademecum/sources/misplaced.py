"""Files that lie where nothing looks for them, and those that programs leave behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.model import Finding, Location
from vademecum.sources.library import HANDBOOK, VOCABULARIES

# What editors' programs and systems leave: a copy before the last change, a lock, vim's probe, thumbnails.
LEFTOVER = re.compile(
    r"\..*|.*~|#.*#|~\$.*|4913|.*\.(?:bak|orig|rej|tmp|swp|part)|Thumbs\.db|desktop\.ini|ehthumbs\.db|Icon\r",
    re.IGNORECASE | re.DOTALL,
)
CASE = re.compile(rf"[a-z0-9-]+\.({'|'.join(LANGUAGES)})\.md")
TEXT = re.compile(r"[a-z0-9-]+\.(?:md|yml)")
FOLDERS = ("docs", "lexicon", "case_studies")
LISTS = ("references.yml", "acronyms.yml", VOCABULARIES)
SPELLINGS = {  # other names that a folder or list is given: its French one, a hyphen for the line
    "lexique": "lexicon",
    "lexicons": "lexicon",
    "etudes_de_cas": "case_studies",
    "cas": "case_studies",
    "cases": "case_studies",
    "sources.yml": "references.yml",
    "sigles.yml": "acronyms.yml",
}
MOST = 2_000  # characters of a file that tell what it is


def is_leftover(name: str) -> bool:
    """Whether a file is nothing that an editor wrote: hidden, or left behind by a program."""
    return LEFTOVER.fullmatch(name) is not None


def is_case(name: str) -> bool:
    """Whether a file is called as a case study is."""
    return CASE.fullmatch(name) is not None


def at_the_root(root: Path) -> Iterator[Finding]:
    """Content at the project's root, or in a folder of nearly the right name: nothing would read it."""
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if is_leftover(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            expected = _folder(entry.name, Path(entry.path))
        else:
            expected = _list(entry.name) or _entry(entry.name, Path(entry.path))
        if expected:
            values = {"found": entry.name, "expected": expected}
            yield Finding("wrong-folder", Location(entry.name), values)


def _folder(name: str, path: Path) -> str:
    """The folder that one of nearly its name, with content in it, was meant for."""
    plain = name.lower().replace("-", "_").replace(" ", "_").replace("é", "e")
    meant = SPELLINGS.get(plain) or nearest(plain, FOLDERS)
    holds = name not in FOLDERS and meant and any(child.suffix in (".md", ".yml") for child in path.iterdir())
    return f"{meant}/" if holds and len(plain) > 3 else ""


def _list(name: str) -> str:
    """The list that a file of nearly its name was meant for."""
    if name in LISTS or not name.endswith((".yml", ".yaml")):
        return ""
    stem = name.rpartition(".")[0].lower() + ".yml"
    return stem if stem in LISTS else SPELLINGS.get(stem) or nearest(stem, LISTS)


def _entry(name: str, path: Path) -> str:
    """Where an entry's file belongs, by its name or by what stands in it."""
    if is_case(name):
        return f"case_studies/{name}"
    if not TEXT.fullmatch(name) or name in LISTS:
        return ""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            start = file.read(MOST)
    except OSError:
        return ""
    if name.endswith(".yml"):
        return f"lexicon/{name}" if re.search(r"^terms:", start, re.MULTILINE) else ""
    if not start.startswith("---"):
        return ""
    if re.search(r"^authorities:", start, re.MULTILINE):
        return f"case_studies/{name.removesuffix('.md')}.fr.md"
    folder = f"{HANDBOOK}/" if re.search(r"^part:", start, re.MULTILINE) else ""
    return f"docs/fr/{folder}{name}" if re.search(r"^title:", start, re.MULTILINE) else ""

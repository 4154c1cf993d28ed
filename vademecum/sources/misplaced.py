"""Files that lie where nothing looks for them, and those that programs leave behind."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.model import Case, Chapter, Finding, FrontMatter, Location
from vademecum.model.kinds import KINDS, ONE
from vademecum.model.shapes import fields
from vademecum.model.tools import FOLDER as TOOL_FOLDER
from vademecum.model.tools import TOOLS
from vademecum.sources.library import BOOKLETS, FIGURES, HANDBOOK, VOCABULARIES
from vademecum.sources.misnamed import ENDINGS, case_name, copied_from, name_meant

# What editors' programs and systems leave: a copy before the last change, a lock, vim's probe, thumbnails.
LEFTOVER = regex(
    r"\..*|.*~|#.*#|~\$.*|4913|.*\.(?:bak|orig|rej|tmp|swp|part)|Thumbs\.db|desktop\.ini|ehthumbs\.db|Icon\r",
    re.IGNORECASE | re.DOTALL,
)
CASE = regex(rf"[a-z0-9-]+\.({'|'.join(LANGUAGES)})\.md")
TEXT = regex(r"[a-z0-9-]+\.(?:md|yml)")
FOLDERS = ("docs", "lexicon", "case_studies")
LISTS = ("references.yml", "acronyms.yml", VOCABULARIES)
OF_WORDS = tuple(f"words.{language}.txt" for language in LANGUAGES)
TABLE = regex(r"(references|acronyms|vocabularies)\.(?:csv|tsv|xlsx?|ods|json|txt|md)", re.IGNORECASE)
LIBRARY = regex(r"[\w-]+\.(?:bib|ris|enw)", re.IGNORECASE)
WORDS = regex(r"words(?:[._-](\w{2}))?\.(?:txt|csv|ya?ml|md)", re.IGNORECASE)
SPELLINGS = {  # other names that a folder or list is given: its French one, a hyphen for the line
    "lexique": "lexicon",
    "lexicons": "lexicon",
    "etudes_de_cas": "case_studies",
    "cas": "case_studies",
    "cases": "case_studies",
    "sources.yml": "references.yml",
    "sigles.yml": "acronyms.yml",
}
PICTURES = ("png", "jpg", "jpeg", "webp", "gif")
# Pictures that other programs save, which no browser, or no printed page, shows as they are.
OTHER_PICTURES = regex(r"(?s:.*)\.(?i:svg|tiff?|bmp|hei[cf]|avif|psd|ai|eps|pdf|jfif|ico)")
DOCUMENT = regex(r"(?s:.*)\.(?i:docx?|odt|rtf|pages|pdf|xlsx?|ods|numbers|pptx?|odp|html?)")
IN_ASSETS = f"docs/assets/*.{'|'.join(PICTURES)}"
IN_DOCS = (
    f"docs/<fr|en>/<id>.md, docs/<fr|en>/{HANDBOOK}/<id>.md, {IN_ASSETS}, "
    f"{FIGURES}<id>.yml, {TOOL_FOLDER}<kind>/<id>.yml, {BOOKLETS}"
)
REFERRED = ("chapter", "page", "case", "concept", "figure")  # kinds whose files texts refer to
OF_TONGUE = regex(rf"\Adocs/(?:{ONE})/")  # where the language of a text stands
KEYS = regex(r"^([a-z_]+):", re.MULTILINE)
OWN_KEYS = regex(r"^(?:terms|domain|definitions|kind|series):", re.MULTILINE)
MOST = 2_000  # characters of a file that tell what it is
# What only a case, and only a chapter, says above its text.
CASES, CHAPTERS = regex(r"^authorities:", re.MULTILINE), regex(r"^part:", re.MULTILINE)
FIGURE, ROWS = (regex(rf"^{key}:", re.MULTILINE) for key in ("kind", "(?:series|rows)"))


def is_leftover(name: str) -> bool:
    """Whether a file is nothing that an editor wrote: hidden, or left behind by a program."""
    return LEFTOVER.fullmatch(name) is not None


def is_case(name: str) -> bool:
    """Whether a file is called as a case study is."""
    return CASE.fullmatch(name) is not None


def at_the_root(root: Path) -> Iterator[Finding]:
    """Content at the project's root, or in a folder of its own making: nothing would read it."""
    for entry in _entries(root):
        if not entry.is_dir(follow_symlinks=False):
            if expected := _list(entry.name) or place_meant(Path(entry.path)):
                yield _misplaced(entry.name, expected)
            elif expected := _of_another_program(entry.name):
                values = {"found": entry.name, "expected": expected}
                yield Finding("unread-file", Location(entry.name), values)
        elif expected := _folder(entry.name, Path(entry.path)):
            yield _misplaced(entry.name, expected)
        elif entry.name not in FOLDERS:
            for within in _entries(Path(entry.path)):
                if within.name.endswith((".md", ".yml")) and (meant := _entry_meant(Path(within.path))):
                    yield _misplaced(f"{entry.name}/{within.name}", meant)


def of_case_name(root: Path, path: str) -> str:
    """Where a file below docs belongs that is called as a case: among the cases, unless it says nothing that
    only a case does, and what a chapter does.
    """
    start, name = _start_of(root / path), path.rpartition("/")[2]
    if not CHAPTERS.search(start) or CASES.search(start):
        return f"case_studies/{name}"
    return path.replace(name, CASE.sub(lambda found: f"{found[0].split('.')[0]}.md", name))


def chapter_meant(path: Path) -> str:
    """Where a file among the cases belongs that says what a chapter does, and not what a case does."""
    start = _start_of(path)
    if not CHAPTERS.search(start) or CASES.search(start):
        return ""
    name = name_meant(case_name(path.name), ".md")
    language = next((part for part in path.name.split(".")[1:] if part in LANGUAGES), LANGUAGES[0])
    return f"docs/{language}/{HANDBOOK}/{name}" if name else ""


def entry_at(path: str) -> tuple[str, str] | None:
    """The kind and id of the entry that a file holds, by its place; none for a file of another kind."""
    found = ((kind.name, kind.id_at(path)) for kind in KINDS if kind.name in REFERRED)
    return next((one for one in found if one[1]), None)


def held_beside(path: str) -> str:
    """What the folders in which a file below docs lies may hold."""
    if path.startswith("docs/assets/"):
        return IN_ASSETS
    if path.startswith(TOOL_FOLDER):
        return ", ".join(f"{TOOL_FOLDER}{kind}/<id>.yml" for kind in TOOLS)
    return IN_DOCS


def other_ending(language: str, folder: str, name: str) -> str:
    """Where a text belongs whose ending is that of another program: opening.markdown, opening.MD."""
    if language not in LANGUAGES or folder not in ("", HANDBOOK) or name.lower().endswith(".txt"):
        return ""
    ours = name_meant(name, ".md") if ENDINGS[".md"].search(name) else ""
    return "/".join(filter(None, ("docs", language, folder, ours))) if ours else ""


def is_other_picture(path: str) -> bool:
    """Whether a file is a picture as no page can show it."""
    return OTHER_PICTURES.fullmatch(path) is not None


def is_document(path: str) -> bool:
    """Whether a file is a text or table of an office's programs; a PDF among the pictures is a drawing."""
    drawing = path.startswith("docs/assets/") and path.lower().endswith(".pdf")
    return DOCUMENT.fullmatch(path) is not None and not drawing


def of_no_place(root: Path, path: str, holds: str) -> Finding:
    """What is told of a file that belongs nowhere; `holds` is what its folder does."""
    folder, _, name = path.rpartition("/")
    ending = name[name.rfind(".") :]
    original = copied_from(name, ending) if ending in ENDINGS else ""
    if original and os.path.lexists(root / folder / original):
        return Finding("copied-file", Location(path), {"found": name, "other": f"{folder}/{original}"})
    if is_document(path):
        return Finding("other-document", Location(path), {"found": name, "expected": _document_meant(path)})
    if is_other_picture(path):
        return Finding("picture-format", Location(path), {"found": name})
    return Finding("misplaced-file", Location(path), {"found": name, "expected": holds})


def _document_meant(path: str) -> str:
    """Where the words of a document belong, by the folder in which it lies."""
    of_folder = {"lexicon": "lexicon/<id>.yml", "case_studies": "case_studies/<id>.fr.md"}
    return of_folder.get(path.partition("/")[0], f"docs/{_language_of(Path(path))}/{HANDBOOK}/<id>.md")


def text_meant(data: Any, path: str, chapter: bool) -> str:
    """Where a text below docs belongs, by what only a case or a chapter says; "" where it is in its place."""
    keys = data.keys() if isinstance(data, dict) else set()
    _, language, *_, name = path.split("/")
    if "part" in keys:
        return "" if chapter else f"docs/{language}/{HANDBOOK}/{name}"
    is_case = len(keys & _of_cases()) > 1  # one may be a slip
    return f"case_studies/{name.removesuffix('.md')}.{language}.md" if is_case else ""


@functools.cache
def _of_cases() -> frozenset[str]:
    """The keys that a case has, and no other text."""
    case, *others = ({field.key for field in fields(model)} for model in (Case, Chapter, FrontMatter))
    return frozenset(case.difference(*others))


def holds_fields(path: Path) -> bool:
    """Whether a file that has another ending begins as one of ours of YAML does."""
    return OWN_KEYS.search(_first_signs(path)) is not None


def tool_meant(path: Path) -> str:
    """Where a tool's file belongs, by keys that only one kind of tools has; "" where they tell of none."""
    if path.suffix != ".yml":
        return ""
    keys = {kind: {field.key for field in fields(model)} for kind, model in TOOLS.items()}
    found = set(KEYS.findall(_start_of(path)))
    own = {
        kind: found & known - set().union(*(others for other, others in keys.items() if other != kind))
        for kind, known in keys.items()
    }
    kinds = [kind for kind, known in own.items() if known]
    return f"{TOOL_FOLDER}{kinds[0]}/{path.name}" if len(kinds) == 1 else ""


def _misplaced(path: str, expected: str) -> Finding:
    return Finding("wrong-folder", Location(path), {"found": path, "expected": expected})


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, in order, but for what programs left there; nothing of one that is not to be
    read.
    """
    try:
        return sorted(
            (entry for entry in os.scandir(folder) if not is_leftover(entry.name)), key=lambda one: one.name
        )
    except OSError:
        return []


def _folder(name: str, path: Path) -> str:
    """The folder that one of nearly its name, with content in it, was meant for."""
    plain = name.lower().replace("-", "_").replace(" ", "_").replace("é", "e")
    meant = SPELLINGS.get(plain) or nearest(plain, FOLDERS)
    if name in FOLDERS or not meant or len(plain) <= 3:
        return ""
    try:
        holds = any(child.endswith((".md", ".yml")) for child in os.listdir(path))
    except OSError:
        return ""
    return f"{meant}/" if holds else ""


def _list(name: str) -> str:
    """The list that a file of nearly its name was meant for."""
    if name in LISTS or not name.endswith((".yml", ".yaml")):
        return ""
    stem = name.rpartition(".")[0].lower() + ".yml"
    return stem if stem in LISTS else SPELLINGS.get(stem) or nearest(stem, LISTS)


def _of_another_program(name: str) -> str:
    """The list that a file of another program's was meant for: a bibliography, a table; a list of words of a
    language that is none of ours.
    """
    if tables := TABLE.fullmatch(name):
        return f"{tables[1].lower()}.yml"
    if LIBRARY.fullmatch(name):
        return LISTS[0]
    if not (of_words := WORDS.fullmatch(name)) or name in OF_WORDS:
        return ""
    language = of_words[1].lower() if of_words[1] else ""
    return next((known for known in OF_WORDS if f".{language}." in known), " / ".join(OF_WORDS))


def place_meant(path: Path) -> str:
    """Where a file belongs, by its name or by what stands in it; "" where neither tells."""
    name = path.name
    if is_case(name):
        return f"case_studies/{name}"
    if not TEXT.fullmatch(name) or name in LISTS:
        return ""
    if meant := _entry_meant(path):
        return meant
    titled = name.endswith(".md") and re.search(r"^title:", _start_of(path), re.MULTILINE)
    return f"docs/{_language_of(path)}/{name}" if titled else ""


def _entry_meant(path: Path) -> str:
    """Where an entry's file belongs, by what it says that only such an entry does."""
    start, name = _start_of(path), path.name
    if name.endswith(".yml"):
        if FIGURE.search(start) and ROWS.search(start):
            return f"{FIGURES}{name}"
        return f"lexicon/{name}" if re.search(r"^terms:", start, re.MULTILINE) else ""
    if is_case(name) and re.search(r"^title:", start, re.MULTILINE):
        return f"case_studies/{name}"
    if CASES.search(start):
        return f"case_studies/{name.removesuffix('.md')}.{_language_of(path)}.md"
    return f"docs/{_language_of(path)}/{HANDBOOK}/{name}" if CHAPTERS.search(start) else ""


def _language_of(path: Path) -> str:
    """The language that one of a path's folders is called by, else the first of ours."""
    return next((part for part in path.parts[-4:-1] if part in LANGUAGES), LANGUAGES[0])


def _start_of(path: Path) -> str:
    """The first lines of a file of YAML, or of one that has fields above its text."""
    start = _first_signs(path)
    return start if path.suffix == ".yml" or start.startswith("---") else ""


def _first_signs(path: Path) -> str:
    """What a file begins with; no link or pipe is opened."""
    try:
        if path.is_symlink() or not path.is_file():
            return ""
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(MOST)
    except OSError:
        return ""

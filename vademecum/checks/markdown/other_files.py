"""Links to files by their paths: of the other language, of no page, or in another folder."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Collection, Container, Iterable, Iterator

from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.document.targets import target_of
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.model.fields import ENTRY_KINDS
from vademecum.sources.library import language_of

DOCUMENT = regex(r"(?i:\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|zip))\Z")


def code_of_path(
    written: str, near: str, origin: Origin, files: Container[str], pictures: Container[str]
) -> str:
    """The code of what is wrong with a path to no page: a file may be there, of which no page is made."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(origin.file.path), written))
    if path in pictures:
        return "linked-picture"
    if path in files:
        return "unshown-file"
    return "kept-document" if not near and DOCUMENT.search(written) else "unknown-page"


def beside(origin: Origin, paths: Collection[str]) -> tuple[str, ...]:
    """Paths from the project's root as the origin's file would write them."""
    return _from(posixpath.dirname(origin.file.path), tuple(paths))


@functools.lru_cache(maxsize=8)
def _from(folder: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Paths as a folder's files write them: worked out once, though many links lead nowhere."""
    return tuple(posixpath.relpath(path, folder) for path in paths)


def elsewhere(written: str, origin: Origin, files: Iterable[str]) -> str:
    """The path to the one file of this name that lies in another folder; "" for none or several."""
    named = [path for path in files if posixpath.basename(path) == posixpath.basename(written)]
    return posixpath.relpath(named[0], posixpath.dirname(origin.file.path)) if len(named) == 1 else ""


def as_entry(path: str, origin: Origin, pages: Container[tuple[str, str]]) -> str:
    """A path, or where it leads to an entry from another folder its kind and id: case:grenoble."""
    target, _ = target_of(path, origin.file.path)
    away = path.startswith("../") and target.kind in ENTRY_KINDS
    return f"{target.kind}:{target.id}" if away and (target.kind, target.id) in pages else path


def other_file(link: inlines.Link, origin: Origin, files: Container[str]) -> Iterator[Finding]:
    """A remark on a link to a page by the path of its file in another language than the text's, where it has
    one in that too.
    """
    target, spoken = link.target, language_of(origin.file.path)
    if not target.written.partition("#")[0].endswith(".md") or not spoken:
        return
    folder = posixpath.dirname(origin.file.path)
    path = posixpath.normpath(posixpath.join(folder, target.written.partition("#")[0]))
    if (other := language_of(path)) in ("", spoken):
        return
    own = path.replace(f"/{other}/", f"/{spoken}/", 1).replace(f".{other}.md", f".{spoken}.md")
    if path not in files or own not in files:
        return
    entry = f"{target.kind}:{target.id}"
    near = entry if target.kind in ENTRY_KINDS else posixpath.relpath(own, folder)
    near += f"#{target.anchor}" if target.anchor else ""
    values = {"found": target.written, "nearest": near}
    yield Finding("other-file", origin.location(origin.find(target.written, link.at, link.end)), values)

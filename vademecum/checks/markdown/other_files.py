"""Links to the file of the other language, which lead to the page of their own."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterator

from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.model import Finding
from vademecum.model.fields import ENTRY_KINDS
from vademecum.sources.library import language_of


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

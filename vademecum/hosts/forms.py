"""What pages need of the form: its own data, the way to it from an entry, the files that it reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from vademecum.editing import form
from vademecum.editing.skeleton import skeleton
from vademecum.exports.tools import Download
from vademecum.language.words import words
from vademecum.model.kinds import KINDS, Kind
from vademecum.pages.addresses import relative
from vademecum.pages.edition import Edition
from vademecum.pages.forms import kind_of
from vademecum.pages.page import Page
from vademecum.pages.setting import Setting
from vademecum.sources.source_file import SourceFile

FORMAT = "vade-mecum/draft"
ENTRY = "entry.json"
# Where each kind of forge takes a new file, and where it lets one be edited; the path or folder comes after.
FORGES = {"github": ("new/main/", "edit/main/"), "gitlab": ("-/new/main/", "-/edit/main/")}


def view(edition: Edition, page: Page) -> dict[str, Any] | None:
    """What the template of a form's page is told; none for any other page."""
    name = kind_of(page.id) if page.kind == "index" else ""
    if not name:
        return None
    setting = edition.setting
    root = relative("", page.address)
    data = form.data(edition, name) | {"forge": _forge(setting), "contact": setting.contact, "root": root}
    return {
        "name": name,
        "contact": setting.contact,
        "data": data,
        "template": _template(name, edition),
    }


def _forge(setting: Setting) -> dict[str, str] | None:
    """Where the project's forge takes files; none where the project has no repository or an unknown forge."""
    if not (setting.repository and setting.forge in FORGES):
        return None
    new, edit = (f"{setting.repository.rstrip('/')}/{way}" for way in FORGES[setting.forge])
    return {"kind": setting.forge, "new": new, "edit": edit}


def correction(edition: Edition, page: Page) -> str:
    """The way from an entry's page to the form that opens it; "" where no form writes its kind."""
    if not _is_entry(page):
        return ""
    address = edition.addresses.of("index", f"propose-{page.kind}", page.language)
    return f"{relative(address, page.address)}?entry={page.address}{ENTRY}"


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def _template(name: str, edition: Edition) -> str:
    """What the file to fill in without the form is called."""
    return f"{words(edition.language)['form']['template_file']}-{name}.txt"


def _is_entry(page: Page) -> bool:
    return page.kind in form.WRITES and page.source is not None


def offered(edition: Edition, page: Page) -> Iterator[Download]:
    """The files beside a page that have to do with the form: beside an entry's, what stands in its source, as
    data; beside the form's own, a new file to fill in without it.
    """
    if name := kind_of(page.id) if page.kind == "index" else "":
        text = skeleton(_kind(name), edition.language)
        yield Download("template", f"{page.address}{_template(name, edition)}", text.encode())
    if _is_entry(page) and page.source:
        file = edition.library.documents[page.source]
        yield Download("entry", f"{page.address}{ENTRY}", json.dumps(_entry(edition, page, file)).encode())


def _entry(edition: Edition, page: Page, file: SourceFile) -> dict[str, Any]:
    made = {"format": FORMAT, "kind": page.kind, "id": page.id, "path": file.path, "file": file.data}
    made["text"] = file.text
    if page.kind == "case":
        case = edition.library.cases[page.id]
        made |= {"body": file.body, "silent": case.facts.silent}
        made |= {"kind": "case-translation"} if page.spoken != case.original else {}
    return made

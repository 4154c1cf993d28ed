"""What pages need of the form: its own data, the way to it from an entry, the files that stand beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from vademecum.editing import form
from vademecum.editing.skeleton import Known, skeleton
from vademecum.hosts.bundles import digest
from vademecum.hosts.settings import FORGES
from vademecum.language.words import words
from vademecum.model.kinds import KINDS, Kind
from vademecum.pages.common.addresses import relative
from vademecum.pages.common.page import Page
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.handbook.forms import LATER, kind_of
from vademecum.sources.text.source_file import SourceFile

FORMAT = "vade-mecum/draft"
RULES = "rules.js"  # a script: pages that are opened from a disk can ask for no data
ENTRIES = "entries-{}.json"  # those of a kind whose ids begin alike, so that a site has few such files


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
        "later": LATER,
        "rules": f"{RULES}?{digest(_rules(edition, name))}",
        "template": _template(name, edition),
    }


def _rules(edition: Edition, name: str) -> bytes:
    """The script that gives a form the data of its rules."""
    if (key := ("form rules", name)) not in edition.kept:
        made = json.dumps(form.rules(edition, name), ensure_ascii=False, separators=(",", ":"))
        edition.kept[key] = f"globalThis.vmFormRules={made};\n".encode()
    found: bytes = edition.kept[key]
    return found


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
    return f"{relative(address, page.address)}?entry={page.id}"


def _kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def _template(name: str, edition: Edition) -> str:
    """What the file to fill in without the form is called."""
    return f"{words(edition.language)['form']['template_file']}-{name}.txt"


def _is_entry(page: Page) -> bool:
    return page.kind in form.WRITES and page.source is not None


def files(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The files beside the forms' pages, by their paths below the language's root, and what makes each: a new
    file to fill in without the form, the data of its rules, and what stands in the entries' sources.
    """
    found: dict[str, Callable[[], bytes]] = {}
    for name in form.WRITES:
        if page := edition.by_key.get(("index", f"propose-{name}")):
            found[page.address + _template(name, edition)] = partial(_skeleton, name, edition)
            found[page.address + RULES] = partial(_rules, edition, name)
            for begins, entries in _by_beginning(edition, name).items():
                found[page.address + ENTRIES.format(begins)] = partial(_entries, edition, entries)
    return found


def _skeleton(name: str, edition: Edition) -> bytes:
    known = Known(edition.library.vocabularies)
    return skeleton(_kind(name), edition.language, known=known).encode()


def _by_beginning(edition: Edition, kind: str) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = defaultdict(list)
    for page in edition.pages:
        if page.kind == kind and _is_entry(page):
            found[page.id[0]].append(page)
    return found


def _entries(edition: Edition, pages: Iterable[Page]) -> bytes:
    """Entries by their ids, as the form reads them (theme/assets/scripts/form-opening.js)."""
    documents = edition.library.documents
    return json.dumps(
        {page.id: _entry(edition, page, documents[page.source]) for page in pages if page.source}
    ).encode()


def _entry(edition: Edition, page: Page, file: SourceFile) -> dict[str, Any]:
    made = {"format": FORMAT, "kind": page.kind, "id": page.id, "path": file.path, "file": file.data}
    made["text"] = file.text
    if page.kind == "case":
        case = edition.library.cases[page.id]
        made |= {"body": file.body, "silent": case.facts.silent}
        made |= {"kind": "case-translation"} if page.spoken != case.original else {}
    return made

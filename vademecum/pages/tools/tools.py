"""The tools: the list of them, and each on its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vademecum.document import inlines, tree
from vademecum.document.tree import Block
from vademecum.language.collation import sort_key
from vademecum.language.words import said_in
from vademecum.model import Tool
from vademecum.model.markers import RefersTo
from vademecum.model.tools import TOOLS, Checklist, Diagnosis, Markers, ReadingPath, Sheet, Survey
from vademecum.model.walk import walk
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.page import Page, PageText
from vademecum.pages.common.reading_time import minutes
from vademecum.pages.common.text_builder import (
    TextBuilder,
    box,
    heading,
    paragraph,
    plain,
    signature,
    to_entry,
)
from vademecum.pages.tools.checklists import ChecklistWriter
from vademecum.pages.tools.diagnoses import DiagnosisWriter
from vademecum.pages.tools.markers import MarkersWriter
from vademecum.pages.tools.paths import PathWriter
from vademecum.pages.tools.sheets import SheetWriter, length
from vademecum.pages.tools.surveys import SurveyWriter
from vademecum.pages.tools.tool_writer import ToolWriter
from vademecum.sources.library import GROUPS

WRITERS: dict[type[Tool], type[ToolWriter[Any]]] = {
    ReadingPath: PathWriter,
    Diagnosis: DiagnosisWriter,
    Sheet: SheetWriter,
    Checklist: ChecklistWriter,
    Survey: SurveyWriter,
    Markers: MarkersWriter,
}
STYLES: dict[type[Tool], tuple[str, ...]] = {
    Diagnosis: ("diagnosis.css",),
    ReadingPath: ("diagnosis.css", "path.css"),
}
SCRIPTS: dict[type[Tool], tuple[str, ...]] = {
    Diagnosis: ("keeping.js", "diagnosis-profile.js", "diagnosis.js"),
    ReadingPath: ("keeping.js", "path.js"),
}


def pages(library: LanguageLibrary) -> list[Page]:
    """The pages of the tools, without their texts, kind by kind in the order of the list."""
    tools = library.library.tools.values()
    return [_page(tool, library) for model in TOOLS.values() for tool in _of(model, tools, library.language)]


def _of(model: type[Tool], tools: Iterable[Tool], language: str) -> list[Tool]:
    """The tools of a kind, by their numbers, then their titles."""
    found = [tool for tool in tools if type(tool) is model]
    return sorted(found, key=lambda tool: (tool.order, sort_key(said_in(tool.title, language)[0])))


def _page(tool: Tool, library: LanguageLibrary) -> Page:
    title, spoken = said_in(tool.title, library.language)
    audience = said_in(tool.audience, spoken)[0] if isinstance(tool, (Sheet, ReadingPath)) else None
    return Page(
        "tool",
        tool.id,
        library.language,
        spoken,
        title,
        library.address("tool", tool.id),
        lead=said_in(tool.summary, spoken)[0],
        audience=audience,
        eyebrow=library.words["tools"]["kinds"][kind_of(tool)],
        breadcrumb=library.crumbs("tools"),
        source=tool.path(),
        styles=STYLES.get(type(tool), ()),
        scripts=SCRIPTS.get(type(tool), ()),
    )


def kind_of(tool: Tool) -> str:
    """The kind of a tool, by the name of its folder."""
    return next(name for name, model in TOOLS.items() if type(tool) is model)


def shown_by(tool: Tool, library: LanguageLibrary) -> tuple[object, ...]:
    """What a tool's page shows besides its own file: the titles of the entries that it leads to, and how long
    those of a reading path take.
    """
    values = [str(step.value).partition(":") for step in walk(tool, RefersTo) if ":" in str(step.value)]
    named = [(kind, id_) for kind, _, id_ in values]
    titles = [library.title(kind, id_, library.language) for kind, id_ in named]
    times = [minutes(kind, id_, library) for kind, id_ in named] if isinstance(tool, ReadingPath) else []
    return titles, times


def write(tool: Tool, page: Page, library: LanguageLibrary) -> PageText:
    """The text of a tool's page."""
    return WRITERS[type(tool)](tool, page.spoken, library).text()


def view(tool: Tool) -> dict[str, Any]:
    """What the templates are told of a tool: what it is, how its grades are read."""
    scale = tool.scale.model_dump() if isinstance(tool, Diagnosis) else None
    return {"id": tool.id, "kind": kind_of(tool), "scale": scale}


# -- the list ---------------------------------------------------------------------------------------------


def listed(builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """The list of tools, kind by kind, each kind with what is told of it."""
    for name, model in TOOLS.items():
        if tools := _of(model, library.library.tools.values(), library.language):
            yield from _group(name, builder, library)
            yield box("cards", (_card(tool, library) for tool in tools))


def _group(name: str, builder: TextBuilder, library: LanguageLibrary) -> Iterator[Block]:
    """A kind's title and introduction; without them, what it is called."""
    group = library.library.groups.get(name)
    if group is None:
        yield heading(library.words["tools"]["kinds"][name], name)
        return
    yield tree.Heading(2, builder.words(group.title), name)
    file = library.library.documents[GROUPS]
    yield from builder.localised(file, (name, "introduction"), group.introduction)


def _card(tool: Tool, library: LanguageLibrary) -> Block:
    language = library.language
    (title, spoken), (summary, summed) = said_in(tool.title, language), said_in(tool.summary, language)
    link = to_entry("tool", tool.id, title)
    blocks: list[Block] = [tree.Paragraph((inlines.Strong((link,), spoken if spoken != language else ""),))]
    blocks.append(paragraph(summary, summed if summed != language else ""))
    if isinstance(tool, Sheet):
        blocks.append(signature(plain(length(tool.duration, language))))
    return box("card", blocks, shades=("tool",))

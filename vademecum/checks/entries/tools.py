"""Tools -> findings about what they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vademecum.language.collation import letters
from vademecum.model import Finding
from vademecum.model.shapes import fields
from vademecum.model.tools import (
    TOLD,
    Asked,
    Checklist,
    Diagnosis,
    Graded,
    Marker,
    Markers,
    Point,
    Sheet,
    Survey,
    Theme,
    Tool,
)
from vademecum.model.walk import walk
from vademecum.sources.library import Library
from vademecum.sources.text.source_file import SourceFile

Texts = Mapping[tuple[str, ...], Mapping[str, str]]  # by their paths, in each language


def tools(library: Library) -> Iterator[Finding]:
    """What is wrong between the fields of each tool."""
    for tool in library.tools.values():
        document = library.documents[tool.path()]
        yield from _unsourced(tool, document)
        if isinstance(tool, Sheet):
            yield from _sheet(tool, document)
        elif isinstance(tool, Diagnosis):
            yield from _diagnosis(tool, document)
        elif isinstance(tool, Checklist):
            points: Texts = {("points", key): point.text for key, point in tool.points.items()}
            yield from _alike(points, document)
        elif isinstance(tool, Survey):
            asked: Texts = {
                ("sections", section, "questions", key): question.text
                for section, group in tool.sections.items()
                for key, question in group.questions.items()
            }
            yield from _alike(asked, document)
        elif isinstance(tool, Markers):
            yield from _idle(tool, document)
            for flow in tool.flows:
                labels: Texts = {
                    ("markers", key): one.label for key, one in tool.markers.items() if one.flow == flow
                }
                yield from _alike(labels, document, "label")


def _alike(texts: Texts, document: SourceFile, field: str = "text") -> Iterator[Finding]:
    """Two points, questions, markers or themes of a tool in the same words."""
    seen: set[tuple[str, str]] = set()
    for path, said in texts.items():
        for language, text in said.items():
            words = (language, letters(text))
            if words in seen:
                yield Finding(
                    "said-twice",
                    document.where(*path, field, language),
                    {"found": text[:60]},
                )
                break
            seen.add(words)


def _idle(tool: Markers, document: SourceFile) -> Iterator[Finding]:
    """A flow that no marker is of; where a marker's is unknown, it may be meant."""
    used = {marker.flow for marker in tool.markers.values()}
    for flow in tool.flows if used <= tool.flows.keys() else ():
        if flow not in used:
            yield Finding("unused-flow", document.where("flows", flow, key=True), {"found": flow})


def _unsourced(tool: Tool, document: SourceFile) -> Iterator[Finding]:
    """A point, a question or a marker of which nobody can tell whose words it has."""
    for step in walk(tool, kind="model"):
        one = step.value
        if isinstance(one, (Point, Asked, Graded, Marker)) and not (one.sources or _is_ours(one)):
            near = "ours: [shows, holder, scale, caution]" if isinstance(one, Marker) else "ours: true"
            values = {"found": str(step.path[-1]), "nearest": near}
            yield Finding("unsourced", document.where(*step.path, key=True), values)


def _is_ours(one: Point | Asked | Graded | Marker) -> bool:
    """Whether all that is said of something is said to be the editors' own."""
    return set(TOLD) <= set(one.ours) if isinstance(one, Marker) else one.ours


def _sheet(tool: Sheet, document: SourceFile) -> Iterator[Finding]:
    """A fault where a session's steps take another time than it has, or its group is of no size."""
    whole = sum(step.minutes for step in tool.steps)
    if whole != tool.duration:
        values = {"found": str(whole), "expected": str(tool.duration)}
        yield Finding("minutes-differ", document.where("duration"), values)
    if tool.group.least > tool.group.most:
        values = {"found": f"min: {tool.group.least}, max: {tool.group.most}"}
        yield Finding("least-above-most", document.where("group", "min"), values)


def _diagnosis(tool: Diagnosis, document: SourceFile) -> Iterator[Finding]:
    """A fault where a mean would be both low and high, or none between them."""
    scale = tool.scale
    if scale.low_below > scale.high_from:
        values = {"found": f"low_below: {scale.low_below:g}, high_from: {scale.high_from:g}"}
        yield Finding("bounds-exchanged", document.where("scale", "low_below"), values)
    elif scale.low_below == scale.high_from:  # no mean would be a middle one
        values = {
            "key": "scale.low_below",
            "found": f"{scale.low_below:g}",
            "limit": f"{scale.high_from:g}",
            "bound": "below",
        }
        yield Finding("out-of-range", document.where("scale", "low_below"), values)
    yield from _alike({("themes", key): theme.title for key, theme in tool.themes.items()}, document, "title")
    yield from _advice(tool, document)
    for theme, questions in ((key, theme.questions) for key, theme in tool.themes.items()):
        for key, question in questions.items():
            texts = [answer[original] for answer in question.answers for original in list(answer)[:1]]
            for number, text in enumerate(texts):
                if text in texts[:number]:
                    path = ("themes", theme, "questions", key, "answers", number)
                    yield Finding("said-twice", document.where(*path), {"found": text[:60]})


def _texts(theme: Theme) -> Iterator[tuple[str, str]]:
    """The texts of a theme, each with its key and in the language that it was first written in."""
    for field in fields(type(theme)):
        first = next(iter(getattr(theme, field.name).values()))
        if isinstance(first, str):
            yield field.key, first


def _advice(tool: Diagnosis, document: SourceFile) -> Iterator[Finding]:
    """A theme that suggests the same for two means."""
    for key, theme in tool.themes.items():
        seen: dict[str, str] = {}
        for grade, text in _texts(theme):
            if other := seen.get(letters(text)):
                values = {"found": text[:60], "other": other}
                yield Finding("same-advice", document.where("themes", key, grade), values)
            seen.setdefault(letters(text), grade)

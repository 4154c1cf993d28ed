"""What goes into a field in which nothing stands: its choices, its form, or an example."""

from __future__ import annotations

from collections.abc import Collection

from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import ALL, choices, named_choices
from vademecum.model import Finding, Model
from vademecum.model.descriptions import description, example, flow
from vademecum.model.markers import Form, InLanguage, RefersTo, Vocabulary
from vademecum.model.shapes import Shape, fields
from vademecum.model.walk import Path
from vademecum.sources.meant.showing import name_of
from vademecum.sources.meant.suggestions import called
from vademecum.sources.text.source_file import SourceFile

LEAVES = ("text", "choice", "integer", "number", "boolean")


def wanted(shape: Shape | None) -> dict[str, str]:
    """What a message tells of an empty field; {} of one whose words are the editor's own."""
    if shape is None or (shape.is_key and not (shape.choices or Vocabulary in shape.marks)):
        return {}
    several = shape.kind == "list" and shape.items is not None and shape.items.kind in LEAVES
    item = shape.items if several and shape.items else shape
    listed = "-listed" if several else ""
    whole = example(shape, whole=True) if several else {}
    if vocabulary := item.mark(Vocabulary):
        return {"fills": f"choices{listed}", "vocabulary": vocabulary.name, **whole}
    if item.choices:
        return {"fills": f"choices{listed}", **chosen(item.choices), **whole}
    if form := _form(item):
        return {"fills": "form", "form": form, **example(shape, whole=True)}
    if shape.kind == "text" and not several:
        return {}
    return {"fills": "example", **example(shape, whole=True)}


def emptiness(document: SourceFile, path: Path, shape: Shape | None, *, required: bool) -> Finding:
    """What is told of a field, or of a key, in which nothing stands."""
    if path[-1:] == ("",):
        values = {"key": name_of(path[:-1]) or document.path, **wanted(shape)}
        return Finding("empty-key", document.where(*path, key=True), values)
    code = "empty-required" if required else "empty"
    return Finding(code, document.where(*path), {"key": name_of(path), **wanted(shape)})


def of_entry(model: type[Model], id_: str) -> dict[str, str]:
    """What a message tells of an id below which nothing stands: an entry with what it must have."""
    needed = [field for field in fields(model) if field.required]
    needed = needed or [field for field in fields(model) if InLanguage in field.shape.marks]
    told = {"fills": "example"}
    for language in LANGUAGES:
        entry = {field.key: description(field.shape.of).examples.get(language, "…") for field in needed}
        told[f"example.{language}"] = flow({id_: entry})[1:-1]
    return told


def chosen(values: Collection[str], found: str = "") -> dict[str, str]:
    """The values of a choice as a message tells them; `found` is one of which nothing is guessed."""
    names = called(frozenset(values))
    named = named_choices({value: names[value] for value in values}, found) if names else {}
    return {"choices": choices(values, ALL), **named}


def built(shape: Shape, near: str) -> dict[str, str]:
    """What a message tells of a value that is built in another way than its field."""
    told, fills = example(shape, whole=True), wanted(shape)
    if not near and fills.get("fills") == "choices-listed":
        return told | fills | {"fills": "choices"}
    refers = shape.items.mark(RefersTo) if shape.items else None
    return told | ({"refers": refers.kinds[0]} if refers and len(refers.kinds) == 1 else {})


def _form(shape: Shape) -> str:
    """How a text that means something is written, as messages.yml names it; "" for any other."""
    form, refers = shape.mark(Form), shape.mark(RefersTo)
    if (
        refers
        and len(refers.kinds) == 1
        and not refers.within
        and refers.kinds[0] in ("reference", "concept")
    ):
        return f"of-{refers.kinds[0]}"
    return form.name if form else ""

"""A page with a form to propose an entry: what stands on it without scripts.

That is the list of the entry's fields, from the model. The form itself is made in the browser from the data
that `editing/form.py` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vademecum.document import inlines, tree
from vademecum.document.inlines import Inlines, Text
from vademecum.document.tree import Block, Blocks
from vademecum.model import SECTIONS, Case, Concept, Model
from vademecum.model.descriptions import description
from vademecum.model.shapes import Field, Shape, fields
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, heading, items, plain

# The page of a form -> the model of what it proposes.
FORMS: dict[str, type[Model]] = {"propose-case": Case, "propose-concept": Concept}
STYLES = ("form.css",)
# In the order in which they are read: each uses those before it.
SCRIPTS = (
    *("keeping.js", "form-draft.js", "form-words.js", "form-known.js", "form-controls.js", "form-fields.js"),
    *("form-opening.js", "form-parts.js", "form.js"),
)
# What the form asks for when somebody begins to write: the rules, what tells, draws and sends.
LATER = (
    *("form-yaml.js", "form-source.js", "form-characters.js", "form-links.js", "form-prose.js"),
    *("form-slips.js", "form-unsaid.js", "form-facts.js", "form-meant.js", "form-values.js", "form-rules.js"),
    *("form-blocks.js", "form-preview.js", "form-sending.js", "form-told.js"),
)


def kind_of(id_: str) -> str:
    """What a form's page proposes: "case" or "concept"; "" for any other page."""
    return id_.removeprefix("propose-") if id_ in FORMS else ""


def writer(id_: str) -> Callable[[TextBuilder, LanguageLibrary], Iterator[Block]]:
    """What writes the page of a form."""
    return lambda _, library: _by_hand(FORMS[id_], library)


def _by_hand(model: type[Model], library: LanguageLibrary) -> Iterator[Block]:
    """How to propose an entry without the form: which fields it has, in the words of the model."""
    said = library.words["form"]
    lines: list[Block] = [tree.Paragraph(plain(said["by_hand_text"]))]
    lines.append(_entries(model, library))
    if model is Case:
        titles = library.words["case"]["sections"]
        lines.append(tree.Paragraph(plain(said["sections_text"])))
        lines.append(items(plain(titles[name]) for name in SECTIONS))
    yield tree.Box("by-hand", (heading(said["by_hand"], "by-hand"), *lines))


def _entries(model: type[Model], library: LanguageLibrary) -> tree.Entries:
    return tree.Entries(tuple(_entry(field, library) for field in fields(model)))


def _entry(field: Field, library: LanguageLibrary) -> tree.Entry:
    """A field by its name, what it is for, whether it is required, and the fields inside it."""
    language, said = library.language, library.words["form"]
    told = description(field.shape.of)
    name: Inlines = (*plain(told.label[language]), Text(" "), inlines.Code(field.key))
    more = [told.help[language], said["required"]] if field.required else [told.help[language]]
    definitions: tuple[Blocks, ...] = ((tree.Line(_written(". ".join(filter(None, more)))),),)
    if inner := _model(field.shape):
        definitions += ((_entries(inner, library),),)
    return tree.Entry(name, definitions)


def _written(help_: str) -> Inlines:
    """The words of a field's help, with what one writes, between backticks, as code."""
    parts = enumerate(" ".join(help_.split()).split("`"))
    return tuple(inlines.Code(part) if at % 2 else Text(part) for at, part in parts if part)


def _model(shape: Shape) -> type[Model] | None:
    """The model of what a field holds, once or several times."""
    return shape.model or (_model(shape.items) if shape.items else None)

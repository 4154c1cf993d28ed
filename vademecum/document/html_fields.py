"""Room for the reader -> HTML: fields to write in, and questions with their options."""

from __future__ import annotations

from vademecum.document import tree
from vademecum.document.escaping import attributes
from vademecum.document.html_inlines import InlineWriter
from vademecum.language.typography import typeset


def field(name: str, label: str, lines: int) -> str:
    """A field to write in, so many lines high."""
    named = ("name", name), ("rows", str(lines)), ("aria-label", label)
    return f"<textarea{attributes(*named)}></textarea>"


def blank(writer: InlineWriter, node: tree.Blank, language: str) -> None:
    """A field on its own, its label set in the language's type."""
    writer.out.append(field(node.name, typeset(node.label, language), node.lines))


def question(writer: InlineWriter, node: tree.Question, language: str) -> None:
    """A question, and a button for each of its options, of which one is pressed."""
    spoken = node.lang or language
    named = ("class", "question"), ("id", node.anchor), ("lang", node.lang)
    writer.out.append(f"<fieldset{attributes(*named)}><legend>")
    writer.words(node.content, spoken)
    writer.out.append("</legend>")
    for number, option in enumerate(node.options):
        button = ("type", "radio"), ("name", node.name), ("value", str(number))
        grade = f"<b>{number}</b> " if node.graded else ""
        writer.out.append(f"<label><input{attributes(*button)}> {grade}<span>")
        writer.words(option, spoken)
        writer.out.append("</span></label>")
    writer.out.append("</fieldset>")

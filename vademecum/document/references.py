"""References -> the label of a citation (author and date) and the full entry of a list, as Markdown."""

from __future__ import annotations

import datetime
import re

from vademecum.language.formats import long_date
from vademecum.language.words import words
from vademecum.model import Name, Reference

# Every field but the note is plain text: no mark in it means anything.
MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|&])")


def label(reference: Reference, language: str) -> str:
    """How the text cites a work: by its own label, else by author and year: "Ciedel-CUF 2019", "Favreau et al. 2008", "Gely, s. d."."""
    if reference.citation_label:
        return reference.citation_label
    names = [name.short for name in reference.author or reference.editor]
    said = words(language)["references"]
    if not names:
        who = reference.title_short or reference.title
    elif len(names) > 2:
        who = f"{names[0]} {said['others']}"
    else:
        who = f" {said['and']} ".join(names)
    return f"{who} {reference.issued[:4]}" if reference.issued else f"{who}, {said['undated']}"


def entry(reference: Reference, language: str) -> str:
    """The full reference as Markdown: authors (year). *Title*. Genre. Event. Publisher. Date. Address."""
    said = words(language)["references"]
    names = ", ".join(_escaped(_full(name)) for name in reference.author or reference.editor)
    year = reference.issued[:4] if reference.issued else said["undated"]
    foreign = (
        f"{{: lang={reference.language} }}" if reference.language and reference.language != language else ""
    )
    parts = [f"{names} ({year})" if names else f"({year})", f"*{_escaped(reference.title)}*{foreign}"]
    parts += [
        _marked(text, foreign)
        for text in (reference.container_title, reference.genre, reference.event or reference.event_title)
        if text
    ]
    parts += [
        _escaped(text)
        for text in (reference.publisher, reference.publisher_place, _issued(reference, language))
        if text
    ]
    text = ". ".join(parts) + "."
    if reference.URL:
        text += f" <{reference.URL}>"
    return text + (f" {note}" if reference.note and (note := reference.note.get(language)) else "")


def _full(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _marked(text: str, foreign: str) -> str:
    return f"*{_escaped(text)}*{foreign}" if foreign else _escaped(text)


def _escaped(text: str) -> str:
    return MARKUP.sub(r"\\\1", " ".join(text.split()))


def _issued(reference: Reference, language: str) -> str:
    """The date in words where it says more than the year."""
    if not reference.issued or len(reference.issued) < 10:
        return ""
    return long_date(datetime.date.fromisoformat(reference.issued), language)

"""References -> the label of a citation (author and date) and the full entry of a list.

Every field but the note is plain text: no mark in it means anything.
"""

from __future__ import annotations

import datetime

from vademecum.document.inlines import Emphasis, Inline, Inlines, Link, Target, Text
from vademecum.language.formats import long_date
from vademecum.language.words import said_in, words
from vademecum.model import Name, Reference


def label(reference: Reference, language: str) -> str:
    """How the text cites a work: its own label, or author and year: "Favreau et al. 2008", "Gely, s. d."."""
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


def entry(reference: Reference, language: str) -> Inlines:
    """A full reference, short of its note: authors (year). Title. Genre. Event. Publisher. Date. Address. One
    without authors begins with its title.
    """
    said = words(language)["references"]
    names = ", ".join(_full(name) for name in reference.author or reference.editor)
    year = reference.issued[:4] if reference.issued else said["undated"]
    foreign = reference.language if reference.language and reference.language != language else ""
    named = [(reference.container_title, foreign)]
    named += [
        _about(reference, words_, language)
        for words_ in (reference.genre, reference.event or reference.event_title)
    ]
    issuing = (reference.publisher, reference.publisher_place, _issued(reference, language))
    title = Emphasis((Text(_plain(reference.title)),), foreign)
    parts: list[Inline] = [Text(_plain(f"{names} ({year})")), title] if names else [title, Text(f"({year})")]
    parts += [
        Emphasis((Text(_plain(text)),), spoken) if spoken else Text(_plain(text))
        for text, spoken in named
        if text
    ]
    parts += [Text(_plain(text)) for text in issuing if text]
    made: list[Inline] = []
    for number, part in enumerate(parts):
        made += [part, Text(". " if names or number else " ")]
    made[-1] = Text(".")
    if reference.URL:
        made += [Text(" "), Link(Target("outside", reference.URL), (Text(reference.URL),))]
    return _merged(made)


def _about(reference: Reference, said: dict[str, str] | None, language: str) -> tuple[str, str]:
    """Words about a work, with the language that they are in where it is another than that of the page. One
    text for all pages is in the work's own.
    """
    if not said:
        return "", ""
    same = len(said) > 1 and len(set(said.values())) == 1
    text, spoken = said_in(said, language)
    spoken = reference.language or language if same else spoken
    return text, "" if spoken == language else spoken


def _full(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given) if part)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _merged(inlines: list[Inline]) -> Inlines:
    """Inlines with the words that follow one another as one text."""
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and made and isinstance(last := made[-1], Text):
            made[-1] = Text(last.words + inline.words)
        else:
            made.append(inline)
    return tuple(made)


def _issued(reference: Reference, language: str) -> str:
    """The date in words where it says more than the year."""
    if not reference.issued or len(reference.issued) < 10:
        return ""
    return long_date(datetime.date.fromisoformat(reference.issued), language)

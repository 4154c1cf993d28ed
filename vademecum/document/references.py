"""References -> the label of a citation (author and date) and the full entry of a list of sources."""

from __future__ import annotations

import datetime

from vademecum.document.tree import Emphasis, Inline, Inlines, Link, Target, Text
from vademecum.language.formats import long_date
from vademecum.language.words import words
from vademecum.model import Name, Reference


def label(reference: Reference, language: str) -> str:
    """How the text cites a work: by its own label, else by author and year.

    "Ciedel-CUF 2019", "Favreau et al. 2008", "Gely, s. d.".
    """
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
    """The full reference, short of its note: authors (year). *Title*. Genre. Event. Publisher. Date. Address.

    Its fields are plain words: no mark in them means anything. The title, and what comes from a work in a
    language other than `language`, is emphasised and marked with that language.
    """
    said = words(language)["references"]
    names = ", ".join(_full(name) for name in reference.author or reference.editor)
    year = reference.issued[:4] if reference.issued else said["undated"]
    foreign = reference.language if reference.language and reference.language != language else ""
    about = (reference.container_title, reference.genre, reference.event or reference.event_title)
    made = (reference.publisher, reference.publisher_place, _issued(reference, language))
    parts: list[Inline] = [Text(f"{names} ({year})" if names else f"({year})")]
    parts.append(Emphasis((_words(reference.title),), foreign))
    parts += [Emphasis((_words(text),), foreign) if foreign else _words(text) for text in about if text]
    parts += [_words(text) for text in made if text]
    sentence = [piece for part in parts for piece in (part, Text(". "))]
    if not reference.URL:
        return *sentence[:-1], Text(".")
    return *sentence, Link(Target("outside", reference.URL), (Text(reference.URL),))


def _full(name: Name) -> str:
    return " ".join((name.literal or ", ".join(part for part in (name.family, name.given) if part)).split())


def _words(text: str) -> Text:
    return Text(" ".join(text.split()))


def _issued(reference: Reference, language: str) -> str:
    """The date in words where it says more than the year."""
    if not reference.issued or len(reference.issued) < 10:
        return ""
    return long_date(datetime.date.fromisoformat(reference.issued), language)

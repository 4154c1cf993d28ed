"""Acronyms -> by which of them a text is found that has their words."""

from __future__ import annotations

from collections.abc import Iterable

from vademecum.language.regex import regex
from vademecum.model import Acronym

Pairs = tuple[tuple[str, str], ...]  # what a text has, and what is asked for instead

# The words that an acronym stands for, without what explains them behind a comma or a bracket.
_NAME = regex(r"[^,;(]+")


def acronyms_sought(acronyms: Iterable[Acronym], language: str) -> Pairs:
    """What texts in a language have -> the acronyms that people ask for instead. An acronym with a concept is
    a name of that one's page already, and means it alone; one word would stand for too much.
    """
    names = ((_NAME.match(one.meanings().get(language, "")), one) for one in acronyms if not one.concept)
    pairs = ((name[0].strip().lower(), one.id) for name, one in names if name)
    return tuple((written, id_) for written, id_ in pairs if " " in written)

"""What the form says in words of its own, where the check speaks of files and their keys: whoever fills it in
sees the labels of fields, and lists to choose from.
"""

from __future__ import annotations

import functools

from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model.descriptions import description

# A field by its label, "{Case.links}", or words of the interface by where they stand, "{concept.note}".
NAMED = regex(r"\{([\w-]+(?:\.[\w-]+)+)\}")


@functools.cache
def told(language: str) -> dict[str, str]:
    """The form's own phrases by code, with the labels that they name."""
    said: dict[str, str] = words(language)["theme"]["form"]["told"]
    return {
        code: NAMED.sub(lambda named: _label(named[1], language), phrase) for code, phrase in said.items()
    }


def _label(name: str, language: str) -> str:
    if name[0].isupper():
        return description(name).label[language]
    found = functools.reduce(lambda group, key: group[key], name.split("."), words(language))
    return str(found)

"""Parties of a case whose names a translation mistakes: two called by one name, one by words of the original,
by a name that a letter tells from its own, or as a body of another kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vademecum.language.collation import folded
from vademecum.language.meant_words import dictionary, is_one_apart
from vademecum.language.regex import regex
from vademecum.model import Finding, Model
from vademecum.model.markers import Translated
from vademecum.model.walk import Path, walk
from vademecum.sources.library import InLanguages

CALLED = {
    "fr": regex(
        r"(?!(?:Villes|Départements) de France)"  # associations
        r"(?:Ville|Commune|Mairie|Départements?|Villes|Communes|Préfecture) (?:d['’]|de |du |des |voisin)"
    ),
    "en": regex(r"(?:Town|City|Municipality|Department|Towns|Cities|Prefecture) of "),
}
# What a body is by the first words of its name, each kind in both languages.
KINDS = tuple(
    {"fr": regex(rf"(?:{french})\b(?! de France)"), "en": regex(rf"(?:{english})\b")}
    for french, english in (
        (
            "Villes?|Communes?|Mairies?|Municipalités?|Villages?",
            "Towns?|Cit(?:y|ies)|Municipalit(?:y|ies)|Communes?|Villages?|Boroughs?",
        ),
        ("Régions?|Conseils? régiona(?:l|ux)", "Regions?|Regional [Cc]ouncils?"),
        (
            "Départements?|Conseils? (?:départementa(?:l|ux)|généra(?:l|ux))",
            "Departments?|Departmental [Cc]ouncils?|Count(?:y|ies)",
        ),
        ("Provinces?", "Provinces?"),
        ("Universités?", "Universit(?:y|ies)"),
    )
)
NAME = regex(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}")
CHANGED = frozenset("aeiouyhkcszwvxj")  # letters that names have otherwise in another language


def other_parties(written: InLanguages) -> Iterator[Finding]:
    """A remark at the second party of a name, where the original has two names for them; and at a party that
    a translation calls by the other language's word for what it is.
    """
    original = dict(_named(written.words[written.original]))
    for language, model in written.words.items():
        seen: dict[str, Path] = {}
        for path, name in _named(model) if language != written.original else ():
            first = seen.setdefault(name.casefold(), path)
            if first != path and original.get(first) != original.get(path):
                yield Finding("said-twice", written.documents[language].where(*path), {"found": name})
            for code, values in _otherwise(name, language, original.get(path, ""), written.original):
                yield Finding(code, written.documents[language].where(*path), values)
            if CALLED[written.original].match(name):
                values = {"found": name, "language": language}
                yield Finding("left-as-is", written.documents[language].where(*path), values)


def _otherwise(here: str, ours: str, there: str, theirs: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What a party's name and that of the original say otherwise."""
    kinds = [
        {number for number, kind in enumerate(KINDS) if kind[language].match(name)}
        for language, name in ((ours, here), (theirs, there))
    ]
    if all(kinds) and kinds[0].isdisjoint(kinds[1]):
        yield "office-differs", {"found": here, "other": there}
    mine, others = (NAME.findall(name) for name in (here, there))
    for name in mine:
        if name not in others and name.lower() not in dictionary(ours):
            near = [
                other for other in others if other not in mine and _is_misspelt(folded(name), folded(other))
            ]
            if near:
                yield "name-differs", {"found": name, "other": near[0]}


def _is_misspelt(one: str, other: str) -> bool:
    """Whether a letter that languages do not change tells one name from another: Barcelone is Barcelona."""
    letters, others = Counter(one), Counter(other)
    apart = {*(letters - others), *(others - letters)}
    return is_one_apart(one, other) and not (apart and apart <= CHANGED)


def _named(model: Model) -> Iterator[tuple[Path, str]]:
    for step in walk(model, Translated):
        if step.shape.of in ("Authority.name", "AuthorityTranslation.name"):
            yield step.path, step.value

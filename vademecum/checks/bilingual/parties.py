"""Two parties of a case that a translation calls by one name, or one by words of the original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.model import Finding, Model
from vademecum.model.markers import Translated
from vademecum.model.walk import Path, walk
from vademecum.sources.library import InLanguages

CALLED = {
    "fr": re.compile(
        r"(?!(?:Villes|Départements) de France)"  # associations
        r"(?:Ville|Commune|Mairie|Départements?|Villes|Communes|Préfecture) (?:d['’]|de |du |des |voisin)"
    ),
    "en": re.compile(r"(?:Town|City|Municipality|Department|Towns|Cities|Prefecture) of "),
}


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
            if CALLED[written.original].match(name):
                values = {"found": name, "language": language}
                yield Finding("left-as-is", written.documents[language].where(*path), values)


def _named(model: Model) -> Iterator[tuple[Path, str]]:
    for step in walk(model, Translated):
        if step.shape.of in ("Authority.name", "AuthorityTranslation.name"):
            yield step.path, step.value

"""Holders and places in works that are given once for both languages, in words of one: the other's page would
show them as they are.

Names and titles may stay as they are, and so may numbers. Told are the words for parts of a work, which have
their counterparts here, and who is called by what is no name: a town hall, a study, a ministry.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vademecum.checks.words.capitals import WORD
from vademecum.checks.words.tongues import seems
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.model.markers import ByLanguage
from vademecum.model.walk import walk
from vademecum.sources.library import Entry

PAIRS = (
    *("chapitre chapter", "chapitres chapters", "annexe annex", "annexes annexes", "annexe appendix"),
    *("tableau table", "tableaux tables", "partie part", "parties parts", "préface foreword"),
    *("avant-propos foreword", "encadré box", "encadrés boxes", "alinéa paragraph", "paragraphe paragraph"),
    *("paragraphes paragraphs", "tome volume", "résumé summary", "sommaire contents", "carte map"),
    *("graphique chart", "diapositive slide", "diapositives slides", "ligne line", "colonne column"),
    *("couverture cover", "et and", "première first", "deuxième second", "dernière last", "réponse answer"),
)
ALIKE = frozenset(
    (
        *("page", "pages", "section", "sections", "article", "note", "notes", "introduction", "conclusion"),
        *("figure", "question", "p", "pp"),
    )
)
# Words that a title has of one language alone.
JOINING = {
    "fr": frozenset(
        ("le", "la", "les", "l", "d", "du", "des", "et", "pour", "aux", "sur", "une", "avec", "dans")
    ),
    "en": frozenset(("the", "of", "and", "for", "to", "with", "how", "in")),
}
SMALL = regex(r"(?<![\w’'-])[a-zà-ÿ]{3,}")
ONE = regex(r"[a-zà-ÿ]+")
WORDS = 5  # spaces of a note that is a sentence
TRANSLATED = {
    language: {pair.split()[number]: pair.split()[1 - number] for pair in reversed(PAIRS)}
    for number, language in enumerate(LANGUAGES)
}
CALLED = {
    "fr": regex(
        r"(?:Ville|Commune|Mairie|Ministère|Direction|Services?|Étude|Rapport|Groupe|Atelier|Élus|Élues|Préfecture"
        r"|Ambassade|Enquête|Bilan|Équipe|Agents|Habitants|[Ll]e service|[Ll]a direction|[Ll]es élus)"
        r" (?:d[’']|de |du |des |sur |local|municipal|cultur|internation)"
    ),
    "en": regex(
        r"(?:Town|Municipality|Ministry|Department|Study|Report|Workshop|Survey|Embassy|Team|Officers|Inhabitants)"
        r" (?:of|on|for|by) "
    ),
}  # fmt: skip


def one_language(entry: Entry) -> Iterator[Finding]:
    """A remark for each such text of an entry."""
    for step in walk(entry.model, ByLanguage):
        said, path = step.value, (*entry.at, *step.path)
        words = said.get(LANGUAGES[0])
        if (
            not isinstance(words, str)
            or len(set(said.values())) > 1
            or (*path, LANGUAGES[0]) in entry.document.values
        ):
            continue
        if step.shape.of.endswith(".locator"):
            both = _translated(words)
        elif step.shape.of.endswith(".holder"):
            both = _to_translate(words)
        elif step.shape.of == "Reference.note":
            both = _said_in(words)
        elif step.shape.of.startswith("Booklet."):
            both = _titled(words)
        else:
            continue
        if both:
            near = ", ".join(f'{language}: "{both[language]}"' for language in LANGUAGES)
            values = {"found": words[:60], "nearest": f"{{{near}}}"}
            yield Finding("one-language", entry.document.where(*path), values)


def _translated(locator: str) -> dict[str, str]:
    """A place in a work in both languages, where all of its words are known."""
    found = [word.lower() for word in WORD.findall(locator) if len(word) > 1]
    for number, language in enumerate(LANGUAGES):
        own, other = TRANSLATED[language], LANGUAGES[1 - number]
        if any(word in own for word in found) and all(word in own or word in ALIKE for word in found):
            return {language: locator, other: WORD.sub(functools.partial(_as, own), locator)}
    return {}


def _as(translated: dict[str, str], word: re.Match[str]) -> str:
    meant = translated.get(word[0].lower(), word[0])
    return meant.capitalize() if word[0].istitle() else meant


def _said_in(note: str) -> dict[str, str]:
    """A note of several words, which is in one of the languages."""
    for language, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
        if note.count(" ") >= WORDS and seems(note, language, other, {}):
            return {code: note if code == language else "…" for code in LANGUAGES}
    return {}


def _titled(title: str) -> dict[str, str]:
    """A booklet's title or line, with words that join those of one language and not of the other."""
    words = set(ONE.findall(title.lower()))
    if all(word in JOINING["fr"] | JOINING["en"] for word in SMALL.findall(title)):
        return {}  # a name: Pays de la Loire
    spoken = [language for language, joining in JOINING.items() if not words.isdisjoint(joining)]
    return {code: title if code == spoken[0] else "…" for code in LANGUAGES} if len(spoken) == 1 else {}


def _to_translate(holder: str) -> dict[str, str]:
    language = next((code for code, called in CALLED.items() if called.match(holder)), "")
    return {code: holder if code == language else "…" for code in LANGUAGES} if language else {}

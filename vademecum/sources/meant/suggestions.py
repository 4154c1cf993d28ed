"""What an editor may have meant by a value that is not written in its form: a country's name for its code, a
date in words …
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from vademecum.language.collation import folded
from vademecum.language.formats import is_currency
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model.check_digits import is_isbn
from vademecum.model.fields import ENTRY_KIND
from vademecum.sources.meant.addresses_meant import address_meant
from vademecum.sources.meant.codes import country_named, is_country, language_named
from vademecum.sources.meant.dates_meant import HYPHENS, date_meant
from vademecum.sources.meant.numbers_meant import SPACES, number


def suggestion(form: str, found: str) -> str:
    """The value in its form, or an empty string where nothing can be guessed. `form` is a name of
    messages.yml's `forms`, or a kind.
    """
    guess = GUESSES.get(form)
    meant = guess(found.strip()) if guess else ""
    return "" if meant == found.strip() else meant


LONGEST = 200  # letters of a value that anything is guessed of
PAGE = regex(r"\A/+|/+\Z|\.(?:html?|php|aspx?)\Z")
# An entry by its kind, or as a link; the file that it stands in; the id of a work among others.
OF_A_KIND = regex(rf"(?:\A|\()(?:{ENTRY_KIND}|figure):\s*([a-z0-9-]+)")
OF_A_FILE = regex(r"(?:[\w.-]+/)*([a-z0-9-]+?)(?:\.(?:fr|en))?\.(?:md|ya?ml)|(?:\.*[\w-]+/)+([a-z0-9-]+)")
LINKED = regex(r"\]\(([^()\s]{1,200})\)")  # what a link of Markdown leads to
OF_A_WORK = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*-(?:19|20)\d\d[a-z]?(?![\w-])")


def _id(found: str) -> str:
    """The id that words make, or that they hold; an address, of which nobody makes an id, gives none."""
    if "://" in found or len(found) > LONGEST:
        return ""
    found = PAGE.sub("", found)  # what makes an address of a name
    if named := OF_A_KIND.search(found) or OF_A_FILE.fullmatch(found):
        return str(next(filter(None, named.groups())))
    if len(works := OF_A_WORK.findall(found)) > 1:
        return str(works[0])
    return "-".join(re.findall(r"[a-z0-9]+", folded(found)))


def _integer(found: str) -> str:
    """A number, or the one year that words hold."""
    years = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", found)
    if hours := re.fullmatch(r"(\d{1,2})\s*h(?:eures?)?\s*(\d\d)?", found):
        return str(int(hours[1]) * 60 + int(hours[2] or 0))
    return number(found) or (years[0] if len(years) == 1 else "")


def _minutes(found: str) -> str:
    """A length of time in minutes: 1.5 h, 1:30 and 1 h 30 are 90; 1.5 alone too, since minutes are whole."""
    if hours := re.fullmatch(r"(\d{1,2})\s*(?:h(?:eures?)?|:)\s*([0-5]\d)?", found):
        return str(int(hours[1]) * 60 + int(hours[2] or 0))
    parts = re.fullmatch(r"(\d{1,2})[.,](\d{1,2})(?:\s*h(?:eures?|ours?)?)?", found)
    return str(round(float(f"{parts[1]}.{parts[2]}") * 60)) if parts else _integer(found)


def _boolean(found: str) -> str:
    return {"oui": "true", "vrai": "true", "yes": "true", "x": "true", "1": "true"}.get(
        folded(found), {"non": "false", "faux": "false", "no": "false", "0": "false"}.get(folded(found), "")
    )


def _of_grid(found: str) -> str:
    """The number of a grid, in which yes and no are 1 and 0."""
    if found in ("✓", "✔"):
        return "1"
    return {"true": "1", "false": "0"}.get(
        found.lower(), {"true": "1", "false": "0"}.get(_boolean(found), "")
    )


_label = functools.lru_cache(10_000)(folded)  # of the few labels, for each of many keys


def by_label(found: str, labels: Mapping[str, Mapping[str, str]]) -> str:
    """The key that a label stands for, in any language; or the one that alone has the words in its label."""
    wanted = folded(found)
    names = [(key, _label(label)) for key, by_language in labels.items() for label in by_language.values()]
    if same := next((key for key, name in names if name == wanted), ""):
        return same
    within = {key for key, name in names if f" {wanted} " in f" {name} "}
    begins = len(wanted) == 3 and any(name.startswith(f"{wanted} ") for _, name in names)  # "eau", not "the"
    return within.pop() if (len(wanted) > 3 or begins) and len(within) == 1 else ""


def choice_meant(found: str, valid: Collection[str]) -> str:
    """The value of a choice that an editor may have meant, by what pages call it or by its spelling."""
    if (meant := CHOICES.get(folded(found), "")) in valid:
        return meant
    return by_label(found, called(frozenset(valid))) or nearest(found, valid)


# Kinds of works and of wording in French, which no page names.
CHOICES = {
    "livre": "book", "ouvrage": "book", "rapport": "report", "these": "thesis", "memoire": "thesis",
    "loi": "legislation", "decret": "legislation", "page web": "webpage", "norme": "standard",
    "site": "webpage", "website": "webpage", "post weblog": "webpage", "post": "webpage", "blog": "webpage",
    "site web": "webpage", "chapitre": "chapter", "entretien": "interview", "discours": "speech",
    "traite": "treaty", "convention": "treaty", "memoire de master": "thesis", "site internet": "webpage",
    "arrete": "legislation",
    "article de presse": "article-newspaper", "revue": "article-journal", "donnees": "dataset",
    "colloque": "paper-conference", "cite": "quoted", "citee": "quoted", "citation": "quoted",
    "prouve": "documented", "proven": "documented", "proved": "documented", "atteste": "documented",
    "mesure": "evaluated", "measured": "evaluated", "declare": "claimed", "stated": "claimed",
    "reformule": "restated", "reformulee": "restated", "barres": "bars",
    "ongoing": "under-way", "en cours": "under-way", "finished": "ended", "termine": "ended",
    "points": "dots", "grille": "grid", "suite": "sequence", "frise": "sequence", "chronologie": "sequence",
    "timeline": "sequence", "steps": "sequence", "etapes": "sequence",
    "economie": "economic", "culturel": "socio-cultural", "culturelle": "socio-cultural",
    "social": "socio-cultural", "sociale": "socio-cultural", "notoriete": "visibility",
    "matrice": "matrix",    "proche": "close", "partielle": "partial", "aucune": "none", "identique": "exact",
}  # fmt: skip


@functools.cache
def called(valid: frozenset[str]) -> dict[str, dict[str, str]]:
    """What pages call each of some values, by language: the group of the interface's words that has them."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        waiting: list[Any] = [words(language)]
        while waiting:
            group = waiting.pop()
            if isinstance(group, Mapping):
                if valid <= group.keys():
                    for key in valid:
                        found.setdefault(key, {}).setdefault(language, str(group[key]))
                waiting += group.values()
    return found


def _country(found: str) -> str:
    return found.upper() if is_country(found.upper()) else country_named(found)


def _day(found: str) -> str:
    date = date_meant(found)
    return date if len(date) == 10 else ""


def _siren(found: str) -> str:
    """A SIREN number that was written in groups, or with the five digits that make it a SIRET number."""
    digits = SPACES.sub("", found)
    return digits[:9] if re.fullmatch(r"\d{9}(\d{5})?", digits) else ""


def _insee(found: str) -> str:
    """An INSEE code that was written in groups, in small letters, or whose first 0 a spreadsheet took."""
    code = SPACES.sub("", found).upper()
    code = code.zfill(5) if len(code) == 4 else code
    return code if re.fullmatch(r"(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-578])\d{3}", code) else ""


def _geonames(found: str) -> str:
    """The number that an address of GeoNames holds."""
    ends = re.search(r"\b[1-9]\d*\b", found)
    return ends[0] if ends else ""


def _wikidata(found: str) -> str:
    """The item that an address of Wikidata ends in, or its number alone."""
    ends = re.search(r"\bQ?([1-9]\d*)\b", found.upper())
    return f"Q{ends[1]}" if ends else ""


def _isbn(found: str) -> str:
    """An ISBN without the words and signs around it."""
    signs = re.sub(r"[^0-9X-]", "", HYPHENS.sub("-", found.upper().removeprefix("ISBN")))
    return signs.strip("-") if is_isbn(signs.strip("-")) else ""


def _doi(found: str) -> str:
    """The DOI that an address holds, or that follows its name."""
    inside = re.search(r"\b10\.\d{4,9}/\S+", found)
    return inside[0].rstrip(".,;)") if inside else ""


# What editors call each kind of entry.
KINDS = {
    "chapitre": "chapter",
    "chapitres": "chapter",
    "chapters": "chapter",
    "terme": "concept",
    "term": "concept",
    "concepts": "concept",
    "lexique": "concept",
    "lexicon": "concept",
    "cas": "case",
    "cases": "case",
    "etude": "case",
    "outil": "tool",
    "tools": "tool",
    "fiche": "tool",
}
ID = regex(r"[a-z0-9]+(-[a-z0-9]+)*")
FILES = {"chapter": r".*\bhandbook/([\w-]+)\.md", "concept": r".*\blexicon/([\w-]+)\.yml"}
FILES |= {"case": r".*\bcase_studies/([\w-]+)\.\w+\.md", "tool": r".*\btools/\w+/([\w-]+)\.yml"}


FILE_ENDING = regex(r"(?:\.(?:fr|en))?\.(?:yml|md)\Z|\.(?:fr|en)\Z")  # what stands behind an id


def entry_named(found: str) -> str:
    """The entry that is named by its kind in another word, or by its file: "cas:valmont" -> case:valmont."""
    for kind, file in FILES.items():
        if match := re.fullmatch(file, found):
            return f"{kind}:{match[1]}"
    kind, colon, id_ = found.partition(":")
    kind = KINDS.get(folded(kind), kind.strip().lower())
    id_ = FILE_ENDING.sub("", id_.strip().strip("/")).lower()
    if colon and kind in ("figure", "figures") and ID.fullmatch(id_):
        return f"#figure-{id_}"
    known = colon and kind in FILES and ID.fullmatch(id_) is not None
    return f"{kind}:{id_}" if known else ""


def _entry(found: str) -> str:
    """The same in a field, where a figure is none: it is printed with the chapter that shows it."""
    linked = LINKED.search(found)
    meant = entry_named(linked[1] if linked else found)
    return "" if meant.startswith("#") else meant


def _currency(found: str) -> str:
    """The code of a currency that a sign or name stands for."""
    signs = {"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "£": "GBP", "cfa": "XOF"}
    signs |= dict.fromkeys(("fcfa", "f cfa", "franc cfa", "francs cfa", "xof (fcfa)"), "XOF")
    return signs.get(folded(found), "") or (found.upper() if is_currency(found.upper()) else "")


GUESSES: dict[str, Callable[[str], str]] = {
    "id": _id,
    "key": _id,
    "integer": _integer,
    "minutes": _minutes,
    "boolean": _boolean,
    "number": number,
    "of-grid": _of_grid,
    "address": address_meant,
    "country": _country,
    "date": date_meant,
    "day": _day,
    "siren": _siren,
    "insee": _insee,
    "geonames": _geonames,
    "wikidata": _wikidata,
    "tongue": language_named,
    "entry": _entry,
    "currency": _currency,
    "isbn": _isbn,
    "doi": _doi,
}

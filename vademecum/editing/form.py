"""What the form in the browser knows: the model's fields, what there is to choose from, the check's words.

All of it is made anew with each build from the model, the library and `messages.yml`. It stands in the form's
own page as data, and in a script beside it: the form asks nobody else. What a page cannot know, such as
spelling, it says.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

from vademecum.checks import messages
from vademecum.checks.entries.cases import section_titles
from vademecum.checks.entries.concepts import MAX_QUOTATION
from vademecum.checks.entries.facts import FORESEEN
from vademecum.checks.entries.money import EARLIEST
from vademecum.checks.entries.places import MARGIN, boxes
from vademecum.checks.markdown.texts import MAX_WORDS
from vademecum.document.references import label
from vademecum.editing.form_codes import CODES
from vademecum.editing.form_fields import SIGNS, fields_of, shape_of
from vademecum.editing.form_meant import meant
from vademecum.editing.form_patterns import noted, patterns, unsaid
from vademecum.editing.form_told import told
from vademecum.language.collation import sort_key
from vademecum.language.formats import countries, currencies
from vademecum.language.inflection import variants
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset_words
from vademecum.language.words import said_in, words
from vademecum.model import Model
from vademecum.model.fields import ENTRY_KINDS
from vademecum.model.kinds import KINDS
from vademecum.model.shapes import identity
from vademecum.pages.common.addresses import FOLDERS, absolute
from vademecum.pages.edition import Edition
from vademecum.sources.meant.codes import is_country
from vademecum.sources.text.characters import printable_steps
from vademecum.sources.text.invisible import UNSEEN, name_of

Data = dict[str, Any]
# What each form writes: the kinds of file by their names, the first one anew.
WRITES = {"case": ("case", "case-translation"), "concept": ("concept",)}
SOURCES = "references"  # where a form puts the works that the project does not cite yet
# The groups of words that pages show beside the fields, for the preview.
SHOWN = ("case", "concept", "page")
# What fields offer from the beginning; what texts may name, and long lists, come when somebody moves.
AT_ONCE = ("concept", "reference")


def data(edition: Edition, name: str) -> Data:
    """What the fields of one form need, in the language of its edition; `name` is a key of WRITES."""
    language = edition.language
    kinds = {kind.name: kind for kind in KINDS if kind.name in (*WRITES[name], SOURCES)}
    models: list[type[Model]] = [kind.model for kind in kinds.values()]
    known, named = edition.library.vocabularies, _known(edition)
    return {
        "form": name,
        "language": language,
        "kinds": {
            key: {"model": kind.model.__name__, "path": kind.path, "ids": _ids(kind.model, language)}
            for key, kind in kinds.items()
        },
        "models": fields_of(models, language),
        "vocabularies": {
            list_: [[key, edition.library.label(list_, key, language)] for key in getattr(known, list_)]
            for list_ in type(known).model_fields
        },
        "known": {kind: named[kind] for kind in AT_ONCE},
        "languages": messages.catalogue()["languages"][language],
        "sections": dict(section_titles(language)),
        "words": typeset_words(_words(language), language),
    }


def rules(edition: Edition, name: str) -> Data:
    """What the form knows besides, by which it finds what is wrong with a draft, and shows it as a page: its
    page asks for it when somebody begins to write.
    """
    language = edition.language
    return {
        "known": _known(edition),
        "countries": _countries(language),
        "taken": _taken(edition, name),
        "claimed": _claimed(edition) if name == "concept" else {},
        "above": _above(edition) if name == "concept" else {},
        "unseen": _unseen(),
        "patterns": patterns([language] if name == "case" else LANGUAGES),
        "unsaid": unsaid(),
        "noted": noted(),
        "meant": meant(),
        "printable": printable_steps(),
        "boxes": _boxes(),
        "currencies": sorted(currencies()) if name == "case" else [],
        "limits": {
            "earliest": EARLIEST,
            "margin": MARGIN,
            "quotation": MAX_QUOTATION,
            "paragraph": MAX_WORDS,
            "foreseen": {status: sorted(SIGNS[mark] for mark in marks) for status, marks in FORESEEN.items()},
        },
        "messages": _messages(language),
        "shown": {group: words(language)[group] for group in SHOWN},
    }


def _ids(model: type[Model], language: str) -> Data:
    """The shape of the name that an entry gets."""
    shape = identity(model)
    return shape_of(shape, language) if shape else {}


def _known(edition: Edition) -> Data:
    """What an entry may name, as [id, what it is called], in the order of a dictionary; for both forms."""
    if _known not in edition.kept:
        edition.kept[_known] = _named(edition)
    known: Data = edition.kept[_known]
    return known


def _named(edition: Edition) -> Data:
    library, here, language = edition.library, edition.here, edition.language
    named = {
        kind: {id_: here.title(kind, id_, language)[0] for id_ in library.by_kind[kind]}
        for kind in ENTRY_KINDS
    }
    named["reference"] = {id_: label(work, language) for id_, work in library.references.items()}
    return {
        kind: sorted(([id_, title] for id_, title in one.items()), key=lambda pair: sort_key(pair[1]))
        for kind, one in named.items()
    } | {
        "figure": sorted(library.figures),
        "picture": sorted(library.pictures),
        "definition": {
            id_: [[key, said_in(one.holder, language)[0]] for key, one in concept.definitions.items()]
            for id_, concept in library.concepts.items()
        },
    }


def _taken(edition: Edition, kind: str) -> Data:
    """The ids, former ids and addresses that an entry of a kind cannot have; each former id with the entry
    that had it, each end of an address with the whole and the id of the entry that has it.
    """
    library = edition.library
    former = {old: id_ for (of, old), id_ in library.successors.items() if of == kind}
    return {
        "ids": sorted(library.by_kind[kind]),
        "former": former,
        "addresses": {
            language: dict(_addresses(edition, language, below)) for language, below in FOLDERS[kind].items()
        },
    }


def _addresses(edition: Edition, language: str, below: str) -> Iterator[tuple[str, list[str]]]:
    """The pages that stand in a folder: the end of its address -> what _taken says."""
    for (_, id_), spoken in sorted(edition.addresses.by_key.items()):
        address = spoken.get(language, "")
        name = address.removeprefix(below).rstrip("/")
        if address.startswith(below) and name and "/" not in name:
            yield name, ["/" + absolute(address, language), id_]


def _claimed(edition: Edition) -> Data:
    """The forms that link by themselves already, as written and inflected: language -> form -> concept."""
    claimed: dict[str, dict[str, str]] = {}
    for id_, concept in edition.library.concepts.items():
        for language, terms in concept.terms.items():
            forms = claimed.setdefault(language, {})
            for form in terms.linking():
                forms |= dict.fromkeys((form.casefold(), *sorted(variants(form, language))), id_)
    return claimed


def _above(edition: Edition) -> Data:
    """The concepts that contain each concept."""
    return {id_: list(one.relations.broader) for id_, one in edition.library.concepts.items()}


@functools.cache
def _unseen() -> Mapping[str, str]:
    """The names of the characters that nobody sees."""
    characters = filter(UNSEEN.match, map(chr, range(0x10000)))
    return {one: name_of(one).partition(" ")[2] for one in characters}


def _countries(language: str) -> list[tuple[str, str]]:
    """Each country by name: its code and its name."""
    listed = ((code, name) for code, name in countries(language).items() if is_country(code))
    return sorted(listed, key=lambda pair: sort_key(pair[1]))


@functools.cache
def _boxes() -> dict[str, list[int]]:
    """The boxes around the towns of each country, one after another, each from where and how far, north and
    then east, in tenths of a degree.
    """
    return {code: [tenths for box in found for tenths in _tenths(*box)] for code, found in boxes().items()}


def _tenths(south: float, north: float, west: float, east: float) -> tuple[int, int, int, int]:
    """Half as long in a page as four sides."""
    return round(10 * south), round(10 * (north - south)), round(10 * west), round(10 * (east - west))


def _words(language: str) -> Data:
    """What stands on the page from the beginning; what is told of a draft comes with the rules."""
    said = words(language)["theme"]["form"]
    return {name: one for name, one in said.items() if name not in ("told", "forms")}


def _messages(language: str) -> Data:
    """The words of the findings that the form can make: its own, or else the check's."""
    said, own = messages.catalogue(), told(language)
    return {
        "told": own,
        "findings": {
            code: {
                "level": said[code]["level"],
                "parts": [] if code in own else said[code][language],
            }
            for code in CODES
        },
        "kinds": said["kinds"][language],
        "bounds": said["bounds"][language],
        "forms": said["forms"][language] | words(language)["theme"]["form"]["forms"],
        "nearest": said["nearest"][language],
        "joint": messages.SEMICOLON[language],
        "quotes": messages.QUOTES[language],
    }

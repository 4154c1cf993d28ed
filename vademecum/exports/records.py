"""The lexicon and the cases as JSON: every field as editors write it, with addresses that last."""

from __future__ import annotations

from typing import Any

from vademecum.exports.plain import Data, listed
from vademecum.language.languages import LANGUAGES
from vademecum.model import Model
from vademecum.sources.library import CaseStudy


def lexicon(data: Data) -> str:
    """Every concept with its address and its pages."""
    return listed(_entry(data, "concept", id_, one) for id_, one in data.library.concepts.items())


def cases(data: Data) -> str:
    """Every case: its facts, its words in the other language, and the text of its sections in Markdown."""
    return listed(_case(data, case) for case in data.library.cases.values())


def _case(data: Data, case: CaseStudy) -> dict[str, Any]:
    translations = {language: _fields(words) for language, words in case.translations.items()}
    texts = {language: file.body.strip() for language, file in case.documents.items()}
    more = {"original": case.original, "translations": translations, "text": texts}
    return _entry(data, "case", case.id, case.facts) | more


def _entry(data: Data, kind: str, id_: str, entry: Model) -> dict[str, Any]:
    pages = {language: data.page(kind, id_, language) for language in LANGUAGES}
    return {"id": id_, "uri": data.uri(kind, id_), "pages": pages} | _fields(entry)


def _fields(entry: Model) -> dict[str, Any]:
    """What was written of an entry, by the keys that editors write."""
    return entry.model_dump(mode="json", by_alias=True, exclude_unset=True)

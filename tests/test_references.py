"""A work in the list of sources: what begins it, and in which language its kind and its event stand."""

from __future__ import annotations

from typing import Any

import pytest

from vademecum.document import references
from vademecum.document.inlines import Emphasis, Inlines, Text
from vademecum.exports.works import bibtex, csl, ris
from vademecum.model import Reference

LAW = {"type": "legislation", "title": "Loi sur les jumelages", "issued": "2014", "language": "fr"}
LECTURE = {"type": "speech", "title": "Towns", "author": [{"family": "Reed"}], "language": "en"}
BOTH = {"fr": "Compte rendu", "en": "Report"}
EVENT = {"fr": "Colloque de Valmont", "en": "Symposium in Valmont"}


def said(inlines: Inlines) -> str:
    """A reference as text; words in another language than the page's in braces."""
    told = []
    for inline in inlines:
        match inline:
            case Text(words):
                told.append(words)
            case Emphasis((Text(words),), language):
                told.append(f"{{{language}: {words}}}" if language else words)
    return "".join(told)


@pytest.mark.parametrize(
    ("work", "language", "expected"),
    [
        (LAW, "fr", "Loi sur les jumelages (2014)."),
        (LAW | {"genre": "Loi"}, "en", "{fr: Loi sur les jumelages} (2014). {fr: Loi}."),
        (LAW | {"genre": "Loi"}, "fr", "Loi sur les jumelages (2014). Loi."),
        (LAW | {"genre": {"fr": "Loi", "en": "Law"}}, "en", "{fr: Loi sur les jumelages} (2014). Law."),
        (LAW | {"genre": {"fr": "Loi"}}, "en", "{fr: Loi sur les jumelages} (2014). {fr: Loi}."),
        (LECTURE | {"genre": BOTH}, "fr", "Reed (s. d.). {en: Towns}. Compte rendu."),
        (LECTURE | {"event": EVENT}, "fr", "Reed (s. d.). {en: Towns}. Colloque de Valmont."),
        (LECTURE | {"event-title": EVENT}, "en", "Reed (n.d.). Towns. Symposium in Valmont."),
        ({"type": "dataset", "title": "Places"}, "en", "Places (n.d.)."),
    ],
)  # fmt: skip
def test_a_work_begins_with_its_authors_or_its_title_and_its_kind_is_in_words_of_the_page(
    work: dict[str, Any], language: str, expected: str
) -> None:
    assert said(references.entry(Reference(id="a", **work), language)) == expected


def test_other_programs_are_told_of_a_work_in_its_own_language() -> None:
    works = [Reference.model_validate({"id": "a", **LECTURE, "genre": BOTH, "event": EVENT})]
    for made in (csl(works), bibtex(works), ris(works)):
        assert "Symposium in Valmont" in made and "Report" in made and "Compte rendu" not in made

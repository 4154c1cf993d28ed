"""Booklets -> findings between them."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import said_in
from vademecum.model import Finding
from vademecum.sources.library import BOOKLETS, Library


def booklets(library: Library) -> Iterator[Finding]:
    """A remark for each booklet that readers cannot tell from an earlier one by its title."""
    titled: dict[tuple[str, str], str] = {}
    for id_, booklet in library.booklets.items():
        titles = {language: said_in(booklet.title, language) for language in LANGUAGES}
        names = [(language, slug(title)) for language, (title, _) in titles.items()]
        if shared := next((name for name in names if name in titled), None):
            title, spoken = titles[shared[0]]
            place = library.documents[BOOKLETS].where(id_, "title", spoken)
            yield Finding("shared-title", place, {"found": title, "other": titled[shared]})
        titled |= {name: id_ for name in names if name not in titled}

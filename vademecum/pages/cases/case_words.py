"""A case's own words on a page in one language: its translation there, else the original."""

from __future__ import annotations

from typing import Any

from vademecum.document.tree import Blocks
from vademecum.language.words import words
from vademecum.model import CaseTranslation
from vademecum.pages.common.language_library import LanguageLibrary
from vademecum.pages.common.text_builder import TextBuilder, emphasised
from vademecum.sources.library import CaseStudy
from vademecum.sources.text.source_file import Path_


class CaseWords:
    """What a case says in the language `spoken`; its fields are parsed by the page's builder."""

    def __init__(
        self, case: CaseStudy, spoken: str, library: LanguageLibrary, builder: TextBuilder | None = None
    ) -> None:
        self.case, self.facts, self.spoken, self.library = case, case.facts, spoken, library
        self.builder = builder or TextBuilder(library, spoken)
        self.file = case.documents[spoken]
        self.translation: CaseTranslation | None = case.translations.get(spoken)
        self.t: dict[str, Any] = words(spoken)["case"]

    def translated(self, path: Path_, text: str, there: Path_, translation: str | None) -> Blocks:
        """A passage as the translation has it `there`; where it lacks it, the original's at `path`."""
        if self.translation is not None and translation:
            return self.builder.markdown(self.file, there, translation)
        original = self.case.documents[self.case.original]
        if self.translation is None:
            return self.builder.markdown(original, path, text)
        return emphasised(self.builder.markdown(original, path, text, self.case.original))

    def named(self, key: str, name: str, *groups: str) -> str:
        """The name that the translation gives something in one of its groups, else its own."""
        found = (getattr(self.translation, group) for group in groups if self.translation)
        return next((str(group[key].name) for group in found if key in group), name)

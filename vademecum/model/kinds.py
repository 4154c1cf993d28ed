"""The kinds of file that editors write: which model each holds, where they lie, and how their entries stand
in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vademecum.language.languages import LANGUAGES
from vademecum.model.cases import Case, CaseTranslation
from vademecum.model.chapters import Booklet, Chapter, FrontMatter
from vademecum.model.concepts import Concept
from vademecum.model.fields import Model
from vademecum.model.figures import Figure
from vademecum.model.references import Acronym, Reference
from vademecum.model.vocabularies import Vocabularies

ONE = "|".join(LANGUAGES)


@dataclass(frozen=True)
class Kind:
    """A kind of file: a name, the model of its entries, and what its paths are like.

    `holds`: "one" entry as YAML, "many" by their ids, or one in the "front matter" of a Markdown file. A
    case's original and its
    translations share their paths: only their content tells them apart.
    """

    name: str
    model: type[Model]
    path: str
    holds: Literal["one", "many", "front matter"]

    def is_at(self, path: str) -> bool:
        """Whether a file at this path, from the project's root, may be of this kind."""
        pattern = re.escape(self.path).replace("<id>", "[a-z0-9-]+").replace("<language>", f"({ONE})")
        return re.fullmatch(pattern, path) is not None


KINDS = (
    Kind("concept", Concept, "lexicon/<id>.yml", "one"),
    Kind("case", Case, "case_studies/<id>.<language>.md", "front matter"),
    Kind("case-translation", CaseTranslation, "case_studies/<id>.<language>.md", "front matter"),
    Kind("chapter", Chapter, "docs/<language>/handbook/<id>.md", "front matter"),
    Kind("page", FrontMatter, "docs/<language>/<id>.md", "front matter"),
    Kind("references", Reference, "references.yml", "many"),
    Kind("acronyms", Acronym, "acronyms.yml", "many"),
    Kind("booklets", Booklet, "docs/booklets.yml", "many"),
    Kind("figure", Figure, "docs/figures/<id>.yml", "one"),
    Kind("vocabularies", Vocabularies, "vocabularies.yml", "one"),
)

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
from vademecum.model.tools import FOLDER, Checklist, Diagnosis, Group, Markers, ReadingPath, Sheet, Survey
from vademecum.model.vocabularies import Vocabularies

ONE = "|".join(LANGUAGES)


@dataclass(frozen=True)
class Kind:
    """A kind of file: a name, the model of its entries, what its paths are like, and what it is called in
    each language.

    `holds`: "one" entry as YAML, "many" by their ids, or one in the "front matter" of a Markdown file. A
    case's original and its translations share their paths: only their content tells them apart.
    """

    name: str
    model: type[Model]
    path: str
    holds: Literal["one", "many", "front matter"]
    label: dict[str, str]

    def is_at(self, path: str) -> bool:
        """Whether a file at this path, from the project's root, may be of this kind."""
        return self._match(path) is not None

    def id_at(self, path: str) -> str:
        """The id of the entry in a file of this kind, by its path; "" for a file of another kind."""
        found = self._match(path)
        return found["id"] if found and "<id>" in self.path else ""

    def _match(self, path: str) -> re.Match[str] | None:
        pattern = re.escape(self.path).replace("<id>", "(?P<id>[a-z0-9-]+)")
        return re.fullmatch(pattern.replace("<language>", f"(?:{ONE})"), path)


KINDS = (
    Kind(
        "concept",
        Concept,
        "lexicon/<id>.yml",
        "one",
        {"fr": "Un concept du lexique", "en": "A concept of the lexicon"},
    ),
    Kind(
        "case",
        Case,
        "case_studies/<id>.<language>.md",
        "front matter",
        {"fr": "Un cas, l'original", "en": "A case, the original"},
    ),
    Kind(
        "case-translation",
        CaseTranslation,
        "case_studies/<id>.<language>.md",
        "front matter",
        {"fr": "Un cas dans l'autre langue", "en": "A case in the other language"},
    ),
    Kind(
        "chapter",
        Chapter,
        "docs/<language>/handbook/<id>.md",
        "front matter",
        {"fr": "Un chapitre du manuel", "en": "A chapter of the handbook"},
    ),
    Kind(
        "page",
        FrontMatter,
        "docs/<language>/<id>.md",
        "front matter",
        {"fr": "Une autre page", "en": "Any other page"},
    ),
    Kind(
        "references",
        Reference,
        "references.yml",
        "many",
        {"fr": "Les sources citées", "en": "The sources cited"},
    ),
    Kind(
        "acronyms",
        Acronym,
        "acronyms.yml",
        "many",
        {"fr": "Les sigles", "en": "The acronyms"},
    ),
    Kind(
        "booklets",
        Booklet,
        "docs/booklets.yml",
        "many",
        {"fr": "Les livrets", "en": "The booklets"},
    ),
    Kind(
        "figure",
        Figure,
        "docs/figures/<id>.yml",
        "one",
        {"fr": "Une figure", "en": "A figure"},
    ),
    Kind(
        "tools",
        Group,
        "docs/tools.yml",
        "many",
        {"fr": "Les genres d'outils", "en": "The kinds of tools"},
    ),
    Kind(
        "path",
        ReadingPath,
        f"{FOLDER}paths/<id>.yml",
        "one",
        {"fr": "Un parcours de lecture", "en": "A reading path"},
    ),
    Kind(
        "diagnosis",
        Diagnosis,
        f"{FOLDER}diagnoses/<id>.yml",
        "one",
        {"fr": "Un autodiagnostic", "en": "A self-diagnosis"},
    ),
    Kind(
        "sheet",
        Sheet,
        f"{FOLDER}sheets/<id>.yml",
        "one",
        {"fr": "Une fiche d'animation", "en": "A trainer's sheet"},
    ),
    Kind(
        "checklist",
        Checklist,
        f"{FOLDER}checklists/<id>.yml",
        "one",
        {"fr": "Une liste de contrôle", "en": "A checklist"},
    ),
    Kind(
        "survey",
        Survey,
        f"{FOLDER}surveys/<id>.yml",
        "one",
        {"fr": "Une enquête", "en": "A survey"},
    ),
    Kind(
        "markers",
        Markers,
        f"{FOLDER}markers/<id>.yml",
        "one",
        {"fr": "Un tableau de marqueurs", "en": "A table of markers"},
    ),
    Kind(
        "vocabularies",
        Vocabularies,
        "vocabularies.yml",
        "one",
        {"fr": "Les listes où choisir", "en": "The lists to choose from"},
    ),
)

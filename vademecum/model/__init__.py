"""What the library is made of: concepts, case studies, chapters, references, and findings about them.

Every model is frozen and rejects unknown keys. The YAML that editors write is validated against these very models (`schema`),
so a field that stands here is a field that they can write, and no other is.
"""

from vademecum.model.cases import (
    SECTIONS,
    STAGES,
    Authority,
    Case,
    CaseTranslation,
    NameOnly,
    Outcome,
    Period,
    Stage,
    Stages,
    StageWords,
)
from vademecum.model.chapters import Booklet, Chapter, Plain
from vademecum.model.concepts import Concept, Definition, Equivalence, Relations, Terms
from vademecum.model.fields import Model
from vademecum.model.figures import Figure, Row, Series
from vademecum.model.findings import Finding, Location
from vademecum.model.references import Acronym, Name, Reference
from vademecum.model.vocabularies import Vocabularies

__all__ = [
    "SECTIONS",
    "STAGES",
    "Acronym",
    "Authority",
    "Booklet",
    "Case",
    "CaseTranslation",
    "Chapter",
    "Concept",
    "Definition",
    "Equivalence",
    "Figure",
    "Finding",
    "Location",
    "Model",
    "Name",
    "NameOnly",
    "Outcome",
    "Period",
    "Plain",
    "Reference",
    "Relations",
    "Row",
    "Series",
    "Stage",
    "StageWords",
    "Stages",
    "Terms",
    "Vocabularies",
]

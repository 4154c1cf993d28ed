"""What the library is made of: concepts, case studies, chapters, references, and findings about them.

Every model is frozen and rejects unknown keys. The YAML that editors write is validated against these very
models (`schema`),
so a field that stands here is a field that they can write, and no other is.
"""

from vademecum.model.cases import (
    FACTS,
    SECTIONS,
    SILENCES,
    STAGES,
    Authority,
    Case,
    CaseTranslation,
    Outcome,
    Period,
    Stage,
    Stages,
)
from vademecum.model.chapters import Booklet, Chapter, FrontMatter
from vademecum.model.concepts import Concept, Definition, Equivalence, Relations, Terms
from vademecum.model.fields import Model
from vademecum.model.figures import Figure, Row, Series
from vademecum.model.findings import Finding, Location
from vademecum.model.passages import Passage
from vademecum.model.references import Acronym, Name, Reference
from vademecum.model.tools import Group, Tool
from vademecum.model.translation import Translation
from vademecum.model.vocabularies import Vocabularies

__all__ = [
    "FACTS",
    "SECTIONS",
    "SILENCES",
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
    "FrontMatter",
    "Group",
    "Location",
    "Model",
    "Name",
    "Outcome",
    "Passage",
    "Period",
    "Reference",
    "Relations",
    "Row",
    "Series",
    "Stage",
    "Stages",
    "Terms",
    "Tool",
    "Translation",
    "Vocabularies",
]

"""What the library is made of: concepts, case studies, chapters, references, and findings about them.

Every model is frozen and rejects unknown keys. The YAML that editors write is validated against these very models (`schema`),
so a field that stands here is a field that they can write, and no other is.
"""

from .cases import SECTIONS, STAGES, Authority, Case, CaseTranslation, NameOnly, Outcome, Period, Stage, Stages, StageWords
from .chapters import Booklet, Chapter, Plain
from .concepts import Concept, Definition, Equivalence, Relations, Terms
from .fields import LANGUAGES, Model
from .figures import Figure, Row, Series
from .findings import Finding, Location
from .references import Acronym, Name, Reference
from .vocabularies import Vocabularies

__all__ = [
    "LANGUAGES", "SECTIONS", "STAGES", "Acronym", "Authority", "Booklet", "Case", "CaseTranslation", "Chapter", "Concept",
    "Definition", "Equivalence", "Figure", "Finding", "Location", "Model", "Name", "NameOnly", "Outcome", "Period", "Plain",
    "Reference", "Relations", "Row", "Series", "Stage", "StageWords", "Stages", "Terms", "Vocabularies",
]

"""The lexicon as TBX-Basic (ISO 30042:2019, https://www.tbxinfo.net/tbx-dialects/tbx-basic/), in the style in
which data categories are attributes.
"""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]

from vademecum.exports.plain import Data
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import said_in, words
from vademecum.model import Concept
from vademecum.pages.lexicon.concepts import source

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS = {  # a kind of term -> its administrative status
    "preferred": "preferredTerm-admn-sts",
    "synonyms": "admittedTerm-admn-sts",
    "replaced": "supersededTerm-admn-sts",
    "rejected": "deprecatedTerm-admn-sts",
}


def document(data: Data) -> bytes:
    """The whole lexicon in TBX-Basic."""
    first = LANGUAGES[0]
    top = etree.Element(
        f"{{{NAMESPACE}}}tbx", {"type": "TBX-Basic", "style": "dca", LANG: first}, {None: NAMESPACE}
    )
    said = words(first)
    described = _add(_add(top, "tbxHeader"), "fileDesc")
    _add(_add(described, "titleStmt"), "title", f"{said['site']['title']} : {said['indexes']['lexicon']}")
    # The licence stands here: schemas differ on whether a publicationStmt comes before the title or after it.
    whence = _add(described, "sourceDesc")
    _add(whence, "p", data.site)
    _add(whence, "p", "CC BY 4.0")
    body = _add(_add(top, "text"), "body")
    for concept in data.library.concepts.values():
        _concept(body, concept, data)
    made: bytes = etree.tostring(top, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made


def _add(above: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(above, f"{{{NAMESPACE}}}{name}", attributes)
    made.text = text or None
    return made


def _concept(body: etree._Element, concept: Concept, data: Data) -> None:
    entry = _add(body, "conceptEntry", id=f"c-{concept.id}")
    domain = data.label("domains", concept.domain, LANGUAGES[0])
    _add(entry, "descrip", domain, type="subjectField")
    _add(
        entry,
        "xref",
        data.uri("concept", concept.id),
        type="externalCrossReference",
        target=data.uri("concept", concept.id),
    )
    for other in sorted(
        {*concept.relations.broader, *data.here.related.get(concept.id, ())} & data.library.concepts.keys()
    ):
        _add(entry, "ref", other, type="crossReference", target=f"c-{other}")
    for language, terms in concept.terms.items():
        section = _add(entry, "langSec")
        section.set(LANG, language)
        _definitions(section, concept, language, data)
        for kind, status in STATUS.items():
            forms = (terms.preferred,) if kind == "preferred" else getattr(terms, kind)
            for form in forms:
                _term(section, form, status)


def _term(section: etree._Element, form: str, status: str) -> None:
    made = _add(section, "termSec")
    _add(made, "term", form)
    if form.isupper() and " " not in form:
        _add(made, "termNote", "acronym", type="termType")
    _add(made, "termNote", status, type="administrativeStatus")


def _definitions(section: etree._Element, concept: Concept, language: str, data: Data) -> None:
    """The definitions in a language, the one retained first, each with its holder, year and work."""
    file = data.library.documents[source(concept.id)]
    for key, one in sorted(concept.definitions.items(), key=lambda item: not item[1].retained):
        if text := one.text.get(language):
            group = _add(section, "descripGrp")
            said = data.words(file, ("definitions", key, "text", language), text, language)
            _add(group, "descrip", said, type="definition")
            work = data.library.references.get(one.source)
            parts = (said_in(one.holder, language)[0], str(one.year or ""), work.title if work else "")
            _add(group, "admin", ", ".join(filter(None, parts)), type="source")

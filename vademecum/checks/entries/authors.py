"""Those who wrote or edited a work: names that are none, hold more than a name, or are in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.checks.words.names.given_names import GIVEN
from vademecum.language.regex import regex
from vademecum.model import Finding, Name, Reference
from vademecum.model.markers import Plain
from vademecum.model.walk import walk
from vademecum.sources.text.braces import quoted
from vademecum.sources.text.source_file import SourceFile

OTHERS = regex(r"\b(?:et\.? al\b\.?|et autres|and others|et coll\.)", re.IGNORECASE)
_PERSON = r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+"
SEVERAL = regex(rf"{_PERSON}(?:\s*[;&]\s*|, | et | and ){_PERSON}(?:(?:\s*[;&]\s*|, | et | and ){_PERSON})*")
# Two families, or a body and a town, joined by a word that no name of one has.
COUPLE = regex(r"[A-ZÀ-Þ][\w’'-]+ (?:et|and|&) [A-ZÀ-Þ][\w’'-]+")
_TURNED = r"[A-ZÀ-Þ][\w’'-]+, [A-ZÀ-Þ][\w.’'-]+"
TURNED = regex(rf"{_TURNED}(?:(?:\s*[;&]\s*|,? et |,? and |, ){_TURNED})+")
BETWEEN = regex(r"\s*[;&]\s*|,\s+(?:et |and )?| et | and ")
_NAME = r"[A-ZÀ-Þ][\w’'-]*[\w]"
WHOLE = regex(rf"{_NAME}(?: (?:de |du |d[’']|van |von |le |la |el |ben )*{_NAME}){{1,3}}")
# What a body of two words may begin with.
INSTITUTIONS = frozenset(
    (
        *(
            "Fondation",
            "Institut",
            "Association",
            "Université",
            "Agence",
            "Centre",
            "Réseau",
            "Cités",
            "Cabinet",
        ),
        *(
            "Groupe",
            "Collectif",
            "Maison",
            "Villes",
            "Régions",
            "Communes",
            "Éditions",
            "Foundation",
            "Institute",
        ),
        *(
            "University",
            "Network",
            "Agency",
            "Cities",
            "Towns",
            "Group",
            "Press",
            "Banque",
            "Bank",
            "Nations",
        ),
    )
)
# Who is nobody, and what is no name.
NOBODY = regex(
    r"\[?(?:s\. ?[nd]\.|s\. ?l\. ?n\. ?d\.)\]?|anonyme|anon(?:ymous|\.)?"
    r"|collectif|aa\. ?vv\.|auteurs? (?:divers|multiples)|various authors"
    r"|(?:auteur )?inconnue?|unknown(?: author)?|sans auteur|no author|n/?[ac]|\S+@\S+\.\w+|https?://\S+|www\.\S+",
    re.IGNORECASE,
)
# What stands around a name and is none of it.
ADDRESSED = regex(r"(?:MM?\.|Mmes?|Mlle|Mrs?\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?|Monsieur|Madame)[ \u00a0](?=\w)")
BEHIND = regex(r"\s*[(\[](?:(?:dirs?|éds?|eds?|coords?|trad|resp)\.?|(?:19|20)\d\d[a-z]?)[)\]]\Z")
# Where an author works, which a catalogue has behind the name; a particle, which goes before it.
OFFICE = regex(
    r"\s*[(\[][^()\[\]]*\b(?:universit|institut|laboratoire|mairie|ville|métropole"
    r"|cnrs|school|council|city of|minist)"
    r"[^()\[\]]*[)\]]\Z",
    re.IGNORECASE,
)
PARTICLE = regex(r"(.+?)\s*\((de|du|de la|des|d['’]|van|van der|von|le|la)\)")
JOINED = regex(r"(?<=\w)\s*;\s+(?=\w)")
# A country and one of its bodies, as catalogues have them, are no person.
BODIES = (
    "Ville|Commune|Région|Département|Métropole|Ministère|Sénat|Assemblée|Parlement|Mairie"
    "|City|Town|Council|Senate|Parliament"
)
INITIAL = regex(r"((?:[A-ZÀ-Þ]\.[ -]?){1,3}) ?([A-ZÀ-Þ][\w’'-]+)")
OF_A_BODY = regex(
    rf"(?:{BODIES}|Conseil|Agence|Institut|Université|University|Ministry) (?:de|du|des|d['’]|of|for|\w+al)\b"
)
COMMA = regex(rf"([A-ZÀ-Þ][\w’'-]+), (?!(?:{BODIES})\b)([A-ZÀ-Þ][\w.’'-]+)")
BOTH = regex(
    r"(?!(?:L[ea]s?|D[eiu]|D[eo]s|V[ao]n|El|Al|Ben|Saint) )([A-ZÀ-Þ][a-zà-ÿ-]+) "
    # Christian Aid and the Marine nationale are no persons.
    r"(?!(?:Aid|Nationale|Marchande|Scotland|Institute?|Foundation|Fund|Trust|Cent(?:er|re)|Group|Society|School|Press"
    r"|House|Conseil)\Z)"
    r"([A-ZÀ-Þ][a-zà-ÿ’'-]+)"
)

NAMES = regex(r"[ -]")
# Given names that are hardly anybody's family name, as Martin and Simon are.
NEVER_OF_A_FAMILY = regex(r"(?!(?:Marie|Antoine)\Z)\w+(?:ie|ine|lle|ette)")


def authors(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """What is wrong with each name of a work."""
    for key, value in work:
        names = [one for one in value if isinstance(one, Name)] if isinstance(value, tuple) else []
        for number, name in enumerate(names):
            if not name.short:  # the page would name nobody
                yield Finding(
                    "missing-field", document.where(id_, key, number), {"key": "family", "leaf": "family"}
                )
            elif name in names[:number] or _turned_round(name) in names[:number]:
                found = f"{name.given} {name.family}" if name.given else name.short
                yield Finding("said-twice", document.where(id_, key, number), {"found": found})
    for step in walk(work, Plain):
        if isinstance(step.owner, Name):
            field = str(step.path[-1])
            code, near = _wrong(step.owner, field, step.value)
            if code:
                values = {"found": step.value} | ({"nearest": near} if near else {})
                yield Finding(code, document.where(id_, *step.path), values)


def _turned_round(name: Name) -> Name:
    """A person whose two names are exchanged."""
    return name.model_copy(update={"family": name.given, "given": name.family})


def _wrong(name: Name, field: str, written: str) -> tuple[str, str]:
    """The code of what is wrong with a part of a name, and what was meant."""
    if NOBODY.fullmatch(written):
        return "no-name", ""
    persons = _turned(written) or _persons(written)
    if persons or OTHERS.search(written) or SEVERAL.fullmatch(written) or JOINED.search(written):
        return "names-in-one", persons
    if bodies := _bodies(written):
        return "names-in-one", bodies
    if field == "family" and name.given and COUPLE.fullmatch(written):
        return "names-in-one", ""
    if field == "family" and (behind := PARTICLE.fullmatch(written)):
        family = behind[1].title() if behind[1].isupper() else behind[1]
        joined = behind[2] if behind[2].endswith(("'", "’")) else f"{behind[2]} "
        return "name-form", f"{joined}{family}"
    bare = OFFICE.sub("", BEHIND.sub("", written)) if field != "literal" else BEHIND.sub("", written)
    bare = ADDRESSED.sub("", bare) if field != "literal" else bare
    if bare != written and bare:
        return "name-form", bare
    if field == "family" and written.islower() and (not name.given or name.given.islower()):
        return "name-form", written.title()
    if field == "family" and not name.given and OF_A_BODY.match(written):
        return "body-as-person", f"{{literal: {quoted(written)}}}"
    if field == "family" and _are_exchanged(name):
        family = (name.given or "").title() if (name.given or "").isupper() else name.given
        return "names-exchanged", f"{{family: {family}, given: {written}}}"
    return ("name-parts", parts) if (parts := _parts(name, field)) else ("", "")


def _bodies(written: str) -> str:
    """Bodies joined by "&", each with a line, where one says whose it is: Moulin & Ville de Valmont."""
    parts = written.split(" & ")
    if len(parts) < 2 or not all(" " in part for part in parts) or not any(map(OF_A_BODY.match, parts)):
        return ""
    return ", ".join(f"- {{literal: {quoted(part)}}}" for part in parts)


def _are_exchanged(name: Name) -> bool:
    """Whether a family name is one given to many, and the given name one given to nobody: in capitals, as
    family names are written, or beside what is no family name, Jean-Pierre or Sophie.
    """
    given, family = name.given or "", name.family or ""
    if given.isalpha() and given.isupper():
        return family in GIVEN and given.title() not in GIVEN
    if len(given) < 3 or not given[0].isupper() or "." in given or not GIVEN.isdisjoint(NAMES.split(given)):
        return False
    parts = family.split("-")
    return GIVEN.issuperset(parts) and (len(parts) > 1 or NEVER_OF_A_FAMILY.fullmatch(family) is not None)


def _turned(written: str) -> str:
    """Several persons in the place of one, each with the family name first: "Reed, Anna and Roy, Paul"."""
    if not TURNED.fullmatch(written):
        return ""
    pairs = re.findall(r"([A-ZÀ-Þ][\w’'-]+), ([A-ZÀ-Þ][\w.’'-]+)", written)
    if not any(given.rstrip(".").partition("-")[0] in GIVEN or given[1:2] in (".", "") for _, given in pairs):
        return ""
    return ", ".join(f"- {{family: {family}, given: {given}}}" for family, given in pairs)


def _persons(written: str) -> str:
    """Several persons in the place of one, each with its two names: those of whom each has a first name that
    many have, or two names, where one has such a first name.
    """
    parts = BETWEEN.split(written)
    if len(parts) < 2 or not all(map(WHOLE.fullmatch, parts)):
        return ""
    names = [part.split(" ", 1) for part in parts]
    known = [first.partition("-")[0] in GIVEN for first, _ in names]
    if not any(known) or not all(
        is_one or " " not in last for is_one, (_, last) in zip(known, names, strict=True)
    ):
        return ""
    if any(first in INSTITUTIONS for first, _ in names):
        return ""
    return ", ".join(f"- {{family: {last}, given: {first}}}" for first, last in names)


def _parts(name: Name, field: str) -> str:
    """A person's name in two parts, where it was written in one: "Reed, Anna", or both under `family`."""
    written = name.literal if field == "literal" else name.family if not name.given else ""
    if one := COMMA.fullmatch(written or ""):
        return f"{{family: {one[1]}, given: {one[2]}}}"
    if field == "literal" and (two := BOTH.fullmatch(written or "")) and two[1].partition("-")[0] in GIVEN:
        return f"{{family: {two[2]}, given: {two[1]}}}"
    if field == "family" and not name.given and (led := INITIAL.fullmatch(name.family or "")):
        return f"{{family: {led[2]}, given: {led[1].strip()}}}"
    if field == "family" and not name.given and (two := BOTH.fullmatch(name.family or "")):
        return f"{{family: {two[2]}, given: {two[1]}}}"
    return ""

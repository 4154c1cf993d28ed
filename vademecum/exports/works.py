"""The works cited, for reference managers: CSL-JSON, BibTeX and RIS.

CSL-JSON after https://docs.citationstyles.org/en/stable/specification.html; BibTeX with the entry types of
BibTeX 0.99d and fields of BibLaTeX; RIS with the tags of https://en.wikipedia.org/wiki/RIS_(file_format).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from vademecum.exports.plain import listed
from vademecum.language.languages import LANGUAGES
from vademecum.model import Name, Reference
from vademecum.model.references import DATES, OURS

ARTICLES = ("article", "article-journal", "article-newspaper")
BIBTEX = dict.fromkeys(ARTICLES, "article") | {
    "book": "book",
    "chapter": "incollection",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
RIS = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
# What BibTeX reads as a command, and how it is written (Lamport, LaTeX, 2nd edition, section 2.1).
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def csl(works: Iterable[Reference]) -> str:
    """Works as CSL-JSON."""
    return listed(map(_csl, works))


def _csl(work: Reference) -> dict[str, Any]:
    told: dict[str, Any] = work.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude=set(OURS)
    )
    told |= {name: work.in_own(said) for name, said in told.items() if isinstance(said, dict)}
    if event := told.pop("event", None):
        told.setdefault("event-title", event)
    for name in DATES:
        if date := told.get(name):
            told[name] = {"date-parts": [[int(part) for part in date.split("-")]]}
    if work.note:
        told["note"] = " / ".join(work.note[language] for language in LANGUAGES if language in work.note)
    return told


def _event(work: Reference) -> str:
    return work.in_own(work.event or work.event_title)


def bibtex(works: Iterable[Reference]) -> str:
    """Works as BibTeX."""
    return "\n".join(map(_bibtex, works))


def _bibtex(work: Reference) -> str:
    fields = {name: value for name, value in _bibtex_fields(work) if value}
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{BIBTEX.get(work.type, 'misc')}{{{work.id}{lines}\n}}\n"


def _bibtex_fields(work: Reference) -> Iterator[tuple[str, str]]:
    kind = BIBTEX.get(work.type, "misc")
    year, _, rest = (work.issued or "").partition("-")
    yield "title", f"{{{_tex(work.title)}}}"  # braces: no style takes its capitals away
    yield "author", " and ".join(map(_tex_name, work.author))
    yield "editor", " and ".join(map(_tex_name, work.editor))
    yield "year", year
    yield "month", ENGLISH_MONTHS[int(rest[:2]) - 1] if rest else ""
    yield {"article": "journal"}.get(kind, "booktitle"), _tex(work.container_title)
    yield "series", _tex(work.collection_title)
    yield {"techreport": "institution", "phdthesis": "school"}.get(kind, "publisher"), _tex(work.publisher)
    yield "address", _tex(work.publisher_place)
    yield "howpublished", _tex(_event(work)) if kind == "misc" else ""
    yield "type", _tex(work.in_own(work.genre))
    plain = {"number": work.number or work.issue, "volume": work.volume, "edition": work.edition}
    yield from ((name, _tex(value)) for name, value in plain.items())
    yield "pages", _tex(re.sub(r"(?<=\d)[-–](?=\d)", "--", work.page or ""))
    yield from (("language", _tex(work.language)), ("isbn", _tex(work.ISBN)), ("doi", _tex(work.DOI)))
    yield "url", work.URL or ""
    yield "urldate", work.accessed or ""


def _tex(text: str | None) -> str:
    return "".join(SPECIAL.get(sign, sign) for sign in " ".join((text or "").split()))


def _tex_name(name: Name) -> str:
    """A person as family and given name; an institution in braces, so that no part of it is a given name."""
    if name.literal:
        return f"{{{_tex(name.literal)}}}"
    return ", ".join(filter(None, (_tex(name.family), _tex(name.given))))


def ris(works: Iterable[Reference]) -> str:
    """Works as RIS, a line for each field."""
    return "".join(f"{tag}  - {value}\r\n" for work in works for tag, value in _ris(work))


def _ris(work: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", RIS.get(work.type, "GEN")
    yield "ID", work.id
    yield "TI", _line(work.title)
    for tag, names in (("AU", work.author), ("ED", work.editor)):
        yield from ((tag, _line(_ris_name(name))) for name in names)
    if work.issued:
        year, month, day = [*work.issued.split("-"), "", ""][:3]
        yield "PY", year
        yield "DA", f"{year}/{month}/{day}/"
    told = {
        "T2": work.container_title or _event(work),
        "T3": work.collection_title,
        "PB": work.publisher,
        "CY": work.publisher_place,
        "M3": work.in_own(work.genre),
        "VL": work.volume,
        "IS": work.issue or work.number,
        "SP": work.page,
        "ET": work.edition,
        "LA": work.language,
        "SN": work.ISBN,
        "DO": work.DOI,
        "UR": work.URL,
    }
    yield from ((tag, _line(value)) for tag, value in told.items() if value)
    yield "ER", ""


def _ris_name(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))


def _line(value: str) -> str:
    return " ".join(value.split())

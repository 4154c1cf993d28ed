"""Dates of works that are not those which their titles give."""

from __future__ import annotations

from collections.abc import Iterator

from vademecum.checks.words.quantities.dates import DATES, whole_date
from vademecum.language.regex import regex
from vademecum.model import Finding, Reference
from vademecum.sources.text.source_file import SourceFile

# What comes out on the day of the meeting, or after it.
RECORD = regex(
    r"(?i)\b(?:comptes?[ -]rendus?|procès-verb\w+|actes|relevé|minutes|proceedings|record|report of the)\b"
)


def title_dates(id_: str, work: Reference, document: SourceFile) -> Iterator[Finding]:
    """A remark where an act has another day than in its title, and where a record is older than its meeting.

    Nothing where a title has several days.
    """
    issued = work.issued or ""
    days = {day: written for language in DATES for day, written in _days(work.title, language)}
    if len(issued) < len("2017-12") or len(days) != 1:
        return
    ((day, written),) = days.items()
    same = day[: len(issued)]
    act = work.type == "legislation" and same != issued and day[:4] == issued[:4]
    if act or (RECORD.search(work.title) and issued < same):
        yield Finding(
            "title-date-differs", document.where(id_, "issued"), {"found": issued, "other": written}
        )


def _days(title: str, language: str) -> Iterator[tuple[str, str]]:
    """The days of a title as a work has its own, and as they are written."""
    for one in DATES[language].finditer(title):
        day, month, year = whole_date(one, language)
        yield f"{year}-{month:02}-{int(day):02}", one[0]

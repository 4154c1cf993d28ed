"""A number of inhabitants in a case's summary that no band of its authorities and partners holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.language.regex import regex
from vademecum.model import Case, Finding
from vademecum.sources.meant.labels_meant import bounds_of
from vademecum.sources.text.source_file import SourceFile

_NUMBER = r"(\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+|\d{3,8})"
PEOPLED = regex(
    r"(?i)\b(?:ville|commune|village|bourg|métropole|agglomération|intercommunalité|communauté|département"
    r"|région|town|city|county|region|authority|department|area)"
    r" (?:de|d['’]|à|of|with|has|compte|qui compte)[ \u00a0](?:près de |environ |some |about |nearly )?"
    rf"{_NUMBER}[ \u00a0](?:habitants|inhabitants|people|residents)\b"
)
ABOUT = 0.2  # part by which a source's number may be beyond a band, which is of another year


def populations(case: Case, document: SourceFile) -> Iterator[Finding]:
    """A remark where one of the two is likely to be a slip; nothing where no authority has a band, or a
    partner has none, of which the summary may speak.
    """
    partners = [partner.population for partner in case.partners.values()]
    bands = [one.population for one in case.authorities.values() if one.population]
    bands += [band for band in partners if band]
    said = PEOPLED.search(case.summary or "")
    if said and bands and all(partners):
        count = int(re.sub(r"\D", "", said[1]))
        if not any(_holds(band, count) for band in bands):
            values = {"found": said[0], "other": ", ".join(dict.fromkeys(bands))}
            yield Finding("population-differs", document.where("summary"), values)


def _holds(band: str, count: int) -> bool:
    """Whether a band holds about so many; one of another form than numbers may."""
    bounds = bounds_of(band)
    if bounds is None:
        return True
    least, most = bounds
    return least * (1 - ABOUT) <= count <= (most or count) * (1 + ABOUT)

"""What is told as past of a year to come: en 2035 la ville a signé; ten years later, in 2035, it was over."""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.quantities.dates import MONTH
from vademecum.language.regex import regex

_DONE = (
    r"(?:[a-zà-ÿ]{2,20}(?:é|ée|és|ées)|reçue?s?|eu|pu|dû|vu|tenue?s?|mise?s?|prise?s?|réunie?s?|accueillie?s?"
    r"|obtenue?s?|choisie?s?|ouverte?s?|rejointe?s?|fait|conclue?s?|rendue?s?|perdue?s?|venue?s?)\b"
)
_BETWEEN = r"(?: [\w’'-]{1,30}){0,6}? (?:n['’])?"
_ACTS = (
    r"(?:received|signed|hosted|welcomed|created|organised|launched|adopted|published|opened|built|founded|joined"
    r"|funded|voted|approved|met|held|took|came|won|began|became|went|gave|sent)"
)
# The year begins its sentence, or stands between commas: what is decided now may be for one to come.
AHEAD = {
    "fr": regex(
        rf"(?:(?<=[.!?] )|\A|(?<=, )|(?<=\bet ))[Ee]n (?:(?:{MONTH['fr']}) )?(20[2-9]\d),?"
        rf"{_BETWEEN}(?:(?:a|ont|avait|avaient|s['’]est|se sont)(?: pas| plus| déjà| ainsi| bien)? {_DONE}"
        r"|(?:était|étaient|fut|furent)\b)"
    ),
    "en": regex(
        rf"(?:(?<=[.!?] )|\A|(?<=, )|(?<=\band ))[Ii]n (?:(?:{MONTH['en']}) )?(20[2-9]\d),?"
        r"(?:(?: [\w’'-]{1,30}){1,6}? (?:was|were|had|did)\b"
        rf"| (?:the|its|a|both|two|three|our|their) (?:[a-z-]+ ){{1,3}}{_ACTS}\b)"
    ),
}
# What makes a plan or a condition of a sentence.
TO_COME = {
    "fr": regex(
        r"\b(?:qu[ei]|qu['’]\w+|dont|où|quand|si|s['’]ils?|lorsque?|comme|selon|d['’]ici|pour|grâce)\b"
        r"|\b[a-zà-ÿ]{2,}(?:ra|ront|rai[ts]|raient)\b|prév|planif|object|scénario|horizon|engag|échéance",
        re.IGNORECASE,
    ),
    "en": regex(
        r"\b(?:will|shall|would|may|can|could|might|should|that|which|who|whose|what|where|if|when|as|once"
        r"|to be|were to|due|expected|going to)\b|plan|aim|target|scenario|pledg|expect|projec|schedul"
        r"|forecast",
        re.IGNORECASE,
    ),
}
ENDS = regex(r"[.;!?](?:\s|\Z)")


def ahead(words: str, language: str) -> Iterator[Slip]:
    """What was done in a year that is still to come."""
    year = datetime.date.today().year
    told = [found for found in AHEAD[language].finditer(words) if int(found[1]) > year]
    stops = [0, *(end.end() for end in ENDS.finditer(words)), len(words)] if told else []
    planned: dict[tuple[int, int], bool] = {}  # by sentence, which is looked at once however many it has
    for found in told:
        # "En 2028, les villes que la région a accueillies feront le bilan."
        sentence = (
            stops[bisect.bisect_right(stops, found.start()) - 1],
            stops[bisect.bisect_left(stops, found.end())],
        )
        if sentence not in planned:
            planned[sentence] = TO_COME[language].search(words, *sentence) is not None
        if not planned[sentence]:
            yield "numbers-reversed", found.start(), {"found": found[0]}

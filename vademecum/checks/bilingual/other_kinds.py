"""Offices, tiers and currencies that two languages do not share: a mayor in one, *un préfet* in the other."""

from __future__ import annotations

import re
from functools import partial

from vademecum.checks.bilingual.comparison import Comparison, Said, one_apart
from vademecum.checks.bilingual.passages import whole_or_sentence
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex

# Of one kind each row: what each language calls it, French first.
OFFICES = (
    # Before what they have the names of.
    (
        r"vice-présidente?s?",
        r"vice[- ](?:presidents?|chair(?:m[ae]n|wom[ae]n|s)?)|deputy (?:presidents?|chair(?:man|woman|s)?)",
    ),
    ("premi(?:er|ère)s? ministres?", "prime ministers?|premiers?"),
    (
        r"maires?[- ]adjointe?s?|adjointe?s?(?: (?:au|à la|du) maire)?|députée?s?",
        "deput(?:y|ies)(?:[- ]mayors?)?|M[EP]?Ps?|members? of (?:the National Assembly|parliament)",
    ),
    ("maires?|mairesses?", "mayors?(?!['’]s? office)"),
    ("préfète?s?|préfets?", "prefects?"),
    ("présidente?s?", "presidents?|chair(?:man|woman)?"),
    ("ministres?", "ministers?"),
    ("ambassad(?:eur|rice)s?", "ambassadors?"),
    ("gouverneure?s?", "governors?"),
    ("sénat(?:eur|rice)s?", "senators?"),
)
# Of a place, each: a region may be an area, and a department a part of a town hall.
_PLACE_FR = r"(?= (?:d(?:e|u|es|e la) |de l['’]|d['’])(?-i:[A-ZÀ-Þ]))"
_PLACE_EN = r"(?= of (?:the )?(?-i:[A-ZÀ-Þ]))"
TIERS = tuple(
    (rf"{french}{_PLACE_FR}", rf"{english}{_PLACE_EN}")
    for french, english in (
        ("départements?", "departments?"),
        ("régions?", "regions?"),
        ("provinces?", "provinces?"),
        ("cantons?", "cantons?"),
    )
)
COUNCILS = (
    (r"conseils? départementa(?:l|ux)", r"(?:department(?:al)?|county) councils?"),
    (r"conseils? régiona(?:l|ux)", r"regional councils?"),
    (r"conseils? municipa(?:l|ux)", r"(?:town|city|municipal) councils?"),
)
MINISTRIES = tuple(
    (
        rf"minist(?:re|ère)s? (?:de la |de l['’]|des |du )(?:{french})",
        rf"(?:{english}) minist(?:er|r[iy]e?)s?|minist(?:er|r[iy]e?)s? (?:of|for) (?:the )?(?:{english})",
    )
    for french, english in (
        ("intérieur", "interior"),
        ("affaires étrangères", "foreign(?: affairs)?"),
        ("santé", "health"),
        ("culture", "culture"),
        ("éducation", "education"),
        ("défense|armées", "defence"),
        ("justice", "justice"),
        ("agriculture", "agriculture"),
        ("tourisme", "tourism"),
    )
)
BODIES = tuple(
    (f"(?-i:{french})", f"(?-i:{english})")
    for french, english in (
        ("ONU|Nations [Uu]nies|onusien(?:ne)?s?", "UN|United Nations"),
        ("UE|Union européenne", "EU|European Union"),
        ("UNESCO|Unesco", "UNESCO|Unesco"),
        ("UNICEF|Unicef", "UNICEF|Unicef"),
        ("OMS", "WHO|World Health Organi[sz]ation"),
        ("OTAN|Otan", "NATO|Nato"),
        ("OCDE", "OECD"),
        ("FMI", "IMF"),
        ("Banque mondiale", "World Bank"),
        ("PNUD", "UNDP"),
    )
)
SEASONS = (
    (
        r"(?<=l['’])été(?! [\w’']+(?:é|ée|és|ées|i|is|it|u|us)\b)"
        r"|(?:(?<=d['’])|(?<=en )|(?<=cet )|(?<=chaque ))été|étés|été(?= \d{4})|estiva(?:l|le|les|ux)",
        "summers?|summertime",
    ),
    (r"hivers?|hiverna(?:l|le|les|ux)", "winters?|wintertime|wintry"),
    (r"printemps|printani(?:er|ère)s?", "springs?|springtime"),
    (r"automnes?|automna(?:l|le|les|ux)", "autumns?|autumnal|fall"),
)
CURRENCIES = (
    (r"euros?|€", r"euros?|€"),
    (r"dollars?|\$|USD", r"dollars?|\$|USD"),
    (r"livres? sterling|£|GBP", r"pounds?(?: sterling)?|£|GBP"),
    (r"francs? CFA|F ?CFA|XOF", r"CFA francs?|F ?CFA|XOF"),
    (r"francs? suisses?|CHF", r"Swiss francs?|CHF"),
)
Rows = tuple[tuple[str, str], ...]
Kinds = dict[str, re.Pattern[str]]  # by language: each row as a group


def _read(kinds: Kinds, text: str, language: str) -> Said[int]:
    """Which of some kinds a text in a language speaks of."""
    said: dict[int, tuple[str, int]] = {}
    for found in kinds[language].finditer(text):
        said.setdefault(found.lastindex or 0, (found[0], found.start()))
    return said


def _comparison(rows: Rows, letters: tuple[str, str], code: str) -> Comparison:
    """What compares kinds of which a text that names one has some of its language's letters; a difference is
    told by a code.
    """
    kinds = {
        language: regex("|".join(rf"(?<!\w)({row[number]})(?!\w)" for row in rows), re.IGNORECASE)
        for number, language in enumerate(LANGUAGES)
    }
    told = partial(whole_or_sentence, partial(one_apart, partial(_read, kinds), code=code))
    needs = {
        language: tuple(of_language.split("|"))
        for language, of_language in zip(LANGUAGES, letters, strict=True)
    }
    return Comparison(needs, told)


# What a text is not without that names one, French first.
IN_TIERS = "épartement|égion|rovince|anton", "epartment|egion|rovince|anton"
IN_COUNCILS = "onseil", "ouncil"
IN_MINISTRIES = "inistre|inistère", "inister|inistry|inistrie"
IN_BODIES = (
    "ONU|ations Unies|ations unies|onusien|UE|Union européenne|UNESCO|Unesco|UNICEF|Unicef|OMS|OTAN|Otan|OCDE"
    "|FMI|Banque mondiale|PNUD",
    "UN|United Nations|EU|European Union|Unesco|Unicef|WHO|World Health|NATO|Nato|OECD|IMF|World Bank",
)
IN_OFFICES = (
    "maire|Maire|djoint|éput|réfet|réfète|résident|ministre|Ministre|mbassad|ouverneur|énat",
    "ayor|eput|MP|MEP|Assembly|arliament|refect|resident|hair|inister|remier|mbassad|overnor|enator",
)
IN_SEASONS = (
    "été|estiva|hiver|Hiver|rintemps|rintani|utomn",
    "ummer|winter|Winter|wintr|pring|utumn|fall|Fall",
)
IN_CURRENCIES = (
    "euros|Euros|euro |euro\u00a0|euro,|euro.|euro)|€|ollar|$|USD|sterling|£|GBP|CFA|XOF|suisse|CHF",
    "euros|Euros|euro |euro\u00a0|euro,|euro.|euro)|€|ollar|$|USD|ound|£|GBP|CFA|XOF|Swiss|CHF",
)
COMPARISONS = (
    _comparison(TIERS, IN_TIERS, "office-differs"),
    _comparison(COUNCILS, IN_COUNCILS, "office-differs"),
    _comparison(MINISTRIES, IN_MINISTRIES, "office-differs"),
    _comparison(BODIES, IN_BODIES, "name-differs"),
    _comparison(OFFICES, IN_OFFICES, "office-differs"),
    _comparison(SEASONS, IN_SEASONS, "sense-differs"),
    _comparison(CURRENCIES, IN_CURRENCIES, "number-differs"),
)

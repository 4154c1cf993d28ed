"""Turns of a language that are written otherwise than they are said: elisions, articles, capitals.

Rules as those of usage.py, which asks them: what no text breaks one without, how it is broken, what was
meant. Each asks for the words around, so that "la vitamine C est", "an unimportant town" and "one NGO's
budget" are left alone.
"""

from __future__ import annotations

import re

from vademecum.checks.rules.slip import Rule
from vademecum.checks.words.grammar import letters
from vademecum.checks.words.quantities.dates import MONTHS, SPACE

OTHER_CASE = ""  # what was meant is the same, its last word begun by a capital or by none

CAPITALS = "|".join(month.capitalize() for month in MONTHS["fr"])
_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_TIGHT = re.compile(r":(?=[a-z])").search
_AMOUNT = r"(?<![\d,.])\d{1,12}(?:[,.]\d{1,3})?"
_AFTER_COLON = (
    r"(?:une?|les?|la|des|du|il|elle|ils|elles|ce|cette|ces|nous|on|en|aux?|dans|pour|avec|par|sur)\b(?!:)"
)
_AFTER_COLON_EN = r"(?:an?|the|it|they|its|this|these|in|on|for|with|we)\b(?!:)"

# Behind these a letter is called by its name: l'alinéa c est abrogé, clause a applies.
NO_LETTER = r"(?<!oint )(?<!ettre )(?<!linéa )(?<!ritère )(?<!nnexe )"
_NO_LETTER_EN = (
    r"(?<!oint )(?<!tion )(?<!roup )(?<!raph )(?<!nnex )(?<!ario )(?<!tem )"
    r"(?<!lause )(?<!olumn )(?<!etter )(?<!case )(?<!\b[Pp]art )(?<!\b[Tt]ype )(?<!ersion )"
)

# A letter or que that lost its apostrophe, or never had one.
ELISIONS: tuple[Rule, ...] = (
    (
        ("qu ", "Qu "),
        r"\b((?:[Qq]uel|[Ll]ors|[Pp]uis|[Qq]uoi|[Jj]us)?[Qq]u) (ils?|elles?|on|une?s?|en|à|au|aux|ici)\b",
        r"\1’\2",
    ),
    (
        ("c est", "C est", "c était", "C était"),
        rf"((?<=[a-zà-ÿ,;] ){NO_LETTER}c|(?<=[.!?] )C|\A[Cc]) (est|était)\b",
        r"\1’\2",
    ),
    (
        ("D ", "L "),
        r"((?<=[.!?] )[DL]|\A[DL]) (?!(?:ou|et|est|en|aux?)\b)([aeéèêiouhEÉÈÊ][\w’'-]{2,30})",
        r"\1’\2",
    ),
    (("j ai", "J ai", "j avais", "J avais"), r"\b([Jj]) (ai|avais)\b", r"\1’\2"),
    (
        (" n ", "n a ", "n est "),
        r"((?<=[a-zà-ÿ»,] )(?<!\b[Ss]i )n|\A[Nn]) ((?:a|ai|ont|est|était|avait|avaient|y a|en a)"
        r"(?: pas| plus| jamais| rien| aucun| que| été)\b)",
        r"\1’\2",
    ),
    (
        (" s ",),
        rf"(?<=[a-zà-ÿ,] )(?<!\ben ){NO_LETTER}(s) (est|était|ils?|y|agit|agissait)\b",
        r"\1’\2",
    ),
    (
        ("sque ", "oique "),
        r"\b((?:[Ll]ors|[Pp]uis|[Qq]uoi|[Jj]us)qu)e (ils?|elles?|on|une?|à|au|aux|en)\b",
        r"\1’\2",
    ),
    (
        ("ue il", "ue elle", "ue on "),
        r"\b((?:[Pp]arce |[Bb]ien |[Aa]lors |[Aa]fin )?[Qq]u)e (ils?|elles?|on)\b",
        r"\1’\2",
    ),
    (("i il",), r"\b([Ss])i (ils?)\b", r"\1’\2"),
)
FRENCH: tuple[Rule, ...] = (
    *ELISIONS,
    *letters.FRENCH,
    # Titles of courtesy, words of one's own hand.
    (("Mme.", "Mlle."), r"\b(Mme|Mlle)\.(?= )", r"\1"),
    (("Mr.", "Mr "), r"\bMr\.? (?=le |l['’])", "M. "),
    (("ujourd' h", "ujourd’ h", "ujourd h"), r"\b([Aa])ujourd['’]? hui\b", r"\1ujourd’hui"),
    # a and à, quand and quant.
    (("l y à", "'y à", "’y à"), r"\b([Ii]l (?:n['’])?y) à\b", r"\1 a"),
    (("usqu'a", "usqu’a"), r"\b([Jj]usqu['’])a\b", r"\1à"),
    (
        (" a t", " a p", " a c", " a m", " a l"),
        r"(?<=[a-zà-ÿ,] )a (travers|partir (?:de|du|d['’])|(?:court|moyen|long) terme"
        r"|l['’](?:instar|issue|égard))\b",
        r"à \1",
    ),
    (
        ("l'unanimité", "l’unanimité"),
        r"\b((?:voté|adopté|approuvé|décidé|validé|choisi|retenu|élu)e?s?) a (l['’]unanimité)\b",
        r"\1 à \2",
    ),
    (
        ("uand à ", "uand au"),
        r"\b([Qq])uand (à|aux?) (lui|elles?|eux|celles?|celui|ceux|savoir)\b",
        r"\1uant \2 \3",
    ),
    (
        ("Quand à l", "Quand au"),
        r"\bQuand (à la |à l['’]|aux? )(?!(?:printemps|même|matin|soir|moment|début|milieu|bout|fil)\b)"
        r"([^\W\d_]{3,30}), (ils?|elles?|on|ce|c['’]est)\b",
        r"Quant \1\2, \3",
    ),
    # An article that joins its preposition; a surname has a capital: de Le Corbusier.
    (("de le ", "De le "), r"\b([Dd])e le ([A-ZÀ-Þ][\w’'-]{1,30})", r"\1u \2"),
    (("à le ",), r"\bà le ([A-ZÀ-Þ][\w’'-]{1,30})", r"au \1"),
    # The t between a verb and its pronoun.
    (("il y a t", "il y a-t"), r"\bil y a[ -]t['’ -]il\b", "y a-t-il"),
    (("Il y a t", "Il y a-t"), r"\bIl y a[ -]t['’ -]il\b", "Y a-t-il"),
    (
        (" t-", "t'", "t’"),
        r"\b(?<!\b[Ii]l y )([^\W\d_]{1,20})(?: t-| t['’]|-t['’])(ils?|elles?|on)\b",
        r"\1-t-\2",
    ),
    # Months, days and peoples as adjectives have no capital; a union of states has.
    (
        tuple(f" {month.capitalize()}" for month in MONTHS["fr"]),
        rf"\b(?:[Ee]n|[Ff]in|[Dd]ébut|[Dd]epuis|[Dd]ès|mois de) (?!Mai (?:19)?68\b)(?:{CAPITALS})(?![\w-])",
        OTHER_CASE,
    ),
    (
        tuple(f" {month.capitalize()}" for month in MONTHS["fr"]),
        # Days that are called so stay: le 1er Mai, le 14 Juillet.
        r"\b[Ll]e (?!1er Mai|8 Mai|14 Juillet|4 Septembre|11 Novembre|19 Mars)"
        rf"(?:1er|\d\d?) (?:{CAPITALS})(?! \d)(?![\w-])",
        OTHER_CASE,
    ),
    (
        tuple(f" {day}" for day in _DAYS.split("|")),
        rf"\b(?:[Ll]e|[Cc]haque|[Uu]n|[Cc]e) (?:{_DAYS})(?= \d| matin\b| soir\b| suivant\b|[.,;)]|\Z)",
        OTHER_CASE,
    ),
    (("union européenne",), r"\b([LlDd]e l['’]|[Ll]['’]|à l['’])union européenne\b", r"\1Union européenne"),
    # Sentences.
    (
        ("; E", "; I", "; N", "; C"),
        rf"[\w’'-]{{0,30}}[a-zà-ÿ]{{3}}{SPACE}?; (?:Elles?|Ils?|Nous|Cela|Cette|Ces)(?= [a-zà-ÿ])",
        OTHER_CASE,
    ),
    (_TIGHT, rf"([\w’'-]{{2,30}}[^\W\d_]):({_AFTER_COLON})", r"\1 : \2"),
)
ENGLISH: tuple[Rule, ...] = (
    # a before a consonant that is heard, an before a vowel that is.
    (
        tuple(f"n {begins}" for begins in ("uni", "Uni", "euro", "Euro", "us", "one", "U")),
        r"\b([Aa])n ((?:[Uu]ni(?:vers|que|form|on|ts?\b|ty\b|fied|lateral)|[Ee]uro"
        r"|[Uu]s(?:e[dr]?\b|eful|ual|age\b|able\b)"
        r"|one\b|(?:UN|UK|US|UNESCO|UNICEF)\b)[\w-]{0,20})",
        r"\1 \2",
    ),
    (
        (" hour", " honest", " hono", " heir", " EU"),
        r"\b([Aa]) (hours?\b|honest|honou?r|heirs?\b|EU\b)",
        r"\1n \2",
    ),
    (
        (" a a", " a e", " a i", " a o", " a u", "A "),
        rf"((?<=[a-z,;] ){_NO_LETTER_EN}a"
        r"|(?<=[.!?] )A|\AA)"
        r" ((?:a|e(?!u|we)|i|o(?!n(?:e|ce)|ui)|u(?:n(?!i|ani)|p|r(?=b|g)|l(?=t)))[a-z]{3,20})\b",
        r"\1n \2",
    ),
    (("a an ", "A an "), r"\b([Aa]) an\b(?= [a-z])", r"\1n"),
    # 's of a plural, its, there.
    (
        ("'s", "’s"),
        r"\b((?:[Mm]any|[Ss]everal|[Ff]ew|[Tt]hese|[Tt]hose|[Vv]arious"
        r"|(?<![Tt]he )(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]en)) [A-Z]{2,6})['’]s\b",
        r"\1s",
    ),
    (
        tuple(f"{sign}s {verb}" for sign in "'’" for verb in ("are", "were", "have", "who", "came")),
        r"\b((?:[IL]?NG|NGD|CS|IG|LG)O|ME?P|M?SME|LR?A|LGA|CEO|PPP|SDG|MDG)['’]s (are|were|have|who|came)\b",
        r"\1s \2",
    ),
    (
        ("it's ", "it’s ", "It's ", "It’s "),
        r"\b([Ii])t['’]s (partner|mayor|territory|population|neighbour|website"
        r"|(?:inhabitants|members)(?! who| that))\b(?! \w+ing\b)(?![^.;!?]{0,60}\b(?:that|which)\b)",
        r"\1ts \2",
    ),
    (
        ("heir ",),
        r"\b([Tt])heir (are|is|was|were|has been|have been)\b",
        r"\1here \2",
    ),
    # Months that are words too, sentences.
    (
        ("n may", "n march", "n august", "ince m", "ntil m"),
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil) (?:march|may|august)(?= (?:19|20)\d\d\b|[.,;)]|\Z)",
        OTHER_CASE,
    ),
    (
        tuple(f". {word}" for word in ("it", "they", "we", "the")),
        r"[\w’'-]{0,30}[a-z]{4}(?<!prox)(?<!incl)(?<!excl)(?<!resp)\. (?:it|they|we|these)(?= [a-z])",
        OTHER_CASE,
    ),
    (_TIGHT, rf"([\w’'-]{{2,30}}[^\W\d_]):({_AFTER_COLON_EN})", r"\1: \2"),
)
NUMBERED: dict[str, tuple[Rule, ...]] = {
    "fr": (
        (("pour cents",), rf"(\d{{1,12}}{SPACE}pour cent)s\b", r"\1"),
        *(
            (
                (f" {there} ", f"\u00a0{there} "),
                rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {there} (?=(?:19|20)\d\d\b)",
                rf"\1 {here} ",
            )
            for here, there in zip(*MONTHS.values(), strict=True)
        ),
        (
            (" million ", " milliard "),
            rf"(?<![\d.,])(?<!\d[ \u00a0\u202f])((?:[2-9]|[1-9]\d{{1,11}}){SPACE}(?:million|milliard))\b"
            r"(?= (?:de |d['’]))",
            r"\1s",
        ),
        ((" mn",), rf"\b(\d{{1,3}}){SPACE}mn\b", r"\1 min"),
        (
            (" Milli", "\u00a0Milli", "\u202fMilli"),
            rf"(?<![«“] )(?<![«“]\u00a0){_AMOUNT}{SPACE}M(?:illion|illiard)s?\b",
            OTHER_CASE,
        ),
        (
            (" euro", "\u00a0euro", "\u202feuro"),
            r"(?<![\d.,])(?<!\d[ \u00a0\u202f])"
            rf"((?:[2-9]|[1-9]\d{{1,11}}|[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+){SPACE}euro)\b(?!-)",
            r"\1s",
        ),
    ),
    "en": (
        (("illions",), rf"(\d{{1,12}}(?:\.\d{{1,3}})?{SPACE}[mb]illion)s\b", r"\1"),
        (("0ies",), r"\b(\d{3}0)ies\b", r"\1s"),
        *(
            (
                (f" {here} ", f"\u00a0{here} "),
                rf"\b(\d{{1,2}})(?:er)? {here} (?=(?:19|20)\d\d\b)",
                rf"\1 {there} ",
            )
            for here, there in zip(*MONTHS.values(), strict=True)
        ),
        (("1er ",), rf"\b1er (?={'|'.join(MONTHS['en'])})", "1 "),
        (
            (" Million", "\u00a0Million", " Billion"),
            rf"{_AMOUNT}{SPACE}[MB]illion\b(?! (?!Euro|Pound|Dollar|People)[A-Z])",
            OTHER_CASE,
        ),
        (
            ("0's", "0’s"),
            r"\b((?:[Ii]n|[Ss]ince|[Dd]uring) the (?:early |late |mid-)?(?:1[89]|20)\d0)['’]s\b",
            r"\1s",
        ),
        (
            ("0's ", "0’s "),
            r"\b([Tt]he (?:1[89]|20)\d0)['’]s (were|are|saw|have|had)\b",
            r"\1s \2",
        ),
        (
            ("from 19", "from 20", "From 19", "From 20"),
            r"\b(?<!graphs )([Ff]rom) ((?:19|20)\d\d)[-–]((?:19|20)\d\d)\b(?! to\b)",
            r"\1 \2 to \3",
        ),
        (
            tuple(f"{month} {year}" for month in ("march", "may", "august") for year in ("19", "20")),
            r"\b\d{1,2} (?:march|may|august)(?= (?:19|20)\d\d\b)",
            OTHER_CASE,
        ),
    ),
}

"""Turns of French that translators carry over into English: since ten years, depends of, a two days visit.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant.
"""

from __future__ import annotations

from vademecum.checks.words.slip import Rule

_SPANS = r"(?:years|months|weeks|days|decades|centuries)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|several|many)"
ENGLISH: tuple[Rule, ...] = (
    (
        ("ince ",),
        rf"\b([Ss])ince ({_COUNT}) ({_SPANS})\b(?! (?:ago|earlier|before|later|of|had|have|passed)\b)",
        r"for \2 \3",
    ),
    (("iscuss",), r"\b([Dd])iscuss(ed|es|ing)? about\b", r"\1iscuss\2"),
    (("ssist",), r"\b([Aa])ssist(ed|s|ing)? to (the|an?|this|their|our)\b", r"attend\2 \3"),
    (("frame of",), r"\b([Ii])n the frame of\b", r"\1n the framework of"),
    (("The most of the ",), r"\bThe most of the (?=[a-z]+s\b)", "Most of the "),
    (("the most of the ",), r"\bthe most of the (?=[a-z]+s\b)", "most of the "),
    (
        ("articipate to", "articipated to", "articipates to"),
        r"\b([Pp])articipate([ds]?) to\b",
        r"\1articipate\2 in",
    ),
    (("is member of", "as member of"), r"\b(is|was) member of\b", r"\1 a member of"),
    (
        (" is agree", " are agree", " was agree", " were agree"),
        r"\b(is|are|was|were) agree\b",
        r"\1 in agreement",
    ),
    (("epend",), r"\b([Dd]epend(?:s|ed|ing)?) of\b", r"\1 on"),
    (
        ("nterested by",),
        r"\b(is|are|was|were) interested by (?=the|this|a|its|our|such)",
        r"\1 interested in ",
    ),
    (("esponsible of",), r"\b([Rr]esponsible) of\b", r"\1 for"),
    (
        (" composed by",),
        r"\b(is|are|was|were) composed by (?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|several)\b)",
        r"\1 composed of ",
    ),
    (("ccording ",), r"\b([Aa])ccording (?=the\b)", r"\1ccording to "),
    (
        ("llows to ", "nables to ", "ermits to "),
        r"\b(it|this|which|that|project|agreement|programme|law|network|tool) (?:allows|enables"
        r"|permits) to (?=[a-z]{3,})",
        r"\1 makes it possible to ",
    ),
    ((" a research", "A research"), r"\b[Aa] research (?=(?:on|was|is|has|that|which|about)\b)", "research "),
    (
        (" years ", " days ", " months ", " weeks "),
        r"\b([Aa]|[Tt]he(?! \w+ \w+ (?:meeting|visit|trip|stay))|[Tt]his|[Ii]ts|[Tt]heir) (two"
        r"|three|four|five|six|seven|eight|ten|twelve"
        r"|\d{1,2}) (year|day|month|week)s "
        r"(?=(?:project|plan|meeting|programme|visit|trip|agreement|course|contract|cycle|stay"
        r"|seminar|mandate)\b)",
        r"\1 \2-\3 ",
    ),
)

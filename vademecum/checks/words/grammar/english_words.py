"""English words that are written for others: then and than, its and it's, principle and principal; less and
fewer.

Rules as those of usage.py: what no text breaks one without, how it is broken, what was meant. Each asks for
words around which leave no other reading.
"""

from __future__ import annotations

import re

from vademecum.checks.rules.slip import Rule
from vademecum.checks.words.grammar.genders import START
from vademecum.checks.words.quantities.dates import MONTH, MONTHS

_NOUNS = ("town", "project", "partner", "council", "school", "meeting", "agreement", "association", "visitor")
_NOUNS_NEEDED = (*_NOUNS, "inhabitant", "pupil", "region", "network", "resident", "village", "reason")
_COUNTED = "|".join(_NOUNS_NEEDED)
# What follows a noun that is no part of a longer name.
_ENDED = (
    r"(?=[.,;]|\Z| (?:is|are|was|were|has|have|had|will|can|of|in|at|from|to|on|that|which|who"
    r"|joined|took|signed"
    r"|left|ended|came|met|agreed|voted|share|work|want)\b)"
)
# "an town": a consonant with what it is spoken with; "an mp3" and "an SME" are right.
_AN = r"([Aa])n (?<=\b[Aa]n )([bcdfgjklmnpqrstvwz][aeioulr][a-z]{2,30})\b"
_MUCH = "expensive|small|large|big|early|late|long|short|high|low|weak|difficult|young|old|costly|slow|far"
_THEIRS = (
    *("partner", "budget", "mayor", "council", "inhabitants", "residents", "children", "families", "twin"),
    *("towns", "citizens", "members", "staff", "meetings"),
)
ENGLISH: tuple[Rule, ...] = (
    (re.compile(_AN).search, _AN, r"\1 \2"),
    (("it's own", "it’s own"), r"\b([Ii])t['’]s own\b", r"\1ts own"),
    (
        (" then ",),
        r"\b([Mm]ore|[Ll]ess|[Ff]ewer|[Rr]ather|[Oo]ther|[Bb]etter|[Ll]arger|[Ss]maller|[Hh]igher"
        r"|[Ll]ower|[Oo]lder|[Ll]onger)"
        r" then (?=\d|(?:the|an?|half|one|two|three|ten|expected|before|any|its|their|other)\b)",
        r"\1 than ",
    ),
    (("here own",), r"\b([Tt])here own\b", r"\1heir own"),
    (
        ("hey're ", "hey’re "),
        r"\b(of|in|for|with) they['’]re (budget|partners?|council|members)\b",
        r"\1 their \2",
    ),
    (
        (" effects ",),
        r"\b([Ii]t|[Tt]his|[Tt]hat|which) effects (everyone|everybody|all|each|the|our|their|its)\b",
        r"\1 affects \2",
    ),
    (("hey're own", "hey’re own"), r"\b([Tt])hey['’]re own\b", r"\1heir own"),
    (
        ("it's ", "it’s "),
        r"\b(signed|approved|adopted|launched|presented|published|of|with|by|for|in|from) it['’]s "
        r"(agreement|budget|council|population|policy|strategy|programme|charter|residents|towns|twin)\b"
        r"(?! (?:time|season|week|day|that|which|who)\b)",
        r"\1 its \2",
    ),
    (("ts a ", "ts the ", "ts been "), r"\b([Ii])ts (a|the|been)(?= [a-z])", r"\1t’s \2"),
    (
        ("ho's ", "ho’s "),
        r"\b([Ww])ho['’]s (aims?|role|budget|population|members|partners?|mayor|council)\b",
        r"\1hose \2",
    ),
    # What a word of the same sound was meant for.
    (
        ("rinciple ",),
        r"\b(?<!first )([Pp])rinciple (?=(?:reason|partner|town|aim|objective|city|source|cause"
        r"|cost|member|author"
        r"|language|actor|donor|funder|beneficiar|difference|activit|town|result|task|challenge"
        r"|goal)(?:s|y|ies)?\b)",
        r"\1rincipal ",
    ),
    (("rincipal",), r"\b([Oo]n|[Ii]n) principal(?=[,.;]| (?:that|agreement)\b)", r"\1 principle"),
    (
        (" loose",),
        r"\b((?:[Tt]o|will|would|may|might|could|can|not|they|we|towns|councils|municipalities"
        r"|don['’]t)) loose "
        r"(?=(?:the|its|their|our|his|her|an?|money|time|sight|face|control|interest|hope|track|contact)\b)",
        r"\1 lose ",
    ),
    (
        (" affect",),
        r"\b(no|any|little|great|positive|negative|side|lasting) affects? (?=on\b)",
        r"\1 effect ",
    ),
    (
        (" passed ",),
        r"\b(the|this) passed (?=(?:few |two |three |five |ten )?(?:years?|decades?|months?|century)\b)",
        r"\1 past ",
    ),
    (
        ("advices",),
        r"\b([Hh]e|[Ss]he|[Ii]t|who|which|council|mayor|region|association|office|team) advices (?=[a-z])",
        r"\1 advises ",
    ),
    (
        ("practise",),
        r"\b(the|an?|best|good|common|this|current|of|in) practise(s?)\b(?! [a-z]+ing\b)",
        r"\1 practice\2",
    ),
    (
        (" to many", " to few", " to much"),
        r"\b((?:[Tt]here (?:is|are|was|were)|(?:is|are|was|were) far|far|has|had"
        r"|have) )to (?=(?:many|few|much)\b(?! (?:a|of)\b))",
        r"\1too ",
    ),
    (
        tuple(f" to {much}" for much in _MUCH.split("|")),
        r"\b((?:is|are|was|were|be|been|far|much) )to "
        rf"(?=(?:{_MUCH})(?:[.,;]|\Z| (?:to|for)\b))",
        r"\1too ",
    ),
    (
        (" too ",),
        r"\b(wants?|wanted|needs?|needed|able|going|tr(?:y|ies|ied)|order|hopes?|hoped|plans?"
        r"|planned|decided|agreed|wish(?:es|ed)?)"
        r" too (?=(?:be|do|make|join|help|take|go|have|work|sign|build|share|use|see|give|keep"
        r"|create|develop)\b)",
        r"\1 to ",
    ),
    # its, their, your, whose.
    (
        ("it's ", "it’s "),
        r"\b(of|by|from|through|under|within|into|towards|during|gave|lost|kept|changed|increased"
        r"|improved|published) "
        r"it['’]s (?=[a-z])(?!(?:a|an|the|not|time|what|how|who|where|why|when|that|more|best"
        r"|worth)\b|[a-z]+ing\b)",
        r"\1 its ",
    ),
    (
        ("It's ", "It’s "),
        r"\bIt['’]s (?!(?:what|who|how|where|why|that|this|here|there|all|one|clear"
        r"|no)\b)([a-z]{3,30} (?:is|was|are|were|has|have)\b)",
        r"Its \1",
    ),
    (
        ("Its ",),
        rf"{START}Its (?=not\b(?!-)|(?:clear|important|possible|true|likely|necessary|difficult"
        rf"|easy|better) (?:that|to)\b)",
        "It’s ",
    ),
    (
        tuple(f" there {noun[:5]}" for noun in _THEIRS),
        r"\b(with|by|of|for|from|and|or|between|using|lost|kept|changed|as did|meet|met|held|organi[sz]ed)"
        r" there "
        r"(?=(?:meetings?|partners?|budgets?|mayors?|councils?|inhabitants|residents|children|families|twins?"
        r"|towns|citizens|members|staff)\b)",
        r"\1 their ",
    ),
    (
        ("There ",),
        rf"{START}There (?=(?:partners?|budgets?|mayors?|inhabitants|residents|children|families"
        rf"|twins?|members|staff)\b)",
        "Their ",
    ),
    (("our welcome to", "our invited"), r"\b([Yy])our (?=(?:welcome to|invited)\b)", r"\1ou’re "),
    (
        ("ho's ", "ho’s "),
        r"\b([Ww])ho['’]s (?=(?:town|project|children|city|region|name|territory|funds|staff|idea|work)\b)",
        r"\1hose ",
    ),
    (
        ("ould of ", "ust of ", "ight of ", "may of ", "n't of ", "n’t of "),
        r"\b([CcWw]ould|[Ss]hould|[Mm]ust|[Mm]ight|may|(?:could|would|should|must)n['’]t) of "
        r"(?=(?:been|had|gone|done|made|come|taken|given|seen"
        r"|known|become|written|met|paid|kept|held|begun|found|led|lost|won|built|sent|said|\w{2,20}ed)\b)",
        r"\1 have ",
    ),
    # More than one, and none that is counted.
    (
        ("eoples ", "ayors ", "owns ", "ouncils ", "ssociations ", "egions "),
        r"\b([Tt]he|[Aa]|[Tt]his|[Ee]ach|[Oo]ur) (town|mayor|council|association|region)s "
        r"(?=(?:council|office|population|website|mayor|territory|accounts|minutes|strategy)\b)",
        r"\1 \2’s ",
    ),
    (
        ("eoples ",),
        r"\b([Pp])eoples (?=(?:lives|needs|opinions|homes|views|houses|minds|expectations|trust"
        r"|ideas|wishes)\b)",
        r"\1eople’s ",
    ),
    (
        ("'s are", "’s are", "'s were", "’s were", "'s have", "’s have"),
        r"\b([Tt]wo|[Tt]hree|[Ss]everal|[Mm]any|[Tt]hese|[Bb]oth) ([a-z]{3,20})['’]s (?=(?:are|were|have)\b)",
        r"\1 \2s ",
    ),
    (
        ("'s are", "’s are", "'s were", "’s were", "'s have", "’s have"),
        rf"({START}The [a-z]{{3,20}})['’]s (?=(?:are|were|have)\b(?! (?:[a-z]+er|more"
        rf"|less|the)\b))",
        r"\1s ",
    ),
    (
        (" then ",),
        r"\b((?:[Mm]ore|[Ll]ess|[Ff]ewer) [a-z]{3,20}) then (?=(?:in|before|at|ever|any|it|they|its"
        r"|the|those|last|\d)\b)",
        r"\1 than ",
    ),
    *(
        (
            (f"{less} ",),
            rf"\b{less} (?=(?:families|inhabitants|visitors|towns|projects|partners|children|pupils|councils"
            r"|municipalities|meetings|visits|jobs|members|participants)\b)",
            f"{fewer} ",
        )
        for less, fewer in (("less", "fewer"), ("Less", "Fewer"))
    ),
    *(
        (
            (f"{fewer} ",),
            rf"\b{fewer} (?=(?:money|time|water|work|energy|information|support)\b"
            r"(?! (?!was|is|has)[a-z]+s\b))",
            f"{less} ",
        )
        for less, fewer in (("less", "fewer"), ("Less", "Fewer"))
    ),
    (
        ("s's ", "s’s "),
        r"\b((?:council|town|partner|region|association|mayor|school|project|citie|municipalitie|village)s)(['’])s\b",
        r"\1\2",
    ),
    (
        ("mount of ",),
        r"\b([Tt]he|[Ll]arge|[Gg]reat|[Ss]mall) amount of "
        r"(?=(?:people|inhabitants|visitors|towns|projects|partners|children|pupils|members)\b)",
        r"\1 number of ",
    ),
    (
        ("uch ",),
        r"\b([Mm])uch (?=(?:people(?!-)|towns|inhabitants|visitors|families|partners|projects)\b)",
        r"\1any ",
    ),
    (
        tuple(f"his {noun}" for noun in _NOUNS_NEEDED),
        rf"\b([Tt])his (?=(?:{_COUNTED})s\b)",
        r"\1hese ",
    ),
    (
        tuple(f" {noun} " for noun in _NOUNS_NEEDED) + tuple(f" {noun}." for noun in _NOUNS_NEEDED),
        rf"\b((?:[Tt]hese|[Tt]hose|[Mm]any|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en"
        rf"|[Oo]ne of (?:the|its|our|their)) "
        rf"(?:{_COUNTED})){_ENDED}",
        r"\1s",
    ),
    (("ach ", "very "), rf"\b([Ee]ach|[Ee]very) ({_COUNTED})s\b", r"\1 \2"),
    # Comparatives.
    (
        ("er than", "worse than"),
        r"\b[Mm]ore (better|worse|easier|larger|smaller|bigger|higher|lower|older|cheaper) than\b",
        r"\1 than",
    ),
    (
        ("most ",),
        r"\bmost (largest|smallest|biggest|highest|lowest|oldest|cheapest|best|greatest"
        r"|latest)\b(?! practice)",
        r"\1",
    ),
    # Days and centuries.
    (
        tuple(f" of {month}" for month in MONTHS["en"]),
        rf"\b(\d{{1,2}})(?:st|nd|rd|th) of ({MONTH['en']})(?= (?:19|20)\d\d\b)",
        r"\1 \2",
    ),
    (("XXth",), r"\bXXth\b", "20th"),
    (("XXIst", "XXIth"), r"\bXXI(?:st|th)\b", "21st"),
    (("XIXth",), r"\bXIXth\b", "19th"),
    (("XVIIIth",), r"\bXVIIIth\b", "18th"),
)

"""Names of natural persons, which stand nowhere but among the authors of works."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.names.given_names import GIVEN
from vademecum.checks.words.names.private_numbers import private_numbers
from vademecum.language.regex import regex

# What is no name: offices, parties, who deals with a part of the world, anybody, and brands.
_NONE = (
    r"(?!(?:Maires?|Mayor|Deputy|Vice|Présidente?|President|Préfète?|Adjointe?|Directeur|Directrice|Déléguée?|Conseil"
    r"|Chief|General|Foreign|City|Council|International|Affairs|Les?|La|Parti|Europe|European|Afrique|Union|Région|Régions"
    r"|Tout|Divers|Rassemblement|Mouvement|Nouvelle|Nouveau|Place|Grand|Bricolage|Propre|Meuble|Figaro|Bean|Martens|Oetker|Pepper)(?![\w’'])|Tout-)"
)
# What is called after somebody: the words before the name, or behind it.
PLACE = (
    r"(?:\b[Rr]ue|[Aa]venue|[Pp]lace|[Bb]oulevard|[Qq]uai|[Ss]quare|[Pp]ont|[Ss]tade|[Ll]ycée|[Cc]ollège|[ÉéEe]cole"
    r"|[Hh]ôpital|[Ff]ondation|[Pp]rix|[Mm]usée|[Mm]aison|[Ss]alle|[Cc]ours|[Aa]llée|[Pp]arc|[Jj]ardin|[Ee]splanade"
    r"|[Pp]romenade|[Gg]ymnase|[Cc]entre|[Mm]édiathèque|[Bb]ibliothèque"
    r"|[Tt]héâtre|[Aa]ssociation|[Ii]nstitut|[Uu]niversité|[Ee]space|[Cc]omplexe|[Rr]ésidence|[Cc]haire|[Rr]apport"
    r"|[Tt]rophée|[Pp]iscine|[Aa]éroport|[Gg]are|[Cc]linique|[Ss]anté)(?: d[ue]| de la)? "
)
_BEHIND_PLACE = regex(rf"{PLACE}\Z")
_NO_PLACE = (
    r"(?! (?:[A-ZÀ-Þ][a-zà-ÿ]+ )?(?:[Bb]ridge|[Ss]treet|[Ss]quare|[Ss]chool|[Aa]venue|[Mm]useum|[Ff]oundation"
    r"|[Pp]rize|Library|Airport|Monument|Hall|Hospital|Park|Centre|Memorial|Stadium)\b)"
)
_NO_BODY = (
    r"(?!\w+ (?:Métropole|Agglomération|Habitat|Ville|Group|Programme|Office|Network|Committee|Scheme"
    r"|Méditerranée|Atlantique|Alpes|Pyrénées|Rhône|Loire|Littoral|Bretagne|Party|County|Islands?|Republic"
    r"|Kingdom|States|Coast|Province|Region|Valley|Riding|Nord|Sud|Est|Ouest|Orientale?|Occidentale?)\b"
    r"|(?:Saint|Burkina|Sierra|Costa|South|North|West|East|Greater|Grand|New|Port|Fort|Mont|Development|Training"
    r"|County|Rhode|Puerto|United|Czech|Relations|Vie|Action|Développement|Coopération|Transition|Petite|Politique|Ivory|Cape|Cap|Flandre|Proche|Moyen|Sri|Saudi|Hong|San|Santa|Royaume|République|Labour)\b)"
)
_OFFICES = (
    r"[Aa]djointe?|[Dd]éputée?|[Ss]énat(?:eur|rice)|[Mm]inistre|[Gg]ouverneure?"
    r"|[Cc]ouncillor|Cllr|Sir|[Mm]inister|[Gg]overnor|Prof\."
)
# What is called after the one who led it, and is no doing of hers or his alone.
_NO_ERA = r"(?!\w+['’]s (?:government|cabinet|administration|presidency|reforms?|years)\b)"
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+ (?:[A-ZÀ-Þ][a-zà-ÿ]+|[A-ZÀ-Þ]{3,})"
_LED = r"(?:[Mm]ayor|[Mm]aire|[Aa]djointe?|[Pp]résidente?|[Pp]resident)"
_TOWN = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?"
_NO_REGION = (
    r"(?!(?:Nova|British|Northern|Southern|Western|Eastern|Central"
    r"|Hautes?|Basse|Hauts|Val|Seine|Pas|Pays|Ille)\b)"
)
_THEN = r"(?:the |then |former |alors |le |la |ancienne? |deputy )*"
PERSON = regex(
    rf"\b(?:M\.|MM\.|Mmes?|Mlle|Mrs?\.?|Ms\.?|Monsieur|Madame)[ \u00a0]{_NONE}{_NO_ERA}"
    rf"(?:[A-ZÀ-Þ][\w’'-]+[ ])?[A-ZÀ-Þ][\w’'-]{{2,}}\b{_NO_PLACE}"
    rf"|\b(?:Dr\.?|[Dd]octeure?|[Mm]ayor|[Mm]aire|[Pp]résidente?|[Pp]resident|{_OFFICES})[ \u00a0]{_NONE}"
    rf"{_NO_BODY}{_NAME}\b{_NO_PLACE}"
    # "the mayor, Jean Moulin, acts"
    rf"|\b{_LED},[ \u00a0]{_NONE}{_NO_BODY}{_NAME}(?=,)"
    # "the mayor of Valmont, Jean Moulin, acts"
    rf"|\b{_LED} (?:of|de|du|d['’])[ ]?(?:[Ll]a |[Ll]e |L['’])?{_TOWN},[ \u00a0]"
    rf"{_NONE}{_NO_BODY}{_NO_REGION}{_NAME}(?=,)"
    # "mayor: Jean Moulin"
    rf"|\b{_LED}[ \u00a0]?:[ \u00a0]{_NONE}{_NO_BODY}{_NAME}\b(?! [A-ZÀ-Þ])"
    # "Jean Moulin, mayor of a town", "Jean Moulin (mayor of a town)", "Jean Moulin, director of culture"
    rf"|\b{_NONE}{_NO_BODY}{_NAME}"
    rf"(?=, {_THEN}(?:[Mm]ayor|[Mm]aire|adjointe?|councillor) (?:of|de|du|d['’]|for|chargée?|aux?)\b"
    rf"| \({_THEN}(?:[Mm]ayor|[Mm]aire|présidente?|president|adjointe?) (?:of|de|du|d['’])\b"
    r"|, (?:directrice|directeur|director) (?:of|des?|du|d['’]))"
)
TITLES = (
    *("M. ", "M.\u00a0", "MM.", "Mme", "Mlle", "Mr", "Ms", "Monsieur", "Madame", "Dr"),
    *("irecteur d", "irectrice d", "irector of", "octeur"),
    *("ayor", "maire", "Maire", "sident", "djoint", "éputé", "énat", "inistre ", "ouverneur"),
    *("ouncillor ", "Cllr", "Sir ", "inister ", "overnor ", "Prof."),
)
# Persons who are told by a given name, beside what they said or their office.
_OFFICES_BEGIN = (
    *("chargé", "adjoint", "conseill", "maire", "vice-prés", "directeur", "directrice"),
    *("chef de ", "cheffe de ", "DGS"),
    *("mayor", "deputy mayor", "councillor", "project", "programme", "head of"),
)
# What may be a given name, the one group of these patterns: whether it is, the list of them says.
_GIVEN = r"([A-ZÀ-Þ][a-zà-ÿ]+)(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
# Behind a given name, what bears it: Louise Michel School.
_CALLED_SO = (
    r"(?!(?:School|Square|Street|Foundation|Trust|Cent(?:er|re)|Prize|House|College|Library|Museum|Hall|Park"
    r"|Bridge|Avenue|Chair|Institute|Memorial|Building|Stadium|Airport|Hospital|Club|Society|Nationale|Aid)\b)"
)
_WHOLE = rf"{_GIVEN} {_CALLED_SO}(?:(?:[Dd]e|[Dd]u|[Ll][ea]|[Dd]['’]|[Vv]an|[Bb]en) ?)?[A-ZÀ-Þ][\w’'-]+"
_SAYS = r"(?:déclare|explique|confie|raconte|témoigne|se félicite|said|says|explains?|explained|adds)"
_OFFICE = (
    r"(?:chargée? de (?:mission|projets?|coopération|communication|développement)|adjointe?"
    r"|conseill(?:er|ère) (?:municipale?|régionale?|départementale?|communautaire)|maires?|vice-présidente?"
    r"|(?:directeur|directrice)(?: générale?)?(?: adjointe?)?|cheffe? de (?:service|projet)|DGS"
    r"|(?:the )?(?:deputy )?mayor|councillor"
    r"|(?:project|programme) (?:manager|officer)|head of [a-z]+)"
)
_BEFORE = (
    r"(?:[Cc]hargée? de (?:mission|projets?|coopération|communication)|[Pp]réf(?:et|ète)"
    r"|[Aa]mbassad(?:eur|rice)|[Cc]onseill(?:er|ère) (?:municipale?|régionale?|départementale?|communautaire)"
    r"|[Dd]irect(?:eur|rice)(?: générale?)?(?: des services)?,?|DGS,?|[Mm]inistre"
    r"|[Mm]aire (?:[a-z]+(?:iste|aine?|ocrate)"
    r"|(?:de|du|d['’]) ?[A-ZÀ-Þ][\w’'-]+),?)"
)
# Children and families told with their school, their home or their health.
_AGE = r"(?:aged? (?:of )?\d{1,2}\b|\d{1,2} (?:ans|years old)\b|who is \d{1,2}\b|an? \d{1,2}-year-old\b)"
_ILL = (
    r"(?:(?:qui est |who is )?(?:diabétique|autiste|épileptique|asthmatique|handicapée?|enceinte|trisomique"
    r"|séropositi(?:f|ve)|diabetic|autistic|epileptic|asthmatic|disabled|pregnant|HIV-positive)\b"
    r"|(?:atteinte? d|qui souffre d"
    r"|who (?:has|suffers from) (?:epilepsy|diabetes|autism|asthma|cancer|depression|HIV)\b))"
)
_HOME = (
    r"\d{1,4}(?: bis| ter)?,? (?:(?:rue|avenue|allée|boulevard|impasse|chemin|place|quai) "
    r"|(?:[A-Z]\w+ ){1,2}(?:Street|Road|Lane|Avenue)\b)"
)
_FULL = rf"\b{_GIVEN}(?: [A-ZÀ-Þ][\w’'-]+)?"
# Whoever wrote a work that is cited may be named: what may end before a citation asks for its full stop.
NAMED: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            *("déclare", "explique", "confie", "raconte", "témoigne", "félicite"),
            *(" said ", " says ", " explain", " adds "),
        ),
        rf"[»”],? (?:a )?{_SAYS} {_WHOLE}\b(?=[.,;]|\Z)",
    ),
    (
        (
            *(f"{sign}{one}" for sign in (", ", "(") for one in _OFFICES_BEGIN),
            *(", the mayor", ", the deputy"),
        ),
        rf"\b{_WHOLE}(?=, (?:the |notre |alors )?{_OFFICE}\b| \({_OFFICE}[^()\n]{{0,40}}\))"
        rf"|\b[A-ZÀ-Þ]{{3,}} {_GIVEN}(?=, {_OFFICE}\b)",
    ),
    (
        (
            *(
                "de mission ",
                "de projet",
                "de coopération ",
                "de communication ",
                "réfet ",
                "réfète ",
                "mbassad",
            ),
            *("municipal ", "municipale ", "régional ", "régionale ", "départementale ", "départemental "),
            *("communautaire ", "irecteur ", "irectrice ", "irecteur général", "services, ", "DGS"),
            *(
                "inistre ",
                "aire soc",
                "aire comm",
                "aire éco",
                "aire rép",
                "aire cent",
                "maire de ",
                "maire d",
            ),
        ),
        rf"\b{_BEFORE} {_WHOLE}\b",
    ),
    # Of somebody who wrote a work the citation stands before the full stop.
    (
        ("elon ", "ccording to "),
        rf"\b(?:[Ss]elon|[Aa]ccording to) {_WHOLE}\b(?=,? [^.\n]{{0,300}}\.)",
    ),
    (("ropos recueillis par ",), rf"\b[Pp]ropos recueillis par {_WHOLE}\b"),
    (
        ("édigé par ", "elu par ", "ritten by ", "dited by "),
        rf"\A(?:[Rr]édigé|[Rr]elu|[Ww]ritten|[Ee]dited) (?:par|by) {_WHOLE}\b(?=[.,;]|\Z)",
    ),
    (("ntretien avec ", "nterview "), rf"\A(?:[Ee]ntretien avec|[Ii]nterview (?:de|with)) {_WHOLE}\.\Z"),
    (
        (", service ", ", direction ", ", mission ", ", pôle "),
        rf"\A{_WHOLE}(?=, (?:service|direction|mission|pôle) [a-zà-ÿ]+)",
    ),
    ((" ans", "aged ", "year-old", "years old", "who is "), rf"{_FULL}(?=, {_AGE}(?! (?:d[e’']|of)\b))"),
    (
        (
            *(", diab", ", auti", ", épilep", ", epilep", ", asthm", ", handi", ", encei", ", triso"),
            *(", sérop", ", atteint", ", qui est", ", qui souffre", ", who ", ", disab", ", pregn", ", HIV"),
        ),
        rf"{_FULL}(?=, {_ILL})",
    ),
    (
        ("famille ", "amilles ", " family"),
        rf"\b[Ff]amille [A-ZÀ-Þ][\w’'-]+(?=,? (?:au |habite |qui habite )?(?:au )?{_HOME})"
        rf"|\b[Tt]he [A-Z][\w’'-]+ family(?=,? (?:at |of |who live at )?{_HOME})",
    ),
)
NEEDS = (*TITLES, *(need for needs, _ in NAMED for need in needs))
# A mail address that is a person's, not an office's; a telephone number of France, or one with its country.
MAIL = regex(
    r"(?<![\w.@/-])(?![\w.-]*(?:mairie|ville|service|contact|accueil|relations|direction|office|town|hall|info|coop|internat|action"
    r"|aide|projet|secretariat|jumelage|twinning|europe|culture|press|communication|support|help)[\w.-]*@)"
    r"(?:[a-z]+\.[a-z-]{2,}|\w[\w.-]*(?=@(?:gmail|orange|wanadoo|yahoo|hotmail|outlook|free|laposte)\.))"
    r"@[\w-]+(?:\.[\w-]+)+"
)
# Whoever answers a town's number answers for it; a mobile telephone is somebody's.
SWITCHBOARD = regex(r"\b(?:[Ss]tandard|[Aa]ccueil|[Mm]airie|[Ss]witchboard)\b[^.;\d+]{0,20}\Z")
MOBILE = regex(r"(?:0|\+33[ \u00a0.]?(?:\(0\)[ ]?)?)[67]")
PHONE = regex(
    r"0[1-9](?<![\w.,/+-]..)(?<!\d[ \u00a0]..)(?:([ .\u00a0-])\d\d(?:\1\d\d){3}|(?<=0[67])\d{8})"
    r"(?!\d|[ .]\d\d)"
    r"|(?:\+|00(?<![\w.,]..))(?:33|44|32|41|49|39|34|226|221|212|223)[ \u00a0.]?(?:\(0\)[ ]?)?"
    r"\d(?:[ \u00a0.-]?\d){7,9}(?!\d)"
)


# Pages that say whom to write to: about, legal notice.
SERVICE = regex(r"docs/\w+/[^/]+\Z")


def contacts(words: str) -> Iterator[Slip]:
    """The mail addresses and telephone numbers of persons in some words."""
    for found in MAIL.finditer(words) if "@" in words else ():
        yield "contact-given", found.start(), {"found": found[0]}
    for found in PHONE.finditer(words) if "0" in words or "+" in words else ():
        before = words[max(0, found.start() - 30) : found.start()]
        if SWITCHBOARD.search(before) and not MOBILE.match(found[0]):
            continue
        yield "contact-given", found.start(), {"found": found[0]}
    yield from private_numbers(words)


def people(words: str) -> Iterator[Slip]:
    """The first name of a person in some words: its code, its place and what was found."""
    for pattern in _suspects().of(words):
        for found in _named(pattern(), words):
            before = words[: found.start()]
            quoted = before.count("«") > before.count("»") and "»" in words[found.end() :]
            if quoted and found[0][0] not in "»”":
                continue  # in the title of a work, or in somebody's words
            if not _BEHIND_PLACE.search(before[-40:]):
                shown = found[0].lstrip("»”, ")
                yield "person-named", found.end() - len(shown), {"found": shown}
                return


def _named(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """What a pattern finds in some words, where what it takes for a given name is one."""
    at = 0
    while found := pattern.search(words, at):
        given = next(filter(None, found.groups()), None)
        known = given is None or given in GIVEN
        at = found.end() if known else found.start() + 1
        if known:
            yield found


@functools.cache
def _suspects() -> Suspects[Callable[[], re.Pattern[str]]]:
    named = [(needs, functools.cache(functools.partial(re.compile, pattern))) for needs, pattern in NAMED]
    return Suspects([(TITLES, lambda: PERSON), *named])

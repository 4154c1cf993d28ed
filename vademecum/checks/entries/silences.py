"""What says that there is nothing to say, where the page and the data would count it as something said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vademecum.checks.markdown.bodies import UNSAID
from vademecum.checks.words.plain import ELSEWHERE
from vademecum.checks.words.remains.placeholders import NOTHING
from vademecum.document import tree, walking
from vademecum.language.regex import regex
from vademecum.model import SILENCES, STAGES, Finding, Model
from vademecum.model.markers import Translated
from vademecum.model.walk import walk
from vademecum.sources.library import InLanguages

LONGEST = 60  # letters of what says nothing
TOLD = 30  # letters of a paragraph that `bodies` tells of
_SOURCES = r"(?: dans (?:les|nos) sources| (?:par|selon) les sources)?"
_PARTICIPLES = (
    r"documenté|renseigné|communiqué|connu|précisé|disponible|mentionné|applicable|indiqué"
    r"|évalué|mesuré|chiffré"
)
SILENT = regex(
    # French
    rf"ras|r\. ?a\. ?s\.|rien à (?:signaler|dire)|inconnue?s?|non (?:{_PARTICIPLES})e?s?{_SOURCES}"
    r"|(?:les|nos) sources (?:n['’]en (?:disent rien|parlent pas)"
    r"|ne (?:le |les )?(?:disent|précisent|mentionnent) (?:pas|rien)"
    r"|se taisent|sont muettes|sont silencieuses)(?: sur ce point| à ce sujet| là-dessus)?"
    r"|(?:aucune?|pas d['’]|pas de )(?: ?(?:informations?|données?|sources?)(?: disponibles?| connues?)?)?"
    r"|informations? (?:non disponibles?|manquantes?)|oui|vrai|faux|yes|true|false|x|ok"
    r"|(?:voir|cf\.?) (?:ci-dessus|ci-dessous|plus haut|plus bas"
    r"|(?:le|la|les) (?:rapport|source|bilan|document|évaluation|texte)s?)"
    # English
    r"|unknown|not (?:documented|known|available|applicable|specified|reported|stated|mentioned|given"
    r"|evaluated|assessed|measured)"
    r"(?: in the sources?| by the sources?)?|none(?: identified| known| reported| mentioned)?"
    r"|nothing to report"
    r"|no (?:information|data|sources?)(?: (?:is |are )?(?:available|known|given))?"
    r"|(?:the|our) sources? (?:(?:say|says|tell|tells) nothing|(?:do|does) not (?:say|tell|mention it)"
    r"|(?:are|is) silent)(?: about (?:this|it)| on (?:this|it)(?: point)?| here)?"
    r"|see (?:above|below|the (?:report|source|document|evaluation))",
    re.IGNORECASE,
)
# What is still to come, told as if it had been seen.
EXPECTED = regex(
    r"(?<!que )\b(?:est|sont) (?:attendu|espéré|escompté)e?s?\b(?! (?:par|depuis|chaque)\b)"
    r"|\bdevraient\b|\b(?:viendront|seront)\b"
    r"|\bespèrent\b|(?<!than )\b(?:is|are) (?:expected|hoped)\b(?! (?:by|every|each)\b)"
    r"|(?<!than )\bhopes? (?:to|that)\b"
    r"|\bwill (?:be|bring|come|attract|allow|create|draw)\b"
)
RELATIVE = regex(r"\b(?:qui|que|who|that|which)[ \u00a0]\Z")
CAME = regex(r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|fut|furent|was|were|has|have|had|did|came)\b")
WANTS = ("ttend", "spér", "scompt", "devr", "viendr", "seron", "espèr", "expect", "hope", "will ")


def says_nothing(words: str) -> bool:
    """Whether some words say but that there is nothing to say."""
    return len(words) <= LONGEST and SILENT.fullmatch(words.strip().rstrip(" .!")) is not None


def stages(written: InLanguages) -> Iterator[Finding]:
    """Stages of which nothing is told, in each language of a case; what is observed and only hoped for."""
    for language, model in written.words.items():
        document = written.documents[language]
        for path, words in _stages(model):
            place = document.where(*path)
            if says_nothing(words) and not ELSEWHERE.fullmatch(words):
                yield Finding("nothing-observed", place, {"found": words})
            elif STAGES[-1] in path and (hoped := _hoped(words)):
                yield Finding("hoped-as-observed", place, {"found": hoped[0]})


def _hoped(words: str) -> re.Match[str] | None:
    # What did not come was looked for; what people hope is what a survey found.
    came = any(map(words.__contains__, (" pas", " not ", "enquête", "survey")))
    for found in EXPECTED.finditer(words) if any(map(words.__contains__, WANTS)) and not came else ():
        # Those who were to come came, or did so in part.
        if not (RELATIVE.search(words, 0, found.start()) and CAME.search(words, found.end())):
            return found
    return None


def _stages(model: Model) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for step in walk(model, Translated):
        if step.shape.of == "Stage.text":
            yield step.path, step.value


def sections(blocks: tree.Blocks, titles: Mapping[str, str]) -> Iterator[Finding]:
    """Sections of a case of which all that stands there is that there is nothing to say."""
    names = {title: name for name, title in titles.items()}
    for number, block in enumerate(blocks[:-1]):
        if not isinstance(block, tree.Heading):
            continue
        name = names.get(" ".join(walking.plain(block.content).split()), "")
        after, *rest = blocks[number + 1 : number + 3]
        if (
            name in SILENCES
            and after.origin is not None
            and not (rest and not isinstance(rest[0], tree.Heading))
        ):
            words = _alone(after)
            if words and says_nothing(words):
                values = {"found": words, "key": name}
                yield Finding("section-without-text", after.origin.location(after.at), values)


def _alone(block: tree.Block) -> str:
    """The words of a paragraph of words alone, or of a list's one item, that no other rule knows."""
    if isinstance(block, tree.Items):
        return walking.plain((block,)).strip() if len(block.items) == 1 else ""
    if not isinstance(block, tree.Paragraph) or len(block.content) != 1:
        return ""
    words = walking.plain(block.content).strip()
    return "" if len(words) < TOLD and (NOTHING.fullmatch(words) or UNSAID.fullmatch(words)) else words

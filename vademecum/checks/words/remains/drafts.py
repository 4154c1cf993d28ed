"""What says that a text is not done, or is not for readers: the head of a draft, a task in brackets, a word
to a colleague.

A paragraph that says no more than this is one; within a sentence the same words may be meant.
"""

from __future__ import annotations

import re

from vademecum.language.regex import regex

_TO_DO = (
    r"(?:actualiser|compléter|confirmer|développer|préciser|reformuler|relire|reprendre|rédiger|revoir|valider"
    r"|vérifier|mettre à jour)"
)
_DATA = (
    r"(?:[Cc]hiffres?|[Dd]ates?|[Mm]ontants?|[Dd]onnées|[Tt]exte|[Ss]ection|[Pp]artie|[Pp]aragraphe|[Ll]ien)"
)
_FIGURE = r"(?:[Ff]igures?|[Dd]ates?|[Aa]mounts?|[Dd]ata|[Tt]ext|[Ss]ection|[Pp]aragraph|[Ll]ink)"
_DONE = r"(?:updated|completed|confirmed|checked|reviewed|rewritten|added|translated)"
_WAIT = r"[ \u00a0\u202f]?[.!…]{0,3}"
_KIND = r"(?:[Bb]rouillon|BROUILLON|DRAFT|Draft|PROJET|CONFIDENTIEL|Confidentiel|CONFIDENTIAL|Confidential)"

# Each with what none is without.
DRAFTS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (needs, regex(pattern))
    for needs, pattern in (
        # A fact and, for its value, that it is to come: all that a paragraph says.
        (
            (": à ", ": A ", ": À ", ":\u00a0à ", ": to be", ": To be", ": TBC", ": tbc"),
            rf"\A[^\n:.]{{2,40}}[ \u00a0\u202f]?:[ \u00a0](?:[àÀA] (?:préciser|compléter|confirmer|vérifier"
            rf"|actualiser|venir)|[Tt]o be {_DONE}|TBC|tbc)\.?\s*\Z",
        ),
        # A source that was not found yet: in a sentence or brackets of its own.
        (
            (
                "ource à ",
                "ources à ",
                "éférence à ",
                "éférences à ",
                "ource to ",
                "ources to ",
                "eference to ",
            ),
            r"(?:\A|(?<=[.!?…:] )|(?<=[(\[]))"
            r"(?:[Ss]ources?|[Rr]éférences?|[Rr]eferences?) (?:à (?:re)?(?:trouver|chercher|vérifier|préciser"
            r"|ajouter|compléter|confirmer)|to (?:be )?(?:find|found|check(?:ed)?|confirm(?:ed)?|add(?:ed)?))"
            r"(?=[ \u00a0]?[.!…]?(?:[ ][A-ZÀ-Þ]|\s*\Z|[)\]]))",
        ),
        # A sentence that says but that its paragraph is not done.
        (
            (". À ", "? À ", "! À ", "… À ", "exte à ", "To be "),
            rf"(?<=[.!?…] )(?:(?:À|Texte à) {_TO_DO}|To be {_DONE})"
            r"(?:[ \u00a0]?[.!…](?= [A-ZÀ-Þ])|[ \u00a0]?[.!…]?\Z)",
        ),
        (
            (
                *(" à actu", " à repr", " à revoi", " à déve", " à relire", " à valider", " à mettre"),
                *(" à refor", " à préci", " à complé", " à vérif", " à confir", " à rédi"),
            ),
            rf"[\[(]{_DATA}(?: [a-zà-ÿ]+)? à {_TO_DO}[\])]",
        ),
        (
            (" to be ",),
            rf"[\[(]{_FIGURE} to be {_DONE}[\])]",
        ),
        (
            ("[à ", "[À ", "[A "),
            rf"\[[àÀA] (?:{_TO_DO}|voir|reprendre)(?: (?:avec|par) [^\[\]\n]{{2,30}})?\](?![(\[])",
        ),
        (("[to check", "[check "), r"\[(?:to check|check)\b(?! (?:in|out|your)\b)[^\[\]\n]{0,30}\](?![(\[])"),
        (
            ("(check!", "[check!", "(check)", "(à vérifier !", "(à revoir !"),
            r"[\[(](?:check|à vérifier |à revoir )!?[\])]",
        ),
        (("(tbc)", "(tbd)", "[tbc]", "[tbd]"), r"[\[(]tb[cd][\])]"),
        # A note of the French that readers are to see says more than this.
        (
            ("ranslator", "raduct", "N.d.T", "NdT", "to self", "to editor", "the editor", "to author"),
            r"[\[(](?:[Tt]ranslator['’]s note|[Nn]ote (?:du|de la) traduct(?:eur|rice)|N\.d\.T\.|NdT)"
            r"[ \u00a0\u202f]?:[ ]?(?:[^\[\]()\n]{0,60} )?(?:(?:to )?(?:check|verify|confirm)|not sure|unsure"
            r"|(?:à )?(?:vérifier|revoir|confirmer)|pas sûre?)\b[^\[\]()\n]{0,60}[\])]"
            r"|[\[(][Nn]ote to (?:self|(?:the )?(?:editors?|authors?))[ ]?:[^\[\]()\n]{1,80}[\])]",
        ),
        # Between angles, as forms have it; what begins with a letter of ASCII is a tag to Markdown.
        (
            ("<à ", "<À ", "<é", "<É"),
            rf"<<[àÀ] (?:{_TO_DO}|venir)\b[^<>\n]{{0,40}}>>"
            r"|(?<!<)<[àÀ] (?:[a-zà-ÿ]+)(?: [a-zà-ÿ’']+){0,4}>|(?<!<)<[éÉ][a-zà-ÿ]+(?: [a-zà-ÿ’']+){1,5}>",
        ),
        # A word to a colleague.
        (
            ("@",),
            r"(?<![\w.])@[A-ZÀ-Þ][a-zà-ÿ]+[ ,:]+(?:à|pour) "
            r"(?:relire|compléter|valider|confirmer|relecture|avis)\b",
        ),
        (
            ("mail de", "PJ)", "PJ ", "iapo", "lide ", "courriel d", "mail from"),
            r"\((?:[Vv]oir|[Cc]f\.?|[Ss]ee) (?:(?:le|la|les|the) )?"
            r"(?:(?:e-)?mail (?:de|du|from) [^()\n]{2,30}"
            r"|courriel (?:de|du) [^()\n]{2,30}|PJ(?: \d)?|(?:diapo(?:sitive)?|slide) \d{1,3})\)",
        ),
    )
)
# The whole of a paragraph. In a list or a table they may be the states that something has.
NOTES = regex(
    rf"[AÀ] {_TO_DO}(?: par (?:le|la|les|l['’])[ ]?[^\n.,;:]{{3,30}})?{_WAIT}"
    r"|\(?(?:(?:[Ss]ection|[Pp]age|[Pp]artie|[Tt]exte|[Cc]hapitre|[Pp]aragraphe) )?"
    rf"(?:[Ee]n cours de rédaction|[Ee]n construction|à venir)\)?{_WAIT}"
    r"|\(?(?:(?:[Pp]age|[Ss]ection|[Tt]ext|[Cc]hapter) )?"
    rf"(?:[Cc]oming soon|[Ww]ork in progress|[Uu]nder construction|to come)\)?{_WAIT}"
    r"|(?:[^\n.!?:]{2,30}[ \u00a0]?[:–—-][ \u00a0])?"
    r"(?:[Nn]e pas (?:diffuser|publier)|[Dd]o not (?:circulate|publish)|(?:[Ff]or )?internal use only)"
    rf"{_WAIT}"
    rf"|{_KIND}(?: v?\d{{1,2}}(?:\.\d)?)?(?:[ \u00a0][-–—][ \u00a0]"
    rf"(?:version|v\d|ne pas|do not|internal|à usage|document|validée?)\b[^\n.!?]{{0,40}})?{_WAIT}"
    r"|(?:Version|VERSION) (?:\d{1,2}(?:\.\d{1,2})?|du \d{1,2}(?:er)? [a-zéû]{3,9}(?: \d{4})?)[ \u00a0]"
    r"(?:[-–—][ \u00a0])?(?:(?:non )?validée?|à valider|relue|corrigée|provisoire)\b[^\n.]{0,30}\.?"
    rf"|(?:[Dd]ocument de travail|DOCUMENT DE TRAVAIL|[Ww]orking document|WORKING DOCUMENT){_WAIT}"
    r"|(?:Voir|See) (?:la )?(?:diapo(?:sitive)?|slide) \d{1,3}\.?"
)
# The whole of a title or a summary; within a text the same words may head a list: "À faire".
_STATE = (
    r"(?:(?:(?:working|first|rough) )?draft|brouillon|ébauche|wip|work in progress"
    r"|placeholder(?: (?:text|title))?|version (?:de travail|provisoire)|projet de (?:fiche|texte|chapitre))"
)
UNDONE = regex(
    rf"(?:{_STATE}|untitled|(?:sans|no) (?:titre|title)|tb[cd]|to (?:come|follow)"
    rf"|à (?:faire|définir|écrire|remplir|ajouter|trouver)){_WAIT}",
    re.IGNORECASE,
)
# What stands before a title that is not done.
HEAD = regex(
    rf"[\[(](?:{_STATE}|à (?:relire|compléter|valider)|provisoire)[\])][ \u00a0]*\w"
    rf"|{_STATE}[ \u00a0]?[:–—][ \u00a0]\w",
    re.IGNORECASE,
)
LONGEST = 90  # letters of such a paragraph


def is_note(words: str) -> bool:
    """Whether a paragraph says but that it, or what it belongs to, is not done or not for readers."""
    return len(words) <= LONGEST and NOTES.fullmatch(words) is not None


def is_undone(words: str) -> bool:
    """Whether a title or a summary says, as a whole or at its head, that it is not done."""
    return is_note(words) or UNDONE.fullmatch(words) is not None or HEAD.match(words) is not None

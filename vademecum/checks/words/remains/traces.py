"""What other programs leave in a text that was copied from them: word processors, mails, assistants, other
markup. Readers would see it as it is.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.needles import Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.remains.left_sentences import REMAINS
from vademecum.language.regex import regex
from vademecum.sources.text.assistants import AGREED

LATEX = regex(r"\\(textbf|textit|emph|section|subsection)\{([^{}\n]+)\}")
MEANT = {"textbf": "**", "textit": "*", "emph": "*", "section": "## ", "subsection": "### "}
ESCAPED = regex(r"\\u[0-9a-fA-F]{4}")  # a letter in JSON
MOST = 9  # commands of LaTeX that are told beside the first
# What a spreadsheet or a script shows where it found nothing, or has not reckoned.
_UNFOUND: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("#",),
        r"#(?:REF!|N/A|DIV/0!|VALE?U[ER]R?!|NOM ?\?|NAME\?|NUM!|NULL!|NOMBRE!)"
        r"|(?<=[^\n#])#{6,}|\A#{5,}\Z",
    ),
    (("NaN", "[object"), r"\bNaN\b|\[object Object\]"),
    (
        ("=",),
        r"(?<![\w=])=(?:[A-Z]{2,10}\([^()\n]{0,60}\)|[A-Z]{1,2}\d{1,4}[-+*/][A-Z]{1,2}\d{1,4}\b)",
    ),
)
UNFOUND = frozenset(pattern for _, pattern in _UNFOUND)
# Each trace: how it is written, once for each of the words without one of which it cannot stand in a text.
TRACES: tuple[tuple[str, str], ...] = tuple(
    (need, pattern)
    for needs, pattern in (
        # What a word processor prints where its fields lead nowhere, its fields, the marks of its comments.
        (
            ("Erreur",),
            r"Erreur\s*!\s(?:Source du renvoi|Signet non défini|Référence de lien)[^.\n]{0,40}\.?",
        ),
        (("Error!",), r"Error! (?:Reference source|Bookmark not|Hyperlink reference)[^.\n]{0,40}\.?"),
        (("HYPERLINK", "PAGEREF", "MERGEFIELD"), r"\b(?:HYPERLINK|PAGEREF|MERGEFIELD)\s+[\"“«\\_]?\S{1,80}"),
        (("[",), r"(?<![»”] )\[[A-Z]{1,3}\d{1,3}\](?!\()"),
        (("<",), r"</?[a-z]\w{0,8}:[a-z]\w{0,12}[^<>\n]{0,80}>"),  # <o:p>
        (("[cite",), r"\[cite(?:_start|_end|[ ]?:[^\]\n]{0,40})\]"),
        (
            ("énérée automatiquement", "utomatically generated"),
            r"\b(?:Description générée automatiquement|Description automatically generated)\b",
        ),
        (("|",), r"\S\|\d{2,4}(?:x\d{2,4})?\Z"),  # the width of a picture, in notes of another tool
        (("E+", "E-"), r"(?<![\w.,])\d(?:[.,]\d{1,8})?E[+-]\d{2}\b"),
        (("....",), r"^[^\n.]{3,80}[ ]?\.{5,}[ ]?\d{1,3}[ ]*$"),  # a list of contents
        # What assistants cite by, how they begin and end.
        (("【",), r"【[^】\n]{0,80}】?"),
        (("oaicite", "contentReference"), r":?contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|\boaicite\b"),
        (
            ("turn",),
            r"[\ue200-\ue206]?(?:\bcite|\bnavlist)?[\ue200-\ue206]?turn\d+(?:search|view|news|fetch|file)\d+\S?",
        ),
        (
            ("tant que",),
            r"\b[Ee]n tant qu['e’][ ]?(?:modèle de langage|modèle d['’]IA|intelligence artificielle|IA\b)"
            r"[^.?!\n]{0,90}[.?!]?",
        ),
        (("an AI",), r"\b[Aa]s an AI(?: language model\b|(?: assistant)?,)[^.?!\n]{0,90}[.?!]?"),
        (
            ("!",),
            rf"\A(?:{'|'.join(map(str.capitalize, AGREED))})\s*!"
            r"(?=\s*\Z|\s+(?:Voici|Voilà|Je|J['’]|Le texte|Ci-dessous|Here|I|I['’]|The text|Below)\b)",
        ),
        (
            ("Voici",),
            r"\AVoici (?:une?|la|le|les|votre) (?:\w+ ){0,2}?"
            r"(?:version|résumé|traduction|texte|proposition)\b(?! (?:de la |de l['’]|du |des ))"
            r"[^\n]{0,60}?[ \u00a0]?:(?=\s|\Z)",
        ),
        (
            ("Here",),
            r"\A(?:[A-Z]\w+[!,.] )?Here(?:['’]s| is) (?:an?|the|your) (?:\w+ ){0,2}?"
            r"(?:version|summary|draft|text|translation|paragraph|section)\b(?! of (?:the|article|these) )"
            r"[^\n]{0,60}?:(?=\s|\Z)",
        ),
        (("-vous que je",), r"\b(?:Souhaitez|Voulez)-vous que je\b"),
        (("like me to", "hope this helps"), r"\b[Ww]ould(?: you)? like me to\b|\bI hope this helps\b(?! \w)"),
        (
            ("Résumé", "Traduction", "Translation", "Summary"),
            r"\A(?:Traduction|Translation|(?:Résumé|Summary)[ \u00a0]\(\d{2,4} [^()\n]{1,20}\))"
            r"[ \u00a0\u202f]?:(?=\s)(?!\s*[«“])",
        ),
        (("et me know if",), r"\b[Ll]et me know if you\b[^.\n]{0,60}"),
        (("si vous souhaitez que",), r"\b[Nn]['’]hésitez pas si vous souhaitez que\b[^.\n]{0,60}"),
        (
            ("knowledge update", "knowledge cutoff", "knowledge cut-off", "dernière mise à jour"),
            r"\b[Aa]s of my (?:last|latest)? ?knowledge[^.\n]{0,90}\.?"
            r"|\bma dernière mise à jour\b[^.\n]{0,90}\.?",
        ),
        (
            ("DeepL", "by Google", "par Google", "avec Google", "with Google"),
            r"^(?:Traduit|Translated) (?:avec|par|with|by) (?:DeepL|Google)\b[^\n]{0,60}",
        ),
        # Marks of other languages than Markdown: forums, wikis, LaTeX, Textile, reStructuredText.
        (
            ("[/", "[br", "[b]"),
            r"\[(?:b|i|u|s)\](?=[^\[\n]{1,200}\[/)|\[/(?:b|i|u|s)\]|\[/?(?:br|url|img|quote|color|size|list|center)(?:=[^\]\n]{0,80})?\]",
        ),
        (("@",), r"@(?:article|book|inproceedings|misc|online|report|techreport|phdthesis)\{[^}\n]{0,80}"),
        (("'''",), r"'{3}(?=\w)"),
        (("''",), r"(?:``|(?<![\w'])'')(?=\w)[^'`\n]{1,80}''(?!')"),
        (
            ("\\",),
            r"\\(?:newpage|pagebreak|text(?:bf|it)|emph|(?:sub)?section|begin|end|item|footnote)\b(?:\{[^}\n]*\})?"
            r"|\\(?:[a-z]{0,8}cite[a-z]{0,6}|[a-z]{0,4}ref|label|url|href|chapter|paragraph|caption|underline"
            r"|includegraphics|usepackage|documentclass|title|author|textsc|enquote|index|[hv]space)"
            r"(?:\[[^\]\n]{0,60}\])?\{[^}\n]{0,120}\}",
        ),
        (("\\",), r"(?<=[\w.,;:!?»)])\\[nrt](?=[^\W\d_])"),
        (("\\u00", "\\u20"), r"\\u(?:00|20)[0-9a-fA-F]{2}"),
        (("$",), r"\$\$[^$\n]{1,200}\$\$|\$(?<!\d.)(?<!\d[ \u00a0].)[^$\n]{0,80}[=\\^_][^$\n]{0,80}\$(?!\d)"),
        (("h2.", "h3.", "h4."), r"^h[1-6]\.\s+\S[^\n]{0,40}"),
        ((".. ",), r"^\.\.\s\w+::"),
        (("= ",), r"\A={1,6}[ ]\S[^=\n]*$"),
        # Changes that are neither taken nor refused, fields of a mailing, what tables are exported with.
        (("{++", "{--", "{>>", "{=="), r"\{(?:\+\+|--|>>|==)[^{}\n]{0,80}(?:\+\+|--|<<|==)\}"),
        (("«",), r"«[A-ZÀ-Þ][^\W_]{1,20}(?:_[^\W_]{1,20}){1,3}»"),
        (("x00",), r"_?\bx00(?:0[9AD]|A0)(?:_|\b)"),  # an emphasis to Markdown
        (('""',), r"\"\"(?=\w)[^\"\n]{1,80}\"\"(?!\")"),
        (("00:00:00",), r"\b(?:19|20)\d\d-\d\d-\d\d[T ]00:00:00\b"),
        # Emoji by their names, and what programs that make pages put others in the place of.
        (
            (
                *(":smil", ":warn", ":white_", ":check", ":heavy", ":tada", ":rocket", ":heart"),
                *(":point_", ":arrow", ":star", ":info", ":bulb", ":thumbs", ":memo", ":fire", ":eyes"),
                *(":book", ":calen", ":pushpin", ":mag", ":constr", ":joy", ":wink", ":grin", ":clap"),
                *(":ok_", ":wave", ":exclam", ":question:", ":raised", ":muscle", ":earth", ":globe"),
                *(":flag", ":round_", ":x:"),
            ),
            r"(?<![\w:]):[a-z][a-z_]{0,24}:(?![\w:])",
        ),
        (("{%",), r"\{%(?![^{}\n]*\bfigure\b)[^{}\n]{1,80}%\}"),
        # Signs written for addresses and for HTML.
        (("%",), r"(?<=\w)%(?:20|C3%[0-9A-F]{2}|E2%80%99|2C|27)(?=\w)"),
        (("&",), r"&(?:nbs?ps?|[rl]squo|[rl]aquo|quot|amp|[aeiouyc](?:acute|grave|circ|uml|cedil))\b;?"),
        # Pictures that a mail showed, what a word processor's forms ask for, its numbers of pages.
        (("cid:", "[image:", "[Image :"), r"\[(?:cid:[^\]\s]{1,80}|[Ii]mage[ ]?:[^\]\n]{0,80})\]"),
        (
            (".png]", ".jpg]", ".jpeg]", ".gif]", ".svg]", ".webp]"),
            r"(?<!\[)\[[\w ./-]{1,80}\.(?:png|jpe?g|gif|svg|webp)\](?![(\[:])",
        ),
        (
            ("Cliquez ou appuyez", "Cliquez ici pour"),
            r"Cliquez (?:ou appuyez )?ici pour (?:entrer|taper|ajouter)[^.\n]{0,40}\.?",
        ),
        (
            ("Click or tap", "Click here to enter", "Choose an item"),
            r"Click (?:or tap )?(?:here )?to enter[^.\n]{0,40}\.?|Choose an item\.?",
        ),
        (("Choisissez un élément",), r"\AChoisissez un élément\.?\s*\Z"),
        (
            ("Page ",),
            r"(?:\A|(?<=[.!?…:»”)] )|\A[^\n]{3,80} [–—|-] )Page \d{1,4}[ ]?(?:sur|of|/)[ ]?\d{1,4}\.?\s*\Z",
        ),
        (("\t",), r"\A[^\n\t]{0,70}[^\W\d_]{3}[^\n\t]{0,10}\t+\d{1,3}[ ]*\Z"),  # a list of contents
        (
            ("{ REF", "{ SEQ", "{ PAGE", "{ TOC", "{ HYPER", "{ MERGE", "{ NUMP", "{ DATE", "{ XE", "{ INCL"),
            r"\{ (?:REF|SEQ|PAGE|PAGEREF|TOC|HYPERLINK|MERGEFIELD|NUMPAGES|DATE|XE|INCLUDEPICTURE)\b"
            r"[^{}\n]{0,90}\}",
        ),
        (("SEQ ",), r"\b(?:Figure|Tableau|Table) SEQ \w+[^\n]{0,40}"),
        (("[Comment",), r"\[Comment(?:aire|ed)?\b[^\]\n]{0,80}\]"),
        # The head and the end of a mail.
        (
            ("De", "From"),
            r"^(?:De|From)[ \u00a0]?:(?![ \u00a0]\d)[^\n]+"
            r"\n(?:À|A|To|Cc|Objet|Subject|Envoyé|Sent|Date)[ \u00a0]?:",
        ),
        (
            ("Envoyé", "Sent"),
            r"^(?:Envoyé|Sent)[ \u00a0]?:[ \u00a0][^\n]{5,60}\n(?:À|A|To|Cc|Objet|Subject)[ \u00a0]?:",
        ),
        (("Objet", "Subject"), r"^(?:Objet|Subject)[ \u00a0]?:[ \u00a0](?:RE|Re|TR|FW|Fwd)[ \u00a0]?:"),
        (
            ("--",),
            r"^-{2,}[ ]?(?:Message (?:d['’]origine|transféré)"
            r"|(?:Original|Forwarded) [Mm]essage)\b[ ]?-{0,10}",
        ),
        (
            ("Envoyé de mon ", "Envoyé depuis ", "Sent from my "),
            r"(?:^|(?<=[.!?…] ))(?:Envoyé (?:de mon|depuis (?:mon|Outlook))|Sent from my)\b[^\n]{0,40}",
        ),
        (
            ("ci-joint",),
            r"\b(?:[Vv]oir|[Vv]euillez trouver|[Tt]rouverez|[Tt]rouvez)(?: le document)? ci-jointe?s?\b",
        ),
        (("lease find attached",), r"\b[Pp]lease find attached\b"),
        (
            ("hésitez pas à me", "esitate to contact me", "free to contact me"),
            r"(?:\b[Nn]['’]hésitez pas à me|[Dd]o not hesitate to contact me|[Ff]eel free to contact me)\b"
            r"[^.?!\n]{0,90}[.?!]?",
        ),
        (
            ("PJ", "P.J.", "jointe :", "jointes :", "jointe\u00a0:", "jointes\u00a0:", "ttachment"),
            r"^(?:PJ|P\.J\.|Pièces? jointes?|Attachments?)[ \u00a0\u202f]?:",
        ),
        *_UNFOUND,
        # What a site or a wiki sets around its texts; the balloons of a word processor; a line of a merge.
        (
            ("Accueil ", "Home "),
            r"\A(?:Vous êtes ici[ \u00a0]?: |You are here: )?(?:Accueil|Home)"
            r"(?:[ ][>›»/][ ][^\n>›»/]{2,60})+\Z",
        ),
        (
            ("Partager ", "Share ", "Tweeter"),
            r"\A(?:Partager (?:sur|cette page)|Share (?:on|this)|Tweeter)"
            r"(?: (?:sur|on|page|article|Facebook|Twitter|X|LinkedIn|WhatsApp|,|et|and)){0,8}\s*\Z",
        ),
        (
            ("haut de page", "Haut de page", "haut de la page", "Haut de la page", "to top"),
            r"\A(?:(?:Retour )?(?:en )?[Hh]aut de (?:la )?page|Back to top)\.?\s*\Z",
        ),
        (
            ("[modifier", "[edit"),
            r"\[(?:modifier(?: \| modifier le code| le code)?|edit(?: source)?)\](?!\()",
        ),
        (
            ("Supprimé", "Mis en forme", "Deleted", "Formatted"),
            r"\A(?:Supprimé|Mis en forme|Deleted|Formatted)[ \u00a0\u202f]?:[ ]",
        ),
        (
            ("Lire la suite", "Read more", "Skip to", "Aller au contenu", "ccept", "ser les cookies"),
            r"\A(?:Lire la suite|Read more|Skip to (?:main )?content|Aller au contenu(?: principal)?"
            r"|Accept all(?: cookies)?|(?:Tout accepter|(?:Accepter|Refuser) (?:tous )?les cookies))"
            r"[ ]?[…→›>.]{0,3}\s*\Z",
        ),
        (
            (" cookies",),
            r"(?<![«“\"][ \u00a0])(?<![«“\"])"
            r"\b(?:[Nn]ous utilisons des|[Ww]e use|[Cc]e site utilise des|[Tt]his (?:web)?site uses) "
            r"cookies\b[^.\n]{0,90}\.?",
        ),
        (
            ("emps de lecture", "eading time", "min read"),
            r"\b(?:[Tt]emps de lecture|[Rr]eading time)[ \u00a0]?:[ \u00a0]?\d{1,3} ?min[a-z]*"
            r"(?!\.? [A-ZÀ-Þ][^:\n]{2,40}:[ \u00a0]?\d)\.?"
            r"|\A\d{1,2} min read\s*\Z",
        ),
        (
            ("Publié le", "Mis à jour le", "Published on", "Posted on"),
            r"\A(?:Publié|Mis à jour|Published|Posted) (?:le|on) [^\n.]{5,30} (?:à|at) \d\d?[:h]\d\d(?!,)",
        ),
        (("ursuivant votre navigation",), r"\b[Pp]oursuivant votre navigation\b[^.\n]{0,40}"),
        (("<<<",), r"<{3,}(?![^\n<]*>)"),
        (("$",), r"\$[1-9]\d{0,2}(?:(?:\\,|,|\{,\}|~|[ ])\d{3})*\$(?!\d)"),
        (("~",), r"\b\d{1,3}~\d00\b"),
        *REMAINS,
    )
    for need in needs
)
NEEDS = tuple(need for need, _ in TRACES)


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A trace's pattern, compiled when a text first may hold it."""
    return regex(pattern, re.MULTILINE)


def traces(words: str) -> Iterator[Slip]:
    """The first trace of another program in some words, of LaTeX each command: its code, place, words."""
    for pattern in _suspects().of(words):
        if found := compiled(pattern).search(words):
            yield _told(found)
            if found[0][0] in "\\:":  # the words within a command are explained by it
                yield from map(_told, itertools.islice(compiled(pattern).finditer(words, found.end()), MOST))
            return


def _told(found: re.Match[str]) -> Slip:
    values = {"found": beginning(" ".join(found[0].split()), 90)}
    if command := LATEX.fullmatch(found[0]):
        sign = MEANT[command[1]]
        values["nearest"] = f"{sign}{command[2]}{'' if sign.endswith(' ') else sign}"
    elif ESCAPED.fullmatch(found[0]):
        values["nearest"] = chr(int(found[0][2:], 16))
    return code_of(found.re.pattern), found.start(), values


def code_of(pattern: str) -> str:
    """The code of what a trace's pattern finds."""
    return "nothing-reckoned" if pattern in UNFOUND else "other-program"


@functools.cache
def _suspects() -> Suspects[str]:
    return Suspects([((need,), pattern) for need, pattern in TRACES])

"""What an author leaves for later, and what a model, a script or a spreadsheet leaves in its place."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from typing import Any

from vademecum.checks.rules.needles import Suspects
from vademecum.checks.words.quantities.dates import MONTH
from vademecum.checks.words.remains.drafts import DRAFTS
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

# What an author leaves for later: within a text, and as the whole of one.
LEFT = regex(
    r"(?<!tome )(?<!volume )(?<!vol\. )(?<!apitre )(?<!hapter )\b(?:TODO|FIXME|TBC|TBD|XXX+)\b"
    r"|\b(?:19|20)(?:XX|xx|\?\?)(?!\w)"
    r"|%%[^%\n]{1,200}%%|\?{3,}|(?<![IVX] et )(?<![IVX] and )\b(?:XX+|xx+) (?=(?:%|€|[a-zà-ÿ]{3,}s\b))"
    r"|[\[(][^\[\]()\n]{0,40}\b(?:[àÀ] (?:compléter|vérifier|préciser|rédiger|confirmer|traduire)"
    r"|[tT]o be (?:completed|confirmed|checked|translated))(?! (?:en|avec|dans|in|with)\b"
    r"| (?:par (?:les deux|chaque|chacune?)|by (?:both|each)) )[^\[\]()\n]{0,40}[\])]"
    r"|[\[(]\?\?[\])]|\[[àÀ] venir\]"
    r"|(?!\(dates (?:manquantes|missing)\))"
    r"[\[(](?i:sources?|réf(?:érence)?s?|citations?|references?|dates?|chiffres?)"
    r"\.?[ \u00a0\u202f]?"
    r"(?:\?{1,3}|à (?:trouver|ajouter)|manquante?s?|nécessaires?|to (?:add|find)|missing|needed)[\])]"
    # Blanks of a model. What a quotation leaves out, as [ville de Lyon], is none.
    r"|\[(?i:add|ajouter|insérer|insert|(?:votre|your)(?= ))\b[^\[\]@\n]{0,60}\](?![(\[])"
    r"|\[(?:(?i:nom|titre|date|année|name|title|year)|Ville|Commune|Town)"
    r"(?: (?:de|du|des|d['’]|of)\b[^\[\]@\nA-ZÀ-Þ]{0,50})?\](?![(\[])"
)
LEFTS = (
    "TODO",
    "FIXME",
    "TBC",
    "TBD",
    "XX",
    "xx",
    "0??",
    "9??",
    "%%",
    "???",
    "[",
    "(",
)  # of which each has one
# Words that stand, in brackets, for what nobody has filled in.
STANDING = (
    *("ville", "commune", "collectivité", "partenaire", "pays", "région", "département", "organisme"),
    *("montant", "lieu", "durée", "prénom", "fonction", "adresse"),
    *("town", "city", "partner", "country", "region", "amount", "place", "address", "organisation"),
)
STOOD = tuple(f"[{word}]" for word in STANDING)
# Others, each with what none is without: a blank in braces, in words; a number that is missing or in doubt; a
# question to somebody.
BLANKS: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (needs, regex(pattern))
    for needs, pattern in (
        (
            ("{",),
            r"\{[a-zà-ÿ_]{3,20}\}|(?<![={\w\\$])(?<!= )\{[^\W\d](?:[^\W\d]|[ ’'-]){1,40}[^\W\d]\}(?!\})",
        ),
        # What stands for a name, by itself: behind an article, it may be a word that a quotation changes.
        (
            STOOD,
            r"(?:(?<=\b(?:de|et|of|in|by|to) )|(?<=\b(?:par|and) )|(?<=\b(?:avec|with) )"
            r"|(?<=\bà )|(?<=\bentre ))"
            rf"\[(?:{'|'.join(STANDING)})\](?![(\[])(?![^«\n]{{0,300}}»)(?![^“\n]{{0,300}}”)",
        ),
        (  # which is no HTML, or the parser would tell of it
            ("<",),
            r"(?<!<)<(?=[^<>\n]{0,58}[^\W\d_]{2})[^\W_](?:[\w’' \u00a0-]|[.,:;/](?=[ \u00a0])){0,58}\w"
            r"(?<! et)(?<! ou)(?<! and)(?<! or)>|(?<!<)<(?:\.{3}|…|pp?\.[ ]\d{1,4})>"
            r"|<[ ](?:[àÀ]|[Tt]o be|[Ii]nsert|[Vv]oir|[Ss]ee)(?: [\w’']{1,30}){1,4}[ ]>",
        ),
        (("text here",), r"\b(?:Insert|Add|Enter|Type)(?: your)? text here\b"),
        (
            ("Insére", "Saisi", "Tapez"),
            r"\b(?:Insére[zr]|Saisissez|Saisir|Tapez)(?: (?:le|du|votre|un))? texte(?: ici)?\b"
            r"(?! (?:dans|en|de|du|des|puis)\b)",
        ),
        (
            ("XX/", "xx/", "JJ/", "jj/", "DD/", "_/", "_ /"),
            r"(?<!crivent )(?<!crit )(?<!ritten )(?<!ormat )(?<!orme )"
            r"(?<!ormat is )(?<! as )(?<!a date \()(?<!he date \()"
            r"\b(?:XX|xx|JJ|jj|DD|dd)/(?:XX|xx|MM|mm)/\w{2,4}\b|_{1,4} ?/ ?(?:_{1,4}|\d\d) ?/ ?\w{2,4}",
        ),
        (("./..",), r"(?<![\w/.])\.{1,3}/\.{1,3}/(?:19|20)\d\d\b"),
        (
            ("__",),
            r"_{3,}|(?<!\w)__"
            rf"(?= (?:{MONTH['fr']}|{MONTH['en']}|(?:19|20)\d\d|euros|habitants)\b| ?[€%])",
        ),
        (("……",), r"…{2,}(?=[\s.,;)]|\Z)"),
        ((".....",), r"(?<=[\w:][ \u00a0])\.{5,}(?![ ]?[€£$]?\d)(?=[\s,;)]|\Z)"),
        (("… €", "… %", "…€", "… eur", "… hab"), r"\b(?:de|à|of|is) … ?(?=€|%|euros\b|habitants\b)"),
        (
            ("?",),
            r"\b(?<!or )(?<!ou )(?<!room )(?<!salle )(?<!than )(?<!above )(?<!below )(?<!number )"
            r"(?:19|20)(?:\d\?(?!\?)|\?\?)(?=[\s.,;)]|\Z)",
        ),
        (("0..", "1..", "2.."), r"\b(?:19|20)\d?\.\.(?!\.)"),
        (
            ("...", "…"),
            rf"\b(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Oo]n) (?:\.{{3}}|…) ?(?={MONTH['fr']}|(?:19|20)\d\d)",
        ),
        (("nsér", "nsert"), r"[\[(](?:[Ii]nsérer?|[Ii]nsert)\b(?! [>›→])[^()\[\]\n]{2,60}[)\]](?![(\[])"),
        (
            ("o be completed by", "compléter par"),
            r"(?:\A|(?<=[.!?\[(] )|(?<=[\[(]))(?:[Tt]o be completed|[Àà] compléter) (?:by|par)\b",
        ),
        (
            ("ompléter :", "ompléter\u00a0:", "completed:"),
            r"\A(?:[Àà] compléter[ \u00a0]|[Tt]o be completed):(?= *\w)",
        ),
        (
            (
                "A COMPL",
                "À COMPL",
                "A VÉR",
                "À VÉR",
                "A VER",
                "À VER",
                "A PRÉC",
                "À PRÉC",
                "À TRAD",
                "O BE C",
            ),
            r"(?<![\w’'])(?<![A-ZÀ-Þ] )(?:[AÀ] (?:COMPL[ÉE]TER|V[ÉE]RIFIER|PR[ÉE]CISER|TRADUIRE)"
            r"|TO BE (?:COMPLETED|CHECKED|CONFIRMED))\b(?! [A-ZÀ-Þ]{2})",
        ),
        (("NDLR", "NdlR", "Ndlr"), r"\b(?:NDLR|N[Dd]l[Rr])[ \u00a0\u202f]?:[^.\n]{0,60}"),
        (
            ("mention inutile", "elete as app"),
            r"\([Rr]ayer (?:la mention|les mentions) inutiles?\)|\([Dd]elete as app\w+\)",
        ),
        (("N.C.", "n.c.", "n. c."), r"\b(?:N\.C\.|n\. ?c\.) (?=(?:euros?|€|%|habitants|euro\b))"),
        (
            ("(montant)", "(date)", "(nom)", "(chiffre)", "(amount)", "(name)", "(nombre)"),
            r"(?<!qui )(?<!quand )(?<!combien )(?<!who )(?<!when )(?<!much )"
            r"\((?:montant|date|nom|chiffre|nombre|amount|name)\)",
        ),
        (
            ("fier avec", "firmer avec", "à voir avec", "ecked with", "eck with", "irmed with"),
            r"[(\[](?:à (?:vérifier|confirmer|voir) avec|to be (?:checked|confirmed) with|check with)"
            r" [^()\[\]\n]{1,40}[)\]]",
        ),
        (("orem ipsum",), r"\b[Ll]orem ipsum\b[^\n]{0,40}"),
        (
            ("supprimé", "ajouté", "deleted", "added"),
            r"\[(?:supprimé|ajouté|deleted|added)[ \u00a0\u202f]?:[^\[\]\n]{1,80}\]",
        ),
        (
            ("Town Name", "City Name", "Partner City", "Partner Town", "Your "),
            r"\[(?:Town|City|Partner|Your)(?: (?:Name|City|Town|Partner))\](?![(\[])",
        ),
        (
            tuple(f"{of} xxx" for of in ("de", "par", "of", "by")),
            r"\b(?:de|par|of|by) xxx+(?=[ .,;)]|\Z)",
        ),
        (("??",), r"(?:(?<=[\w,:] )|\A)\?\?(?= [a-zà-ÿ])"),
        (("(?)",), r"(?<=\d )(?<!\b\d{4} )\(\?\)"),
        (
            ("p. ", "p.\u00a0", "n° ", "n°\u00a0", "No. "),
            r"(?<=[\w,(] )(?:pp?\.|n°|No\.)[ \u00a0](?:\?{1,3}|[xX]{2,3}|…|\.{3})(?=[\s.,;)\]]|\Z)",
        ),
        (
            ("@",),
            r"(?<![\w.])@[A-ZÀ-Þ][a-zà-ÿ]+[ ,:]+(?:peux|pouvez|tu |merci|à (?:vérifier|revoir)"
            r"|can you|could you|please)[^.?!\n]{0,40}[?!]?",
        ),
        (
            ("ranslat", "French", "nglish", "raduction", "nglais", "rançais"),
            # With a full stop or in brackets: by itself, it may be a link's words.
            r"\A(?=[^\n]*[.\])]\Z)[\[(]?(?:[Tt]o translate|[Ss]ee (?:the )?French(?: (?:version|text|page))?"
            r"|[Tt]ranslation (?:pending|in progress|to (?:come|follow)|missing|needed)"
            r"|[Tt]raduction (?:à venir|à faire|en cours|manquante)"
            r"|[Vv]oir (?:le texte |la version )?(?:en )?(?:anglaise?|française?))\.?[\])]?\Z"
            r"|\A[\[(](?:English (?:text|translation|version)|[TV]e\w+ (?:anglaise?|française?))[\])]\Z",
        ),
        (
            ("EN:", "EN\u00a0:", "EN :", "EN]", "FR:", "FR\u00a0:", "FR :", "FR]"),
            r"\A(?:(?:EN|FR)[ \u00a0\u202f]?:|\[(?:EN|FR)\][ \u00a0]?:?)(?=[ \u00a0][A-ZÀ-Þ])"
            r"(?![^:]*\b[A-Z]{2}[ \u00a0\u202f]?:)",
        ),
    )
)
NEEDS = (*LEFTS, *(need for needs, _ in (*BLANKS, *DRAFTS) for need in needs))
NOTHING = regex(
    r"\.{2,}|…|[-–—_?*~=]+|[xX]{2,}|n\.?/?[acd]\.?|idem\.?|ibid\.?|lorem ipsum.*|null|nil"
    r"|etc\.?(?:\.{2}|…)?|à (?:préciser|confirmer|actualiser|relire|reprendre)\.?"
    r"|néant\.?|sans objet\.?|not applicable|non renseignée?s?"
    r"|à (?:compléter|rédiger|traduire|venir|vérifier)\.?|tb[cd]|todo"
    r"|english (?:text|translation|version)|(?:texte|traduction) (?:français|anglais)e?|see (?:the )?french"
    r"|translation (?:pending|in progress|to come)|traduction (?:en cours|à venir|à faire)"
    r"|\(\.{3}\)|\(…\)|\[\.{3}\]|\[…\]"
    r"|to be (?:added|checked|completed|confirmed|defined|determined|done|translated|written)\.?|to do\.?",
    re.IGNORECASE,
)

# The whole of a cell; a dash, "néant" or "n. c." says there that there is nothing.
IN_CELL = regex(
    r"[xX]{2,}|\?{2,}|à (?:compléter|rédiger|traduire|vérifier|préciser|confirmer)\.?"
    r"|to be (?:completed|confirmed|checked|translated)\.?|(?i:lorem ipsum.*|tbd|tbc|todo)"
)
LONGEST = 40  # letters of such a cell
DITTO = regex(r"[\"″〃]|''|(?i:idem|id\.|ditto|do\.)")  # cells that say what the one above says

SEPARATORS = frozenset("/.-")  # of a date
DAY = regex(rb"_{1,4} ?[/.-] ?_{1,4} ?[/.-] ?\w{2,4}")


def left_over(words: str) -> re.Match[str] | None:
    """What an author or a model left for later in some words."""
    for pattern in _suspects().of(words):
        if left := pattern.search(words):
            return left
    return None


@functools.cache
def _suspects() -> Suspects[re.Pattern[str]]:
    return Suspects([(LEFTS, LEFT), *BLANKS, *DRAFTS])


def blank_day(node: Any, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """Blanks of a date that Markdown takes for the marks of a bold slash: __/__/2019."""
    text = node.content[0] if len(node.content) == 1 else None
    if isinstance(text, inlines.Text) and text.pieces and text.words.strip() in SEPARATORS:
        start, end = text.offset(0), text.offset(len(text.words) - 1) + 1
        while origin.source[start - 1 : start] == b"_":
            start -= 1
        if found := DAY.match(origin.source, start, end + 12):
            yield Finding("left-over", origin.location(start), {"found": found[0].decode(errors="ignore")})


def cells(node: tree.Table, origin: Origin, _: Collection[str]) -> Iterator[Finding]:
    """The cells of a table that are still to be written; what stands within words is told as elsewhere."""
    for row in (node.head, *node.rows):
        for cell in row.cells:
            text = next((part for part in cell if isinstance(part, inlines.Text) and part.pieces), None)
            if text is None or len(text.words) > LONGEST:
                continue
            shown = walking.plain(cell).strip()
            if IN_CELL.fullmatch(shown) and not left_over(shown):
                yield Finding("left-over", origin.location(text.offset(0)), {"found": shown})
            elif DITTO.fullmatch(shown):
                yield Finding("ditto", origin.location(text.offset(0)), {"found": shown})

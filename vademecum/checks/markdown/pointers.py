"""Words that send to what a page has not: a figure or a table by its number or its place, a page, a chapter
by its number. They were written for another document, which had it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.model import Finding

_SHOWN = r"(?:[Tt]ableau|[Gg]raphique|[Ff]igure|[Ss]chéma|[Dd]iagramme|[Tt]able|[Cc]hart|[Gg]raph|[Dd]iagram)"
_PLACE = r"(?:ci-dessous|ci-dessus|ci-contre|ci-après|below|above|opposite)"
# "Figure 3 of the report" is the report's; so is what stands beside a citation.
NUMBERED = regex(
    rf"\b(?:[Ll]a |[Ll]e |[Tt]he |[Vv]oir |[Ss]ee |[Aa]s |\()?{_SHOWN} \d{{1,2}}\b"
    r"(?= (?:montre|donne|présente|illustre|résume|détaille|indique|compare|shows|gives|presents|sums)"
    r"|\)|\.\s*\Z)"
    rf"|\b(?:[Vv]oir|[Ss]ee)(?: la| le| the)? {_SHOWN} \d{{1,2}}\b(?! (?:de|du|des|dans|of|in|from)\b)"
    rf"|\b{_SHOWN} \d{{1,2}} {_PLACE}\b"
    rf"|\b[Cc]omme (?:le montre|l['’]illustre|l['’]indique) l[ea] {_SHOWN} \d{{1,2}}(?=,)"
)
# "Le schéma ci-après : préparer, signer" says it by itself.
PLACED = regex(
    rf"\b{_SHOWN} {_PLACE}(?![ \u00a0\u202f]?:[ \u00a0]\w)|\b{_PLACE} (?:table|chart|graph|diagram)\b"
)
# A paragraph that is but a reference.
PAGE = regex(
    r"(?:(?:Voir|Cf\.|See)(?: aussi| also)? "
    r"(?:(?:l['’]encadré|le tableau|la carte|la figure|le graphique|the box) )?"
    r"(?:(?:(?:à )?la |en |on |the )?page|p\.)[ \u00a0]\d{1,3}(?: ci-(?:dessus|dessous|après)| above| below)?"
    r"|(?:Voir|See)(?: la| le| the)? (?:section|chapitre|chapter) \d{1,2}(?:\.\d{1,2})?(?:"
    r" ci-(?:dessus|dessous)| above| below| du présent (?:guide|document)| of this (?:guide|handbook))?)\.?"
)
ASIDE = regex(
    r"\((?:[Vv]oir|[Ss]ee|[Cc]f\.?)(?: aussi| also)? (?:à la |en |on )?(?:page|p\.)[ \u00a0]\d{1,3}"
    r"(?: ci-(?:dessous|dessus|après)| below| above)?\)"
)
# The same as a sentence of a paragraph, where it can be a page of no work that is spoken of.
HERE = regex(
    r"(?:\A|(?<=[.!?…»)] ))(?:[Vv]oir|[Ss]ee)(?: aussi| also)? "
    r"(?:(?:(?:à )?la |en |on |the )?page|p\.)[ \u00a0]\d{1,3}"
    r"(?: ci-(?:dessus|dessous|après)| above| below)(?=\.(?:\s|\Z))"
)
# An annex, of whose whole no work is named: "annexe 2 de la convention" is the agreement's.
ANNEX = regex(
    r"(?:\A|(?<=[.!?…»)] )|\()(?:[Vv]oir|[Ss]ee|[Cc]f\.?)(?: aussi| also)? (?:en |l['’]|the |in )?"
    r"(?:[Aa]nnexe|[Aa]nnex|[Aa]ppendix) (?:n°[ \u00a0]?)?(?:\d{1,2}|[A-Z]|[IVX]{2,4})"
    r"(?=[.,;)]|\Z| (?:pour|for)\b| ci-(?:après|dessous|jointe))"
)
AS_HEADING = regex(
    r"^(?:#{1,6}[ ]+)?[*_]{0,2}(?:Annexe?|ANNEXE?|Appendix|APPENDIX)[ \u00a0](?:n°[ \u00a0]?)?[\dA-Z]"
    r"[^.\n]{0,80}$",
    re.MULTILINE,
)
SENTENCE_ENDS = regex(r"[.!?…][»”)]?\s")
# Words that name a work, of which the figure may be.
WORK = regex(
    r"\b(?:rapports?|études?|articles?|annexes?|livres?|auteure?s?|reports?|stud(?:y|ies)|authors?|books?)\b"
)
WORDS = ("ableau", "igure", "raphique", "chéma", "iagram", "able", "hart", "raph")
MEANT = (tree.Table, tree.Figure, tree.CodeBlock, tree.Drawing, tree.CaseList)


def pointers(blocks: tree.Blocks) -> Iterator[Finding]:
    """References to what is not there; all that a page shows is looked for, once, when one is found."""
    shows: bool | None = None
    for block in blocks:
        if not isinstance(block, tree.Paragraph) or block.origin is None:
            continue
        first = block.content[0] if block.content else None
        if not isinstance(first, inlines.Text):
            continue
        words = first.words
        if len(block.content) == 1 and words[:1] in "VSC" and PAGE.fullmatch(words.strip()):
            yield Finding("page-named", block.origin.location(block.at), {"found": words.strip()})
        elif "(" in words and (aside := ASIDE.search(words)) and not (WORK.search(words) or _is_cited(block)):
            place = block.origin.location(first.offset(aside.start()))
            yield Finding("page-named", place, {"found": aside[0]})
        texts = [part for part in block.content if isinstance(part, inlines.Text)]
        yield from _pages(texts, block.origin)
        if not _is_cited(block):
            yield from _annexes(texts, block.origin)
        found = next((found for text in texts if (found := _pointer(text, block))), None)
        if found is None:
            continue
        shows = _shows(blocks) if shows is None else shows
        if not shows:
            words, at = found
            yield Finding("nothing-shown", block.origin.location(at), {"found": words.strip("(")})


def _pages(texts: Sequence[inlines.Text], origin: Origin) -> Iterator[Finding]:
    """Sentences that but send to a page of this very text."""
    for text in texts:
        if "age" in text.words and (here := HERE.search(text.words)):
            yield Finding("page-named", origin.location(text.offset(here.start())), {"found": here[0]})


def _annexes(texts: Sequence[inlines.Text], origin: Origin) -> Iterator[Finding]:
    """References to an annex that no heading of the text is."""
    for text in texts:
        named = "nnex" in text.words or "ppendix" in text.words
        annex = ANNEX.search(text.words) if named else None
        if annex and not (origin.holds("# Annex") or origin.holds("# Appendix") or _has_annex(origin)):
            values = {"found": annex[0].strip("(")}
            yield Finding("annex-named", origin.location(text.offset(annex.start())), values)


def _has_annex(origin: Origin) -> bool:
    """Whether a line of a text is the title of an annex, in bold, in capitals or as typed."""
    return AS_HEADING.search(origin.text) is not None


def _pointer(text: inlines.Text, block: tree.Paragraph) -> tuple[str, int] | None:
    """What in a text points at a figure, unless its sentence or a citation beside it may say whose."""
    words = text.words
    if not any(map(words.__contains__, WORDS)) or WORK.search(words):
        return None
    found = NUMBERED.search(words) or PLACED.search(words)
    if found and (not _is_cited(block) or _is_apart(found, text, block)):
        return found[0], text.offset(found.start())
    return None


def _is_apart(found: re.Match[str], text: inlines.Text, block: tree.Paragraph) -> bool:
    """Whether the sentence of what was found has no link, and its paragraph no citation."""
    if any(isinstance(part, (inlines.Citation, inlines.NoteMark)) for part in block.content):
        return False
    begins = text is block.content[0] or SENTENCE_ENDS.search(text.words, 0, found.start()) is not None
    ends = text is block.content[-1] or SENTENCE_ENDS.search(text.words, found.end()) is not None
    return begins and ends


def _is_cited(block: tree.Paragraph) -> bool:
    """Whether a paragraph cites a work or leads elsewhere, where what it speaks of may be."""
    return any(
        not isinstance(part, (inlines.Text, inlines.Strong, inlines.Emphasis)) for part in block.content
    )


def _shows(blocks: tree.Blocks) -> bool:
    """Whether a page shows anything that words may point at."""
    return any(isinstance(node, (*MEANT, inlines.Picture)) for node, _ in walking.walk(blocks))

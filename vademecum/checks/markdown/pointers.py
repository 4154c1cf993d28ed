"""Words that send to what a page has not: a figure or a table by its number or its place, a page, a chapter
by its number. They were written for another document, which had it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vademecum.document import inlines, tree, walking
from vademecum.model import Finding

_SHOWN = r"(?:[Tt]ableau|[Gg]raphique|[Ff]igure|[Ss]chéma|[Dd]iagramme|[Tt]able|[Cc]hart|[Gg]raph|[Dd]iagram)"
_PLACE = r"(?:ci-dessous|ci-dessus|ci-contre|ci-après|below|above|opposite)"
# "Figure 3 of the report" is the report's; so is what stands beside a citation.
NUMBERED = re.compile(
    rf"\b(?:[Ll]a |[Ll]e |[Tt]he |[Vv]oir |[Ss]ee |[Aa]s |\()?{_SHOWN} \d{{1,2}}\b"
    r"(?= (?:montre|donne|présente|illustre|résume|détaille|indique|compare|shows|gives|presents|sums)"
    r"|\)|\.\s*\Z)"
    rf"|\b(?:[Vv]oir|[Ss]ee)(?: la| le| the)? {_SHOWN} \d{{1,2}}\b(?! (?:de|du|des|dans|of|in|from)\b)"
    rf"|\b{_SHOWN} \d{{1,2}} {_PLACE}\b"
    rf"|\b[Cc]omme (?:le montre|l['’]illustre|l['’]indique) l[ea] {_SHOWN} \d{{1,2}}(?=,)"
)
# "Le schéma ci-après : préparer, signer" says it by itself.
PLACED = re.compile(
    rf"\b{_SHOWN} {_PLACE}(?![ \u00a0\u202f]?:[ \u00a0]\w)|\b{_PLACE} (?:table|chart|graph|diagram)\b"
)
# A paragraph that is but a reference.
PAGE = re.compile(
    r"(?:(?:Voir|Cf\.|See)(?: aussi| also)? "
    r"(?:(?:l['’]encadré|le tableau|la carte|la figure|le graphique|the box) )?"
    r"(?:(?:(?:à )?la |en |on |the )?page|p\.)[ \u00a0]\d{1,3}(?: ci-(?:dessus|dessous|après)| above| below)?"
    r"|(?:Voir|See)(?: la| le| the)? (?:section|chapitre|chapter) \d{1,2}(?:\.\d{1,2})?(?:"
    r" ci-(?:dessus|dessous)| above| below| du présent (?:guide|document)| of this (?:guide|handbook))?)\.?"
)
ASIDE = re.compile(
    r"\((?:[Vv]oir|[Ss]ee|[Cc]f\.?)(?: aussi| also)? (?:à la |en |on )?(?:page|p\.)[ \u00a0]\d{1,3}"
    r"(?: ci-(?:dessous|dessus|après)| below| above)?\)"
)
# The same as a sentence of a paragraph, where it can be a page of no work that is spoken of.
HERE = re.compile(
    r"(?:\A|(?<=[.!?…»)] ))(?:[Vv]oir|[Ss]ee)(?: aussi| also)? (?:(?:(?:à )?la |en |on |the )?page|p\.)[ \u00a0]"
    r"\d{1,3}(?: ci-(?:dessus|dessous|après)| above| below)(?=\.(?:\s|\Z))"
)
SENTENCE_ENDS = re.compile(r"[.!?…][»”)]?\s")
# Words that name a work, of which the figure may be.
WORK = re.compile(
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
        for text in block.content:
            if not isinstance(text, inlines.Text):
                continue
            if "age" in text.words and (here := HERE.search(text.words)):
                yield Finding("page-named", block.origin.location(text.offset(here.start())), {"found": here[0]})
            if not (found := _pointer(text, block)):
                continue
            shows = _shows(blocks) if shows is None else shows
            if not shows:
                place = block.origin.location(text.offset(found.start()))
                yield Finding("nothing-shown", place, {"found": found[0].strip("(")})
                break


def _pointer(text: inlines.Text, block: tree.Paragraph) -> re.Match[str] | None:
    """What in a text points at a figure, unless its sentence, or a citation of its paragraph, may say whose."""
    words = text.words
    if not any(map(words.__contains__, WORDS)) or WORK.search(words):
        return None
    found = NUMBERED.search(words) or PLACED.search(words)
    if found is None or not _is_cited(block):
        return found
    if any(isinstance(part, (inlines.Citation, inlines.NoteMark)) for part in block.content):
        return None
    begins = text is block.content[0] or SENTENCE_ENDS.search(words, 0, found.start()) is not None
    ends = text is block.content[-1] or SENTENCE_ENDS.search(words, found.end()) is not None
    return found if begins and ends else None


def _is_cited(block: tree.Paragraph) -> bool:
    """Whether a paragraph cites a work or leads elsewhere, where what it speaks of may be."""
    return any(
        not isinstance(part, (inlines.Text, inlines.Strong, inlines.Emphasis)) for part in block.content
    )


def _shows(blocks: tree.Blocks) -> bool:
    """Whether a page shows anything that words may point at."""
    return any(isinstance(node, (*MEANT, inlines.Picture)) for node, _ in walking.walk(blocks))

"""Paragraphs that a copy cut short or brought twice, and the page numbers that it brought."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from vademecum.checks.markdown.near_lines import as_written
from vademecum.checks.markdown.shallow_items import shallow_list
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.checks.words.quantities.spoken_numbers import NUMBERS
from vademecum.document import inlines, tree, walking
from vademecum.language.regex import regex
from vademecum.model import Finding

# Words that no sentence ends with, and the comma: more was to come.
FRENCH = (
    *("et", "ou", "mais", "car", "que", "qui", "de", "la", "le", "les", "des", "du", "au", "aux", "une"),
    *("dans", "avec", "pour", "par", "sans", "vers", "chez", "cette", "ces", "ses", "leurs"),
)
ENGLISH = ("and", "or", "but", "of", "the", "an", "with", "from", "into", "than", "their", "its", "whose")
CUT = (",", *(f" {word}" for word in (*FRENCH, *ENGLISH)))
ENDS = {"fr": (",", *(f" {word}" for word in FRENCH)), "en": (",", *(f" {word}" for word in ENGLISH))}
# What stands at a figure or a table, with its number.
CAPTION = regex(
    r"(?:Figure|Fig\.|Carte|Tableau|Schéma|Graphique|Illustration|Map|Table|Chart|Diagram)"
    r"[ \u00a0](?:n°[ \u00a0]?)?\d{1,3}(?:[ \u00a0\u202f]?(?:[:.–—-])[ \u00a0][^\n.!?]{3,150})?\.?"
)
# A note at the foot of a page, by its number.
NOTE = regex(
    r"\d{1,2} (?:Voir|Cf\.?|See|[Ii]bid|Idem|Source)\b|\[\d{1,2}\][ \u00a0]?: (?!https?://)\S"
    r"|(\[\d{1,2}\])[ \u00a0](?=[A-ZÀ-Þ])"
)
# A sentence that begins as none does; what may stand before it.
SMALL = regex(r"(la|les?|une?|cette|ces|the|this|these|an?) [a-zà-ÿ]{3,}")
# A line of a few words that says how many items follow: "Trois objectifs :".
ANNOUNCED = regex(
    r"([A-Z][a-z]{2,6}) (?:grand[se]{0,2} )?"
    r"(?:objectifs|étapes|raisons|questions|conditions|critères|principes|axes|leçons|enseignements|effets"
    r"|exemples|formes|volets|aims|goals|steps|reasons|criteria|principles|lessons|effects|examples|kinds)"
    r"(?: [a-zà-ÿ’'-]+){0,2}[ \u00a0\u202f]?:"
)
COUNTS = {
    language: {word: number for word, number in NUMBERS[language].items() if 1 < number <= 10}
    for language in NUMBERS
}
SIGN = regex(rb"(\d{0,9})([-*+.)])")  # of an item
MOST_CUT = 20  # items of a list that paragraphs cut, whose numbers are told
MARKS = frozenset("0123456789[")  # what a number of a page or a note may begin with
PAGE_NUMBER = regex(r"\d{1,3}")
FORMULA = regex(
    r"(?:Considérant|Vu|Whereas|Having|Monsieur|Madame|Mesdames|Messieurs|Chère?s?|Dear|Yours)\b.*,\Z"
)
MOST = 20  # paragraphs that begin alike and are compared
FAR = 12  # bytes before an item in which its line begins
LONG = 60  # letters of a paragraph that nobody writes twice


def paragraphs(blocks: tree.Blocks) -> Iterator[Finding]:
    """What is wrong with the paragraphs of a text as a whole; one that leads to what follows may end so."""
    begun: dict[str, list[tree.Paragraph]] = {}  # by their first words, of which few have the same
    for number, block in enumerate(blocks):
        if isinstance(block, tree.Items):
            yield from _lists(block, blocks, number)
        if not isinstance(block, tree.Paragraph) or block.origin is None:
            continue
        first, last = block.content[0], block.content[-1]
        fellows = begun.setdefault(first.words if isinstance(first, inlines.Text) else "", [])
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        ends = isinstance(after, (tree.Paragraph, tree.Heading, type(None)))
        end = last.words.rstrip() if ends and isinstance(last, inlines.Text) else ""
        if fellows and len(words := _shown(block)) > LONG and words in map(_shown, fellows[:MOST]):
            yield _told("said-twice", block, words[:60])
        elif _is_alone(block, blocks, number):
            yield _told("caption-alone", block, _shown(block)[:60])
        elif end.endswith(ENDS.get(spoken(block.origin), CUT)) and not _is_formula(block):
            yield _told("cut-short", block, _shown(block)[-40:])
        elif small := _begins_small(block, blocks[number - 1] if number else None):
            values = {"found": small, "nearest": small.capitalize()}
            yield Finding("other-usage", block.origin.location(block.at), values)
        elif isinstance(first, inlines.Text) and first.words[:1] in MARKS and first is last:
            yield from _by_number(block, first.words)
        fellows.append(block)


def _by_number(block: tree.Paragraph, words: str) -> Iterator[Finding]:
    """The number of a page, or a note by its number."""
    if PAGE_NUMBER.fullmatch(words.strip()):
        yield _told("lone-number", block, words)
    elif (note := NOTE.match(words)) and not (note[1] and _is_called(note[1], block)):
        yield _told("loose-note", block, _shown(block)[:40])


def _is_called(mark: str, block: tree.Paragraph) -> bool:
    """Whether the mark that a note begins with stands elsewhere too, where it is told of as such."""
    return block.origin is not None and _count(block.origin.text, mark) > 1


@functools.lru_cache(maxsize=128)  # as many marks as there are, so that many notes count each once
def _count(text: str, mark: str) -> int:
    return text.count(mark)


def _lists(node: tree.Items, blocks: tree.Blocks, number: int) -> Iterator[Finding]:
    """A list that paragraphs cut, and one of more or fewer items than the line above it announces."""
    if cut := _cut(blocks, number) or _of_other_signs(blocks, number):
        yield cut
    yield from shallow_list(blocks[number - 1] if number else None, blocks[number])
    above, below = (blocks[at] if 0 <= at < len(blocks) else None for at in (number - 1, number + 1))
    if not isinstance(above, tree.Paragraph) or isinstance(below, tree.Items) or above.origin is None:
        return
    counts = COUNTS.get(spoken(above.origin), {})
    announced = ANNOUNCED.fullmatch(shown := _shown(above))
    count = counts.get(announced[1].lower()) if announced else None
    if count and count != len(node.items) and not _goes_on(blocks, number + 1, count - len(node.items)):
        values = {"found": shown, "length": str(len(node.items))}
        yield Finding("items-miscounted", above.origin.location(above.at), values)


def _goes_on(blocks: tree.Blocks, number: int, lacking: int) -> bool:
    """Whether what a list lacks stands in further ones of its section, which paragraphs part from it."""
    for block in blocks[number:] if lacking > 0 else ():
        if isinstance(block, tree.Items):
            return len(block.items) <= lacking
        if not isinstance(block, tree.Paragraph):
            return False
    return False


def _cut(blocks: tree.Blocks, number: int) -> Finding | None:
    """The second item of a list that paragraphs cut, each of which is numbered 1."""
    here, above = blocks[number], blocks[number - 2] if number > 1 else None
    if not (isinstance(here, tree.Items) and isinstance(above, tree.Items) and here.origin is not None):
        return None
    ones = _is_first(above) and _is_first(here)
    between = isinstance(blocks[number - 1], tree.Paragraph)
    before = blocks[number - 4] if number > 3 else None
    again = isinstance(before, tree.Items) and before.start == 1  # of which the item above is the second
    if not (ones and between) or again:
        return None
    values = {"found": as_written(here)[:60], "nearest": _going_on(blocks, number)}
    return Finding("list-cut", here.origin.location(here.at), values)


def _of_other_signs(blocks: tree.Blocks, number: int) -> Finding | None:
    """A list right below another, which has other signs: to Markdown they are two."""
    here, above = blocks[number], blocks[number - 1] if number else None
    if not (isinstance(here, tree.Items) and isinstance(above, tree.Items) and here.origin is not None):
        return None
    source = here.origin.source
    sign, other = SIGN.match(source, here.at), SIGN.match(source, above.at)
    goes_on = above.start is not None and here.start == above.start + len(above.items)
    tight = not source[max(0, here.at - FAR) : here.at].rstrip(b" >").endswith(b"\n\n")
    told = number > 1 and isinstance(blocks[number - 2], tree.Items)
    if (
        not (sign and other)
        or told
        or not (tight or goes_on)
        or (here.start is None) != (above.start is None)
    ):
        return None
    near = f"{sign[1].decode()}{other[2].decode()} …".strip()
    return Finding(
        "list-signs", here.origin.location(here.at), {"found": as_written(here)[:60], "nearest": near}
    )


def _going_on(blocks: tree.Blocks, number: int) -> str:
    """The numbers of the items of a list that paragraphs cut, from its second item on."""
    last = number
    while last + 2 < len(blocks) and _is_first(blocks[last + 2]) and last < number + 2 * MOST_CUT:
        last += 2
    return ", ".join(f"{n}." for n in range(2, (last - number) // 2 + 3))


def _is_first(block: tree.Block) -> bool:
    """Whether a block is a list of one item that has the number 1."""
    return isinstance(block, tree.Items) and block.start == 1 and len(block.items) == 1


def _begins_small(block: tree.Paragraph, above: tree.Block | None) -> str:
    """The first words of a sentence in a body that begins without its capital below a whole one."""
    first, shown = block.content[0], _shown(block)
    if block.origin is None or block.origin.path or not isinstance(first, inlines.Text):
        return ""
    begun = SMALL.match(first.words)
    ended = isinstance(above, tree.Heading) or (
        isinstance(above, tree.Paragraph) and _shown(above).endswith((".", "!", "?", "»", "”"))
    )
    return begun[0] if begun and ended and shown.endswith(".") and "\n" not in first.words else ""


def _is_alone(block: tree.Paragraph, blocks: tree.Blocks, number: int) -> bool:
    """Whether a paragraph is a caption, and all that stands beside it is headings and sentences: no figure,
    not even above a line on its source, and no other caption, as in a list of tables.
    """
    if CAPTION.fullmatch(_shown(block)) is None or _has_picture(block):
        return False
    beside = (*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2])
    above = blocks[number - 2] if number > 1 else None
    drawn = isinstance(above, (tree.Figure, tree.Table)) or (
        isinstance(above, tree.Paragraph) and _has_picture(above)
    )
    return not drawn and all(
        isinstance(one, tree.Heading) or (isinstance(one, tree.Paragraph) and _is_of_words(one))
        for one in beside
    )


def _is_of_words(block: tree.Paragraph) -> bool:
    """Whether a paragraph holds no picture, and no lines that may be the rows of a table."""
    words = walking.plain(block.content).strip()
    return not _has_picture(block) and "\n" not in words and not CAPTION.fullmatch(words)


def _has_picture(block: tree.Paragraph) -> bool:
    return any(isinstance(one, inlines.Picture) for one in block.content)


def _is_formula(block: tree.Paragraph) -> bool:
    """Whether a paragraph ends with a comma by custom: a recital, a salutation, a stanza."""
    return FORMULA.match(_shown(block)) is not None or any(
        isinstance(one, inlines.Break) for one in block.content
    )


def _shown(block: tree.Paragraph) -> str:
    return " ".join(walking.plain(block.content).split())


def _told(code: str, block: tree.Paragraph, found: str) -> Finding:
    assert block.origin is not None
    return Finding(code, block.origin.location(block.at), {"found": found})

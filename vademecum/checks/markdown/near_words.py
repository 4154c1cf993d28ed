"""Words that are nearly a link, a citation, a note, a figure or emphasis: what was probably meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterator

from vademecum.checks.markdown import named_works, near_calls, near_links
from vademecum.checks.markdown.near_citations import IBIDS, near_citations
from vademecum.checks.rules.excerpts import is_spoken_of
from vademecum.checks.rules.needles import Needs, Suspects
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.names import people
from vademecum.checks.words.remains import placeholders, traces
from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import dictionary
from vademecum.language.regex import regex
from vademecum.model import Finding

BARE = regex(r"(?:https?://|www\.)\S+")
LOOSE = regex(
    r"\*\*|~~|__(?=\w)|==(?=\w)[^=\n]{1,200}==|\+\+(?=\w)[^+\n]{1,200}\+\+|\^(?!\d)\w{1,4}\^"
    r"|(?<![\w*])\*(?=[^\W\d])|(?<![\w*])(?<!\d )\*[ ][^*\n]{1,60}[ ]\*(?![\w*])|(?<!\w)_(?=[^\W\d_])"
    r"|(?<![\w*])(?<!\d )\*[ ](?=[^\W\d])[^*\n]{1,60}(?<!\s)\*(?![\w*])"
    r"|(?<!\w)_{1,2}[ ](?=[^\W\d_])[^_\n]{1,60}_{1,2}(?!\w)"
    r"|~(?=\w)[^~\s]{1,40}~|(?<!\w)`(?=\w)"
)
# Words whose end mark stands behind a sign and against the next word, where it ends nothing.
SHUT_AGAINST = regex(r"(\*{1,3})(?=\S)[^*\n]{0,200}?([^\s*]{1,30}[ \u00a0\u202f]?[.!?…:;,)»”]\1)(\w{1,30})")
SPACED = regex(r"(\*{1,3}|_{1,2})(?=[ ]|[^*_\n]{1,60}[ ]\1)[ ]?(\w[^*_\n]{0,60}?)[ ]?\1(?!\w)")
AS_BOLD = regex(r"==([^=\n]+)==|\+\+([^+\n]+)\+\+")  # marks of other tools, around what they mark
# Marks of notes as other tools and word processors have them. Squares and cubes stay: m², km³.
NOTE = regex(
    r"\[\^[^\[\]\n]{0,40}[ \u00a0][^\[\]\n]{0,40}\]|\^\[|(?<=\w{3})\^\d{1,2}\^"
    r"|(?<=[a-zà-ÿ]{4})(?<!mètre)(?<!mètres)(?<!metre)(?<!metres)\^\d{1,2}(?![\w^]|[.,]\d)"
    r"|(?<=[.!?»])[ \u00a0]?\^\d{1,2}(?![\w^]|[.,]\d)"
    r"|(?<=[a-zà-ÿ]{3} )(?<!mètre )(?<!mètres )(?<!metre )(?<!metres )\^\d{1,2}(?![\w^]|[.,]\d)"
    r"|(?<=[^\W\d_])\[\d{1,2}\](?:\[\d{1,2}\])*(?![(\[])|(?<=[.!?»)])[ \u00a0]?(?:\[\d{1,2}\])+(?![(\[:])"
    r"|(?<=[a-zà-ÿ]{3})(?<!chi)(?<!khi)[¹²³⁴-⁹](?!\w)"
    r"|(?<=[\w,;»] )(?<!\b[dl]es )(?<!\bthe )(?<!ntervalle )(?<!interval )"
    r"(?<!\b[ns]os )(?<!\bses )(?<!\bour )(?<!notes )(?<!nnexe )(?<!pièce )(?<!\blot )"
    r"(?<!dans )(?<!sur )(?<!entre )(?<!de )(?<!chelle )(?<!lage )(?<! in )(?<!from )(?<!scale )(?<!range )"
    r"\[[1-9]\d?(?:[,–-][ ]?\d{1,2})*\](?:\[\d{1,2}\])*(?![(\[:])"
    r"|(?<=\w)\[[1-9]\d?(?:[,–-][ ]?\d{1,2})+\](?![(\[])|(?<=\d[ \u00a0\u202f]%)\d{1,2}(?=[\s.,;)]|\Z)"
    r"|(?<= (?:19|20)\d\d)[¹²³⁴-⁹](?=[\s.,;:)]|\Z)"
    r"|(?<=[.!?»])[¹²³⁴-⁹](?=\s|\Z)|(?<=[\w»] )(?<!m )[¹²³⁴-⁹](?=[\s.,;:]|\Z)"
    r"|(?<=[a-zà-ÿ]{3})\*{1,2}(?=[\s.,;:)]|\Z)"
    r"|(?<=[a-zà-ÿ]{4}[.!?»])(?<!chap\.)(?<!sect\.)(?<!para\.)(?<!tome\.)\d{1,2}(?=\s+[A-ZÀ-Þ«“]|\s*\Z)"
    r"|(?<=[a-zà-ÿ]{3})\((?:\d\d?|\*{1,3})\)(?!\w)|(?<=[.!?»])[ \u00a0]?\(\d\d?\)(?!\w)"
)
GLUED = regex(r"(?<![\w./@-])([^\W\d_]{6,30})\d(?=[\s,;:)]|\.(?!\w)|\Z)")
COUNT = regex(r"[»”][ \u00a0]?\((\d\d?)\)(?!\w)")  # how often a word stands somewhere
# (1) that; (2) that. No note at the foot of a page begins so.
FIRST = regex(r"(?:\A|:[ \u00a0])\(1\)[ \u00a0](?!Voir|See|Cf|[Ii]bid|Source)")
PAGE = regex(
    r"\b[Pp]ages?[ \u00a0]\d{1,4}(?: (?:à|et|and|to) \d{1,4})? "
    r"(?:(?:du|de la) présente? (?:document|guide|rapport|livret|manuel|brochure|fiche)"
    r"|(?:de ce|of this) (?:guide|livret|manuel|handbook|booklet))\b"
)
CIVIL = regex(r"(?:Monsieur|Madame|Mademoiselle|Mrs?\b|Miss\b)")
NOTES = regex(r"[\[^¹²³⁴-⁹]|\([\d*]|[.!?»]\d|\w\*|\^\d")  # what each of them has
OF_A_CALL = regex(r"(?:#|<[^<>\s]{0,30}>)\w*\Z")  # of a function, in a language of programs
IN_CODE = regex(r"[/%=:]\S*\Z")  # an address, or the call of a function in one
NUMBERED = regex(r"(?<=[\w»] )\((\d\d?)\)(?=[.,;:\s]|\Z)")  # a note where a paragraph below begins so
RAISED = regex(r"~\d{1,3}~|(?<!\w{3})\^\d{1,3}\^|\^[a-z]{1,3}\^")


def before(origin: Origin, at: int) -> str:
    """The sign before a byte offset, spaces left out."""
    return origin.source[max(0, at - 8) : at].decode(errors="ignore").rstrip(" ")[-1:]


def near_words(text: inlines.Text, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """What words were probably meant to be; those that the generator set before them are not looked at."""
    if not text.pieces or BARE.fullmatch(text.words):
        return  # the generator's own words, and an address that is a link: its signs are no marks
    for look in _suspects().of(text.words):
        for code, index, values in look(text, origin, references):
            at = text.offset(index)
            if _is_meant(code, text, index, values["found"], origin):
                continue
            if code == "loose-citation" and text.words[index] == "@" and origin.source[at - 1 : at] == b"[":
                continue  # the parser told of it
            yield Finding(code, origin.location(at), values)


def _is_meant(code: str, text: inlines.Text, index: int, found: str, origin: Origin) -> bool:
    """Whether a word is spoken of, the word “TODO”; or a name is in the title of a work, in emphasis."""
    if code in ("left-over", "ibidem"):  # of which some texts speak
        at, source = text.offset(index), origin.source
        escaped = found[0] == "<" and (source[at - 1 : at] == b"\\" or source[at : at + 1] == b"&")
        quoted = found in placeholders.STOOD and source.startswith(b">", source.rfind(b"\n", 0, at) + 1)
        return escaped or quoted or (found.rstrip(".").isalpha() and is_spoken_of(text.words, index, found))
    if code != "person-named" or not CIVIL.match(found):
        return False
    start = text.offset(0)
    sign = origin.source[max(0, start - 2) : start].decode(errors="ignore")
    return sign[-1:] in ("*", "_") and sign[:1] != sign[-1:] and text.words[:1].isalnum()


def _raised(words: str) -> Iterator[Slip]:
    """Subscripts and superscripts of other tools."""
    for found in RAISED.finditer(words):
        start = max(words.rfind(" ", 0, found.start()) + 1, 0)
        shown = words[start : found.end() + 10].split(" ")[0]
        yield "other-raised", found.start(), {"found": shown[:40]}


def _notes(words: str, origin: Origin) -> Iterator[Slip]:
    """Marks of notes that other programs made."""
    note = NOTE.search(words) or _numbered(words, origin) if NOTES.search(words) else _glued(words)
    if note and "(" in note[0] and (FIRST.search(words) or _are_counts(words)):
        return
    if note and note[0][0] == "*":
        if origin.holds(f"\n\n* {words[: note.end()]}"):  # emphasis, taken for an item by the space in it
            yield "loose-mark", note.start(), {"found": f"* {words[: note.end()]}"}
            return
        if words.startswith(note[0]) or not _begins_note(note[0], origin):
            return
    if note and not _is_code(words, note):
        yield "loose-note", note.start(), {"found": _around(words, note)}


def _is_code(words: str, note: re.Match[str]) -> bool:
    """Whether what looks like a note's mark is of an address or a call: <script>alert(1)</script>."""
    before = words[max(0, note.start() - 40) : note.start()]
    called = note[0][0] == "(" and (OF_A_CALL.search(before) or words.startswith("</", note.end()))
    return bool(called or IN_CODE.search(before))


def _begins_note(stars: str, origin: Origin) -> bool:
    """Whether a note begins with stars, or nothing else has one: of two, the other may begin emphasis."""
    if stars == "**":
        return origin.holds("\n\n** ") or origin.holds("\n\n\\*\\*")
    return origin.holds("\n\n*") or origin.holds("\n\n\\*") or origin.text.count("*") == 1


def _glued(words: str) -> re.Match[str] | None:
    """A word of a dictionary with a figure against it."""
    for found in GLUED.finditer(words):
        if found[1].islower() and any(found[1] in dictionary(one) for one in LANGUAGES):
            return found
    return None


def _are_counts(words: str) -> bool:
    """Whether several quoted words have numbers behind them that are no notes', which go up."""
    counts = [int(number) for number in COUNT.findall(words)]
    return counts != sorted(counts)


def _pages(words: str) -> Iterator[Slip]:
    """References to pages of the document itself, which are those of another edition of it."""
    for found in PAGE.finditer(words):
        yield "page-named", found.start(), {"found": found[0].strip("(")}


def _left(words: str) -> Iterator[Slip]:
    """What an author left for later."""
    if left := placeholders.left_over(words):
        yield "left-over", left.start(), {"found": left[0]}


def _traces(words: str, origin: Origin) -> Iterator[Slip]:
    """What other programs left; the legal notice may speak of cookies."""
    for code, at, values in traces.traces(words):
        if not ("cookies" in values["found"] and "legal" in origin.file.path):
            yield code, at, values


def _contacts(words: str, origin: Origin) -> Iterator[Slip]:
    """How to reach a person, on a page that is not there to say so."""
    if not people.SERVICE.match(origin.file.path):
        yield from people.contacts(words)


def _loose(text: inlines.Text, origin: Origin) -> Iterator[Slip]:
    """The first mark of emphasis that marks nothing, and is not escaped."""
    loose = LOOSE.search(text.words)
    if loose and loose[0][:2] == "==" and loose[0] == text.words.strip():
        return  # a heading of a wiki, of which others tell
    if loose and loose[0] == "**" and not text.words[loose.end() :].strip() and _is_open(text, loose, origin):
        return  # the end of bold words over two paragraphs, of whose beginning it was told
    if loose and before(origin, text.offset(loose.start())) != "\\":
        if glued := SHUT_AGAINST.match(text.words, loose.start()):
            values = {"found": f"{glued[2]}{glued[3]}", "nearest": f"{glued[2]} {glued[3]}"}
            yield "typing-slip", glued.start(2), values
            return
        marked = AS_BOLD.match(text.words, loose.start())
        near = {"nearest": f"**{marked[1] or marked[2]}**"} if marked else {}
        found = text.words[loose.start() : loose.start() + 30]
        if spaced := SPACED.match(text.words, loose.start()):
            found, near = spaced[0], {"nearest": f"{spaced[1]}{spaced[2]}{spaced[1]}"}
        yield "loose-mark", loose.start(), {"found": found, **near}


def _is_open(text: inlines.Text, loose: re.Match[str], origin: Origin) -> bool:
    """Whether the paragraph above has a mark more that opens bold words than marks that end them."""
    above = origin.source[: text.offset(loose.start())].rpartition(b"\n\n")[0].rpartition(b"\n\n")[2]
    return above.count(b"**") % 2 == 1


def _around(words: str, found: re.Match[str]) -> str:
    """What was found with some whole words on both sides."""
    before = words[max(0, found.start() - 20) : found.start()]
    after = words[found.end() : found.end() + 20]
    before = before.partition(" ")[2] if found.start() > 20 else before
    after = after.rpartition(" ")[0] if found.end() + 20 < len(words) else after
    return " ".join(f"{before}{found[0]}{after}".split())


def _numbered(words: str, origin: Origin) -> re.Match[str] | None:
    """The first number in brackets that a paragraph further down begins with, as a note's does; or another
    number where one begins with the first.
    """
    found = NUMBERED.search(words)
    if found and (origin.holds(f"\n\n{found[0]} ") or origin.holds("\n\n(1) ")):
        return found
    return None


Look = Callable[[inlines.Text, Origin, Collection[str]], Iterator[Slip]]
# Each rule with what no words break it without: most words have nothing of it, which one pass tells.
RULES: tuple[tuple[Needs, Look], ...] = (
    (
        ("@", "[", "(", "{", *IBIDS, "Source"),
        lambda text, _, references: near_citations(text.words, references),
    ),
    (named_works.NEEDS, named_works.named_works),
    (near_links.NEEDS, near_links.near_links),
    (("{", "figure"), lambda text, _, __: near_calls.calls(text.words)),
    (
        ("[", "(", "^", "*", *"¹²³⁴⁵⁶⁷⁸⁹", *(f"{end}{n}" for end in ".!?»estrnx" for n in range(1, 10))),
        lambda text, origin, _: _notes(text.words, origin),
    ),
    (("age ", "ages ", "age\u00a0"), lambda text, _, __: _pages(text.words)),
    (placeholders.NEEDS, lambda text, _, __: _left(text.words)),
    (traces.NEEDS, lambda text, origin, _: _traces(text.words, origin)),
    (people.NEEDS, lambda text, _, __: people.people(text.words)),
    (
        ("@", "[at]", "(at)", "arobase", " dot ", "+", *"0123456789"),
        lambda text, origin, _: _contacts(text.words, origin),
    ),
    (("~", "^"), lambda text, _, __: _raised(text.words)),
    (tuple("*~_=+^`"), lambda text, origin, _: _loose(text, origin)),
)


@functools.cache
def _suspects() -> Suspects[Look]:
    return Suspects(RULES)

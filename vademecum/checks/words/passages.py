"""Misspelt words in a row that are words of another language: told once, as a passage, and not one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from vademecum.language.languages import LANGUAGES
from vademecum.language.meant_words import is_ours
from vademecum.language.spelling import misspelt
from vademecum.model import Finding

Paragraph = tuple[str, list[Finding]]  # its words, and those of them that are misspelt
FEWEST = 3  # words of the other language in a paragraph that make a passage
SPREAD = 4  # unknown words in a paragraph that is in neither language, two words in five or more
SHORT = 40  # letters of a paragraph, such as a heading, that does not end a passage


def passages_once(
    paragraphs: Iterable[Paragraph], language: str, known: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """The findings on paragraphs in a row, in the language given; those of a passage in another as one."""
    passage: list[Finding] = []
    tongue = ""
    for words, found in paragraphs:
        foreign, spoken = _foreign(words, found, language, known, begun=tongue if passage else "")
        if passage and (foreign or len(words) > SHORT) and (not foreign or spoken != tongue):
            yield _told(passage, tongue)
            passage = []
        if foreign:
            passage, tongue = [*passage, *foreign], spoken
        left = [finding for finding in found if finding.values["code"] != language] if foreign else found
        yield from (finding for finding in left if not _may_be_name(finding))
    if passage:
        yield _told(passage, tongue)


def _may_be_name(finding: Finding) -> bool:
    """Whether a word begins a sentence with its capital and nothing is near it, as most names of towns do."""
    return finding.values["found"][0].isupper() and not finding.values["nearest"]


def _foreign(
    words: str, found: list[Finding], language: str, known: Mapping[str, frozenset[str]], *, begun: str
) -> tuple[list[Finding], str]:
    """The misspelt words of a paragraph that are words of another language, and which; "" for a third one.

    `begun` is the language of a passage that the paragraph may go on with, where fewer words will do.
    """
    own = [
        finding
        for finding in found
        if finding.values["code"] == language and not is_ours(finding.values["found"], language)
    ]
    if len(own) < (1 if begun else FEWEST):
        return [], ""
    other = next(code for code in LANGUAGES if code != language)
    known_there = [one for one in own if not misspelt(one.values["found"], other, known[other])]
    if len(known_there) >= (1 if begun == other else FEWEST) and 3 * len(known_there) >= 2 * len(own):
        return own, other
    if len(own) >= SPREAD and 5 * len(own) >= 2 * len(words.split()):
        return own, ""
    return [], ""


def _told(passage: list[Finding], tongue: str) -> Finding:
    first = passage[0]
    values = {"found": first.values["found"], "count": str(len(passage)), "tongue": tongue or "…"}
    return Finding("foreign-passage", first.location, values)

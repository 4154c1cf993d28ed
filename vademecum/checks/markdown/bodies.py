"""The body of a file: what is nearly a heading in it, and headings under which nothing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vademecum.checks.markdown.bold_lines import bold
from vademecum.checks.markdown.near_citations import is_lone
from vademecum.checks.markdown.near_lines import as_written
from vademecum.checks.markdown.near_notes import below_notes
from vademecum.checks.markdown.paragraphs import paragraphs
from vademecum.checks.markdown.pointers import pointers
from vademecum.checks.markdown.titled import titled
from vademecum.checks.words.capitals import in_small, is_shouted
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.checks.words.remains.drafts import is_note
from vademecum.checks.words.remains.placeholders import NOTHING, left_over
from vademecum.document import inlines, tree, walking
from vademecum.language.regex import regex
from vademecum.model import SILENCES, Finding

# Besides what says nothing anywhere: a label may be so called, a paragraph may not.
UNSAID = regex(
    r"non (?:communiqu|connu)\w{1,4}\.?|s\.?[ ]?o\.?|not known\.?"
    r"|rien à (?:signaler|dire)\.?|r\.?[ ]?a\.?[ ]?s\.?|nothing to (?:report|say)\.?",
    re.IGNORECASE,
)
# How a list of works is headed, which each page has at its foot of itself.
SOURCES = regex(
    r"(?:bibliographie|bibliography|références(?: bibliographiques)?|references|sources|works cited)"
    r"(?: (?:citées|cited))?",
    re.IGNORECASE,
)
SECTION = 2  # the level of a case's sections
NO_SECTIONS: Mapping[str, str] = {}


def check_body(blocks: tree.Blocks, sections: Mapping[str, str] = NO_SECTIONS) -> Iterator[Finding]:
    """What is nearly a heading in a file's text, and headings under which nothing stands.

    `sections` are a case's, by their names, which `checks.entries.cases` tells of.
    """
    yield from paragraphs(blocks)
    yield from pointers(blocks)
    yield from below_notes(blocks)
    yield from _bibliographies(blocks)
    level, title, empty = 1, "", False
    headed: set[str] = set()
    for number, block in enumerate(blocks):
        if isinstance(block, tree.Heading):
            level = block.level
            empty = level == SECTION and _is_empty(blocks, number)
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            ends = after is None or (isinstance(after, tree.Heading) and after.level <= level)
            words = title = " ".join(walking.plain(block.content).split())
            note = is_note(words)
            yield from titled(block, words, headed)
            if (ends or note) and words and block.origin is not None and level > 1:
                code = "left-over" if note else _of_empty(words, sections)
                values = {"found": f"{'#' * level} {words}", **_keyed(words, sections)}
                yield Finding(code, block.origin.location(block.at), values)
        elif is_lone(block) and not _has_sources(blocks, number - 1) and block.origin is not None:
            values = {"found": as_written(block)[:60]}
            yield Finding("lone-citation", block.origin.location(block.at), values)
        elif (words := _nothing(block)) and block.origin is not None:
            of_case = empty and title in sections.values()
            empty = False  # the section is told of once
            code = _of_empty(title, sections) if of_case else "left-over"
            values = {"found": words, **(_keyed(title, sections) if of_case else {})}
            yield Finding(code, block.origin.location(block.at), values)
        elif (words := bold(block)) and words not in sections.values() and block.origin is not None:
            loud = is_shouted(words) and "*" not in as_written(block)
            small = in_small(words, spoken(block.origin), block.origin.file.text) if loud else words
            values = {"found": words if loud else f"**{words}**"}
            values["nearest"] = f"{'#' * min(level + 1, 6)} {small}"
            yield Finding("bold-heading", block.origin.location(block.at), values)


def _bibliographies(blocks: tree.Blocks) -> Iterator[Finding]:
    """Headings of a list of sources, which every page has of itself."""
    for block in blocks:
        if isinstance(block, tree.Heading) and block.origin is not None and _is_of_sources(block):
            values = {"found": as_written(block)[:60]}
            yield Finding("own-bibliography", block.origin.location(block.at), values)


def _is_of_sources(heading: tree.Heading) -> bool:
    """Whether a heading is that of a list of sources."""
    return SOURCES.fullmatch(" ".join(walking.plain(heading.content).split())) is not None


def _key(words: str, sections: Mapping[str, str]) -> str:
    """The name of a case's section with this title; "" for none."""
    return next((name for name, title in sections.items() if title == words), "")


def _keyed(words: str, sections: Mapping[str, str]) -> dict[str, str]:
    """What a message says of a case's section besides its title."""
    return {"key": name} if (name := _key(words, sections)) else {}


def _of_empty(words: str, sections: Mapping[str, str]) -> str:
    """The code of a finding on a heading under which nothing stands. Cases may be silent on some sections."""
    if not (name := _key(words, sections)):
        return "empty-section"
    return "section-without-text" if name in SILENCES else "context-without-text"


def _is_empty(blocks: tree.Blocks, number: int) -> bool:
    """Whether nothing is said in the section of a heading, whatever its sub-sections' headings say."""
    for block in blocks[number + 1 :]:
        if isinstance(block, tree.Heading):
            if block.level <= SECTION:
                return True
        elif not _nothing(block):
            return False
    return True


def _nothing(block: tree.Block) -> str:
    """A paragraph in which nothing is said, but that there is nothing to say; "" for any other block."""
    if not isinstance(block, tree.Paragraph) or len(block.content) != 1:
        return ""
    if isinstance(block.content[0], inlines.Link):
        return ""  # it says where to find it
    words = walking.plain(block.content).strip()
    says = len(words) >= 30 or not (NOTHING.fullmatch(words) or UNSAID.fullmatch(words))
    return "" if says and (left_over(words) or not is_note(words)) else words


def _has_sources(blocks: tree.Blocks, number: int) -> bool:
    """Whether a block is one whose source stands below it: it has no sentence that could end with it."""
    return number >= 0 and isinstance(blocks[number], (tree.Quote, tree.Table, tree.Items))

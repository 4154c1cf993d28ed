"""The lines of a paragraph as their author began them, for rules that look at how a line begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from vademecum.checks.markdown.near_words import before
from vademecum.document import inlines, tree
from vademecum.document.origin import Origin
from vademecum.language.regex import regex

NARROW = "\u00a0\u202f\u2009"
BLANK = f" \t{NARROW}"
DASH = regex(rf"(?!−[ {NARROW}]?\d)(?:[–—−]|--)[ \t{NARROW}]+(\S.*)")
FAR = 400  # bytes in which a line of a file ends
FAR_ABOVE = 1_000  # bytes before a paragraph that are looked at

# Who says it: a line of a conversation.
SAID = regex(
    r"[,!?»][ \u00a0](?:répond|dit|demande|reprend|ajoute|réplique)(?:nt|ent)?"
    r"(?:-|[ ](?:l['’]|(?:l[ae]|les|une?|Mme)\b|M\.))"
)
QUESTION = regex(r"\?[ \u00a0][–—][ \u00a0]")  # with its answer in the same paragraph


class Line(NamedTuple):
    """The beginning of a line of a paragraph: its text, its place in it, its words up to the next node."""

    text: inlines.Text
    at: int
    words: str


# A line of which a rule tells, the code, and the finding's values beside the line's words.
Told = Iterator[tuple[Line, str, dict[str, str]]]


def lines_of(node: Any) -> Iterator[Line]:
    """The lines of a paragraph that begin with words of their author's."""
    begins = True
    for inline in node.content:
        if isinstance(inline, inlines.Text) and inline.pieces:
            at = 0
            for number, words in enumerate(inline.words.split("\n")):
                if (number or begins) and words.strip():
                    yield Line(inline, at + len(words) - len(words.lstrip(BLANK)), words.strip(BLANK))
                at += len(words) + 1
            begins = inline.words.endswith("\n")
        else:
            begins = isinstance(inline, inlines.Break)


def is_meant(code: str, words: str, origin: Origin, at: int, *, alone: bool) -> bool:
    """Whether a line, behind a sign, begins as its author meant it: with a hyphen or a bar behind a
    backslash; with a dash before who is quoted, or in a conversation.
    """
    if code == "tight-heading" and not words.startswith(("#", "=")):
        return origin.file.path.startswith("case_studies/")  # of whose sections others tell
    sign = before(origin, at)
    if code in ("deep-item", "raw-table"):
        return sign == "\\"
    said = sign == ">" or SAID.search(words) is not None or _is_in_interview(words, origin, at)
    return code == "pasted-bullet" and alone and said


def is_signed(lines: list[Line], number: int) -> bool:
    """Whether a line is the last of a paragraph of sentences, and says behind a dash whose words they are."""
    last = number == len(lines) - 1 and sum(1 for line in lines if DASH.match(line.words)) == 1
    return last and number > 0 and lines[number - 1].words.endswith((".", "!", "?", "…", "»", "”"))


def is_conversation(lines: list[Line]) -> bool:
    """Whether lines, each behind a dash, are what some say to each other."""
    return all(line.words.startswith(("–", "—")) for line in lines) and any(
        SAID.search(line.words) or line.words.endswith("?") for line in lines
    )


def _is_in_interview(words: str, origin: Origin, at: int) -> bool:
    """Whether a paragraph behind a dash is a question, or answers the one above it."""
    if not words.startswith(("–", "—")):
        return False
    above = origin.source[max(0, at - FAR_ABOVE) : at].decode(errors="ignore").rstrip().rpartition("\n")[2]
    asked = words.endswith("?") or QUESTION.search(words) is not None
    return asked or (above.startswith(("–", "—")) and above.endswith("?"))


def as_written(block: tree.Block | tree.Item) -> str:
    """The first line of a block, as its author wrote it; of a long one what stands before a letter is cut."""
    assert block.origin is not None
    return block.origin.source[block.at : block.at + FAR].decode(errors="ignore").split("\n")[0].strip()

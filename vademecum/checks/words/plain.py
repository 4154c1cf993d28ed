"""Plain text that was written as if marks meant something in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from vademecum.checks.rules.excerpts import beginning
from vademecum.checks.rules.slip import Slip, outermost
from vademecum.checks.words.capitals import in_capitals, in_small
from vademecum.checks.words.grammar.agreement import agreement
from vademecum.checks.words.keyboard import slips
from vademecum.checks.words.locators import wrong_place
from vademecum.checks.words.names.people import contacts, people
from vademecum.checks.words.outside import UNCITED, VAGUE, wrong_address
from vademecum.checks.words.quantities.numbers import numbers, spoken
from vademecum.checks.words.quantities.years import backwards
from vademecum.checks.words.remains.drafts import is_note, is_undone
from vademecum.checks.words.remains.gaps import ENDS
from vademecum.checks.words.remains.placeholders import NOTHING, left_over
from vademecum.checks.words.remains.titles import wrong_title
from vademecum.checks.words.remains.traces import traces
from vademecum.checks.words.typed import STOPPED
from vademecum.checks.words.usage import usage
from vademecum.document.origin import Origin
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.model.markers import Form, Markdown, Plain
from vademecum.model.walk import Step, walk
from vademecum.sources.library import Entry

# Emphasis, code, links, citations, HTML and its entities.
MARKS = regex(
    r"\*\*[^*\s][^*]{0,200}\*\*|(?<![\w*])\*[^*\s][^*]{0,200}(?<!\s)\*(?![\w*])|(?<!\w)__?[^\W_][^_]{0,200}_(?!\w)"
    r"|`[^`]{1,200}`|\[\[[^\[\]]{1,200}\]\]|\[[^\[\]]{1,200}\]\([^()\s]+\)|\[@[\w-]+[^\[\]]{0,200}\]"
    r"|</?[A-Za-z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{1,6});"
    # "> 50 %" is more than half, "- 12 %" less of it
    r"|\A(?!>[ \u00a0]\d|-[ \u00a0]\d[\d.,]*[ \u00a0]?%)(?:#{1,6}|>|[-*•])[ \u00a0]\S+"
    r"|(?<![\w*])\*\*(?=\w)|(?<=\w)\*\*(?![\w*])|(?<=\w)\[\d{1,2}\]"  # one alone
)
OF_A_NAME = (".name", ".holder", ".literal", ".family", ".given", ".publisher")
NAMED = (".name", ".holder", ".publisher")
AN_ADDRESS = regex(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+", re.IGNORECASE)
SMALL = regex(  # words within a name that have no capital
    r"(?<=[ \u00a0-])(?:D['’]|L['’]"
    r"|(?:De|Du|Des|La|Le|Les|Et|En|Sur|Sous|Aux?|À|Of|The|And|For|In|On)\b(?=[ -]))"
)
MARK = regex(r"[*_`\[<&]")  # of which each has one, but for those that begin a field
QUOTED = regex(r"([«“])[ \u00a0\u202f]?([^«»“”]+)[ \u00a0\u202f]?([»”])")


THEIRS = frozenset(("Reference.title", "CaseDocument.title"))  # titles that end as their authors like

THEIR_NAMES = ("Reference.", "Name.", "Terms.")  # and words that are not to be links, "la ville de"
FEWEST = 4  # spaces in a text that is a sentence

# A text that only sends elsewhere; a heading or a list at the head of one.
ELSEWHERE = regex(
    r"(?:voir|cf\.?|see)(?: aussi| also)? (?:ci-dessus|ci-dessous|plus (?:haut|bas)|above|below)\.?",
    re.IGNORECASE,
)
HEADED = regex(r"#{1,6}[ \u00a0]+(?=\S)")
NUMBER = regex(r"(?:(?:Chapitre|Chapter) \d{1,2}[ \u00a0]?[:.–—-]|\d{1,2}[.)])[ \u00a0]+(?=\w)")
SECOND = regex(r"(?<=[.?!;])[ \u00a0]+[2-9][.)][ \u00a0]+(?=\S)")
LISTED = regex(
    r"(?:(?:#{1,6}|[-*+•–]|\d{1,2}[.)])[ \u00a0]+)?(?:\[[ xX]?\]|[☐☑☒□])[ \u00a0]+(?=\S)"
    r"|(?:#{1,6}|[-*+•–]|\d{1,2}[.)])[ \u00a0]+(?=\S)"
)


def may_have_marks(value: str) -> bool:
    """Whether a field is worth a search for marks: most have none of their signs."""
    return value[:1] in "#>-*•" or MARK.search(value) is not None


def plain_texts(entry: Entry) -> Iterator[Finding]:
    """What is wrong with the letters of an entry's fields, each of which readers would see."""
    for step in walk(entry.model, Plain, Markdown, Form):
        path, value = (*entry.at, *step.path), step.value
        if _is_for_all(entry, path) and path[-1] != LANGUAGES[0]:
            continue  # one text for all languages is told once
        form = step.shape.mark(Form)
        if form is not None and form.name == "address":
            yield from _address(value, entry.document.where(*path))
        elif not isinstance(value, str) or form is not None or step.shape.is_key:
            continue
        elif NOTHING.fullmatch(value) and not (Markdown in step.shape.marks and left_over(value)):
            yield Finding("left-over", entry.document.where(*path), {"found": value[:60]})
        elif (marker := step.shape.mark(Markdown)) is not None:
            yield from _headed(value, entry.document.where(*path), blocks=marker.blocks)
        elif is_noted(step.shape.of) and is_undone(value) and not left_over(value):
            yield Finding("left-over", entry.document.where(*path), {"found": value[:60]})
        elif Plain in step.shape.marks and (not value.isalnum() or _wrong(step)):
            yield from _plain(entry, path, step)
        elif Plain in step.shape.marks and value.isupper() and len(value) > 2 and _is_name(step):
            values = {"found": value[:60], "nearest": _of_a_name(value)}
            yield Finding("in-capitals", entry.document.where(*path), values)


def is_noted(of: str) -> bool:
    """Whether a note to oneself may stand in a field of plain words: a title or summary of ours. A label may
    be the state that something has, and a work is called what it is.
    """
    return of.endswith((".title", ".summary")) and of not in THEIRS


def _is_for_all(entry: Entry, path: tuple[str | int, ...]) -> bool:
    """Whether a text stands once for all languages: it is bound to the rules of none."""
    values = entry.document.values
    return path[-1] in LANGUAGES and path not in values and path[:-1] in values


def _headed(value: str, place: Location, *, blocks: bool) -> Iterator[Finding]:
    """A field of Markdown that says nothing by itself, or begins as no paragraph does."""
    if is_note(value) and not left_over(value):
        yield Finding("left-over", place, {"found": value})
    elif ELSEWHERE.fullmatch(value):
        yield Finding("says-nothing", place, {"found": value})
    elif _is_cut(value):
        yield Finding("cut-short", place, {"found": value[-40:]})
    elif headed := (HEADED if blocks and "\n" in value else LISTED).match(value):
        near = beginning(value[headed.end() :])
        if headed[0][0].isdigit() and SECOND.search(value):  # several in one
            near = ", ".join(f'"{part.strip()}"' for part in SECOND.split(value[headed.end() :]))
        values = {"found": beginning(value, 60), "nearest": near}
        yield Finding("one-paragraph", place, values)


def _tongue(step: Step, origin: Origin) -> str:
    """The language of a field: a work's title is in the work's own."""
    own = getattr(step.owner, "language", None)
    return own if isinstance(own, str) else spoken(origin)


def _is_cut(value: str) -> bool:
    """Whether a text ends in the middle of a sentence."""
    return value.endswith(ENDS) and value.count(" ") >= FEWEST


def _is_name(step: Step) -> bool:
    """Whether a word is a person's name, and no initials."""
    return step.shape.of == "Name.family" or (step.shape.of == "Name.given" and len(step.value) > 3)


def _plain(entry: Entry, path: tuple[str | int, ...], step: Step) -> Iterator[Finding]:
    """Marks in a field that shows every letter; quotation marks put around it; slips of the keyboard."""
    value, place = step.value, entry.document.where(*path)
    locator = step.shape.of.endswith(".locator")
    if may_have_marks(value) and (marks := MARKS.search(value)):
        meant = html.unescape(marks[0]) if marks[0][0] == "&" else ""
        yield Finding("marks-in-plain", place, {"found": marks[0][:60], "nearest": meant})
    elif value[0] in "«“" and not locator and (quoted := QUOTED.fullmatch(value)):
        values = {"found": value[:60], "nearest": f'"{beginning(quoted[2].strip())}"'}
        yield Finding("quoted-whole", place, values)
    elif value[0] == value[-1] == '"' and value.count('"') == 2 and not locator and len(value) > 2:
        values = {"found": value[:60], "nearest": beginning(value[1:-1])}
        yield Finding("typing-slip", place, values)
    elif left := left_over(value):
        yield Finding("left-over", place, {"found": left[0]})
    elif wrong := _wrong(step):
        code, near = wrong
        yield Finding(code, place, {"found": value[:60], "nearest": beginning(near)})
    elif value.isupper() and in_capitals(
        value, language := _tongue(step, Origin(entry.document, path, value))
    ):
        small = _of_a_name(value) if step.shape.of.endswith(OF_A_NAME) else ""
        near = small or in_small(value, language, entry.document.text)
        yield Finding("in-capitals", place, {"found": beginning(value, 60), "nearest": near})
    elif _is_cut(value) and not step.shape.of.startswith(THEIR_NAMES):
        yield Finding("cut-short", place, {"found": value[-40:]})
    elif (value[-1] in ",;:" and not locator) or _is_stopped(step):
        yield Finding(
            "typing-slip", place, {"found": value[-40:], "nearest": value[-40:].rstrip(" ,;:.\u00a0")}
        )
    else:
        origin = Origin(entry.document, path, value)
        words = _words_of(step, "" if _is_for_all(entry, path) else spoken(origin))
        for code, at, values in (*traces(value), *(backwards(value) if locator else words)):
            yield Finding(code, origin.location(len(value[:at].encode())), values)


def _wrong(step: Step) -> tuple[str, str] | None:
    """What is wrong with a title of others, or with a place in a work: its code, and what was meant."""
    of = step.shape.of
    if of in THEIRS:
        code, near = wrong_title(step.value)
        code = "vague-link" if not code and VAGUE.fullmatch(step.value) else code
        if not code and " " in step.value and ". " not in step.value and (stop := STOPPED.search(step.value)):
            code, near = ("typing-slip", step.value[: stop.start()])
    elif of.endswith(NAMED) and AN_ADDRESS.fullmatch(step.value):
        code, near = "address-as-name", ""
    elif of.endswith(".locator"):
        code, near = wrong_place(step.value)
    elif of.startswith("Chapter") and of.endswith(".title") and (led := NUMBER.match(step.value)):
        own = step.value[led.end() :]  # the page numbers it
        code, near = "typing-slip", own[0].upper() + own[1:]
    else:
        return None
    return (code, near) if code else None


def _is_stopped(step: Step) -> bool:
    """Whether a title of ours ends as a sentence does."""
    of = step.shape.of
    return of.endswith(".title") and of not in THEIRS and STOPPED.search(step.value) is not None


def _words_of(step: Step, language: str) -> Iterator[Slip]:
    """What is wrong with the words of a field; a work has its own names and numbers."""
    yield from slips(step.value)
    if not step.shape.of.startswith(("Name.", "Reference.")):
        yield from people(step.value)
        if "@" in step.value and step.shape.of != "Definition.holder":  # of which others tell
            yield from contacts(step.value)
        yield from numbers(step.value, language)
        yield from outermost(usage(step.value, language))
        yield from agreement(step.value, language)


def _of_a_name(value: str) -> str:
    """A name in capitals as it is written: each of its words has its capital."""
    small = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), value)
    return SMALL.sub(lambda found: found[0].lower(), small)


def _address(value: str, place: Location) -> Iterator[Finding]:
    uncited = next((code for pattern, code in UNCITED if pattern.match(value)), "")
    code, meant = (uncited, "") if uncited else wrong_address(value)
    if code:
        yield Finding(code, place, {"found": value[:200], "nearest": meant[:200]})

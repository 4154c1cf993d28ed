"""Finding -> "path:line:column: what is wrong; what was found; what to do", in French and English.

What forges and programs read instead stands in report.py.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vademecum.checks.echoes import without_echoes
from vademecum.language.data import data_in
from vademecum.language.formats import size
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.sources.text.invisible import visible

# What may stand often in one file, and is told once: mended at one place, it is looked for at the others.
REPEATED = frozenset(("misspelt-word", "unknown-reference", "former-id"))
# What every file may refer to.
LISTS = ("references.yml", "acronyms.yml", "vocabularies.yml")
# What is not told where another finding stands around it: one of these, or any that is not SMALL itself.
EXPLAINED: dict[str, tuple[str, ...]] = {
    "misspelt-word": (),
    "foreign-words": (),
    "typing-slip": (),
    "other-usage": (),
    "open-pair": (),
    "loose-mark": (
        *("pasted-bullet", "broken-link", "loose-attributes", "other-program", "left-over"),
        *("other-raised", "loose-note"),
    ),
    "invisible-character": ("strange-key",),
    "unprintable-character": ("other-program", "converted-twice"),
    "strange-key": ("quoted-key",),
    **dict.fromkeys(("unknown-vocabulary", "unknown-value", "unknown-key", "bad-form"), ("look-alike",)),
    "loose-attributes": ("other-program",),
    "loose-citation": ("bad-citation",),
    "other-program": ("loose-citation",),
    "empty-item": ("left-over",),
    "one-paragraph": ("lost-sign",),
    "task-mark": ("one-paragraph",),
    "pasted-bullet": ("one-paragraph", "tight-heading"),
    "ibidem": ("left-over",),
    "alias": ("reserved-sign",),
    "left-over": ("unquoted-box", "other-program", "nothing-observed"),
    "foreign-passage": ("figure-call", "figure-inline", "left-over", "other-program"),
    "cut-short": ("other-program",),
    "top-heading": ("underlined-heading", "one-paragraph"),
    "section-unknown": ("heading-signs",),
    "step-heading": ("heading-signs", "underlined-heading"),
    "empty-section": ("underlined-heading",),
    "said-twice": ("term-form",),
    "after-source": ("to-come",),
    "year-differs": ("to-come",),
    "in-capitals": ("capital-term", "author-spelt"),
    "accessed-nowhere": ("to-come", "read-before"),
}
MENDING = frozenset(("typing-slip", "other-usage"))  # which say what is to be written
# What tells of a word, or of what the other language says: the words around it may have slips of their own.
SMALL = frozenset(
    (
        *("misspelt-word", "foreign-words", "typing-slip", "other-usage", "open-pair"),
        *("negation-differs", "name-differs", "sense-differs", "lengths-differ"),
        "cells-exchanged",
    )
)
# Findings on words, as wide as these, and by how much: a mark may stand behind some.
WORDS = {"misspelt-word": 1, "foreign-words": 3, "one-paragraph": 1}
WORDS |= dict.fromkeys(("unknown-vocabulary", "unknown-value", "unknown-key", "bad-form"), 1)
# Whose values are the weights of files.
WEIGHED = frozenset(("file-too-large", "picture-too-large", "heavy-picture"))
# Ordinary spaces: what is told in a terminal is copied, and looked for.
SEMICOLON = {"fr": " ; ", "en": "; "}
# What stands bare in a message, and what begins or ends with a sign that would be taken for the message's own
# (form-words.js has the same two).
BARE = regex(r"(?<!\S)(?<!« )\{(found|nearest)\}(?![^\s:;,])(?! »)")
UNLIKE_WORDS = regex(r"\A(?:[,;:]|[.!?]?[ \u00a0\u202f])|[ \u00a0\u202f,;:]\Z")
QUOTES = {"fr": "« {} »", "en": "“{}”"}
LEVEL = "level"  # a finding's own, where it is not its code's
LONG_LIST = 60  # letters of choices that fill a line


@functools.cache
def catalogue() -> dict[str, Any]:
    """The messages, read once; ours, so trusted."""
    words: dict[str, Any] = data_in(Path(__file__).with_name("messages.yml"))
    return words


def is_fault(finding: Finding) -> bool:
    """Whether the finding stops a build."""
    return bool(finding.values.get(LEVEL, catalogue()[finding.code]["level"]) == "fault")


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place, each once: the same one may come from a file and from a page that shows it, with
    other choices; and one word or id that is wrong all over a file is told at its first place there. Lists
    with a fault come first: what refers to their entries may be told because of it.
    """
    findings = _unexplained(without_echoes(list(findings)))
    unique = {(f.location.path, f.location.line, f.location.column, f.code, told_by(f)): f for f in findings}
    causes = {one.location.path for one in findings if one.location.path in LISTS and is_fault(one)}
    order = sorted(unique, key=lambda key: (key[0] not in causes, key))
    return _once_a_file([unique[key] for key in order])


def _once_a_file(findings: list[Finding]) -> list[Finding]:
    """Findings in their order, those of REPEATED with how often more they stand in their file."""
    again = Counter((f.location.path, f.code, f.values.get("found")) for f in findings if f.code in REPEATED)
    kept: list[Finding] = []
    for finding in findings:
        key = (finding.location.path, finding.code, finding.values.get("found"))
        if (count := again.pop(key, None)) is not None:
            more = {"more": str(count - 1)} if count > 1 else {}
            kept.append(Finding(finding.code, finding.location, {**finding.values, **more}))
        elif finding.code not in REPEATED:
            kept.append(finding)
    return kept


def _unexplained(findings: list[Finding]) -> list[Finding]:
    """Findings without those that another explains, which stands around them."""
    covered = _covered(findings)
    mended = {place for one in findings if one.code in MENDING for place in _mended(one)}

    def explained(finding: Finding) -> bool:
        at = finding.location
        if (
            finding.code == "misspelt-word"
            and (at.path, at.line, at.column, finding.values["found"]) in mended
        ):
            return True
        place, width = finding.location, WORDS.get(finding.code, 0)
        after = place.column + (len(finding.values["found"]) + width - 1 if width else 1)
        for code, (starts, ends) in covered[place.path, place.line].items():
            last = bisect.bisect_left(starts, after) - 1
            if last >= 0 and place.column < ends[last] and _explains(code, finding.code):
                if is_fault(finding):
                    grave.add((place.path, place.line, code))
                return True
        return False

    grave: set[tuple[str, int, str]] = set()  # what stands for a fault is one
    kept = [finding for finding in findings if finding.code not in EXPLAINED or not explained(finding)]
    return [
        replace(one, values={**one.values, LEVEL: "fault"})
        if (one.location.path, one.location.line, one.code) in grave
        else one
        for one in kept
    ]


def _mended(finding: Finding) -> Iterator[tuple[str, int, int, str]]:
    """Where the words of a finding stand that what is to be written has no more, as in 10 kms: misspelt ones
    are not told again.
    """
    place, found = finding.location, finding.values["found"]
    for whole in (found, "".join(re.findall(r"[^\W\d_]+", found))):  # rapport**final**
        yield place.path, place.line, place.column, whole
    kept = re.findall(r"[^\W\d_]+", finding.values["nearest"])
    for word in re.finditer(r"[^\W\d_]+", found):
        if word[0] not in kept:
            yield place.path, place.line, place.column + word.start(), word[0]


def _covered(findings: list[Finding]) -> dict[tuple[str, int], dict[str, tuple[list[int], list[int]]]]:
    """What the findings of each code cover of each line: where such parts begin and end, none in another, so
    that a line with thousands of findings is not gone through for each.
    """
    covered: dict[tuple[str, int], dict[str, tuple[list[int], list[int]]]] = {}
    for finding in sorted(findings, key=lambda one: one.location.column):
        place = finding.location
        for number, shown in enumerate(finding.values.get("found", "").split("\n")):
            start = 1 if number else place.column
            end = start + len(shown) + 4
            line = covered.setdefault((place.path, place.line + number), {})
            starts, ends = line.setdefault(finding.code, ([], []))
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
    return covered


def _explains(code: str, other: str) -> bool:
    """Whether a finding says all that another at its place would."""
    by = EXPLAINED[other]
    return code in by if by else code not in SMALL


def told_by(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The values of a finding without those that say how to mend it: two that share them, at one place and of
    one code, are one.
    """
    mending = ("choices", "choices.fr", "nearest")
    return tuple(sorted((name, value) for name, value in finding.values.items() if name not in mending))


def filling(finding: Finding, language: str) -> dict[str, str]:
    """What fills the words of a finding in one language."""
    words = catalogue()
    values = defaultdict(
        str, {name: visible(" ".join(value.split())) for name, value in finding.values.items()}
    )
    folder = finding.location.path.split("/")[1:2]  # of the writer's own language, in docs/
    values["in"] = folder[0] if folder and folder[0] in LANGUAGES else language
    for name, group in (
        ("kind", "kinds"),
        ("form", "forms"),
        ("language", "languages"),
        ("sign", "signs"),
        ("bound", "bounds"),
    ):
        if name in values:
            values[name] = words[group][language][values[name]]
    if "item" in values:
        values["found"] = words["item"][language].format_map(values)
    if finding.code in WEIGHED:
        weights = (name for name in ("length", "limit") if name in values)
        values.update({name: size(int(values[name]), language) for name in weights})
    for name in ("example", "choices"):
        if own := values.get(f"{name}.{language}"):
            values[name] = own
    if values.get("choices") == "":
        values["choices"] = words["no_choice"][language]
    return values


def message(finding: Finding, language: str) -> str:
    """The three parts of a message, without its place."""
    words, values = catalogue(), filling(finding, language)
    parts = [_quoting(part, values, language).format_map(values) for part in words[finding.code][language]]
    hint = words[finding.code][language][2]
    if values["nearest"] and "{nearest}" not in hint:
        near = words["nearest"][language].format_map(values)
        # Before a list of choices, which an editor would read first.
        long = "{choices}" in hint and len(values["choices"]) > LONG_LIST
        parts[2] = f"{near} {words['else'][language]} {parts[2]}" if long else f"{parts[2]} ({near})"
    if fills := values["fills"]:
        parts[2] += f" ({words['fills'][language][fills].format_map(values)})"
    text = SEMICOLON[language].join(parts)
    if more := values["more"]:
        text += f" ({words['more'][language][more != '1'].format(n=more)})"
    return text


def _quoting(phrase: str, values: Mapping[str, str], language: str) -> str:
    """A phrase with quotation marks around what begins or ends with a sign of punctuation or a space."""
    return BARE.sub(
        lambda bare: QUOTES[language].format(bare[0]) if UNLIKE_WORDS.search(values[bare[1]]) else bare[0],
        phrase,
    )


def line(finding: Finding, language: str) -> str:
    """One finding as editors read it in a terminal."""
    place = finding.location
    return f"{visible(place.path)}:{place.line}:{place.column}: {message(finding, language)}"


def summary(findings: Iterable[Finding], language: str) -> str:
    """One line that counts faults and remarks, such as "No fault. 1 remark."."""
    words = catalogue()["summary"][language]
    faults = sum(map(is_fault, found := list(findings)))
    counts = {"fault": faults, "remark": len(found) - faults}
    told = [words[level][n > 1].format(n=n) for level, n in counts.items() if n]
    if not faults:
        return " ".join([words["none"], *(f"{text}." for text in told)])
    return f"{', '.join(told)}. {words['nothing']}"

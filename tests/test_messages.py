"""The words of findings, in every format."""

from __future__ import annotations

import json
import string

import pytest

from vademecum.checks import messages, report
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding, Location

CODES = sorted(code for code, message in messages.catalogue().items() if "level" in message)
FINDING = Finding(
    "unknown-concept", Location("lexicon/a, b:c.yml", 3, 7), {"found": "50 %\nor so", "nearest": "half"}
)


@pytest.mark.parametrize("code", CODES)
def test_a_message_says_what_is_wrong_what_was_found_and_what_to_do(code: str) -> None:
    message = messages.catalogue()[code]
    assert {language: len(message[language]) for language in LANGUAGES} == dict.fromkeys(LANGUAGES, 3)


@pytest.mark.parametrize("code", CODES)
def test_both_languages_tell_the_same_values(code: str) -> None:
    message = messages.catalogue()[code]
    fields = {
        language: {
            name for part in message[language] for _, name, _, _ in string.Formatter().parse(part) if name
        }
        for language in LANGUAGES
    }
    assert fields["fr"] == fields["en"]


def test_a_message_stays_on_one_line() -> None:
    assert messages.line(FINDING, "en") == (
        "lexicon/a, b:c.yml:3:7: no concept has this id; 50 % or so; "
        "correct the link; if the concept is missing, create its file in lexicon/ (did you mean “half”?)"
    )


@pytest.mark.parametrize(("language", "mark"), [("fr", "remarque : "), ("en", "remark: ")])
def test_a_remark_says_that_it_is_one_and_a_fault_does_not(language: str, mark: str) -> None:
    remark = Finding("look-alike", FINDING.location, {"found": "а", "nearest": "a"})
    assert not messages.is_fault(remark) and messages.is_fault(FINDING)
    told = [report.line_of_level(finding, language) for finding in (FINDING, remark)]
    plain = [messages.line(finding, language) for finding in (FINDING, remark)]
    assert told == [plain[0], plain[1].replace(":3:7: ", f":3:7: {mark}", 1)]


def test_a_terminal_gets_the_first_of_many_alike_and_how_many_more_there_are() -> None:
    def alike(path: str, count: int) -> list[Finding]:
        return [Finding("bare-colon", Location(path, line, 3), {"found": "a: b"}) for line in range(count)]

    many, few = alike("a.yml", 500), alike("b.yml", report.MOST_ALIKE + 1)
    lines = [line for _, line in report.text([*many, FINDING, *few], "en")]
    assert lines[: report.MOST_ALIKE] == [messages.line(one, "en") for one in many[: report.MOST_ALIKE]]
    assert lines[report.MOST_ALIKE] == (
        "a.yml:20:3: and 480 more of the same kind, from here to the end of the file: a colon inside an "
        "unquoted value (“build.py check --format json” tells each)"
    )
    assert lines[report.MOST_ALIKE + 1 :] == [messages.line(one, "en") for one in (FINDING, *few)]
    assert len(json.loads(report.as_json(many, "en"))) == 500


def test_github_gets_its_escapes() -> None:
    assert report.github(FINDING, "en").startswith(
        "::error file=lexicon/a%2C b%3Ac.yml,line=3,col=7::no concept has this id; 50 %25 or so;"
    )


def test_json_tells_all_there_is() -> None:
    (told,) = json.loads(report.as_json([FINDING], "en"))
    assert {key: told[key] for key in ("path", "line", "column", "level", "code")} == {
        "path": "lexicon/a, b:c.yml",
        "line": 3,
        "column": 7,
        "level": "fault",
        "code": "unknown-concept",
    }


def test_what_a_file_and_its_page_both_show_is_told_once() -> None:
    again = Finding(FINDING.code, FINDING.location, {**FINDING.values, "choices": "half, whole"})
    assert len(messages.ordered([FINDING, again])) == 1


@pytest.mark.parametrize(
    ("codes", "language", "told"),
    [
        ([], "en", "No fault."),
        (["unused-concept"], "en", "No fault. 1 remark."),
        (
            ["tag", "tag", "unused-concept"],
            "en",
            "2 faults, 1 remark. While a fault remains, neither site nor PDF is made; "
            "what is at fault is not compared with the rest, and further messages may follow.",
        ),
        (
            ["tag"],
            "fr",
            "1 faute. Tant qu’une faute reste, ni site ni PDF n’est fait ; ce qui est en faute n’est "
            "pas comparé au reste, et d’autres messages peuvent suivre.",
        ),
    ],
)
def test_a_summary_counts(codes: list[str], language: str, told: str) -> None:
    assert messages.summary([Finding(code, Location("x")) for code in codes], language) == told


def test_a_remark_that_stands_for_a_fault_is_one() -> None:
    fault = Finding("unprintable-character", Location("docs/fr/about.md", 3, 8), {"found": "【"})
    remark = Finding("other-program", Location("docs/fr/about.md", 3, 8), {"found": "【4†source】"})
    assert [messages.is_fault(one) for one in messages.ordered([remark])] == [False]
    both = messages.ordered([remark, fault])
    assert [(one.code, messages.is_fault(one)) for one in both] == [("other-program", True)]
    assert not messages.line(both[0], "en").startswith("docs/fr/about.md:3:8: remark")

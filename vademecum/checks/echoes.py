"""Findings that another makes wherever something leads to what it tells of: told once, where it is mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding
from vademecum.model.findings import MISSING

# What is told of files by their names and places.
ASTRAY = (
    *("bad-file-name", "copied-file", "copy-name", "misplaced-file", "no-language", "unknown-language"),
    "wrong-folder",
)
# What a file may lack because of another finding there.
CAUSES = {
    "missing-footnote": ("duplicate-note",),
    "unused-concept": ("duplicate-key",),
    "empty-file": ("control-character",),
    "table-without-rows": ("parted-table",),
    **dict.fromkeys(MISSING, ("text-in-fence", "open-fence")),
}
# Faults of signs that make of a value another, and what is told of such a value.
STRANGE = ("invisible-character", "control-character")
NO_VALUE = ("unknown-vocabulary", "unknown-value", "unknown-reference", "unknown-country", "bad-form")
EMPTY = ("part-to-translate", "section-to-translate")
# What is told of words below a language that they are not in.
FOREIGN = (
    "foreign-words-here",
    "foreign-term",
    "foreign-words",
    "foreign-passage",
    "left-as-is",
    "term-form",
)
# What a section in which nothing stands lacks, of which its own finding tells.
LACKING = (
    *("citation-untranslated", "block-untranslated", "numbers-untranslated"),
    *("block-added", "citation-added", "number-added"),
)
# What begins a program within HTML, and what its signs may be taken for.
PROGRAMS = ("<script", "<style")
OF_SIGNS = ("loose-note", "loose-mark", "typing-slip", "misspelt-word", "foreign-words", "open-pair")
UNKNOWN_ANCHORS = ("broken-anchor", "no-anchors")
ANCHORS = ("bad-anchor", *UNKNOWN_ANCHORS)
BELOW = 4  # lines from a heading on at which that may be told
UNKNOWN = ("unknown-figure", "figure-by-path")
CALLS = (*UNKNOWN, "figure-inline", "figure-call")


def without_echoes(findings: Sequence[Finding]) -> list[Finding]:
    """Findings without those on
    - links to an entry that was published and is gone, and numbers of chapters behind it;
    - links to a picture whose file is of a format that no page shows;
    - sections of a case that stand in a block of code, or behind one that is not closed;
    - a mark without a note, where two notes have one name: one of them is to be renamed;
    - what two files, told to be one in two languages, lack of each other;
    - another key of a translation, where the original mistakes that key;
    - an address that passes for another by letters that are told;
    - a link to the other language's file, where its anchor is to be chosen first;
    - figures that no page shows, and places of figures, where a figure's call is wrong;
    - a translation without its original, where that has another name or place.
    """
    by_code = _by_code(findings)
    gone = {one.values["found"] for one in by_code["published-gone"]}
    pictures = {_name(one) for one in by_code["picture-format"] if _is_of_file(one)}
    told = {(one.location.path, one.code) for one in findings}
    apart = {one.values[key] for one in by_code["pair-apart"] for key in ("found", "other")}
    astray = [slug(one.location.path.rpartition("/")[2]) for code in ASTRAY for one in by_code[code]]
    alike = set(map(_line, by_code["look-alike"]))
    unanchored = _unanchored(by_code)
    called = _called([one for code in CALLS for one in by_code[code]])
    mistaken = {(_entry_of(one), one.values["found"]) for one in by_code["unknown-vocabulary"]}

    def is_echo(one: Finding) -> bool:
        return (
            _led_to(one) in gone
            or (one.code == "order-astray" and any(name.startswith("chapter:") for name in gone))
            or (one.code == "picture-format" and not _is_of_file(one) and _name(one) in pictures)
            or _has(told, one, CAUSES.get(one.code, ()))
            or (one.code == "missing-translation" and one.values["found"] in apart)
            or (one.code == "unused-figure" and (called is None or one.values["found"] in called))
            or (one.code == "masked-address" and not one.values.get("nearest") and _line(one) in alike)
            or (one.code == "other-file" and (_line(one), _anchor(one)) in unanchored)
            or (one.code in UNKNOWN_ANCHORS and _is_of_figure(one) and _has(told, one, CALLS))
            or (one.code == "original-elsewhere" and any(_id_of(one) in name for name in astray))
            or (one.code == "untranslatable" and (_entry_of(one), one.values.get("nearest")) in mistaken)
        )

    return [one for one in _without_lines(findings, by_code) if not is_echo(one)]


def _without_lines(findings: Sequence[Finding], by_code: dict[str, list[Finding]]) -> list[Finding]:
    """Findings without those on the lines of
    - a section of a translation in which nothing stands, and what it lacks;
    - a program that no page has, and its signs;
    - a language's key that was written as another's: the language that is missing, and words of it;
    - words of the other language between its quotation marks, which are told with this one's.
    """
    empty = {
        (one.location.path, one.location.line + more)
        for code in EMPTY
        for one in by_code[code]
        for more in range(BELOW)
    }
    programs = {_line(one) for one in by_code["raw-html"] if one.values["found"].startswith(PROGRAMS)}
    languages = {
        (one.location.path, line): one.values["nearest"]
        for one in by_code["duplicate-key"]
        if one.values.get("nearest") in LANGUAGES
        for line in range(int(one.values["line"]), one.location.line + 1)
    }

    marked = {(one.location, one.values["found"]) for one in by_code["foreign-words"]}

    def is_echo(one: Finding) -> bool:
        return (
            (one.code == "other-usage" and (one.location, one.values["found"]) in marked)
            or (one.code in LACKING and _line(one) in empty)
            or (one.code in OF_SIGNS and _line(one) in programs)
            or (one.code in FOREIGN and _line(one) in languages)
            or (one.code == "missing-translation" and languages.get(_line(one)) == one.values["language"])
        )

    return [one for one in _without_values(findings, by_code) if not is_echo(one)]


def _without_values(findings: Sequence[Finding], by_code: dict[str, list[Finding]]) -> list[Finding]:
    """Findings without those on a value that signs nobody sees make unknown, on the shape of one that a tag
    stands before, on the capitals of a name that is to be exchanged, on an anchor by letters that are told,
    and on a note whose mark a citation right behind it took for its own.
    """
    strange = {_line(one) for code in STRANGE for one in by_code[code]}
    tagged = {one.location for one in by_code["tag"]}
    turned = set(map(_line, by_code["names-exchanged"]))
    alike = set(map(_line, by_code["look-alike"]))
    cited = " ".join(one.values["found"] for one in by_code["bad-citation"])

    def is_echo(one: Finding) -> bool:
        return (
            (one.code in NO_VALUE and _line(one) in strange and not _is_plain(one.values["found"]))
            or (one.code in ("wrong-shape", "wrong-type") and one.location in tagged)
            or (one.code == "in-capitals" and _line(one) in turned)
            or (one.code in ANCHORS and _line(one) in alike and not _is_plain(one.values["found"]))
            or (one.code == "unused-note" and one.values["found"] in cited)
        )

    return [one for one in findings if not is_echo(one)]


def _by_code(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    by_code: dict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        by_code[one.code].append(one)
    return by_code


def _unanchored(by_code: dict[str, list[Finding]]) -> set[tuple[tuple[str, int], str]]:
    """The lines and anchors of links to a place that is not on its page."""
    found = (one for code in UNKNOWN_ANCHORS for one in by_code[code])
    return {(_line(one), one.values["found"].lstrip("#")) for one in found}


def _called(calls: Sequence[Finding]) -> str | None:
    """What wrong calls of figures name, and what each may mean; None where one may mean any figure."""
    if any(one.code in UNKNOWN and not one.values.get("nearest") for one in calls):
        return None
    return " ".join(f"{one.values['found']} {one.values.get('nearest', '')}" for one in calls)


def _is_plain(value: str) -> bool:
    """Whether a value has plain letters alone, and none that is shown by its number."""
    return value.isascii() and "<U+" not in value


def _has(told: Set[tuple[str, str]], one: Finding, codes: Iterable[str]) -> bool:
    """Whether a finding's file has one of some codes too."""
    return any((one.location.path, code) in told for code in codes)


def _line(one: Finding) -> tuple[str, int]:
    return one.location.path, one.location.line


def _anchor(one: Finding) -> str:
    """The anchor in the address that a finding is of."""
    return one.values["found"].partition("#")[2]


def _is_of_figure(one: Finding) -> bool:
    """Whether a finding on an anchor is of a figure's."""
    return one.values["found"].lstrip("#").startswith("figure-")


def _id_of(one: Finding) -> str:
    """The id of the case that a finding's file is of."""
    return _entry_of(one).rpartition("/")[2]


def _entry_of(one: Finding) -> str:
    """The path of a finding's entry, the same in both languages."""
    return one.location.path.partition(".")[0]


def _led_to(one: Finding) -> str:
    """The entry that a finding says is not there, by kind and id; "" for any other finding."""
    if not one.code.startswith("unknown-"):
        return ""
    return f"{one.code.removeprefix('unknown-')}:{one.values.get('id') or one.values.get('found', '')}"


def _name(one: Finding) -> str:
    """The name of the file that a finding on a picture is of, whatever its path was written as."""
    return one.values["found"].replace("\\", "/").rpartition("/")[2]


def _is_of_file(one: Finding) -> bool:
    """Whether a finding stands at the file that it names, and not where another refers to it."""
    return one.location.path.endswith(f"/{one.values['found']}")

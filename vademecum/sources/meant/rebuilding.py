"""What an editor may have meant by a value that is built in another way than its field: words where a list
is wanted, two years where a period is.
"""

from __future__ import annotations

import re
from typing import Any

from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.model import Name
from vademecum.model.markers import At, Form, Money, Since, Until, Vocabulary
from vademecum.model.shapes import Shape, fields, keys
from vademecum.sources.meant.positions import in_order, position_meant
from vademecum.sources.meant.showing import in_braces, is_short
from vademecum.sources.meant.suggestions import choice_meant, suggestion

# What sets the items of a list apart where no YAML list was written: the signs of pasted lists, commas.
SHORT_NAME = regex(r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,3}")  # of no sentence
ROUND = regex(r"\([^()]*\)")
APART = regex(r"(?:^|\s+)(?:[•◦▪*–—-]\s*|\d{1,2}[.)]\s+)|\s*[,;/|]\s*|\s+(?:et|and)\s+")
DATE = r"(\d{4}(?:-\d\d){0,2})"
SPAN = regex(rf"{DATE}\s*(?:-|–|—|/|à|to|>|->|→)\s*{DATE}")
SINCE = regex(r"(?:[Dd]epuis|[Dd]ès|[Àà] partir de|[Ss]ince|[Ff]rom) ")
_PART = r"[A-ZÀ-Þ][\w’'-]+"
ENTRIES = regex(r"[a-z]+:[\w-]+(?: [a-z]+:[\w-]+)+")  # whose dashes were lost
BACKWARDS = regex(rf"({_PART}), ({_PART}|[A-Z]\.)")
PERSON = regex(
    rf"(?!(?:Ville|Commune|Région|Département|Métropole|Ministère|Conseil|Atelier|Institut|Agence|City|Town)\b)"
    rf"({_PART}) ({_PART})"
)
# What joins two names, and a name that is an id.
JOINED = regex(r"\s*(?:[,;/|+&]|<?[-=]+>|→|↔|\s[-–—]\s|\s(?:et|and|avec|with)\s)\s*")
NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 120  # letters of a name
PARAGRAPH = 600  # letters of what a stage says
ALL = frozenset(("all", "tout", "tous", "toutes", "everything"))
MOST = 12  # items that a suggestion may have
CODES = ("country", "tongue")  # forms of values that people call by names
SIMPLE = ("text", "choice", "integer", "number")


def rebuilt(shape: Shape, found: Any) -> str:
    """The value as its field wants it, or an empty string where nothing can be guessed."""
    if shape.same and isinstance(found, list):  # one text that was cut at its commas
        return f'"{", ".join(found)}"' if found and all(isinstance(one, str) for one in found) else ""
    if (
        shape.kind == "list"
        and isinstance(found, str)
        and shape.items
        and (name := _named(shape.items, found))
    ):
        return f"[{name}]"
    if shape.kind == "list" and isinstance(found, dict) and shape.items and shape.items.model:
        one = found and is_short(found) and found.keys() <= set(keys(shape.items.model))
        return f"[{in_braces(found)}]" if one else ""
    if shape.kind == "list":
        return _listed(shape, found)
    if shape.kind == "mapping":
        return _by_key(shape, found)
    if shape.kind == "pair":
        return _paired(shape, found)
    if name := _named(shape, found):
        return name
    return _spanned(shape, found) if shape.kind == "model" else _single(shape, found)


def _single(shape: Shape, found: Any) -> str:
    """The one text of a list or a group that stands where a text is wanted: [a], {case: valmont}."""
    if Form not in shape.marks:
        alone = shape.kind == "text" and isinstance(found, list) and len(found) == 1 and is_name(found[0])
        return str(found[0]) if alone else _quoted(found)
    if isinstance(found, list) and found and isinstance(found[0], str):
        return found[0]
    if isinstance(found, dict) and "date-parts" in found:
        return _exported(found["date-parts"])
    if isinstance(found, dict) and len(found) == 1:
        key, value = next(iter(found.items()))
        return f"{key}:{value}" if isinstance(value, str) and value and " " not in value else ""
    return ""


def _quoted(found: Any) -> str:
    """The only words of a group that stands where a text is wanted: {literal: "…"}; those of a list are of a
    sentence, and none stands for the others.
    """
    words = list(found.values()) if isinstance(found, dict) else []
    stage = isinstance(found, dict) and "text" in found  # with facts about it
    words = [found["text"]] if stage else words
    if len(words) != 1 or not _is_words(words[0], PARAGRAPH if stage else LONGEST):
        return ""
    return words[0] if is_name(words[0]) else f'"{words[0]}"'


def _is_words(value: Any, most: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= most and '"' not in value and "\n" not in value


def _exported(parts: Any) -> str:
    """A date as programs export it: [[2024, 5, 1]]; "" for anything else."""
    parts = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else parts
    if not isinstance(parts, list) or not all(isinstance(part, str) and part.isdecimal() for part in parts):
        return ""
    return "-".join(part.zfill(2) for part in parts)


def _named(shape: Shape, found: Any) -> str:
    """A name written as one text, in its parts: a person's two, or a body's one."""
    if not isinstance(found, str) or shape.model is not Name or '"' in found or len(found) > LONGEST:
        return ""
    if comma := BACKWARDS.fullmatch(found):
        return f"{{family: {comma[1]}, given: {comma[2]}}}"
    if two := PERSON.fullmatch(found):
        return f"{{family: {two[2]}, given: {two[1]}}}"
    return f'{{literal: "{found}"}}'


def _two(found: Any) -> str:
    """Two names that belong together, however they were joined; "" for anything else."""
    if isinstance(found, dict) and len(found) == 1:
        found = " - ".join(map(str, *found.items()))
    names = JOINED.split(found.strip()) if isinstance(found, str) else found
    plain = isinstance(names, list) and all(map(is_name, names))
    return f"[{', '.join(names)}]" if plain and len(names) == 2 else ""


def is_name(found: Any) -> bool:
    """Whether a value is an id."""
    return isinstance(found, str) and NAME.fullmatch(found) is not None


def of_two(found: list[Any]) -> str:
    """A list of pairs that was written as one of names."""
    return f"[{two}]" if (two := _two(found)) else ""


def _listed(shape: Shape, found: Any) -> str:
    if shape.items is not None and shape.items.kind == "pair":
        return f"[{two}]" if (two := _two(found)) else ""
    if not isinstance(found, str) or shape.items is None or shape.items.kind not in SIMPLE:
        return ""
    if Vocabulary in shape.items.marks:
        return ""  # whose labels are known where the lists are
    if found.strip().lower() in ALL:
        return ""  # which no item is
    if ROUND.fullmatch(found.strip()):
        found = found.strip()[1:-1]
    if ENTRIES.fullmatch(found):
        found = found.replace(" ", ", ")
    parts = [part.strip() for part in APART.split(found) if part.strip()]
    if (form := shape.items.mark(Form)) and form.name in CODES:
        return _coded(form.name, shape.items.pattern or "", found, parts)
    if shape.items.choices:
        parts = [choice_meant(part, shape.items.choices) or part for part in parts]
    plain = all(re.fullmatch(r"[\w:.-]+", part) for part in parts)
    plain = plain and (not shape.items.choices or set(parts) <= set(shape.items.choices))
    if not plain and shape.items.kind == "text" and not shape.items.choices:
        names = [part.strip() for part in found.split(",")]
        listed = 1 < len(names) <= MOST and all(SHORT_NAME.fullmatch(name) for name in names)
        return f"[{', '.join(names)}]" if listed else ""
    return f"[{', '.join(parts)}]" if plain and 0 < len(parts) <= MOST else ""


def _by_key(shape: Shape, found: Any) -> str:
    """Entries under keys, each of which was written behind a dash: [{a: x}, {b: y}]; or keys alone, of words
    that are to come in each language.
    """
    if not isinstance(found, list) or not 0 < len(found) <= MOST:
        return ""
    if all(isinstance(one, dict) and len(one) == 1 for one in found):
        made = {key: value for one in found for key, value in one.items()}
        whole = f"{{{in_braces(made)}}}" if is_short(made) else ""
        return (whole or f"{{{', '.join(f'{key}: …' for key in made)}}}") if len(made) == len(found) else ""
    words = shape.items is not None and shape.items.by_language
    said = ", ".join(f'{language}: "…"' for language in LANGUAGES)
    named = words and all(map(is_name, found))
    return f"{{{', '.join(f'{one}: {{{said}}}' for one in found)}}}" if named else ""


def _coded(form: str, pattern: str, found: str, parts: list[str]) -> str:
    """The codes that one name or several stand for; "" where any of them is unknown."""
    whole = suggestion(form, found)
    codes = [whole] if whole else [suggestion(form, part) or part for part in parts]
    known = all(re.search(pattern, code) for code in codes)
    return f"[{', '.join(codes)}]" if known and 0 < len(codes) <= MOST else ""


def _paired(shape: Shape, found: Any) -> str:
    """Two numbers whose commas were decimal ones, or that stand side by side."""
    if not all(part.kind == "number" for part in shape.parts):
        return _two(found)
    if At in shape.marks and (place := position_meant(found)):
        return place
    if isinstance(found, list) and len(found) == 4 and all(map(_is_number, found)):
        return f"[{found[0]}.{found[1]}, {found[2]}.{found[3]}]"
    words = found if isinstance(found, str) else found[0] if isinstance(found, list) and found else ""
    numbers = re.split(r"\s*[;/]\s*|\s*,\s+|\s+", words.strip()) if isinstance(words, str) else []
    guesses = [suggestion("number", number) or number for number in numbers]
    if len(guesses) == 2 and all(re.fullmatch(r"-?\d+(\.\d+)?", guess) for guess in guesses):
        return in_order(*guesses) if At in shape.marks else f"[{', '.join(guesses)}]"
    return ""


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and value.strip("-").isdecimal()


def _spanned(shape: Shape, found: Any) -> str:
    """A period that was written as one value: "2014-2016", [2014, 2016], 2014."""
    if shape.model is None:
        return ""
    ends = {
        mark: field.key
        for field in fields(shape.model)
        for mark in (Since, Until)
        if mark in field.shape.marks
    }
    if len(ends) != 2:
        return ""
    dates = [str(one) for one in found] if isinstance(found, list) else []
    if isinstance(found, str) and (span := SPAN.fullmatch(found.strip())):
        dates = [span[1], span[2]]
    elif isinstance(found, str):
        dates = [SINCE.sub("", found.strip())]
    if not dates or not all(re.fullmatch(DATE, date) for date in dates):
        return ""
    if len(dates) > 2:
        return ""
    pairs = zip((ends[Since], ends[Until]), dates, strict=False)
    return "{" + ", ".join(f"{key}: {date}" for key, date in pairs) + "}"


def meant(wanted: str, shape: Shape, found: Any, *, build: bool) -> str:
    """What an editor may have meant by a value: in its form, within its bounds, or built anew; "" where
    nothing can be guessed.
    """
    near = suggestion(wanted, found) if isinstance(found, str) else ""
    if Money in shape.marks and "%" in str(found):
        near = ""
    if shape.kind == "number" and near and shape.most is not None and abs(float(near)) > shape.most:
        near = found.replace(",", ".") if found.count(",") == 1 else ""  # three decimals after all
    return near or (rebuilt(shape, found) if build else "")

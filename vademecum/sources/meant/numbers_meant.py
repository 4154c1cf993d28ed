"""What number an editor meant: digits in groups, a decimal comma, a unit, degrees, thousands and millions."""

from __future__ import annotations

import re
from decimal import Decimal

from vademecum.language.regex import regex

SPACES = regex(r"[\s\u00a0\u202f\u2009]+")
# Digits in groups and a decimal comma, how many of them, and what people write behind a number.
NUMBER = regex(
    r"([-−]?\d[\d.,]*)(k|m|md|millions?|milliards?)?(?:d['’])?"
    r"(?:%|€|\$|£|euros?|eur|minutes?|min\.?|mn|habitants?|hab\.?|inhabitants)?",
    re.IGNORECASE,
)
TIMES = {"k": 1_000, "m": 1_000_000, "millions": 1_000_000, "md": 10**9, "milliards": 10**9}
_SIDE = r"[NSEWO](?:orth?|outh|ast|est|uest|ud)?\b"
DEGREES = regex(  # the side before or behind: N 48°52'17", 48°52'17" N, 48.87° nord
    rf"(?:\b(?P<before>{_SIDE})\s*)?(?P<whole>-?\d{{1,3}}(?:[.,]\d+)?)\s*°\s*"
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:[\"″”]|''|’’|′′)\s*)?"
    rf"(?(before)|(?P<behind>{_SIDE})?)",
    re.IGNORECASE,
)


def degrees(found: str) -> str:
    """Degrees, minutes and seconds as one number: 48°52'17" N -> 48.87139; south and west are below 0."""
    if (parts := DEGREES.fullmatch(found.strip())) is None:
        return ""
    whole, minutes, seconds = (
        float((parts[name] or "0").replace(",", ".")) for name in ("whole", "minutes", "seconds")
    )
    below = side_of(parts) in ("S", "W", "O") or whole < 0
    value = f"{abs(whole) + minutes / 60 + seconds / 3600:.5f}".rstrip("0")
    return f"{'-' if below else ''}{value}{'0' if value.endswith('.') else ''}"


def side_of(parts: re.Match[str]) -> str:
    """The letter of the side that degrees are on; "" where none is said."""
    return (parts["before"] or parts["behind"] or "")[:1].upper()


def number(found: str) -> str:
    """A number that has spaces, a comma, a unit or quotation marks: "25 000" -> 25000, "34,5 %" -> 34.5."""
    if "°" in found:
        return degrees(found)
    match = NUMBER.fullmatch(SPACES.sub("", found.strip("\"'«»“” \u00a0\u202f")))
    if match is None or re.search(r"\d,\s", found):  # two numbers
        return ""
    bare = match[1].replace("−", "-")
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", bare):  # groups: hardly anybody has three decimals
        bare = bare.replace(",", "")
    if bare.count(",") == 1:
        bare = bare.replace(".", "").replace(",", ".")
    if match[2] and re.fullmatch(r"\d{1,6}(\.\d{1,4})?", bare):
        times = TIMES[match[2].lower()] if len(match[2]) < 3 else TIMES[f"{match[2].lower().rstrip('s')}s"]
        return f"{Decimal(bare) * times:.0f}"
    return bare if bare != found and re.fullmatch(r"-?\d+(\.\d+)?", bare) else ""


def thousands(found: str) -> str:
    """A number whose point parts the thousands: "40.000" -> 40000; "" for any other."""
    return found.replace(".", "") if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", found) else ""

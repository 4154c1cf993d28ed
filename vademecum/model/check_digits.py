"""Numbers whose last sign is worked out from the others, so that a slip in one is found.

SIREN: nine digits, the last of which makes the sum of Luhn's algorithm a multiple of ten (ISO/IEC 7812-1,
annex B), after INSEE's description of the register. ISBN: ISO 2108:2017, annex C; with ten digits, ISO
2108:1992.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def holding(fits: Callable[[str], bool], code: str) -> AfterValidator:
    """What asks of a value that its last sign fits the others; else it is an error of the type `code`."""

    def checked(value: str) -> str:
        if not fits(value):
            raise PydanticCustomError(code, "the last sign does not fit the others")
        return value

    return AfterValidator(checked)


def is_luhn(digits: str) -> bool:
    """Whether the last of some digits is the check digit of the others."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def is_isbn(value: str) -> bool:
    """Whether the last sign of an ISBN of ten or thirteen fits the others."""
    signs = re.sub(r"[ -]", "", value)
    if re.fullmatch(r"\d{9}[\dX]", signs):
        counts = (10 if sign == "X" else int(sign) for sign in signs)
        return sum((10 - place) * count for place, count in enumerate(counts)) % 11 == 0
    if not re.fullmatch(r"97[89]\d{10}", signs):
        return False
    return sum(int(sign) * (1 + place % 2 * 2) for place, sign in enumerate(signs)) % 10 == 0

"""Headings within a section of a case that stand as high as a section, or higher: each is to be written with
### there, and the section above it is not empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from vademecum.checks.markdown.near_lines import as_written
from vademecum.document import tree, walking
from vademecum.language.collation import slug
from vademecum.model import Finding, Location
from vademecum.model.findings import MISSING

STEP = "###"
EMPTY = ("section-without-text", "context-without-text")


def as_steps(found: Iterable[Finding], blocks: tree.Blocks, titles: Collection[str]) -> tuple[Finding, ...]:
    """Findings on a case's text, those on headings within a section with what is to be written there."""
    told = list(found)
    if not any(one.code in ("top-heading", "section-unknown", "tight-heading") for one in told):
        return tuple(told)
    headings = [block for block in blocks if isinstance(block, tree.Heading) and block.origin is not None]
    places = [_place(one) for one in headings]
    names = {slug(title) for title in titles}
    of_sections = [slug(walking.plain(one.content)) in names for one in headings]
    begins = next((place.line for place, is_one in zip(places, of_sections, strict=True) if is_one), 0)
    whole = not any(one.code in MISSING for one in told)
    written = {place: as_written(one) for place, one in zip(places, headings, strict=True)}
    steps: dict[Location, Finding] = {}
    for one in told:
        if begins and one.location.line > begins and (step := _step(one, written, names, whole=whole)):
            steps[one.location] = step
    full = {places[n] for n in range(len(places) - 1) if places[n + 1] in steps}
    return tuple(
        steps[one.location]
        if one.location in steps and one.code == steps[one.location].values["was"]
        else one
        for one in told
        if not (one.code in EMPTY and one.location in full)
    )


def _place(heading: tree.Heading) -> Location:
    assert heading.origin is not None
    return heading.origin.location(heading.at)


def _step(
    one: Finding, written: dict[Location, str], names: Collection[str], *, whole: bool
) -> Finding | None:
    """What is told of a heading within a section, where `one` would make a section of it."""
    if one.code == "tight-heading":
        words = one.values.get("nearest", "").removeprefix("## ")
        if words == one.values.get("nearest") or slug(words) in names:
            return None
        return replace(one, values={**one.values, "nearest": f"{STEP} {words}", "was": one.code})
    near = one.code == "section-unknown" and one.values["nearest"]
    if one.code not in ("top-heading", "section-unknown") or near or one.location not in written:
        return None
    words = written[one.location].strip("# ")
    if not words or slug(words) in names:
        return None
    if one.code == "section-unknown" and not whole:
        values = {**one.values, "wanted": f"{STEP} {words}", "was": one.code}
        return Finding("section-or-step", one.location, values)
    sign = "#" if one.code == "top-heading" else "##"
    values = {"found": f"{sign} {words}", "nearest": f"{STEP} {words}", "was": one.code}
    return Finding("step-heading", one.location, values)

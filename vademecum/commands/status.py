"""`status`: how the translations stand."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any

import click

from vademecum.commands import options, output
from vademecum.editing.status import Left, Status, Total
from vademecum.hosts.terminal import plain
from vademecum.language.formats import number
from vademecum.language.words import words_in
from vademecum.sources.text.invisible import visible
from vademecum.translations.excerpts import excerpts


@click.command()
@options.PROJECT
@options.LANGUAGE
@click.option(
    "--format", "output_format", type=click.Choice(("text", "json")), default="text", show_default=True
)
def status(root: Path, language: str, output_format: str) -> None:
    """Tell what translations lack, what is older than its original, and how much is left."""
    from vademecum import editing
    from vademecum.editing import status as reading
    from vademecum.sources.loading import load
    from vademecum.translations import record

    library, _ = load(root)
    known, damaged = record.read(root)
    if damaged:
        output.show(damaged, language)
        sys.exit(1)
    found = reading.status(library, known)
    if output_format == "json":
        click.echo(plain(_as_json(found)))
        return
    said = words_in(Path(editing.__path__[0], "status.yml"), language)
    for line in _lines(found, language, said):
        click.echo(plain(line))
    if not known:
        output.tell(said["unrecorded"].format(file=record.FILE), "yellow")


def _lines(found: Status, language: str, said: dict[str, Any]) -> Iterator[str]:
    for one in found.left:
        yield from _left(one, said)
    if not found.left:
        yield said["nothing"]
    yield from (_total(total, language, said) for total in found.totals if total.words)


def _left(one: Left, said: dict[str, Any]) -> Iterator[str]:
    place, names = one.location, said["languages"]
    told = said[one.condition].format(part=one.part or said["whole"], language=names[one.language])
    count = said["words"].format(count=one.words) if one.words else ""
    yield f"{visible(place.path)}:{place.line}:{place.column}: {visible(told)}{count}"
    if one.condition == "stale":
        before, after = excerpts(one.before, one.after) if one.before else (said["unknown"], one.after)
        yield f"    {said['before']} {_one_line(before)}"
        yield f"    {said['after']} {_one_line(after)}"
    elif one.condition == "different":
        yield from (
            f"    {said[name]} {_one_line(only)}"
            for name, only in (("here", one.before), ("there", one.after))
            if only
        )


def _one_line(words: str) -> str:
    return visible(" ".join(words.split()))


def _total(total: Total, language: str, said: dict[str, Any]) -> str:
    text: str = said["total"].format(
        language=said["languages"][total.language],
        share=number(_rounded(100 * total.share), language),
        stale=number(Decimal(total.stale), language),
        missing=number(Decimal(total.missing), language),
        words=number(Decimal(total.words), language),
    )
    return text


def _rounded(share: float) -> Decimal:
    """A share in per cent, rounded down to a tenth: what lacks a word is not told to be complete."""
    return Decimal(str(share)).quantize(Decimal("0.1"), ROUND_DOWN)


def _as_json(found: Status) -> str:
    left = [one._asdict() | {"location": dataclasses.asdict(one.location)} for one in found.left]
    totals = [dataclasses.asdict(total) | {"share": round(total.share, 4)} for total in found.totals]
    return json.dumps({"left": left, "totals": totals}, ensure_ascii=False, indent=2)

"""`translated`: note what translations were made from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vademecum.commands import options, output
from vademecum.hosts.trouble import Trouble
from vademecum.language.words import words


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@options.PROJECT
@options.LANGUAGE
def translated(files: tuple[str, ...], root: Path, language: str) -> None:
    """Note that the translations in FILEs are up to date; without FILE, note new pairs of passages alone."""
    from vademecum.sources.loading import load
    from vademecum.translations import noting, record

    library, _ = load(root)
    known, damaged = record.read(root)
    if damaged:
        output.show(damaged, language)
        sys.exit(1)
    try:
        noted = noting.noted(library, known, [options.within(root, file) or file for file in files])
    except noting.NoTranslation as none:
        raise Trouble(none.code, path=none.path) from None
    wrote = record.write(root, noted.record)
    said = words(language)["translated"]
    for path, part in noted.confirmed:
        click.echo(said["confirmed"].format(path=path, part=part))
    output.tell((said["written"] if wrote else said["same"]).format(file=record.FILE), "green")
    sys.exit(0)

"""`export`: what the generator gives to other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vademecum.checks import messages
from vademecum.commands import options, output
from vademecum.sources.library import VOCABULARIES

SCHEMAS = ".vade-mecum/schemas"


@click.command()
@click.argument("what", type=click.Choice(("schemas",)), metavar="schemas")
@options.PROJECT
@options.LANGUAGE
@click.option(
    "--output",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=f"Where to write them; else {SCHEMAS}/ in the project.",
)
def export(what: str, root: Path, language: str, folder: Path | None) -> None:
    """Write the JSON Schemas of what editors write, one for each kind of file."""
    from vademecum.editing import schemas
    from vademecum.sources.loading import load

    library, findings = load(root)
    if ("vocabulary", "*") in library.unread:  # the schemas would know no key of a list
        about = [finding for finding in findings if finding.location.path == VOCABULARIES]
        output.show(messages.ordered(about), language)
        sys.exit(1)
    for path in schemas.write(folder or root / SCHEMAS, library.vocabularies):
        click.echo(path)

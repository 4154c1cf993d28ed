"""`export`: what the generator gives to other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vademecum.checks import messages
from vademecum.language.languages import LANGUAGES
from vademecum.sources.library import HOUSE, VOCABULARIES

SCHEMAS = ".vade-mecum/schemas"


@click.command()
@click.argument("what", type=click.Choice(("schemas",)), metavar="schemas")
@click.option(
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=HOUSE,
    metavar="DIR",
    help="Work on another folder of the same shape.",
)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="The language of messages.")
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help=f"Where to write them; else {SCHEMAS}/ in the project.",
)
def export(what: str, root: Path, language: str, output: Path | None) -> None:
    """Write the JSON Schemas of what editors write, one for each kind of file."""
    from vademecum.editing import schemas
    from vademecum.sources.loading import load

    library, findings = load(root)
    if ("vocabulary", "*") in library.unread:  # the schemas would know no key of a list
        for finding in messages.ordered(findings):
            if finding.location.path == VOCABULARIES:
                click.echo(messages.line(finding, language))
        sys.exit(1)
    for path in schemas.write(output or root / SCHEMAS, library.vocabularies):
        click.echo(path)

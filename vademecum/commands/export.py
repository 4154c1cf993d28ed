"""`export`: what the generator gives to other programs."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path

import click

from vademecum.checks import messages
from vademecum.commands import options, output
from vademecum.editing.skeleton import SCHEMAS as FOLDER
from vademecum.hosts import settings
from vademecum.pages.handbook.datasets import FORMATS
from vademecum.sources import history
from vademecum.sources.library import VOCABULARIES

SCHEMAS = "schemas"
NAMES = (SCHEMAS, *(one.name for one in FORMATS))
# In lines of our own, which no name is parted over: click leaves alone what follows \b.
LISTED = "\b\n" + "\n".join(textwrap.wrap(", ".join(NAMES), 60, break_on_hyphens=False))


@click.command()
@click.argument(
    "what",
    type=click.Choice(NAMES),
    metavar="FORMAT",
    help=LISTED,
)
@options.PROJECT
@options.LANGUAGE
@options.HOUSE_SETTINGS
@click.option(
    "--output",
    "place",
    type=click.Path(path_type=Path),
    metavar="PLACE",
    help=f"The file to write, else standard output; of schemas the folder, else {FOLDER}/ in the project.",
)
def export(what: str, root: Path, language: str, house_settings: bool, place: Path | None) -> None:
    """Write one file of the open data, or the JSON Schemas of what editors write."""
    if what == SCHEMAS:
        _schemas(root, language, place or root / FOLDER)
        return
    from vademecum import files
    from vademecum.exports import opendata
    from vademecum.exports.plain import Data
    from vademecum.pages.project import edition, read_project

    project = read_project(root)
    if any(map(messages.is_fault, project.findings)):
        output.show(messages.ordered(project.findings), language)
        sys.exit(1)
    one = next(one for one in FORMATS if one.name == what)
    setting = settings.read(settings.file_of(root, house_settings)).setting(history.dates(root)[0])
    made = opendata.content(Data(edition(project, one.language or language, setting)), one)
    if place is None:
        click.echo(made, nl=False)
    else:
        files.write_whole(place, made)
        output.tell(f"{place}")


def _schemas(root: Path, language: str, folder: Path) -> None:
    """Write the JSON Schemas, one for each kind of file."""
    from vademecum.editing import schemas
    from vademecum.sources.loading import load

    library, findings = load(root)
    if ("vocabulary", "*") in library.unread:  # the schemas would know no key of a list
        about = [finding for finding in findings if finding.location.path == VOCABULARIES]
        output.show(messages.ordered(about), language)
        sys.exit(1)
    for path in schemas.write(folder, library.vocabularies):
        click.echo(path)

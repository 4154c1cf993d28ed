"""`published`: the ledger of what was ever published, brought up to date."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vademecum.checks import messages
from vademecum.commands import options, output
from vademecum.language.words import words


@click.command()
@options.PROJECT
@options.LANGUAGE
def published(root: Path, language: str) -> None:
    """Add the ids and addresses of today to published.txt, whose lines keep them from being lost."""
    from vademecum import files
    from vademecum.pages import identifiers
    from vademecum.pages.project import read_project
    from vademecum.sources.published import PUBLISHED, written

    project = read_project(root)
    if any(map(messages.is_fault, project.findings)):
        output.show(messages.ordered(project.findings), language)
        sys.exit(1)
    made = identifiers.published(project.library, project.addresses)
    new = sum(
        1
        for key, addresses in made.items()
        if key not in project.library.published or addresses != project.library.published[key].addresses
    )
    files.write_whole(root / PUBLISHED, written(made).encode())
    sentence = words(language)["commands"]["published"]
    click.echo(sentence.format(file=output.shown(root / PUBLISHED), count=len(made), new=new))

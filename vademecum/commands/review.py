"""`review`: what a change means for readers."""

from __future__ import annotations

from pathlib import Path

import click

from vademecum.commands import options, output
from vademecum.hosts.terminal import plain
from vademecum.hosts.trouble import Trouble


@click.command()
@options.PROJECT
@options.LANGUAGE
@click.option(
    "--base",
    default="main",
    show_default=True,
    metavar="BRANCH",
    help="What to compare with: the content at the commit where this work left that branch.",
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(("text", "markdown", "json")),
    default="text",
    show_default=True,
    help="markdown is for a pull request, json holds all of it.",
)
def review(root: Path, language: str, base: str, output_format: str) -> None:
    """Tell what a change means for readers: pages, links, translations, facts, findings."""
    from vademecum.review import comparing, writing
    from vademecum.sources.base import NoBase

    try:
        found = comparing.review(root, base, language)
    except NoBase as none:
        raise Trouble(none.code, **none.values) from None
    text = writing.written(found, language, output_format)
    click.echo(text if output_format == "markdown" else plain(text))
    output.leave(list(found.findings))

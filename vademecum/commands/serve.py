"""`serve`: a preview on this machine."""

from __future__ import annotations

import gc
from pathlib import Path

import click

from vademecum.commands import options, output
from vademecum.hosts import settings


@click.command()
@options.PROJECT
@options.LANGUAGE
@options.HOUSE_SETTINGS
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="PORT",
    help="The port to serve on, 8000 unless another is given.",
)
def serve(root: Path, language: str, house_settings: bool, port: int) -> None:
    """Preview in a browser that reloads on every save."""
    from vademecum.preview import server

    gc.enable()
    file = settings.file_of(root, house_settings)
    output.tell_of_settings(root, file, language)
    server.serve(root, port, language, file)

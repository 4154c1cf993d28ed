"""`links`: where a term could link in a text of any kind."""

from __future__ import annotations

import json
from pathlib import Path

import click

from vademecum.commands import options, output
from vademecum.commands.locales import language_of_locale
from vademecum.hosts.terminal import plain
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.sources.library import language_of


def _of_path(context: click.Context, option: click.Parameter, given: str | None) -> str:
    """The language given, else that of the file's path, as docs/fr and valmont.fr.md have it."""
    path = Path(context.params.get("file", "")).resolve().as_posix()
    meant = given or language_of(path[path.rfind("/docs/") + 1 :])
    if meant not in LANGUAGES:
        raise click.MissingParameter(ctx=context, param=option)
    return meant


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.PROJECT
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    callback=_of_path,
    help="The language that the text is in; else its path’s.",
)
@click.option(
    "--format", "output_format", type=click.Choice(("text", "json")), default="text", show_default=True
)
def links(file: Path, root: Path, language: str, output_format: str) -> None:
    """Print every linkable occurrence of a term in a Markdown file, repeats included."""
    from vademecum.pages.project import read_project
    from vademecum.sources import reading
    from vademecum.terms.occurrences import occurrences

    document, _ = reading.read_markdown(str(file), output.given(file).decode("utf-8-sig", errors="replace"))
    places = occurrences(document, read_project(root).matching[language])
    if output_format == "json":
        listed = [
            {"line": one.line, "column": one.column, "form": one.form, "concept": one.concept}
            for one in places
        ]
        click.echo(plain(json.dumps(listed, ensure_ascii=False, indent=2)))
        return
    if not places:
        output.tell(words(language_of_locale())["commands"]["no_links"])
    for one in places:
        click.echo(plain(f"{file}:{one.line}:{one.column}: {' '.join(one.form.split())} -> {one.concept}"))

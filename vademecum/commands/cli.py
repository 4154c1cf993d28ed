"""The commands of build.py. Exit status: 0 no fault, 1 faults, 2 usage."""

from __future__ import annotations

import json
import locale
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from vademecum.checks import messages
from vademecum.commands.export import export
from vademecum.language.languages import LANGUAGES
from vademecum.model import Finding
from vademecum.sources import source_file
from vademecum.sources.library import HOUSE

Entries = list[tuple[str, str]]
CONTENT = ("docs", "lexicon", "case_studies")
told = Console(stderr=True, highlight=False, soft_wrap=True)


class Default(click.Group):
    """A group whose first command runs where none is named, so that `build.py` is `build.py site`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not any(arg in self.commands or arg in ("--help", "-h") for arg in args[:1]) and (
            not args or args[0].startswith("-")
        ):
            args = ["site", *args]
        return super().parse_args(ctx, args)


def project(context: click.Context, parameter: click.Parameter, value: str) -> Path:
    root = Path(value).resolve()
    if not any((root / folder).is_dir() for folder in CONTENT):
        raise click.BadParameter(f"{value} holds none of {', '.join(CONTENT)}.")
    return root


def language_of_locale() -> str:
    """French where the machine is set to French, whether or not that locale is installed; else English."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return (
        "fr"
        if (next(filter(None, named), None) or locale.getlocale()[0] or "").lower().startswith("fr")
        else "en"
    )


def spoken(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    return value or language_of_locale()


PROJECT = click.option(
    "--project",
    "root",
    default=str(HOUSE),
    callback=project,
    metavar="DIR",
    help="Work on another folder of the same shape.",
)
LANGUAGE = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    callback=spoken,
    help="The language of messages; else the locale's.",
)


@click.group(cls=Default, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Build, check and preview the Vade-mecum. Without a command: site."""


@cli.command()
@PROJECT
@LANGUAGE
@click.option(
    "--no-print",
    "prints",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Without the PDFs, and the links to them.",
)
def site(root: Path, language: str, prints: bool) -> None:
    """Check everything, then build the site and its PDFs into site/."""
    from vademecum.hosts import publishing

    started = time.monotonic()
    findings, pages, fresh = publishing.publish(root, prints, _build)
    show(findings, language, "text")
    if not any(map(messages.is_fault, findings)):
        words = {
            "fr": ("{pages} pages dans {site}, en {time} s", "rien n’avait changé"),
            "en": ("{pages} pages in {site}, in {time} s", "nothing had changed"),
        }
        done = words[language][0].format(
            pages=pages, site=_shown(root / "site"), time=f"{time.monotonic() - started:.1f}"
        )
        click.echo(done + ("." if fresh else f" ({words[language][1]})."))
    leave(findings)


@cli.command()
@PROJECT
@LANGUAGE
@click.option(
    "--format",
    "form",
    type=click.Choice(messages.FORMATS),
    default="text",
    show_default=True,
    help="github marks a pull request.",
)
def check(root: Path, language: str, form: str) -> None:
    """Tell every finding, path:line:column: what is wrong; what was found; what to do."""
    from vademecum.pages.project import check_project

    findings = check_project(root)
    show(findings, language, form)
    leave(findings)


@cli.command()
@PROJECT
@LANGUAGE
@click.option("--port", default=8000, show_default=True, help="The port to serve on.")
def serve(root: Path, language: str, port: int) -> None:
    """Preview in a browser that reloads on every save."""
    from vademecum.preview import server

    server.serve(root, port, language)


@cli.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@PROJECT
@click.option(
    "--language", type=click.Choice(LANGUAGES), required=True, help="The language that the text is in."
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def links(file: Path, root: Path, language: str, form: str) -> None:
    """Print every linkable occurrence of a term in a Markdown file, repeats included."""
    from vademecum.pages.project import read_project
    from vademecum.terms.occurrences import occurrences

    text = file.read_text(encoding="utf-8-sig", errors="replace")
    found = occurrences(source_file.read_markdown(str(file), text)[0], read_project(root).matching[language])
    if form == "json":
        listed = [{"line": f.line, "column": f.column, "form": f.form, "concept": f.concept} for f in found]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for f in found:
            click.echo(f"{file}:{f.line}:{f.column}: {' '.join(f.form.split())} -> {f.concept}")


def _entries(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> list[tuple[str, str]]:
    return [(str(parameter.name), id_) for id_ in value]


def _several(kind: str) -> Any:
    """An option that names an entry, and may be given again for another."""
    return click.option(
        f"--{kind}",
        kind,
        multiple=True,
        metavar="ID",
        callback=_entries,
        help=f"A {kind} to print; may be repeated.",
    )


@cli.command("print")
@PROJECT
@_several("chapter")
@_several("concept")
@_several("case")
@click.option("--booklet", default="", metavar="ID", help="A booklet of docs/booklets.yml.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    callback=spoken,
    help="The language to print in; else the locale's.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="The PDF to write.",
)
def on_paper(
    root: Path, chapter: Entries, concept: Entries, case: Entries, booklet: str, language: str, output: Path
) -> None:
    """Print chapters, concepts and cases, or a configured booklet, as one PDF."""
    from vademecum.hosts.mkdocs import engine
    from vademecum.print import printing

    keys = [*chapter, *concept, *case]
    if not output.absolute().parent.is_dir():
        raise click.BadParameter(f"{output.parent} is no folder.", param_hint="--output")
    if bool(keys) == bool(booklet):
        raise click.UsageError("Name at least one --chapter, --concept or --case, or else one --booklet.")
    try:
        findings = engine.print_chosen(root, language, booklet, keys, output)
    except printing.Unknown as error:
        told.print(f"{error.named}: {messages.message(error.finding, language)}", style="red")
        sys.exit(1)
    show(findings, language, "text")
    leave(findings)


@cli.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...]) -> None:
    """Install what the tests need, the browser included, and run them; arguments go to pytest."""
    from vademecum.commands import browser

    browser.ensure()
    sys.exit(subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=HOUSE, check=False).returncode)


cli.add_command(export)


def _build(*arguments: Any) -> list[Finding]:
    """Build with MkDocs, which is loaded only where there is something to build."""
    from vademecum.hosts.mkdocs.engine import build_site

    return build_site(*arguments)


def show(findings: list[Finding], language: str, form: str) -> None:
    """Print findings on standard output; the count of them, for people, on standard error."""
    if form == "json":
        click.echo(messages.as_json(findings, language))
        return
    for finding in findings:
        click.echo(messages.line(finding, language) if form == "text" else messages.github(finding, language))
    told.print(
        messages.summary(findings, language),
        style="red" if any(map(messages.is_fault, findings)) else "green",
    )


def leave(findings: list[Finding]) -> None:
    sys.exit(1 if any(map(messages.is_fault, findings)) else 0)


def _shown(path: Path) -> str:
    """A path as the reader would type it from where they are."""
    here = Path.cwd()
    return f"{path.relative_to(here)}/" if path.is_relative_to(here) else f"{path}/"

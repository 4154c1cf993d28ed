"""`site`: everything checked, then built into site/."""

from __future__ import annotations

import time
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from vademecum.checks import messages
from vademecum.commands import options, output
from vademecum.hosts import settings
from vademecum.language.formats import number
from vademecum.language.words import words
from vademecum.model import Finding
from vademecum.sources import history

ENGINE = "vademecum.hosts.mkdocs.engine"


@click.command()
@options.PROJECT
@options.LANGUAGE
@options.HOUSE_SETTINGS
@click.option(
    "--no-print",
    "prints",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Without the PDFs, and the links to them.",
)
@click.option(
    "--zip",
    "packed",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Pack the site into a zip file too, which is read from disk without a server.",
)
def site(root: Path, language: str, house_settings: bool, prints: bool, packed: Path | None) -> None:
    """Check everything, then build the site and its PDFs into site/."""
    from vademecum.hosts import offline, publishing

    started = time.monotonic()
    file = settings.file_of(root, house_settings)
    output.tell_of_settings(root, file, language)
    sentences = words(language)["commands"]

    def wait(process: str) -> None:
        output.tell(sentences["waiting"].format(process=process))

    findings, pages, built = publishing.publish(root, prints, file, partial(_build, file, language), wait)
    output.show(findings, language)
    if not any(map(messages.is_fault, findings)):
        took = number(Decimal(f"{time.monotonic() - started:.1f}"), language)
        count = number(Decimal(pages), language)
        sentence = sentences["built"].format(pages=count, site=output.shown(root / "site"), time=took)
        click.echo(sentence + ("." if built else f" ({sentences['unchanged']})."))
        if packed is not None:
            offline.pack(root / "site", packed)
            output.tell(sentences["packed"].format(file=output.shown(packed)))
        output.warn_of_publisher(settings.read(file), root, file, language)
    output.leave(findings)


def _build(
    file: Path, language: str, root: Path, folder: Path, log: history.Dates, prints: bool
) -> list[Finding]:
    """Build a project with the settings in `file` into a folder, telling each long step in a language; its
    findings.
    """
    from vademecum.pages.ahead import read_ahead
    from vademecum.sources import clean

    output.tell_step(language, "reading")
    # What builds is loaded only where there is something to build, and while another process reads.
    cache = read_ahead(root, partial(import_module, ENGINE))
    cache.clean = clean.read(root)
    from vademecum.hosts.mkdocs.engine import build_site
    from vademecum.pages.project import read_project_to_build

    project = read_project_to_build(root, cache)
    findings = build_site(root, project, folder, log, prints, file, partial(output.tell_step, language))
    clean.keep(root, cache.clean)
    return findings

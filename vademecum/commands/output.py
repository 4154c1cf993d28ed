"""What commands print: findings and results on standard output, what is said to people on standard error."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vademecum.checks import messages, report
from vademecum.hosts.terminal import plain
from vademecum.hosts.trouble import Trouble
from vademecum.language.words import words
from vademecum.model import Finding

if TYPE_CHECKING:  # most commands read no settings, and need not wait for what makes pages of them
    from vademecum.hosts.settings import Settings


MOST = 50_000_000  # bytes of a file that a command is given


def tell(sentence: str, colour: str | None = None) -> None:
    """Say something on standard error, in a colour where a terminal shows it and nobody forbids it
    (https://no-color.org).
    """
    click.secho(plain(sentence), err=True, fg=colour, reset=bool(colour), color=colours())


def colours() -> bool | None:
    """What click is told of colours: False where somebody forbids them, None where the terminal decides."""
    return False if os.environ.get("NO_COLOR") else None


def show(findings: list[Finding], language: str, output_format: str = "text") -> None:
    """Print findings on standard output; the count of them, for people, on standard error."""
    whole = {"json": report.as_json, "gitlab": report.gitlab, "markdown": report.markdown}
    if output_format in whole:
        text = whole[output_format](findings, language)
        click.echo(text if output_format == "markdown" else plain(text))
        return
    if output_format == "github":
        for line in report.worst_on_lines(findings, language):
            click.echo(plain(line))
    else:
        for finding, line in report.text(findings, language):
            # In a terminal, faults stand out from remarks as their count does.
            colour = "red" if messages.is_fault(finding) else None
            click.secho(plain(line), fg=colour, reset=bool(colour), color=colours())
    tell(messages.summary(findings, language), "red" if any(map(messages.is_fault, findings)) else "green")


def leave(findings: list[Finding]) -> None:
    """End the command: 1 with a fault, 0 without."""
    sys.exit(1 if any(map(messages.is_fault, findings)) else 0)


def tell_of_settings(root: Path, file: Path, language: str) -> None:
    """Say that a project's own settings are run, which is for its reader to trust."""
    from vademecum import house

    if file != house.SETTINGS and root != house.HOUSE:
        tell(words(language)["commands"]["own_settings"].format(file=shown(file)), "yellow")


def tell_step(language: str, step: str, of: str = "") -> None:
    """Say which long step of a build begins, and in which language: whoever waits sees that it goes on."""
    named = messages.catalogue()["languages"][language].get(of, "")
    tell(words(language)["commands"]["steps"][step].format(language=named))


def warn_of_address(chosen: Settings, language: str) -> None:
    """Say that codes on paper lead nowhere, where the site has no address of its own."""
    if chosen.is_nowhere:
        address = chosen.site_url or "/"
        tell(words(language)["commands"]["reserved"].format(address=address), "yellow")


def given(path: Path) -> bytes:
    """The bytes of a file that a command is given. Raises Trouble where it is a device, or far too large."""
    if not path.is_file() or path.stat().st_size > MOST:
        raise Trouble("no_text", path=shown(path), limit=MOST // 1_000_000)
    return path.read_bytes()


def shown(path: Path) -> str:
    """A path as the reader would type it from where they are."""
    here = Path.cwd()
    name = str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
    return f"{name}/" if path.is_dir() else name


def warn_of_publisher(chosen: Settings, root: Path, file: Path, language: str) -> None:
    """Say what a site's legal notice does not say, where the project has one."""
    if chosen.unsaid and any((root / "docs").glob("*/legal.md")):
        keys = ", ".join(chosen.unsaid)
        tell(words(language)["commands"]["unsaid"].format(file=shown(file), keys=keys), "yellow")

"""`check`: every finding, and nothing written."""

from __future__ import annotations

import gc
import sys
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from vademecum.checks import messages
from vademecum.commands import options, output
from vademecum.language.words import words
from vademecum.model import Finding

RULES = "vademecum.pages.project"  # the module that loads all that a check looks for
EXPECTED = ("silent-section",)  # remarks that ask for nothing: what sources do not say is part of a case


@click.command()
@click.argument("named", metavar="[FILES]...", nargs=-1)
@options.PROJECT
@options.LANGUAGE
@options.FINDINGS_FORMAT
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 for remarks too, but for those that sources say nothing on a section.",
)
@click.option("--watch", is_flag=True, help="Check again at every save, until Ctrl+C.")
def check(
    named: tuple[str, ...], root: Path, language: str, output_format: str, strict: bool, watch: bool
) -> None:
    """Tell every finding, path:line:column: what is wrong; what was found; what to do.

    Where FILES or folders are named, those of the others are counted and not told; nothing is checked less.
    """
    paths = [_place(root, file, language) for file in named]
    if watch:
        _watch(root, paths, language, output_format)
    findings = _shown(_found(root), paths, language, output_format)
    if strict and any(finding.code not in EXPECTED for finding in findings):
        sys.exit(1)
    output.leave(findings)


def _found(root: Path) -> list[Finding]:
    """Every finding of a project, its settings among it."""
    from vademecum.pages.ahead import read_ahead
    from vademecum.sources import clean

    # The rules are loaded while another process reads the files.
    cache = read_ahead(root, partial(import_module, RULES))
    cache.clean = clean.read(root)
    from vademecum.hosts.own_settings import of_settings, site_of
    from vademecum.pages.project import check_project

    found = [*check_project(root, cache, site_of(root)), *of_settings(root)]
    clean.keep(root, cache.clean)
    return found


def _place(root: Path, file: str, language: str) -> str:
    """The path in the project of a file or folder that is named. Raises a usage error where it has none."""
    place = options.within(root, file)
    if place is None:
        raise click.UsageError(words(language)["commands"]["outside"].format(path=file))
    return place


def _shown(findings: list[Finding], paths: list[str], language: str, output_format: str) -> list[Finding]:
    """Show the findings of some files, or all where none is named; those that are shown."""
    wanted: list[Finding] = []
    others: list[Finding] = []
    for one in findings:
        (wanted if not paths or _is_below(one.location.path, paths) else others).append(one)
    output.show(wanted, language, output_format)
    if others:
        faults = sum(map(messages.is_fault, others))
        told = words(language)["commands"]["elsewhere"].format(faults=faults, remarks=len(others) - faults)
        output.tell(told, "red" if faults else None)
    return wanted


def _is_below(path: str, places: list[str]) -> bool:
    return any(place == "." or path == place or path.startswith(f"{place}/") for place in places)


def _watch(root: Path, paths: list[str], language: str, output_format: str) -> None:
    """Tell what is found now and after every save; Ctrl+C ends it."""
    from vademecum.hosts.own_settings import of_settings, site_of
    from vademecum.pages.project import check_again
    from vademecum.preview.watching import saves
    from vademecum.sources.cache import Cache

    gc.enable()
    output.tell(words(language)["commands"]["watching"])
    cache = Cache()
    for _ in saves(root):
        click.clear()
        found = [*check_again(root, cache, site_of(root)), *of_settings(root)]
        _shown(found, paths, language, output_format)

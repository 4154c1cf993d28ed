"""`check`: every finding, and nothing written."""

from __future__ import annotations

import gc
import sys
from functools import partial
from importlib import import_module
from pathlib import Path

import click

from vademecum.commands import options, output
from vademecum.language.words import words
from vademecum.model import Finding

RULES = "vademecum.pages.project"  # the module that loads all that a check looks for
EXPECTED = ("silent-section",)  # remarks that ask for nothing: what sources do not say is part of a case


@click.command()
@options.PROJECT
@options.LANGUAGE
@options.FINDINGS_FORMAT
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 for remarks too, but for those that sources say nothing on a section.",
)
@click.option("--watch", is_flag=True, help="Check again at every save, until Ctrl+C.")
def check(root: Path, language: str, output_format: str, strict: bool, watch: bool) -> None:
    """Tell every finding, path:line:column: what is wrong; what was found; what to do."""
    if watch:
        _watch(root, language, output_format)
    findings = _found(root)
    output.show(findings, language, output_format)
    if strict and any(finding.code not in EXPECTED for finding in findings):
        sys.exit(1)
    output.leave(findings)


def _found(root: Path) -> list[Finding]:
    """Every finding of a project, its settings among it."""
    from vademecum.pages.ahead import read_ahead

    # The rules are loaded while another process reads the files.
    cache = read_ahead(root, partial(import_module, RULES))
    from vademecum.hosts.own_settings import of_settings, site_of
    from vademecum.pages.project import check_project

    return [*check_project(root, cache, site_of(root)), *of_settings(root)]


def _watch(root: Path, language: str, output_format: str) -> None:
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
        output.show(found, language, output_format)

"""`check`: every finding, and nothing written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from vademecum.commands import options, output

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
def check(root: Path, language: str, output_format: str, strict: bool) -> None:
    """Tell every finding, path:line:column: what is wrong; what was found; what to do."""
    from vademecum.pages.project import check_project

    findings = check_project(root)
    output.show(findings, language, output_format)
    if strict and any(finding.code not in EXPECTED for finding in findings):
        sys.exit(1)
    output.leave(findings)

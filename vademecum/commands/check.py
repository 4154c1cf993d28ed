"""`check`: every finding, and nothing written."""

from __future__ import annotations

from pathlib import Path

import click

from vademecum.commands import options, output


@click.command()
@options.PROJECT
@options.LANGUAGE
@options.FINDINGS_FORMAT
def check(root: Path, language: str, output_format: str) -> None:
    """Tell every finding, path:line:column: what is wrong; what was found; what to do."""
    from vademecum.pages.project import check_project

    findings = check_project(root)
    output.show(findings, language, output_format)
    output.leave(findings)

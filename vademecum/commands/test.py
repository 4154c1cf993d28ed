"""`test`: the project's own tests."""

from __future__ import annotations

import os
import subprocess
import sys
from gettext import gettext

import click

from vademecum import house


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def test(arguments: tuple[str, ...]) -> None:
    """Install what the tests need, the browser included, and run them; arguments go to pytest."""
    from vademecum.commands import browser

    if not house.IS_CHECKOUT:
        raise click.UsageError(
            gettext("The tests stand in the project's repository; call build.py test there.")
        )
    browser.ensure()
    # Two processes more than processors, since tests wait for browsers, for commands and for one another's
    # builds; more than six would wait for the longest file. A file's tests run one after another in one
    # process, which keeps what they share; files come in their order, the longest first (tests/conftest.py).
    # `-n 0` runs all in one.
    at_once = ["-n", str(min(os.cpu_count() or 1, 4) + 2), "--dist", "loadfile", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", *at_once, *arguments]
    if os.name != "posix":
        sys.exit(subprocess.run(command, cwd=house.HOUSE, check=False).returncode)
    os.chdir(house.HOUSE)
    # Tests say themselves where the programs that they start find their modules; these some hundred programs
    # do not compile them each for itself.
    os.environ.pop("PYTHONPATH", None)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.execv(sys.executable, command)  # so that signals reach the tests, and none of them stays behind

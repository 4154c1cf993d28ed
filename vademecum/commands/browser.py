"""A Chromium for the tests: one that the machine has, or one installed here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# The first is the same Chromium without a window: a page opens in half the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
BY_HAND = (
    "The tests need a Chromium, and none could be installed here. Install Chromium or Google Chrome, "
    "or name one in the environment variable CHROMIUM, then run the same command again."
)


def path() -> str | None:
    """The browser named by CHROMIUM or found on the path.

    None leaves the choice to Playwright, which knows the one it installed.
    """
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        sys.exit(f"CHROMIUM names {named}, which is no program.")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def ensure() -> None:
    """Make sure that there is a browser, showing the installer's progress.

    Exits with what to do where there can be none.
    """
    if path():
        return
    print("Installing Chromium for the tests (once).", file=sys.stderr, flush=True)
    if not ((_by_apt() and path()) or _by_playwright()):
        sys.exit(BY_HAND)


def _by_apt() -> bool:
    """Debian's package, where we may install it: it brings the libraries that a browser needs."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    return _run("apt-get", "update", "-qq") and any(_run(*install, package) for package in NAMES[:2])


def _by_playwright() -> bool:
    return _run(sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")


def _run(*command: str) -> bool:
    return (
        subprocess.run(
            command, check=False, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        ).returncode
        == 0
    )

"""Pages in a real browser, watched while a reader uses them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Response

from vademecum.hosts.policy import POLICY

HERE = Path(__file__).parent
PHONE = {"width": 390, "height": 844}
PATIENCE = 60_000  # milliseconds: how long a busy machine may take, not how fast a page must be
DESK = {"width": 1280, "height": 800}


def serve(folder: Path, policy: str = POLICY) -> Iterator[str]:
    """A folder's address on this machine, while it is needed, under a content security policy."""
    server = subprocess.Popen(
        [sys.executable, str(HERE / "serve_folder.py"), str(folder), policy],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.communicate()


class Visits:
    """Opens pages, and keeps what went wrong on them: errors in the console, requests that left the site,
    answers that failed.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.troubles: list[str] = []
        self.missing: set[str] = set()

    def __call__(self, origin: str, address: str = "", **options) -> Page:
        """A page in a browser of its own, at a desk unless `options` say otherwise; nothing moves by
        itself.
        """
        context = self.browser.new_context(
            **{"viewport": DESK, "reduced_motion": "reduce", "locale": "fr-FR", **options}
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        context.on("request", lambda request: self._left(request.url, origin))
        context.on("response", self._answered)
        context.on("console", lambda message: self._said(message.type, message.text, message.location["url"]))
        context.on("weberror", lambda error: self.troubles.append(f"error: {error.error}"))
        page = context.new_page()
        page.goto(origin + address)
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()
        assert self.troubles == []

    def _left(self, url: str, origin: str) -> None:
        if not url.startswith((origin, "data:", "blob:")):
            self.troubles.append(f"request to {url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.missing:
            self.troubles.append(f"{response.status} for {response.url}")

    def _said(self, kind: str, text: str, url: str) -> None:
        if kind in ("error", "warning") and url not in self.missing:
            self.troubles.append(f"{kind} on {url}: {text}")

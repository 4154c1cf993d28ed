"""`build.py serve`: a page is made when the browser asks for it; a save only marks what is known as old.

Every request sees the files as they are: nothing shown can be stale. What has not changed since is kept
(`Cache`), so that a save costs one page. While something is at fault, the last good site stays, with the
messages on each page (`PreviewState`).
"""

from __future__ import annotations

import contextlib
import re
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from vademecum import house
from vademecum.checks import messages
from vademecum.hosts.terminal import plain
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.language.words import words
from vademecum.model import Finding
from vademecum.preview.state import SCRIPT, STYLE, PreviewState
from vademecum.preview.watching import Folders

ADDRESS = "127.0.0.1"
# The names that a browser on this machine may call it by; a tunnel may lead there from another port.
OURS = regex(r"(?:127\.0\.0\.1|localhost)(?::\d{1,5})?", re.IGNORECASE)
NOT_OURS = b"This preview answers to its own address only.\n"
EVENTS = "/_preview/events"
# A page asks for what came after it was made: a save between its making and its asking is not lost.
JAVASCRIPT = b"""const news = document.currentScript.dataset.news;
new EventSource(`/_preview/events?${news}`).onmessage = () => location.reload();
"""


class Server(ThreadingHTTPServer):
    """Serves what a state shows, to this machine alone."""

    daemon_threads = True

    def __init__(self, port: int, state: PreviewState) -> None:
        super().__init__((ADDRESS, port), Handler)
        self.state = state

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that a browser gave up is no news; anything else is a fault of ours."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, (ConnectionError, TimeoutError)):
            self.state.say(self.state.failure("*", error))


class Handler(BaseHTTPRequestHandler):
    """Answers a request from the server's state."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not self.is_ours():
            self.send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", NOT_OURS)
        elif path == EVENTS:
            self.events()
        elif path == SCRIPT:
            self.send(HTTPStatus.OK, "text/javascript", JAVASCRIPT)
        elif path == STYLE:
            self.send(HTTPStatus.OK, "text/css", Path(__file__).with_suffix(".css").read_bytes())
        else:
            self.send(*self.server.state.answer(path))

    do_HEAD = do_GET

    def is_ours(self) -> bool:
        """Whether a request means this machine: another site's name may lead here too (DNS rebinding)."""
        hosts = self.headers.get_all("Host", [])
        return len(hosts) == 1 and OURS.fullmatch(hosts[0].strip()) is not None

    def send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        # The browser may have gone on to another page.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    def events(self) -> None:
        """One event for each save (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "HEAD":
            return
        after = urlsplit(self.path).query
        news = int(after) if after.isdecimal() and len(after) < 18 else self.server.state.news
        try:
            while True:
                new = self.server.state.wait(news, 15)
                self.wfile.write(f"data: {new}\n\n".encode() if new != news else b": still here\n\n")
                self.wfile.flush()
                news = new
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Nothing: the terminal is for findings."""


def start(
    root: Path, port: int, language: str, file: Path | None = None
) -> tuple[Server, PreviewState, BaseObserver]:
    """A server and a watcher, both started; port 0 takes any free one.

    Raises OSError where the port is taken.
    """
    state = PreviewState(root, language, file, _tell)
    server = Server(port, state)
    observer = Observer()
    for base in {root, house.HOUSE}:
        Folders(state, observer, base)
    observer.daemon = True
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, state, observer


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def serve(root: Path, port: int, language: str, file: Path) -> None:
    """Serve until interrupted.

    Faults are printed as they come and go. Exits with a sentence where the port is taken.
    """
    sentences = words(language)["preview"]
    try:
        server, state, _ = start(root, port, language, file)
    except OSError as error:
        raise SystemExit(sentences["port"].format(port=port, reason=error.strerror)) from None
    try:
        print(
            sentences["serving"].format(address=f"http://{ADDRESS}:{server.server_address[1]}/"), flush=True
        )
        shown: list[Finding] = []
        news = 0
        while True:
            shown = _print_faults(state, shown, language)
            news = state.wait(news or state.news, 3600)
    finally:
        server.shutdown()


def _print_faults(state: PreviewState, shown: list[Finding], language: str) -> list[Finding]:
    """Print what is at fault now, where that is something else than what was shown; what is shown then."""
    try:
        with state.lock:
            state.refresh(LANGUAGES[0], "")
            faults = state.faults
    except Exception as error:
        _tell(state.failure("*", error))
        return shown
    if faults != shown:
        lines = [plain(messages.line(fault, language)) for fault in faults]
        print("\n".join(lines) or words(language)["preview"]["mended"], flush=True)
    return faults

"""`build.py serve`: a page is made when the browser asks for it; a save only marks what is known as old.

Every request sees the files as they are: nothing shown can be stale. What has not changed since is kept (`Cache`), so that a save
costs one page. While something is at fault, the last good site stays, with the messages on each page (`PreviewState`).
"""

from __future__ import annotations

import contextlib
import posixpath
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from vademecum.checks import messages
from vademecum.hosts.publishing import INPUTS
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.model import Finding
from vademecum.preview.state import SCRIPT, STYLE, PreviewState
from vademecum.sources.library import HOUSE

EVENTS = "/_preview/events"
WATCHED = ("created", "deleted", "modified", "moved")
# A page asks for what came after it was made: a save between its making and its asking is not lost.
JAVASCRIPT = b"new EventSource(`/_preview/events?${document.currentScript.dataset.news}`).onmessage = () => location.reload();\n"


class Watcher(FileSystemEventHandler):
    """Tells the state of every save; what editors' programs write beside a file does not count."""

    def __init__(self, state: PreviewState) -> None:
        self.state = state

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = posixpath.basename(str(event.dest_path or event.src_path))
        if (
            event.event_type in WATCHED
            and not event.is_directory
            and not name.startswith(".")
            and not name.endswith(("~", ".swp", ".tmp"))
        ):
            self.state.touch()


def handler(state: PreviewState) -> type[BaseHTTPRequestHandler]:
    """The request handler of a state."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == EVENTS:
                self.events()
            elif path == SCRIPT:
                self.send(HTTPStatus.OK, "text/javascript", JAVASCRIPT)
            elif path == STYLE:
                self.send(HTTPStatus.OK, "text/css", Path(__file__).with_suffix(".css").read_bytes())
            else:
                self.send(*state.respond(path))

        def send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            with contextlib.suppress(
                BrokenPipeError, ConnectionResetError
            ):  # the browser has gone on to another page
                self.wfile.write(body)

        def events(self) -> None:
            """Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): one for each save."""
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            after = urlsplit(self.path).query
            news = int(after) if after.isdecimal() else state.news
            try:
                while True:
                    new = state.wait(news, 15)
                    self.wfile.write(f"data: {new}\n\n".encode() if new != news else b": still here\n\n")
                    self.wfile.flush()
                    news = new
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Nothing: the terminal is for findings."""

    return Handler


def start(root: Path, port: int, language: str) -> tuple[ThreadingHTTPServer, PreviewState, Any]:
    """A server and a watcher, both started; port 0 takes any free one."""
    state = PreviewState(root, language)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler(state))
    server.daemon_threads = True
    observer = Observer()
    for base in {root, HOUSE}:
        for name in INPUTS:
            if (base / name).is_dir():
                observer.schedule(Watcher(state), str(base / name), recursive=True)
    observer.schedule(Watcher(state), str(root), recursive=False)
    observer.daemon = True
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, state, observer


def serve(root: Path, port: int, language: str) -> None:
    """Serve until interrupted."""
    said = words(language)["preview"]
    try:
        server, state, _ = start(root, port, language)
    except OSError as error:
        raise SystemExit(said["port"].format(port=port, reason=error.strerror)) from None
    print(said["serving"].format(address=f"http://127.0.0.1:{server.server_address[1]}/"), flush=True)
    shown: list[Finding] = []
    news = 0
    try:
        while True:
            with state.lock:
                state.refresh(LANGUAGES[0], "")
                faults = state.faults
            if faults != shown:
                print(
                    "\n".join(messages.line(fault, language) for fault in faults) or said["mended"],
                    flush=True,
                )
                shown = faults
            news = state.wait(news or state.news, 3600)
    except KeyboardInterrupt:
        server.shutdown()

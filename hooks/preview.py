"""`build.py serve`: a page is made when the browser asks for it; a save only marks what is known as old.

Every request sees the files as they are: nothing shown can be stale. What has not changed since is kept (`Shelf`), so that a save
costs one page. While something is at fault, the last good site stays, with the messages on each page.
"""

from __future__ import annotations

import html
import mimetypes
import posixpath
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import engine
import history
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from publishing import INPUTS
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from vademecum import messages
from vademecum.addresses import ROOTS
from vademecum.edition import Edition, take_stock
from vademecum.i18n import words
from vademecum.library import HOUSE, Shelf
from vademecum.model import LANGUAGES, Finding

EVENTS, SCRIPT = "/_preview/events", "/_preview/script.js"
WATCHED = ("created", "deleted", "modified", "moved")
JAVASCRIPT = b'new EventSource("/_preview/events").onmessage = () => location.reload();\n'
ADDED = f'<script src="{SCRIPT}"></script></body>'


@dataclass
class Snapshot:
    """A site without fault, as it was when it was last read."""

    stock: Any
    editions: dict[str, Edition]


class Stage:
    """MkDocs's objects for one language, made once; only the edition they show changes."""

    def __init__(self, root: Path, language: str) -> None:
        config_file, docs = engine.configuration(root)
        self.config = load_config(str(config_file), docs_dir=str(docs))
        self.site, self.edit = self.config.site_url, self.config.edit_uri
        self.language = language
        self.edition: Edition | None = None
        self.ready = False

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot's edition as the one to make pages of."""
        edition = snapshot.editions[self.language]
        if edition is self.edition:
            return
        self.edition = edition
        self.half = engine.Half(edition, snapshot.stock)
        self.config.extra["half"] = self.half
        if not self.ready:
            self.config = self.config.plugins.on_config(self.config)
            self.env = self.config.theme.get_env()
            theme = Files([])
            theme.add_files_from_theme(self.env, self.config)
            self.theme = theme
        else:
            self.half.configure(self.config)
        self.files = self.config.plugins.on_files(Files(list(self.theme)), config=self.config)
        set_exclusions(self.files, self.config)
        self.nav = self.config.plugins.on_nav(get_navigation(self.files, self.config), config=self.config, files=self.files)
        if not self.ready:
            self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.files)
            self.ready = True
        self.by_destination = {file.dest_uri: file for file in self.files.documentation_pages()}

    def page(self, address: str) -> str | None:
        """The whole HTML of the page at an address below this language's root; none where there is none."""
        file = self.by_destination.get(address + "index.html")
        if file is None:
            return None
        page = file.page or MkDocsPage(None, file, self.config)
        page.markdown = self.config.plugins.on_page_markdown("", page=page, config=self.config, files=self.files)
        page.content = self.config.plugins.on_page_content("", page=page, config=self.config, files=self.files)
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            return self.config.plugins.on_post_page(self.env.get_template("main.html").render(context), page=page, config=self.config)
        finally:
            page.active = False

    def missing(self) -> str:
        """The error page."""
        context = get_context(self.nav, self.files, self.config, base_url=urlsplit(self.config.site_url or "/").path)
        context = self.config.plugins.on_template_context(context, template_name="404.html", config=self.config)
        return self.env.get_template("404.html").render(context)

    def asset(self, path: str) -> Path | None:
        """A file of the theme or a picture of the project, by its path below the root."""
        file = self.files.src_uris.get(path)
        return Path(file.abs_src_path) if file and file.abs_src_path else None


class Studio:
    """What the server shows: the last good snapshot, and what is at fault since."""

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self.shelf = Shelf()
        self.lock = threading.RLock()
        self.changed = threading.Condition()
        self.version, self.read = 1, 0
        self.good: Snapshot | None = None
        self.faults: list[Finding] = []
        self.stages = {language: Stage(root, language) for language in LANGUAGES}
        self.setting = engine.setting_of(self.stages[LANGUAGES[0]].config, history.dates(root)[0])

    def touch(self) -> None:
        """Something was saved: what is known is old, and whoever waits should ask again."""
        with self.changed:
            self.version += 1
            self.changed.notify_all()

    def refresh(self) -> None:
        """Read what changed since the last time, and take it as the site where nothing is at fault."""
        if self.read == self.version:
            return
        version = self.version
        stock = take_stock(self.root, self.shelf)
        editions = {language: engine.edition(stock, language, self.setting, self.shelf) for language in LANGUAGES}
        findings = list(stock.findings)
        if not any(map(messages.is_fault, findings)):
            for edition in editions.values():
                findings += edition.findings()
        self.faults = [finding for finding in messages.ordered(findings) if messages.is_fault(finding)]
        if not self.faults:
            self.good = Snapshot(stock, editions)
        self.read = version

    def respond(self, path: str) -> tuple[int, str, bytes]:
        """(status, type, body) for a path of the site."""
        with self.lock:
            self.refresh()
            if self.good is None:
                return HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self.alone().encode()
            language = next((code for code, root in ROOTS.items() if root and (path + "/").startswith("/" + root)), LANGUAGES[0])
            below = path.removeprefix("/").removeprefix(ROOTS[language]) if path != "/" + ROOTS[language].rstrip("/") else ""
            stage = self.stages[language]
            stage.show(self.good)
            return self.found(stage, below)

    def found(self, stage: Stage, below: str) -> tuple[int, str, bytes]:
        if below == "search/search_index.json":
            return HTTPStatus.OK, "application/json", self.search(stage).encode()
        if below == "" or below.endswith("/"):
            page = stage.page(below)
        elif asset := stage.asset(below):
            return HTTPStatus.OK, mimetypes.guess_type(below)[0] or "application/octet-stream", asset.read_bytes()
        else:
            page = stage.page(below + "/")
        status = HTTPStatus.OK if page is not None else HTTPStatus.NOT_FOUND
        return status, "text/html", self.dressed(page if page is not None else stage.missing()).encode()

    def search(self, stage: Stage) -> str:
        assert self.good
        return engine.search_index(stage.config, [entry for page in stage.edition.pages for entry in stage.edition.ready(page).search])

    def dressed(self, page: str) -> str:
        """A page with the script that reloads it and, while something is at fault, the messages."""
        return page.replace("</body>", (self.banner() if self.faults else "") + ADDED)

    def banner(self) -> str:
        said = words(self.language)["preview"]
        listed = "".join(f"<li><code>{html.escape(messages.line(fault, self.language))}</code></li>" for fault in self.faults)
        return (
            f'<aside class="vm-faults" role="alert" lang="{self.language}"><details open><summary>{html.escape(said["faults"])}</summary>'
            f"<p>{html.escape(said['last_good'])}</p><ul>{listed}</ul></details></aside>"
        )

    def alone(self) -> str:
        """The messages on a page of their own, where there is no good site yet."""
        title = html.escape(words(self.language)["preview"]["faults"])
        style = f'<link rel="stylesheet" href="{SCRIPT.replace("script.js", "style.css")}">'
        return f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>{title}</title>{style}</head><body>{self.banner()}{ADDED}</html>'

    def wait(self, version: int, seconds: float) -> int:
        """The version, as soon as it is another than `version`, or after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, seconds)
            return self.version


class Watcher(FileSystemEventHandler):
    """Tells the studio of every save; what editors' programs write beside a file does not count."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = posixpath.basename(str(event.dest_path or event.src_path))
        if event.event_type in WATCHED and not event.is_directory and not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp")):
            self.studio.touch()


def handler(studio: Studio) -> type[BaseHTTPRequestHandler]:
    """The request handler of a studio."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            if path == EVENTS:
                self.events()
            elif path == SCRIPT:
                self.send(HTTPStatus.OK, "text/javascript", JAVASCRIPT)
            else:
                self.send(*studio.respond(path))

        def send(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def events(self) -> None:
            """Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): one for each save."""
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            version = studio.version
            try:
                while True:
                    new = studio.wait(version, 15)
                    self.wfile.write(f"data: {new}\n\n".encode() if new != version else b": still here\n\n")
                    self.wfile.flush()
                    version = new
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Nothing: the terminal is for findings."""

    return Handler


def start(root: Path, port: int, language: str) -> tuple[ThreadingHTTPServer, Studio, Any]:
    """A server and a watcher, both started; port 0 takes any free one."""
    studio = Studio(root, language)
    server = ThreadingHTTPServer(("127.0.0.1", port), handler(studio))
    server.daemon_threads = True
    observer = Observer()
    for base in {root, HOUSE}:
        for name in INPUTS:
            if (base / name).is_dir():
                observer.schedule(Watcher(studio), str(base / name), recursive=True)
    observer.schedule(Watcher(studio), str(root), recursive=False)
    observer.daemon = True
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, studio, observer


def serve(root: Path, port: int, language: str) -> None:
    """Serve until interrupted."""
    said = words(language)["preview"]
    try:
        server, studio, _ = start(root, port, language)
    except OSError as error:
        raise SystemExit(said["port"].format(port=port, reason=error.strerror)) from None
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    with studio.lock:
        studio.refresh()
    for fault in studio.faults:
        print(messages.line(fault, language))
    print(said["serving"].format(address=address), flush=True)
    shown = studio.faults
    version = studio.version
    try:
        while True:
            version = studio.wait(version, 3600)
            with studio.lock:
                studio.refresh()
            if studio.faults != shown:
                shown = studio.faults
                print("\n".join(messages.line(fault, language) for fault in shown) or said["mended"], flush=True)
    except KeyboardInterrupt:
        server.shutdown()

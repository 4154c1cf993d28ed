"""`build.py serve`: a page is made when the browser asks for it; a save only marks what is known as old.

Every request sees the files as they are: nothing shown can be stale. What has not changed since is kept (`Shelf`), so that a save
costs one page. While something is at fault, the last good site stays, with the messages on each page.
"""

from __future__ import annotations

import gc
import html
import mimetypes
import posixpath
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

import engine
import half
import history
import printing
from publishing import INPUTS
from vademecum import messages
from vademecum.addresses import ROOTS
from vademecum.edition import Edition, Setting, take_stock
from vademecum.i18n import words
from vademecum.library import HOUSE, Shelf
from vademecum.model import LANGUAGES, Finding
from vademecum.scene import Page

EVENTS, SCRIPT, STYLE = "/_preview/events", "/_preview/script.js", "/_preview/style.css"
WATCHED = ("created", "deleted", "modified", "moved")
# A page asks for what came after it was made: a save between its making and its asking is not lost.
JAVASCRIPT = b'new EventSource(`/_preview/events?${document.currentScript.dataset.news}`).onmessage = () => location.reload();\n'


class Snapshot:
    """The project as it was when it was last read, its editions made when they are asked for."""

    def __init__(self, root: Path, setting: Setting, shelf: Shelf) -> None:
        self.stock = take_stock(root, shelf)
        self.faults = [finding for finding in self.stock.findings if messages.is_fault(finding)]
        self._setting, self._shelf = setting, shelf
        self._editions: dict[str, Edition] = {}

    def edition(self, language: str) -> Edition:
        if language not in self._editions:
            self._editions[language] = engine.edition(self.stock, language, self._setting, self._shelf)
        return self._editions[language]


class Stage:
    """MkDocs's objects for one language. What a save does not change (theme, templates, navigation) is made once."""

    def __init__(self, root: Path, language: str) -> None:
        config_file, docs = engine.configuration(root)
        self.language = language
        self.config = load_config(str(config_file), docs_dir=str(docs))
        self.snapshot: Snapshot | None = None
        self.navigation: list[Page] = []

    def show(self, snapshot: Snapshot) -> None:
        """Take a snapshot as the one to make pages of."""
        if snapshot is self.snapshot:
            return
        self.half = half.Half(snapshot.edition(self.language), snapshot.stock)
        self.config.extra["half"] = self.half
        if self.snapshot is None:
            self.config = self.config.plugins.on_config(self.config)
            self.env = self.config.theme.get_env()
            self.theme = Files([])
            self.theme.add_files_from_theme(self.env, self.config)
            self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.theme)
            self.env.auto_reload = True
        else:
            self.half.configure(self.config)
        self.snapshot = snapshot
        navigation = [page for page in self.half.edition.pages if page.kind in half.LISTED]
        if navigation != self.navigation:
            self.navigation = navigation
            self.navigate()

    def navigate(self) -> None:
        """Make MkDocs's navigation anew; of the pages, only those that stand in it have to be there."""
        listed = Files([self.half.file(page, self.config) for page in self.navigation])
        set_exclusions(listed, self.config)
        self.nav = self.config.plugins.on_nav(get_navigation(listed, self.config), config=self.config, files=listed)
        self.listed = {file.dest_uri: file for file in listed}

    def page(self, address: str) -> str | None:
        """The whole HTML of the page at an address below this language's root; none where there is none."""
        ours = self.half.edition.by_address.get(address)
        if ours is None:
            return None
        file = self.listed.get(address + "index.html") or self.half.file(ours, self.config)
        page = file.page
        page.read_source(self.config)
        page.render(self.config, self.theme)
        page.active = True
        try:
            context = get_context(self.nav, self.theme, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            return self.config.plugins.on_post_page(self.env.get_template("main.html").render(context), page=page, config=self.config)
        finally:
            page.active = False

    def missing(self) -> str:
        """The error page."""
        context = get_context(self.nav, self.theme, self.config, base_url=urlsplit(self.config.site_url or "/").path)
        context = self.config.plugins.on_template_context(context, template_name="404.html", config=self.config)
        return self.env.get_template("404.html").render(context)

    def asset(self, path: str) -> Path | None:
        """A file of the theme or a picture of the project, by its path below the root."""
        if f"docs/{path}" in self.half.stock.library.pictures:
            return Path(self.config.docs_dir, path)
        file = self.theme.src_uris.get(path)
        return Path(file.abs_src_path) if file and file.abs_src_path else None


class Studio:
    """What the server shows: the last good snapshot, and what is at fault since.

    A request reads the files and the page that it asks for, and no other. A review of all pages follows aside; when it finds a fault,
    the snapshot before comes back with the messages, and the browsers are told.
    """

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self.shelf, self.lock, self.told = Shelf(), threading.RLock(), threading.Condition()
        self.saves, self.news, self.known = 1, 1, 1
        self.read = 0
        self.good: Snapshot | None = None
        self.sound: Snapshot | None = None
        self.faults: list[Finding] = []
        self.stages = {code: Stage(root, code) for code in LANGUAGES}
        self.setting = engine.setting_of(self.stages[LANGUAGES[0]].config, history.dates(root)[0])

    def touch(self) -> None:
        """Something was saved: what is known is old, and whoever waits should ask again."""
        self.saves += 1
        self.tell()

    def tell(self) -> None:
        with self.told:
            self.news += 1
            self.told.notify_all()

    def refresh(self, language: str, address: str) -> None:
        """Read what changed since the last time; take it as the site where neither it nor the page asked for is at fault."""
        if self.read == self.saves:
            return
        self.read = self.saves
        snapshot = Snapshot(self.root, self.setting, self.shelf)
        faults = list(snapshot.faults)
        if not faults and (page := snapshot.edition(language).by_address.get(address)):
            faults = [finding for finding in snapshot.edition(language).reading(page).findings if messages.is_fault(finding)]
        self.faults = messages.ordered(faults)
        if not faults:
            self.good = snapshot
        threading.Thread(target=self.review, args=(snapshot, self.read), daemon=True).start()

    def review(self, snapshot: Snapshot, read: int) -> None:
        """Read every page of a snapshot, unless another save comes first; tell what was found."""
        faults = list(snapshot.faults)
        for language in LANGUAGES if not faults else ():
            with self.lock:
                edition = snapshot.edition(language)
            for page in edition.pages:
                if self.saves != read:
                    return
                with self.lock:
                    edition.reading(page)
            with self.lock:
                faults += [finding for finding in edition.findings() if messages.is_fault(finding)]
        with self.lock:
            if self.saves != read:
                return
            changed = (faults := messages.ordered(faults)) != self.faults
            self.faults = faults
            if not faults:
                self.sound = snapshot
                gc.freeze()  # what was read stays: looking it through for garbage would cost each save more than its page
            elif self.good is snapshot:
                self.good = self.sound
        if changed:
            self.tell()

    def respond(self, path: str) -> tuple[int, str, bytes]:
        """(status, type, body) for a path of the site."""
        language, below = split(path)
        with self.lock:
            self.known = self.news
            self.refresh(language, below)
            if self.good is None:
                return HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self.alone().encode()
            stage = self.stages[language]
            stage.show(self.good)
            return self.found(stage, below)

    def found(self, stage: Stage, below: str) -> tuple[int, str, bytes]:
        if below == "search/search_index.json":
            return HTTPStatus.OK, "application/json", self.search(stage).encode()
        if below == "" or below.endswith("/"):
            page = stage.page(below)
        elif document := self.document(below):
            return HTTPStatus.OK, "application/pdf", document
        elif asset := stage.asset(below):
            return HTTPStatus.OK, mimetypes.guess_type(below)[0] or "application/octet-stream", asset.read_bytes()
        else:
            page = stage.page(below + "/")
        status = HTTPStatus.OK if page is not None else HTTPStatus.NOT_FOUND
        return status, "text/html", self.dressed(page if page is not None else stage.missing()).encode()

    def document(self, below: str) -> bytes | None:
        """A document made when it is asked for, with the templates as they are now; none where the path names none."""
        folder, _, rest = below.partition("/")
        language, _, file = rest.partition("/")
        if folder != printing.FOLDER or language not in LANGUAGES or self.good is None:
            return None
        return printing.one(self.good.edition(language), file)

    def search(self, stage: Stage) -> str:
        edition = stage.half.edition
        return half.search_index(stage.config, [entry for page in edition.pages for entry in edition.ready(page).search])

    def dressed(self, page: str) -> str:
        """A page with the script that reloads it and, while something is at fault, the messages."""
        return page.replace("</body>", (self.banner() if self.faults else "") + self.added())

    def added(self) -> str:
        return f'<script src="{SCRIPT}" data-news="{self.known}"></script></body>'

    def banner(self) -> str:
        said = words(self.language)["preview"]
        listed = "".join(f"<li><code>{html.escape(messages.line(fault, self.language))}</code></li>" for fault in self.faults)
        return (
            f'<link rel="stylesheet" href="{STYLE}"><aside class="vm-faults" role="alert" lang="{self.language}">'
            f"<details open><summary>{html.escape(said['faults'])}</summary>"
            f"<p>{html.escape(said['last_good'])}</p><ul>{listed}</ul></details></aside>"
        )

    def alone(self) -> str:
        """The messages on a page of their own, where there is no good site yet."""
        title = html.escape(words(self.language)["preview"]["faults"])
        head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
        return f'<!doctype html><html lang="{self.language}">{head}<body>{self.banner()}{self.added()}</html>'

    def wait(self, news: int, seconds: float) -> int:
        """The count of news, as soon as it is another than `news`, or after some seconds."""
        with self.told:
            self.told.wait_for(lambda: self.news != news, seconds)
            return self.news


def split(path: str) -> tuple[str, str]:
    """A path from the site's root as (language, path below that language's root)."""
    path = path.removeprefix("/")
    for language, root in ROOTS.items():
        if root and f"{path}/".startswith(root):
            return language, path.removeprefix(root.rstrip("/")).removeprefix("/")
    return LANGUAGES[0], path


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
            elif path == STYLE:
                self.send(HTTPStatus.OK, "text/css", Path(__file__).with_suffix(".css").read_bytes())
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
            after = urlsplit(self.path).query
            news = int(after) if after.isdecimal() else studio.news
            try:
                while True:
                    new = studio.wait(news, 15)
                    self.wfile.write(f"data: {new}\n\n".encode() if new != news else b": still here\n\n")
                    self.wfile.flush()
                    news = new
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
    print(said["serving"].format(address=f"http://127.0.0.1:{server.server_address[1]}/"), flush=True)
    shown: list[Finding] = []
    news = 0
    try:
        while True:
            with studio.lock:
                studio.refresh(LANGUAGES[0], "")
                faults = studio.faults
            if faults != shown:
                print("\n".join(messages.line(fault, language) for fault in faults) or said["mended"], flush=True)
                shown = faults
            news = studio.wait(news or studio.news, 3600)
    except KeyboardInterrupt:
        server.shutdown()

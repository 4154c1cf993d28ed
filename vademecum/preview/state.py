"""What a preview shows: the last good snapshot, and what is at fault since, told on every page."""

from __future__ import annotations

import gc
import html
import mimetypes
import threading
import traceback
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path, PurePosixPath

from vademecum.checks import messages
from vademecum.hosts import search_index, settings
from vademecum.hosts.mkdocs.preview_pages import PreviewPages
from vademecum.hosts.terminal import plain
from vademecum.language.languages import LANGUAGES
from vademecum.language.words import words
from vademecum.model import Finding
from vademecum.pages.common.addresses import ROOTS
from vademecum.preview.snapshot import Snapshot
from vademecum.print import printing
from vademecum.sources import history
from vademecum.sources.cache import Cache

# What comes from the texts though its address has an ending: documents to print, the search.
FROM_TEXTS = (".pdf", ".epub", ".json", ".csv", ".txt")
Tell = Callable[[str], None]
Response = tuple[int, str, bytes]  # status, type, body
SCRIPT, STYLE = "/_preview/script.js", "/_preview/style.css"


class PreviewState:
    """What the server shows: the last good snapshot, and what is at fault since.

    A request reads the files and the page that it asks for, and no other. A review of all pages follows
    aside; when it finds a fault, the snapshot before comes back with the messages, and the browsers are told.
    """

    def __init__(self, root: Path, language: str, file: Path | None = None, tell: Tell = print) -> None:
        """`file` is the mkdocs.yml to use, else the project's; `tell` says things on a terminal."""
        file = file or settings.file_of(root)
        self.root, self.language, self.say = root, language, tell
        self.cache, self.lock, self.changed = Cache(), threading.RLock(), threading.Condition()
        self.saves, self.news, self.known = 1, 1, 1
        self.read = 0
        self.good: Snapshot | None = None
        self.former: Snapshot | None = (
            None  # the good one before, for when the review finds this one at fault after all
        )
        self.faults: list[Finding] = []
        self.pages_of = {code: PreviewPages(root, code, file) for code in LANGUAGES}
        self.setting = settings.read(file).setting(history.dates(root)[0])

    def touch(self) -> None:
        """Something was saved: what is known is old, and whoever waits should ask again."""
        self.saves += 1
        self.tell()

    def tell(self) -> None:
        with self.changed:
            self.news += 1
            self.changed.notify_all()

    def refresh(self, language: str, address: str) -> None:
        """Read what changed since the last time.

        Take it as the site where neither it nor the page asked for is at fault.
        """
        if self.read == self.saves:
            return
        self.read, saves = 0, self.saves  # what fails here is tried again
        snapshot = Snapshot(self.root, self.setting, self.cache)
        faults = list(snapshot.faults)
        if not faults and (page := snapshot.edition(language).by_address.get(address)):
            faults = [
                finding
                for finding in snapshot.edition(language).findings.of(page)
                if messages.is_fault(finding)
            ]
        self.faults = messages.ordered(faults)
        self.read = saves
        if not faults:
            self.former, self.good = self.good, snapshot
        threading.Thread(target=self.review_aside, args=(snapshot, self.read), daemon=True).start()

    def review_aside(self, snapshot: Snapshot, read: int) -> None:
        """Review in a thread of its own, whose exceptions nobody else would tell of."""
        try:
            self.review(snapshot, read)
        except Exception as error:
            self.say(self.failure("*", error))

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
                    edition.linked(page)
                    edition.findings.of(page)
            with self.lock:
                faults += [finding for finding in edition.findings.of_pages() if messages.is_fault(finding)]
        with self.lock:
            if self.saves != read:
                return
            changed = (faults := messages.ordered(faults)) != self.faults
            self.faults = faults
            if not faults:
                self.former = snapshot
                # What was read stays: looking it through for garbage would cost each save more than its page.
                gc.freeze()
            elif self.good is snapshot:
                self.good = self.former
        if changed:
            self.tell()

    def failure(self, path: str, error: Exception) -> str:
        """A sentence on an exception of ours, with the place that it comes from."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        words_of = " ".join(f"{type(error).__name__}: {error}".split())
        values = {"path": path, "error": words_of, "place": f"{place.filename}:{place.lineno}"}
        return plain(words(self.language)["preview"]["failed"].format(**values))

    def answer(self, path: str) -> Response:
        """The response to a path of the site.

        Where it cannot be made, a page that says so, and a sentence on the terminal.
        """
        try:
            return self.respond(path)
        except Exception as error:
            sentence = self.failure(path, error)
            self.say(sentence)
            return HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self.alone(sentence).encode()

    def respond(self, path: str) -> Response:
        """The response to a path of the site."""
        language, below = split(path)
        with self.lock:
            self.known = self.news
            if (
                self.good is None or not PurePosixPath(below).suffix or below.endswith(FROM_TEXTS)
            ):  # a style or picture tells nothing of a text
                self.refresh(language, below)
            if self.good is None:
                return HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self.alone(self.banner()).encode()
            pages = self.pages_of[language]
            pages.show(self.good.edition(language), self.good.project)
            return self.within(pages, below)

    def within(self, pages: PreviewPages, below: str) -> Response:
        """The response to a path below the root of one language."""
        folder, _, rest = below.partition("/")
        if folder == search_index.FOLDER and (found := pages.searched(rest)) is not None:
            return HTTPStatus.OK, mimetypes.guess_type(rest)[0] or "application/octet-stream", found
        if below == "" or below.endswith("/"):
            page = pages.page(below)
            if page is None and (leading_on := pages.other(f"{below}index.html")) is not None:
                return HTTPStatus.OK, "text/html", leading_on
        elif document := self.document(below):
            return document
        elif (content := pages.download(below) or pages.other(below)) is not None:
            return HTTPStatus.OK, mimetypes.guess_type(below)[0] or "text/plain", content
        elif asset := pages.asset(below):
            return (
                HTTPStatus.OK,
                mimetypes.guess_type(below)[0] or "application/octet-stream",
                asset.read_bytes(),
            )
        else:
            page = pages.page(below + "/")
        status = HTTPStatus.OK if page is not None else HTTPStatus.NOT_FOUND
        return status, "text/html", self.dressed(page if page is not None else pages.missing()).encode()

    def document(self, below: str) -> Response | None:
        """A document printed when it is asked for, with the templates as they are now, or why it cannot be.

        None where the path names none.
        """
        folder, _, rest = below.partition("/")
        language, _, file = rest.partition("/")
        if folder != printing.FOLDER or language not in LANGUAGES or self.good is None:
            return None
        printed = printing.one(self.good.edition(language), file)
        if printed is None:
            return None
        pdf, findings = printed
        if pdf:
            return HTTPStatus.OK, "application/pdf", pdf
        banner = self.banner([finding for finding in findings if messages.is_fault(finding)])
        return HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", self.alone(banner).encode()

    def dressed(self, page: str) -> str:
        """A page with the script that reloads it and, while something is at fault, the messages."""
        return page.replace("</body>", (self.banner() if self.faults else "") + self.added())

    def added(self) -> str:
        return f'<script src="{SCRIPT}" data-news="{self.known}"></script></body>'

    def banner(self, faults: list[Finding] | None = None) -> str:
        """The messages, as a box at the end of a page."""
        sentences = words(self.language)["preview"]
        listed = "".join(
            f"<li><code>{html.escape(plain(messages.line(fault, self.language)))}</code></li>"
            for fault in faults or self.faults
        )
        return (
            f'<link rel="stylesheet" href="{STYLE}">'
            f'<aside class="vm-faults" role="alert" lang="{self.language}">'
            f"<details open><summary>{html.escape(sentences['faults'])}</summary>"
            f"<p>{html.escape(sentences['last_good'])}</p><ul>{listed}</ul></details></aside>"
        )

    def alone(self, message: str) -> str:
        """A page of its own for HTML or a sentence, where there is no page to say it on."""
        title = html.escape(words(self.language)["preview"]["faults"])
        head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
        body = message if message.startswith("<") else f"<p>{html.escape(message)}</p>"
        return f'<!doctype html><html lang="{self.language}">{head}<body>{body}{self.added()}</html>'

    def wait(self, news: int, seconds: float) -> int:
        """The count of news, as soon as it is another than `news`, or after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.news != news, seconds)
            return self.news


def split(path: str) -> tuple[str, str]:
    """A path from the site's root as (language, path below that language's root)."""
    path = path.removeprefix("/")
    for language, root in ROOTS.items():
        if root and f"{path}/".startswith(root):
            return language, path.removeprefix(root.rstrip("/")).removeprefix("/")
    return LANGUAGES[0], path

"""The preview's server: whom it answers, what it does when something of ours fails, what it watches."""

from __future__ import annotations

import http.client
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from projects import SOUND

from vademecum.preview import server
from vademecum.preview.state import PreviewState
from vademecum.print import press

PAGE = "/en/handbook/opening/"
CHAPTER = "docs/en/handbook/opening.md"


class Preview:
    """A preview of a copy of the sound project, and requests to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(shutil.copytree(SOUND, folder / "project"))
        self.server, self.state, self.observer = server.start(self.folder, 0, "en")
        self.sentences: list[str] = []
        self.state.say = self.sentences.append
        self.port = self.server.server_address[1]

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, dict(response.getheaders()), body

    def close(self) -> None:
        self.observer.stop()
        self.observer.join()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that requests alone cannot change."""
    made = Preview(tmp_path_factory.mktemp("unchanged"))
    yield made
    made.close()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    made = Preview(tmp_path)
    yield made
    made.close()


HOSTS = [
    ("127.0.0.1:{port}", 200),
    ("localhost:{port}", 200),
    ("localhost", 200),
    ("LOCALHOST:{port}", 200),
    ("evil.example:{port}", 421),
    ("evil.example", 421),
    ("127.0.0.1.evil.example:{port}", 421),
    ("localhost.:{port}", 421),
    ("[::1]:{port}", 421),
    ("user@localhost", 421),
    ("localhost:{port}, evil.example", 421),
    ("", 421),
]
EVENTS = "/_preview/events"  # a stream without end, which is not read where it is answered
ASKED = [
    (host, status, path)
    for path in (PAGE, EVENTS, "/pdf/en/handbook/opening.pdf")
    for host, status in HOSTS
    if not (path == EVENTS and status == 200)
]


@pytest.mark.parametrize(("host", "status", "path"), ASKED)
def test_only_its_own_address_is_answered(unchanged: Preview, host: str, status: int, path: str) -> None:
    answered, _, body = unchanged.ask(path, Host=host.format(port=unchanged.port))
    assert answered == status and (b"<html" in body or b"%PDF" in body) == (status == 200)


@pytest.mark.parametrize(
    "path", [PAGE, "/", "/none/", "/assets/styles/type.css", "/_preview/script.js", "/_preview/events"]
)
def test_head_is_get_without_its_body(unchanged: Preview, path: str) -> None:
    status, headers, body = unchanged.ask(path, "HEAD")
    assert (body, headers.get("Content-Type") is not None) == (b"", True)
    if path != "/_preview/events":
        of_get = unchanged.ask(path)
        assert (status, headers["Content-Length"]) == (of_get[0], str(len(of_get[2])))


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/..%2f..%2fmkdocs.yml",
        "/%2e%2e/docs/x",
        "//etc/passwd",
        "/assets/%00",
        "/docs/en/about.md",
        "/.cache/lock",
        "/assets/../../x",
    ],
)
def test_nothing_outside_the_site_is_served(unchanged: Preview, path: str) -> None:
    (unchanged.folder / "mkdocs.yml").write_text("site_name: secret", encoding="utf-8")
    status, _, body = unchanged.ask(path)
    assert status == 404 and b"secret" not in body


def test_what_fails_is_told_and_tried_again(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    assert preview.ask(PAGE)[0] == 200
    with monkeypatch.context() as patch:
        patch.setattr(PreviewState, "within", lambda *_: 1 // 0)
        for _ in range(2):
            status, _, body = preview.ask(PAGE)
            assert status == 500 and b"ZeroDivisionError" in body and b"/_preview/script.js" in body
    assert preview.sentences == [preview.sentences[0]] * 2
    assert preview.sentences[0].startswith(f"{PAGE} could not be made (ZeroDivisionError: ")
    assert preview.ask(PAGE)[0] == 200


def test_a_project_that_cannot_be_read_is_read_again(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert preview.ask(PAGE)[0] == 200
    with monkeypatch.context() as patch:
        patch.setattr("vademecum.preview.state.Snapshot", lambda *_: 1 // 0)
        preview.state.touch()
        assert preview.ask(PAGE)[0] == 500
    chapter = preview.folder / CHAPTER
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nA word of today.\n", encoding="utf-8")
    assert b"A word of today." in preview.ask(PAGE)[2]


def test_a_folder_made_again_is_watched(preview: Preview) -> None:
    assert preview.ask(PAGE)[0] == 200
    shutil.copytree(preview.folder / "docs", preview.folder.parent / "kept")
    shutil.rmtree(preview.folder / "docs")
    wait_for(lambda: preview.ask(PAGE)[2].count(b'role="alert"') or preview.ask(PAGE)[0] != 200)
    shutil.copytree(preview.folder.parent / "kept", preview.folder / "docs")
    wait_for(lambda: preview.ask(PAGE)[0] == 200 and b'role="alert"' not in preview.ask(PAGE)[2])
    time.sleep(0.5)
    before = preview.state.saves
    chapter = preview.folder / CHAPTER
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nA word of today.\n", encoding="utf-8")
    wait_for(lambda: preview.state.saves > before)
    assert b"A word of today." in preview.ask(PAGE)[2]


def wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(100):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail("it did not come to pass")


def test_a_document_that_cannot_be_printed_says_why(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    templates = Path(shutil.copytree(press.TEMPLATES, tmp_path / "print"))
    (templates / "chapter.typ").write_text('#panic("too much")', encoding="utf-8")
    monkeypatch.setattr(press, "TEMPLATES", templates)
    status, _, body = preview.ask("/pdf/en/handbook/opening.pdf")
    assert status == 500 and b"docs/en/handbook/opening.md:1:1: this document cannot be printed" in body


def test_odd_requests_cost_a_sentence_at_most(unchanged: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    for path in (
        "/_preview/events?" + "9" * 5000,
        "/" + "a/" * 2000,
        "/%ff%fe",
    ):
        assert unchanged.ask(path, "HEAD")[0] in (200, 404)
    assert "Traceback" not in capfd.readouterr().err

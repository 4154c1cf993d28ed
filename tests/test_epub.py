"""The book of a small project as an EPUB: whole, the same each time, clean where epubcheck stands."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import etree
from projects import editions
from proving import full

from vademecum.hosts import epub
from vademecum.language.languages import LANGUAGES

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    made = editions(full(tmp_path_factory.mktemp("book")))
    return {edition.language: epub.book(edition) for edition in made}


def files(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees(book: bytes) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(content) for name, content in files(book).items() if name.endswith(".xhtml")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_begins_as_the_format_asks(books: dict[str, bytes], language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(books[language])) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert files(books[language])["mimetype"] == b"application/epub+zip"


def test_the_same_texts_give_the_same_bytes(books: dict[str, bytes], tmp_path: Path) -> None:
    again = editions(full(tmp_path))
    assert {edition.language: epub.book(edition) for edition in again} == books


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_in_the_package_and_every_text_in_the_reading_order(
    books: dict[str, bytes], language: str
) -> None:
    package = etree.fromstring(files(books[language])["book/package.opf"])
    items = {item.get("id"): f"book/{item.get('href')}" for item in package.iter(f"{OPF}item")}
    held = {name for name in files(books[language]) if name.startswith("book/")} - {"book/package.opf"}
    assert set(items.values()) == held
    read = {items[ref.get("idref")] for ref in package.iter(f"{OPF}itemref")}
    assert read == {name for name in held if name.endswith(".xhtml")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_within_the_book_lead_somewhere(books: dict[str, bytes], language: str) -> None:
    pages = trees(books[language])
    ids = {name: {node.get("id") for node in tree.iter() if node.get("id")} for name, tree in pages.items()}
    lost = []
    for name, tree in pages.items():
        for link in tree.iter(f"{XHTML}a"):
            address, anchor = urldefrag(link.get("href"))
            if "://" in address or address.startswith("mailto:"):
                continue
            target = f"book/{address}" if address else name
            if target not in ids or (anchor and anchor not in ids[target]):
                lost.append((name, link.get("href")))
    assert lost == []


def test_it_holds_every_kind_of_text_and_nothing_that_runs(books: dict[str, bytes]) -> None:
    pages = trees(books["en"])
    assert {Path(name).stem.partition("-")[0] for name in pages} >= {
        "title",
        "chapter",
        "concept",
        "case",
        "index",
    }
    running = [node for tree in pages.values() for node in tree.iter(f"{XHTML}script", f"{XHTML}input")]
    assert running == []


def test_whatever_is_drawn_has_a_look(books: dict[str, bytes]) -> None:
    """Else a reading device fills it with black."""
    style = next(text.decode() for name, text in files(books["fr"]).items() if name.endswith("book.css"))
    drawn = {
        name
        for tree in trees(books["fr"]).values()
        for shape in tree.iterfind(f".//{SVG}svg//*[@class]")
        for name in shape.get("class", "").split()
        if shape.tag != f"{SVG}a"
    }
    assert {"land", "sign", "frame", "words"} <= drawn
    assert {name for name in drawn if f".{name}" not in style} == set()


def test_the_letters_of_drawings_come_with_the_book(books: dict[str, bytes]) -> None:
    """Other letters are wider than the room that drawings give to words."""
    inside = files(books["en"])
    style = next(text.decode() for name, text in inside.items() if name.endswith("book.css"))
    asked = {f"book/{name}" for name in re.findall(r'url\("([^"]+)"\)', style)}
    package = next(text.decode() for name, text in inside.items() if name.endswith("package.opf"))
    assert len(asked) == 3 and asked <= set(inside)
    assert all(inside[name][:4] == b"wOF2" for name in asked)
    assert package.count('media-type="font/woff2"') == 3
    assert re.search(r'figure svg text \{[^}]*font-family: "Vade Sans"', style)


@pytest.mark.parametrize("language", LANGUAGES)
def test_epubcheck_finds_nothing(books: dict[str, bytes], language: str, tmp_path: Path) -> None:
    program, java = shutil.which("epubcheck"), shutil.which("java")
    if not (program and java):
        pytest.skip("epubcheck is not installed")
    book = tmp_path / "book.epub"
    book.write_bytes(books[language])
    is_archive = Path(program).read_bytes()[:2] == b"PK"  # as Debian has it
    command = [java, "-jar", program] if is_archive else [program]
    done = subprocess.run([*command, str(book)], capture_output=True, encoding="utf-8", check=False)
    assert "Messages: 0 fatals / 0 errors / 0 warnings" in done.stdout, done.stdout + done.stderr

"""A built site as files: its pages parsed, its links resolved to files."""

from __future__ import annotations

import functools
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html

from vademecum.language.data import data_in

ORIGIN = "https://vade-mecum.example/"
# The address, in each language, of a page of each kind.
KINDS = data_in(Path(__file__).with_name("kinds.yml"))
CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+["']([^"']+)""")
# What a browser fetches by itself, as against the links that a reader follows.
FETCHED = (
    "//script/@src | //img/@src | //source/@src | //video/@src | //audio/@src | //iframe/@src | //embed/@src"
    " | //object/@data | //form/@action"
    " | //link[not(contains(' alternate canonical prev next ',"
    " concat(' ', normalize-space(@rel), ' ')))]/@href"
)
SENDS_ON = "//meta[@http-equiv='refresh']"


class Built:
    """One HTML file of a site."""

    def __init__(self, site: Path, file: Path) -> None:
        self.site, self.file = site, file
        self.path = file.relative_to(site).as_posix()
        self.address = self.path.removesuffix("index.html")
        self.tree = lxml.html.document_fromstring(
            file.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
        self.language = self.tree.get("lang")
        self.ids = [str(id_) for id_ in self.tree.xpath("//@id")]

    def __repr__(self) -> str:
        return "/" + self.address

    def find(self, xpath: str) -> list:
        return self.tree.xpath(xpath)

    def words(self, xpath: str) -> list[str]:
        """The words of each element found."""
        return [" ".join(found.text_content().split()) for found in self.find(xpath)]

    def links(self) -> list[str]:
        """Every address that a reader can follow from the page."""
        return [
            str(address)
            for address in self.find("//a/@href | //area/@href | //link[@rel='prev' or @rel='next']/@href")
        ]

    def fetched(self) -> list[str]:
        sets = [part.split()[0] for value in self.find("//@srcset") for part in value.split(",")]
        styles = [
            address for text in self.find("//style/text() | //@style") for address in css_addresses(text)
        ]
        return [str(address) for address in self.find(FETCHED)] + sets + styles

    def target(self, address: str) -> tuple[Path, str]:
        """The file and the anchor that an address of the site means."""
        parts = urlsplit(urljoin("/" + self.path, address))
        path = unquote(parts.path).lstrip("/")
        file = self.site / path
        return (file / "index.html" if path == "" or path.endswith("/") else file), unquote(parts.fragment)


def css_addresses(text: str) -> list[str]:
    return ["".join(found) for found in CSS_ADDRESS.findall(text)]


def outside(address: str) -> bool:
    """Whether an address leaves the site."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


@functools.cache
def files(site: Path) -> list[Built]:
    """Every HTML file of a site, read once."""
    return [Built(site, file) for file in sorted(site.rglob("*.html"))]


@functools.cache
def pages(site: Path) -> dict[str, Built]:
    """Every page of a site, by its address; without those that only send readers on."""
    return {page.address: page for page in files(site) if not page.find(SENDS_ON)}


def proper(site: Path) -> list[Built]:
    """The pages that have an address of their own, which the error pages have not."""
    return [page for page in pages(site).values() if posixpath.basename(page.path) == "index.html"]


def sending_on(site: Path) -> list[Built]:
    """What only leads to another page: addresses that last, and those of before."""
    return [page for page in files(site) if page.find(SENDS_ON)]

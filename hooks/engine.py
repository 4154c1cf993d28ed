"""What calls MkDocs: each language is a build of its own, the first at the site's root, the others in their folder below it.

A `Half` is one language's share: it gives MkDocs an edition's pages and takes from it the theme. `mkdocs build` makes one half after
the other; `build.py` makes both at once, each in a process of its own.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import posixpath
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents, get_toc

import history
import press
from vademecum import composing, messages
from vademecum.addresses import ROOTS, absolute, relative
from vademecum.checks import unused
from vademecum.edition import Edition, Ready, Setting, Stock, take_stock
from vademecum.i18n import said_in, typeset, words
from vademecum.library import HOUSE, Shelf
from vademecum.model import LANGUAGES, Finding, Location
from vademecum.scene import Page

log = logging.getLogger("mkdocs.vademecum")
CACHE = ".cache"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
PRINTED = "pdf"  # the folder of printed documents, below the site's root: one folder a language in it
LISTED = ("home", "index", "chapter")  # the kinds of page that stand in the navigation
FOOTER = (("index", "references"), ("index", "acronyms"), ("page", "contribute"), ("page", "about"))


class Half:
    """One language of the site in MkDocs's terms. `alone` says that MkDocs runs by itself, so that the other half is ours to call."""

    def __init__(self, edition: Edition, stock: Stock, alone: bool = False) -> None:
        self.edition, self.stock, self.alone = edition, stock, alone
        self.language = edition.language
        self.views: dict[str, dict[str, Any]] = {}
        self.search: list[dict[str, str]] = []

    # -- before the build ---------------------------------------------------------------------------------------------

    def configure(self, config: MkDocsConfig) -> None:
        """Set what differs between the languages, and take from MkDocs what is ours: Markdown, sitemap, navigation."""
        said = words(self.language)
        config.theme["language"] = self.language
        config.theme.static_templates.discard("sitemap.xml")
        config.site_url = self.edition.setting.site + ROOTS[self.language]
        config.site_description = typeset(said["site"]["tagline"], self.language)
        config.copyright = typeset(said["site"]["licence"], self.language)
        config.markdown_extensions, config.mdx_configs = [], {}
        config.nav = self.navigation()
        config.extra["footer"] = self.footer()

    def navigation(self) -> list[Any]:
        """Index pages and chapters only: a navigation of every entry would stand in every page."""
        title = {name: typeset(text, self.language) for name, text in words(self.language)["indexes"].items()}
        chapters = [{typeset(page.title, page.spoken): uri(page)} for page in self.edition.pages if page.kind == "chapter"]
        return [
            {typeset(self.edition.pages[0].title, self.language): "index.md"},
            {title["handbook"]: [{title["handbook"]: "index/handbook.md"}, *chapters]},
            {title["lexicon"]: [{title["lexicon"]: "index/lexicon.md"}, {title["domains"]: "index/domains.md"}]},
            {title["cases"]: "index/cases.md"},
        ]

    def footer(self) -> list[dict[str, str]]:
        found = {(page.kind, page.id): page for page in self.edition.pages}
        return [{"title": typeset(found[key].title, self.language), "url": found[key].address} for key in FOOTER if key in found]

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """The theme's files and the pictures, and a file made in memory for each page.

        A template that we took over is no file to copy; the cuts of the fonts for paper stay behind.
        """
        kept = [file for file in files if not (file.is_documentation_page() or file.src_uri == "sitemap.xml" or file.src_uri.endswith(".ttf"))]
        return Files([*kept, *(self.file(page, config) for page in self.edition.pages)])

    def file(self, page: Page, config: MkDocsConfig) -> File:
        file = File.generated(config, uri(page), content="")
        file.dest_uri = page.address + "index.html"
        return file

    # -- page by page -------------------------------------------------------------------------------------------------

    def page(self, page: MkDocsPage) -> Page:
        return self.edition.by_address[posixpath.dirname(page.file.dest_uri) + "/" if "/" in page.file.dest_uri else ""]

    def meta(self, page: MkDocsPage) -> dict[str, Any]:
        ours = self.page(page)
        return {"title": typeset(ours.title, ours.spoken), "search": {"exclude": True}}

    def ready(self, page: MkDocsPage) -> Ready:
        """The page's HTML; its view and search entries are kept for the template and the index."""
        ready = self.edition.ready(self.page(page))
        self.views[page.file.src_uri] = ready.view | {"prints": self.prints(ready.page)}
        self.search += ready.search
        return ready

    def prints(self, page: Page) -> list[dict[str, str]]:
        """The documents that a page is printed as; the handbook's has the book and the booklets."""
        said, here = words(self.language)["print"], absolute(page.address, self.language)
        files = [(said["book" if file == composing.BOOK else "pdf"], file)] if (file := composing.file_of(page)) else []
        if file == composing.BOOK:
            booklets = self.stock.library.booklets
            files += [(said_in(made.title, self.language)[0], composing.booklet_file(self.edition, id_)) for id_, made in booklets.items()]
        return [
            {"title": typeset(title, self.language), "url": relative(f"{PRINTED}/{self.language}/{file}", here), "file": file}
            for title, file in files
        ]

    def view(self, page: MkDocsPage) -> dict[str, Any]:
        return self.views.pop(page.file.src_uri)

    # -- after the build ----------------------------------------------------------------------------------------------

    def finish(self, config: MkDocsConfig) -> None:
        """Write the search index; at the root the sitemap too; and the other languages where nobody else does."""
        site = Path(config.site_dir)
        if index := search_index(config, self.search):
            (site / "search" / "search_index.json").write_text(index, encoding="utf-8")
        if self.language != LANGUAGES[0]:
            return
        (site / "sitemap.xml").write_bytes(sitemap(self.stock, self.edition.setting))
        if self.alone:
            root = Path(config.config_file_path).parent
            print_language(self.edition, root, site / PRINTED)
            for language in LANGUAGES[1:]:
                other = edition(self.stock, language, self.edition.setting)
                print_language(other, root, site / PRINTED)
                build_half(Half(other, self.stock), Path(config.config_file_path), Path(config.docs_dir), site / ROOTS[language])


def search_index(config: MkDocsConfig, entries: list[dict[str, str]]) -> str:
    """The theme's search index as JSON, or an empty string where the search is off.

    The plugin indexes the HTML of every page; our trees give the same words for less, so it is told to leave the pages out.
    """
    search = config.plugins.get("material/search")
    if search is None:
        return ""
    # Two configurations of one process share the plugin, which keeps the language that it was first given.
    settings = {"lang": [config.theme["language"]]} | {key: search.config[key] for key in ("separator", "pipeline", "fields")}
    return json.dumps({"config": settings, "docs": entries}, ensure_ascii=False, separators=(",", ":"), default=str)


def uri(page: Page) -> str:
    """The name under which MkDocs knows a page."""
    return "index.md" if page.kind == "home" else f"{page.kind}/{page.id}.md"


def contents(ready: Ready) -> TableOfContents:
    """A page's headings of levels 2 and 3 as MkDocs's table of contents."""
    tokens: list[dict[str, Any]] = []
    for level, anchor, text in ready.headings:
        token = {"level": level, "id": anchor, "name": typeset(text, ready.page.spoken), "children": []}
        if level == 2 or (level == 3 and not tokens):
            tokens.append(token)
        elif level == 3:
            tokens[-1]["children"].append(token)
    return get_toc(tokens)


def half_of(config: MkDocsConfig) -> Half:
    """The half that a build is of; where MkDocs runs by itself, the first, made here."""
    if "half" not in config.extra:
        root = Path(config.config_file_path).parent
        dates, why = history.dates(root)
        setting, stock = setting_of(config, dates), take_stock(root)
        first = edition(stock, LANGUAGES[0], setting)
        second = edition(stock, LANGUAGES[1], setting)
        findings = messages.ordered([*undated(why), *stock.findings, *first.findings(), *second.findings()])
        report(findings)
        config.extra["half"] = Half(first, stock, alone=True)
    return config.extra["half"]


def undated(why: str) -> list[Finding]:
    """The remark that pages carry no dates, where there is a reason why not."""
    return [Finding("no-dates", Location("."), {"found": why})] if why else []


def report(findings: list[Finding]) -> None:
    """Tell MkDocs's log of findings, and stop the build at a fault."""
    for finding in findings:
        log.log(logging.ERROR if messages.is_fault(finding) else logging.INFO, messages.line(finding, "en"))
    if any(map(messages.is_fault, findings)):
        raise Abort(messages.summary(findings, "en"))


def edition(stock: Stock, language: str, setting: Setting, shelf: Shelf | None = None) -> Edition:
    """One language of a stock; a shelf carries what was read from one edition to the next."""
    return Edition(stock.library, stock.addresses, language, stock.matching, setting, shelf)


def setting_of(config: MkDocsConfig, dates: dict[str, Any]) -> Setting:
    """What mkdocs.yml says of the site's address and its repository."""
    edit = f"{config.repo_url.rstrip('/')}/{(config.edit_uri or '').lstrip('/')}" if config.repo_url and config.edit_uri else ""
    return Setting((config.site_url or "/").rstrip("/") + "/", edit, dates)


def sitemap(stock: Stock, setting: Setting) -> bytes:
    """The whole site's sitemap with its alternates (https://www.sitemaps.org/protocol.html); MkDocs's own knows one language."""
    top = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": "http://www.w3.org/1999/xhtml"})
    for language in LANGUAGES:
        for entry in edition(stock, language, setting).sitemap_entries():
            url = SubElement(top, "url")
            SubElement(url, "loc").text = entry["url"]
            if entry["date"]:
                SubElement(url, "lastmod").text = entry["date"].isoformat()
            for code, address in entry["alternates"]:
                SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": code, "href": address})
    indent(top)
    return tostring(top, encoding="utf-8", xml_declaration=True)


# -- building both ------------------------------------------------------------------------------------------------------


def configuration(root: Path) -> tuple[Path, Path]:
    """The mkdocs.yml that a project builds with, its own or else the house's, and its docs folder."""
    own = root / "mkdocs.yml"
    return (own if own.exists() else HOUSE / "mkdocs.yml"), root / "docs"


def build_half(half: Half, config_file: Path, docs: Path, site: Path) -> None:
    """Build one language into `site` with MkDocs."""
    config = load_config(str(config_file), docs_dir=str(docs), site_dir=str(site))
    config.extra["half"] = half
    mkdocs_build(config)


def build_site(root: Path, site: Path, log: history.Dates) -> list[Finding]:
    """Build the whole site into the folder `site`, all languages at once. With a fault among the findings, nothing there is whole."""
    config_file, docs = configuration(root)
    dates, why = log
    setting = setting_of(load_config(str(config_file), docs_dir=str(docs)), dates)
    stock = take_stock(root)
    findings = list(stock.findings)
    findings += undated(why)
    printed = site.with_name(f"{site.name}-{PRINTED}")
    pieces = [(stock, language, setting, config_file, docs, printed, site.with_name(f"{site.name}-{language}")) for language in LANGUAGES]
    used: set[str] = set()
    for found, uses in in_parallel(build_language, pieces):
        findings += found
        used |= uses
    findings += unused(stock.library, used)
    if not any(map(messages.is_fault, findings)):
        first, *others = pieces
        first[-1].rename(site)
        for piece in others:
            piece[-1].rename(site / ROOTS[piece[1]])
        printed.rename(site / PRINTED)
    return messages.ordered(findings)


def build_language(
    stock: Stock, language: str, setting: Setting, config_file: Path, docs: Path, printed: Path, site: Path,
) -> tuple[list[Finding], set[str]]:
    """Read one language, then print and build it where nothing is at fault; its findings and the concepts that it uses."""
    made = edition(stock, language, setting)
    findings = made.findings()
    if not any(map(messages.is_fault, [*stock.findings, *findings])):
        findings += print_language(made, stock.library.root, printed)
        build_half(Half(made, stock), config_file, docs, site)
    return findings, made.used()


def print_language(made: Edition, root: Path, folder: Path) -> list[Finding]:
    """Put one language's documents into the folder of printed ones; the remarks on them."""
    return press.publish(composing.documents(made), root, folder / made.language, root / CACHE / "print" / made.language)


def print_chosen(root: Path, language: str, booklet: str, keys: list[tuple[str, str]], output: Path) -> list[Finding]:
    """Print a configured booklet, or the entries of `keys`, into one file. KeyError where there is none of that name."""
    config_file, docs = configuration(root)
    stock = take_stock(root)
    if booklet and booklet not in stock.library.booklets:
        raise KeyError(booklet)
    for key in keys:
        if not stock.addresses.has(*key):
            raise KeyError(key[1])
    dates, why = history.dates(root)
    made = edition(stock, language, setting_of(load_config(str(config_file), docs_dir=str(docs)), dates))
    findings = messages.ordered([*stock.findings, *made.findings(), *undated(why)])
    if not any(map(messages.is_fault, findings)):
        document = composing.configured(made, booklet) if booklet else composing.chosen(made, keys, output.name)
        findings += press.write(document, root, output)
    return findings


def check_language(stock: Stock, language: str) -> tuple[list[Finding], set[str]]:
    made = edition(stock, language, Setting(""))
    return made.findings(), made.used()


def check_project(root: Path) -> list[Finding]:
    """Every finding of a project, without building it."""
    stock = take_stock(root)
    findings, used = list(stock.findings), set()
    for found, uses in in_parallel(check_language, [(stock, language) for language in LANGUAGES]):
        findings += found
        used |= uses
    return messages.ordered([*findings, *unused(stock.library, used)])


def in_parallel(work: Any, pieces: list[tuple[Any, ...]]) -> list[Any]:
    """The results of `work` for each piece, the first here and each other in a process of its own.

    Raises RuntimeError where another process ended without a result; what it had to say went to the terminal.
    """
    context = multiprocessing.get_context()
    others: list[tuple[Any, Any]] = []
    try:
        for piece in pieces[1:]:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(sender, work, piece))
            others.append((process, receiver))
            process.start()
            sender.close()
        results = [work(*pieces[0])]
        for process, receiver in others:
            try:
                results.append(receiver.recv())
            except EOFError:
                raise RuntimeError("a build process ended without a result") from None
            process.join()
        return results
    finally:
        for process, _ in others:
            if process.is_alive():
                process.terminate()
                process.join()


def _send(sender: Any, work: Any, piece: tuple[Any, ...]) -> None:
    sender.send(work(*piece))
    sender.close()

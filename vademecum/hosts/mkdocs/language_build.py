"""One language of the site in MkDocs's terms: its configuration, pages, search and sitemap."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents, get_toc

from vademecum.exports import files
from vademecum.exports.search import SearchPage
from vademecum.exports.sitemap import sitemap
from vademecum.exports.tools import downloads
from vademecum.files import write_all
from vademecum.hosts import epub, forms, rendering
from vademecum.hosts.bundles import Bundles
from vademecum.hosts.search_index import FOLDER, SearchIndex
from vademecum.language.languages import LANGUAGES
from vademecum.language.typography import typeset
from vademecum.language.words import words
from vademecum.pages.common.addresses import ROOTS
from vademecum.pages.common.page import Page
from vademecum.pages.edition import Edition
from vademecum.pages.handbook.forms import LATER
from vademecum.pages.project import Project, edition
from vademecum.print.printing import documents_of

# Data of figures and booklets, and what the fonts are for paper; a template that we took over.
NOT_SERVED = (".ttf", ".yml", "coverage.txt", "README.md", "sitemap.xml")
FIRST = "assets/scripts/palette.js"  # read before anything is shown
KEPT = "kept.js"  # for pages with fields alone
# The search's modules, each after those it takes from (theme/partials/search.html names them so).
SEARCH = ("search-words.js", "search-engine.js", "search-hit.js", "search.js")


class LanguageBuild:
    """One language of the site.

    `printed` is the folder of printed documents, where it is made already; `others` are the editions that
    MkDocs, running by itself, has to build after this one.
    """

    def __init__(
        self,
        edition: Edition,
        project: Project,
        printed: Path | None = None,
        others: Sequence[Edition] = (),
    ) -> None:
        self.edition, self.project, self.printed, self.others = edition, project, printed, others
        self.language = edition.language
        self.search: list[SearchPage] = []
        self.index: SearchIndex | None = None
        self.bundles = Bundles({})

    @functools.cached_property
    def epub(self) -> bytes:
        """The whole book of this language."""
        return epub.book(self.edition)

    def configure(self, config: MkDocsConfig) -> None:
        """Set what differs between languages, and take from MkDocs what is ours, such as Markdown.

        Its navigation knows the home page alone: one of all pages would be made for nothing.
        """
        site_words = words(self.language)["site"]
        config.theme["language"] = self.language
        # Nothing of the theme that ours extends is used: looking through its thousands of icons takes time.
        config.theme.dirs = [config.theme.custom_dir] if config.theme.custom_dir else config.theme.dirs
        config.theme.static_templates.discard("sitemap.xml")
        config.site_url = self.edition.setting.site + ROOTS[self.language]
        config.site_description = typeset(site_words["tagline"], self.language)
        config.copyright = typeset(site_words["licence"], self.language)
        config.markdown_extensions, config.mdx_configs = [], {}
        config.nav = ["index.md"]

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """The pictures, a file made in memory for each page and, for the language at the site's root, what
        pages load: all languages share it, and nothing of the theme that ours extends is among it. What else
        lies in docs/, such as an editor's copies, is nobody's to read.
        """
        known = self.project.library.pictures
        pictures = [
            file for file in files if file.src_dir == config.docs_dir and f"docs/{file.src_uri}" in known
        ]
        own = [file for file in files if file.src_dir == config.theme.custom_dir]
        self.bundle(own, config)
        pages = (self.file(page, config) for page in self.edition.pages)
        loaded = [] if ROOTS[self.language] else self.loaded(own, config)
        return Files([*pictures, *loaded, *pages, *self.downloads(config)])

    def bundle(self, own: Iterable[File], config: MkDocsConfig) -> None:
        """Put together what every page loads, and what some pages load beside it."""
        self.bundles = Bundles({file.src_uri: Path(file.abs_src_path or "") for file in own})
        self.bundles.add("styles", config.extra_css, "site")
        self.bundles.add("scripts", map(str, config.extra_javascript), "site")
        self.bundles.add("scripts", [FIRST])
        self.bundles.add("scripts", SEARCH, "search")
        self.bundles.add("scripts", LATER, "form-rules")
        self.bundles.add("scripts", [KEPT])
        for page in self.edition.pages:
            self.bundles.add("styles", page.styles)
            self.bundles.add("scripts", page.scripts)

    def loaded(self, own: Iterable[File], config: MkDocsConfig) -> Iterator[File]:
        """The bundles, and the files of our theme that are in none."""
        inside = self.bundles.inside()
        for file in own:
            if file.src_uri not in inside and not file.src_uri.endswith(NOT_SERVED):
                yield file
        for bundle in self.bundles.made.values():
            yield File.generated(config, bundle.path, content=bundle.content)

    def downloads(self, config: MkDocsConfig) -> Iterator[File]:
        """The files that pages offer, made in memory."""
        for page in self.edition.pages:
            for one in downloads(self.edition, page):
                yield File.generated(config, one.file, content=one.content)

    def file(self, page: Page, config: MkDocsConfig) -> File:
        file = File.generated(config, uri(page), content="")
        file.dest_uri = page.address + "index.html"
        ReadyPage(typeset(page.title, page.spoken), file, config)  # which makes itself the file's page
        return file

    def begin_search(self) -> None:
        """Have the search begun of the pages that are rendered: of all in a build, of none in a preview."""
        self.index = SearchIndex(self.search, self.language) if self.search else None

    def finish(self, config: MkDocsConfig) -> None:
        """Write the search's files and what is no page; at the root, the sitemap."""
        site = Path(config.site_dir)
        made = files.files(self.edition) | forms.files(self.edition)
        write_all(site, ((name, make()) for name, make in made.items()))
        if self.edition.setting.prints:
            book = site / epub.file_of(self.edition)
            book.parent.mkdir(exist_ok=True)
            book.write_bytes(self.epub)
        index = self.index or SearchIndex(self.search, self.language)
        write_all(site / FOLDER, index.files().items())
        if self.language == LANGUAGES[0]:
            setting, cache = self.edition.setting, self.edition.cache
            every = [edition(self.project, language, setting, cache) for language in LANGUAGES]
            (site / "sitemap.xml").write_bytes(sitemap(every))


class ReadyPage(MkDocsPage):
    """A page that MkDocs neither reads nor parses: the edition that the build is of has it ready."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to parse."""
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML and contents; what the template needs is kept as `view`."""
        build = language_build_in(config)
        ours = build.edition.by_address[self.file.dest_uri.removesuffix("index.html")]
        rendered = rendering.render(build.edition, ours)
        build.search += [rendered.search] if rendered.search else []
        self.content, self.toc = rendered.html, contents(rendered)
        self.view = rendered.view | {"prints": documents_of(build.edition, ours, build.printed)}
        if epub.is_offered(build.edition, ours):
            self.view["downloads"] = [*self.view["downloads"], epub.offer(build.edition, ours, build.epub)]
        self.present_anchor_ids, self.links_to_anchors = set(), {}


def language_build_in(config: MkDocsConfig) -> LanguageBuild:
    """The language build that a configuration builds."""
    build: LanguageBuild = config.extra["language_build"]
    return build


def uri(page: Page) -> str:
    """The name under which MkDocs knows a page."""
    return "index.md" if page.kind == "home" else f"{page.kind}/{page.id}.md"


def contents(rendered: rendering.RenderedPage) -> TableOfContents:
    """A page's headings of levels 2 and 3 as MkDocs's table of contents."""
    tokens: list[Any] = []  # MkDocs keeps the name of their type to itself
    for heading in rendered.headings:
        token = {"level": heading.level, "id": heading.anchor, "name": heading.words, "children": []}
        if heading.level == 2 or (heading.level == 3 and not tokens):
            tokens.append(token)
        elif heading.level == 3:
            tokens[-1]["children"].append(token)
    return get_toc(tokens)

"""One language of a preview in MkDocs's terms: a page made from an edition when it is asked for."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.structure.nav import get_navigation

from vademecum.exports import files
from vademecum.exports.tools import downloads
from vademecum.hosts import epub, forms, rendering, search_index
from vademecum.hosts.mkdocs import engine, language_build
from vademecum.pages.edition import Edition
from vademecum.pages.project import Project


class PreviewPages:
    """MkDocs's objects for one language.

    What a save does not change (theme, templates) is made once.
    """

    def __init__(self, root: Path, language: str, config_file: Path) -> None:
        self.language = language
        self.config = engine.configuration(config_file, root / "docs")
        self.shown: Edition | None = None
        self.indexed: Edition | None = None
        self.search: dict[str, bytes] = {}

    def show(self, edition: Edition, project: Project) -> None:
        """Take an edition as the one to make pages of."""
        if edition is self.shown:
            return
        self.build = language_build.LanguageBuild(edition, project)
        self.config.extra["language_build"] = self.build
        if self.shown is None:
            self.config = self.config.plugins.on_config(self.config)
            self.env = self.config.theme.get_env()
            self.theme = Files([])
            self.theme.add_files_from_theme(self.env, self.config)
            self.env = self.config.plugins.on_env(self.env, config=self.config, files=self.theme)
            self.env.auto_reload = True
            self.navigate()
        else:
            self.build.configure(self.config)
        self.shown = edition

    def navigate(self) -> None:
        """Make MkDocs's navigation, which knows the home page alone."""
        home = Files([self.build.file(self.build.edition.by_address[""], self.config)])
        set_exclusions(home, self.config)
        self.nav = self.config.plugins.on_nav(
            get_navigation(home, self.config), config=self.config, files=home
        )

    def page(self, address: str) -> str | None:
        """The whole HTML of the page at an address below this language's root; none where there is none."""
        ours = self.build.edition.by_address.get(address)
        if ours is None:
            return None
        page = self.build.file(ours, self.config).page
        assert page  # every file that we make has its page from the start
        page.read_source(self.config)
        page.render(self.config, self.theme)
        page.active = True
        try:
            context = get_context(self.nav, self.theme, self.config, page)
            context = self.config.plugins.on_page_context(
                context, page=page, config=self.config, nav=self.nav
            )
            return self.config.plugins.on_post_page(
                self.env.get_template("main.html").render(context), page=page, config=self.config
            )
        finally:
            page.active = False

    def other(self, file: str) -> bytes | None:
        """A file that is no page, such as one that sends readers on; none where there is none."""
        make = (files.files(self.build.edition) | forms.files(self.build.edition)).get(file)
        return make() if make else None

    def download(self, file: str) -> bytes | None:
        """A file that a page offers, by its path below this language's root; none where none does."""
        if file == epub.file_of(self.build.edition):
            return self.build.epub
        page = self.build.edition.by_address.get(f"{file.rpartition('/')[0]}/")
        edition = self.build.edition
        offered = downloads(edition, page) if page else []
        return next((one.content for one in offered if one.file == file), None)

    def missing(self) -> str:
        """The error page."""
        context = get_context(
            self.nav, self.theme, self.config, base_url=urlsplit(self.config.site_url or "/").path
        )
        context = self.config.plugins.on_template_context(
            context, template_name="404.html", config=self.config
        )
        return self.env.get_template("404.html").render(context)

    def searched(self, path: str) -> bytes | None:
        """A file of the search, made of the edition as it is when a reader begins to search."""
        edition = self.build.edition
        if path == search_index.ENTRY and self.indexed is not edition:
            pages = (rendering.render(edition, page).search for page in edition.pages)
            self.search = search_index.search_index(filter(None, pages), self.language)
            self.indexed = edition
        return self.search.get(path)

    def asset(self, path: str) -> Path | None:
        """A file of the theme or a picture of the project, by its path below the root."""
        if f"docs/{path}" in self.build.project.library.pictures:
            return Path(self.config.docs_dir, path)
        file = self.theme.src_uris.get(path)
        return Path(file.abs_src_path) if file and file.abs_src_path else None

"""What MkDocs calls: each hook takes what it needs from MkDocs's objects, asks, and stores the answer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

# In a checkout the package stands beside this folder, whichever another one is installed.
if (house := Path(__file__).resolve().parents[1] / "vademecum").is_dir():
    sys.path.insert(0, str(house.parent))

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from vademecum.hosts.mkdocs import engine, templates
from vademecum.hosts.mkdocs.language_build import ReadyPage
from vademecum.hosts.view import common


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the configuration its language before the theme reads it."""
    build = engine.language_build_of(config)
    build.configure(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The edition's pages instead of the Markdown in docs/."""
    return engine.language_build_of(config).files(files, config)


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
    """Escape what any template prints, which MkDocs does not do.

    A build's templates do not change under it, so that nobody needs to ask the disk whether they did. Every
    page is rendered by now, and none written: the search is made meanwhile.
    """
    env.autoescape = True
    env.auto_reload = False
    env.trim_blocks = env.lstrip_blocks = True  # the lines of a template's own marks are not sent
    build = engine.language_build_of(config)
    templates.add_to(env, build)
    build.begin_search()
    return env


def on_page_context(context: dict[str, Any], page: ReadyPage, **_: Any) -> dict[str, Any]:
    """What the theme's templates read: `vm`, and the page's own HTML, which alone is not escaped again."""
    page.content = Markup(page.content)
    return context | {"vm": page.view}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The error page, which stands nowhere, gets the words of its language."""
    return context | {"vm": common(engine.language_build_of(config).edition)}


def on_post_build(config: MkDocsConfig) -> None:
    """Write search and sitemap, which are ours; then the other language, if MkDocs runs by itself."""
    engine.language_build_of(config).finish(config)
    engine.build_others(config)

"""What templates can call beside MkDocs's own filters."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context


def add_to(env: Environment) -> None:
    """Give an environment `once(name, make)`, which keeps what `make` writes for all pages of a folder.

    It is for blocks of the base template whose words are the same on every page: only the way to the site's
    root differs, and with it nothing but by depth and first folder. Where templates are read again when they
    change, as in a preview, nothing is kept.
    """
    kept: dict[tuple[str, str, str], str] = {}

    @pass_context
    def once(context: Context, name: str, make: Callable[[], str]) -> str:
        page = context.get("page")
        key = (name, context["base_url"], page.url.partition("/")[0] if page else "")
        if key not in kept or context.environment.auto_reload:
            kept[key] = make()
        return kept[key]

    env.globals["once"] = once
    # Data in a page keep the order that they were given in.
    env.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}

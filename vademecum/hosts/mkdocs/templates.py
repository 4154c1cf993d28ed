"""What templates can call beside MkDocs's own filters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context

from vademecum.hosts.bundles import Kind
from vademecum.hosts.mkdocs.language_build import LanguageBuild
from vademecum.hosts.policy import IN_A_PAGE
from vademecum.language.regex import regex
from vademecum.pages.common.addresses import ROOTS

INDENT = regex(r"^[ ]+", re.MULTILINE)


class Unindented(Extension):
    """Leaves out what indents a template's lines, which readers would load with every page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template's text as Jinja reads it; what is put into it later stays as it is."""
        return INDENT.sub("", source)


def add_to(env: Environment, build: LanguageBuild) -> None:
    """Give an environment `asset(path)`, the way to a file that all languages share, and `loaded(kind,
    names)`, the ways to what a page loads for these style sheets or scripts; and `policy`.
    """
    up = "../" * ROOTS[build.language].count("/")

    @pass_context
    def asset(context: Context, path: str) -> str:
        base = str(context["base_url"])
        return f"{'' if base == '.' else base.rstrip('/') + '/'}{up}{path}"

    @functools.cache  # most pages load the same
    def paths(kind: Kind, names: tuple[str, ...]) -> list[str]:
        return build.bundles.paths(kind, names)

    @pass_context
    def loaded(context: Context, kind: Kind, names: Iterable[object]) -> list[str]:
        return [asset(context, path) for path in paths(kind, tuple(map(str, names)))]

    env.add_extension(Unindented)
    env.getattr = functools.partial(_part, env)  # type: ignore[method-assign]
    env.globals |= {"asset": asset, "loaded": loaded, "policy": IN_A_PAGE}
    # Data in a page keep the order that they were given in.
    env.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False, "separators": (",", ":")}


def _part(env: Environment, whole: Any, name: str) -> Any:
    """What a template means by `whole.name`. Nearly always it is a value of a dictionary, which Jinja asks
    for only after an attribute was missed: an exception each time took a third of the time of templates.
    """
    if type(whole) is dict and name in whole:
        return whole[name]
    return Environment.getattr(env, whole, name)

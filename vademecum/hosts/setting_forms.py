"""Settings of MkDocs's own that it would refuse to build with: an address without its beginning, a word for
yes or no, a tag that it does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from vademecum.hosts import settings
from vademecum.hosts.legal import place_of
from vademecum.language.regex import regex
from vademecum.model import Finding, Location
from vademecum.sources.meant.addresses_meant import address_meant

TEXTS = (
    *("site_description", "site_author", "copyright", "repo_name", "edit_uri", "edit_uri_template"),
    *("remote_branch", "remote_name"),
)
SWITCHES = ("use_directory_urls", "strict")
LISTS = ("extra_css", "extra_javascript", "extra_templates", "hooks", "watch")
LEVELS = ("warn", "info", "ignore", "relative_to_docs")  # what MkDocs is to do about what it finds
TAGS = ("ENV", "relative")
SERVED = regex(r".+:\d{1,5}")
# Whether a value is of the form that MkDocs asks for, and one that is.
Form = tuple[Callable[[Any], bool], str]
FORMS: dict[str, Form] = {
    "repo_url": (lambda value: settings.is_whole(str(value)), "https://git.example.org/handbook"),
    "dev_addr": (lambda value: SERVED.fullmatch(str(value)) is not None, "127.0.0.1:8000"),
    **dict.fromkeys(SWITCHES, (lambda value: isinstance(value, bool), "true")),
    **dict.fromkeys(TEXTS, (lambda value: isinstance(value, str), '"…"')),
    **dict.fromkeys(LISTS, (lambda value: isinstance(value, list), "[…]")),
}


def refused(text: str, name: str) -> Iterator[Finding]:
    """The values in the text of a mkdocs.yml, which can be read, that MkDocs takes none such of."""
    given = _given(text)
    values = {key: value for key, value in settings.values_of(text).items() if key not in given}
    for key, (is_right, example) in FORMS.items():
        value = values.get(key)
        if value is not None and value != "" and not is_right(value):
            near = (address_meant(str(value)) if key == "repo_url" else "") or example
            yield _refused(name, place_of(text, key), f"{key}: {value}", f"{key}: {near}")
    for way, level in _levels(values.get("validation"), ("validation",)):
        yield _refused(name, place_of(text, *way), f"{way[-1]}: {level}", f"{way[-1]}: warn")
    for token in yaml.scan(text):
        if isinstance(token, yaml.TagToken) and token.value[0] == "!" and token.value[1] not in TAGS:
            mark = token.start_mark
            yield _refused(name, (mark.line + 1, mark.column + 1), f"!{token.value[1]}", "!ENV")


def _given(text: str) -> set[str]:
    """The keys whose values the environment may give, which MkDocs reads as YAML and we as text."""
    node = yaml.compose(text, yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {name.value for name, value in pairs if value.tag == "!ENV"}


def _levels(value: Any, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What stands for a level and is none, below `validation`; the way to it."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _levels(inside, (*way, str(key)))
    elif value is not None and value not in LEVELS:
        yield way, value


def _refused(name: str, place: tuple[int, int], found: str, near: str) -> Finding:
    return Finding("setting-refused", Location(name, *place), {"found": found[:90], "nearest": near})

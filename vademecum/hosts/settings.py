"""What mkdocs.yml says of where a site lives, read without MkDocs."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from vademecum import house
from vademecum.hosts.trouble import Trouble
from vademecum.pages.common.setting import Setting

VARIABLES = (
    *("SITE_URL", "REPO_URL", "POLICY_TAG", "CONTACT", "FORGE"),
    *("PUBLISHER", "PUBLISHER_ADDRESS", "DIRECTOR", "HOST_OF_SITE"),
)  # what the house's settings ask the environment for
PUBLISHER = ("publisher", "publisher_address", "director", "host")  # what a legal notice must say
OURS = ("forge", "contact", *PUBLISHER)  # below `extra`
# Where each kind of forge takes a new file, and where it lets one be edited; the path or folder comes after.
FORGES = {"github": ("new/main/", "edit/main/"), "gitlab": ("-/new/main/", "-/edit/main/")}
RESERVED = (".example", ".example.com", ".example.org", ".test", ".invalid", ".localhost")  # RFC 2606


@dataclass(frozen=True)
class Settings:
    """Keys of mkdocs.yml: three that MkDocs documents, and below `extra` where proposals go, who publishes.

    Each may be empty.
    """

    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    forge: str = ""
    contact: str = ""
    publisher: str = ""
    publisher_address: str = ""
    director: str = ""
    host: str = ""

    def setting(self, dates: Mapping[str, datetime.date], prints: bool = True) -> Setting:
        """What an edition is made for."""
        edit = f"{self.repo_url.rstrip('/')}/{self.edit_uri.lstrip('/')}"
        if not (self.repo_url and self.edit_uri):
            edit = ""
        site = (self.site_url or "/").rstrip("/") + "/"
        legal = {key: getattr(self, key) for key in PUBLISHER}
        return Setting(site, edit, dates, prints, self.repo_url, self.forge, self.contact, legal)

    @property
    def unsaid(self) -> list[str]:
        """What a legal notice must say and nobody has filled in."""
        return [key for key in PUBLISHER if not getattr(self, key)]

    @property
    def is_nowhere(self) -> bool:
        """Whether the site's address is one of those that nobody can have."""
        host = urlsplit(self.site_url).hostname or ""
        return not host or f".{host}".endswith(RESERVED)


HEIRS = 10  # settings that one may inherit from, one after another


def file_of(root: Path, house_settings: bool = False) -> Path:
    """The mkdocs.yml to build a project with: its own, if there is one that is trusted, else the house's."""
    own = root / house.SETTINGS.name
    return own if own.exists() and not house_settings else house.SETTINGS


def read(file: Path, inheriting: int = 0) -> Settings:
    """Read the settings of a mkdocs.yml. Raises Trouble where it cannot be read or its address is none.

    `inheriting` is how many others it is inherited by.
    """
    if not file.is_file() or inheriting > HEIRS:
        raise Trouble("settings", file=file, reason="INHERIT" if inheriting else "?")
    try:
        values = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Trouble("settings", file=file, reason=" ".join(str(error).split())) from None
    if not isinstance(values, dict):
        raise Trouble("settings", file=file, reason="key: value")
    if inherited := values.get("INHERIT"):
        values = vars(read(file.parent / str(inherited), inheriting + 1)) | values
    extra = values.get("extra")
    values |= {key: extra[key] for key in OURS if key in extra} if isinstance(extra, dict) else {}
    settings = Settings(**{key: str(values.get(key) or "") for key in Settings.__dataclass_fields__})
    address = settings.site_url
    if address and not (is_whole(address) and bare(address) == address):
        raise Trouble("site_url", file=file, found=address)
    return settings


def values_of(text: str) -> dict[str, Any]:
    """What stands in the text of a mkdocs.yml that can be read, by its keys."""
    values = yaml.load(text, _Loader)
    return values if isinstance(values, dict) else {}


def extra_of(text: str) -> dict[str, Any]:
    """What stands below `extra` in the same."""
    extra = values_of(text).get("extra")
    return extra if isinstance(extra, dict) else {}


def is_whole(address: str) -> bool:
    """Whether an address is one of the web, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def bare(address: str) -> str:
    """An address without a question or a place in its page, below which no page has one of its own."""
    return address.partition("#")[0].partition("?")[0]


class _Loader(yaml.SafeLoader):
    """YAML in which `!ENV` asks the environment and other tags, which name things of Python, are nothing."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """`!ENV NAME`, or `!ENV [NAME, OTHER, default]`: the first variable that is set, else the default."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node) or [None]
    else:
        names, default = [str(node.value)], None
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda *_: None)

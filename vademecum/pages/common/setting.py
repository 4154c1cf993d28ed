"""What an edition is made for: where its site lives, where proposals go, what is printed and drawn."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Setting:
    """What an edition is made for. `site` is the site's absolute address, `edit` the address that a source's
    path is added to.

    `prints` says whether its documents are printed too, `draws` whether pages get their maps and graphs,
    which a check has no use for. `repository`, `forge` (a key of the forges that the
    form knows) and `contact`, a mail address, are where proposals go; `legal` is what the legal notice says
    of its publisher and host. Each may be empty.
    """

    site: str
    edit: str = ""
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    prints: bool = True
    repository: str = ""
    forge: str = ""
    contact: str = ""
    legal: Mapping[str, str] = field(default_factory=dict)
    draws: bool = True

"""The project as a preview read it at one time."""

from __future__ import annotations

from pathlib import Path

from vademecum.checks import messages
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import edition, read_project
from vademecum.sources.cache import Cache


class Snapshot:
    """The project as it was when it was last read, its editions made when they are asked for."""

    def __init__(self, root: Path, setting: Setting, cache: Cache) -> None:
        self.project = read_project(root, cache)
        self.faults = [finding for finding in self.project.findings if messages.is_fault(finding)]
        self._setting, self._cache = setting, cache
        self._editions: dict[str, Edition] = {}

    def edition(self, language: str) -> Edition:
        if language not in self._editions:
            self._editions[language] = edition(self.project, language, self._setting, self._cache)
        return self._editions[language]

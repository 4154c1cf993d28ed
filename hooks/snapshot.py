"""The project as a preview read it at one time."""

from __future__ import annotations

from pathlib import Path

import engine
from vademecum import messages
from vademecum.edition import Edition, Setting, take_stock
from vademecum.shelf import Shelf


class Snapshot:
    """The project as it was when it was last read, its editions made when they are asked for."""

    def __init__(self, root: Path, setting: Setting, shelf: Shelf) -> None:
        self.stock = take_stock(root, shelf)
        self.faults = [finding for finding in self.stock.findings if messages.is_fault(finding)]
        self._setting, self._shelf = setting, shelf
        self._editions: dict[str, Edition] = {}

    def edition(self, language: str) -> Edition:
        if language not in self._editions:
            self._editions[language] = engine.edition(self.stock, language, self._setting, self._shelf)
        return self._editions[language]

"""Saves below a project's folder, told to whoever waits for them; knows no engine."""

from __future__ import annotations

import contextlib
import os
import posixpath
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from vademecum.hosts.publishing import INPUTS

WATCHED = ("created", "deleted", "modified", "moved")
PAUSE = 0.2  # seconds without a save after which an editor's program has written all


class Touched(Protocol):
    """What is told of saves."""

    def touch(self) -> None:
        """Something was saved."""


class Watcher(FileSystemEventHandler):
    """Tells the state of every save; what editors' programs write beside a file does not count."""

    def __init__(self, state: Touched) -> None:
        self.state = state

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = posixpath.basename(os.fsdecode(event.dest_path or event.src_path))
        if (
            event.event_type in WATCHED
            and not event.is_directory
            and not name.startswith(".")
            and not name.endswith(("~", ".swp", ".tmp"))
        ):
            self.state.touch()


class Folders(Watcher):
    """Watches a folder, and those of its folders that a site is made from, also when they are made anew."""

    def __init__(self, state: Touched, observer: BaseObserver, base: Path) -> None:
        super().__init__(state)
        # A folder that is made while its watch begins is put on the list twice, and watched once: as an error
        # it would end the library's thread, and as a line it says nothing to whoever writes.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        self.observer, self.base = observer, base
        self.watches: dict[str, ObservedWatch] = {}
        observer.schedule(self, str(base), recursive=False)
        for name in INPUTS:
            self.watch(name)

    def watch(self, name: str) -> None:
        """Watch a folder of the base, if it is there: a watch of the one before sees nothing of it."""
        if name in self.watches:
            with contextlib.suppress(KeyError, OSError):
                self.observer.unschedule(self.watches.pop(name))
        with contextlib.suppress(OSError):
            if (self.base / name).is_dir():
                handler = Watcher(self.state)
                self.watches[name] = self.observer.schedule(handler, str(self.base / name), recursive=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        super().on_any_event(event)
        path = Path(os.fsdecode(event.dest_path or event.src_path))
        if event.is_directory and path.parent == self.base and path.name in INPUTS:
            if event.event_type in ("created", "moved"):
                self.watch(path.name)
            if event.event_type in ("created", "deleted", "moved"):
                self.state.touch()


class _Saves:
    """Saves that nobody has asked for yet."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def touch(self) -> None:
        self.event.set()


def saves(root: Path) -> Iterator[None]:
    """At once, and then after every save below a project's folder, several in a row as one. Never ends."""
    waiting, observer = _Saves(), Observer()
    Folders(waiting, observer, root)
    observer.daemon = True
    observer.start()
    while True:
        yield
        waiting.event.wait()
        while waiting.event.is_set():
            waiting.event.clear()
            waiting.event.wait(PAUSE)

"""The notes of a printed page: each stands on paper once, where it is called first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vademecum.document import tree
from vademecum.document.tree import Blocks
from vademecum.print.data import Block, Run, begun


class Notes:
    """The notes of the page `key`, whose blocks `write` turns into data."""

    def __init__(self, key: str, notes: Iterable[tree.Note], write: Callable[[Blocks], list[Block]]) -> None:
        self.key, self.write = key, write
        self.notes = {note.key: note for note in notes}
        self.noted: dict[str, str] = {}  # note -> what another call of it leads to, once it stands on paper
        self.lettered: dict[str, str] | None = None  # in a note: the notes that it calls, with their letters

    @property
    def inside(self) -> bool:
        """Whether a note is being written."""
        return self.lettered is not None

    def call(self, key: str) -> Iterator[Run]:
        """The call of a note: the note itself where it is the first.

        Notes that a note calls stand in it, under letters: notes under notes have no end.
        """
        if key in self.noted:
            if self.lettered is None or key not in self.lettered:
                yield {"run": "again", "to": self.noted[key]}
        elif self.lettered is None:
            id_ = self.noted[key] = f"{self.key}^{len(self.noted) + 1}"
            yield {"run": "note", "id": id_, "body": self._note(key)}
        else:
            letter = self.lettered.setdefault(key, _letter(len(self.lettered)))
            yield {"run": "letter", "text": letter}

    def _note(self, key: str) -> list[Block]:
        """A note's text, then those of the notes that it calls, and that these call."""
        self.lettered = {key: ""}
        body, done = self.write(self.notes[key].blocks), 1
        while done < len(self.lettered):
            called, letter = list(self.lettered.items())[done]
            text = self.write(self.notes[called].blocks)
            body += begun({"run": "letter", "text": letter}, text)
            done += 1
        self.lettered = None
        return body


def _letter(number: int) -> str:
    """a to z, then aa and so on, from 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters

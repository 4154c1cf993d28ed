"""Keys of a mapping between braces that no colon follows: a comma parted a value, the colon has no space
behind it or is another sign, or what stands between the braces is a list.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from vademecum.model import Finding, Location
from vademecum.sources.meant.indents_meant import kind_at, takes_values
from vademecum.sources.text.braces import EQUALS, REFERENCE, SEMICOLON, TIGHT, as_item, further, parted
from vademecum.sources.text.source_file import Path_, Refused

PAIR = 2
MOST = 90  # letters of what a message shows


class Keyless:
    """What tells of keys without a value, while plain data are built."""

    path: str
    text: str
    findings: list[Finding]
    keys: dict[Path_, tuple[int, int]]
    values: dict[Path_, tuple[int, int]]

    def report(self, code: str, mark: Any, **values: str) -> None:
        raise NotImplementedError

    def skip(self) -> None:
        raise NotImplementedError

    def is_keyless(self, event: Any) -> bool:
        """Whether no colon follows a key: only between braces YAML takes a word for one all the same."""
        end = event.end_mark
        following = self.text[end.index : end.index + 1]
        return following in (",", "}") or (
            following != ":" and self.text[end.index :].lstrip()[:1] in (",", "}")
        )

    def is_slip(self, event: Any, path: Path_, items: dict[str, Any], bare: list[str]) -> bool:
        """Tell of a key without a value: its colon has no space behind it, or a comma parted a value. What is
        none of it is put to those that are `bare`: where all are, they are a list.
        """
        key = str(path[-1])
        if event.style:
            bare.append(key)
            return False
        tight = None if items and REFERENCE.match(key) else TIGHT.fullmatch(key)
        if tight:
            self.report("tight-colon", event.start_mark, found=key, nearest=f"{tight[1]}: {tight[2]}")
            self.skip()
            items[tight[1]] = Refused()
            self.keys[(*path[:-1], tight[1])] = self.keys[path]  # where one of the same name looks for it
            return True
        for code, sign in (("equals-for-colon", EQUALS), ("semicolon-for-colon", SEMICOLON)):
            if (found := sign.fullmatch(key)) and not (sign is SEMICOLON and self.takes(path[:-1])):
                self.skip()
                self.signed(code, event, found, path, items)
                return True
        if len(bare) < len(items):
            self.parted(event, key, path[:-1], items)
            return True
        bare.append(key)
        return False

    def takes(self, path: Path_) -> int:
        """How many values a place wants beside each other, between brackets."""
        return takes_values(self.path, self.text, path)

    def listed(self, path: Path_, items: dict[str, Any]) -> Any:
        """What stands between braces where no value has a key: a list, of which is told where one is wanted;
        where none is, it is told as one.
        """
        parts = [part.strip() for item in items for part in item.split(";")]
        takes = self.takes(path)
        if takes == len(parts) or takes > PAIR:
            near = f"[{', '.join(map(as_item, parts))}]"
            place = Location(self.path, *self.values[path])
            values = {"found": f"{{{', '.join(items)}}}"[:MOST], "nearest": near}
            self.findings.append(Finding("braces-for-brackets", place, values))
            return Refused()
        if len(items) == 1:
            return items
        self.values.update({(*path, n): self.keys[(*path, key)] for n, key in enumerate(items)})
        return list(items)

    def signed(self, code: str, event: Any, found: re.Match[str], path: Path_, items: dict[str, Any]) -> None:
        """Tell of another sign in place of a colon, once for all of one pair of braces."""
        near = f"{found[1]}: {found[2]}"
        told = self.findings[-1] if self.findings else None
        if told and told.code == code and any(isinstance(one, Refused) for one in items.values()):
            said = {"found": f"{told.values['found']}, {found[0]}"}
            values = {**told.values, **said, "nearest": f"{told.values['nearest']}, {near}"}
            self.findings[-1] = replace(told, values=values)
        else:
            self.report(code, event.start_mark, found=found[0], nearest=near)
        items[found[1]] = Refused()
        self.keys[(*path[:-1], found[1])] = self.keys[path]

    def parted(self, event: Any, words: str, around: Path_, items: dict[str, Any]) -> None:
        """Tell of a value that a comma parted, which is refused as a whole; a decimal comma is one."""
        self.skip()
        key, before = next(reversed(items.items()))
        apart = self.text[event.start_mark.index - 1] == " "
        if isinstance(before, Refused):
            self.goes_on(words, apart=apart)
            return
        kind = kind_at(self.path, self.text, (*around, key))
        code, values = parted(key, before, words, apart=apart, kind=kind)
        self.report(code, event.start_mark, **values)
        items[key] = Refused()

    def goes_on(self, words: str, *, apart: bool) -> None:
        """Put what a further comma parted behind what is to be written."""
        told = self.findings[-1] if self.findings else None
        if told and (near := further(told.code, told.values.get("nearest", ""), words, apart=apart)):
            more = {"found": f"{told.values['found']},{words}"} if told.code == "comma-in-number" else {}
            self.findings[-1] = replace(told, values={**told.values, "nearest": near, **more})

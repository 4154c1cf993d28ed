"""What stops a command though no text is at fault: a disk, a setting, another build."""

from __future__ import annotations

import errno
import os

from vademecum.language.words import words

# What the system says -> the word for it in words.yml.
REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "unwritable",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
}


class Trouble(Exception):
    """`code` names a sentence of the group `troubles` in words.yml, `values` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def sentence(self, language: str) -> str:
        """What to tell the reader of `language`."""
        text: str = words(language)["troubles"][self.code]
        return text.format(**self.values)


def system_sentence(error: OSError, language: str) -> str:
    """What to tell of a refusal of the system, such as a full disk, with the file that it is about."""
    reasons = words(language)["troubles"]["reasons"]
    reason = reasons.get(REASONS.get(error.errno or 0, ""), error.strerror or str(error))
    path = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "?"
    return Trouble("system", path=path, reason=reason).sentence(language)

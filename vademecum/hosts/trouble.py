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
    """What to tell of a refusal of the system, with the file that it is about; a full disk is about any."""
    reasons, name = words(language)["troubles"]["reasons"], REASONS.get(error.errno or 0, "")
    reason = reasons.get(name, error.strerror or str(error))
    if name == "full" or not isinstance(error.filename, (str, bytes)):
        return Trouble("system_alone", reason=reason[:1].upper() + reason[1:]).sentence(language)
    return Trouble("system", path=os.fsdecode(error.filename), reason=reason).sentence(language)

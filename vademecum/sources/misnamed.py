"""Names that give no id: the name that was meant, and copies that a system made of a file."""

from __future__ import annotations

import re

from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.language.regex import regex
from vademecum.sources.names import is_device
from vademecum.sources.text import limits

ID = regex(rf"^(?!.{{{limits.NAME + 1}}})[a-z0-9]+(-[a-z0-9]+)*\Z")
OF_LANGUAGE = regex(rf"[._-](?:{'|'.join(LANGUAGES)})\Z")  # which the name of some files ends in
# What systems and people add to the name of a copy.
COPY = regex(
    # A program that keeps a folder on several machines: (conflicted copy 2026-11-27 101010).
    r"[ _]\((?=[^()]{0,80}\b(?:conflict(?:ed)?|conflit)\b)[^()]{1,80}\)\Z"
    r"|(?:[ _]?[-–_][ _]?|[ ])(?:copie|copy)(?:[ _]?\(?\d{1,2}\)?)?\Z|[ _]?\(\d{1,2}\)\Z|[ ]\d{1,2}\Z"
    r"|\A(?:copie de|copy of)[ _]",
    re.IGNORECASE,
)
# Endings that programs write for ours, or hide behind another.
ENDINGS = {
    ".yml": regex(r"\.(?:ya?ml(?:\.txt)?|txt)\Z", re.IGNORECASE),
    ".md": regex(r"\.(?:(?:md|mdown|mkd|markdown)(?:\.txt)?|txt)\Z", re.IGNORECASE),
}


def plain_name(stem: str, ending: str) -> str:
    """The file name nearest to one that gives no id: "Été", ".yml" -> "ete.yml"; "" where there is none."""
    near = slug(stem) if any(map(str.isalnum, stem)) else ""
    return f"{near}{ending}" if ID.match(near) and not is_device(near) else ""


def name_meant(name: str, ending: str) -> str:
    """The name that a file was meant to bear, by its own: without the ending of another program."""
    ends = next((found for one in ENDINGS.values() if (found := one.search(name))), None)
    stem = name[: ends.start()] if ends else name
    return plain_name(OF_LANGUAGE.sub("", stem), ending)


def copied_from(name: str, ending: str) -> str:
    """The name of the file that one with a copy's name was made of; "" for any other."""
    ends = ENDINGS[ending].search(name)
    stem = name[: ends.start()] if ends else ""
    spoken = OF_LANGUAGE.search(stem)  # behind which browsers count: valmont (1).fr.md
    bare = COPY.sub("", stem)
    if bare == stem and spoken:
        bare = COPY.sub("", stem[: spoken.start()]) + spoken[0]
    return f"{bare}{ending}" if bare != stem else ""


def case_name(name: str) -> str:
    """The name of a case's file with the ending that ours have, whichever program wrote another."""
    ends = ENDINGS[".md"].search(name)
    stem = name[: ends.start()] if ends else ""
    return f"{stem}.md" if OF_LANGUAGE.search(stem) else name


def is_id(name: str) -> bool:
    """Whether a name is one for an entry, on every system."""
    return ID.match(name) is not None and not is_device(name)

"""What a link or picture leads to, read from the destination that its author wrote; whether it is there,
others know.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import unquote

from vademecum.document.inlines import ENTRIES, Target
from vademecum.language.regex import regex
from vademecum.model.tools import FOLDER, TOOLS
from vademecum.sources.library import HANDBOOK
from vademecum.sources.meant.suggestions import entry_named

SCHEMES = ("http", "https", "mailto")
DISK = regex(r"[A-Za-z]:[\\/]|file:", re.IGNORECASE)  # of somebody's own machine
DOUBLED = regex(r"[(<\[]+(?=https?://|mailto:|www\.)")  # brackets within those of a link
SCHEME = regex(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SITE = regex(r"(https?://[^\s/?#]+[/?#])([^\r\n]* [^\r\n]*)\Z", re.IGNORECASE)
UNSEEN = regex(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

# A work in the place of an entry; an entry whose kind is in another word, or parted by another sign.
CITED = regex(r"(?:r[eé]f(?:[eé]rence)?|source|citation|work)s?[:;]@?([a-z0-9][\w-]*)", re.IGNORECASE)
KIND = regex(r"([^\W\d_]+)[:;]([a-z0-9-]+)")
# An address without its beginning: www.valmont.example, valmont.fr/bilan, nom@valmont.fr.
BARE = regex(
    r"(?:www\.[\w-]|[\w.+-]+@[\w-]+\.\w|(?:[\w-]+\.)+(?:fr|com|org|net|eu|int|gouv|info|io|edu|uk|ch|be|de|ca)(?:[/?:#]|\Z))",
    re.IGNORECASE,
)


def whole_address(address: str, code: str) -> str:
    """What was meant by an address without its beginning, or by one of a kind that is not there."""
    if code == "scheme":
        cited = CITED.fullmatch(address)
        return f"[@{cited[1]}]" if cited else entry_named(address.replace(";", ":", 1))
    if code == "bracketed-address":
        return address.strip("()<>[]")
    if code != "bare-address":
        return ""
    return f"mailto:{address}" if "@" in address.partition("/")[0] else f"https://{address}"


def target_of(written: str, file: str) -> tuple[Target, str]:
    """What a destination in a file leads to, and the code of what is wrong with it ("" for nothing).

    `concept:id#anchor` and the like name an entry; a relative path names the source file of one; `#anchor` a
    place on the
    same page; an address of http, https or mailto what is outside; a path to no source of an entry stays a
    path.
    """
    address = UNSEEN.sub("", written)
    scheme = SCHEME.match(address)
    if address.startswith("#"):
        return Target("anchor", anchor=unquote(address[1:]), written=written), ""
    if scheme and scheme[1].lower() in ENTRIES:
        id_, _, anchor = address[scheme.end() :].partition("#")
        return Target(scheme[1].lower(), id_, anchor, written), ""
    if scheme and scheme[1].lower() in SCHEMES:
        return Target("outside", _spaced(written) or address, written=written), ""
    if DISK.match(address):
        return Target("nothing", address, written=written), "local-link"
    if DOUBLED.match(address):
        return Target("nothing", address, written=written), "bracketed-address"
    if scheme or address.startswith(("//", "\\")) or _is_entry(address):
        return Target("nothing", address, written=written), "scheme"
    return _path(address, written, file)


def _is_entry(address: str) -> bool:
    """Whether an address that no program knows is meant for an entry, or a work: étude:valmont."""
    kind = KIND.fullmatch(address)
    return kind is not None and bool(CITED.fullmatch(address) or entry_named(f"{kind[1]}:{kind[2]}"))


def _spaced(written: str) -> str:
    """An address of the web with the spaces of its path, as CommonMark has them between < and >."""
    begun = SITE.match(written)
    return UNSEEN.sub("", begun[1] + begun[2].strip(" ").replace(" ", "%20")) if begun else ""


def _path(address: str, written: str, file: str) -> tuple[Target, str]:
    """A relative path to another source file, as an editor's program completes it."""
    if BARE.match(address):
        return Target("nothing", address, written=written), "bare-address"
    path, _, anchor = address.partition("#")
    path = unicodedata.normalize("NFC", unquote(path)).replace("\\", "/")  # as Windows has them
    target = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if path.startswith("/"):
        return Target("nothing", path, written=written), "absolute-path"
    if target.startswith(".."):
        return Target("nothing", path, written=written), "outside-project"
    if key := entry_of(target):
        return Target(*key, anchor, written), ""
    return Target("path", path, anchor, written), ""


def entry_of(path: str) -> tuple[str, str] | None:
    """The entry that a source file holds, by its path from the project's root."""
    stem, ending = posixpath.splitext(path)
    parts = stem.split("/")
    if parts[0] == "lexicon" and ending == ".yml" and len(parts) == 2:
        return "concept", parts[1]
    if path.startswith(FOLDER) and ending == ".yml" and len(parts) == 4 and parts[2] in TOOLS:
        return "tool", parts[3]
    if ending != ".md":
        return None
    if parts[0] == "case_studies" and len(parts) == 2:
        return "case", parts[1].split(".")[0]
    if parts[0] == "docs" and len(parts) == 4 and parts[2] == HANDBOOK:
        return "chapter", parts[3]
    if parts[0] == "docs" and len(parts) == 3:
        return ("index", "home") if parts[2] == "index" else ("page", parts[2])
    return None


def picture_meant(written: str, file: str) -> str:
    """The path of a picture that lies in docs, where what leads there was counted from a chapter's folder."""
    within = re.fullmatch(r"(?:\.\./)+(?:docs/)?(assets/.+)", written)
    return posixpath.relpath(f"docs/{within[1]}", posixpath.dirname(file)) if within else ""


def picture_here(written: str, file: str) -> str:
    """The path that a picture of one's own computer has from a file, once it lies in docs/assets."""
    name = re.split(r"[\\/]", UNSEEN.sub("", written))[-1]
    return posixpath.relpath(f"docs/assets/{name}", posixpath.dirname(file))


def picture_path(written: str, file: str) -> tuple[str, str]:
    """The path of a picture from the project's root ("" for none), and the code of what is wrong with it."""
    src = UNSEEN.sub("", written)
    if DISK.match(src):
        return "", "local-picture"
    if SCHEME.match(src) or src.startswith(("//", "\\")):
        return "", "remote-picture"
    path = unicodedata.normalize("NFC", unquote(written))
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
    if src.startswith("/"):
        return "", "absolute-path"
    if path.startswith(".."):
        return "", "outside-project"
    return path, ""

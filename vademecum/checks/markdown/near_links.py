"""Words that are nearly a link: what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from vademecum.checks.markdown.near_addresses import mails, unlinked
from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.outside import wrong_address
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.checks.words.remains.drafts import is_note
from vademecum.checks.words.remains.placeholders import NOTHING, left_over
from vademecum.document import inlines
from vademecum.document.origin import Origin
from vademecum.language.collation import slug
from vademecum.language.regex import regex
from vademecum.model.fields import ENTRY_KIND, ENTRY_KINDS

_BEGUN = rf"https?://|www\.|(?:{ENTRY_KIND}):"  # how an address begins
WIKI = regex(r"(!?)\[\[(?!_?(?i:toc)_?\])([^\[\]\n@|]+)(?:\|([^\[\]\n]*))?\]\]")
# A file of ours, whose name has no space.
OUR_FILE = regex(r"((?:[\w.-]+/)*)([\w -]+?)((?:\.(?:fr|en))?\.(?:md|yml)(?:#[\w-]+)?)")
# Links that are none: spaces in the address, between the two brackets; the brackets exchanged; one missing.
SPACED = regex(r"!?\[([^\[\]\n]*)\]\(([^()\n]*[^\s()][ \t][^()\n]*)\)")
# The address of a program, which a space or a tab within it makes none of.
UNSAFE = regex(
    r"\[[^\[\]\n]*\]\([ \t]*(?:j\s?a\s?v\s?a|v\s?b)\s?s\s?c\s?r\s?i\s?p\s?t\s?:"
    r"[^()\n]{0,80}(?:\([^()\n]{0,80}\))?\)?",
    re.IGNORECASE,
)
APART = regex(rf"\[([^\[\]\n]*)\][ \t]+\(((?:{_BEGUN}|mailto:)[^()\s]*)\)")
SWAPPED = regex(rf"\(([^()\n]+)\)\[((?:{_BEGUN})[^\[\]\s]+)\]")
UNDEFINED = regex(r"(?<![\]\w])\[([^\[\]\n]{2,80})\]\[([^\[\]@^\n]{0,40})\](?![(\[])")  # no [1]: line
OPENED = regex(r"\[([^\[\]()\n]{1,80})\($")  # a link's words, then an address that became a link itself
LATER = regex(r"\b(?:à (?:venir|ajouter|trouver|insérer|mettre)|to (?:come|add|follow|be added))\Z")
CURLY = regex(rf"\[([^\[\]\n]{{1,80}})\]\{{((?:{_BEGUN})[^{{}}\s]+)\}}")
PARTED = regex(
    r"(?<!\()https?(?:[ \u00a0\u202f]:|:[ \u00a0\u202f])[ \u00a0\u202f]?//[^\s<>()]*[^\s<>().,;:!?]"
)
BEHIND_SCHEME = regex(r"(https?://)[ \u00a0]+((?:[\w-]+\.)+[a-z]{2,}\b[^\s<>()]*)")
BEHIND_WWW = regex(r"(?<![\w/.@:-])www\.[ \u00a0]((?:[\w-]+\.)+[a-z]{2,}\b(?:/[^\s<>()]*)?)")
BARE = regex(rf"(?<![\w(\[/:.-])({ENTRY_KIND}):([a-z0-9][a-z0-9-]*[a-z0-9])(?![\w/])")
UNCLOSED = regex(rf"\]\((?={_BEGUN}|mailto:|\.\.?/)([^()\s]*)")
ANGLED = regex(r"<(https?://[^<>\s]+[ ][^<>\n]{1,80})>")
ANGLED_BARE = regex(r"<(www\.[^<>\s]+)>")
TWICE = regex(r"https?:/{0,3}https?:?//[^\s<>()]*[^\s<>().,;:!?]")
# The beginning of an address with a letter or a sign more or less, and what it begins.
MISSPELT = regex(
    r"(?<![\w/.@:-])(?<!\bh )(?!https?://)(?:(?:h{1,2}t{1,3}p{1,2}|tt?p|hppt|hptt|htpt)s{0,2}(?:[:;.,]?/{2,3}|:/|:\\{1,2}"
    r"|:(?=www\.)|/(?=www\.))|(?:ww|wwww|wwv|vvww?)\.(?=[\w-]+\.[a-z]{2})|www,[ ]?(?=[\w-]+[.,][a-z]{2}))"
    r"((?:[\w-]+\.)+[a-z]{2}[^\s<>()]*[\w/]|[\w-]+\.[a-z]{2})"
)
COMMA = regex(
    r"(?<![\w/.@-])(www\.[\w-]+),((?:asso\.|gouv\.)?(?:fr|com|org|eu|net|int|info)(?:/[\w/.-]*\w)?)(?![\w-])"
)
ENTRIES = tuple(f"{kind}:" for kind in ENTRY_KINDS)
BEGUN = ("ttp", "tp:/", "tps:/", "ppt", "ptt", "tpt", "ww.", "ww,", "wwv.", "vvw")
NEEDS = ("[", "](", "]\n(", "//", " @", "@ ", *BEGUN, *ENTRIES)  # of which each has one


def near_links(text: inlines.Text, origin: Origin, _: Collection[str]) -> Iterator[Slip]:
    """Links that the parser took for words, each with its code, its place and what was meant."""
    words = text.words
    if "[" in words or "](" in words:
        yield from _bracketed(words)
    if "//" in words:
        yield from _addresses(words)
        yield from unlinked(text, spoken(origin))
    if any(map(words.__contains__, BEGUN)):
        yield from _misspelt(words)
    if ":" in words:
        yield from _bare(words)
    if "@" in words:
        yield from mails(words)
    if words.endswith(("](", "](« ", "](«", "]\n(")):  # then an address that became a link itself
        yield from _opened(words)


def _bracketed(words: str) -> Iterator[Slip]:
    """Links that the parser took for words."""
    taken = -1
    for found in UNSAFE.finditer(words):
        yield "scheme", found.start(), {"found": found[0], "nearest": ""}
        taken = found.end()
    for found in SPACED.finditer(words):
        if found.start() >= taken and not re.search(r"\s[\"'(]", found[2]):
            yield from _with_spaces(found)
            taken = found.end()
    for found in (*APART.finditer(words), *SWAPPED.finditer(words), *CURLY.finditer(words)):
        yield "broken-link", found.start(), {"found": found[0], "nearest": f"[{found[1]}]({found[2]})"}
    for found in WIKI.finditer(words):
        yield "broken-link", found.start(), {"found": found[0], "nearest": _unwikied(*found.groups())}
    for found in UNDEFINED.finditer(words):
        yield "broken-link", found.start(), {"found": found[0], "nearest": f"[{found[1]}](…)"}
    if opened := OPENED.search(words):
        yield "broken-link", opened.start(), {"found": opened[0], "nearest": f"[{opened[1]}](…)"}
    for found in UNCLOSED.finditer(words):
        if found.start() >= taken:
            yield "broken-link", found.start(), {"found": found[0], "nearest": f"[…]({found[1]})"}


def _with_spaces(link: re.Match[str]) -> Iterator[Slip]:
    """A link whose address has spaces: it is one, or words for what is still to be filled in."""
    if not _is_blank(link[2]):
        near = f"{link[0].partition('[')[0]}[{link[1]}]({_address(link[2])})"
        yield "broken-link", link.start(), {"found": link[0], "nearest": near}
    elif not left_over(link[0]):  # or the words within are told of
        yield "left-over", link.start(), {"found": link[0]}


def _is_blank(address: str) -> bool:
    """Whether the address of a link is still to be filled in: "à compléter"."""
    return bool(
        NOTHING.fullmatch(address) or is_note(address) or LATER.search(address) or left_over(f"({address})")
    )


def _bare(words: str) -> Iterator[Slip]:
    """Entries that are named as in a link, without its brackets."""
    for found in BARE.finditer(words) if any(map(words.__contains__, ENTRIES)) else ():
        yield "broken-link", found.start(), {"found": found[0], "nearest": f"[…]({found[0]})"}


def _opened(words: str) -> Iterator[Slip]:
    """The words of a link whose address stands apart from them, and became a link itself."""
    last = words.rfind("](")
    last = last if last >= 0 else words.rfind("]")
    start = words.rfind("[", 0, last)
    if start < 0 or not OPENED.search(words):
        found = words[max(start, last - 40, 0) :].replace("\n", " ")
        shown = words[start + 1 : last] if start >= 0 else "…"
        yield "broken-link", max(start, last - 40, 0), {"found": found, "nearest": f"[{shown}](…)"}


def _addresses(words: str) -> Iterator[Slip]:
    """Bare addresses that the parser took for words: they begin twice, or have a space in their beginning."""
    for found in PARTED.finditer(words):
        near = re.sub(r"[ \u00a0\u202f]", "", found[0])
        yield "broken-link", found.start(), {"found": found[0], "nearest": near}
    for found in BEHIND_SCHEME.finditer(words):
        yield "broken-link", found.start(), {"found": found[0], "nearest": f"{found[1]}{found[2]}"}
    for found in ANGLED.finditer(words):
        near = f"<{'%20'.join(found[1].split())}>"
        yield "broken-link", found.start(), {"found": found[0], "nearest": near}
    for found in TWICE.finditer(words):
        values = {"found": found[0], "nearest": wrong_address(found[0])[1]}
        yield "bad-address", found.start(), values


def _misspelt(words: str) -> Iterator[Slip]:
    """Addresses whose beginning was misspelt, which no program takes for a link."""
    for found in MISSPELT.finditer(words):
        bare = found[1].removeprefix("www.")
        www = "www." if bare != found[1] or found[0].startswith(("w", "v")) else ""
        values = {"found": found[0], "nearest": f"https://{www}{bare}"}
        yield "bad-address", found.start(), values
    for found in ANGLED_BARE.finditer(words) if "<ww" in words else ():
        yield "broken-link", found.start(), {"found": found[0], "nearest": f"<https://{found[1]}>"}
    for found in BEHIND_WWW.finditer(words) if "www. " in words or "www.\u00a0" in words else ():
        yield "bad-address", found.start(), {"found": found[0], "nearest": f"https://www.{found[1]}"}
    for found in COMMA.finditer(words) if "www." in words else ():
        yield "bad-address", found.start(), {"found": found[0], "nearest": f"https://{found[1]}.{found[2]}"}


def _address(written: str) -> str:
    """An address without its spaces: those after its scheme, those of a heading's words, those of a path."""
    bare = re.sub(rf"^(https?|{ENTRY_KIND}|mailto)\s*:\s+", r"\1:", written.strip())
    bare = re.sub(r"(?:,\s|\s+[“«]|\s+=\d*x\d*$).*$", "", bare)
    if bare.startswith(ENTRIES):
        kind, _, id_ = bare.partition(":")
        return f"{kind}:{slug(id_)}"
    if (file := OUR_FILE.fullmatch(bare)) and " " in bare:
        return f"{file[1]}{slug(file[2])}{file[3]}"
    return f"#{slug(bare)}" if bare.startswith("#") else "%20".join(bare.split())


def _unwikied(picture: str, target: str, shown: str | None) -> str:
    """A link or picture of a wiki as we write it; where it leads to, its author knows."""
    text = (shown or target).strip()
    if target.strip().startswith(("http://", "https://")):
        return f"[{text}]({target.strip()})"
    if target.strip().startswith(ENTRIES):
        kind, _, id_ = target.strip().partition(":")
        return f"[{shown or '…'}]({kind}:{slug(id_)})"
    return f"![…](../../assets/{target.strip()})" if picture else f"[{text}](chapter:{slug(target)})"

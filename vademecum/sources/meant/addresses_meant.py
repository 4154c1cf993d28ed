"""What address an editor meant: one with its sentence or another behind it, a scheme that is misspelt, one
between quotation marks.
"""

from __future__ import annotations

import re

from vademecum.language.regex import regex

INSIDE = regex(r"(?:\[[^\[\]]*\]\(|<)(https?://[^\s<>()\"\\]+)[>)]")
# A scheme, twice, or with its colon and slashes written in some other way.
SCHEME = regex(
    r"(?:https?:/{0,2})*(h?t{1,3}ps?|h?tp{1,2}s?|https?)[:;]?[ ]?[/\\]{0,3}(?=[\w-]+\.)", re.IGNORECASE
)
DOI = regex(r"10\.\d{4,9}/\S+")
BEGUN = regex(r"[\w-]+(?:\.[\w-]+)+\S*")
BARE = regex(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"\\]*)?")
FILE = regex(
    r"[\w-]+\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|rtf|txt|md|csv|zip|png|jpe?g|webp|gif|html?)",
    re.IGNORECASE,
)
# What stands behind an address and is none of it: another, when it was read, a year.
BEHIND = regex(
    r"[,;]?\s+(?:et|and|ou|or|puis|https?:|\(|\[|[-–—|]|consult|accessed|lu le|le \d)", re.IGNORECASE
)


def address_meant(found: str) -> str:
    """A whole address: without what stands around it or is missing in its beginning; "" for none."""
    found = found.strip("\"'«»“”‘’ \u00a0\u202f")
    if DOI.fullmatch(found):
        return f"https://doi.org/{found}"
    if inside := INSIDE.fullmatch(found):
        return inside[1]
    if found.startswith("http") and (behind := BEHIND.search(found)):
        found = found[: behind.start()].rstrip(",;")
    begins = SCHEME.match(found)
    rest = found[begins.end() :].replace("\\", "/") if begins else ""
    if begins and BEGUN.match(rest):
        secure = "s" if begins[1].lower().endswith("s") else ""
        return "%20".join(f"http{secure}://{rest}".split())
    if FILE.fullmatch(found):
        return ""  # no host is called so
    return f"https://{found}" if BARE.fullmatch(found) else ""

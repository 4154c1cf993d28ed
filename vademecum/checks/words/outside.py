"""Addresses of the web that lead nowhere, or by way of somebody who looks on: in fields and in texts.

An address's parts are those of RFC 3986; nothing is asked of the network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from vademecum.checks.words.names import people
from vademecum.document import inlines, walking
from vademecum.document.origin import Origin
from vademecum.language.regex import regex
from vademecum.language.typography import run_on
from vademecum.model import Finding

TWICE = regex(r"https?:/*(?:https?:?/+|www\.www\.)", re.IGNORECASE)
ONE_MACHINE = regex(r"localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|192\.168\.\d+\.\d+|10\.\d+\.\d+\.\d+")
HOST = regex(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,63}|xn--[\w-]+)\.?|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\]"
)
# Words that can be but an address; what ends as a file does is one.
DOMAIN = regex(
    r"(?:[\w-]+\.)+(?:fr|eu|org|com|net|int|be|de|es|it|ch|uk|gouv|gov|info|bzh|paris|example)/?",
    re.IGNORECASE,
)
ADDRESS = regex(r"(?:https?://|(?<!\w)www\.)\S+")  # among the words of a link
MAIL = regex(r"[^\s@,<>()\[\]:;?&]+@(?:[\w-]+\.)+\w{2,}")
HIDDEN = frozenset(("bcc", "cc", "to", "attach", "attachment"))  # what a reader would send without seeing it
# Words of a link that tell nobody where it leads (WCAG 2.2, 2.4.4; RGAA 4.1, 6.1).
VAGUE = regex(
    r"(?:cliquez )?ici|(?:la )?suite|lire|télécharger|cette page|(?:ce |le )?lien|voir(?: ici)?"
    r"|(?:en )?savoir plus|lire la suite|pdf"
    r"|(?:click )?here|download|this page|(?:this )?link|(?:read|learn) more|more",
    re.IGNORECASE,
)
# Cyrillic and Greek letters that look as Latin ones do, and Latin ones beside them.
LOOKALIKE = regex(r"(?=.*[а-яёѐ-ӿԀ-ԯα-ω])[a-z0-9аеорсухіјѕһԁӏԛԝѵүοραικνυ-]+")
TRANSLATED = frozenset(("www.DeepL.com/Translator",))  # the end of the line that it adds to what one copies
# Services that an address was wrapped by, and the parameter that holds it.
WRAPPERS = regex(
    r"(?:[\w-]+\.)?safelinks\.protection\.outlook\.com|(?:www\.)?google\.[a-z.]{2,6}|l\.(?:facebook|instagram)\.com"
    r"|(?:www\.)?linkedin\.com|urldefense\.com|slack-redir\.net|translate\.google\.[a-z.]{2,6}"
)
# Pages that only one person, or those of one office, can open, and lists that differ with who asks for them.
PRIVATE = regex(
    r"mail\.google\.com|outlook\.(?:live|office(?:365)?)\.com|teams\.(?:microsoft|live)\.com|drive\.google\.com"
    r"|(?:www\.)?dropbox\.com|(?:www\.)?notion\.so|app\.(?:slack|asana|box)\.com|trello\.com|miro\.com"
    r"|[\w-]+\.sharepoint\.com|onedrive\.live\.com|1drv\.ms|intra(?:net)?\.[\w.-]+"
    r"|[\w.-]+\.(?:intra(?:net)?|local|lan|internal)"
    r"|(?:www\.)?icloud\.com|(?:www\.)?wetransfer\.com|we\.tl"
)
# A document where it is written, and not as it is published.
WRITTEN = regex(
    r"docs\.google\.com/(?:document|spreadsheets|presentation|forms|drawings)/(?:u/\d/)?d/(?!e/)"
    r"(?!.*/(?:pub|viewform|export)\b).*"
)
TALKS = regex(r"(?:chatgpt\.com|chat\.openai\.com)/c/.*|claude\.ai/chat/.*|gemini\.google\.com/app/.*")
# The same where their writer shared them: anybody can open them, but they are no work to cite.
SHARED = regex(
    r"https?://(?:(?:chatgpt\.com|chat\.openai\.com|claude\.ai|g\.co/gemini|gemini\.google\.com)/share/"
    r"|copilot\.microsoft\.com/shares?/|(?:www\.)?perplexity\.ai/(?:search|page)/)"
)
SEARCHES = regex(r"(?:www\.|scholar\.)?(?:google|bing|qwant|ecosia|yahoo)\.[a-z.]{2,6}|duckduckgo\.com")
SHORT = frozenset(
    ("bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "lnkd.in", "t.ly")
)
SESSION = regex(r";jsessionid=[^?#]*|(?<=[?&])(?:PHPSESSID|jsessionid|sessionid)=[^&#]*&?", re.IGNORECASE)
WITHIN = ("url", "q", "u", "target")
# What guides put in the place of an address, and models too.
OF_NOBODY = regex(r"https?://(?:www\.)?(?:exemple\.(?:fr|com|org)|example\.(?:com|net)|example\.org/?\Z)")
UNCITED = ((OF_NOBODY, "bad-address"), (SHARED, "private-address"))  # which no source has
CUT = regex(r"…|[\[(]\.\.\.[\])]")  # within an address, where three dots alone may be a path's
TRACKERS = regex(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|mtm_\w+|xtor)=[^&#]*&?")


def outside(link: inlines.Link, origin: Origin) -> Iterator[Finding]:
    """An address that leads nowhere; a link whose words do not say where it leads."""
    shown = walking.plain(link.content).strip(" .:\u00a0")
    mail = link.target.id.startswith("mailto:")
    code, meant = wrong_mail(shown, link.target.id) if mail else wrong_address(link.target.id)
    if code and not run_on(shown):  # else the words that were taken into it are told
        found = f"[{shown}]({link.target.id})" if mail else link.target.id
        values = {"found": found[:200], "nearest": meant[:200]}
        yield Finding(code, origin.location(link.at), values)
    if mail:
        person = link.target.id.removeprefix("mailto:")
        if person != shown and people.MAIL.fullmatch(person) and not people.SERVICE.match(origin.file.path):
            yield Finding("contact-given", origin.location(link.at), {"found": person})
        return
    if masks := masked(shown, link.target.id):
        values = {"found": f"[{shown}]({link.target.id})"[:200], "nearest": link.target.id[:200]}
        yield Finding(masks, origin.location(link.at), values)
    if shown in TRANSLATED:
        yield Finding("other-program", origin.location(link.at), {"found": shown})
    if VAGUE.fullmatch(shown):
        yield Finding("vague-link", origin.location(link.at), {"found": shown})


def wrong_address(url: str) -> tuple[str, str]:
    """The code of what is wrong with an address of http or https, and what was meant; two empty strings where
    nothing is.
    """
    if TWICE.match(url):
        return "bad-address", TWICE.sub("https://", url, count=1)
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "bad-address", ""
    if parts.username is not None:  # https://a.example@b.example leads to b
        return "masked-address", url.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)
    if ONE_MACHINE.fullmatch(host) or CUT.search(url):
        return "bad-address", ""
    if not HOST.fullmatch(host):
        meant = host.replace(",", ".").replace("..", ".").strip(".")
        return "bad-address", url.replace(parts.netloc, meant, 1) if HOST.fullmatch(meant) else ""
    if _looks_like(host):
        return "masked-address", ""
    if "&amp;" in url:
        return "bad-address", url.replace("&amp;", "&")
    if wrapped := _wrapped(host, parts.path, parts.query) or _mirrored(host, parts) or _untracked(url):
        return "followed-address", wrapped
    if code := _unopened(host, parts.path):
        return code, ""
    bare = _ended(url)
    return ("doubtful-address", bare) if bare != url else ("", "")


def _looks_like(host: str) -> bool:
    """Whether a part of a host that ends as ours do is of letters of another script that look like ours."""
    if host.isascii() and "xn--" not in host:
        return False
    *labels, last = map(_spelt, host.split("."))
    return last.isascii() and any(map(LOOKALIKE.fullmatch, labels))  # "рф" ends the sites of a country


def _spelt(label: str) -> str:
    """A part of a host as browsers may show it."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _unopened(host: str, path: str) -> str:
    """The code of a finding on an address that readers may not be able to open; "" for any other."""
    if host in SHORT:
        return "short-address"
    searched = path in ("/search", "/url", "/web", "/scholar") and SEARCHES.fullmatch(host)
    private = PRIVATE.fullmatch(host) or TALKS.fullmatch(host + path) or WRITTEN.fullmatch(host + path)
    return "private-address" if searched or private else ""


def _mirrored(host: str, parts: SplitResult) -> str:
    """The address of a page that a service shows in its own way: translated, or made for telephones."""
    own = ""
    if host.endswith(".translate.goog"):
        name = host.removesuffix(".translate.goog").replace("--", "\0").replace("-", ".").replace("\0", "-")
        asked = "&".join(one for one in parts.query.split("&") if one and not one.startswith("_x_"))
        own = f"{name}{parts.path}{'?' if asked else ''}{asked}"
    elif amp := re.fullmatch(r"/amp/(?:s/)?([\w-]+(?:\.[\w-]+)+(?:/.*)?)", parts.path):
        own = amp[1] if SEARCHES.fullmatch(host) else ""
    return f"https://{own}" if own else ""


def masked(shown: str, url: str) -> str:
    """The code of what is wrong where the words of a link are an address, or name a site, of another host
    than its own; "" where nothing is.
    """
    shown = unicodedata.normalize("NFKC", shown)
    if within := ADDRESS.search(shown):
        shown = within[0].rstrip(".,;:!?)»/")
    elif " " in shown or not DOMAIN.fullmatch(shown):
        return ""
    try:
        said = urlsplit(shown if "://" in shown else f"https://{shown}").hostname or ""
        led = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    said, led = (host.removeprefix("www.").lower() for host in (said, led))
    same = said == led or led.endswith(f".{said}") or said.endswith(f".{led}")
    if same or not HOST.fullmatch(said):
        return ""
    return "masked-address" if within else "other-site"


def wrong_mail(shown: str, url: str) -> tuple[str, str]:
    """The code of what is wrong with a mailto: address below some words, and what was meant."""
    bare, _, asked = url.removeprefix("mailto:").partition("?")
    said = MAIL.search(shown)
    if said and said[0].lower() != unquote(bare).lower():
        return "masked-address", url
    if any(name.lower() in HIDDEN for name, _ in parse_qsl(asked, keep_blank_values=True)):
        return "masked-address", f"mailto:{bare}"
    if not all(MAIL.fullmatch(one.strip()) for one in unquote(bare).split(",")):
        return "bad-mail", ""
    return "", ""


def _wrapped(host: str, path: str, query: str) -> str:
    """The address that another service hands on."""
    if not WRAPPERS.fullmatch(host) or path in ("/search", "/maps"):
        return ""
    given = dict(parse_qsl(query))
    found = next((given[name] for name in WITHIN if given.get(name, "").startswith("http")), "")
    return unquote(found) if "%3A" in found[:12] else found


def _untracked(url: str) -> str:
    """An address without what tells where its readers come from, or who they are; "" for one that has none
    of it.
    """
    head, _, rest = url.partition("?")
    asked, mark, anchor = rest.partition("#")
    if not (TRACKERS.search(asked) or SESSION.search(url)):
        return ""
    head = SESSION.sub("", head)
    kept = SESSION.sub("", TRACKERS.sub("", f"?{asked}"))[1:].rstrip("&")
    return f"{head}{'?' if kept else ''}{kept}{mark}{anchor}"


# Pages that are called so: Washington,_D.C., Martin_Luther_King_Jr., Yahoo!
KEPT = regex(r"(?:[A-Z]\.[A-Z]\.|_(?:Inc|Jr|Sr|Co|Ltd)\.|/wiki/[^/?#]*!)\Z")


def _ended(url: str) -> str:
    """An address without the signs of the sentence that it was copied with."""
    while (
        url
        and not KEPT.search(url)
        and (url[-1] in ".,;:!»”’\"'" or (url[-1] == ")" and url.count(")") > url.count("(")))
    ):
        url = url[:-1]
    return url

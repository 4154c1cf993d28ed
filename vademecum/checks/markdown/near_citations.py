"""Words that are nearly a citation, and citations that are not quite right: what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from vademecum.checks.rules.slip import Slip
from vademecum.checks.words.locators import as_here, wrong_place
from vademecum.checks.words.names.family_names import COMMONEST
from vademecum.checks.words.quantities.dates import MONTH
from vademecum.checks.words.quantities.numbers import spoken
from vademecum.checks.words.quantities.years import backwards
from vademecum.document import inlines, tree, walking
from vademecum.document.origin import Origin
from vademecum.language.collation import slug
from vademecum.language.languages import LANGUAGES
from vademecum.language.nearest import nearest
from vademecum.language.regex import regex
from vademecum.model import Finding
from vademecum.sources.library import is_beside_handbook

# A work in no brackets or in other ones; an id in brackets without its sign.
AT = regex(
    r"(?<![\w.@/\\-])((?:[(\[{][\"“«]?(?:(?i:see|voir|cf\.?|selon)[ \u00a0])?)?)"
    r"@([a-z0-9][\w-]*)((?:[ \t]*,[^()\[\]{}\n;\"”»]*)?)([\"”»]?[)\]}]?)"
)
NO_AT = regex(
    r"(?:\\\w+)?[(\[{](?:-@|#|(?i:sources?|réf|ref|cf|voir|see)\.?[ \u00a0]?:?[ \u00a0]?)?"
    r"([a-z0-9]+(?:-[a-z0-9]+)+)((?:[ \t]*,[^()\[\]{}\n]*)?)[)\]}]"
)
NAMED = regex(
    r"[(\[]((?i:cf\.?|voir|see|selon|sources?[ \u00a0]?:)[ \u00a0])?"
    r"((?:[A-ZÀ-Þ]|(?<=\[)[a-zà-ÿ])[^()\[\]\n\d,;@]{1,60}?)(,?) ((?:19|20)\d\d)"
    r"(?:[ \u00a0\u202f]?[,:]([^()\[\]\n]{1,40}))?[)\]](?!\()"
)  # (Reed, 2019, p. 3)
# A paragraph that is but a source, as below a table: "Source: Town of Valmont, 2019".
AS_SOURCE = regex(
    r"Sources?[ \u00a0\u202f]?:[ \u00a0]"
    r"(?=[A-ZÀ-Þ]|(?:rapport|bilan|étude|enquête|(?:activity |annual )?report|survey)\b)"
    r"([^()\[\]\n:;@]{2,70}?),? ((?:19|20)\d\d)\.?"
)
# What tells a work from a place and its year: a page, more than one author, "see".
OF_WORK = regex(r"\bet al\b|&")
PAGE = regex(r"[ ]*(?:pp?\.|chap|§)")
# Bodies and authors that a place is not: Insee, Dupont, Dupont et Martin. Events go by letters too.
BODY = regex(
    r"(?!(?:COP|JO|JOP|CAN|CDM|EXPO|FIFA|UEFA)\b)[A-Z]{3,10}|Insee|Ademe|Cerema|Eurostat|Unesco|Unicef|Anct|Oecd|Dares"
)
FAMILY = f"(?:{'|'.join(COMMONEST)})"
AUTHOR = regex(rf"{FAMILY}(?: (?:et|and) [A-ZÀ-Þ][\w-]+)?|[A-ZÀ-Þ][\w-]+ (?:et|and) {FAMILY}")
ONE_NAME = regex(r"[A-ZÀ-Þ][\w’'-]+")
# Words of a date in brackets: "[Mars 2021]".
OF_DATE = regex(
    rf"(?i:{MONTH['fr']}|{MONTH['en']})\b"
    r"|(?:Printemps|Été|Automne|Hiver|Spring|Summer|Autumn|Winter|En|In|Depuis|Since|Dès|Vers|Circa)\b"
)
LONGEST = 1000  # letters of a quotation that a name in brackets may stand in
_PLACE = r"(?:(?:(?:pp?\.|§|section|chapitre|chapter|page)[ \u00a0]?)?\d[\w.–-]*|[A-Z]\.\d[\w.]*)"
CITED_PLACE = regex(rf"[ ,\u00a0]*({_PLACE}(?:,[ \u00a0]?{_PLACE}(?![\w ]))*)")
INNER = regex(r"\[([^\[\]\n]{1,60})\]")
ANOTHER = regex(r"(?:\s*[;,&+/]|\s+et|\s+and)?\s+([a-z0-9]+(?:-[a-z0-9]+)+)(?![\w-])")
YEAR = regex(r".*-(?:19|20)\d\d\Z")
ALIKE = 0.8
IBIDS = ("bid", "cit.", " supra", " infra", " note ")  # of which each of these has one
IBIDEM = regex(
    r"(?<!\w)(?:[Ii]bid(?:em)?\b\.?|(?:[Oo]p|[Ll]oc)\. ?cit\.)"
    r"|\b(?:[Vv]oir|[Ss]ee|[Cc]f\.) (?:note \d{1,3}\b(?! (?:de|du|des|of|in|dans)\b)|supra\b|infra\b)"
)
AS_LINK = regex(r"@([\w-]+)(?:,[^\[\]]*)?")  # the words of a link
IN_CODE = regex(r"\[?@([\w-]+)[^\[\]]*\]?")
NEXT = regex(rb"[ \n]*\[@([\w-]+)(?:,[ ]*([^\[\];]*))?\]")  # a citation right behind another
STOPPED = regex(r"([^\W\d_]{4,})(\.[ \n]?)\Z")
BEGINS = regex(r"\s*\Z|\n\n|[ \n]+[A-ZÀ-Þ«“]")  # what stands before a sentence, or ends a paragraph
# A word and its signs right before a citation, a word right behind it, a sign behind a space too many.
GLUED = regex(r"\w+[*_]{0,3}[»”\"),;:!?.…]{0,2}\Z|[»”]\Z")
GLUED_ON = regex(r"(\w+)")
APART = regex(r"[ \u00a0]([,.])(?![.\w])")
AROUND = {b"[": b"]", b"(": b")"}
IDS = regex(r"(?<=@)([\w-]+)")


def near_citations(words: str, references: Collection[str]) -> Iterator[Slip]:
    """Works that are named without the brackets or the sign of a citation."""
    if "@" in words:
        yield from _with_sign(words, references)
    yield from _by_author(words, references)
    if words.startswith("Source"):
        yield from _as_source(words, references)
    for found in IBIDEM.finditer(words) if any(map(words.__contains__, IBIDS)) else ():
        yield "ibidem", found.start(), {"found": found[0]}
    for found in NO_AT.finditer(words):
        if found[1] in references:
            values = {"found": found[0], "nearest": f"[@{found[1]}{found[2].strip()}]"}
            yield "loose-citation", found.start(), values


def _with_sign(words: str, references: Collection[str]) -> Iterator[Slip]:
    """Works that stand behind their sign, in no brackets or in other ones."""
    for found in AT.finditer(words):
        id_ = found[2]
        near = id_ if id_ in references else nearest(id_, references)
        if words[: found.start()].endswith("[^"):
            continue  # a note's mark, of which others tell
        if not (id_ in references or YEAR.match(id_) or (near and _alike(id_, near))):
            continue
        rest, shown = found[3].strip(" ,") if found[1] or found[4] else "", found[0].strip()
        if found[1][:1] == "[" and not found[4]:  # what is closed nowhere ends behind its place
            at = CITED_PLACE.match(found[3])
            rest = at[1].rstrip(".,") if at else ""
            shown = f"{found[1]}@{id_}{found[3][: at.end(1)] if at else ''}".rstrip(".,")
        if inner := INNER.match(words, found.end()):  # [@work, [section 2]]
            rest = inner[1].strip()
        rest = f", {rest}" if rest else ""
        see = found[1].strip('[({"“« \u00a0')
        cited = f"{see} [@{near or id_}{rest}]".lstrip()
        shown = f"\\{shown}" if shown == cited else shown  # an escape, which words do not have any more
        yield "loose-citation", found.start(), {"found": shown, "nearest": cited}


def _by_author(words: str, references: Collection[str]) -> Iterator[Slip]:
    """Works that stand by their author and year, as in other texts."""
    for found in NAMED.finditer(words):
        see, name, _, year, rest = found.groups()
        if id_ := by_name(name, year, references):
            place = f", {rest.strip()}" if rest and rest.strip() else ""
            yield "loose-citation", found.start(), {"found": found[0], "nearest": f"[@{id_}{place}]"}
        elif (rest and PAGE.match(rest)) or (
            name[0].isupper() and (see or OF_WORK.search(name) or _is_of_author(found, words))
        ):
            yield "unlisted-work", found.start(), {"found": found[0]}


def _is_of_author(found: re.Match[str], words: str) -> bool:
    """Whether a name and a year in brackets are a work's: no event's, (Lyon, 2019), and no quotation's."""
    name, comma = found[2], found[3]
    if comma and (BODY.fullmatch(name) or AUTHOR.fullmatch(name)):
        return True
    before = words[max(0, found.start() - LONGEST) : found.start()]
    quoted = before.rfind("«") > before.rfind("»")
    one = ONE_NAME.fullmatch(name) is not None
    return found[0][0] == "[" and one and not quoted and not OF_DATE.match(name)


def _as_source(words: str, references: Collection[str]) -> Iterator[Slip]:
    """A paragraph that names a source which no list has; `named_works` tells of those that one has."""
    if (found := AS_SOURCE.fullmatch(words.strip())) and not by_name(found[1], found[2], references):
        yield "unlisted-work", 0, {"found": found[0]}


def _alike(one: str, other: str) -> bool:
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return same / max(len(one), len(other)) >= ALIKE


def by_name(name: str, year: str, references: Collection[str]) -> str:
    """The work whose id begins with a name and a year, where there is but one."""
    for part in (name, *name.split()):
        begins = slug(f"{part} {year}")
        found = [id_ for id_ in references if id_ == begins or id_.startswith(f"{begins}-")]
        if len(found) == 1:
            return found[0]
    return ""


def cited_as_link(link: inlines.Link, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """A citation as the words of a link."""
    first = link.content[0] if link.content else None
    if not (isinstance(first, inlines.Text) and first.words.startswith("@")):
        return
    found = AS_LINK.fullmatch(walking.plain(link.content))
    if found and found[1] in references:
        values = {"found": f"[{found[0]}]({link.target.written})"[:200], "nearest": f"[{found[0]}]"}
        yield Finding("loose-citation", origin.location(link.at), values)


def cited_in_code(code: inlines.Code, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """A citation between backquotes, which shows it as it was typed; a page may tell how to write one."""
    if is_beside_handbook(origin.file.path):
        return
    found = IN_CODE.fullmatch(code.words)
    if found and found[1] in references:
        values = {"found": f"`{code.words}`", "nearest": f"[{code.words.strip('[]')}]"}
        yield Finding("loose-citation", origin.location(code.at), values)


def cited(citation: inlines.Citation, origin: Origin, references: Collection[str]) -> Iterator[Finding]:
    """A citation in brackets of its own twice; one work twice, in it or in the next; a second work without
    its sign, which readers would see as a place in the first.
    """
    if citation.at < 0:
        return
    yield from _ill_written(citation, origin, references)
    source = origin.source
    here = source[citation.at : citation.end]
    opened, after = source[citation.at - 1 : citation.at], source[citation.end : citation.end + 1]
    if opened and AROUND.get(opened) == after:
        values = {"found": (opened + here + after).decode(), "nearest": here.decode()}
        yield Finding("twice-bracketed", origin.location(citation.at), values)
    yield from _behind_its_sentence(citation, origin)
    if any(work.locator.endswith((";", ",", ":")) for work in citation.works):
        good = (f"@{work.source}, {work.locator}".rstrip(" ;,:") for work in citation.works)
        values = {"found": here.decode()[:90], "nearest": f"[{'; '.join(good)}]"}
        yield Finding("bad-citation", origin.location(citation.at), values)
    for work in citation.works:
        for code, values in _wrong_places(work.locator, spoken(origin)):
            at = origin.find(values["found"], citation.at, citation.end)
            yield Finding(code, origin.location(at), values)
    behind = NEXT.match(source, citation.end)
    here_again = behind is not None and behind[1].decode() == citation.works[-1].source
    places: dict[str, list[str]] = {}
    for work in citation.works:
        places.setdefault(work.source, []).append(work.locator)
    again = any(len(set(at)) < len(at) or (len(at) > 1 and "" in at) for at in places.values())
    end = citation.end
    if behind and here_again:
        places[behind[1].decode()].append((behind[2] or b"").decode().strip())
        end = behind.end()
    if again or here_again:
        merged = (", ".join([f"@{id_}", *dict.fromkeys(filter(None, at))]) for id_, at in places.items())
        values = {"found": source[citation.at : end].decode()[:90], "nearest": f"[{'; '.join(merged)}]"}
        yield Finding("work-twice", origin.location(citation.at), values)


def as_listed(findings: Iterable[Finding], references: Collection[str]) -> Iterator[Finding]:
    """Findings of ill-written citations with works that the list has in what they propose; with no proposal
    where it has none like them.
    """
    for one in findings:
        near = one.values.get("nearest", "")
        if one.code != "bad-citation" or not near:
            yield one
            continue
        between = IDS.split(near)  # what is no id, then an id, and so on
        meant = [id_ if id_ in references else nearest(id_, references) for id_ in between[1::2]]
        between[1::2] = meant
        near = "".join(between) if all(meant) else ""
        yield Finding(one.code, one.location, {**one.values, "nearest": near})


def _behind_its_sentence(citation: inlines.Citation, origin: Origin) -> Iterator[Finding]:
    """A citation between the full stop of its sentence and the next one, or the end of a paragraph."""
    before = origin.source[max(0, citation.at - 40) : citation.at].decode(errors="ignore")
    after = origin.source[citation.end : citation.end + 4].decode(errors="ignore")
    word = STOPPED.search(before)
    if word and BEGINS.match(after):
        here = origin.source[citation.at : citation.end].decode(errors="ignore")[:60]
        values = {"found": f"{word[0]}{here}", "nearest": f"{word[1]} {here}."}
        yield Finding("citation-after-stop", origin.location(citation.at), values)


def _ill_written(
    citation: inlines.Citation, origin: Origin, references: Collection[str]
) -> Iterator[Finding]:
    """A citation without a space before it; one that swallows a second work."""
    here = origin.source[citation.at : citation.end].decode(errors="ignore")[:60]
    if glued := _glued_to(origin, citation.at):
        values = {"found": f"{glued}{here}", "nearest": f"{glued} {here}"}
        yield Finding("typing-slip", origin.location(citation.at), values)
    after = origin.source[citation.end : citation.end + 40].decode(errors="ignore")
    if behind := GLUED_ON.match(after) or APART.match(after):
        near = f"{here}{behind[1]}" if behind[1] in ",." else f"{here} {behind[1]}"
        values = {"found": f"{here}{behind[0]}", "nearest": near}
        yield Finding("typing-slip", origin.location(citation.at), values)
    for work in citation.works:
        another = ANOTHER.search(work.locator)
        if another and another[1] in references:
            parts = (work.locator[: another.start()], another[1], work.locator[another.end() :])
            values = {"found": f"[@{work.source}, {work.locator}]"[:120]}
            near = f"[@{work.source}, {parts[0]}; @{parts[1]}{parts[2]}]"[:120]
            yield Finding("bad-citation", origin.location(citation.at), {**values, "nearest": near})


def _glued_to(origin: Origin, at: int) -> str:
    """The word that ends right before a place, without a space; "" where none does."""
    before = origin.source[max(0, at - 40) : at].decode(errors="ignore")
    word = GLUED.search(before)
    return word[0] if word and not STOPPED.search(before) else ""


def _wrong_places(locator: str, language: str) -> Iterator[tuple[str, dict[str, str]]]:
    """What is wrong with the place in a work that a citation names."""
    code, near = wrong_place(locator) if locator else ("", "")
    if code:
        yield code, {"found": locator, "nearest": near}
    elif language in LANGUAGES and (here := as_here(language, locator)):
        yield "other-usage", {"found": locator, "nearest": here}
    for other, _, values in backwards(locator):
        yield other, values


def is_lone(block: tree.Block) -> bool:
    """Whether a paragraph holds citations and no word that they could go with."""
    if not isinstance(block, tree.Paragraph):
        return False
    rest = [node for node in block.content if not isinstance(node, inlines.Citation)]
    return len(rest) < len(block.content) and not walking.plain(rest).strip(" .;,\n\u00a0")

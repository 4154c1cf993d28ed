"""The real project's documents, read back: what the web page says stands on paper, in its order, with its
tags and true page numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pressed import Pressed, squeezed
from tagged import Node

from vademecum.print.documents import Book, Chapter, Handout, Line, Map

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
TEXTS = (*HEADINGS, "p", "li", "td", "th", "dt", "dd", "pre")
ACRONYM = "acronym:"  # what the keys of acronyms begin with
COUNTED = re.compile(r"\(pp?\.(\d+)(?:–(\d+))?,(\d+)pages?\)")
PAGE, MARK = re.compile(r"\(p\.\d+\)"), re.compile(r"–|\d+\.?")


def texts(page: Element) -> Iterator[str]:
    """The text of every heading, paragraph, cell, item and entry of a web page, in order, without white
    space or marks of notes.
    """
    for mark in page.xpath("//*[@class='footnote-backref'] | //sup[starts-with(@id, 'fnref')]"):
        mark.drop_tree()
    # A booklet tells the pages of its handouts; elsewhere a line says that it does.
    for line in page.xpath("//*[contains(@class, 'handouts')]/p[contains(@class, 'signature')]"):
        line.drop_tree()
    for element in page.iter(*TEXTS):
        if not element.xpath("ancestor::div[@class='footnote']") and (
            own := squeezed("".join(_own(element)))
        ):
            yield own


def _own(element: Element) -> Iterator[str]:
    """The text of an element short of what stands in blocks inside it."""
    yield element.text or ""
    for child in element:
        if child.tag not in (*TEXTS, "ul", "ol", "dl", "table", "div", "blockquote"):
            yield from _own(child)
        yield child.tail or ""


def missing(stated: Iterator[str], said: str, ordered: bool) -> list[str]:
    """What of a page's texts a document does not say; `ordered`, each is sought after the one before."""
    at, lost = 0, []
    for text in stated:
        found = said.find(text, at if ordered else 0)
        if found < 0:
            lost.append(text)
        elif ordered:
            at = found + len(text)
    return lost


def said_in(printed: Pressed) -> str:
    """The words of a document in reading order; its notes have an order of their own."""
    return PAGE.sub("", squeezed("".join(_said(printed.tagged.root))))


def _said(node: Node) -> Iterator[str]:
    """A node's words without notes, contents, captions and the marks of lists and notes; a term's name is
    the label of its entry.
    """
    for part in node.parts:
        if isinstance(part, str):
            yield part
        elif part.tag not in ("Note", "TOC", "Caption") and not (
            part.tag == "Lbl" and MARK.fullmatch(squeezed(part.text()))
        ):
            yield from _said(part)


def test_a_chapter_says_what_its_page_says_in_its_order(chapter: Pressed) -> None:
    assert missing(texts(chapter.pages[0]), said_in(chapter), ordered=True) == []


def test_a_handout_says_what_its_page_says(handout: Pressed) -> None:
    assert missing(texts(handout.pages[0]), said_in(handout), ordered=False) == []


def test_a_book_says_what_its_pages_say(book: Pressed) -> None:
    said = said_in(book)
    assert [lost for page in book.pages for lost in missing(texts(page), said, ordered=False)] == []


def test_notes_stand_in_their_order(chapter: Pressed) -> None:
    page = chapter.pages[0]
    for back in page.xpath("//*[@class='footnote-backref']"):
        back.drop_tree()
    stated = [squeezed(note.text_content()) for note in page.xpath("//div[@class='footnote']//li")]
    notes = [squeezed(note.text("Lbl")) for note in chapter.tagged.root.all("Note")]
    assert [note for note in notes if note in stated] == stated


def test_a_chapter_has_the_tags_of_its_page(chapter: Pressed) -> None:
    page, tags = chapter.pages[0], Counter(node.tag for node in chapter.tagged.root.all())
    counted = (*HEADINGS, "table", "tr", "ul", "ol", "dl", "img", "svg")
    # On paper a box has a title, which is no heading of the text.
    own = "not(ancestor::div[@class='footnote'] or contains(@class, 'admonition-title'))"
    count = {tag: len(page.xpath(f"//{tag}[{own}]")) for tag in counted}
    addresses = {
        node.address for node in chapter.tagged.root.all("Note") for node in node.all("Link") if node.address
    }
    own_notes = len(page.xpath("//div[@class='footnote']//li"))
    # The glossary and the acronyms, which the web keeps beside the text.
    assert isinstance(chapter.document, Chapter)
    assert tags["H2"] == count["h2"] + 1 + bool(chapter.document.acronyms)
    assert [tags[tag.upper()] for tag in HEADINGS[1:]] == [count[tag] for tag in HEADINGS[1:]]
    assert (tags["Table"], tags["TR"]) == (count["table"], count["tr"])
    assert tags["L"] == count["ul"] + count["ol"] + count["dl"]
    assert tags["Figure"] == count["img"] + count["svg"] + 1  # the code that leads to the page
    assert tags["Note"] >= own_notes + len(addresses)


def test_the_glossary_holds_exactly_the_terms_used(chapter: Pressed) -> None:
    assert isinstance(chapter.document, Chapter)
    used = {link.get("data-term") for link in chapter.pages[0].xpath("//a[@data-term]")}
    acronyms = {term for term in used if term.startswith(ACRONYM)}
    assert {entry.key for entry in chapter.document.glossary} == {f"concept:{id_}" for id_ in used - acronyms}
    assert {acronym.key for acronym in chapter.document.acronyms} == acronyms
    _, _, after = said_in(chapter).rpartition(squeezed(chapter.document.words["glossary"]))
    for entry in chapter.document.glossary:
        assert squeezed(entry.label) in after


def numbers(printed: Pressed) -> Iterator[tuple[str, Node]]:
    """Every page number that a document gives, with the link that carries it."""
    for entry in printed.tagged.root.all("TOCI"):
        for link in entry.all("Link"):
            # In a booklet the count of a text's pages stands in brackets after its page.
            digits = re.search(r"(\d+)\s*(?:\(\d+\s*pages?\))?$", link.text().strip())
            assert digits is not None, link.text()
            yield digits[1], link
    marks = {id(link) for mark in printed.tagged.root.all("Lbl") for link in mark.all("Link")}
    for link in printed.tagged.root.all("Link"):
        if link.text().isdecimal() and id(link) not in marks:
            yield link.text(), link


def test_every_page_number_is_that_of_its_target(printed: Pressed) -> None:
    given = list(numbers(printed))
    assert [(number, link.target, link.text()) for number, link in given if int(number) != link.target] == []
    assert bool(given) != isinstance(printed.document, (Handout, Map))


def test_a_sheet_tells_the_pages_of_each_handout(book: Pressed) -> None:
    """As many as from the first to the last, which is no further than where the next text begins."""
    begins = sorted(link.target for entry in book.tagged.root.all("TOCI") for link in entry.all("Link"))
    told = COUNTED.findall(squeezed(book.tagged.root.text()))
    for first, last, count in [(int(one), int(two or one), int(three)) for one, two, three in told]:
        assert count == last - first + 1
        assert first <= last <= next(page for page in begins if page > first)
    texts = [text for section in book.document.sections for text in section.texts]
    assert bool(told) == any(text.kind == "tool" for text in texts)


def test_a_booklet_explains_exactly_what_it_uses_and_does_not_hold(book: Pressed) -> None:
    # A concept's relations and a case's facts name concepts and use none.
    facts = "ancestor::div[contains(@class, 'relations') or contains(@class, 'facts')]"
    named = f"[not({facts} or ancestor::*[contains(@class, 'admonition-title')])]"
    used = {link.get("data-term") for page in book.pages for link in page.xpath(f"//a[@data-term]{named}")}
    held = {text.key for section in book.document.sections for text in section.texts}
    acronyms = {term for term in used if term.startswith(ACRONYM)}
    explained = {f"concept:{id_}" for id_ in used - acronyms} - held
    assert {entry.key for entry in book.document.glossary} == explained
    assert acronyms <= {acronym.key for acronym in book.document.acronyms}


def pages_given(item: Node) -> set[int]:
    """The pages that a line of the index names; "5–7" names three."""
    found = re.findall(r"(\d+)(?:–(\d+))?(?=,|$)", squeezed(item.text()).partition(",")[2])
    return {page for first, last in found for page in range(int(first), int(last or first) + 1)}


def begins(line: Line, book: Pressed) -> str:
    """What stands in a line of the index before its pages, or all of a line that sends the reader
    elsewhere.
    """
    return squeezed(
        f"{line.label}, {book.document.words['see']} {line.see}" if line.see else f"{line.label},"
    )


def test_the_index_gives_exactly_the_pages_of_each_term(book: Pressed) -> None:
    """A term in the text is a link to the place that defines it; the index gives its page in bold and those
    of all such links.
    """
    assert isinstance(book.document, Book)
    items = [(squeezed(item.text()), item) for item in book.tagged.root.all("LI")]
    lines = {
        line: next(item for text, item in reversed(items) if text.startswith(begins(line, book)))
        for line in book.document.index
    }
    indexed = {id(link) for item in lines.values() for link in item.all("Link")}
    uses: dict[tuple[float | None, ...], set[int | None]] = {}
    for link in book.tagged.root.all("Link", without=("TOC",)):
        if id(link) not in indexed:
            uses.setdefault((link.target, *link.goal), set()).add(link.page)
    for line, item in lines.items():
        if not line.see:
            (defined,) = (link for link in item.all("Link") if list(link.all("Strong")))
            assert pages_given(item) == uses.get((defined.target, *defined.goal), set()) | {defined.target}, (
                line.label
            )


def test_a_handout_has_two_pages_at_most(handout: Pressed) -> None:
    assert len(handout.tagged.pages) <= 2
    assert handout.remarks == []


def test_a_map_is_drawn_and_then_told(drawn: Pressed) -> None:
    """Every drawing and sign as a figure with its words, then the whole list, its links to the web."""
    page, root = drawn.pages[0], drawn.tagged.root
    (listed,) = page.xpath("//div[contains(@class, 'places')]//details")
    order = [node for node in root.all("Figure", "L") if node.tag == "L" or node.alt]
    drawings = len(page.xpath("//figure[contains(@class, 'vm-drawing')] | //*[@class = 'vm-legend']//svg"))
    assert [node.tag for node in order][: drawings + 2] == ["Figure"] * (drawings + 1) + ["L"]
    told = [squeezed(entry.text_content()) for entry in listed.xpath(".//dt | .//li")]
    assert missing(iter(told), said_in(drawn), ordered=True) == []
    links = [node for node in root.all("Link") if node.address.startswith("https://vade-mecum.example/")]
    assert len(links) >= len(listed.xpath(".//a"))
    assert drawn.remarks == []


def test_words_of_another_language_are_tagged_with_it(chapter: Pressed) -> None:
    for marked in chapter.pages[0].xpath("//em[@lang]"):
        assert squeezed(marked.text_content()) in squeezed(chapter.tagged.languages[marked.get("lang")])


def test_the_code_on_the_page_leads_to_the_page(single: Pressed) -> None:
    assert single.codes() == [single.document.text.head.address]


def test_pages_are_tagged_with_the_language(printed: Pressed) -> None:
    assert printed.tagged.language == printed.document.language
    assert printed.tagged.says_so

"""Every tree has its data, and the templates take whatever data comes: nothing in a text ends the press."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import papers
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import Desk, document, pressed, runs, said
from pressed import squeezed
from tagged import Tagged

from vademecum.document import inlines, shapes, tree, walking
from vademecum.document.inlines import Text
from vademecum.language.data import data_in
from vademecum.print import addresses, press
from vademecum.sources.text.characters import unprintable

TEXT, PATH = pypdfium2.raw.FPDF_PAGEOBJ_TEXT, pypdfium2.raw.FPDF_PAGEOBJ_PATH
FAULTS = data_in(Path(__file__).parent / "faults.yml")


def text_of(fault: dict[str, Any]) -> str:
    piece, times = fault.get("rows", ("", 0))
    return fault["text"].replace("{rows}", piece * times)


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, str]]:
    """Every fault's text as a document of its own: (file, what it shows)."""
    folder = tmp_path_factory.mktemp("faults")
    (folder / papers.PICTURE).parent.mkdir()
    (folder / papers.PICTURE).write_bytes(papers.PNG)
    books = {}
    for number, fault in enumerate(FAULTS.values()):
        desk = Desk()
        desk.put(text_of(fault))
        books[folder / str(number)] = desk.book()
    jobs = [press.job(book, press.data_of(book), path) for path, book in books.items()]
    assert press.run(jobs, folder) == {}
    made = (path.with_suffix(".pdf") for path in books)
    return dict(zip(FAULTS, ((path, squeezed("".join(papers.shown(path)))) for path in made), strict=True))


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_stays_mended(name: str, faults: dict[str, tuple[Path, str]]) -> None:
    shown = faults[name][1]
    assert [part for part in FAULTS[name]["shows"] if squeezed(part) not in shown] == [], shown


def test_a_note_of_a_heading_is_printed_once(faults: dict[str, tuple[Path, str]]) -> None:
    path, shown = faults["a note called in a heading and again below"]
    assert shown.count("Intheheading.") == 1
    notes = [squeezed(note.text("Lbl")) for note in Tagged(path).root.all("Note")]
    assert notes == ["Intheheading.", "Below."]


def test_the_head_of_a_table_links_on_its_first_page_alone(faults: dict[str, tuple[Path, str]]) -> None:
    path, shown = faults["the head of a table that breaks"]
    assert (shown.count("Onthehead."), shown.count("example.org")) == (
        1,
        1 + shown.count("vade-mecum.example.org"),
    )
    assert len(pypdfium2.PdfDocument(path)) > 3


def test_an_address_gets_no_hyphen(tmp_path: Path) -> None:
    desk = Desk()
    address, times = "https://www.bourgneuf.example/bilan", 40
    desk.put(" ".join(f"{'word ' * number}{address}" for number in range(times)))
    shown = squeezed("".join(papers.shown(papers.pressed(desk.book(), tmp_path))))
    assert shown.count(address) == times


def test_addresses_are_ascii(faults: dict[str, tuple[Path, str]]) -> None:
    links = {node.address for node in Tagged(faults["an address with accents"][0]).root.all("Link")}
    assert "https://xn--exmple-cua.org/%C3%A9?q=%C3%A9#%C3%A9" in links


WIDE = "| A | B | C | D |\n|---|---|---|---|\n| `{x}` | https://example.org/{path} | `{path}` | {x} |\n"


def test_nothing_passes_the_margin_or_the_foot(tmp_path: Path) -> None:
    desk = Desk()
    desk.put(WIDE.format(x="x" * 300, path="longer/" * 40))
    desk.put("| A | B |\n|---|---|\n" + f"| {'word ' * 150} | b |\n" * 10)
    desk.put(f"| A |\n|---|\n| {'word ' * 2500} |\n")
    desk.put(f"```\n{'y' * 400}\n```\n\n{'z' * 400}\n\nEnd[^1].\n\n[^1]: `{'v' * 400}`\n")
    path = pressed(desk.book(), tmp_path)
    for page in pypdfium2.PdfDocument(path):
        words = page.get_textpage()
        boxes = [words.get_charbox(at) for at in range(words.count_chars())]
        assert max(right for _, _, right, _ in boxes) <= page.get_width() - 40
        assert min(bottom for _, bottom, _, _ in boxes) >= 20
    assert said([text.blocks for text in desk.texts]).count("word") == "".join(papers.shown(path)).count(
        "word"
    )


# -- the closed set -------------------------------------------------------------------------------------

WORDS = (Text("words"),)
LINE = (tree.Line(WORDS),)
ROW = tree.Row((WORDS, WORDS), anchor="row")
NODES: dict[type, Any] = {
    tree.Heading: tree.Heading(2, WORDS, "heading"),
    tree.Paragraph: tree.Paragraph(WORDS, lang="fr", name="signature"),
    tree.Line: tree.Line(WORDS),
    tree.Items: tree.Items((tree.Item(LINE, "fr", "item", True), tree.Item(())), 3),
    tree.Entries: tree.Entries((tree.Entry(WORDS, (LINE, LINE), "entry", "fr"), tree.Entry(WORDS, ()))),
    tree.Table: tree.Table(("", "right"), tree.Row((WORDS, ())), (ROW, tree.Row((WORDS,))), heads=True),
    tree.Quote: tree.Quote(LINE, "fr"),
    tree.CodeBlock: tree.CodeBlock("words\n"),
    tree.Rule: tree.Rule(),
    tree.Box: tree.Box("unheard-of", LINE, WORDS, ("shade",), "fr", "box"),
    tree.Details: tree.Details("summary", LINE),
    tree.Figure: tree.Figure("words", "figure", 1),
    tree.Drawing: tree.Drawing(
        "map",
        "words",
        90,
        60,
        (
            shapes.Stroke("M0 0h9", "tie"),
            shapes.Mark(inlines.Target("case", "a"), "b", (shapes.Label("c", 1, 9),)),
        ),
        "drawing",
    ),
    tree.CaseList: tree.CaseList(
        (
            inlines.Link(inlines.Target("case", "words"), WORDS),
            inlines.Link(inlines.Target("case", "other"), WORDS),
        ),
        ("words", ""),
    ),
    tree.Blank: tree.Blank("name", "words", 2),
    tree.Question: tree.Question("name", WORDS, (WORDS, ()), "fr", "question"),
    Text: Text("words"),
    inlines.Emphasis: inlines.Emphasis(WORDS, "fr"),
    inlines.Strong: inlines.Strong(WORDS),
    inlines.Struck: inlines.Struck(WORDS),
    inlines.Span: inlines.Span(WORDS, "en", "whose"),
    inlines.Code: inlines.Code("words"),
    inlines.Break: inlines.Break(),
    inlines.Link: inlines.Link(inlines.Target("outside", "https://example.org/"), WORDS),
    inlines.Picture: inlines.Picture("docs/picture.png", "words"),
    inlines.Citation: inlines.Citation((inlines.Cited("words", "p. 1"), inlines.Cited("other")), bare=True),
    inlines.NoteMark: inlines.NoteMark("note"),
}
KINDS = (
    "key-points",
    "questions",
    "note",
    "example",
    "warning",
    "voices",
    "definition",
    "equivalence",
    "contrasts",
)
KINDS += (
    "contrast",
    "labels",
    "relations",
    "facts",
    "outcomes",
    "outcome",
    "stage",
    "silent",
    "uses",
    "sources",
    "session",
    "beside",
    "one-beside",
    "asked",
    "form",
    "landscape",
)


def test_every_node_finds_its_way_to_typst(tmp_path: Path) -> None:
    assert set(NODES) == set(get_args(tree.Block)) | set(get_args(inlines.Inline))
    note = (tree.Note("note", 1, (tree.Paragraph(WORDS),)),)
    desk = Desk()
    for kind, node in NODES.items():
        block = node if kind in get_args(tree.Block) else tree.Paragraph((Text("a "), node, Text(" z")))
        desk.put(tree.Document((block, tree.Quote((block,))), note))
        if kind not in (tree.Rule, inlines.Break, tree.Blank):
            assert "words" in said(desk.texts[-1].blocks), kind
    for kind in KINDS:
        desk.put(tree.Document((tree.Box(kind, LINE, WORDS), tree.Box(kind, ()))))
    pressed(desk.book(), tmp_path)


AROUND = {
    "quote": lambda blocks: tree.Quote(blocks, "fr"),
    "list": lambda blocks: tree.Items((tree.Item(blocks, "fr", checked=True),)),
    "numbers": lambda blocks: tree.Items((tree.Item(blocks), tree.Item(LINE)), 9),
    "entries": lambda blocks: tree.Entries((tree.Entry(WORDS, (blocks, LINE), lang="fr"),)),
    "box": lambda blocks: tree.Box("warning", blocks, WORDS, lang="fr"),
    "facts": lambda blocks: tree.Box("facts", (tree.Entries((tree.Entry(WORDS, (blocks,)),)),)),
    "outcome": lambda blocks: tree.Box("outcome", (tree.Box("stage", blocks, WORDS), tree.Rule()), WORDS),
    "voices": lambda blocks: tree.Box("voices", (tree.Box("definition", blocks, WORDS, ("retained",)),)),
}


def nested(around: list[str], inside: tree.Blocks, times: int = 40) -> tree.Blocks:
    """Blocks inside others, one kind after the other."""
    for number in range(times):
        inside = (AROUND[around[number % len(around)]](inside),)
    return inside


def deepest() -> inlines.Inlines:
    """Words in emphases in a link in emphases, in languages by turns."""
    content: inlines.Inlines = (Text("deepest"), inlines.NoteMark("note"))
    for number in range(38):
        kind = (inlines.Emphasis, inlines.Strong, inlines.Struck, inlines.Span)[number % 4]
        content = (kind(content, ("fr", "en")[number % 2]),)
        if number == 20:
            content = (inlines.Link(inlines.Target("anchor", anchor="x"), content),)
    return content


@pytest.mark.parametrize("around", [*([kind] for kind in AROUND), list(AROUND)], ids="-".join)
def test_what_nests_deeply_prints(around: list[str], tmp_path: Path) -> None:
    leaf = (
        tree.Heading(6, deepest(), "x"),
        tree.Paragraph(deepest()),
        NODES[tree.Table],
        NODES[tree.CodeBlock],
    )
    rows = (tree.Row((deepest(), deepest())),) * 3
    table = tree.Table(("", ""), *rows[:1], rows)
    note = tree.Note(
        "note", 1, nested(around, (*leaf[1:], table, tree.Paragraph((inlines.NoteMark("other"),))))
    )
    other = tree.Note("other", 2, nested(around, leaf))
    desk = Desk()
    desk.put(tree.Document(nested(around, (*leaf, table)), (note, other)))
    shown = re.sub("[-\ufffe]", "", squeezed("".join(papers.shown(pressed(desk.book(), tmp_path)))))
    # More often where running heads and captions have it too.
    assert shown.count("deepest") >= said(desk.texts[0].blocks).count("deepest") > 20


def test_an_anchor_stands_once_and_links_lead_where_it_stands() -> None:
    desk = Desk()
    box = tree.Box("note", LINE, anchor="one")
    links = [inlines.Link(inlines.Target("anchor", anchor=name), WORDS) for name in ("one", "two")]
    desk.put(tree.Document((box, box, tree.Heading(2, (), "two"), tree.Paragraph(tuple(links)))))
    blocks = desk.book().sections[0].texts[0].blocks
    assert [block.get("id", "") for block in blocks] == ["chapter:0#one", "", ""]
    assert [link["to"] for link in runs(blocks, "link")] == ["chapter:0#one", ""]


def test_what_stands_in_a_link_does_not_link_and_its_notes_follow_it() -> None:
    inside = (Text("a"), inlines.NoteMark("note"), NODES[inlines.Link], NODES[inlines.Citation])
    link = inlines.Link(inlines.Target("outside", "https://example.org/"), (inlines.Emphasis(inside),))
    made = Desk().put(tree.Document((tree.Paragraph((link,)),), (tree.Note("note", 1, LINE),)))
    assert [run["run"] for run in runs(made.blocks, "link", "note")] == ["link", "note"]
    assert [run["run"] for run in made.blocks[0]["text"]] == ["link", "note"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://example.org/a b|c", "https://example.org/a%20b%7Cc"),
        ("https://example.org/%C3%A9/(x)?a=[1]&b='2'#c", "https://example.org/%C3%A9/(x)?a=[1]&b='2'#c"),
        ("https://[::1/é", "https://[::1/%C3%A9"),
        ("https://é..example/", "https://%C3%A9..example/"),
        ("mailto:é@example.org", "mailto:%C3%A9@example.org"),
        ("https://example.org/" + "a" * 8000, ""),
    ],
)
def test_an_address_is_ascii_or_no_link(written: str, kept: str) -> None:
    assert addresses.ascii_address(written) == kept


def test_an_address_that_no_code_has_room_for_has_none() -> None:
    assert addresses.code("https://example.org/") and not addresses.code("https://example.org/" + "a" * 4000)


# -- whatever is written --------------------------------------------------------------------------------


def words_of(made: tree.Document) -> str:
    """All words of a document, its notes included, each once."""

    def words(nodes: tuple[tree.Node, ...]) -> str:
        return "".join(map(word, nodes))

    def word(node: tree.Node) -> str:
        if isinstance(node, (Text, inlines.Code, tree.CodeBlock)):
            return node.words
        if isinstance(node, tree.Details):
            return node.summary + words(node.blocks)
        return words(walking.children(node))

    return words(made.blocks) + "".join(words(note.blocks) for note in made.notes)


def letters(text: str) -> list[str]:
    """The letters of a text, sorted: notes stand elsewhere on paper, and signs are set."""
    return sorted(sign for sign in text if sign.isalpha())


def printable(text: str) -> bool:
    return not unprintable().search(text)


def holds_all_words(text: str) -> None:
    desk, made = Desk(), document(text)
    blocks = desk.put(made).blocks
    data, written = letters(said(blocks)), letters(words_of(made))
    lost = list(written)
    for sign in data:
        if sign in lost:
            lost.remove(sign)
    assert lost == []


EXAMPLES = [
    text for text in papers.examples() if printable(text) and printable(said(Desk().put(text).blocks))
]


@pytest.mark.parametrize("text", papers.examples())
def test_an_example_of_commonmark_loses_no_word(text: str) -> None:
    holds_all_words(text)


def test_the_examples_of_commonmark_print(tmp_path: Path) -> None:
    desk = Desk()
    for text in EXAMPLES:
        desk.put(text)
    assert len(desk.texts) > 600
    shown = squeezed(Tagged(pressed(desk.book(), tmp_path)).root.text())
    for text in desk.texts:
        for block in text.blocks:
            if block["block"] == "paragraph" and all(isinstance(run, str) for run in block["text"]):
                assert squeezed(said(block)) in shown


PIECES = (
    """
words|*mark*|**strong**|~~gone~~|`code`|[link](https://example.org/é)|<https://example.org>
[@known, p. 3]|[@a; @b]|[^1]
[^2]|![p](../../p.png)|[own](#title)|*fr*{lang=fr}|[*x*[^1]](chapter:one#x)
#eval("1")|@missing|$ x $|\\#|"quoted"
l'un|{{ figure: one }}|a\\
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
OPENINGS = [
    "",
    "- ",
    "1. ",
    "> ",
    "## ",
    "#### ",
    "- [x] ",
    ":   ",
    "    ",
    "> [!NOTE]\n> ",
    "```\n",
    "[^1]: ",
    "[^2]: ",
    "| ",
    "Term\n:   ",
]
TABLE = "| *a*[^2] | [b](https://example.org/) |\n|---|:-:|\n| [^1] | `c` |\n"
LINES = st.builds(
    lambda openings, pieces: "".join(openings) + " ".join(pieces),
    st.lists(st.sampled_from(OPENINGS), max_size=12),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4),
)
SIGNS = st.text("ab #$@<>*_`\\/[]{}()=-+~^|!:;\"'.,&\n1é", max_size=60)
TEXTS = st.lists(
    LINES | SIGNS | st.just(TABLE) | st.just("[^1]: note [^2]\n\n[^2]: other [^1]"), max_size=8
).map("\n\n".join)


@settings(max_examples=300)
@given(TEXTS)
def test_whatever_is_written_keeps_its_words(text: str) -> None:
    holds_all_words(text)


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS, min_size=40, max_size=60))
def test_whatever_is_written_prints(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    desk = Desk()
    for text in texts:
        desk.put(text)
    pressed(desk.book(), tmp_path_factory.mktemp("whatever"))


def test_room_to_write_and_boxes_to_tick_are_printed(tmp_path: Path) -> None:
    words = (inlines.Text("What is left?"),)
    point = tree.Item((tree.Line(words),), checked=False, name="point")
    head = tree.Row(((inlines.Text("Value"),),))
    blocks = (
        tree.Blank("room", "What is left?", 3),
        tree.Question("pick", words, ((inlines.Text("All"),), (inlines.Text("Nothing"),))),
        tree.Items((point,)),
        tree.Box("landscape", (tree.Table(("left",), head, (tree.Row(((),)),), name="fill"),)),
    )
    desk = Desk()
    desk.put(tree.Document(blocks))
    pages = papers.shown(pressed(desk.book(), tmp_path))
    assert sum(page.count("☐") for page in pages) == 3
    assert any("Value" in page for page in pages)


def test_no_line_ends_between_a_sign_of_a_legend_and_its_words(tmp_path: Path) -> None:
    square = (shapes.Stroke("M-5-5h10v10h-10z", "sign"),)
    signs = [shapes.Sign(square, f"sign {n}", "w" * (n % 7 + 1) + " x" * (n % 5)) for n in range(60)]
    desk = Desk()
    desk.put(tree.Document((tree.Drawing("map", "Where", 360, 90, (), "map", "A map", legend=tuple(signs)),)))
    page = pypdfium2.PdfDocument(pressed(desk.book(), tmp_path))[2]
    bounds = [(one.type, one.get_bounds()) for one in page.get_objects()]
    drawn = [box for kind, box in bounds if kind == PATH and abs(box[2] - box[0] - box[3] + box[1]) < 0.5]
    words = [box for kind, box in bounds if kind == TEXT]
    assert len(drawn) == len(signs)
    for _, bottom, right, top in drawn:
        assert any(0 < word[0] - right < 5 and bottom < word[1] and word[3] < top for word in words)

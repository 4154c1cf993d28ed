"""What is new and the plan of the site: from the history of files and from what editors say of entries."""

from __future__ import annotations

import datetime

import feedparser
from projects import SOUND

from vademecum.document import inlines, tree, walking
from vademecum.exports import feed
from vademecum.pages.common.setting import Setting
from vademecum.pages.edition import Edition
from vademecum.pages.project import edition, opened
from vademecum.sources.history import Days

DAY = datetime.date


def made(first: dict[str, DAY], last: dict[str, DAY]) -> Edition:
    days = Days()
    days.update(last)
    days.first.update(first)
    return edition(opened(SOUND), "en", Setting("https://vade-mecum.example/", "", days))


def told(found: Edition) -> list[tuple[str, str, str]]:
    return [(event.day.isoformat(), event.what, event.id) for event in found.here.events]


def test_an_entry_is_new_when_its_file_came_and_revised_when_it_changed_last() -> None:
    file = "lexicon/influence.yml"
    found = told(made({file: DAY(2026, 1, 5)}, {file: DAY(2026, 3, 2)}))
    assert ("2026-01-05", "new", "influence") in found and ("2026-03-02", "revised", "influence") in found
    assert found.index(("2026-03-02", "revised", "influence")) < found.index(
        ("2026-01-05", "new", "influence")
    )


def test_what_came_and_did_not_change_is_told_once() -> None:
    file = "lexicon/influence.yml"
    found = told(made({file: DAY(2026, 1, 5)}, {file: DAY(2026, 1, 5)}))
    assert [one for one in found if one[2] == "influence" and one[1] != "reviewed"] == [
        ("2026-01-05", "new", "influence")
    ]


def test_a_page_without_history_says_so_or_tells_what_editors_say() -> None:
    found = made({}, {})
    assert {what for _, what, _ in told(found)} <= {"reviewed", "verified"}
    assert found.document(found.page("index", "news")).blocks


def test_what_came_in_is_told_and_what_changed_is_folded_by_kind() -> None:
    file, chapter = "lexicon/influence.yml", "docs/en/handbook/opening.md"
    found = made({file: DAY(2026, 1, 5), chapter: DAY(2026, 3, 2)}, {file: DAY(2026, 3, 2)})
    blocks = found.document(found.page("index", "news")).blocks
    days = [block.anchor for block in blocks if isinstance(block, tree.Heading)]
    assert days.index("day-2026-03-02") < days.index("day-2026-01-05")
    nodes = [node for node, _ in walking.walk(blocks)]
    folded = {
        node.summary: [one.target.id for one, _ in walking.walk(node.blocks) if isinstance(one, inlines.Link)]
        for node in nodes
        if isinstance(node, tree.Details)
    }
    assert folded["Text changed: 1 concept"] == ["influence"]
    shown = [node.target.id for node in nodes if isinstance(node, inlines.Link)]
    assert "opening" in shown and not any("opening" in ids for ids in folded.values())


def test_the_feed_tells_of_each_entry_what_the_page_tells_last() -> None:
    file, chapter = "lexicon/influence.yml", "docs/en/handbook/opening.md"
    came, last = {file: DAY(2026, 1, 5), chapter: DAY(2026, 2, 1)}, {file: DAY(2026, 3, 2)}
    found = made(came, last | {chapter: DAY(2026, 2, 1)})
    read = feedparser.parse(feed.feed(found))
    fed = {entry.link: (entry.updated[:10], entry.summary.partition(".")[0]) for entry in read.entries}
    words = found.words["news"]
    shown = {}
    for event in found.here.events:
        address = f"https://vade-mecum.example/en/{found.page(event.kind, event.id).address}"
        shown.setdefault(address, (event.day.isoformat(), words[event.what]))
    assert fed == shown and len(fed) > 1
    influence = next(entry for entry in read.entries if entry.link.endswith("/influence/"))
    assert influence.published == "2026-01-05T12:00:00Z"


def test_the_plan_leads_to_every_page() -> None:
    found = made({}, {})
    blocks = found.document(found.page("index", "plan")).blocks
    links = {
        (node.target.kind, node.target.id)
        for node, _ in walking.walk(blocks)
        if isinstance(node, inlines.Link)
    }
    selections = {("index", id_) for id_ in found.addresses.selections}  # which the list of cases leads to
    apart = {("index", "home"), ("index", "plan"), *selections}
    assert {page.key for page in found.pages} - apart <= links

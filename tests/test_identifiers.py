"""Addresses that last: every id's, a former id's, a former page's; and what was published and is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html
from projects import SOUND, command, editions, findings

from vademecum.checks import messages
from vademecum.exports import files
from vademecum.pages import identifiers
from vademecum.pages.edition import Edition
from vademecum.sources.published import PUBLISHED

KEYS = {
    "id/concept/influence/": ("concept", "influence"),
    "id/case/valmont/": ("case", "valmont"),
    "id/chapter/opening/": ("chapter", "opening"),
    "id/reference/reed-2019/": ("reference", "reed-2019"),
}
OF_INFLUENCE = (("../../../", "lexique/rayonnement/"), ("../../../../", "en/lexicon/influence/"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def renamed(project: Path) -> None:
    """The concept of influence under another id, and under another label in French."""
    lexicon = project / "lexicon"
    (lexicon / "influence.yml").rename(lexicon / "renown.yml")
    change(lexicon / "renown.yml", "preferred: rayonnement,", "preferred: renom,")
    change(lexicon / "renown.yml", "domain: strategy", "domain: strategy\nformerly: [influence]")
    change(lexicon / "attractiveness.yml", "related: [influence]", "related: [renown]")


def addresses(edition: Edition) -> dict[str, identifiers.Key]:
    return identifiers.redirects(edition.library, edition.addresses, edition.language)


def test_every_entry_has_an_address_by_its_id(project: Path) -> None:
    for edition in editions(project):
        found = addresses(edition)
        assert found.items() >= KEYS.items()
        entries = {key for key in edition.by_key if key[0] in ("concept", "case", "chapter")}
        assert entries <= set(found.values())


@pytest.mark.parametrize("told", [True, False])
def test_the_folder_of_the_forms_leads_to_what_may_be_proposed(project: Path, told: bool) -> None:
    if told:
        page = "---\ntitle: Contribuer\n---\n\nUn texte.\n"
        (project / "docs/fr/contribute.md").write_text(page, encoding="utf-8")
    for edition, folder in zip(editions(project), ("proposer/", "propose/"), strict=True):
        expected = ("page", "contribute") if told else ("index", "propose-case")
        assert addresses(edition)[folder] == expected
        made = html.document_fromstring(files.files(edition)[f"{folder}index.html"]())
        assert made.xpath("//meta[@http-equiv='refresh']")


def test_it_sends_to_the_page_of_its_language_and_links_both(project: Path) -> None:
    for edition, (up, own) in zip(editions(project), OF_INFLUENCE, strict=True):
        made = html.document_fromstring(files.files(edition)["id/concept/influence/index.html"]())
        assert made.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={up}{own}"]
        assert made.xpath("//a/@href") == [f"{up}{address}" for _, address in OF_INFLUENCE]
        assert made.xpath("//a/@hreflang") == made.xpath("//a/span[1]/@lang") == ["fr", "en"]
        assert made.xpath("//link[@rel='canonical']/@href") == [f"https://vade-mecum.example/{own}"]
        assert not made.xpath("//script | //@style")


def test_a_source_is_found_in_the_list_of_sources(project: Path) -> None:
    french = editions(project)[0]
    made = html.document_fromstring(files.files(french)["id/reference/reed-2019/index.html"]())
    assert made.xpath("//a/@href")[0] == "../../../references/#reed-2019"


def test_what_is_renamed_is_found_where_it_was(project: Path) -> None:
    assert command("published", "--project", str(project), "--language", "en").returncode == 0
    renamed(project)
    french, english = editions(project)
    assert not [finding for finding in findings(project) if finding.location.path == PUBLISHED]
    now = ("concept", "renown")
    assert addresses(french)["id/concept/influence/"] == addresses(french)["lexique/rayonnement/"] == now
    assert addresses(english)["id/concept/influence/"] == now
    assert "lexicon/influence/" not in addresses(english)  # where the page still is


def test_a_case_is_found_under_its_former_id(project: Path) -> None:
    change(project / "case_studies" / "valmont.fr.md", "period:", "formerly: [val-mont]\nperiod:")
    french, english = editions(project)
    assert addresses(french)["etudes-de-cas/val-mont/"] == ("case", "valmont")
    assert addresses(english)["case-studies/val-mont/"] == ("case", "valmont")


def test_a_replaced_term_leads_to_its_concept(project: Path) -> None:
    change(project / "lexicon" / "influence.yml", "never:", "replaced: [grand renom], never:")
    assert addresses(editions(project)[0])["lexique/grand-renom/"] == ("concept", "influence")


def test_what_was_published_and_is_gone_is_told(project: Path) -> None:
    (project / PUBLISHED).write_text("concept:influense lexique/x/\n", encoding="utf-8")
    (found,) = findings(project)
    assert messages.line(found, "en") == (
        "published.txt:1:1: an entry that was published is gone: its address would lead nowhere; "
        "concept:influense; write “formerly: [influense]” in the entry that takes its place, "
        "or take its file from the history (did you mean “influence”?)"
    )


@pytest.mark.parametrize("line", ["concept:../../etc x/", "concept:a /x/", "concept:a ../x/", "river:a x/"])
def test_a_ledger_that_cannot_be_read_is_told(project: Path, line: str) -> None:
    (project / PUBLISHED).write_text(f"# here\n{line}\n", encoding="utf-8")
    told = [(finding.code, finding.location.line) for finding in findings(project)]
    assert told == [("published-line", 2)]


@pytest.mark.parametrize(
    ("former", "code"), [("attractiveness", "former-id-taken"), ("influence", "former-id-own")]
)
def test_a_former_id_that_is_in_use_is_told(project: Path, former: str, code: str) -> None:
    change(
        project / "lexicon" / "influence.yml", "domain: strategy", f"domain: strategy\nformerly: [{former}]"
    )
    (found,) = findings(project)
    assert (found.code, found.values["other"]) == (code, f"concept:{former}")


def test_the_ledger_only_grows(project: Path) -> None:
    assert command("published", "--project", str(project)).returncode == 0
    before = (project / PUBLISHED).read_text(encoding="utf-8")
    renamed(project)
    assert command("published", "--project", str(project)).returncode == 0
    after = (project / PUBLISHED).read_text(encoding="utf-8")
    assert set(before.splitlines()) < set(after.splitlines())
    assert "concept:renown lexique/renom/ en/lexicon/influence/\n" in after

"""What is wrong with a project's own mkdocs.yml is told by `check` at its line, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from projects import SOUND, command

from vademecum.checks import messages
from vademecum.hosts.own_settings import of_settings, site_of
from vademecum.pages.project import check_project

SITE = "site_name: Ours\nsite_url: https://ours.org/\n"
WHO = "  publisher: A town\n  publisher_address: A street\n  director: Its mayor\n  host: A host\n"
HOOK = "hooks: [hook.py]\n"
WHOLE = f"{SITE}extra:\n{WHO}{HOOK}"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("A town", "A town : its services", '4:21 bare-colon publisher: "A town : its services"'),
        ("  director", " director", "6:2 bad-indent"),
        ("  director", "\tdirector", "6:1 tab"),
        ("A town", '"A town', "4:14 open-quote"),
        ("A town", "@town", "4:14 reserved-sign publisher: town"),
        (WHOLE, "- Ours\n", "1:1 list-for-fields"),
        (SITE, f"INHERIT: none.yml\n{SITE}", "1:1 unreadable-file"),
        ("https://ours.org/", "www.ours.org", "2:1 setting-address https://www.ours.org"),
        ("A town", "[A town, a county]", '4:3 setting-form publisher: "A town, a county"'),
        ("Its mayor", "true", '6:3 setting-form director: "…"'),
        ("A host", "{name: A host, address: A street}", '7:3 setting-form host: "A host, A street"'),
        ("Its mayor", "XXX", "6:3 left-over"),
        ("A host", "à compléter", "7:3 left-over"),
        (WHO, f"  contact: a town\n{WHO}", "4:3 setting-form contact: redaction@example.org"),
        (WHO, f"  forge: gitea\n{WHO}", "4:3 setting-form forge: github / forge: gitlab"),
        ("publisher_address", "publisher_adress", "5:3 unsaid-publisher"),
        ("  director", "  directeur", "6:3 unsaid-publisher"),
        ("site_name", "site_nam", "1:1 setting-unsaid site_name: Vade-mecum"),
        (SITE, "copyright: Ours\nsitename: Ours\n", "2:1 setting-unsaid site_name: Vade-mecum"),
        (SITE, "site_url: https://ours.org/\n", "1:1 setting-unsaid site_name: Vade-mecum"),
        (SITE, f"{SITE}plugins:\n  - search\n  - serch\n", "5:5 setting-missing search"),
        (SITE, f"{SITE}plugins:\n  - nowhere: {{of: it}}\n", "4:5 setting-missing"),
        (
            SITE,
            f"{SITE}plugins: [search]\nmarkdown_extensions: [tables, toc, tabels]\n",
            "4:36 setting-missing tables",
        ),
        (SITE, f"{SITE}theme: materiel\n", "3:8 setting-missing material"),
        (SITE, f"{SITE}theme:\n  name: material\n  custom_dir: of_ours\n", "5:15 setting-missing"),
        (HOOK, "hooks:\n  - lexicon/hook.py\n", "9:5 setting-missing hook.py"),
        (HOOK, "hook: [hook.py]\n", "8:1 setting-unsaid hooks: [hooks/mkdocs_hooks.py]"),
        (HOOK, "hooks: []\n", "8:1 setting-unsaid hooks: [hooks/mkdocs_hooks.py]"),
        ("site_name: Ours", "site_name:", "1:1 setting-unsaid site_name: Vade-mecum"),
        (SITE, f"{SITE}theme: {{name: Material}}\n", "3:15 setting-missing material"),
        (SITE, f"{SITE}docs_dir: doc\n", "3:11 setting-form docs_dir: docs"),
        (SITE, f"{SITE}docs_dir: ./docs\n", None),
        (SITE, f"{SITE}extra_css: [assets/styel.css]\n", "3:13 setting-missing assets/style.css"),
        (SITE, f"{SITE}extra_javascript:\n  - assets/none.js\n", "4:5 setting-missing"),
        (SITE, f"{SITE}extra_css: [assets/style.css, https://ours.org/a.css]\n", None),
        (SITE, f"{SITE}theme: material\nmarkdown_extensions: [admonition, pymdownx.superfences]\n", None),
        (SITE, f"{SITE}theme: !ENV [NO_SUCH_VARIABLE, material]\n", None),
        (
            SITE,
            f"{SITE}repo_url: git.ours.org/x\n",
            "3:1 setting-refused repo_url: https://git.ours.org/x",
        ),
        (SITE, f"{SITE}use_directory_urls: oui\n", "3:1 setting-refused use_directory_urls: true"),
        (SITE, f"{SITE}edit_uri: [a]\n", '3:1 setting-refused edit_uri: "…"'),
        (SITE, f"{SITE}dev_addr: nowhere\n", "3:1 setting-refused dev_addr: 127.0.0.1:8000"),
        (SITE, f"{SITE}extra_css: assets/style.css\n", "3:1 setting-refused extra_css: […]"),
        (
            SITE,
            f"{SITE}validation:\n  nav:\n    omitted_files: ignorer\n",
            "5:5 setting-refused omitted_files: warn",
        ),
        (SITE, f"{SITE}copyright: !ENVV [WHO, Ours]\n", "3:12 setting-refused !ENV"),
        (SITE, f"{SITE}repo_url: https://git.ours.org/x\nstrict: true\nvalidation:\n  anchors: warn\n", None),
        (SITE, f"{SITE}strict: !ENV [PATH, false]\n", None),
        ("https://ours.org/", "https://ours.org/a?b=1", "2:1 setting-address https://ours.org/a"),
        (WHO, f"  contcat: town@ours.org\n{WHO}", "4:3 setting-form contact: town@ours.org"),
        (WHO, f"  contact: town@ours.org\n  forge: gitlab\n{WHO}", None),
        (SITE, "site_name: Ours\n", None),
    ],
)
def test_what_is_wrong_is_told_at_its_place(old: str, new: str, told: str | None, tmp_path: Path) -> None:
    made = project(tmp_path, WHOLE.replace(old, new))
    lines = [
        f"{one.location.line}:{one.location.column} {one.code} {one.values.get('nearest', '')}".rstrip()
        for one in of_settings(made)
    ]
    assert lines == ([told] if told else [])


@pytest.mark.parametrize(
    ("own", "base", "told"),
    [
        ("", "repo_url: git.ours.org/x\n", "conf/base.yml:1:1 setting-refused"),
        ("repo_url: https://git.ours.org/x\n", "repo_url: git.ours.org/x\n", None),
        ("", "theme: {name: material, custom_dir: of_ours}\n", "conf/base.yml:1:37 setting-missing"),
        ("", "plugins: [serch]\n", "conf/base.yml:1:11 setting-missing"),
        ("plugins: [search]\n", "plugins: [serch]\n", None),
        ("", "extra:\n  contact: a town\n", "conf/base.yml:2:3 setting-form"),
        ("extra: {contact: a@ours.org}\n", "extra:\n  contact: a town\n", None),
        ("extra: {forge: gitlab}\n", "extra:\n  contact: a town\n", "conf/base.yml:2:3 setting-form"),
        ("", "copyright: Ours : theirs\n", "conf/base.yml:1:17 bare-colon"),
        ("", "site_url: www.ours.org\n", "conf/base.yml:1:1 setting-address"),
        ("", "INHERIT: none.yml\n", "conf/base.yml:1:1 unreadable-file"),
        ("", "INHERIT: ../mkdocs.yml\n", "unreadable-file"),
        ("", f"extra:\n{WHO}", None),
        ("extra: {contact: a@ours.org}\n", f"extra:\n{WHO}", None),
    ],
)
def test_settings_that_are_inherited_are_told_of_in_their_own_file(
    own: str, base: str, told: str | None, tmp_path: Path
) -> None:
    made = project(tmp_path, f"INHERIT: conf/base.yml\n{SITE}{HOOK}{own}")
    if "publisher" not in base:
        (made / "docs/en/legal.md").unlink()
    (made / "conf").mkdir()
    (made / "conf/base.yml").write_text(base, encoding="utf-8")
    lines = [
        f"{one.location.path}:{one.location.line}:{one.location.column} {one.code}"
        for one in of_settings(made)
    ]
    assert len(lines) == bool(told) and all(line.endswith(told or "") for line in lines)


def test_settings_outside_the_project_are_nobodys_to_tell_of(tmp_path: Path) -> None:
    made = project(tmp_path, f"INHERIT: ../base.yml\n{WHOLE}")
    (tmp_path / "base.yml").write_text("repo_url: git.ours.org/x\n", encoding="utf-8")
    assert of_settings(made) == []


def test_a_key_that_was_meant_for_one_that_is_missing_is_named(tmp_path: Path) -> None:
    made = project(tmp_path, WHOLE.replace("publisher_address", "publisher_adress"))
    (finding,) = of_settings(made)
    assert finding.values["found"] == "publisher_address (publisher_adress ?)"


@pytest.mark.parametrize(
    ("theme", "told"),
    [("", "setting-unsaid theme"), ("theme: {name: material, custom_dir: thme}\n", "setting-missing thme")],
)
def test_a_theme_that_is_not_there_is_told_once(theme: str, told: str, tmp_path: Path) -> None:
    made = project(tmp_path, f"{WHOLE}{theme}extra_css: [own/a.css, own/b.css]\n")
    (made / "theme/own").mkdir(parents=True)
    for name in ("a.css", "b.css"):
        (made / "theme/own" / name).write_text("", encoding="utf-8")
    assert [f"{one.code} {one.values['found']}" for one in of_settings(made)] == [told]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_check_ends_with_a_fault_where_a_build_would(language: str, tmp_path: Path) -> None:
    made = project(tmp_path, WHOLE.replace("A town", "A town : its services"))
    (finding,) = of_settings(made)
    done = command("check", "--project", str(made), "--language", language)
    assert done.returncode == 1
    assert messages.line(finding, language) in done.stdout.splitlines()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("https://ours.org/etudes-de-cas/valmont/", "case:valmont"),
        ("https://ours.org/en/lexicon/attractiveness/#reed", "concept:attractiveness#reed"),
        ("https://ours.org/manuel/ouverture", "chapter:opening"),
        ("https://ours.org/a-propos/", "about.md"),
        ("https://ours.org/en/", "index.md"),
        ("https://ours.org/lexique/", None),
        ("https://ours.org/nowhere/", None),
        ("https://ours.org.example/etudes-de-cas/valmont/", None),
        ("https://others.org/etudes-de-cas/valmont/", None),
    ],
)
def test_a_link_to_the_site_s_own_address_is_told(written: str, told: str | None, tmp_path: Path) -> None:
    made = project(tmp_path, WHOLE)
    page = made / "docs/fr/about.md"
    page.write_text(f"---\ntitle: À propos\n---\n\nVoir [cette étude]({written}).\n", encoding="utf-8")
    found = [one for one in check_project(made, site=site_of(made)) if one.code == "own-address"]
    assert [one.values["nearest"] for one in found] == ([told] if told else [])
    assert [(one.location.line, one.location.column) for one in found] == ([(5, 20)] if told else [])
    if told:  # as it is told to write, it leads there
        page.write_text(page.read_text(encoding="utf-8").replace(written, told), encoding="utf-8")
        assert not {"own-address", "unknown-page"} & {one.code for one in check_project(made)}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("https://ours.org/etudes-de-cas/valmon/", True),
        ("https://ours.org/en/case-studies/valmon/index.html", True),
        ("https://ours.org/etudes-de-cas/valmont/", False),
        ("https://ours.org/etudes-de-cas/", False),
        ("https://ours.org/pdf/fr/valmon.pdf", False),
        ("https://ours.org/nowhere/", False),
        ("https://ours.org.example/etudes-de-cas/valmon/", False),
    ],
)
def test_a_link_to_an_own_address_without_a_page_is_told(written: str, told: bool, tmp_path: Path) -> None:
    made = project(tmp_path, WHOLE)
    page = made / "docs/fr/about.md"
    page.write_text(f"---\ntitle: À propos\n---\n\nVoir [cette étude]({written}).\n", encoding="utf-8")
    found = [one for one in check_project(made, site=site_of(made)) if one.code == "no-own-page"]
    assert [one.values["found"] for one in found] == ([written] if told else [])


def project(folder: Path, settings: str) -> Path:
    made = Path(shutil.copytree(SOUND, folder / "project"))
    (made / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (made / "hook.py").touch()
    (made / "docs/assets/style.css").touch()
    (made / "docs/en/legal.md").write_text("---\ntitle: Legal notice\n---\nText.\n", encoding="utf-8")
    return made

"""On the built files: every link, anchor and asset leads somewhere, and nothing is loaded from elsewhere."""

import re

from built import css_addresses, outside, pages


def broken(site, page, addresses):
    """The addresses of a page that lead to no file, or to no such place in it."""
    known = pages(site)
    for address in addresses:
        file, anchor = page.target(address)
        if not file.is_file():
            yield f"{page}: {address} (no such file)"
        elif (
            anchor
            and file.suffix == ".html"
            and anchor not in known[file.relative_to(site).as_posix().removesuffix("index.html")].ids
        ):
            yield f"{page}: {address} (no such anchor)"


def test_every_link_leads_to_a_page_and_to_a_place_in_it(any_site):
    assert [
        fault
        for page in pages(any_site).values()
        for fault in broken(any_site, page, filter(inside, page.links()))
    ] == []


def test_every_asset_stands_in_the_site(any_site):
    assert [
        fault
        for page in pages(any_site).values()
        for fault in broken(any_site, page, filter(inside, page.fetched()))
    ] == []


def test_pages_load_nothing_from_elsewhere(any_site):
    assert [
        f"{page}: {address}"
        for page in pages(any_site).values()
        for address in page.fetched()
        if not inside(address)
    ] == []


def test_links_outwards_are_plain_web_addresses(any_site):
    schemes = {
        address.split(":")[0]
        for page in pages(any_site).values()
        for address in page.links()
        if outside(address)
    }
    assert schemes <= {"http", "https", "mailto"}


def test_style_sheets_load_only_what_stands_in_the_site(site):
    sheets = [
        (file, address)
        for file in site.rglob("*.css")
        for address in css_addresses(file.read_text(encoding="utf-8"))
    ]
    named = [
        (file, re.split("[?#]", address)[0])
        for file, address in sheets
        if not address.startswith(("data:", "#"))
    ]
    assert [
        f"{file}: {address}"
        for file, address in named
        if outside(address) or not (file.parent / address).is_file()
    ] == []


def test_ids_are_unique_on_each_page(any_site):
    assert {
        str(page): twice
        for page in pages(any_site).values()
        if (twice := {id_ for id_ in page.ids if page.ids.count(id_) > 1})
    } == {}


def test_no_file_is_left_as_a_template(site):
    written = [file for file in site.rglob("*") if file.suffix in (".html", ".xml", ".json")]
    assert [file for file in written if "{%" in file.read_text(encoding="utf-8")] == []


def inside(address):
    return not outside(address)

"""What a reader keeps, from page to page of the whole site, in two tabs and two browsers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, Served
from tests.site.document import read
from tests.site.paper import body, printed, sheets
from tests.site.visit import DESKTOP, Visitor

SECTION = "questions/behavioural-results/"
MINE = "plan/my-things/"


@pytest.fixture
def visitor(browser: Browser, served: Served) -> Iterator[Visitor]:
    """A visit in which nothing goes wrong."""
    context = browser.new_context(viewport=DESKTOP, accept_downloads=True)
    visitor = Visitor(context, served.url)
    yield visitor
    assert visitor.taken_faults() == []
    context.close()


def mark_first(page: Page, text: str) -> str:
    """Star the first question of a page and write a note; the question."""
    card = page.locator("article.loop-question").first
    card.get_by_role("button", name="Star").click()
    card.get_by_role("button", name="Note").click()
    page.keyboard.type(text)
    return re.sub("#$", "", card.get_by_role("heading", level=3).inner_text())


def test_what_is_marked_on_a_page_stands_in_its_list_and_among_my_things(visitor: Visitor) -> None:
    page = visitor.visit(SECTION)
    question = mark_first(page, "Ana has the number")
    starred = page.locator(".loop-question-bank__list .loop-question-marks__starred")
    expect(starred).to_have_count(1)
    assert starred.inner_text() in question
    # At once, while the note is still being typed.
    visitor.visit(MINE)
    kept = page.locator(".loop-my-things__kept")
    expect(kept).to_contain_text("1 star and 1 note.")
    expect(kept).to_contain_text("Ana has the number")
    kept.get_by_role("link", name=question).click()
    expect(page).to_have_url(re.compile(f"{SECTION}#"))
    expect(page.locator(".loop-question-marks__text").first).to_have_text("Ana has the number")
    page.locator("article.loop-question").first.get_by_role("button", name="Star").click()
    expect(starred).to_have_count(0)
    page.go_back()
    expect(kept).to_contain_text("1 note.")


def test_two_tabs_follow_each_other(visitor: Visitor) -> None:
    page = visitor.visit(SECTION)
    other = Visitor(page.context, visitor.site)
    mine = other.visit(MINE)
    mark_first(page, "From there")
    expect(mine.locator(".loop-my-things__kept")).to_contain_text("From there")
    mine.get_by_role("button", name="Practised").click()
    expect(page.get_by_role("button", name=re.compile(r"Practised \d"))).to_have_count(1)
    assert other.taken_faults() == []


def test_all_of_it_is_taken_to_another_browser(
    browser: Browser, visitor: Visitor, tmp_path: Path
) -> None:
    mark_first(visitor.visit(SECTION), "To take along")
    page = visitor.visit(MINE)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a backup").click()
    saved.value.save_as(tmp_path / "one.json")
    context = browser.new_context(viewport=DESKTOP, accept_downloads=True)
    other = Visitor(context, visitor.site)
    theirs = other.visit(MINE)
    theirs.get_by_label("Bring back a backup").set_input_files(tmp_path / "one.json")
    theirs.get_by_role("button", name="Merge").click()
    expect(theirs.locator(".loop-my-things__kept")).to_contain_text("To take along")
    with theirs.expect_download() as again:
        theirs.get_by_role("button", name="Save a backup").click()
    again.value.save_as(tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert other.taken_faults() == []
    context.close()


def test_my_things_print_with_every_note_and_without_the_backups_tools(visitor: Visitor) -> None:
    mark_first(visitor.visit(SECTION), "On paper too")
    page = visitor.visit(MINE)
    expect(page.locator(".loop-my-things__kept")).to_contain_text("On paper too")
    whole = body(sheets(printed(page)))
    assert "Onpapertoo" in whole
    assert "Saveabackup" not in whole


def test_the_privacy_page_names_every_kind_of_thing_that_is_kept(served: Served) -> None:
    formats = (ROOT / "overrides/assets/store/formats.js").read_text(encoding="utf-8")
    kinds = re.findall(r"^  (\w+): \"(?:string|boolean)\"", formats, re.M)
    assert {"note", "star", "tick"} <= set(kinds)
    privacy = read(served.folder / "about/privacy/index.html").text
    assert [kind for kind in kinds if f"leadership-loop:{kind}/" not in privacy] == []

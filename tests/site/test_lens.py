"""The role that a reader chose: on all pages that differ by it; never without scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load
from tests.conftest import ROOT, Served
from tests.site.visit import PHONE, Visitor

SECTION = "questions/people-performance/"  # asked of no IC6
FOR_ALL = "questions/move-fast/"
LOOP = "loop/"
START = "start/"


@pytest.fixture
def visitor(browser: Browser, served: Served) -> Iterator[Visitor]:
    """Somebody who is here for the first time."""
    context = browser.new_context()
    visitor = Visitor(context, served.url)
    yield visitor
    assert visitor.taken_faults() == []
    context.close()


def choose(page: Page, name: str) -> None:
    """Press a button of the line above the page."""
    page.get_by_role("group", name="Show what is for").get_by_role("button", name=name).click()


def test_every_page_with_something_for_some_roles_has_the_line_and_the_script(
    served: Served, pages: list[str]
) -> None:
    found = []
    for address in pages:
        path = served.folder / (address if address.endswith(".html") else f"{address}index.html")
        html = path.read_text(encoding="utf-8")
        lines = html.count("<loop-role-lens")
        assert lines == html.count("lens-first.js"), address
        assert lines == ("data-role=" in html or address == START), address
        found += [address] * lines
    assert len(found) > 20


def test_one_choice_holds_on_every_kind_of_page(visitor: Visitor) -> None:
    page = visitor.visit(SECTION)
    choose(page, "IC6")
    cards = page.locator("article.loop-question")
    count = cards.count()
    expect(page.locator("article.loop-question:visible")).to_have_count(0)
    expect(page.locator(".loop-lens-note:visible")).to_contain_text(
        f"Showing IC6: {count} questions for other roles are left out here."
    )
    page = visitor.visit(LOOP)
    for each in page.locator(".loop-loop-accounts section[data-role]").all():
        assert each.is_visible() == ("ic6" in (each.get_attribute("data-role") or "").split())
    page = visitor.visit("loop/levels/")
    expect(page.locator("tbody tr[data-role]:visible")).to_have_count(2)
    page = visitor.visit("rounds/")
    rounds = page.locator(".loop-round-table tbody tr:visible a[href$='/']").all_inner_texts()
    assert "Coding" in rounds
    assert "People management" not in rounds


def test_every_note_counts_what_is_hidden_beneath_it(visitor: Visitor) -> None:
    page = visitor.visit("questions/to-ask/?role=ic6")
    blocks = page.locator(".loop-ask-list")
    for block in blocks.all():
        hidden = block.locator("article").count() - block.locator("article:visible").count()
        notes = block.locator(".loop-lens-note:visible").all_inner_texts()
        assert [int(note.split(": ")[1].split()[0]) for note in notes] == [hidden] * bool(hidden)
    page = visitor.visit("questions/?role=director")
    noted = page.locator(".loop-lens-note:visible").all_inner_texts()
    every = [
        q for bank in load(ROOT / "docs/data").of("questions").values() for q in bank.questions
    ]
    assert sum(int(note.split(": ")[1].split()[0]) for note in noted) == sum(
        "director" not in question.roles for question in every
    )


def test_the_home_page_leads_on_with_the_role(visitor: Visitor) -> None:
    page = visitor.visit("")
    page.locator(".loop-home-roles").get_by_role("link", name="M2").click()
    expect(page).to_have_url(f"{visitor.site}{START}?role=m2#m2-senior-engineering-manager")
    page.get_by_role("button", name="Keep").click()
    expect(page).to_have_url(f"{visitor.site}{START}#m2-senior-engineering-manager")
    page = visitor.visit(FOR_ALL)
    assert page.locator("dl.loop-bars [data-role]").evaluate_all(
        "(all) => all.every((each) => each.checkVisibility() === (each.dataset.role === 'm2')"
        " || !each.closest('details').open)"
    )


def test_nothing_moves_when_the_line_comes(browser: Browser, served: Served) -> None:
    for viewport in (PHONE, {"width": 1280, "height": 900}):
        context = browser.new_context(viewport=viewport)
        page = context.new_page()
        page.route("**/role-lens.js", lambda route: route.abort())
        page.goto(served.url + FOR_ALL)
        top = "document.querySelector('h1').getBoundingClientRect().top"
        before = page.evaluate("document.fonts.ready.then(() => " + top + ")")
        page.unroute("**/role-lens.js")
        visitor = Visitor(context, served.url)
        assert visitor.visit(FOR_ALL).evaluate(top) == before
        choose(visitor.page, "M1")
        assert visitor.visit(LOOP).evaluate(top) == before
        context.close()


def test_without_scripts_all_roles_show_and_nothing_is_offered(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}{SECTION}?role=ic6")
    cards = page.locator("article.loop-question")
    assert cards.count() == page.locator("article.loop-question:visible").count() > 5
    expect(page.locator("loop-role-lens")).to_be_hidden()
    expect(page.locator(".loop-lens-note:visible")).to_have_count(0)
    context.close()


def test_the_search_finds_nothing_of_the_line(served: Served) -> None:
    index = json.loads((served.folder / "search/search_index.json").read_text(encoding="utf-8"))
    texts = [f"{entry['title']} {entry['text']}" for entry in index["docs"]]
    assert len(texts) > 100
    assert not [text for text in texts if "All roles" in text or "left out here" in text]

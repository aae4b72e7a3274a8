"""From page to page and within one: links lead where they say, and nothing is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served
from tests.site.visit import Visitor

CARD = "quick-decision"
SECTION = "questions/move-fast/"


@pytest.fixture(params=["its-own-address", "another-address"])
def visitor(browser: Browser, served: Served, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """The site at the address it was built for, and the same files at another."""
    context = browser.new_context()
    if request.param == "its-own-address":
        yield Visitor(context, served.url)
    else:
        with Served(served.folder) as elsewhere:
            yield Visitor(context, elsewhere.url)
    context.close()


def go(page: Page, door: str) -> None:
    """Click a tab and wait until its page has come."""
    page.locator(".md-tabs__link", has_text=re.compile(rf"^\s*{door}\s*$")).click()
    expect(page.locator(".md-tabs__item--active")).to_have_text(re.compile(door))


def test_tabs_lead_from_page_to_page(visitor: Visitor) -> None:
    page = visitor.visit("")
    for door, address in (("Rounds", "rounds/"), ("Stories", "stories/"), ("Start here", "")):
        go(page, door)
        expect(page).to_have_url(visitor.site + address)
    assert visitor.taken_faults() == []


def test_back_and_forward_return_to_each_page(visitor: Visitor) -> None:
    page = visitor.visit("rounds/")
    heading = page.get_by_role("heading", level=1)
    first = heading.inner_text()
    go(page, "Stories")
    second = heading.inner_text()
    assert first != second
    page.go_back()
    expect(heading).to_have_text(first)
    page.go_forward()
    expect(heading).to_have_text(second)
    assert visitor.taken_faults() == []


def test_a_link_to_a_question_opens_its_card(visitor: Visitor) -> None:
    page = visitor.visit("questions/")
    page.locator(f"article a[href$='#{CARD}']").first.click()
    expect(page).to_have_url(f"{visitor.site}{SECTION}#{CARD}")
    card = page.locator("article.loop-question", has=page.locator(f"[id='{CARD}']"))
    expect(card.get_by_text("A strong answer shows")).to_be_visible()
    expect(card.get_by_role("heading", level=3)).to_be_in_viewport()
    expect(page.locator("article.loop-question details[open]")).to_have_count(1)


def test_a_link_within_the_page_keeps_what_was_ticked_and_opened(visitor: Visitor) -> None:
    page = visitor.visit(SECTION)
    card = page.locator("article.loop-question").first
    card.locator("summary").click()
    box = card.get_by_role("checkbox").first
    box.check()
    page.locator("article .headerlink").last.click()
    expect(page).to_have_url(re.compile("#"))
    expect(box).to_be_checked()
    page.go_back()
    expect(page).to_have_url(visitor.site + SECTION)
    expect(box).to_be_checked()


def test_scrolling_leaves_the_address_alone(visitor: Visitor) -> None:
    page = visitor.visit("questions/")
    page.get_by_role("heading", level=2).last.scroll_into_view_if_needed()
    # The contents beside the text have followed: whatever follows the scroll has happened.
    expect(page.locator(".md-nav--secondary .md-nav__link--active")).not_to_have_count(0)
    expect(page).to_have_url(visitor.site + "questions/")


def test_the_chosen_colours_stay_from_page_to_page(visitor: Visitor) -> None:
    page = visitor.visit("rounds/")
    body = page.locator("body")
    for _ in range(2):
        page.locator(".md-header__option label:visible").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    go(page, "Stories")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")

"""By keyboard alone: everything is reached, and where one is can be seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served
from tests.site.focus import walk
from tests.site.visit import DESKTOP, PHONE

QUESTIONS = "questions/move-fast/"
INNER = "loop/levels/"
# One of each kind: doors, tables that scroll, cards, boxes, sheets, an address that leads nowhere.
WALKED = ("", INNER, QUESTIONS, "plan/", "stories/sheets/", "404.html")

Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opened]:
    """Opens a page of the site, wide or narrow."""
    contexts = []

    def open_page(address: str, size: Any = DESKTOP) -> Page:
        context = browser.new_context(viewport=size)
        contexts.append(context)
        page = context.new_page()
        page.goto(served.url + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until the focus is on what the selector names."""
    wanted = page.locator(selector).first
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    pytest.fail(f"{selector} is not reached by {most} tabs")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
@pytest.mark.parametrize("address", WALKED)
def test_everything_is_reached_and_every_stop_shows(
    opened: Opened, address: str, size: Any
) -> None:
    page = opened(address, size)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    faults = walk(page)
    assert not faults, "\n".join(faults)


def test_the_first_stop_skips_to_the_text(opened: Opened) -> None:
    page = opened(INNER)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


def test_a_tab_is_opened_by_key(opened: Opened, served: Served) -> None:
    page = opened("")
    tab_to(page, ".md-tabs__link[href$='rounds/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url + "rounds/")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_the_search_is_used_by_key_alone(opened: Opened, size: Any) -> None:
    page = opened(INNER, size)
    if size == PHONE:
        tab_to(page, "#__search")
        page.keyboard.press("Space")
    else:
        page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("blockers")
    results = page.locator(".md-search-result__item > a")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile(INNER))
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_search_is_left_by_escape(opened: Opened) -> None:
    page = opened(INNER)
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_the_colours_are_switched_by_key(opened: Opened) -> None:
    page = opened(INNER)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    tab_to(page, ".md-option")
    page.keyboard.press("ArrowRight")
    expect(body).to_have_attribute("data-md-color-media", "(prefers-color-scheme: light)")
    page.keyboard.press("ArrowRight")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_question_card_is_opened_and_closed_by_key(opened: Opened, key: str) -> None:
    page = opened(QUESTIONS)
    card = page.locator("article.loop-question").first
    depth = card.get_by_text("A strong answer shows")
    card.locator("summary").focus()
    page.keyboard.press(key)
    expect(depth).to_be_visible()
    page.keyboard.press(key)
    expect(depth).to_be_hidden()


def test_on_a_phone_the_menu_is_opened_walked_and_closed_by_key(opened: Opened) -> None:
    page = opened(INNER, PHONE)
    menu = page.locator(".md-sidebar--primary")
    page.keyboard.press("Tab")
    expect(page.locator("#__drawer")).to_be_focused()
    expect(menu).to_be_hidden()
    page.keyboard.press("Space")
    expect(menu).to_be_in_viewport()
    faults = walk(page)
    assert not faults, "\n".join(faults)
    tab_to(page, "#__drawer")
    page.keyboard.press("Space")
    expect(menu).to_be_hidden()

"""The search: asked for late, answered always, and it leads to the very card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.load import load
from tests.conftest import ROOT, Served
from tests.site.visit import Visitor

INDEX = "search/search_index.json"

Opened = Callable[[str], Visitor]


def every_question() -> list[tuple[str, str, str]]:
    """Every question of the bank: its section, id and text."""
    banks = load(ROOT / "docs" / "data").of("questions")
    return [
        (section, each.id, each.text) for section, bank in banks.items() for each in bank.questions
    ]


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opened]:
    """Opens a page of the site and writes down what it asks for."""
    context = browser.new_context()

    def open_page(address: str) -> Visitor:
        visitor = Visitor(context, served.url)
        visitor.visit(address)
        return visitor

    yield open_page
    context.close()


def asked(visitor: Visitor) -> int:
    """How often the page has asked for the index."""
    return sum(urlsplit(each).path.endswith(INDEX) for each in visitor.requests)


def turn_to_search(page: Page) -> None:
    """Put the cursor into the empty field, as a reader does."""
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press("Control+A")
    field.press("Delete")
    expect(page.locator(".md-search-result__item")).to_have_count(0)


def paste(page: Page, text: str) -> None:
    """Ask for all the words at once: the theme answers when a key comes up again."""
    page.keyboard.insert_text(text)
    page.keyboard.press("End")


def entries(page: Page) -> list[tuple[str, str]]:
    """The found entries, best first: where each leads, and what it shows."""
    result = page.locator(".md-search-result__item")
    expect(result.first).to_be_visible()
    return [
        (link.get_attribute("href") or "", link.inner_text())
        for link in result.locator(".md-search-result__link").all()
        if link.is_visible()
    ]


def test_the_index_is_asked_for_once_and_only_when_it_is_wanted(opened: Opened) -> None:
    visitor = opened("questions/move-fast/")
    page = visitor.page
    assert asked(visitor) == 0
    assert page.workers == []
    with page.expect_request(f"**/{INDEX}"):
        turn_to_search(page)
    page.keyboard.type("blockers")
    entries(page)
    page.keyboard.press("Escape")
    turn_to_search(page)
    expect(page.locator("#__search")).to_be_checked()
    assert asked(visitor) == 1
    assert len(page.workers) == 1
    assert visitor.taken_faults() == []


def test_what_was_typed_before_the_index_came_is_answered(opened: Opened) -> None:
    page = opened("").page
    held: list[Route] = []
    page.route(f"**/{INDEX}", lambda route: held.append(route))
    with page.expect_request(f"**/{INDEX}"):
        turn_to_search(page)
    page.keyboard.type("blockers")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    held[0].continue_()
    assert any("blockers" in text.lower() for _, text in entries(page))


def test_each_question_is_found_by_its_own_words(opened: Opened) -> None:
    page = opened("").page
    questions = every_question()
    assert len(questions) >= 120
    faults = []
    for section, ident, text in questions:
        turn_to_search(page)
        paste(page, text)
        # The theme shows the best page first, and below each the rest of what was found on it.
        first = page.locator(".md-search-result__item:nth-child(-n + 3) .md-search-result__link")
        expect(first.first).to_be_visible()
        shown = [
            (each.get_attribute("href") or "", each.text_content() or "") for each in first.all()
        ]
        found = [
            words
            for href, words in shown
            if f"questions/{section}/" in href and re.search(rf"#{ident}$", href)
        ]
        if not found:
            faults.append(f"{ident}: found {[href for href, _ in shown]}")
        elif len(found[0]) < len(text) + 60:
            faults.append(f"{ident}: its entry has no text: {found[0]!r}")
    assert not faults, "\n".join(faults)


def test_an_entry_leads_to_the_card_opened(opened: Opened) -> None:
    page = opened("loop/levels/").page
    for section, ident, text in (every_question()[0], every_question()[-1]):
        # From another page the theme swaps the text; the card must open all the same.
        turn_to_search(page)
        paste(page, text)
        page.locator(f".md-search-result__link[href*='#{ident}']").first.click()
        expect(page).to_have_url(re.compile(f"/questions/{section}/.*#{ident}$"))
        card = page.locator("article.loop-question", has=page.locator(f"[id='{ident}']"))
        expect(card.get_by_text("A strong answer shows")).to_be_visible()
        expect(card.get_by_role("heading", level=3)).to_be_in_viewport()

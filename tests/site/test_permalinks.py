"""The lasting address of a question leads to its card, and so does an address of before a move."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.load import load
from tests.conftest import ROOT, Served

_REFRESH = re.compile(r'http-equiv="refresh" content="0; url=([^"#]+)#([^"]+)"')


def test_every_question_has_an_address_that_leads_to_its_card(served: Served) -> None:
    questions = load(ROOT / "docs/data").ids["question"]
    assert len(questions) > 15
    for ident in questions:
        page = served.folder / "q" / ident / "index.html"
        way = _REFRESH.search(page.read_text(encoding="utf-8"))
        assert way, ident
        card = (page.parent / way[1] / "index.html").resolve().read_text(encoding="utf-8")
        assert f'<h3 id="{way[2]}">' in card
        assert way[2] == ident


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_lasting_address_opens_the_card(page: Page, served: Served) -> None:
    page.goto(f"{served.url}q/quick-decision/")
    page.wait_for_url("**/questions/move-fast/#quick-decision")
    expect(page.locator("article.loop-question details[open]")).to_have_count(1)


def test_a_card_offers_its_lasting_address(page: Page, served: Served) -> None:
    page.goto(f"{served.url}questions/move-fast/#quick-decision")
    page.get_by_role("link", name="Lasting link").first.click()
    page.wait_for_url("**/questions/move-fast/#quick-decision")


def test_an_address_of_before_a_move_is_led_on(page: Page, served: Served) -> None:
    page.goto(f"{served.url}questions/collaboration/#quick-decision")
    page.wait_for_url("**/questions/move-fast/#quick-decision")
    expect(page.locator("article.loop-question details[open]")).to_have_count(1)


def test_a_part_that_no_page_has_leaves_the_reader_where_they_are(
    page: Page, served: Served
) -> None:
    with page.expect_response("**/q/ids.json") as answered:
        page.goto(f"{served.url}questions/collaboration/#no-such-question")
    assert "no-such-question" not in answered.value.json()
    assert page.url.endswith("/questions/collaboration/#no-such-question")

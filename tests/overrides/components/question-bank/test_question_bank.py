"""<loop-question-bank> opens and closes all cards, and the one that the address names."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.overrides.examples import examples_of
from tests.overrides.reader import Reader

PLAIN = examples_of("question-bank")[0]
FIRST, SECOND = "#quick-decision", "#slow-decision"


def visit(reader: Reader, hash_: str = "") -> Page:
    """The plain example, its element at work, opened at an address."""
    reader.open(PLAIN, hash_)
    reader.wait_for_elements()
    return reader.page


def card(page: Page, hash_: str) -> Locator:
    """What a card holds beneath its question."""
    return page.locator("article.loop-question", has=page.locator(hash_)).locator("details")


def is_open(page: Page) -> list[bool]:
    """Of each card whether it is open."""
    states: list[bool] = page.locator("details").evaluate_all("(all) => all.map((it) => it.open)")
    return states


def test_the_cards_are_closed_and_the_buttons_are_there(reader: Reader) -> None:
    page = visit(reader)
    expect(page.get_by_role("button", name="Open all")).to_be_visible()
    expect(page.get_by_role("button", name="Close all")).to_be_visible()
    assert is_open(page) == [False, False]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_buttons_open_all_and_close_all_by_keyboard(reader: Reader, key: str) -> None:
    page = visit(reader)
    page.get_by_role("button", name="Open all").press(key)
    assert is_open(page) == [True, True]
    page.get_by_role("button", name="Close all").press(key)
    assert is_open(page) == [False, False]


def test_open_all_leaves_open_what_is_open(reader: Reader) -> None:
    page = visit(reader)
    card(page, SECOND).locator("summary").press("Enter")
    page.get_by_role("button", name="Open all").click()
    assert is_open(page) == [True, True]


def test_a_click_elsewhere_changes_nothing(reader: Reader) -> None:
    page = visit(reader, FIRST)
    page.get_by_role("checkbox").first.check()
    page.locator(FIRST).click()
    assert is_open(page) == [True, False]


def test_the_card_that_the_address_names_is_open(reader: Reader) -> None:
    page = visit(reader, SECOND)
    assert is_open(page) == [False, True]
    expect(page.locator(SECOND)).to_be_in_viewport()


def test_a_link_to_another_card_opens_that_card_too(reader: Reader) -> None:
    page = visit(reader, FIRST)
    page.locator(f"a.headerlink[href='{SECOND}']").click()
    expect(card(page, SECOND)).to_have_attribute("open", "")
    assert is_open(page) == [True, True]


@pytest.mark.parametrize("hash_", ["#%E0%A4%A", "#", "#nobody", "#<img>", "#%00", "##", "#'\""])
def test_an_address_that_names_nothing_harms_nothing(reader: Reader, hash_: str) -> None:
    page = visit(reader, hash_)
    assert is_open(page) == [False, False]
    page.get_by_role("button", name="Open all").click()
    assert is_open(page) == [True, True]
    assert not reader.faults


def test_it_is_not_doubled_when_connected_twice(reader: Reader) -> None:
    page = visit(reader)
    handled = page.locator("loop-question-bank").evaluate(
        """(bank) => {
          let handled = 0;
          const { handleEvent } = Object.getPrototypeOf(bank);
          bank.handleEvent = function (event) { handled += 1; handleEvent.call(this, event); };
          bank.connectedCallback();
          bank.after(bank);
          bank.querySelector("[data-open]").click();
          return handled;
        }"""
    )
    assert handled == 1
    assert is_open(page) == [True, True]


def test_it_hears_nothing_any_more_once_it_is_gone(reader: Reader) -> None:
    page = visit(reader)
    handled = page.locator("loop-question-bank").evaluate(
        """(bank) => {
          let handled = 0;
          bank.handleEvent = () => { handled += 1; };
          bank.remove();
          window.dispatchEvent(new HashChangeEvent("hashchange"));
          bank.querySelector("[data-open]").click();
          return handled;
        }"""
    )
    assert handled == 0

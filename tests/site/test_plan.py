"""The plan as it stands on its page: for everyone in every state, on paper, over visits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import Served
from tests.site.paper import body, printed, sheets
from tests.site.test_access import axe_faults
from tests.site.visit import DESKTOP, PHONE, Visitor

PLAN = "plan/"
MONDAY = "2026-12-14T20:00:00"
OWN = "Ask Priya for <b>figures</b>"


def give(page: Page, date: str = "2027-01-12") -> None:
    """Give a date, hours and a role, tick two boxes and add an item."""
    page.get_by_label("Day of the interview").fill(date)
    page.get_by_label("Hours a week").fill("3")
    page.get_by_role("button", name="M1", exact=True).click()
    for item in ("map-experiences-to-values", "people-cases"):
        page.locator(f"#{item} input").check()
    field = page.get_by_label("Add my own item").first
    field.fill(OWN)
    field.press("Enter")


def nothing(_page: Page) -> None:
    """Leave the page as it comes."""


def past(page: Page) -> None:
    """Give a day that is over."""
    give(page, "2026-12-01")


def wrong(page: Page) -> None:
    """Give hours that nobody has and a date that is none."""
    give(page)
    page.get_by_label("Hours a week").fill("200")
    page.get_by_label("Day of the interview").evaluate("(it) => { it.type = 'text'; }")
    page.get_by_label("Day of the interview").fill("soon")


def undo(page: Page) -> None:
    """Take all ticks off, and remove an item of another list."""
    give(page)
    page.get_by_role("button", name="Take off all ticks").first.click()
    field = page.get_by_label("Add my own item").nth(1)
    field.fill("Another")
    field.press("Enter")
    page.get_by_role("button", name="Remove: Another").click()


def change(page: Page) -> None:
    """Change an item."""
    give(page)
    page.get_by_role("button", name=re.compile("^Change")).click()


STATES = [nothing, give, past, wrong, undo, change]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with an empty browser and a dark phone's screen, unless it is made wide."""
    made = browser.new_context(viewport=PHONE, color_scheme="dark", reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def visitor(context: BrowserContext, served: Served) -> Visitor:
    """A visit on a Monday evening."""
    made = Visitor(context, served.url)
    made.page.clock.set_fixed_time(MONDAY)
    return made


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_the_plan_serves_everyone_in_every_state(
    visitor: Visitor, state: Callable[[Page], None], look: str
) -> None:
    if look == "light":
        visitor.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
        visitor.page.emulate_media(color_scheme="light")
    page = visitor.visit(PLAN)
    state(page)
    assert axe_faults(page, "light") == []
    wide = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    assert wide <= 0
    assert visitor.taken_faults() == []


def test_ticks_go_with_the_reader_from_page_to_page_and_back(visitor: Visitor) -> None:
    page = visitor.visit(PLAN)
    give(page)
    page.locator("article a[href^='practice/#mock']").click()
    expect(page).to_have_url(re.compile("practice"))
    page.go_back()
    expect(page.locator("#people-cases input")).to_be_checked()
    expect(page.get_by_label("Day of the interview")).to_have_value("2027-01-12")
    expect(page.locator("[data-phase=six-weeks]")).to_contain_text("2 of 7 done")
    page.go_forward()
    page.go_back()
    expect(page.locator("[data-own] .loop-check-list__text")).to_have_text(OWN)


def test_what_comes_now_leads_to_its_item(visitor: Visitor) -> None:
    page = visitor.visit(PLAN)
    give(page)
    page.locator("[data-next] a").first.click()
    expect(page.locator("#practise-system-design")).to_be_in_viewport()
    page.locator("[data-phase=day-of] a").click()
    expect(page.locator("h2#day-of")).to_be_in_viewport()


def test_the_policy_lets_the_calendar_file_through(visitor: Visitor) -> None:
    page = visitor.visit(PLAN)
    give(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a calendar file").click()
    assert download.value.failure() is None
    assert visitor.taken_faults() == []


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_page_prints_with_my_ticks_and_my_dates(visitor: Visitor, size: str) -> None:
    page = visitor.visit(PLAN)
    before = body(sheets(printed(page, size)))
    assert "Yourinterview" not in before
    give(page)
    text = body(sheets(printed(page, size)))
    for words in (
        "Your interview: Tuesday 12 January 2027, in 4 weeks and 1 day.",
        "Tuesday 1 December to Monday 21 December",
        "2 of 7 done",
        OWN,
        "This is what we would drop, from the top:",
    ):
        assert re.sub(r"\s+", "", words) in text, words
    for words in ("Add my own item", "Take off all ticks", "Hours a week", "Change", "calendar"):
        assert re.sub(r"\s+", "", words) not in text, words
    page.emulate_media(media="print")
    marks = page.locator("loop-check-list input:checked").evaluate_all(
        "(all) => all.map((it) => getComputedStyle(it, '::after').borderBottomWidth !== '0px' && "
        "getComputedStyle(it).printColorAdjust)"
    )
    assert marks == ["exact", "exact"]


def test_without_scripts_paper_has_room_for_the_dates(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url + PLAN)
    page.emulate_media(media="print")
    blanks = page.locator(".loop-interview-plan__blank")
    expect(blanks).to_have_count(4)
    for each in blanks.all():
        assert each.bounding_box()["width"] > 90  # type: ignore[index]
    assert "42to22daysbefore" in body(sheets(printed(page)))
    context.close()

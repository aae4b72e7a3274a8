"""<loop-dated> says that a check is old when it lies over twelve months back, and not before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.overrides.examples import examples_of
from tests.overrides.reader import Reader
from tests.overrides.stage import Stage

PLAIN = examples_of("dated")[0]
CHECKED = "2026-10-05"
OLD = "over a year ago"

IS_OLD = """async ([checked, now]) => {
  const { isOld } = await import("/components/dated/dated.js");
  return isOld(checked, new Date(now));
}"""


@pytest.fixture(scope="module")
def fresh(reader: Reader) -> Reader:
    """A page from which the element's module can be imported."""
    reader.open(PLAIN)
    return reader


@pytest.mark.parametrize(
    ("checked", "now", "old"),
    [
        (CHECKED, "2026-10-05T00:00", False),
        (CHECKED, "2027-10-04T23:59", False),
        (CHECKED, "2027-10-05T00:00", False),
        (CHECKED, "2027-10-05T23:59", False),
        (CHECKED, "2027-10-06T00:00", True),
        (CHECKED, "2036-10-05T12:00", True),
        # The reader's clock is behind the day of the check.
        (CHECKED, "2025-01-01T12:00", False),
        # A leap day has no twin in the next year.
        ("2024-02-29", "2025-02-28T12:00", False),
        ("2024-02-29", "2025-03-01T12:00", True),
        ("2027-02-28", "2028-02-28T12:00", False),
        ("2027-02-28", "2028-02-29T12:00", True),
    ],
)
def test_a_check_is_old_the_day_after_twelve_months(
    fresh: Reader, checked: str, now: str, old: bool
) -> None:
    assert fresh.page.evaluate(IS_OLD, [checked, now]) is old


@pytest.fixture(params=["Pacific/Auckland", "Europe/London", "Pacific/Honolulu"])
def abroad(browser: Browser, stage: Stage, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Somebody somewhere in the world, whose clock the test sets."""
    tab = Reader(browser.new_context(timezone_id=request.param), stage)
    yield tab
    tab.close()


def test_a_fresh_check_gets_no_word(abroad: Reader) -> None:
    abroad.page.clock.set_fixed_time("2027-10-03T12:00")
    page = abroad.open(PLAIN)
    abroad.wait_for_elements()
    expect(page.get_by_text("Checked 5 October 2026")).to_be_visible()
    expect(page.get_by_text(OLD)).to_have_count(0)


def test_an_old_check_says_so_once_however_often_it_is_put_on_the_page(abroad: Reader) -> None:
    abroad.page.clock.set_fixed_time("2027-10-07T12:00")
    page = abroad.open(PLAIN)
    abroad.wait_for_elements()
    expect(page.get_by_text(OLD)).to_have_count(1)
    page.locator("loop-dated").evaluate("(it) => { it.after(it); it.after(it.cloneNode(true)); }")
    expect(page.locator("loop-dated")).to_have_count(2)
    assert [text.count(OLD) for text in page.locator("loop-dated").all_inner_texts()] == [1, 1]


def test_what_is_no_day_is_left_alone(reader: Reader) -> None:
    odd = '<loop-dated>Once</loop-dated><loop-dated><time datetime="x">x</time></loop-dated>'
    page = reader.read("dated/no-day", f"<div>{odd}</div>")
    reader.wait_for_elements()
    expect(page.get_by_text(OLD)).to_have_count(0)
    assert not reader.faults

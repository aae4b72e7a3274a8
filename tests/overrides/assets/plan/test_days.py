"""A day is a day: in every time zone, in every week, whatever the clocks do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.overrides.reader import Reader
from tests.overrides.stage import Stage

EPOCH = datetime.date(1970, 1, 1)
ZONES = ["Pacific/Auckland", "America/St_Johns", "Asia/Kolkata", "Pacific/Apia", "UTC"]
_CALL = "async ([name, args]) => (await import('/assets/plan/days.js'))[name](...args)"


@pytest.fixture(scope="module", params=ZONES)
def zone(request: pytest.FixtureRequest) -> str:
    """A time zone."""
    return str(request.param)


@pytest.fixture(scope="module")
def page(browser: Browser, stage: Stage, zone: str) -> Iterator[Page]:
    """A page of a reader in that zone."""
    context = browser.new_context(timezone_id=zone)
    tab = Reader(context, stage)
    yield tab.read("plan/days", "<p>Days.</p>")
    tab.close()


def call(page: Page, name: str, *args: Any) -> Any:
    """What a function of days.js gives."""
    return page.evaluate(_CALL, [name, list(args)])


def number(day: datetime.date) -> int:
    """A day as days.js counts it."""
    return (day - EPOCH).days


def words(day: datetime.date) -> str:
    """A day as days.js says it."""
    return f"{day:%A} {day.day} {day:%B %Y}"


# Two leap days, both changes of the clocks of every zone, and the turns of the years.
DAYS = [datetime.date(2026, 1, 1) + datetime.timedelta(days=each) for each in range(5 * 366)]


def test_every_day_of_five_years_is_read_and_said_as_the_calendar_has_it(page: Page) -> None:
    found = page.evaluate(
        """async (texts) => {
          const { dayOf, inWords, written } = await import('/assets/plan/days.js');
          return texts.map((text) => [dayOf(text), inWords(dayOf(text)), written(dayOf(text))]);
        }""",
        [day.isoformat() for day in DAYS],
    )
    assert found == [[number(day), words(day), day.isoformat()] for day in DAYS]


def test_today_is_the_readers_own_day_at_every_hour_of_the_weeks_in_which_clocks_change(
    page: Page, zone: str
) -> None:
    starts = [(2026, 3, 27), (2026, 4, 3), (2026, 9, 25), (2026, 10, 30), (2026, 3, 6)]
    moments = [
        datetime.datetime(*start, tzinfo=datetime.UTC) + datetime.timedelta(hours=each, minutes=30)
        for start in starts
        for each in range(5 * 24)
    ]
    found = page.evaluate(
        """async (moments) => {
          const { today } = await import('/assets/plan/days.js');
          return moments.map((moment) => today(new Date(moment)));
        }""",
        [moment.timestamp() * 1000 for moment in moments],
    )
    assert found == [number(moment.astimezone(ZoneInfo(zone)).date()) for moment in moments]


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-05",
        "2027-1-5",
        " 2027-01-05 ",
        "5 January 2027",
        "05 jan 2027",
        "5 Jan. 2027",
        "January 5, 2027",
        "Jan 5 2027",
    ],
)
def test_a_date_is_read_in_the_forms_that_people_write(page: Page, text: str) -> None:
    assert call(page, "dayOf", text) == number(datetime.date(2027, 1, 5))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2027-02-29", "February 2027 has 28 days."),
        ("29 February 2027", "February 2027 has 28 days."),
        ("2028-02-30", "February 2028 has 29 days."),
        ("31 April 2027", "April 2027 has 30 days."),
        ("2027-13-01", "A year has twelve months"),
        ("0027-01-15", "four digits"),
        ("", "cannot read"),
        ("soon", "cannot read"),
        ("15/01/2027", "cannot read"),
        ("15 Brumaire 2027", "cannot read"),
        ("2027-01-15T00:00", "cannot read"),
        ("<img src=x onerror=alert(1)>", "cannot read"),
        ("9" * 100_000, "cannot read"),
        ("1 " * 50_000, "cannot read"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_date_is_answered_in_words(page: Page, text: str, said: str) -> None:
    assert said in call(page, "dayOf", text)


def test_the_leap_day_is_a_day(page: Page) -> None:
    assert call(page, "dayOf", "29 February 2028") == number(datetime.date(2028, 2, 29))
    assert call(page, "inShort", number(datetime.date(2028, 2, 29))) == "Tuesday 29 February"


def test_a_span_is_said_from_day_to_day_and_one_day_alone(page: Page) -> None:
    first = number(datetime.date(2026, 12, 31))
    assert call(page, "fromTo", first, first + 1) == "Thursday 31 December to Friday 1 January"
    assert call(page, "fromTo", first, first) == "Thursday 31 December"

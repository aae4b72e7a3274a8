"""<loop-interview-plan> gives real dates, says what comes now and what to drop."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from macros.load import load
from macros.plan import plan_data
from macros.render import Scope
from tests.conftest import ROOT
from tests.overrides.reader import NARROW, Reader
from tests.overrides.stage import Stage

TODAY = datetime.date(2026, 11, 22)
LIBRARY = load(ROOT / "docs" / "data")
# The guide's own facts: what the tool says of them is what readers see.
FACTS = {"plan": plan_data(LIBRARY)}
LISTS = [phase["id"] for phase in FACTS["plan"]["phases"]]
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"


def content() -> str:
    """The plan, and the lists beneath it."""
    scope = Scope(LIBRARY, "plan/")
    lists = [
        scope.draw("check-list", checklist=LIBRARY.ids["checklist"][each], days=())
        for each in LISTS
    ]
    return str(scope.draw("interview-plan", **FACTS)) + "".join(map(str, lists))


Open = Callable[..., Page]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with an empty browser, in the evening, not where the sun rises first."""
    made = browser.new_context(reduced_motion="reduce", timezone_id="America/St_Johns")
    yield made
    made.close()


@pytest.fixture
def open_plan(context: BrowserContext, stage: Stage) -> Open:
    """Opens the plan in one more tab of that browser, on a day, with what was given before."""

    def opened(
        today: datetime.date = TODAY, date: str = "", hours: str = "", role: str = ""
    ) -> Page:
        reader = Reader(context, stage)
        set_day(reader.page, today)
        reader.read("interview-plan/guide", content())
        reader.wait_for_elements()
        for name, value in (("plan/date", date), ("plan/hours", hours), ("lens/role", role)):
            if value:
                keep(reader.page, name, value)
        return reader.page

    return opened


def set_day(page: Page, day: datetime.date, time: str = "22:30") -> None:
    """Set the reader's clock, which stands half a day from the next one elsewhere."""
    offset = "-03:30" if day.month in (1, 2, 11, 12) else "-02:30"
    page.clock.set_fixed_time(f"{day.isoformat()}T{time}:00{offset}")


def keep(page: Page, ident: str, value: str | bool) -> None:
    """Keep a record, as another tool of the page would."""
    page.evaluate(
        """async ([id, value]) =>
          (await import('/assets/store/store.js')).store.set(id, value)""",
        [ident, value],
    )


def kept(page: Page, ident: str) -> str:
    """The text of a record."""
    text: str = page.evaluate(
        "async (id) => (await import('/assets/store/store.js')).store.text(id)", ident
    )
    return text


def date_field(page: Page) -> Locator:
    """Where the date is given."""
    return page.get_by_label("Day of the interview")


def hours_field(page: Page) -> Locator:
    """Where the hours are given."""
    return page.get_by_label("Hours a week")


def status(page: Page) -> Locator:
    """The sentence about the day."""
    return page.locator("loop-interview-plan [role=status]")


def advice(page: Page) -> list[str]:
    """Which advice shows."""
    shown = "(all) => all.filter((it) => it.checkVisibility()).map((it) => it.dataset.when)"
    names: list[str] = page.locator("[data-when]").evaluate_all(shown)
    return names


def phases(page: Page) -> list[str]:
    """What is said of each phase, its name left out."""
    return [
        " | ".join(each.split("\n")[1:])
        for each in page.locator(".loop-interview-plan__phase").all_inner_texts()
    ]


def words(day: datetime.date) -> str:
    """A day without its year."""
    return f"{day:%A} {day.day} {day:%B}"


def after(days: int) -> datetime.date:
    """The day so many days after today."""
    return TODAY + datetime.timedelta(days=days)


# Dates


def test_without_a_date_the_phases_are_counted_from_the_day(open_plan: Open) -> None:
    page = open_plan()
    expect(status(page)).to_be_empty()
    assert advice(page) == ["none"]
    assert phases(page)[0] == "42 to 22 days before | 0 of 8 done"
    expect(page.get_by_role("button", name="Save as a calendar file")).to_be_hidden()
    expect(page.get_by_role("heading", name="Now")).to_be_hidden()


@pytest.mark.parametrize(
    ("days", "away", "advised"),
    [
        (-400, "400 days ago", ["over"]),
        (-1, "yesterday", ["over"]),
        (0, "today", ["today"]),
        (1, "tomorrow", ["tomorrow"]),
        (2, "in 2 days", ["soon"]),
        (3, "in 3 days", ["soon"]),
        (4, "in 4 days", []),
        (13, "in 13 days", []),
        (14, "in 2 weeks", []),
        (42, "in 6 weeks", []),
        (43, "in 6 weeks and 1 day", ["early"]),
        (366, "in 52 weeks and 2 days", ["early"]),
        (367, "in 52 weeks and 3 days", ["far"]),
        (3653, "in 521 weeks and 6 days", ["far"]),
        ((datetime.date(2028, 2, 29) - TODAY).days, "in 66 weeks and 2 days", ["far"]),
    ],
)
def test_every_date_is_answered_with_a_word_that_helps(
    open_plan: Open, days: int, away: str, advised: list[str]
) -> None:
    day = after(days)
    page = open_plan()
    date_field(page).fill(day.isoformat())
    expect(status(page)).to_have_text(f"Your interview: {words(day)} {day.year}, {away}.")
    assert advice(page) == advised
    page.reload()
    expect(date_field(page)).to_have_value(day.isoformat())
    expect(status(page)).to_contain_text(away)


def test_each_phase_has_its_days(open_plan: Open) -> None:
    page = open_plan(date="2027-01-12")
    assert phases(page) == [
        "Tuesday 1 December to Monday 21 December | in 9 days | 0 of 8 done",
        "Tuesday 22 December to Monday 4 January | in 4 weeks and 2 days | 0 of 6 done",
        "Tuesday 5 January to Monday 11 January | in 6 weeks and 2 days | 0 of 6 done",
        "Tuesday 12 January | in 7 weeks and 2 days | 0 of 4 done",
    ]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Asia/Kolkata", "Pacific/Apia", "UTC"])
@pytest.mark.parametrize(
    ("today", "day"),
    [
        ((2026, 3, 1), (2026, 4, 10)),
        ((2026, 9, 20), (2026, 10, 31)),
        ((2026, 10, 24), (2026, 11, 5)),
        ((2027, 12, 31), (2028, 2, 29)),
    ],
)
def test_neither_zones_nor_clocks_move_a_day(
    browser: Browser, stage: Stage, zone: str, today: Any, day: Any
) -> None:
    interview = datetime.date(*day)
    context = browser.new_context(timezone_id=zone)
    reader = Reader(context, stage)
    for hour in (0, 12, 23):
        # Given as the reader's own time: the browser has the zone.
        at = reader.page.evaluate("(parts) => new Date(...parts).getTime()", _own(today, hour))
        reader.page.clock.set_fixed_time(at / 1000)
        page = reader.read("interview-plan/zones", content())
        reader.wait_for_elements()
        keep(page, "plan/date", interview.isoformat())
        left = (interview - datetime.date(*today)).days
        expect(page.locator("[data-phase=day-of] [data-dates]")).to_have_text(words(interview))
        first = interview - datetime.timedelta(days=42)
        expect(page.locator("[data-phase=six-weeks] [data-dates]")).to_contain_text(words(first))
        expect(status(page)).to_contain_text(f"{words(interview)} {interview.year}, in {left // 7}")
    context.close()


def _own(day: tuple[int, int, int], hour: int) -> list[int]:
    year, month, date = day
    return [year, month - 1, date, hour, 30]


def test_a_clock_that_goes_back_a_day_is_followed(open_plan: Open) -> None:
    page = open_plan(date="2026-11-24")
    expect(status(page)).to_contain_text("in 2 days")
    set_day(page, after(-1))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(status(page)).to_contain_text("in 3 days")


def test_when_midnight_has_passed_the_plan_knows(open_plan: Open) -> None:
    page = open_plan(date="2026-11-24")
    set_day(page, after(1), "00:01")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(status(page)).to_contain_text("tomorrow")
    assert advice(page) == ["tomorrow"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "We cannot read that date. Write it as 15 January 2027."),
        ("29 February 2027", "February 2027 has 28 days."),
        ("<script>alert(1)</script>", "We cannot read that date. Write it as 15 January 2027."),
        ("15 January 27", "We cannot read that date. Write it as 15 January 2027."),
    ],
)
def test_what_is_no_date_is_told_and_the_plan_stays(open_plan: Open, typed: str, said: str) -> None:
    page = open_plan(date="2027-01-12")
    # A browser without a field for dates shows one for text.
    date_field(page).evaluate("(it) => { it.type = 'text'; }")
    date_field(page).fill(typed)
    expect(date_field(page)).to_have_attribute("aria-invalid", "true")
    expect(date_field(page)).to_have_accessible_description(said)
    assert kept(page, "plan/date") == "2027-01-12"
    expect(status(page)).to_contain_text("12 January 2027")
    date_field(page).fill("1 Feb 2027")
    expect(date_field(page)).not_to_have_attribute("aria-invalid", "true")
    assert kept(page, "plan/date") == "2027-02-01"


def test_half_a_date_is_told_and_an_emptied_one_forgotten(open_plan: Open) -> None:
    page = open_plan()
    date_field(page).click()
    page.keyboard.type("12")
    hours_field(page).focus()
    expect(date_field(page)).to_have_accessible_description("Write day, month and year.")
    date_field(page).fill("2027-01-12")
    assert kept(page, "plan/date") == "2027-01-12"
    date_field(page).fill("")
    assert kept(page, "plan/date") == ""
    assert advice(page) == ["none"]
    assert phases(page)[0] == "42 to 22 days before | 0 of 8 done"


@pytest.mark.parametrize("stored", ["<img src=x onerror=alert(1)>", "2027-02-30", "9" * 100_000])
def test_a_kept_date_that_is_none_does_no_harm(open_plan: Open, stored: str) -> None:
    page = open_plan(date=stored)
    assert advice(page) == ["none"]
    page.reload()
    expect(status(page)).to_be_empty()
    expect(page.locator("loop-interview-plan img")).to_have_count(0)


# Hours


@pytest.mark.parametrize(
    ("typed", "said", "left"),
    [
        ("6", "", "6"),
        ("2,5", "", "2.5"),
        ("2½", "", "2.5"),
        (" 4 ", "", "4"),
        ("12", "We would not go beyond 10: tired repetition adds little.", "12"),
        ("0", "With no hours there is nothing to plan. Even one a week counts.", ""),
        ("-3", "Fewer than none cannot be. Write what you can give, such as 3.", ""),
        ("200", "A week has 168 hours. Write those that you will prepare in.", ""),
        ("six", "Write a number, such as 6 or 2.5.", ""),
        ("1e3", "Write a number, such as 6 or 2.5.", ""),
        ("<b>6</b>", "Write a number, such as 6 or 2.5.", ""),
        ("", "", ""),
    ],
)
def test_hours_are_read_or_answered_with_a_word(
    open_plan: Open, typed: str, said: str, left: str
) -> None:
    page = open_plan(date="2027-01-12")
    hours_field(page).fill(typed or "1")
    hours_field(page).fill(typed)
    expect(hours_field(page)).to_have_accessible_description(said)
    assert kept(page, "plan/hours") == left
    expect(page.get_by_role("heading", name="Hours")).to_be_visible(visible=bool(left))


def test_nonsense_leaves_the_hours_that_were_given(open_plan: Open) -> None:
    page = open_plan(date="2027-01-12", hours="6")
    hours_field(page).fill("many")
    assert kept(page, "plan/hours") == "6"
    hours_field(page).fill("")
    assert kept(page, "plan/hours") == ""


# Now, and what to drop


def test_now_names_the_phase_and_its_next_items_with_their_minutes(open_plan: Open) -> None:
    page = open_plan(date=after(40).isoformat(), hours="10", role="m1")
    expect(page.get_by_role("heading", name="Now")).to_have_text(
        f"Now: 6 weeks before, until {words(after(18))}"
    )
    assert page.locator("[data-next] li").all_inner_texts() == [
        "Map experiences to Meta's core values: 1 sheet, 40 min",
        "Research Meta's technical blog posts and engineering practices: 5 texts, 3 h",
        "Practice system design problems at Meta scale: 8 scenarios, 9 h 20 min",
        "Develop stories showing rapid execution and impact: 10 cards, 4 h",
    ]
    expect(page.locator("[data-more]")).to_have_text("and 2 more on the list")
    link = page.get_by_role("link", name="Map experiences")
    expect(link).to_have_attribute("href", "#map-experiences-to-values")
    page.locator("#map-experiences-to-values input").check()
    expect(page.locator("[data-next] li").first).to_contain_text("Research Meta")
    expect(page.locator("[data-more]")).to_have_text("and 1 more on the list")


def test_phases_whose_days_are_over_are_merged_and_said_so(open_plan: Open) -> None:
    page = open_plan(date=after(10).isoformat(), role="ic6")
    assert phases(page)[0].split(" | ")[1] == "its days are over: merged into “3 weeks before”"
    assert phases(page)[1].split(" | ")[1] == "now, 3 days left"
    expect(page.locator("[data-next] li").first).to_contain_text("Map experiences")
    for each in page.locator("loop-check-list").first.get_by_role("checkbox").all():
        each.check()
    assert phases(page)[0].split(" | ")[1] == "done"
    expect(page.locator("[data-next] li").first).to_contain_text("Mock interviews")


def test_it_fits_or_it_says_what_to_drop_in_order_and_what_each_frees(open_plan: Open) -> None:
    page = open_plan(date=after(14).isoformat(), hours="6", role="m1")
    hours = page.locator("[data-hours]")
    expect(hours).to_have_text(
        "You have 12 h until the day. What is not done takes 34 h 53 min. "
        "That is 22 h 53 min too much. This is what we would drop, from the top:"
    )
    cuts = page.locator("[data-cuts] li")
    expect(cuts.first).to_have_text(
        "Map experiences to Meta's core values: leave it out (1 sheet), frees 40 min"
    )
    expect(page.locator("[data-after]")).to_have_text("Then it fits, with 26 min to spare.")
    hours_field(page).fill("40")
    expect(hours).to_contain_text("It fits, with")
    expect(cuts).to_have_count(0)
    # What is done need not fit.
    hours_field(page).fill("6")
    expect(cuts.first).to_contain_text("Map experiences")
    page.locator("#map-experiences-to-values input").check()
    expect(hours).to_contain_text("What is not done takes 34 h 13 min.")
    expect(cuts.first).not_to_contain_text("Map experiences")


def test_where_even_the_least_does_not_fit_it_says_so(open_plan: Open) -> None:
    page = open_plan(date=after(1).isoformat(), hours="2", role="m1")
    expect(page.locator("[data-after]")).to_contain_text("Even so 2 h 3 min are missing.")
    assert advice(page) == ["tomorrow"]


def test_when_all_is_done_nothing_is_missing(open_plan: Open) -> None:
    page = open_plan(date=after(5).isoformat(), hours="1", role="m1")
    for each in page.locator("loop-check-list").get_by_role("checkbox").all():
        each.check()
    expect(page.locator("[data-hours]")).to_have_text("Everything that takes hours is done.")
    expect(page.locator("[data-more]")).to_contain_text("Everything up to here is done.")
    total = page.locator("loop-interview-plan > .loop-progress")
    expect(total).to_contain_text("24 of 24 done in all")
    expect(total.locator("rect").last).to_have_attribute("width", "100")


def test_the_day_itself_has_its_four_lines_and_no_reckoning(open_plan: Open) -> None:
    page = open_plan(date=TODAY.isoformat(), hours="6", role="m1")
    expect(page.get_by_role("heading", name="Now")).to_have_text("Now: Day of")
    expect(page.get_by_role("heading", name="Hours")).to_be_hidden()
    expect(page.get_by_role("link", name="What to do between two rounds")).to_be_visible()


def test_afterwards_there_are_kind_words_and_nothing_to_do(open_plan: Open) -> None:
    page = open_plan(date=after(-2).isoformat(), hours="6", role="m1")
    assert advice(page) == ["over"]
    for name in ("Now", "Hours"):
        expect(page.get_by_role("heading", name=name)).to_be_hidden()
    assert phases(page)[0].endswith("0 of 6 done")
    assert "over" not in " ".join(phases(page))


# The role


def test_the_role_is_the_one_that_the_site_shows(open_plan: Open) -> None:
    page = open_plan(date="2027-01-12", hours="6")
    expect(page.locator("[data-after]")).to_contain_text("Choose your role above")
    keep(page, "lens/role", "ic6")
    expect(page.locator("[data-after]")).to_be_empty()
    expect(page.locator("[data-phase=six-weeks]")).to_contain_text("0 of 5 done")
    keep(page, "lens/role", "m1")
    expect(page.locator("[data-phase=six-weeks]")).to_contain_text("0 of 6 done")


@pytest.mark.parametrize("role", ["astronaut", "__proto__", "<b>"])
def test_a_role_that_there_is_not_counts_as_none(open_plan: Open, role: str) -> None:
    page = open_plan(date="2027-01-12", hours="6", role=role)
    expect(page.locator("[data-after]")).to_contain_text("Choose your role above")
    expect(page.locator("[data-phase=six-weeks]")).to_contain_text("0 of 8 done")


# Tabs, storage, screens


def test_another_tab_is_followed_but_not_into_the_field_that_one_is_in(open_plan: Open) -> None:
    one, other = open_plan(), open_plan()
    date_field(one).fill("2027-01-12")
    expect(date_field(other)).to_have_value("2027-01-12")
    expect(status(other)).to_contain_text("12 January 2027")
    one.locator("#map-experiences-to-values input").check()
    expect(other.locator("[data-phase=six-weeks]")).to_contain_text("1 of 8 done")
    hours_field(other).press_sequentially("1")
    hours_field(one).fill("9")
    expect(hours_field(other)).to_have_value("1")
    hours_field(other).blur()
    expect(hours_field(other)).to_have_value("9")


def test_where_storage_is_refused_the_plan_works_until_the_page_goes(
    context: BrowserContext, open_plan: Open
) -> None:
    context.add_init_script(REFUSED)
    page = open_plan()
    date_field(page).fill(after(14).isoformat())
    hours_field(page).fill("6")
    expect(status(page)).to_contain_text("in 2 weeks")
    expect(page.locator("[data-hours]")).to_contain_text("You have 12 h")
    with page.expect_download():
        page.get_by_role("button", name="Save as a calendar file").click()
    page.reload()
    expect(status(page)).to_be_empty()


def test_own_items_are_counted_and_listed_whatever_they_hold(
    context: BrowserContext, stage: Stage
) -> None:
    reader = Reader(context, stage)
    set_day(reader.page, TODAY)
    page = reader.read("interview-plan/own", content())
    reader.wait_for_elements()
    page.set_viewport_size(NARROW)
    keep(page, "plan/date", after(1).isoformat())
    keep(page, "own/one-week.1", "<img src=x onerror=alert(1)> " + "x" * 100_000)
    for each in page.locator("loop-check-list").get_by_role("checkbox").all():
        if each.get_attribute("data-tick") != "one-week.1":
            each.check()
    expect(page.locator("[data-next] li")).to_contain_text("<img src=x onerror=alert(1)> xxx")
    expect(page.locator("[data-phase=one-week]")).to_contain_text("6 of 7 done")
    expect(page.locator("loop-interview-plan img")).to_have_count(0)
    assert reader.probe("tooWide") == []
    assert not reader.faults


def test_the_form_is_filled_by_keyboard(open_plan: Open) -> None:
    page = open_plan()
    date_field(page).focus()
    page.keyboard.type("01122027")
    expect(status(page)).to_contain_text("12 January 2027")
    hours_field(page).focus()
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    expect(page.locator("[data-hours]")).to_be_visible()
    assert kept(page, "plan/hours") == "6"


def test_without_scripts_there_is_no_form_but_the_phases(reader_without_scripts: Reader) -> None:
    page = reader_without_scripts.read("interview-plan/off", content())
    expect(date_field(page)).to_be_hidden()
    expect(page.locator("[data-phase=six-weeks]")).to_contain_text("42 to 22 days before")
    assert page.locator("form").first.evaluate("(it) => it.getBoundingClientRect().height") == 0


# The calendar file


def saved(page: Page) -> list[Any]:
    """The events of the file that is saved."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a calendar file").click()
    assert download.value.suggested_filename == "interview-plan.ics"
    file = Path(download.value.path()).read_bytes()
    return icalendar.Calendar.from_ical(file).walk("VEVENT")


def test_the_file_has_a_day_for_each_phase_with_its_items(open_plan: Open) -> None:
    page = open_plan(date="2027-01-12", hours="3", role="m1")
    keep(page, "own/six-weeks.1", "Mine; with, signs\\ 👩‍👩‍👧 \u202eevil")
    page.locator("#develop-fast-stories input").check()
    events = saved(page)
    day = datetime.date(2027, 1, 12)
    starts = [day - datetime.timedelta(weeks=weeks) for weeks in (6, 3, 1, 0)]
    assert [event["DTSTART"].dt for event in events] == starts
    assert [str(event["SUMMARY"]) for event in events] == [
        "Interview plan: 6 weeks before",
        "Interview plan: 3 weeks before",
        "Interview plan: 1 week before",
        "Interview",
    ]
    lines = str(events[0]["DESCRIPTION"]).splitlines()
    assert "[ ] Practice system design problems at Meta scale (2 scenarios, 2 h 20 min)" in lines
    assert "[x] Develop stories showing rapid execution and impact (10 cards, 4 h)" not in lines
    assert "[x] Develop stories showing rapid execution and impact (6 cards, 2 h 40 min)" in lines
    assert "[ ] Mine; with, signs\\ 👩‍👩‍👧 \u202eevil" in lines
    assert not [line for line in lines if "coding problems" in line]
    assert {str(event["URL"]) for event in events} == {page.url}


def test_a_second_file_updates_the_first(open_plan: Open) -> None:
    page = open_plan(date="2027-01-12")
    first = saved(page)
    keep(page, "plan/date", "2027-01-19")
    # The same second, and then a clock that went back a day.
    second = saved(page)
    set_day(page, after(-1))
    third = saved(page)
    uids = [[str(event["UID"]) for event in events] for events in (first, second, third)]
    assert uids[0] == uids[1] == uids[2]
    assert len(set(uids[0])) == 4
    revisions = [int(events[0]["SEQUENCE"]) for events in (first, second, third)]
    assert revisions[0] < revisions[1] < revisions[2] < 2**31
    assert second[3]["DTSTART"].dt == datetime.date(2027, 1, 19)
    page.reload()
    assert int(saved(page)[0]["SEQUENCE"]) > revisions[2]


@pytest.mark.parametrize("stored", ["1e308", "99999999999", "-5", "NaN", "<b>"])
def test_a_kept_revision_that_is_none_does_no_harm(open_plan: Open, stored: str) -> None:
    page = open_plan(date="2027-01-12")
    keep(page, "plan/calendar", stored)
    assert 0 < int(saved(page)[0]["SEQUENCE"]) < 2**31

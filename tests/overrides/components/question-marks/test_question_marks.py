"""<loop-question-marks> keeps star, day, note and boxes of a question, whatever other tabs do."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.overrides.everyone import axe_faults
from tests.overrides.examples import examples_of
from tests.overrides.keeping import HOSTILE, Household, keep, kept, stored
from tests.overrides.reader import NARROW, PROBES
from tests.overrides.stage import Stage
from tests.site.paper import body, printed, sheets

PLAIN = examples_of("question-marks")[0].html()
NOTE = "note/quick-decision"
# Half past eleven at night in the one place, and tomorrow in the other.
LATE = "2026-11-22T22:30:00Z"
# Milliseconds after the last key, when a note is kept at the latest.
PAUSE = 300


@pytest.fixture
def home(browser: Browser, stage: Stage) -> Iterator[Household]:
    """A browser of one's own; nothing may go wrong in it."""
    household = Household(browser, stage, timezone_id="Europe/Paris")
    yield household
    assert household.faults() == []
    household.close()


@pytest.fixture
def page(home: Household) -> Page:
    """A tab with two questions."""
    return home.open("marks/one", PLAIN)


def card(page: Page, number: int = 0) -> Locator:
    """The card of a question."""
    return page.locator("article.loop-question").nth(number)


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press a button of the first card."""
    card(page).get_by_role("button", name=name, exact=isinstance(name, str)).click()


def note(page: Page, opener: str = "Note") -> Locator:
    """The field of the first card's note, opened."""
    press(page, opener)
    field = card(page).get_by_role("textbox", name="Your note")
    expect(field).to_be_focused()
    return field


def stop_the_clock(page: Page) -> None:
    """From now on no timer of the page goes off unless it is told to."""
    page.clock.install()
    page.clock.pause_at(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1))


def shown(page: Page) -> Locator:
    """The first card's note as text."""
    return card(page).locator(".loop-question-marks__text")


def conflict(page: Page) -> Locator:
    """Where the first card asks which text stays."""
    return card(page).locator(".loop-question-marks__conflict")


def test_a_star_stays_and_can_be_taken_off(page: Page) -> None:
    star = card(page).get_by_role("button", name="Star")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(card(page, 1).get_by_role("button", name="Star")).to_have_attribute(
        "aria-pressed", "false"
    )
    star.click()
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "false")


def test_the_day_of_practice_is_that_of_the_readers_own_calendar(home: Household) -> None:
    home.context.clock.set_fixed_time(LATE)
    page = home.open("marks/late", PLAIN)
    press(page, "Practised")
    expect(card(page).get_by_role("button", name="Practised 22 November")).to_be_visible()
    assert kept(page, "practised/quick-decision") == ["2026-11-22"]


def test_further_east_it_is_tomorrow_already(browser: Browser, stage: Stage) -> None:
    east = Household(browser, stage, timezone_id="Asia/Tokyo")
    east.context.clock.set_fixed_time(LATE)
    page = east.open("marks/east", PLAIN)
    press(page, "Practised")
    assert kept(page, "practised/quick-decision") == ["2026-11-23"]
    east.close()


def test_practice_is_taken_back(page: Page) -> None:
    press(page, "Practised")
    press(page, re.compile("Practised \\d"))
    expect(card(page).get_by_role("button", name="Practised", exact=True)).to_be_visible()
    assert kept(page, "practised/quick-decision") == []


def test_an_earlier_day_is_renewed_or_brought_back(home: Household) -> None:
    home.context.clock.set_fixed_time(LATE)
    page = home.open("marks/earlier", PLAIN)
    keep(page, **{"practised__quick-decision": "2025-03-04"})
    press(page, "Practised 4 March 2025")
    press(page, "Back to 4 March 2025")
    assert kept(page, "practised/quick-decision") == ["2025-03-04"]
    press(page, "Again today")
    assert kept(page, "practised/quick-decision") == ["2026-11-22"]
    expect(card(page).get_by_role("button", name="Again today")).to_be_hidden()


def test_a_day_that_is_none_is_shown_as_it_is(page: Page) -> None:
    keep(page, **{"practised__quick-decision": "2026-02-31 <b>"})
    expect(card(page).get_by_role("button", name="Practised 2026-02-31 <b>")).to_be_visible()


def test_what_is_typed_is_kept_before_the_page_is_left(page: Page) -> None:
    note(page)
    page.keyboard.type("Forty minutes, two facts missing.")
    page.reload()
    expect(shown(page)).to_have_text("Forty minutes, two facts missing.")
    expect(shown(page)).to_be_visible()


def test_what_is_typed_is_kept_when_the_tab_is_hidden(home: Household, page: Page) -> None:
    other = home.open("marks/two", PLAIN)
    note(page)
    stop_the_clock(page)
    page.keyboard.type("Ana has the number.")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    expect(shown(other)).to_have_text("Ana has the number.")


def test_what_is_typed_is_kept_while_it_is_typed_and_said_so_then(page: Page) -> None:
    note(page)
    said = card(page).get_by_text("Saved in this browser")
    stop_the_clock(page)
    page.keyboard.type("Typed")
    expect(said).to_have_count(0)
    assert stored(page) == {}
    page.clock.run_for(PAUSE)
    expect(said).to_be_visible()
    assert len(stored(page)) == 1


def test_a_note_is_edited_by_keyboard_alone_and_emptied(page: Page) -> None:
    opener = card(page).get_by_role("button", name="Note")
    opener.press("Enter")
    page.keyboard.type("First line\nsecond")
    page.keyboard.press("Escape")
    opener = card(page).get_by_role("button", name="Edit note")
    expect(opener).to_be_focused()
    expect(card(page).get_by_role("textbox")).to_be_hidden()
    expect(shown(page)).to_have_text("First line\nsecond", use_inner_text=True)
    opener.press("Space")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("button", name="Done")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page).locator(".loop-question-marks__note")).to_be_hidden()
    assert kept(page, NOTE) == []


def test_the_field_grows_with_its_text(page: Page) -> None:
    field = note(page)
    before = field.evaluate("(field) => field.clientHeight")
    page.keyboard.type("line\n" * 30)
    assert field.evaluate("(field) => field.clientHeight") > 4 * before
    assert field.evaluate("(field) => field.scrollHeight - field.clientHeight") <= 0


def edited_in_two_tabs(home: Household, page: Page) -> Page:
    """Another tab; in both, the same note was changed without knowing of the other."""
    keep(page, **{"note__quick-decision": "Before"})
    other = home.open("marks/two", PLAIN)
    for tab in (page, other):
        note(tab, "Edit note")
        stop_the_clock(tab)
    for tab, text in ((page, " and here"), (other, " and there")):
        tab.keyboard.type(text)
    for tab in (other, page):
        tab.clock.run_for(PAUSE)
    page.keyboard.type(".")
    page.clock.run_for(PAUSE)
    for tab in (page, other):
        tab.clock.resume()
    expect(conflict(page)).to_be_visible()
    expect(conflict(other)).to_be_visible()
    return other


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("Keep the first", "Before and there"),
        ("Keep the second", "Before and here."),
        ("Keep both, joined", "Before and there\n\nBefore and here."),
    ],
)
def test_two_tabs_keep_both_texts_until_the_reader_has_chosen(
    home: Household, page: Page, choice: str, left: str
) -> None:
    other = edited_in_two_tabs(home, page)
    for tab in (page, other):
        versions = conflict(tab).locator(".loop-question-marks__version")
        expect(versions).to_have_text(["Before and there", "Before and here."])
    other.reload()
    expect(conflict(other)).to_be_visible()
    press(other, choice)
    for tab in (page, other):
        expect(conflict(tab)).to_have_count(0)
    expect(shown(other)).to_have_text(left, use_inner_text=True)
    assert kept(page, NOTE) == kept(other, NOTE) == [left]
    page.reload()
    assert kept(page, NOTE) == [left]


def test_a_field_that_is_typed_in_never_changes_under_the_hand(home: Household, page: Page) -> None:
    edited_in_two_tabs(home, page)
    field = card(page).get_by_role("textbox", name="Your note")
    expect(field).to_have_value("Before and here.")
    page.keyboard.type(" More.")
    expect(field).to_have_value("Before and here. More.")
    expect(conflict(page)).to_contain_text("Before and here. More.")
    expect(conflict(page)).to_contain_text("Before and there")


def test_a_field_that_is_open_and_untouched_follows_the_other_tab(
    home: Household, page: Page
) -> None:
    field = note(page)
    other = home.open("marks/two", PLAIN)
    note(other)
    other.keyboard.type("From there")
    expect(field).to_have_value("From there")
    page.keyboard.type(", and on")
    page.keyboard.press("Escape")
    expect(conflict(page)).to_have_count(0)
    assert kept(page, NOTE) == ["From there, and on"]


def test_a_later_edit_after_a_choice_asks_no_more(home: Household, page: Page) -> None:
    edited_in_two_tabs(home, page)
    press(page, "Keep the first")
    note(page, "Edit note")
    page.keyboard.type("!")
    page.keyboard.press("Escape")
    expect(conflict(page)).to_have_count(0)
    assert kept(page, NOTE) == ["Before and there!"]


def test_what_a_story_needs_stays_ticked_on_every_card_of_the_question(
    home: Household,
) -> None:
    page = home.open("marks/twice", PLAIN + PLAIN)
    other = home.open("marks/one", PLAIN)
    for number in (0, 2):
        card(page, number).locator("summary").click()
    card(other).locator("summary").click()
    box = card(page, 0).get_by_role("checkbox", name="A clock")
    box.check()
    expect(card(page, 2).get_by_role("checkbox", name="A clock")).to_be_checked()
    expect(card(other).get_by_role("checkbox", name="A clock")).to_be_checked()
    expect(card(other).get_by_role("checkbox", name="A way back")).not_to_be_checked()
    other.reload()
    expect(card(other).locator("input[data-tick]").first).to_be_checked()
    box.uncheck()
    expect(card(other).locator("input[data-tick]").first).not_to_be_checked()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_note_is_a_text_and_breaks_no_layout(
    home: Household, page: Page, text: str
) -> None:
    page.set_viewport_size(NARROW)
    note(page).fill(text)
    page.keyboard.press("Escape")
    assert shown(page).text_content() == text
    assert page.evaluate(f"() => {{ {PROBES}; return tooWide(); }}") == []
    page.reload()
    expect(shown(page)).to_be_visible()
    assert shown(page).text_content() == text
    note(page, "Edit note")
    assert page.evaluate(f"() => {{ {PROBES}; return tooWide(); }}") == []
    assert home.faults() == []


def test_a_note_of_three_pages_prints_whole(page: Page) -> None:
    lines = [f"Line {number} of my note." for number in range(150)]
    keep(page, **{"note__quick-decision": "\n".join(lines)})
    expect(shown(page)).to_be_visible()
    whole = body(sheets(printed(page)))
    assert all(line.replace(" ", "") in whole for line in lines)
    note(page, "Edit note")
    while_open = body(sheets(printed(page)))
    assert all(line.replace(" ", "") in while_open for line in lines)


def test_paper_shows_what_is_marked_and_nothing_to_press(page: Page) -> None:
    press(page, "Star")
    whole = body(sheets(printed(page)))
    assert "Star" in whole
    assert "Practised" not in whole
    assert "Note" not in whole


def test_nothing_moves_when_the_marks_come(home: Household) -> None:
    home.context.route("**/question-marks.js", lambda route: route.fulfill(body="", status=200))
    waiting = home.context.new_page()
    ready = home.open("marks/one", "<p></p>")
    waiting.goto(ready.url)
    place = "(page) => document.querySelector('summary').getBoundingClientRect().top"
    ready.close()
    home.context.unroute("**/question-marks.js")
    done = home.open("marks/still", PLAIN)
    home.context.route("**/question-marks.js", lambda route: route.fulfill(body="", status=200))
    waiting.goto(done.url)
    waiting.evaluate("document.fonts.ready.then(() => true)")
    expect(waiting.locator(".loop-question-marks__bar").first).to_be_hidden()
    assert waiting.evaluate(place) == done.evaluate(place)


@pytest.mark.parametrize("state", ["marked", "writing", "asking"])
def test_everyone_is_served_in_every_state(home: Household, page: Page, state: str) -> None:
    press(page, "Star")
    press(page, "Practised")
    if state == "writing":
        note(page)
        page.keyboard.type("A note")
    elif state == "asking":
        edited_in_two_tabs(home, page)
    assert axe_faults(page) == []


def test_it_is_not_doubled_when_connected_twice(page: Page) -> None:
    page.locator("loop-question-marks").first.evaluate(
        "(marks) => { marks.connectedCallback(); marks.after(marks); }"
    )
    press(page, "Star")
    assert kept(page, "star/quick-decision") == [True]
    note(page)
    page.keyboard.type("Once")
    page.keyboard.press("Escape")
    assert kept(page, NOTE) == ["Once"]


def test_once_it_is_gone_it_has_kept_what_was_typed_and_hears_nothing(page: Page) -> None:
    note(page)
    stop_the_clock(page)
    page.keyboard.type("Last words")
    page.locator("loop-question-marks").first.evaluate("(marks) => { marks.remove(); }")
    assert kept(page, NOTE) == ["Last words"]
    page.clock.resume()
    card(page).locator("summary").click()
    card(page).get_by_role("checkbox", name="A clock").check()
    assert kept(page, "tick/none") == []
    assert not [key for key in stored(page) if "tick/" in key]


def test_much_that_changed_is_worth_a_reminder_once_a_visit(page: Page) -> None:
    hint = page.get_by_role("link", name="Save a backup")
    keep(page, **{f"star__some-{number}": True for number in range(18)})
    press(page, "Star")
    expect(hint).to_have_count(0)
    press(page, "Practised")
    expect(hint).to_have_count(1)
    page.reload()
    press(page, "Star")
    expect(hint).to_have_count(0)

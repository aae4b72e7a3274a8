"""<loop-check-list> keeps ticks and items of one's own, says how far one is, and undoes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.overrides.examples import examples_of
from tests.overrides.reader import NARROW, Reader
from tests.overrides.stage import Stage

LIST = examples_of("check-list")[0]
CARDS, SYSTEM = "Write your cards", "Draw one system"
HOSTILE = '<img src=x onerror="alert(1)"><script>alert(1)</script> \u202eevil\u202c 👩‍👩‍👧 &amp; "'
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"

Open = Callable[[], Page]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with an empty browser."""
    made = browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def open_tab(context: BrowserContext, stage: Stage) -> Open:
    """Opens the list in one more tab of that browser."""

    def opened() -> Page:
        reader = Reader(context, stage)
        reader.open(LIST)
        reader.wait_for_elements()
        return reader.page

    return opened


def box(page: Page, words: str) -> Locator:
    """The box of the item that begins with these words."""
    return page.get_by_role("checkbox", name=re.compile(f"^{re.escape(words)}"))


def add(page: Page, text: str) -> None:
    """Add an item of one's own."""
    page.get_by_label("Add my own item").fill(text)
    page.get_by_role("button", name="Add").click()


def press(page: Page, name: str) -> None:
    """Press a button by the beginning of its name."""
    page.get_by_role("button", name=re.compile(f"^{name}")).click()


def said(page: Page) -> Locator:
    """What the list says about the last act."""
    return page.locator("loop-check-list [role=status]")


def count(page: Page) -> Locator:
    """How far one is, in words."""
    return page.locator("loop-check-list [data-count]")


def texts(page: Page) -> list[str]:
    """The reader's own items."""
    return page.locator("[data-own] .loop-check-list__text").all_inner_texts()


# Ticks


def test_a_tick_stays_through_reload_and_other_pages(open_tab: Open) -> None:
    page = open_tab()
    box(page, CARDS).check()
    page.reload()
    expect(box(page, CARDS)).to_be_checked()
    expect(box(page, SYSTEM)).not_to_be_checked()
    page.goto("about:blank")
    page.go_back()
    expect(box(page, CARDS)).to_be_checked()
    box(page, CARDS).uncheck()
    page.reload()
    expect(count(page)).to_have_text("0 of 4 done")
    expect(box(page, CARDS)).not_to_be_checked()


def test_two_tabs_show_the_same(open_tab: Open) -> None:
    one, other = open_tab(), open_tab()
    box(one, CARDS).check()
    expect(box(other, CARDS)).to_be_checked()
    expect(count(other)).to_have_text("1 of 4 done")
    box(other, SYSTEM).check()
    box(other, CARDS).uncheck()
    expect(box(one, CARDS)).not_to_be_checked()
    expect(box(one, SYSTEM)).to_be_checked()


def test_a_box_that_the_browser_restores_does_not_bring_back_what_was_taken_off(
    open_tab: Open,
) -> None:
    one, other = open_tab(), open_tab()
    box(one, CARDS).check()
    one.goto("about:blank")
    press(other, "Take off all ticks")
    one.go_back()
    expect(count(one)).to_have_text("0 of 4 done")
    expect(box(one, CARDS)).not_to_be_checked()
    expect(box(other, CARDS)).not_to_be_checked()


def test_what_is_ticked_before_the_script_comes_is_kept(
    context: BrowserContext, stage: Stage
) -> None:
    reader = Reader(context, stage)
    held: list[Callable[[], None]] = []
    reader.page.route("**/check-list.js", lambda route: held.append(route.continue_))
    reader.page.goto(stage.put("check-list/early", LIST.html()), wait_until="commit")
    box(reader.page, CARDS).check()
    for let_go in held:
        let_go()
    expect(count(reader.page)).to_have_text("1 of 4 done")
    expect(box(reader.page, CARDS)).to_be_checked()
    reader.page.unroute_all()
    reader.page.reload()
    expect(box(reader.page, CARDS)).to_be_checked()


def test_an_element_that_is_moved_goes_on(open_tab: Open) -> None:
    page = open_tab()
    page.locator("loop-check-list").evaluate("(it) => it.parentElement.append(it)")
    box(page, CARDS).check()
    expect(count(page)).to_have_text("1 of 4 done")
    add(page, "Once")
    assert texts(page) == ["Once"]


# How far one is


def test_progress_is_drawn_and_said(open_tab: Open) -> None:
    page = open_tab()
    expect(count(page)).to_have_text("0 of 4 done")
    done = page.locator("loop-check-list .loop-bar rect").last
    expect(done).to_have_attribute("width", "0")
    box(page, CARDS).check()
    expect(count(page)).to_have_text("1 of 4 done")
    expect(done).to_have_attribute("width", "25")


def test_what_another_role_prepares_is_not_counted_unless_it_is_done(open_tab: Open) -> None:
    page = open_tab()
    keep(page, "lens/role", "ic6")
    expect(count(page)).to_have_text("0 of 3 done")
    box(page, "Write your cases").check()
    expect(count(page)).to_have_text("1 of 4 done")


def keep(page: Page, ident: str, value: str) -> None:
    """Keep a record, as another tool of the page would."""
    page.evaluate(
        """async ([id, value]) =>
          (await import('/assets/store/store.js')).store.set(id, value)""",
        [ident, value],
    )


def test_the_days_of_the_phase_are_said_once_the_interview_has_one(open_tab: Open) -> None:
    page = open_tab()
    dates = page.locator("loop-check-list [data-dates]")
    expect(dates).to_be_empty()
    keep(page, "plan/date", "2027-01-12")
    expect(dates).to_have_text(" · Tuesday 1 December to Monday 11 January")
    keep(page, "plan/date", "<b>soon</b>")
    expect(dates).to_be_empty()


# Taking off, and back


def test_all_ticks_are_taken_off_and_brought_back_exactly(open_tab: Open) -> None:
    page = open_tab()
    add(page, "Mine")
    for each in (CARDS, "Mine"):
        box(page, each).check()
    press(page, "Take off all ticks")
    expect(said(page)).to_contain_text("2 ticks taken off.")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    press(page, "Undo")
    expect(said(page)).to_be_empty()
    for each in (CARDS, "Mine"):
        expect(box(page, each)).to_be_checked()
    expect(box(page, SYSTEM)).not_to_be_checked()
    expect(page.get_by_role("button", name="Take off all ticks")).to_be_focused()
    page.reload()
    expect(count(page)).to_have_text("2 of 5 done")


def test_the_offer_to_undo_stays_until_the_next_act(open_tab: Open) -> None:
    page, other = open_tab(), open_tab()
    box(page, CARDS).check()
    press(page, "Take off all ticks")
    # What happens elsewhere is no act of the reader here.
    box(other, SYSTEM).check()
    expect(box(page, SYSTEM)).to_be_checked()
    expect(said(page)).to_contain_text("1 tick taken off. Undo")
    box(page, SYSTEM).uncheck()
    expect(said(page)).to_be_empty()


def test_where_nothing_is_ticked_there_is_nothing_to_take_off(open_tab: Open) -> None:
    page = open_tab()
    press(page, "Take off all ticks")
    expect(said(page)).to_have_text("Nothing is ticked here.")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


# Items of one's own


def test_an_own_item_is_added_ticked_and_kept_in_its_order(open_tab: Open) -> None:
    page, other = open_tab(), open_tab()
    for text in ("First", "  Second: as typed  ", "Third"):
        add(page, text)
    expect(page.get_by_label("Add my own item")).to_be_focused()
    expect(page.get_by_label("Add my own item")).to_have_value("")
    box(page, "Second").check()
    for tab in (page, other):
        expect(count(tab)).to_have_text("1 of 7 done")
    page.reload()
    expect(count(page)).to_have_text("1 of 7 done")
    expect(box(page, "Second")).to_be_checked()
    shown = page.locator("[data-own] .loop-check-list__text").all_text_contents()
    assert shown == ["First", "  Second: as typed  ", "Third"]


def test_nothing_is_no_item(open_tab: Open) -> None:
    page = open_tab()
    add(page, "   ")
    expect(said(page)).to_have_text("Write the item first, then add it.")
    assert texts(page) == []
    add(page, "Something")
    expect(said(page)).to_be_empty()


def test_what_was_typed_and_not_added_is_there_when_the_reader_comes_back(open_tab: Open) -> None:
    page = open_tab()
    page.get_by_label("Add my own item").fill("Half a thought")
    page.reload()
    expect(count(page)).to_have_text("0 of 5 done")
    assert texts(page) == ["Half a thought"]


def test_a_change_is_kept_as_it_is_typed(open_tab: Open) -> None:
    page, other = open_tab(), open_tab()
    add(page, "Ask Priya")
    press(page, "Change")
    field = page.get_by_label("Change: Ask Priya")
    expect(field).to_be_focused()
    field.press_sequentially(" and Tom")
    expect(box(other, "Ask Priya and Tom")).to_be_visible()
    page.reload()
    expect(box(page, "Ask Priya and Tom")).to_be_visible()


@pytest.mark.parametrize(
    ("end", "left"), [("Enter", "Ask Tom"), ("Escape", "Ask Priya")], ids=["enter", "escape"]
)
def test_a_change_ends_by_enter_and_is_given_up_by_escape(
    open_tab: Open, end: str, left: str
) -> None:
    page = open_tab()
    add(page, "Ask Priya")
    box(page, "Ask Priya").check()
    press(page, "Change")
    page.get_by_label("Change: Ask Priya").fill("Ask Tom")
    page.keyboard.press(end)
    expect(box(page, left)).to_be_checked()
    expect(page.get_by_role("button", name=f"Change: {left}")).to_be_focused()
    page.reload()
    expect(box(page, left)).to_be_checked()


def test_an_item_that_is_emptied_keeps_its_last_words(open_tab: Open) -> None:
    page = open_tab()
    add(page, "Ask Priya")
    press(page, "Change")
    page.get_by_label("Change: Ask Priya").fill("")
    press(page, "Done")
    expect(box(page, "Ask Priya")).to_be_visible()


def test_an_own_item_is_removed_and_brought_back_with_its_tick(open_tab: Open) -> None:
    page = open_tab()
    for text in ("First", "Second"):
        add(page, text)
    box(page, "First").check()
    page.get_by_role("button", name="Remove: First").click()
    expect(said(page)).to_contain_text("“First” was removed.")
    assert texts(page) == ["Second"]
    press(page, "Undo")
    assert texts(page) == ["First", "Second"]
    expect(box(page, "First")).to_be_checked()
    page.get_by_role("button", name="Remove: Second").click()
    page.reload()
    expect(count(page)).to_have_text("1 of 5 done")
    assert texts(page) == ["First"]


def test_what_two_tabs_wrote_at_once_is_shown_in_both(open_tab: Open) -> None:
    one = open_tab()
    add(one, "Ask Priya")
    other = open_tab()
    for page in (one, other):
        press(page, "Change")
    for page, text in ((one, "Ask Tom"), (other, "Ask Ana")):
        page.get_by_label("Change: Ask Priya").fill(text)
    for page in (one, other):
        press(page, "Done")
        item = page.locator("[data-own]")
        expect(item).to_contain_text("Ask Tom")
        expect(item).to_contain_text("Ask Ana")
        expect(item).to_contain_text("Written in another tab: ")
    press(one, "Change")
    one.get_by_role("textbox", name=re.compile("^Change")).fill("Ask all")
    press(one, "Done")
    for page in (one, other):
        expect(page.locator("[data-own]")).not_to_contain_text("Written in another tab")
        assert texts(page) == ["Ask all"]


def test_a_hostile_item_is_a_text(open_tab: Open) -> None:
    page = open_tab()
    add(page, HOSTILE)
    page.reload()
    expect(count(page)).to_have_text("0 of 5 done")
    assert page.locator("[data-own] .loop-check-list__text").text_content() == HOSTILE
    expect(page.locator("loop-check-list :is(img, script)")).to_have_count(0)
    press(page, "Remove")
    expect(page.locator("loop-check-list :is(img, script)")).to_have_count(0)


def test_100_kb_without_a_space_widen_nothing(context: BrowserContext, stage: Stage) -> None:
    reader = Reader(context, stage)
    reader.open(LIST)
    reader.wait_for_elements()
    reader.page.set_viewport_size(NARROW)
    add(reader.page, "x" * 100_000)
    expect(count(reader.page)).to_have_text("0 of 5 done")
    assert reader.probe("tooWide") == []
    press(reader.page, "Remove")
    assert reader.probe("tooWide") == []
    press(reader.page, "Undo")
    reader.page.reload()
    assert len(texts(reader.page)[0]) == 100_000


# With the keyboard, without storage, without scripts


def test_everything_is_done_by_keyboard(open_tab: Open) -> None:
    page = open_tab()
    keys = page.keyboard
    box(page, CARDS).focus()
    keys.press("Space")
    page.get_by_label("Add my own item").focus()
    keys.type("Mine")
    keys.press("Enter")
    expect(count(page)).to_have_text("1 of 5 done")
    keys.press("Shift+Tab")
    expect(page.get_by_role("button", name="Remove: Mine")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    keys.press("Enter")
    expect(page.get_by_role("button", name="Change: Mine")).to_be_focused()
    page.get_by_role("button", name="Take off all ticks").press("Enter")
    keys.press("Space")
    expect(count(page)).to_have_text("1 of 5 done")


def test_where_storage_is_refused_the_list_works_until_the_page_goes(
    context: BrowserContext, open_tab: Open
) -> None:
    context.add_init_script(REFUSED)
    page = open_tab()
    box(page, CARDS).check()
    add(page, "Mine")
    expect(count(page)).to_have_text("1 of 5 done")
    page.get_by_role("button", name="Remove: Mine").click()
    press(page, "Undo")
    expect(count(page)).to_have_text("1 of 5 done")
    page.reload()
    expect(count(page)).to_have_text("0 of 4 done")


def test_only_lists_to_tick_have_tools(context: BrowserContext, stage: Stage) -> None:
    for example in examples_of("check-list"):
        page = Reader(context, stage).open(example)
        is_ticked = page.get_by_role("checkbox").count() > 0
        assert page.locator("loop-check-list").count() == is_ticked
        page.close()


def test_without_scripts_there_are_boxes_and_no_tools(
    reader_without_scripts: Reader,
) -> None:
    page = reader_without_scripts.open(LIST)
    box(page, CARDS).check()
    expect(box(page, CARDS)).to_be_checked()
    expect(page.get_by_label("Add my own item")).to_be_hidden()
    expect(count(page)).to_be_hidden()
    assert page.locator("form").evaluate("(it) => it.getBoundingClientRect().height") == 0

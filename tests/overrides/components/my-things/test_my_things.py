"""<loop-my-things> shows all that is kept, takes it away as a file and back, and deletes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.overrides.everyone import axe_faults
from tests.overrides.examples import examples_of
from tests.overrides.keeping import HOSTILE, Household, keep, kept, stored
from tests.overrides.reader import NARROW, PROBES
from tests.overrides.stage import Stage

PLAIN = examples_of("my-things")[0].html()
QUICK = "“When did you decide without the facts?”"
SLOW = "“When was it right to wait?”"
SEVERAL = {
    "star__slow-decision": True,
    "note__quick-decision": "Ana has the number.",
    "practised__quick-decision": "2026-03-04",
    "practised__slow-decision": "2026-03-05",
    "tick__need.quick-decision.0a1b2c3d": True,
    "own__six-weeks.ab": "Ask Tom",
    "tick__six-weeks.ab": True,
    "lens__role": "m1",
    "plan__date": "2027-01-15",
}


@pytest.fixture
def home(browser: Browser, stage: Stage) -> Iterator[Household]:
    """A browser of one's own; nothing may go wrong in it."""
    household = Household(browser, stage)
    yield household
    assert household.faults() == []
    household.close()


@pytest.fixture
def elsewhere(browser: Browser, stage: Stage) -> Iterator[Household]:
    """Another browser, with another storage."""
    household = Household(browser, stage)
    yield household
    assert household.faults() == []
    household.close()


def things(home: Household, **records: object) -> Page:
    """The page My things, with these records kept."""
    page = home.open("things/mine", PLAIN)
    keep(page, **records)
    return page


def overview(page: Page) -> Locator:
    """Where everything is shown."""
    return page.locator(".loop-my-things__kept")


def step(page: Page) -> Locator:
    """The step that the reader is at."""
    return page.locator(".loop-my-things__step")


def press(page: Page, name: str) -> None:
    """Press a button of the backup."""
    page.locator(".loop-my-things__backup").get_by_role("button", name=name, exact=True).click()


def backup(page: Page, path: Path) -> Path:
    """Save a backup there."""
    with page.expect_download() as saved:
        press(page, "Save a backup")
    assert re.fullmatch(r"leadership-loop-\d{4}-\d\d-\d\d\.json", saved.value.suggested_filename)
    saved.value.save_as(path)
    return path


def choose(page: Page, file: Path) -> None:
    """Choose a file to bring back, and wait for what is said of it."""
    page.get_by_label("Bring back a backup").set_input_files(file)
    expect(step(page).get_by_role("heading")).to_be_focused()


def test_nothing_kept_says_how_to_begin(home: Household) -> None:
    page = things(home)
    expect(overview(page)).to_contain_text("Nothing is kept here yet.")
    expect(page.get_by_role("link", name="any question")).to_be_visible()
    expect(overview(page).get_by_role("heading")).to_have_count(0)
    assert axe_faults(page) == []


def test_everything_that_is_kept_is_there_with_its_link(home: Household) -> None:
    page = things(home, **SEVERAL)
    expect(overview(page)).to_contain_text(
        "1 star, 1 note, 2 practised questions, 2 ticks, 1 item of your own, 1 chosen role "
        "and 1 setting of the plan."
    )
    questions = overview(page).get_by_role("heading", level=4)
    page.reload()
    expect(questions).to_have_text([SLOW, QUICK])  # what is starred comes first
    expect(questions.get_by_role("link").first).to_have_attribute("href", re.compile("#slow-dec"))
    expect(overview(page)).to_contain_text("Ana has the number.")
    days = overview(page).locator(".loop-my-things__rows").first.get_by_role("listitem")
    expect(days).to_have_text([re.compile(f"5 March.* · {re.escape(SLOW)}"), re.compile("4 March")])
    for words in ("Ask Tom (ticked)", "1 of 3 ticked", "M1", "15 January 2027"):
        expect(overview(page)).to_contain_text(words)
    assert axe_faults(page) == []


def test_what_this_edition_does_not_know_is_shown_and_never_dropped(home: Household) -> None:
    page = things(home, **{"note__gone": "An old note", "tick__gone-item": True})
    expect(overview(page)).to_contain_text("gone (not in this edition)")
    expect(overview(page)).to_contain_text("An old note")
    expect(overview(page)).to_contain_text("tick/gone-item: yes")


def test_marks_are_changed_in_place_and_the_row_stays_under_the_hand(home: Household) -> None:
    page = things(home, **{"star__slow-decision": True, "note__quick-decision": "A"})
    page.reload()
    row = overview(page).get_by_role("article").filter(has_text="wait")
    row.get_by_role("button", name="Star").press("Enter")
    expect(row.get_by_role("button", name="Star")).to_be_focused()
    expect(row.get_by_role("button", name="Star")).to_have_attribute("aria-pressed", "false")
    assert kept(page, "star/slow-decision") == []
    overview(page).get_by_role("button", name="Edit note").click()
    page.keyboard.type("nd more")
    expect(page.get_by_text("Saved in this browser")).to_be_visible()
    assert kept(page, "note/quick-decision") == ["And more"]
    # Gone now that the reader is elsewhere.
    expect(row).to_have_count(0)


def test_a_backup_in_another_browser_gives_the_same_backup(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    hostile = {f"note__text-{number}": text for number, text in enumerate(HOSTILE.values())}
    page = things(home, **SEVERAL, **hostile)
    file = backup(page, tmp_path / "one.json")
    other = things(elsewhere)
    choose(other, file)
    press(other, "Merge")
    expect(step(other)).to_contain_text("The backup is back")
    assert backup(other, tmp_path / "two.json").read_bytes() == file.read_bytes()
    choose(other, file)
    expect(step(other)).to_contain_text("Everything in this backup is here already.")
    expect(step(other).get_by_role("button")).to_have_text(["Close"])


def apart(home: Household, elsewhere: Household, folder: Path) -> tuple[Page, Path]:
    """A page, and a backup that has one thing more, one thing less and another text for a note."""
    theirs = things(
        elsewhere, **{"note__quick-decision": "Text of the file", "star__slow-decision": True}
    )
    file = backup(theirs, folder / "theirs.json")
    page = things(home, **{"note__quick-decision": "Text of here", "lens__role": "m2"})
    choose(page, file)
    return page, file


def test_before_anything_changes_it_is_shown_what_would(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    page, _ = apart(home, elsewhere, tmp_path)
    lists = step(page).locator("details")
    expect(lists).to_have_count(3)
    expect(lists.nth(0)).to_contain_text(f"New from the backup: 1Star: {SLOW}")
    both = lists.nth(1)
    expect(both).to_contain_text(f"Changed here and in the backup: 1Note: {QUICK}")
    expect(both.locator(".loop-my-things__sides > div")).to_have_text(
        ["HereText of here", "In the backupText of the file"]
    )
    expect(lists.nth(2)).to_contain_text("Only here: 1Role shownM2")
    assert axe_faults(page) == []
    press(page, "Leave everything as it is")
    expect(step(page)).to_be_empty()
    assert kept(page, "note/quick-decision") == ["Text of here"]
    assert kept(page, "star/slow-decision") == []


def test_merging_keeps_both_texts_and_asks_and_is_undone(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    page, _ = apart(home, elsewhere, tmp_path)
    before = stored(page)
    press(page, "Merge")
    assert kept(page, "star/slow-decision") == [True]
    assert kept(page, "lens/role") == ["m2"]
    assert sorted(kept(page, "note/quick-decision")) == ["Text of here", "Text of the file"]
    expect(overview(page)).to_contain_text("This note was changed in two places.")
    press(page, "Undo")
    expect(step(page)).to_contain_text("as it was before")
    assert stored(page) == before


def test_replacing_makes_all_as_in_the_file_and_is_undone(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    page, _ = apart(home, elsewhere, tmp_path)
    before = stored(page)
    press(page, "Replace")
    assert kept(page, "note/quick-decision") == ["Text of the file"]
    assert kept(page, "lens/role") == []
    press(page, "Undo")
    expect(step(page)).to_contain_text("as it was before")
    assert stored(page) == before


def test_a_file_is_brought_by_dropping_it(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    file = backup(things(elsewhere, **{"star__slow-decision": True}), tmp_path / "one.json")
    page = things(home)
    prevented = page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "one.json"));
          const choices = { bubbles: true, cancelable: true, dataTransfer };
          const kinds = ["dragover", "drop"];
          return kinds.map((kind) => !document.body.dispatchEvent(new DragEvent(kind, choices)));
        }""",
        file.read_text(encoding="utf-8"),
    )
    assert prevented == [True, True]
    expect(step(page)).to_contain_text("New from the backup: 1")


BAD = {
    "no-json": b"Dear diary",
    "cut": b'{"leadership-loop":"backup","format":1,"sum":"a","records":{"note/a":[',
    "other-json": b'{"version": 3, "items": []}',
    "empty": b"",
    "bytes": bytes(range(256)),
    "newer": b'{"leadership-loop":"backup","format":99,"sum":"a","records":{}}',
    "deep": b"[" * 200_000,
    "prototype": b'{"leadership-loop":"backup","format":1,"sum":"","records":{"__proto__":[1]}}',
    "large": b" " * 61_000_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_file_that_is_none_of_ours_is_refused_in_words_and_changes_nothing(
    home: Household, tmp_path: Path, content: bytes
) -> None:
    page = things(home, **SEVERAL)
    before = stored(page)
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    choose(page, file)
    expect(step(page)).to_contain_text("This file was not read")
    expect(step(page)).to_contain_text("Nothing was changed.")
    expect(step(page).get_by_role("button")).to_have_text(["Close"])
    if len(content) < 1000:
        assert axe_faults(page) == []
    press(page, "Close")
    expect(page.get_by_role("button", name="Save a backup")).to_be_focused()
    assert stored(page) == before
    assert page.evaluate("({}).polluted") is None


def test_an_edited_file_is_read_only_when_the_reader_says_so(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    file = backup(things(elsewhere, **{"note__quick-decision": "Mine"}), tmp_path / "one.json")
    file.write_text(file.read_text(encoding="utf-8").replace("Mine", "Edited"), encoding="utf-8")
    page = things(home)
    choose(page, file)
    expect(step(page)).to_contain_text("not as this site wrote it")
    assert axe_faults(page) == []
    press(page, "I edited it myself, go on")
    press(page, "Merge")
    assert kept(page, "note/quick-decision") == ["Edited"]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_of_a_file_stay_texts_on_every_step(
    home: Household, elsewhere: Household, tmp_path: Path, text: str
) -> None:
    theirs = things(elsewhere, **{"note__quick-decision": text, "own__six-weeks.a": text})
    file = backup(theirs, tmp_path / "hostile.json")
    page = things(home, **{"note__quick-decision": "Mine"})
    page.set_viewport_size(NARROW)
    wide = f"() => {{ {PROBES}; return tooWide(); }}"
    choose(page, file)
    shown = step(page).locator(".loop-my-things__text").all_text_contents()
    assert text in shown
    assert page.evaluate(wide) == []
    press(page, "Merge")
    assert page.evaluate(wide) == []
    assert text in (overview(page).text_content() or "")


def test_a_browser_without_room_takes_nothing_of_a_backup_and_says_so(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    file = backup(things(elsewhere, **SEVERAL), tmp_path / "one.json")
    page = things(home)
    before = stored(page)
    page.evaluate(
        """() => { Storage.prototype.setItem = () => {
          throw new DOMException("no", "QuotaExceededError"); }; }"""
    )
    choose(page, file)
    press(page, "Merge")
    expect(step(page)).to_contain_text("Nothing was changed: this browser has no room left for it.")
    assert stored(page) == before


def test_deleting_says_what_goes_offers_a_backup_and_means_it(
    home: Household, tmp_path: Path
) -> None:
    page = things(home, **SEVERAL)
    page.evaluate("localStorage.setItem('other-application', 'stays')")
    press(page, "Delete everything here")
    expect(step(page).get_by_role("heading")).to_be_focused()
    expect(step(page)).to_contain_text("1 star, 1 note, 2 practised questions")
    assert axe_faults(page) == []
    press(page, "Keep everything")
    assert len(stored(page)) == len(SEVERAL)
    press(page, "Delete everything here")
    with page.expect_download() as saved:
        press(page, "Save a backup first")
    saved.value.save_as(tmp_path / "last.json")
    press(page, "Yes, delete everything")
    expect(step(page)).to_contain_text("Everything is deleted")
    expect(overview(page)).to_contain_text("Nothing is kept here yet.")
    assert stored(page) == {}
    assert page.evaluate("localStorage.getItem('other-application')") == "stays"
    choose(page, tmp_path / "last.json")
    press(page, "Merge")
    assert len(json.loads((tmp_path / "last.json").read_text("utf-8"))["records"]) == len(SEVERAL)
    assert kept(page, "note/quick-decision") == ["Ana has the number."]


def test_another_tab_sees_that_everything_is_deleted(home: Household) -> None:
    page = things(home, **SEVERAL)
    other = home.open("things/mine", PLAIN)
    expect(overview(other)).to_contain_text("Ana has the number.")
    press(page, "Delete everything here")
    press(page, "Yes, delete everything")
    expect(overview(other)).to_contain_text("Nothing is kept here yet.")


def test_it_is_said_when_the_last_backup_was_and_what_has_changed_since(
    home: Household, tmp_path: Path
) -> None:
    page = things(home)
    said = page.locator(".loop-my-things__backup > .loop-small")
    expect(said).to_have_text("")
    keep(page, **{"star__slow-decision": True})
    expect(said).to_have_text("No backup was made here yet.")
    backup(page, tmp_path / "one.json")
    expect(said).to_have_text(re.compile(r"Last backup: \d+ \w+, no change since\."))
    keep(page, **{"star__quick-decision": True})
    expect(said).to_have_text(re.compile(r"Last backup: \d+ \w+, 1 change since\."))


def test_a_backup_is_brought_back_by_keyboard_alone(
    home: Household, elsewhere: Household, tmp_path: Path
) -> None:
    file = backup(things(elsewhere, **{"star__slow-decision": True}), tmp_path / "one.json")
    page = things(home)
    page.get_by_role("button", name="Save a backup").focus()
    page.keyboard.press("Tab")
    # The browser's own control: what its dialog would do is done for it.
    expect(page.get_by_label("Bring back a backup")).to_be_focused()
    page.get_by_label("Bring back a backup").set_input_files(file)
    expect(step(page).get_by_role("heading")).to_be_focused()
    page.keyboard.press("Tab")  # the list of what is new
    page.keyboard.press("Tab")
    expect(step(page).get_by_role("button", name="Merge")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page, "star/slow-decision") == [True]


def test_ten_years_of_notes_are_shown(home: Household) -> None:
    page = home.open("things/mine", PLAIN)
    page.evaluate(
        """() => { for (let note = 0; note < 1000; note += 1) localStorage.setItem(
          `leadership-loop:note/n${note}#wa.1`,
          JSON.stringify({ f: 1, v: `${note} ${"word ".repeat(400)}`, t: 1, s: {} })); }"""
    )
    page.reload()
    expect(overview(page)).to_contain_text("1000 notes.")
    expect(overview(page).get_by_role("article")).to_have_count(1000)


def test_once_it_is_gone_it_hears_nothing(home: Household) -> None:
    page = things(home)
    left = page.evaluate_handle("document.querySelector('.loop-my-things__kept')")
    left.evaluate("(gone) => gone.remove()")
    keep(page, **{"star__slow-decision": True})
    assert "Nothing is kept here yet." in left.evaluate("(gone) => gone.textContent")

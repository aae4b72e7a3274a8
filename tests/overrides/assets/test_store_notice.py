"""<loop-store-notice>: what a browser does not keep is said at once, lasts, and can be saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.overrides.everyone import axe_faults
from tests.overrides.examples import examples_of
from tests.overrides.keeping import Household, stored
from tests.overrides.reader import NARROW, PROBES
from tests.overrides.stage import Stage

PLAIN = examples_of("question-marks")[0].html()
WITHIN_A_SECOND = 1000

# How a browser fails, as a script before the page's own; `mend()` makes it work from then on.
_SCRIPT = """if (!sessionStorage.mended) {
  const [place, name] = %s;
  const own = Object.getOwnPropertyDescriptor(place, name);
  Object.defineProperty(place, name, { ...own, %s });
  window.mend = () => {
    sessionStorage.mended = "yes";
    Object.defineProperty(place, name, own);
  };
}"""
_WRITING = """value(key, text) {
  if (!key.startsWith("leadership-loop:")) return own.value.call(this, key, text);
  %s
}"""
FAILING = {
    "blocked": _SCRIPT
    % ('[window, "localStorage"]', 'get() { throw new DOMException("no", "SecurityError"); }')
} | {
    how: _SCRIPT % ('[Storage.prototype, "setItem"]', _WRITING % doing)
    for how, doing in {
        "refused": 'throw new DOMException("no", "NotAllowedError");',
        "full": 'throw new DOMException("no", "QuotaExceededError");',
        "torn": "return own.value.call(this, key, text.slice(0, -2));",
    }.items()
}

WORDS = {
    "blocked": "keeps nothing here",
    "refused": "keeps nothing here",
    "full": "no room left",
    "torn": "did not keep your last change",
}


@pytest.fixture
def home(browser: Browser, stage: Stage) -> Iterator[Household]:
    """A browser of one's own; nothing may go wrong in it but the storage."""
    household = Household(browser, stage)
    yield household
    assert household.faults() == []
    household.close()


def notice(page: Page) -> Locator:
    """The line at the foot of the window."""
    return page.locator("loop-store-notice")


def write(page: Page, text: str) -> None:
    """Write a note at the first question."""
    page.get_by_role("button", name="Note").first.click()
    page.keyboard.type(text)


def seed(home: Household, key: str, text: str) -> None:
    """Put an entry into the storage before any page reads it."""
    page = home.open("notice/seed", "<p>Nothing here.</p>")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
    page.close()


def test_where_all_is_kept_nothing_is_said_and_nothing_fetched(home: Household) -> None:
    page = home.open("notice/none", PLAIN)
    write(page, "Kept")
    expect(page.get_by_text("Saved in this browser")).to_be_visible()
    expect(notice(page)).to_have_count(0)
    assert not [url for url in home.tabs[0].requests if "notice" in url.rpartition("/")[2]]


@pytest.mark.parametrize("how", FAILING)
def test_what_is_not_kept_is_said_at_once_and_until_it_is_kept(home: Household, how: str) -> None:
    home.context.add_init_script(FAILING[how])
    page = home.open("notice/failing", PLAIN)
    write(page, "Not kept yet")
    expect(notice(page)).to_contain_text(WORDS[how], timeout=WITHIN_A_SECOND)
    expect(notice(page)).to_be_in_viewport()
    assert notice(page).get_attribute("role") == "status"
    expect(page.get_by_text("Not saved.")).to_be_visible()
    expect(page.get_by_text("Saved in this browser")).to_have_count(0)
    page.evaluate("window.mend()")
    notice(page).get_by_role("button", name="Try again").click()
    expect(notice(page)).to_be_hidden()
    expect(page.get_by_text("Saved in this browser")).to_be_visible()
    page.reload()
    expect(page.locator(".loop-question-marks__text").first).to_have_text("Not kept yet")


def test_a_blocked_storage_is_said_before_anything_is_written(home: Household) -> None:
    home.context.add_init_script(FAILING["blocked"])
    page = home.open("notice/blocked", PLAIN)
    expect(notice(page)).to_contain_text("keeps nothing here")
    expect(notice(page).get_by_role("button", name="Save it as a file")).to_have_count(0)


@pytest.mark.parametrize("how", FAILING)
def test_what_is_not_kept_is_saved_as_a_file(home: Household, how: str) -> None:
    home.context.add_init_script(FAILING[how])
    page = home.open("notice/failing", PLAIN)
    write(page, "My only copy")
    with page.expect_download() as saved:
        notice(page).get_by_role("button", name="Save it as a file").click()
    backup = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert "My only copy" in json.dumps(backup["records"]["note/quick-decision"])


def test_beside_a_newer_edition_it_is_said_that_nothing_is_written(home: Household) -> None:
    seed(
        home, "leadership-loop:note/quick-decision#wnew.1", '{"f":99,"v":{"rich":[]},"t":1,"s":{}}'
    )
    page = home.open("notice/newer", PLAIN)
    expect(notice(page)).to_contain_text("newer edition")
    write(page, "Not here")
    expect(page.get_by_text("Not saved.")).to_be_visible()
    expect(notice(page).get_by_role("button", name="Save it as a file")).to_be_visible()
    assert list(stored(page)) == ["leadership-loop:note/quick-decision#wnew.1"]


def test_what_cannot_be_read_is_set_aside_saved_and_only_then_deleted(home: Household) -> None:
    seed(home, "leadership-loop:note/quick-decision#wold.1", "{broken <b>")
    page = home.open("notice/aside", PLAIN)
    expect(notice(page)).to_contain_text("set aside, not deleted")
    delete = notice(page).get_by_role("button", name="Delete it")
    expect(delete).to_be_hidden()
    with page.expect_download() as saved:
        notice(page).get_by_role("button", name="Save it as a file").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert list(json.loads(text).values()) == ["{broken <b>"]
    assert saved.value.suggested_filename.startswith("leadership-loop-set-aside-")
    delete.click()
    expect(notice(page)).to_be_hidden()
    assert stored(page) == {}


def test_it_does_not_cover_what_is_being_typed(home: Household) -> None:
    home.context.add_init_script(FAILING["full"])
    page = home.open("notice/low", PLAIN + "<p>After.</p>" * 60)
    page.set_viewport_size({"width": 1280, "height": 620})
    write(page, "Seen")
    expect(notice(page)).to_be_visible()
    field = page.get_by_role("textbox", name="Your note")
    expect(notice(page)).to_have_css("position", "sticky")
    page.wait_for_function(
        """() => document.querySelector("textarea").getBoundingClientRect().bottom
          <= document.querySelector("loop-store-notice").getBoundingClientRect().top"""
    )
    expect(field).to_be_focused()


@pytest.mark.parametrize("size", [None, NARROW], ids=["wide", "narrow"])
def test_everyone_is_served_by_it(home: Household, size: dict[str, int] | None) -> None:
    seed(home, "leadership-loop:note/other#wold.1", "{broken")
    home.context.add_init_script(FAILING["full"])
    page = home.open("notice/all", PLAIN)
    if size:
        page.set_viewport_size(size)  # type: ignore[arg-type]
    write(page, "A note")
    expect(notice(page).get_by_role("button", name="Try again")).to_be_visible()
    page.wait_for_function(
        "getComputedStyle(document.querySelector('loop-store-notice')).position === 'sticky'"
    )
    assert axe_faults(page) == []
    assert page.evaluate(f"() => {{ {PROBES}; return tooWide(); }}") == []


def test_it_stays_off_paper(home: Household) -> None:
    home.context.add_init_script(FAILING["blocked"])
    page = home.open("notice/paper", PLAIN)
    expect(notice(page)).to_have_css("position", "sticky")
    page.emulate_media(media="print")
    expect(notice(page)).to_be_hidden()


def test_it_hears_nothing_any_more_once_it_is_gone(home: Household) -> None:
    home.context.add_init_script(FAILING["full"])
    page = home.open("notice/gone", PLAIN)
    write(page, "A note")
    expect(notice(page)).to_be_visible()
    left = page.evaluate_handle("document.querySelector('loop-store-notice')")
    before = left.evaluate("(gone) => { gone.remove(); return gone.textContent; }")
    page.evaluate("window.mend()")
    page.keyboard.type(", kept")
    expect(page.get_by_text("Saved in this browser")).to_be_visible()
    assert left.evaluate("(gone) => gone.textContent") == before

"""<loop-role-lens> shows a page for one role, says what it leaves out, keeps what is chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from macros.load import load
from tests.conftest import ROOT
from tests.overrides.examples import Example, examples_of
from tests.overrides.reader import NARROW, WIDE, Reader
from tests.overrides.stage import Stage

LENS = examples_of("role-lens")[0]
BANK = Example("role-lens", "bank", page='{{ role_lens() }}\n\n{{ question_bank("decisions") }}')
LEVELS = Example("role-lens", "levels", page="{{ role_lens() }}\n\n{{ level_table() }}")
QUICK, SLOW = "quick-decision", "slow-decision"  # of M1 and Director, and of IC6
VISIT = "leadership-loop:~lens"
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('leadership-loop:lens/'))"


@pytest.fixture
def someone(browser: Browser, stage: Stage) -> Iterator[Reader]:
    """Somebody who is here for the first time."""
    tab = Reader(browser.new_context(viewport=WIDE, reduced_motion="reduce"), stage)
    yield tab
    assert tab.faults == []
    tab.close()


def visit(tab: Reader, example: Example = BANK, address: str = "") -> Page:
    """A page that has something for some roles, its element at work."""
    page = tab.open(example, address)
    tab.wait_for_elements()
    return page


def choice(page: Page, name: str) -> Locator:
    """A button of the line above the page."""
    return page.get_by_role("group", name="Show what is for").get_by_role("button", name=name)


def shown(page: Page) -> list[str]:
    """The questions that are there to read."""
    ids: list[str] = page.locator("article.loop-question:visible h3").evaluate_all(
        "(all) => all.map((each) => each.id)"
    )
    return ids


def said(page: Page) -> Locator:
    """What the line says."""
    return page.locator(".loop-role-lens__state")


def keep(tab: Reader, *values: tuple[str, Any]) -> None:
    """Put versions of the record into the storage, as (end of the key, text or what it says)."""
    for end, value in values:
        raw = {"f": 1, "v": value, "t": 1, "s": {}} if not str(value).startswith("!") else None
        text = json.dumps(raw) if raw else str(value)[1:]
        tab.page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)",
            [f"leadership-loop:lens/role#{end}", text],
        )


def test_nothing_is_left_out_for_who_chose_none(someone: Reader) -> None:
    page = visit(someone)
    assert shown(page) == [QUICK, SLOW]
    expect(choice(page, "All roles")).to_have_attribute("aria-pressed", "true")
    expect(said(page)).to_have_text("Choose yours: what is only for other roles is then left out.")
    assert page.locator("[data-role]:visible, details [data-role]").count() == (
        page.locator("[data-role]").count()
    )
    expect(page.locator(".loop-lens-note:visible")).to_have_count(0)


def test_what_is_for_other_roles_goes_and_a_note_counts_it(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    someone.open_all()
    assert shown(page) == [QUICK]
    expect(page.get_by_text("You say which fact was missing.")).to_be_visible()
    expect(page.get_by_text("You say how much was staked.")).to_be_hidden()
    expect(page.locator(".loop-lens-note:visible")).to_have_text(
        ["Showing M1: 1 question for other roles is left out here. Show all"]
    )
    choice(page, "M2").click()
    assert shown(page) == []
    expect(page.locator(".loop-lens-note:visible")).to_have_text(
        ["Showing M2: 2 questions for other roles are left out here. Show all"]
    )
    page.locator(".loop-lens-note:visible").get_by_role("button", name="Show all").click()
    assert shown(page) == [QUICK, SLOW]
    expect(said(page)).to_have_text("Showing all roles.")


def test_rows_of_a_table_follow_and_the_guides_band_of_two_roles_stays_for_both(
    someone: Reader,
) -> None:
    page = visit(someone, LEVELS)
    choice(page, "M1").click()
    assert page.locator("tbody tr:visible th").all_inner_texts() == [
        "Smaller (Engineer/Manager)",
        "M1, Engineering Manager",
    ]
    choice(page, "Director").click()
    assert page.locator("tbody tr:visible th").all_inner_texts() == [
        "Larger (Senior Manager)",
        "Director, Director",
    ]


def test_a_choice_is_kept_for_other_pages_and_other_visits(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "IC6").press("Enter")
    expect(said(page)).to_contain_text("Showing IC6: other roles are left out.")
    assert "role=" not in page.url
    page = visit(someone, LEVELS)
    expect(choice(page, "IC6")).to_have_attribute("aria-pressed", "true")
    page.reload()
    assert page.locator("html").get_attribute("data-lens") == "ic6"
    assert page.evaluate("sessionStorage.length") == 0


def test_the_page_is_never_drawn_for_the_wrong_role(someone: Reader) -> None:
    """The script stands before the styles, in the head, and nothing lets it come later."""
    page = visit(someone)
    choice(page, "M1").click()
    page.route("**/role-lens.js", lambda route: route.abort())
    someone.page.reload()
    assert shown(page) == [QUICK]
    first = page.locator("head > script[src$='lens-first.js']")
    assert first.evaluate("(each) => !each.async && !each.defer && each.type === ''")
    assert first.evaluate(
        "(each) => document.querySelector('link[rel=stylesheet]')"
        ".compareDocumentPosition(each) === Node.DOCUMENT_POSITION_PRECEDING"
    )
    someone.faults.clear()


def test_the_choice_holds_where_the_first_script_did_not_run(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page.route("**/lens-first.js", lambda route: route.abort())
    page.reload()
    expect(choice(page, "M1")).to_have_attribute("aria-pressed", "true")
    assert shown(page) == [QUICK]
    someone.faults.clear()


@pytest.mark.parametrize(("asked", "left"), [("m1", [QUICK]), ("IC6", [SLOW]), ("m2", [])])
def test_a_link_shows_its_role_and_leaves_the_readers_own_choice(
    someone: Reader, asked: str, left: list[str]
) -> None:
    page = visit(someone)
    choice(page, "Director").click()
    kept = page.evaluate(KEPT)
    page = visit(someone, address=f"?role={asked}&x=1")
    assert shown(page) == left
    expect(said(page)).to_contain_text(f"Showing {asked.upper()}, from the link you opened.")
    assert page.evaluate(KEPT) == kept
    page = visit(someone, BANK)
    expect(said(page)).to_contain_text(f"Showing {asked.upper()}, for this visit.")
    page.get_by_role("button", name="Back to Director").click()
    assert shown(page) == [QUICK]
    expect(choice(page, "Director")).to_be_focused()
    page = visit(someone, BANK)
    expect(said(page)).to_contain_text("Showing Director:")


def test_a_links_role_can_be_kept_and_leaves_the_address_then(someone: Reader) -> None:
    page = visit(someone, address="?role=m1&x=1#quick-decision")
    page.get_by_role("button", name="Keep").press("Enter")
    assert page.url.endswith("?x=1#quick-decision")
    expect(choice(page, "M1")).to_be_focused()
    expect(said(page)).to_contain_text("Showing M1: other roles")
    page = visit(someone, LEVELS)
    assert page.locator("html").get_attribute("data-lens-from") == "own"


def test_who_keeps_nothing_of_a_link_sees_all_again(someone: Reader) -> None:
    page = visit(someone, address="?role=m1")
    said(page).get_by_role("button", name="Show all").click()
    assert shown(page) == [QUICK, SLOW]
    assert page.evaluate(KEPT) == []
    assert "role=" not in page.url


def test_a_link_for_all_roles_says_so(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page = visit(someone, address="?role=all")
    assert shown(page) == [QUICK, SLOW]
    expect(said(page)).to_contain_text("Showing all roles, from the link you opened.")
    page.get_by_role("button", name="Back to M1").click()
    assert shown(page) == [QUICK]


@pytest.mark.parametrize(
    "asked",
    [
        "role=m7",
        "role=",
        "role=m1&role=m2",
        "role=m1&role=m1",
        "role=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "role=m1%00",
        "role=%ff",
        "role=constructor",
        "role=" + "m1" * 3000,
        'role="],[data-x="',
    ],
)
def test_an_odd_role_in_the_address_is_left_alone_with_a_word(someone: Reader, asked: str) -> None:
    page = visit(someone, address=f"?{asked}")
    assert shown(page) == [QUICK, SLOW]
    expect(said(page)).to_contain_text("The link asks for a role that is none of these.")
    choice(page, "M1").click()
    assert shown(page) == [QUICK]
    assert "role=" not in page.url
    expect(said(page)).not_to_contain_text("none of these")


WORD = "(card) => getComputedStyle(card, '::before').content.includes('the address names it')"


def test_a_permalink_shows_what_the_role_hides_whole_and_with_a_word(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page = visit(someone, address=f"#{SLOW}")
    assert shown(page) == [QUICK, SLOW]
    expect(page.locator(f"#{SLOW}")).to_be_in_viewport()
    expect(page.get_by_text("You say what you learned while waiting.")).to_be_visible()
    assert page.locator("article.loop-question").evaluate_all(f"(all) => all.map({WORD})") == [
        False,
        True,
    ]


def test_a_permalink_to_a_card_of_the_role_leaves_out_the_bars_of_others(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page = visit(someone, address=f"#{QUICK}")
    assert shown(page) == [QUICK]
    expect(page.get_by_text("You say which fact was missing.")).to_be_visible()
    expect(page.get_by_text("You say how much was staked.")).to_be_hidden()


def test_a_copied_link_has_the_role_and_the_address_has_not(browser: Browser, stage: Stage) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = Reader(context, stage)
    page = visit(tab)
    choice(page, "M1").click()
    page.get_by_role("button", name="Copy link").click()
    expect(said(page)).to_contain_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{page.url}?role=m1"
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    tab.close()


def test_where_nothing_can_be_copied_the_address_gets_the_role(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copy link").click()
    expect(said(page)).to_contain_text("Copy the address of this page")
    assert page.url.endswith("?role=m1")


def test_other_tabs_follow(someone: Reader) -> None:
    page = visit(someone)
    with page.context.expect_page() as opened:
        page.evaluate("window.open(location.href)")
    other = opened.value
    choice(other, "M1").click()
    expect(choice(page, "M1")).to_have_attribute("aria-pressed", "true")
    assert shown(page) == [QUICK]
    choice(other, "All roles").click()
    expect(said(page)).to_have_text("Showing all roles.")
    assert shown(page) == [QUICK, SLOW]


def test_going_back_shows_what_was_chosen_since(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    visit(someone, LEVELS)
    choice(page, "IC6").click()
    page.go_back()
    expect(choice(page, "IC6")).to_have_attribute("aria-pressed", "true")
    assert shown(page) == [SLOW]
    # A browser that kept the page in memory tells it so.
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert shown(page) == [QUICK, SLOW]


REFUSED = """Object.defineProperty(window, "{which}", {{
  get() {{ throw new DOMException("no", "SecurityError"); }} }});"""


def test_refused_storage_leaves_the_choice_for_the_page_and_says_so(
    browser: Browser, stage: Stage
) -> None:
    context = browser.new_context()
    for which in ("localStorage", "sessionStorage"):
        context.add_init_script(REFUSED.format(which=which))
    tab = Reader(context, stage)
    page = visit(tab)
    assert shown(page) == [QUICK, SLOW]
    choice(page, "M1").click()
    assert shown(page) == [QUICK]
    expect(said(page)).to_contain_text("This browser did not keep your choice. Showing M1")
    page = visit(tab, LEVELS)
    expect(said(page)).to_contain_text("Choose yours")
    assert tab.faults == []
    tab.close()


def test_what_does_not_fit_into_a_full_storage_holds_for_the_visit(someone: Reader) -> None:
    page = visit(someone)
    page.evaluate("""() => {
      const free = (size) => { try { localStorage.setItem("other" + size + Math.random(),
        "x".repeat(size)); return true; } catch { return false; } };
      for (const size of [1e6, 1e5, 1e4, 1e3, 100, 10, 1]) while (free(size));
    }""")
    choice(page, "M1").click()
    expect(said(page)).to_contain_text("This browser did not keep your choice.")
    page = visit(someone, LEVELS)
    expect(said(page)).to_contain_text("Showing M1, for this visit.")


@pytest.mark.parametrize(
    ("versions", "role"),
    [
        ([("a.1", "m1"), ("b.2", "m2")], "m2"),
        ([("b.9", "m2"), ("a.10", "m1")], "m1"),
        ([("a.3", "m1"), ("b.3", "ic6")], "ic6"),
        ([("a.1", "m1"), ("b.2", "!{broken")], "m1"),
        ([("a.1", "m1"), ("b.2", 7)], "m1"),
        ([("a.1", "m1"), ("b.2", '!{"f":9,"v":"m2","t":1,"s":{},"later":true}')], "m2"),
        ([("a.1", "m1"), ("b.2", '!{"f":9,"value":["m2"]}')], "m1"),
        ([("a.1", "m1"), ("b.2", "!null")], "m1"),
        ([("a.1", "")], ""),
        ([("a.1", "m7")], ""),
        ([("a.0", "m1")], ""),
        ([("a.1", 'x"],b')], ""),
    ],
)
def test_the_newest_readable_version_counts_in_the_head_as_in_the_store(
    someone: Reader, versions: list[tuple[str, Any]], role: str
) -> None:
    visit(someone, LENS)
    keep(someone, *versions)
    page = visit(someone)
    assert page.locator("html").get_attribute("data-lens") == role
    expect(choice(page, "All roles" if not role else role.upper())).to_have_attribute(
        "aria-pressed", "true"
    )


def test_what_a_backup_brings_is_shown_at_once(someone: Reader) -> None:
    page = visit(someone)
    page.evaluate("""async () => {
      const { store } = await import("/assets/store/store.js");
      store.set("lens/role", "m1");
    }""")
    expect(choice(page, "M1")).to_have_attribute("aria-pressed", "true")
    assert shown(page) == [QUICK]


def test_it_prints_what_is_shown_and_says_what_is_not(someone: Reader) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page.emulate_media(media="print")
    assert shown(page) == [QUICK]
    expect(page.get_by_text("Showing M1: other roles are left out.")).to_be_visible()
    expect(page.locator(".loop-lens-note:visible")).to_contain_text("1 question for other roles")
    expect(page.locator("article button:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    choice(page, "All roles").click()
    page.emulate_media(media="print")
    expect(page.locator("loop-role-lens")).to_be_hidden()


def test_it_hears_nothing_any_more_once_it_is_gone(someone: Reader) -> None:
    page = visit(someone)
    page.locator("loop-role-lens").evaluate("(it) => { it.after(it); window.it = it; }")
    choice(page, "M1").click()
    assert shown(page) == [QUICK]
    page.evaluate("window.it.remove()")
    page.locator(".loop-lens-note:visible button").click()
    assert shown(page) == [QUICK]


@pytest.mark.parametrize("address", ["?role=m1", "?role=m9", "#slow-decision", ""])
@pytest.mark.parametrize(("scheme", "size"), [("default", NARROW), ("slate", WIDE)])
def test_axe_finds_nothing_in_any_state(
    someone: Reader, address: str, scheme: str, size: Any
) -> None:
    page = visit(someone)
    choice(page, "M1").click()
    page = visit(someone, BANK, address)
    page.set_viewport_size(size)
    someone.open_all()
    page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert not someone.probe("tooWide")


def test_the_roles_of_scripts_and_styles_are_those_of_the_data() -> None:
    roles = [role.id for role in load(ROOT / "docs/data").one("levels").roles]
    script = (ROOT / "overrides/assets/lens-first.js").read_text(encoding="utf-8")
    assert json.dumps(["all", *roles]) in script
    style = (ROOT / "overrides/components/role-lens/role-lens.css").read_text(encoding="utf-8")
    for role in roles:
        assert style.count(f'[data-lens="{role}"]') == 3
        assert f'[data-lens-for="{role}"]' in style
    assert style.count("[data-lens-for=") == len(roles)

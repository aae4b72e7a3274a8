"""<loop-print-room> makes one document of what is chosen, and says so where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.overrides.examples import Example, examples_of
from tests.overrides.reader import NARROW, WIDE, Reader
from tests.overrides.stage import Stage

PLAIN = examples_of("print-room")[0]
BANK = Example(
    "print-room",
    "bank",
    page='{{ role_lens() }}\n\n{{ question_bank("decisions") }}\n\n{{ page_sources() }}',
)
LEVELS = Example("print-room", "levels", page="{{ level_table() }}\n\n{{ page_sources() }}")
QUICK, SLOW = "When did you decide without the facts?", "When was it right to wait?"


@pytest.fixture
def someone(browser: Browser, stage: Stage) -> Iterator[Reader]:
    """Somebody for whom the pages with levels and with questions can be fetched."""
    tab = Reader(browser.new_context(viewport=WIDE, reduced_motion="reduce", locale="en-GB"), stage)

    def serve(part: str, example: Example) -> None:
        stage.put(str(example), example.html())
        body = (stage.folder / f"{example}.html").read_text(encoding="utf-8")
        tab.page.route(
            f"**/{part}/", lambda route: route.fulfill(body=body, content_type="text/html")
        )

    serve("questions/decisions", BANK)
    serve("levels", LEVELS)
    yield tab
    tab.close()


def visit(tab: Reader, address: str = "") -> Page:
    """The print room, at an address."""
    page = tab.open(PLAIN, address)
    tab.wait_for_elements()
    return page


def box(page: Page, name: str) -> Locator:
    """A choice of the form."""
    return page.locator("form label", has_text=re.compile(f"^{name}")).locator("input")


def paper(page: Page) -> Locator:
    """The preview."""
    return page.locator(".loop-print-room__paper")


def titles(page: Page) -> list[str]:
    """The headings of the document's parts."""
    return paper(page).locator("h2").all_inner_texts()


def test_with_nothing_chosen_it_says_what_to_do(someone: Reader) -> None:
    page = visit(someone)
    expect(page.get_by_role("status")).to_have_text("Choose something, and its paper shows here.")
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    expect(paper(page)).to_be_hidden()
    assert someone.faults == []


def test_what_is_chosen_stands_in_one_document_in_the_order_of_the_form(someone: Reader) -> None:
    page = visit(someone)
    box(page, "Decisions").check()
    box(page, "Levels side by side").press("Space")
    expect(page.get_by_role("status")).to_have_text("3 parts, 2 questions, as you see below.")
    assert titles(page) == ["Levels side by side", "Decisions", "Sources"]
    links = paper(page).locator(".loop-print-room__front li a")
    assert links.all_inner_texts() == titles(page)
    for link, title in zip(links.all(), titles(page), strict=True):
        target = (link.get_attribute("href") or "").removeprefix("#")
        assert page.locator(f"[id='{target}'] > h2").inner_text() == title
    expect(page.get_by_role("button", name="Print")).to_be_enabled()
    assert someone.faults == []


def test_a_card_is_open_and_carries_its_lasting_address(someone: Reader) -> None:
    page = visit(someone, "?section=decisions")
    expect(paper(page).get_by_text("You say which fact was missing.")).to_be_visible()
    addresses = paper(page).locator(".loop-print-room__address").all_text_contents()
    assert [urlsplit(each).path.split("/")[-2] for each in addresses] == [
        "quick-decision",
        "slow-decision",
    ]
    assert all(each.startswith("http") for each in addresses)


def test_with_space_the_guidance_makes_way_for_lines(someone: Reader) -> None:
    page = visit(someone, "?section=decisions")
    box(page, "with writing space").check()
    expect(paper(page).locator(".loop-print-room__line")).to_have_count(16)
    expect(paper(page).get_by_text("A clock", exact=True)).to_be_visible()
    for hint in ("You say which fact was missing.", "Nobody waited.", "They want the"):
        expect(paper(page).get_by_text(hint)).to_have_count(0)
    assert "cards=space" in page.url


def test_the_role_leaves_out_what_is_for_others_and_counts_it(someone: Reader) -> None:
    page = visit(someone, "?section=decisions&part=levels&role=m1")
    cards = paper(page).locator("article h3")
    expect(cards).to_have_text([f"“{QUICK}”"])
    expect(paper(page).get_by_text("1 question for other roles left out here.")).to_be_visible()
    expect(paper(page).get_by_text("You say how much was staked.")).to_have_count(0)
    expect(paper(page).get_by_text("Showing M1: other roles are left out here.")).to_be_visible()
    expect(paper(page).get_by_text("For M1.")).to_be_visible()
    assert paper(page).locator("tbody tr:visible").count() == 2


def test_the_sources_of_all_parts_are_numbered_anew_and_listed_once(someone: Reader) -> None:
    page = visit(someone, "?section=decisions&part=levels")
    expect(paper(page).locator("h2").last).to_have_text("Sources")
    marks = paper(page).locator(".loop-cite a")
    listed = paper(page).locator(".loop-page-sources li")
    numbers = [int(each) for each in marks.all_text_contents()]
    assert sorted(set(numbers)) == list(range(1, listed.count() + 1))
    for mark, number in zip(marks.all(), numbers, strict=True):
        entry = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        assert entry.locator(".loop-page-sources__number").text_content() == str(number)
    assert listed.count() == len(set(listed.all_text_contents()))


def test_the_address_follows_and_opens_the_same_again(someone: Reader) -> None:
    page = visit(someone)
    for name in ("Decisions", "Levels side by side", "with writing space", "M2", "Letter"):
        box(page, name).check()
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {
        "part": ["levels"],
        "section": ["decisions"],
        "cards": ["space"],
        "role": ["m2"],
        "paper": ["letter"],
    }
    page = visit(someone, f"?{urlsplit(page.url).query}")
    expect(page.get_by_role("status")).to_contain_text("as you see below")
    for name in ("Decisions", "Levels side by side", "with writing space", "M2", "Letter"):
        expect(box(page, name)).to_be_checked()
    box(page, "Decisions").uncheck()
    box(page, "Levels side by side").uncheck()
    assert urlsplit(page.url).query == ""


def test_questions_that_a_link_names_are_taken_alone(someone: Reader) -> None:
    page = visit(someone, "?question=slow-decision+gone,slow-decision")
    expect(paper(page).locator("article h3")).to_have_text([f"“{SLOW}”"])
    expect(box(page, "Those of the link")).to_be_checked()
    expect(page.get_by_role("alert")).to_have_text(
        "Part of the link names nothing that is here; the rest is chosen."
    )
    box(page, "Those of the link").uncheck()
    expect(paper(page)).to_be_hidden()


@pytest.mark.parametrize(
    "asked",
    [
        "part=<img src=x onerror=alert(1)>",
        "section=constructor",
        "question=__proto__",
        "role=m7",
        "copies=-1",
        "copies=1e9",
        "paper=%ff%00",
        'part="],*,["',
        "question=" + "x" * 6000,
    ],
)
def test_what_is_no_choice_is_ignored_with_a_word(someone: Reader, asked: str) -> None:
    page = visit(someone, f"?{asked}&part=levels")
    expect(page.get_by_role("status")).to_have_text("2 parts, as you see below.")
    expect(page.get_by_role("alert")).to_contain_text("names nothing that is here")
    box(page, "Letter").check()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert someone.faults == []


def test_stars_are_counted_and_taken_and_followed(someone: Reader) -> None:
    page = visit(someone, "?starred=yes")
    expect(page.get_by_role("status")).to_contain_text("Choose something")
    page.evaluate("""async () => {
      const { store } = await import("/assets/store/store.js");
      store.set("star/slow-decision", true);
    }""")
    expect(paper(page).locator("article h3")).to_have_text([f"“{SLOW}”"])
    expect(box(page, "Those I starred")).to_be_checked()
    expect(page.locator("[data-count=starred]")).to_have_text("1")


def test_the_readers_role_and_day_are_taken_from_what_is_kept(someone: Reader) -> None:
    page = visit(someone)
    page.evaluate("""async () => {
      const { store } = await import("/assets/store/store.js");
      store.set("lens/role", "director");
      store.set("plan/date", "2027-01-15");
    }""")
    page = visit(someone, "?part=levels")
    expect(box(page, "Director")).to_be_checked()
    expect(paper(page).get_by_text("For Director. Interview on 15 January 2027.")).to_be_visible()
    page = visit(someone, "?part=levels&role=all")
    expect(paper(page).get_by_text("Interview on 15 January 2027.")).to_be_visible()
    expect(paper(page).get_by_text("For Director.")).to_have_count(0)


def test_what_cannot_be_fetched_is_named_and_the_rest_is_there(someone: Reader) -> None:
    page = visit(someone)
    page.route("**/levels/", lambda route: route.abort())
    box(page, "Levels side by side").check()
    expect(page.get_by_role("alert")).to_contain_text("Could not be fetched: Levels side by side.")
    box(page, "Decisions").check()
    expect(page.get_by_role("status")).to_contain_text("2 questions")
    assert titles(page) == ["Decisions", "Sources"]
    page.unroute("**/levels/")
    page.route("**/levels/", serve_levels)
    box(page, "Letter").check()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert titles(page)[0] == "Levels side by side"


def serve_levels(route: Route) -> None:
    """The page of levels, as it is on the stage."""
    route.fulfill(body=f"<h1>Levels</h1>{LEVELS.html()}", content_type="text/html")


def test_a_choice_made_while_pages_come_counts(someone: Reader) -> None:
    page = visit(someone)
    held: list[Route] = []
    page.route("**/levels/", lambda route: held.append(route))
    box(page, "Levels side by side").check()
    box(page, "Decisions").check()
    box(page, "Levels side by side").uncheck()
    expect(page.get_by_role("status")).to_contain_text("2 questions")
    serve_levels(held[0])
    page.evaluate("async () => { await fetch('/q/ids.json'); }")
    assert titles(page) == ["Decisions", "Sources"]


def test_paper_is_letter_where_printers_hold_letter(browser: Browser, stage: Stage) -> None:
    for locale, size in {"en-US": "Letter", "de-DE": "A4"}.items():
        tab = Reader(browser.new_context(locale=locale), stage)
        expect(box(visit(tab), size)).to_be_checked()
        tab.close()


def test_the_button_prints(someone: Reader) -> None:
    page = visit(someone, "?part=levels")
    page.evaluate("() => { window.print = () => { window.printed = location.href; }; }")
    page.get_by_role("button", name="Print").press("Enter")
    assert page.evaluate("window.printed") == page.url


def test_nothing_of_the_form_prints_once_something_is_chosen(someone: Reader) -> None:
    page = visit(someone, "?part=levels")
    expect(paper(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("article > h1")).to_be_hidden()
    expect(paper(page)).to_be_visible()
    assert page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--loop-foot')"
    ).startswith('" Edition 2026.11 of ')


def test_it_hears_nothing_any_more_once_it_is_gone(someone: Reader) -> None:
    page = visit(someone)
    page.locator("loop-print-room").evaluate("(it) => { it.after(it); window.it = it; }")
    box(page, "Levels side by side").check()
    expect(page.get_by_role("status")).to_contain_text("2 parts")
    before = page.url
    page.evaluate("""() => {
      window.it.remove();
      window.it.querySelector("input").checked = true;
      window.it.querySelector("form").dispatchEvent(new Event("change"));
    }""")
    assert page.url == before


@pytest.mark.parametrize("address", ["", "?part=levels&section=decisions&role=m1", "?part=gone"])
@pytest.mark.parametrize(("scheme", "size"), [("default", NARROW), ("slate", WIDE)])
def test_axe_finds_nothing_in_any_state(
    someone: Reader, address: str, scheme: str, size: Any
) -> None:
    page = visit(someone, address)
    page.set_viewport_size(size)
    expect(page.get_by_role("status")).not_to_have_text("Nothing is chosen yet.")
    page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:150] for node in rule["nodes"]]) for rule in found] == []
    assert not someone.probe("tooWide")

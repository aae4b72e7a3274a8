"""Without scripts: everything is there to read, and every page is reached, by hand and by key."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served
from tests.site.visit import DESKTOP, PHONE

QUESTIONS = "questions/move-fast/"
INNER = "loop/levels/"

Opened = Callable[..., Page]

# The words of the article that are not drawn though nothing that is closed is left, and those that
# stand in what only a script may show, unless they name a control.
_UNSEEN = """() => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  const unseen = [];
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const words = walk.currentNode.data.trim();
    const around = walk.currentNode.parentElement;
    const silent = "script, style, template, title, .headerlink, svg[aria-hidden]";
    if (!words || around.closest(silent)) continue;
    // A form that only a script can answer; in the finder's list, what its headings say already.
    if (around.closest("form[hidden], .loop-question-finder [hidden]")) continue;
    const told = "button, label, option, output, .loop-lens-note";
    if (around.closest("[hidden]") && around.closest(told)) continue;
    const drawn = document.createRange();
    drawn.selectNodeContents(walk.currentNode);
    if (around.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && drawn.getClientRects().length) continue;
    unseen.push(words.slice(0, 60));
  }
  return unseen;
}"""


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opened]:
    """Opens a page of the site in a browser that runs no scripts."""
    contexts = []

    def open_page(address: str, **choices: object) -> Page:
        context = browser.new_context(java_script_enabled=False, **choices)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(served.url + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_every_page_shows_its_whole_content(
    opened: Opened, served: Served, pages: list[str], size: object
) -> None:
    page = opened("", viewport=size)
    unseen = []
    for address in pages:
        page.goto(served.url + address)
        unseen += [f"{address}: {words}" for words in page.evaluate(_UNSEEN)]
    assert not unseen, "\n".join(["not shown without scripts:", *unseen])


def test_a_question_card_opens_and_closes_by_hand_and_by_key(opened: Opened) -> None:
    card = opened(QUESTIONS).locator("article.loop-question").first
    depth = card.get_by_text("A strong answer shows")
    expect(depth).to_be_hidden()
    card.locator("summary").click()
    expect(depth).to_be_visible()
    card.locator("summary").press("Enter")
    expect(depth).to_be_hidden()


def test_no_control_shows_that_only_scripts_could_serve(opened: Opened) -> None:
    page = opened(QUESTIONS)
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)


def test_tabs_pages_beside_the_text_and_the_foot_lead_on(opened: Opened, served: Served) -> None:
    page = opened("", viewport=DESKTOP)
    page.locator(".md-tabs__link", has_text="The loop").click()
    expect(page).to_have_url(served.url + "loop/")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Levels").click()
    expect(page).to_have_url(served.url + INNER)
    page.locator(".md-footer__link--next").click()
    expect(page).not_to_have_url(served.url + INNER)
    page.locator(".md-logo:visible").first.click()
    expect(page).to_have_url(served.url)


def test_on_a_phone_the_menu_opens_by_its_label_and_leads_to_every_door(
    opened: Opened, served: Served
) -> None:
    page = opened(INNER, viewport=PHONE)
    menu = page.locator(".md-sidebar--primary")
    expect(menu).to_be_hidden()
    page.locator(".md-header label[for=__drawer]").click()
    tabs = page.locator(".md-tabs__link")
    doors = tabs.evaluate_all("found => found.map((each) => each.getAttribute('href'))")
    assert len(doors) > 3
    for door in doors:
        expect(menu.locator(f'a.md-nav__link[href="{door}"]').first).to_be_visible()
    menu.get_by_role("link", name="Questions", exact=True).click()
    expect(page).to_have_url(served.url + "questions/")
    expect(menu).to_be_hidden()


def test_on_a_phone_the_menu_opens_by_key_and_is_walked_by_key(
    opened: Opened, served: Served
) -> None:
    page = opened(INNER, viewport=PHONE)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    menu = page.locator(".md-sidebar--primary")
    expect(menu).to_be_visible()
    target = menu.get_by_role("link", name="Plan", exact=True)
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("each => each === document.activeElement"):
            break
    expect(target).to_be_focused()
    expect(target).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(served.url + "plan/")


def test_the_colours_follow_the_system(opened: Opened) -> None:
    def colours(scheme: str) -> tuple[int, int]:
        page = opened(INNER, color_scheme=scheme)
        ground, ink = page.evaluate(
            """() => ["backgroundColor", "color"].map((each) =>
              getComputedStyle(document.body)[each].match(/\\d+/g).slice(0, 3)
                .reduce((sum, part) => sum + Number(part), 0))"""
        )
        return ground, ink

    light_ground, dark_ink = colours("light")
    dark_ground, light_ink = colours("dark")
    assert light_ground > 600 > 200 > dark_ground
    assert dark_ink < 200 < 600 < light_ink

"""On paper: all of it, black on white, with addresses, page numbers and whose words it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import Served
from tests.site.paper import FOOT, body, printed, sheets, stands_in, strokes
from tests.site.visit import Visitor

QUESTIONS = "questions/move-fast/"
CHECKLISTS = "plan/"
SHEETS = "stories/sheets/"
SOURCES = "about/sources/"
LEVELS = "loop/levels/"
SAMPLES = (QUESTIONS, CHECKLISTS, SHEETS, LEVELS)

# In points; the sides of the text on it are what the style sheet's margins leave.
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
_SIDE_MARGINS = 2 * 16 / 25.4 * 72

# What a reader would read with everything open, line by line.
_LINES = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const lines = document.querySelector("article").innerText.split(/\\n|\\t/);
  return lines.map((line) => line.replace(/\\s+/g, "")).filter(Boolean);
}"""

_TOO_WIDE = """() => [...document.querySelectorAll("article *")]
  .filter((each) => {
    const style = getComputedStyle(each);
    const cut = style.overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
    return !each.closest("svg") && style.clipPath === "none"
      && (cut || each.getBoundingClientRect().right > innerWidth + 1);
  })
  .map((each) => `<${each.localName} class="${each.className}">`)"""


@pytest.fixture
def visitor(browser: Browser, served: Served) -> Iterator[Visitor]:
    """A visit in light colours."""
    context = browser.new_context(color_scheme="light")
    yield Visitor(context, served.url)
    context.close()


def test_every_page_prints_whole_and_says_what_it_is_on_every_sheet(
    visitor: Visitor, pages: list[str]
) -> None:
    faults = []
    for address in pages:
        page = visitor.visit(address)
        found = sheets(printed(page))
        for number, text in enumerate(found, 1):
            foot = FOOT.search(text)
            if foot is None or foot.groups() != (str(number), str(len(found))):
                faults.append(f"{address}: sheet {number} of {len(found)} has no such foot")
            if not FOOT.sub("", text):
                faults.append(f"{address}: sheet {number} of {len(found)} is blank")
        page.emulate_media(media="print")
        whole = body(found)
        lines = page.evaluate(_LINES)
        faults += [f"{address}: lost {line}" for line in lines if not stands_in(line, whole)]
        page.emulate_media(media="null")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SIZES)
def test_the_sheet_has_the_size_that_was_asked_for_and_nothing_is_wider(
    visitor: Visitor, size: str, pages: list[str]
) -> None:
    width, height = SIZES[size]
    box = printed(visitor.visit(QUESTIONS), size).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((width, height), abs=1)
    visitor.page.emulate_media(media="print")
    inside = round((width - _SIDE_MARGINS) / 72 * 96)
    visitor.page.set_viewport_size({"width": inside, "height": 900})
    wide = {address: visitor.visit(address).evaluate(_TOO_WIDE) for address in pages}
    assert {address: found for address, found in wide.items() if found} == {}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts-on", "scripts-off"])
@pytest.mark.parametrize("size", SIZES)
def test_closed_cards_print_open(
    browser: Browser, served: Served, size: str, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(served.url + QUESTIONS)
    assert page.locator("article.loop-question details[open]").count() == 0
    whole = body(sheets(printed(page, size)))
    depths = page.locator("article.loop-question details > div").all()
    assert len(depths) > 8
    for depth in depths:
        for line in (depth.text_content() or "").split("\n"):
            words = re.sub(r"\s+", "", line)
            assert words in whole, line
    context.close()


def test_dark_colours_stay_off_the_paper(
    browser: Browser, served: Served, visitor: Visitor
) -> None:
    context = browser.new_context(color_scheme="dark")
    dark = Visitor(context, served.url)
    for address in SAMPLES:
        by_day = printed(visitor.visit(address))
        by_night = printed(dark.visit(address))
        assert dark.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        drawn = [
            [sheet.get_contents().get_data() for sheet in each.pages] for each in (by_day, by_night)
        ]
        assert drawn[0] == drawn[1], address
    context.close()


@pytest.mark.parametrize("address", [QUESTIONS, CHECKLISTS])
def test_every_box_to_tick_prints_as_a_box(visitor: Visitor, address: str) -> None:
    page = visitor.visit(address)
    boxes = page.locator("article input[type=checkbox]")
    with_boxes = strokes(printed(page))
    boxes.evaluate_all("found => found.forEach((each) => { each.style.visibility = 'hidden'; })")
    assert with_boxes - strokes(printed(page)) >= boxes.count() > 4


def test_outside_links_carry_their_address(visitor: Visitor) -> None:
    page = visitor.visit(SOURCES)
    links: list[Any] = page.locator("article a[href^=http]").evaluate_all(
        "found => found.map((each) => each.getAttribute('href'))"
    )
    assert len(links) > 20
    whole = body(sheets(printed(page)))
    assert [each for each in links if each not in whole] == []

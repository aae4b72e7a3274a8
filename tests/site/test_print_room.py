"""What the print room prints, read back from paper: in order, in one piece, with its edition."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pypdf import PdfReader

from tests.conftest import Served
from tests.site.paper import FOOT, body, sheets, strokes
from tests.site.visit import Visitor

ROOM = "plan/print/"
SIZES = {"a4": (595, 842), "letter": (612, 792)}
EVERYTHING = "form input[name=part], form input[name=section]"
MIXED = "?part=six-weeks&part=levels&part=story-card&copies=2&section=move-fast"
_EDITION = re.compile(r"Edition\d{4}\.\d\dof\d+[A-Z][a-z]+\d{4},printed\d+[A-Z][a-z]+\d{4}\.")


@pytest.fixture
def visitor(browser: Browser, served: Served) -> Iterator[Visitor]:
    """Somebody who prints."""
    context = browser.new_context(color_scheme="light", locale="en-GB")
    visitor = Visitor(context, served.url)
    yield visitor
    assert visitor.taken_faults() == []
    context.close()


def printed(page: Page) -> PdfReader:
    """The document as the browser prints it on the paper that was chosen in the room."""
    expect(page.locator("loop-print-room output")).to_contain_text("as you see below")
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def plain(text: str) -> str:
    """Without white space, as sheets are read."""
    return re.sub(r"\s+", "", text)


def texts(page: Page, selector: str) -> list[str]:
    """The texts of some elements of the document."""
    found = page.locator(f".loop-print-room__paper {selector}")
    return [plain(each) for each in found.all_text_contents()]


@pytest.mark.parametrize("size", SIZES)
def test_a_document_has_its_paper_its_contents_and_a_foot_on_every_sheet(
    visitor: Visitor, size: str
) -> None:
    page = visitor.visit(f"{ROOM}{MIXED}&paper={size}")
    paper = printed(page)
    for sheet in paper.pages:
        box = (float(sheet.mediabox.width), float(sheet.mediabox.height))
        assert box == pytest.approx(SIZES[size], abs=1)
    found = sheets(paper)
    for number, text in enumerate(found, 1):
        foot = FOOT.search(text)
        assert foot, text[:80]
        assert foot.groups() == (str(number), str(len(found)))
        assert _EDITION.match(FOOT.sub("", text)), text[:200]
        assert _EDITION.sub("", FOOT.sub("", text)), f"sheet {number} is blank"
    whole = body([_EDITION.sub("", FOOT.sub("", text), count=1) for text in found])
    titles = texts(page, "h2")
    assert titles[0] == "6weeksbefore"
    assert titles[-1] == "Sources"
    assert "".join(f"{n}.{title}" for n, title in enumerate(titles, 1)) in whole
    after = whole.index(f"{len(titles)}.Sources") + len(f"{len(titles)}.Sources")
    places = [whole.index(title, after) for title in titles if "Storycards" not in title]
    assert places == sorted(places)


def test_everything_at_once_is_there_and_nothing_is_blank(visitor: Visitor) -> None:
    page = visitor.visit(ROOM)
    boxes = page.locator(EVERYTHING)
    names = boxes.evaluate_all("(all) => all.map((each) => each.closest('label').innerText.trim())")
    boxes.evaluate_all("(all) => { for (const each of all) each.checked = true; }")
    boxes.first.dispatch_event("change")
    expect(page.locator(".loop-print-room__paper h2")).to_have_count(len(names) + 1)
    found = sheets(printed(page))
    assert not [n for n, text in enumerate(found, 1) if len(FOOT.sub("", text)) < 120]
    whole = "".join(found)
    cards = texts(page, "article h3")
    assert len(cards) >= 120
    assert [card for card in cards if card not in whole] == []


@pytest.mark.parametrize("cards", ["guidance", "space"])
@pytest.mark.parametrize("size", SIZES)
def test_no_card_loses_its_head_and_no_item_or_part_is_cut(
    visitor: Visitor, size: str, cards: str
) -> None:
    page = visitor.visit(f"{ROOM}?section=technical-leadership&cards={cards}&paper={size}")
    found = sheets(printed(page))
    heads = texts(page, "article h3")
    facts = texts(page, "article .loop-question__facts")
    assert len(heads) > 8
    for head, fact in zip(heads, facts, strict=True):
        assert any(f"{head}{fact}" in sheet for sheet in found), head
        (at,) = {sheet.index(head) for sheet in found if head in sheet} or {0}
        (sheet,) = [sheet for sheet in found if head in sheet]
        assert len(sheet) - at - len(head) - len(fact) > 40, f"{head} stands alone at an end"
    for part in texts(page, ".loop-question__part > :is(ul, ol)"):
        assert any(part[:12] in sheet and part[-12:] in sheet for sheet in found), part
    for address in texts(page, ".loop-print-room__address"):
        assert address.startswith(f"{visitor.site}q/")
        assert any(address in sheet for sheet in found), address


def test_two_cards_with_writing_space_fit_on_a_sheet(visitor: Visitor) -> None:
    page = visitor.visit(f"{ROOM}?section=technical-leadership&cards=space&paper=a4")
    found = sheets(printed(page))
    cards = page.locator(".loop-print-room__paper article").count()
    assert len(found) <= cards // 2 + 2


def test_sheets_to_fill_in_are_one_page_each(visitor: Visitor) -> None:
    page = visitor.visit(f"{ROOM}?part=story-card&copies=3&part=story-list&part=retrospective")
    found = [FOOT.sub("", text) for text in sheets(printed(page))]
    assert sum("Workingtitle" in text for text in found) == 3
    assert sum("Firststory" in text for text in found) == 1
    assert sum("Metrics:before" in text for text in found) == 1
    assert len(found) <= 6


def test_dark_colours_stay_off_the_paper(
    browser: Browser, served: Served, visitor: Visitor
) -> None:
    context = browser.new_context(color_scheme="dark", locale="en-GB")
    dark = Visitor(context, served.url)
    by_day, by_night = (printed(each.visit(ROOM + MIXED)) for each in (visitor, dark))
    assert dark.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    drawn = [
        [sheet.get_contents().get_data() for sheet in each.pages] for each in (by_day, by_night)
    ]  # type: ignore[union-attr]
    assert drawn[0] == drawn[1]
    context.close()


def test_it_is_not_called_ready_before_its_scripts_and_letters_are_there(visitor: Visitor) -> None:
    held: list[Route] = []
    page = visitor.page
    page.route("**/check-list.js", lambda route: held.append(route))
    page.goto(f"{visitor.site}{ROOM}?part=six-weeks")
    said = page.locator("loop-print-room output")
    expect(page.locator(".loop-print-room__paper loop-check-list")).to_be_visible()
    expect(said).not_to_contain_text("as you see below")
    held[0].continue_()
    expect(said).to_contain_text("as you see below")
    expect(page.locator(".loop-print-room__paper")).to_contain_text("0 of 8 done")
    assert page.evaluate("document.fonts.check('italic 1em Literata')")


def test_boxes_print_as_boxes(visitor: Visitor) -> None:
    page = visitor.visit(f"{ROOM}?part=six-weeks&part=three-weeks")
    with_boxes = strokes(printed(page))
    boxes = page.locator(".loop-print-room__paper input[type=checkbox]")
    boxes.evaluate_all("found => found.forEach((each) => { each.style.visibility = 'hidden'; })")
    assert with_boxes - strokes(printed(page)) >= boxes.count() > 4


def test_without_scripts_every_sheet_is_named_with_its_page(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url + ROOM)
    links = page.locator("loop-print-room li a")
    assert links.count() > 20
    for link in links.all():
        assert page.request.get(link.evaluate("(each) => each.href")).ok
    expect(page.locator("loop-print-room input:visible")).to_have_count(0)
    context.close()


def test_what_is_to_be_had_prints_when_the_network_is_lost(visitor: Visitor) -> None:
    page = visitor.visit(f"{ROOM}?section=move-fast")
    expect(page.locator("loop-print-room output")).to_contain_text("as you see below")
    page.context.set_offline(True)
    page.locator("form label", has_text="Collaboration").locator("input").check()
    expect(page.get_by_role("alert")).to_contain_text("Could not be fetched: Collaboration.")
    assert "limitedinformation" in "".join(sheets(printed(page)))
    page.context.set_offline(False)
    page.locator("form label", has_text="Impact Focus").locator("input").check()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert len(texts(page, "article")) == 12
    visitor.faults.clear()

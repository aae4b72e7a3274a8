"""<loop-question-finder> finds, filters and sorts; until it is used the list stands as it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from macros import finder
from tests.overrides.examples import Example, examples_of
from tests.overrides.reader import Reader
from tests.overrides.stage import Stage

PLAIN, LIMITS, HOSTILE = examples_of("question-finder")
BANK = examples_of("question-bank")[0]
INDEX = "**/questions/index.json"
WORDS = "import('/components/question-finder/parts/words.js')"
STEMS = f"(words) => {WORDS}.then(({{ stem }}) => words.map(stem))"


@pytest.fixture(autouse=True)
def bank(stage: Stage) -> Iterator[None]:
    """The index and the page of the section, as the build makes them for the plain example."""
    lay_out(stage, PLAIN)
    yield
    (stage.folder / finder.INDEX).unlink()


def lay_out(stage: Stage, example: Example) -> None:
    """Write the index of an example, and the page that its cards stand on."""
    stage.put("questions/decisions/index", BANK.html())
    (stage.folder / finder.INDEX).write_text(finder.index(example.library()), encoding="utf-8")


def visit(reader: Reader, example: Example = PLAIN, address: str = "") -> Page:
    """An example, its element at work."""
    page = reader.open(example)
    if address:
        page.goto(page.url + address)
    reader.wait_for_elements()
    return page


def rows(page: Page) -> Any:
    """The rows of what was found."""
    return page.locator("[data-found] > li")


def test_without_scripts_every_question_is_there_with_a_link_to_its_card(
    reader_without_scripts: Reader,
) -> None:
    page = reader_without_scripts.open(PLAIN)
    link = page.get_by_role("link", name="When was it right to wait?")
    expect(link).to_have_attribute("href", "../../questions/decisions/#slow-decision")
    facts = page.locator("#find-slow-decision .loop-question-finder__facts")
    assert facts.inner_text() == "IC6 · Behavioural · 6 minutes"
    expect(page.get_by_role("search")).to_have_count(0)


def test_the_place_of_the_form_is_kept_until_the_script_comes(reader: Reader) -> None:
    held: list[Route] = []
    pattern = "**/question-finder.js"
    reader.page.route(pattern, lambda route: held.append(route))
    page = reader.open(PLAIN)
    list_ = page.get_by_role("heading", name="Decisions 2")
    before = list_.bounding_box()
    held[0].continue_()
    reader.wait_for_elements()
    page.unroute(pattern)
    expect(page.get_by_role("search")).to_be_visible()
    assert list_.bounding_box() == before


def test_the_bank_is_fetched_when_the_reader_turns_to_the_form_and_once(reader: Reader) -> None:
    page = visit(reader)
    assert not [url for url in reader.requests if url.endswith(("index.json", "minisearch.js"))]
    with page.expect_response(INDEX):
        page.get_by_label("Words").focus()
    page.get_by_label("Words").fill("facts")
    expect(rows(page)).to_have_count(1)
    assert len([url for url in reader.requests if url.endswith("index.json")]) == 1
    assert not reader.faults


def test_to_turn_to_the_form_changes_nothing_on_the_page(reader: Reader) -> None:
    page = visit(reader)
    with page.expect_response(INDEX):
        page.get_by_label("Words").focus()
    page.get_by_label("Words").fill("facts")
    expect(page.locator("[data-all]")).to_be_hidden()
    page = visit(reader)
    with page.expect_response(INDEX):
        page.get_by_label("Words").focus()
    expect(page.locator("[data-all]")).to_be_visible()
    expect(rows(page)).to_have_count(0)


def test_what_was_typed_before_the_bank_came_is_answered_when_it_does(reader: Reader) -> None:
    page = visit(reader)
    held: list[Route] = []
    page.route(INDEX, lambda route: held.append(route))
    page.get_by_label("Words").press_sequentially("wait")
    expect(page.get_by_role("heading", name="Fetching the questions …")).to_be_visible()
    held[0].continue_()
    expect(page.get_by_role("heading", name="1 question of 2")).to_be_visible()
    page.unroute(INDEX)


def test_a_bank_that_cannot_be_fetched_is_told_and_asked_for_again(reader: Reader) -> None:
    page = visit(reader)
    page.route(INDEX, lambda route: route.abort())
    page.get_by_label("Words").fill("wait")
    expect(page.get_by_text("The questions could not be fetched")).to_be_visible()
    expect(page.get_by_role("heading", name="Decisions 2")).to_be_visible()
    expect(page.get_by_label("Words")).to_have_value("wait")
    page.unroute(INDEX)
    page.get_by_role("button", name="Try again").click()
    expect(rows(page)).to_have_count(1)
    expect(page.get_by_text("The questions could not be fetched")).to_have_count(0)


def test_a_library_that_did_not_come_is_asked_for_again(reader: Reader) -> None:
    page = visit(reader)
    pattern = "**/minisearch.js*"
    page.route(pattern, lambda route: route.abort())
    page.get_by_label("Words").fill("wait")
    expect(page.get_by_text("The questions could not be fetched")).to_be_visible()
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()
    expect(rows(page)).to_have_count(1)


def test_an_answer_that_is_no_index_is_told_like_none(reader: Reader) -> None:
    page = visit(reader)
    page.route(INDEX, lambda route: route.fulfill(body="<html>", content_type="text/html"))
    page.get_by_label("Words").fill("wait")
    expect(page.get_by_text("The questions could not be fetched")).to_be_visible()
    page.unroute(INDEX)


def test_a_card_opens_in_its_row_with_links_that_lead_where_they_did(
    reader: Reader, stage: Stage
) -> None:
    page = visit(reader)
    page.get_by_label("Words").fill("facts")
    rows(page).get_by_role("button").click()
    card = rows(page).locator("article.loop-question")
    expect(card.get_by_text("You say which fact was missing.")).to_be_visible()
    link = card.get_by_role("link", name="Behavioural")
    assert link.evaluate("each => each.href") == f"{stage.url}rounds/behavioural/"
    heading = card.get_by_role("heading", level=3)
    expect(heading).to_have_css("font-weight", "500")
    rows(page).get_by_role("button", name="Open here").click()
    expect(card).to_have_count(0)
    assert not reader.faults


def test_a_card_opens_in_the_list_that_the_page_came_with(reader: Reader) -> None:
    page = visit(reader)
    for name in ("Open here: When did", "Open here: When was"):
        page.get_by_role("button", name=name).click()
    expect(page.locator("[data-all] article.loop-question")).to_have_count(2)


def test_a_card_that_cannot_be_fetched_is_told_with_the_way_to_it(reader: Reader) -> None:
    page = visit(reader)
    pattern = "**/questions/decisions/"
    page.route(pattern, lambda route: route.abort())
    page.get_by_role("button", name="Open here: When was").click()
    expect(page.get_by_text("The card could not be fetched.")).to_be_visible()
    way = page.get_by_role("link", name="go to its own page")
    assert (way.get_attribute("href") or "").endswith("/questions/decisions/#slow-decision")
    page.unroute(pattern)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("article.loop-question")).to_have_count(1)


def test_a_card_that_was_closed_before_it_came_stays_closed(reader: Reader) -> None:
    page = visit(reader)
    held: list[Route] = []
    pattern = "**/questions/decisions/"
    page.route(pattern, lambda route: held.append(route))
    toggle = page.get_by_role("button", name="Open here: When was")
    with page.expect_request(pattern):
        toggle.click()
    toggle.click()
    with page.expect_response(pattern):
        held[0].continue_()
    page.unroute(pattern)
    page.get_by_role("button", name="Open here: When did").click()
    expect(page.locator("article.loop-question")).to_have_count(1)
    expect(page.get_by_role("link", name="When was it right to wait?").last).to_be_visible()


def test_hostile_texts_are_found_and_stay_texts(reader: Reader, stage: Stage) -> None:
    lay_out(stage, HOSTILE)
    page = visit(reader, HOSTILE)
    page.get_by_label("Words").fill("script alert braces")
    expect(rows(page)).to_have_count(2)
    assert rows(page).first.locator("mark").all_inner_texts()
    assert page.locator("article script, article img").count() == 0
    page.get_by_label("Words").fill("<img src=x onerror=alert(1)> nobody")
    expect(page.get_by_role("button", name="Without “nobody”")).to_have_count(0)
    expect(page.get_by_role("heading", name="No question has all of this")).to_be_visible()
    assert not reader.faults


def test_it_is_not_doubled_when_connected_twice(reader: Reader) -> None:
    page = visit(reader)
    page.locator("loop-question-finder").evaluate(
        "(each) => { each.connectedCallback(); each.parentElement.append(each); }"
    )
    before = page.evaluate("history.length")
    page.get_by_role("radio", name="M1").check()
    expect(rows(page)).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?role=m1$"))
    assert page.evaluate("history.length") == before + 1
    rows(page).get_by_role("button").click()
    expect(rows(page).locator("article")).to_have_count(1)


def test_it_hears_nothing_any_more_once_it_is_gone(reader: Reader) -> None:
    page = visit(reader)
    page.locator("loop-question-finder").evaluate(
        "(each) => { window.gone = each; each.remove(); }"
    )
    page.keyboard.press("/")
    address = page.url
    page.evaluate("window.gone.querySelector('[name=role][value=m1]').click()")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    assert page.url == address
    assert not [url for url in reader.requests if url.endswith("index.json")]


@pytest.mark.parametrize(
    "forms",
    [
        "prioritisation prioritization prioritise prioritize prioritising prioritized priority",
        "disagree disagreed disagreement disagreements disagreeing",
        "manage manager managers managing management",
        "lead leader leaders leading leadership",
        "hire hires hired hiring",
        "behaviour behaviours behavioural behavior behavioral",
        "organisation organization organise organizing organised",
        "travelling traveling travelled traveled",
        "programme program programmes programs",
        "strategy strategies strategic",
        "migrate migration migrations migrating",
        "promote promoted promotion promotions",
        "measure measured measuring measurement",
        "influence influenced influencing",
        "judgement judgment judgements",
        "ambiguous ambiguity",
        "centre center",
        "team teams team's",
        "café cafe",
    ],
)
def test_the_forms_of_a_word_come_down_to_one(reader: Reader, forms: str) -> None:
    page = visit(reader)
    stems = page.evaluate(
        f"(words) => {WORDS}.then(({{ stem }}) => words.map(stem))", forms.split()
    )
    assert len(set(stems)) == 1, stems
    assert stems[0]


@pytest.mark.parametrize(("one", "other"), [("team", "term"), ("peer", "per"), ("lead", "leave")])
def test_other_words_stay_other_words(reader: Reader, one: str, other: str) -> None:
    page = visit(reader)
    stems = page.evaluate(STEMS, [one, other])
    assert stems[0] != stems[1]


def test_a_phrase_of_the_field_is_one_thing_in_all_its_ways(reader: Reader) -> None:
    page = visit(reader)
    ask = f"(asked) => {WORDS}.then(({{ wantedOf }}) => wantedOf(asked))"
    (word,) = page.evaluate(ask, "with a PM")
    assert word == {"said": "PM", "ways": [["pm"], ["product", "manag"]]}
    (phrase,) = page.evaluate(ask, "product managers")
    assert phrase["said"] == "product managers"
    assert ["pm"] in phrase["ways"]
    assert page.evaluate(ask, "the a with of") == []

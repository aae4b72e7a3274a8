"""The question finder on the real bank: it finds, counts truly, keeps its state in the address."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros import select
from macros.load import load
from tests.conftest import ROOT, Served
from tests.site.test_access import axe_faults
from tests.site.visit import DESKTOP, PHONE, SETTLED, Visitor

LIBRARY = load(ROOT / "docs/data")
QUESTIONS = select.questions(LIBRARY)
IDS = [question.id for question in QUESTIONS]
SECTIONS = {ident: select.section_of(LIBRARY, ident) for ident in IDS}
FIELDS = {"role": "roles", "round": "rounds", "signal": "signals", "value": "values"}
INDEX = "**/questions/index.json"
STARRED, NOTED, PRACTISED = IDS[3:30:4], IDS[5:20:5], IDS[4:60:7]

Opened = Callable[..., Visitor]
State = dict[str, str]


@pytest.fixture
def opened(browser: Browser, served: Served) -> Iterator[Opened]:
    """Opens the finder with some query; each visit has a storage of its own."""
    contexts = []

    def open_page(query: str = "", size: Any = DESKTOP, scheme: Any = "light") -> Visitor:
        context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        contexts.append(context)
        visitor = Visitor(context, served.url)
        visitor.visit(f"questions/find/{query}")
        return visitor

    yield open_page
    for context in contexts:
        context.close()


def keep(page: Page, records: dict[str, str | bool]) -> None:
    """Keep records in the reader's storage, as the other pages do."""
    page.evaluate(
        """(records) => import("/assets/store/store.js").then(({ store }) => {
          for (const [id, value] of Object.entries(records)) store.set(id, value);
        })""",
        records,
    )


# What waits until the answer is painted (further rows, counts in closed lists) comes before this.
_IDLE = "new Promise((done) => requestIdleCallback(done))"


def found(page: Page) -> list[str]:
    """The ids of what was found, in their order; the list that the page came with is no answer."""
    expect(page.locator("[data-all]")).to_be_hidden()
    page.evaluate(_IDLE)
    return shown(page)


def shown(page: Page) -> list[str]:
    """The ids of the rows of the answer."""
    links = page.locator("[data-found] .loop-question-finder__text a")
    hashes: list[str] = links.evaluate_all("(all) => all.map((each) => each.hash.slice(1))")
    return hashes


def said(page: Page) -> str:
    """What the live region says."""
    return page.locator("[aria-live=polite]").inner_text()


def ask(page: Page, words: str) -> list[str]:
    """Look for words; what was found."""
    page.get_by_label("Words").fill(words)
    page.locator("[data-said]").filter(has_not_text="Fetching").wait_for()
    return found(page)


def number(page: Page) -> int:
    """How many questions the page says that it found."""
    expect(page.locator("[aria-live=polite]")).not_to_contain_text("Fetching")
    words = said(page)
    return 0 if words.startswith("No question") else int(words.split()[0])


def counts(page: Page) -> dict[tuple[str, str], int]:
    """The count beside each choice, by facet and choice, once the closed lists have theirs."""
    page.evaluate(_IDLE)
    found: list[list[str]] = page.evaluate(
        """() => {
          const form = document.querySelector("loop-question-finder form");
          const chips = [...form.querySelectorAll("label:has([data-count])")].map((label) => {
            const { name, value } = label.control;
            return [name, value, label.querySelector("[data-count]").textContent];
          });
          const options = [...form.querySelectorAll("option")].map((option) => {
            const count = /\\((\\d+)\\)$/.exec(option.textContent)[1];
            return [option.parentElement.closest("select").name, option.value, count];
          });
          return [...chips, ...options];
        }"""
    )
    return {(facet, choice): int(count) for facet, choice, count in found}


def choices_of(question: Any, facet: str) -> set[str]:
    """What a question has of a facet, from the data."""
    ident = question.id
    own = {
        "section": {SECTIONS[ident]},
        "starred": {"yes"} if ident in STARRED else set(),
        "note": {"yes"} if ident in NOTED else set(),
        "practised": {"yes" if ident in PRACTISED else "no"},
    }
    return own[facet] if facet in own else set(getattr(question, FIELDS[facet]))


FACETS = (*FIELDS, "section", "starred", "note", "practised")


def expected(state: State) -> list[str]:
    """The ids of the questions that have every choice of a state, in the order of the guide."""
    return [
        question.id
        for question in QUESTIONS
        if all(choice in choices_of(question, facet) for facet, choice in state.items())
    ]


def expected_count(state: State, facet: str, choice: str) -> int:
    """How many questions there would be with that choice instead of the state's own."""
    others = {name: each for name, each in state.items() if name != facet}
    return len(expected({**others, facet: choice} if choice else others))


def random_states(number: int) -> list[State]:
    """States of up to four choices, the same on every run."""
    chance = random.Random(3)  # noqa: S311 (the same on every run)
    states = []
    for _ in range(number):
        question = chance.choice(QUESTIONS)
        facets = chance.sample(FACETS, chance.randint(1, 4))
        # Three in four choices are those of one question, so that most states find something.
        of = [question if chance.random() < 0.75 else chance.choice(QUESTIONS) for _ in facets]
        options = {f: sorted(choices_of(q, f)) for f, q in zip(facets, of, strict=True)}
        states.append({f: chance.choice(known) for f, known in options.items() if known})
    return [state for state in states if state]


def test_each_question_is_found_by_its_own_words_among_the_first_three(opened: Opened) -> None:
    page = opened().page
    assert len(QUESTIONS) >= 120
    missed = [each.id for each in QUESTIONS if each.id not in ask(page, each.text)[:3]]
    assert missed == []


@pytest.mark.parametrize(
    ("words", "ident"),
    [
        ("disagre with pm", "disagreed-with-pm"),
        ("dissagreed product maneger", "disagreed-with-pm"),
        ("prioritisation", "technical-work-against-requirements"),
        ("prioritization", "technical-work-against-requirements"),
        ("reorganization", "reorganisation"),
        ("underperformer", "underperforming"),
        ("layoffs", "layoff"),
        ("migrations", "complex-migration"),
        ("code qualty", "code quality"),
        ("hireing best", "best hire"),
    ],
)
def test_errors_of_typing_and_forms_of_words_are_understood(
    opened: Opened, words: str, ident: str
) -> None:
    page = opened().page
    first = ask(page, words)[0]
    text = next(each.text for each in QUESTIONS if each.id == first)
    wanted = {
        "disagreed-with-pm": "disagreed with a product manager",
        "technical-work-against-requirements": "prioritize technical work",
        "complex-migration": "technical migration",
    }.get(ident, ident)
    assert wanted in text


def test_words_that_were_found_are_marked_and_nothing_else(opened: Opened) -> None:
    page = opened().page
    ask(page, "disagre with pm")
    marks = page.locator("[data-found] > li").first.locator(".loop-question-finder__text mark")
    assert marks.all_inner_texts() == ["disagreed", "product", "manager"]
    ask(page, "")
    expect(page.locator("mark")).to_have_count(0)


def test_the_page_offers_the_true_counts_before_anything_is_fetched(opened: Opened) -> None:
    visitor = opened()
    for (facet, choice), count in counts(visitor.page).items():
        own = {"starred": 0, "note": 0, "practised": 0 if choice == "yes" else len(IDS)}
        assert count == own.get(facet, expected_count({}, facet, choice)), (facet, choice)
    assert not [url for url in visitor.requests if url.endswith(("index.json", "minisearch.js"))]


def test_every_count_is_true_in_any_state(opened: Opened) -> None:
    page = opened().page
    keep(page, {f"star/{ident}": True for ident in STARRED})
    keep(page, {f"note/{ident}": "What I said." for ident in NOTED})
    keep(page, {f"practised/{ident}": "2026-11-20" for ident in PRACTISED})
    for state in random_states(25):
        page.goto(page.url.partition("?")[0] + "?" + urlencode(state))
        wanted = expected(state)
        words = f"{len(wanted)} question{'' if len(wanted) == 1 else 's'} of {len(IDS)}"
        expect(page.locator("[data-said]")).to_have_text(
            words if wanted else "No question has all of this"
        )
        assert found(page) == wanted[:50], state
        for (facet, choice), count in counts(page).items():
            assert count == expected_count(state, facet, choice), (state, facet, choice)


def test_a_count_is_what_comes_when_the_choice_is_made_with_words_too(opened: Opened) -> None:
    page = opened().page
    ask(page, "team")
    before = counts(page)
    for facet, choice in [
        ("role", "ic6"),
        ("round", "project-retrospective"),
        ("role", "director"),
    ]:
        page.locator(f"[name={facet}][value={choice}]").check()
        assert number(page) == before[facet, choice]
        before = counts(page)
    page.get_by_label("Signal").select_option("direction")
    assert number(page) == before["signal", "direction"]


def test_a_screen_of_rows_is_there_at_once_and_the_rest_when_it_is_painted(opened: Opened) -> None:
    page = opened("?role=m1").page
    assert len(found(page)) == 50
    at_once = page.locator("[name=role][value=m2]").evaluate(
        "(m2) => { m2.click(); return document.querySelectorAll('[data-found] > li').length; }"
    )
    assert at_once == 12
    assert found(page) == expected({"role": "m2"})[:50]
    page.get_by_role("button", name="Show").click()
    kept = page.locator("[name=q]").evaluate("""(words) => {
      words.dispatchEvent(new Event("input", { bubbles: true }));
      return document.querySelectorAll("[data-found] > li").length;
    }""")
    assert kept == min(len(expected({"role": "m2"})), 100)


def test_not_practised_first_and_guide_order(opened: Opened) -> None:
    page = opened().page
    keep(page, {f"practised/{ident}": "2026-11-20" for ident in IDS[:2]})
    page.get_by_label("Sorted by").select_option("practised")
    page.get_by_label("Section").select_option(SECTIONS[IDS[0]])
    section = [ident for ident in IDS if SECTIONS[ident] == SECTIONS[IDS[0]]]
    assert found(page) == [*section[2:], *section[:2]]
    rows = page.locator("[data-found] > li").filter(has_text="practised 20 November 2026")
    expect(rows).to_have_count(2)
    page.get_by_label("Sorted by").select_option("guide")
    assert found(page) == section


@pytest.mark.parametrize(
    "query",
    [
        "?q=disagre+with+pm",
        "?role=m1",
        "?q=team&role=m2&round=behavioural&sort=guide",
        "?section=move-fast&signal=driving-results",
        "?practised=no&sort=practised",
        "?role=director&value=move-fast",
    ],
)
def test_a_shared_address_shows_the_same_to_whoever_opens_it(opened: Opened, query: str) -> None:
    first, second = opened(query).page, opened(query).page
    assert found(first) == found(second) != []
    assert said(first) == said(second)
    given = dict(parse_qsl(query[1:]))
    for page in (first, second):
        expect(page).to_have_url(re.compile(re.escape(query) + "$"))
        for name, value in given.items():
            form = page.locator("form#find")
            kept = form.evaluate("(form, name) => new FormData(form).get(name)", name)
            assert kept == value
        expect(page.locator("#__search")).not_to_be_checked()


def test_what_is_asked_comes_into_the_address_and_only_that(opened: Opened) -> None:
    page = opened().page
    ask(page, "conflict")
    page.get_by_role("radio", name="M1").check()
    page.get_by_label("Sorted by").select_option("guide")
    expect(page).to_have_url(re.compile(r"/questions/find/\?q=conflict&role=m1&sort=guide$"))
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(re.compile(r"/questions/find/$"))


def test_back_and_forward_go_through_the_choices_and_not_through_the_letters(
    opened: Opened,
) -> None:
    page = opened().page
    page.get_by_label("Words").press_sequentially("team")
    page.get_by_role("radio", name="M1").check()
    with_role = found(page)
    page.get_by_role("radio", name="Behavioural").check()
    with_both = found(page)
    assert with_both != with_role
    page.go_back()
    expect(page.get_by_role("radio", name="All", exact=False).nth(1)).to_be_checked()
    assert found(page) == with_role
    page.go_back()
    expect(page.get_by_role("radio", name="M1")).not_to_be_checked()
    expect(page.get_by_label("Words")).to_have_value("team")
    page.go_forward()
    page.go_forward()
    assert found(page) == with_both
    expect(page.get_by_role("radio", name="Behavioural")).to_be_checked()


def test_back_from_another_page_shows_what_was_asked(opened: Opened) -> None:
    page = opened().page
    before = ask(page, "conflict")
    page.locator("[data-found] .loop-question-finder__text a").first.click()
    expect(page).to_have_url(re.compile(rf"#{before[0]}$"))
    page.go_back()
    expect(page.get_by_label("Words")).to_have_value("conflict")
    assert found(page) == before


def test_arrow_keys_through_a_facet_are_one_step_of_the_history(opened: Opened) -> None:
    page = opened().page
    page.get_by_role("radio", name="M1").check()
    expect(page).to_have_url(re.compile(r"\?role=m1$"))
    before = page.evaluate("history.length")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"\?role=director$"))
    assert page.evaluate("history.length") == before + 1


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("?role=nobody", "“nobody” is no role of this edition"),
        ("?role=%3Cimg%20src=x%20onerror=alert(1)%3E", "“<img src=x onerror=alert(1)>” is no role"),
        ("?zebra=1", "“zebra” is nothing that can be asked here"),
        ("?role=m1&role=m2", "“role” is asked more than once"),
        ("?role=", "“role” asks for nothing"),
        ("?q=%00", "“q” cannot be read"),
        ("?q=%ff", "“q” cannot be read"),
        ("?q=" + "a" * 50_000, "the words are longer than 200 letters"),
        ("?role=" + "b" * 50_000, "bbb…” is no role"),
        ("?sort=sideways", "“sideways” is no sort"),
        ("?__proto__=1&constructor=2", "“__proto__” is nothing that can be asked here"),
        ("?q=%F0%9F%A6%93&value=%E2%80%AEmove", "is no value"),
    ],
)
def test_what_an_address_asks_in_vain_is_ignored_with_a_word(
    opened: Opened, query: str, says: str
) -> None:
    visitor = opened(query)
    page = visitor.page
    expect(page.locator("[data-ignored]")).to_contain_text(says)
    assert urlsplit(page.url).query in ("", "q=%F0%9F%A6%93")
    page.get_by_role("button", name="Clear all").or_(page.get_by_label("Words")).first.click()
    page.get_by_role("radio", name="M1").check()
    expect(page.locator("[data-ignored]")).to_be_empty()
    assert number(page) == 0 or number(page) > 100
    assert visitor.taken_faults() == []
    scroll = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    assert scroll <= 0


def test_a_hostile_address_with_something_sound_keeps_that(opened: Opened) -> None:
    page = opened("?role=m1&round=%00&h=team").page
    expect(page.locator("[data-ignored]")).to_contain_text("“round” cannot be read")
    expect(page.get_by_role("radio", name="M1")).to_be_checked()
    assert found(page) == expected({"role": "m1"})[:50]


def test_nothing_found_says_what_to_loosen_and_what_that_brings(opened: Opened) -> None:
    page = opened().page
    ask(page, "zebra roadmap")
    expect(page.get_by_role("heading", name="No question has all of this")).to_be_visible()
    button = page.get_by_role("button", name="Without “zebra”")
    brings = int(re.findall(r"\d+", button.inner_text())[-1])
    button.click()
    expect(page.get_by_label("Words")).to_have_value("roadmap")
    assert number(page) == brings > 0
    page.get_by_label("Section").select_option("move-fast")
    assert number(page) == 0
    buttons = page.locator("[data-loosen] button")
    assert [each.partition(":")[0] for each in buttons.all_inner_texts()] == [
        "Without “Move Fast”",
        "Without “roadmap”",
    ]
    for each in range(2):
        brings = int(re.findall(r"\d+", buttons.nth(each).inner_text())[-1])
        buttons.nth(each).click()
        assert number(page) == brings > 0
        page.go_back()
        expect(buttons).to_have_count(2)


def test_many_words_that_never_meet_are_cut_down_to_those_that_do(opened: Opened) -> None:
    page = opened().page
    ask(page, "zebra roadmap xylophone year")
    button = page.locator("[data-loosen] button").first
    assert "zebra" in button.inner_text()
    assert "xylophone" in button.inner_text()
    brings = int(re.findall(r"\d+", button.inner_text())[-1])
    button.click()
    assert number(page) == brings > 0


def test_more_are_shown_fifty_at_a_time(opened: Opened) -> None:
    page = opened("?role=m2").page
    everything = expected({"role": "m2"})
    assert len(everything) > 100
    assert found(page) == everything[:50]
    page.get_by_role("button", name="Show 50 more of").click()
    assert found(page) == everything[:100]
    focused = page.evaluate("document.activeElement.hash")
    assert focused == f"#{everything[50]}"
    page.get_by_role("button", name=f"Show {len(everything) - 100} more of").click()
    assert found(page) == everything
    expect(page.locator("[data-do=more]")).to_be_hidden()


def test_on_paper_there_is_all_that_was_found_and_no_control(opened: Opened) -> None:
    page = opened("?role=m2").page
    assert len(found(page)) == 50
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert found(page) == expected({"role": "m2"})
    assert page.locator("article").get_by_role("button").count() == 0
    expect(page.get_by_role("search")).to_have_count(0)


def test_by_keyboard_alone(opened: Opened) -> None:
    page = opened().page
    page.keyboard.press("/")
    expect(page.get_by_label("Words")).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()
    page.keyboard.type("conflict/peer")
    expect(page.get_by_label("Words")).to_have_value("conflict/peer")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Words")).to_have_value("")
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.type("conflict")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="M1")).to_be_checked()
    page.keyboard.press("/")
    expect(page.get_by_label("Words")).to_be_focused()
    open_ = page.locator("[data-found] [data-do=open]").first
    for _ in range(20):
        page.keyboard.press("Tab")
        if open_.evaluate("(each) => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    card = page.locator("[data-found] article")
    expect(card).to_be_visible()
    expect(open_).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_have_count(0)


def test_a_card_in_place_is_complete_and_stays_while_one_looks_on(opened: Opened) -> None:
    visitor = opened("?q=quick+decision")
    page = visitor.page
    row = page.locator("[data-found] > li").first
    row.get_by_role("button", name="Open here").click()
    expect(row.get_by_text("A strong answer shows")).to_be_visible()
    expect(row.get_by_role("heading", level=3)).to_contain_text("a quick decision with limited")
    expect(row.locator("article [id]")).to_have_count(0)
    row.locator("input[type=checkbox]").first.check()
    page.get_by_role("radio", name="M1").check()
    expect(row.locator("input[type=checkbox]").first).to_be_checked()
    assert visitor.taken_faults() == []


def test_each_page_of_cards_is_fetched_once(opened: Opened) -> None:
    visitor = opened("?section=move-fast")
    page = visitor.page
    buttons = page.locator("[data-found] [data-do=open]")
    for place in range(3):
        buttons.nth(place).click()
        expect(page.locator("[data-found] article")).to_have_count(place + 1)
    asked = [url for url in visitor.requests if url.endswith("/questions/move-fast/")]
    assert len(asked) == 1


def test_a_star_set_in_another_tab_is_counted_and_found_at_once(
    browser: Browser, served: Served
) -> None:
    context = browser.new_context()
    mine, other = (Visitor(context, served.url).visit("questions/find/") for _ in range(2))
    expect(mine.get_by_role("checkbox", name="Starred 0")).to_be_visible()
    keep(other, {f"star/{IDS[7]}": True})
    expect(mine.get_by_role("checkbox", name="Starred 1")).to_be_visible()
    expect(mine.locator(f"#find-{IDS[7]}")).to_contain_text("starred")
    mine.get_by_role("checkbox", name="Starred").check()
    expect(mine.locator("[data-found] > li")).to_have_count(1)
    keep(other, {f"star/{IDS[9]}": True, f"note/{IDS[9]}": "Mine."})
    expect(mine.locator("[data-found] > li")).to_have_count(2)
    expect(mine.get_by_role("checkbox", name="With my note 1")).to_be_visible()
    keep(other, {f"star/{IDS[7]}": False})
    expect(mine.locator("[data-found] > li")).to_have_count(1)
    assert found(mine) == [IDS[9]]
    context.close()


def test_practised_and_not_practised_exclude_each_other(opened: Opened) -> None:
    page = opened().page
    page.get_by_role("checkbox", name="Not practised").check()
    page.get_by_role("checkbox", name="Practised 0", exact=True).check()
    expect(page.get_by_role("checkbox", name="Not practised")).not_to_be_checked()
    assert number(page) == 0


def test_late_data_answers_what_was_typed_and_chosen_meanwhile(opened: Opened) -> None:
    page = opened().page
    held: list[Route] = []
    page.route(INDEX, lambda route: held.append(route))
    page.get_by_label("Words").press_sequentially("conflict")
    page.get_by_role("radio", name="M1").check()
    expect(page.locator("[data-said]")).to_have_text("Fetching the questions …")
    held[0].continue_()
    expect(page.locator("[data-said]")).to_contain_text("questions of")
    assert len(held) == 1
    assert set(found(page)) <= set(expected({"role": "m1"}))


def test_on_a_phone_the_filters_open_and_tell_how_many_are_on(opened: Opened) -> None:
    page = opened("?role=m1&section=move-fast", PHONE).page
    toggle = page.get_by_role("button", name="Filter, 2 on")
    expect(page.get_by_label("Signal")).to_be_hidden()
    toggle.click()
    expect(page.get_by_label("Signal")).to_be_visible()
    page.get_by_label("Section").select_option("")
    expect(page.get_by_role("button", name="Filter, 1 on")).to_be_visible()
    boxes = page.locator("loop-question-finder :is(button, select, label):visible")
    small = boxes.evaluate_all(
        "(all) => all.filter((each) => each.checkVisibility() && each.control?.type !== 'search'"
        " && !/find-/.test(each.htmlFor ?? '') && each.getBoundingClientRect().height < 24)"
        ".map((each) => each.outerHTML)"
    )
    assert small == []


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_it_serves_everyone_in_every_state(opened: Opened, size: Any, scheme: str) -> None:
    visitor = opened("?q=team&role=m1&zebra=1", size, scheme)
    page = visitor.page
    if size is PHONE:
        page.get_by_role("button", name="Filter").click()
    assert len(found(page)) > 13
    faults = axe_faults(page, "light")
    page.locator("[data-found] [data-do=open]").first.click()
    expect(page.locator("[data-found] article")).to_be_visible()
    page.route("**/questions/*/", lambda route: route.abort())
    page.get_by_label("Section").select_option("move-fast")
    ask(page, "")
    page.locator("[data-found] [data-do=open]").first.click()
    expect(page.get_by_text("The card could not be fetched.")).to_be_visible()
    page.evaluate(SETTLED)
    faults += axe_faults(page, "light")
    ask(page, "zebra")
    expect(page.locator("[data-loosen] button").first).to_be_visible()
    faults += axe_faults(page, "light")
    page.route(INDEX, lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    faults += axe_faults(page, "light")
    assert faults == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")

"""schedule.js counts as macros/plan.py does, and what it drops is what the data says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.load import load
from macros.plan import fit, minutes_of, plan_data, timed_items
from tests.conftest import ROOT
from tests.overrides.reader import Reader
from tests.overrides.stage import Stage

LIBRARY = load(ROOT / "docs" / "data")
DATA = plan_data(LIBRARY)
PLAN = LIBRARY.one("plan")
ROLES = list(LIBRARY.ids["role"])
DAY = 20_000  # a day of 2024; which one does not matter


@pytest.fixture(scope="module")
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    """A page that can ask the module."""
    tab = Reader(browser.new_context(), stage)
    yield tab.read("plan/schedule", "<p>Schedule.</p>")
    tab.close()


def reckon(page: Page, days: int, hours: float, role: str, done: tuple[str, ...] = ()) -> Any:
    """What reckon gives, its map of sizes as a mapping."""
    return page.evaluate(
        """async ([plan, { done, ...given }]) => {
          const { reckon } = await import('/assets/plan/schedule.js');
          const sums = reckon(plan, { ...given, done: (id) => done.includes(id) });
          return { ...sums, chosen: Object.fromEntries(sums.chosen) };
        }""",
        [DATA, {"days": days, "hours": hours, "role": role, "done": list(done)}],
    )


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("minutes", [0, 100, 349, 350, 698, 1047, 2095, 3492, 99_999])
def test_the_browser_chooses_the_sizes_that_the_table_of_hours_is_drawn_from(
    page: Page, role: str, minutes: int
) -> None:
    chosen = page.evaluate(
        """async ([plan, role, minutes]) => {
          const { fit, isFor } = await import('/assets/plan/schedule.js');
          const items = plan.phases.flatMap((each) => each.items).filter((it) => isFor(it, role));
          return Object.fromEntries(fit(items, new Map(), plan.cuts, minutes));
        }""",
        [DATA, role, minutes],
    )
    wanted = fit(timed_items(LIBRARY, role), PLAN.cuts, minutes)
    assert chosen == {ident: at for ident, at in wanted.items() if at}


@pytest.mark.parametrize("pace", PLAN.paces)
@pytest.mark.parametrize("role", ROLES)
def test_who_begins_in_time_has_nothing_to_drop(page: Page, role: str, pace: int) -> None:
    sums = reckon(page, 42, pace, role)
    assert sums["cuts"] == []
    assert 0 <= sums["left"] == pace * 60 * 6 - sums["needs"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("hours", [0.5, 3, 6, 10, 40])
@pytest.mark.parametrize("days", [1, 2, 6, 7, 13, 14, 21, 35, 41])
def test_what_is_dropped_frees_what_is_too_much_and_no_step_is_needless(
    page: Page, role: str, hours: float, days: int
) -> None:
    sums = reckon(page, days, hours, role)
    freed = sum(cut["frees"] for cut in sums["cuts"])
    assert sums["has"] == int(hours * 60 * days / 7)
    assert sums["left"] == sums["has"] - sums["needs"] + freed
    for cut in sums["cuts"]:
        assert cut["frees"] == cut["from"][0] - (cut["to"] or [0])[0] > 0
        assert role in cut["item"]["roles"] or not cut["item"]["roles"]
    if sums["needs"] <= sums["has"]:
        assert sums["cuts"] == []
    elif sums["left"] >= 0:
        items = {item.id: item for item in timed_items(LIBRARY, role)}
        steps = [
            minutes_of(items[ident].sizes, at - 1) - minutes_of(items[ident].sizes, at)
            for ident, at in sums["chosen"].items()
            if at
        ]
        assert sums["left"] < max(steps)
    else:
        stories = sums["needs"] - freed
        assert stories == LIBRARY.ids["checklist item"]["develop-fast-stories"].sizes[-1].minutes  # type: ignore[attr-defined]


def test_what_is_done_is_neither_counted_nor_dropped(page: Page) -> None:
    before = reckon(page, 10, 3, "m1")
    named = before["cuts"][0]["item"]["id"]
    after = reckon(page, 10, 3, "m1", (named,))
    assert after["needs"] == before["needs"] - before["cuts"][0]["from"][0]
    assert named not in [cut["item"]["id"] for cut in after["cuts"]]
    everything = tuple(LIBRARY.ids["checklist item"])
    assert reckon(page, 1, 1, "m1", everything)["needs"] == 0


def test_the_first_to_go_is_the_first_of_the_list_that_is_left(page: Page) -> None:
    # At 3 hours a week the plan is cut down to the line "down to two weeks" of plan.yml.
    three = fit(timed_items(LIBRARY, "m1"), PLAN.cuts, 3 * 6 * 60 * (100 - PLAN.spare) / 100)
    left = [ident for ident in PLAN.cuts if ident in three]
    for ident, at in three.items():
        for _ in range(at):
            left.remove(ident)
    sums = reckon(page, 38, 3, "m1")
    assert sums["cuts"][0]["item"]["id"] == left[0] == "research-technical-posts"


def test_who_has_more_days_than_the_plan_is_given_its_weeks(page: Page) -> None:
    assert reckon(page, 400, 6, "m1")["has"] == reckon(page, 42, 6, "m1")["has"] == 36 * 60


def test_without_a_role_nobodys_items_are_counted(page: Page) -> None:
    assert reckon(page, 42, 10, "all")["needs"] == reckon(page, 42, 10, "ic6")["needs"] - 720


def phases(page: Page, today: int) -> list[tuple[str, int, int, str]]:
    """Each phase of an interview on DAY: its id, first and last day, counted to it, and place."""
    dated = page.evaluate(
        """async ([plan, day, today]) =>
          (await import('/assets/plan/schedule.js')).phases(plan, day, today)""",
        [DATA, DAY, today],
    )
    return [(e["phase"]["id"], e["start"] - DAY, e["end"] - DAY, e["place"]) for e in dated]


@pytest.mark.parametrize(
    ("until", "places"),
    [
        (43, ["next", "next", "next", "next"]),
        (42, ["now", "next", "next", "next"]),
        (22, ["now", "next", "next", "next"]),
        (21, ["over", "now", "next", "next"]),
        (8, ["over", "now", "next", "next"]),
        (7, ["over", "over", "now", "next"]),
        (1, ["over", "over", "now", "next"]),
        (0, ["over", "over", "over", "now"]),
        (-1, ["over", "over", "over", "over"]),
    ],
)
def test_each_day_is_in_one_phase(page: Page, until: int, places: list[str]) -> None:
    found = phases(page, DAY - until)
    assert [place for *_, place in found] == places
    assert [(start, end) for _, start, end, _ in found] == [(-42, -22), (-21, -8), (-7, -1), (0, 0)]

"""The plan's hours: what is cut, in which order, and a table whose columns add up."""

from __future__ import annotations

import pytest

from macros.load import load
from macros.model import ChecklistItem, Size
from macros.plan import fit, hours_table, minutes_of, plan_data, plan_problems, timed_items
from tests.conftest import ROOT
from tests.overrides.small_library import small_library

LIBRARY = load(ROOT / "docs" / "data")
PLAN = LIBRARY.one("plan")


def item(ident: str, *minutes: int) -> ChecklistItem:
    """An item with sizes of so many minutes."""
    sizes = tuple(Size(minutes=each, amount=f"{each} of it") for each in minutes)
    return ChecklistItem(id=ident, text=ident, how=ident, sizes=sizes)


ITEMS = [item("long", 100, 50), item("short", 30), item("kept", 10)]
CUTS = ["long", "short", "long", "unknown"]


@pytest.mark.parametrize(
    ("minutes", "chosen"),
    [
        (140, {"long": 0, "short": 0, "kept": 0}),
        (139, {"long": 1, "short": 0, "kept": 0}),
        (90, {"long": 1, "short": 0, "kept": 0}),
        (89, {"long": 1, "short": 1, "kept": 0}),
        (10, {"long": 2, "short": 1, "kept": 0}),
        (0, {"long": 2, "short": 1, "kept": 0}),
    ],
)
def test_cuts_are_made_in_their_order_until_all_fits(minutes: int, chosen: dict[str, int]) -> None:
    assert fit(ITEMS, CUTS, minutes) == chosen


def test_beyond_the_last_size_there_is_nothing() -> None:
    assert [minutes_of(ITEMS[0].sizes, at) for at in range(4)] == [100, 50, 0, 0]


def test_each_column_of_the_table_adds_up_to_its_hours() -> None:
    table = hours_table(LIBRARY)
    assert table.paces == PLAN.paces
    for at, pace in enumerate(table.paces):
        minutes = sum(cells[at].minutes for _, cells in table.rows)
        assert minutes + table.spare[at] == pace * 60 * table.weeks
        assert table.spare[at] * 100 >= PLAN.spare * pace * 60 * table.weeks


def test_a_slower_pace_never_has_more_of_anything() -> None:
    for _, cells in hours_table(LIBRARY).rows:
        minutes = [cell.minutes for cell in cells]
        assert minutes == sorted(minutes)


@pytest.mark.parametrize("role", LIBRARY.ids["role"])
def test_two_weeks_of_six_hours_come_to_what_the_page_says(role: str) -> None:
    items = {each.id: each for each in timed_items(LIBRARY, role)}
    chosen = fit(items.values(), PLAN.cuts, 12 * 60)

    def minutes(*idents: str) -> int:
        return sum(minutes_of(items[each].sizes, chosen[each]) for each in idents if each in items)

    rows = {row.name: minutes(*row.items) for row in PLAN.work}
    # docs/plan/index.md, "If you have two weeks": its hours, rounded to halves.
    told = {"Stor": 3, "Shor": 0, "Dril": 1.5, "Scen": 2.5, "Your": 3, "Mock": 2, "Read": 0}
    rows["Stories chosen and on cards"] += rows["Short items of the lists"]  # five figures
    rows["Short items of the lists"] = 0
    assert {name[:4]: round(each / 30) / 2 for name, each in rows.items()} == told


def test_five_stories_are_the_last_to_stay() -> None:
    for role in LIBRARY.ids["role"]:
        items = {each.id: each for each in timed_items(LIBRARY, role)}
        chosen = fit(items.values(), PLAN.cuts, 0)
        left = [each for each in items if minutes_of(items[each].sizes, chosen[each])]
        assert left == ["develop-fast-stories"]


def test_the_browser_is_handed_every_item_of_the_phases() -> None:
    handed = [each["id"] for phase in plan_data(LIBRARY)["phases"] for each in phase["items"]]
    ticked = [each for each in LIBRARY.one("checklists") if each.kind == "tick"]
    assert handed == [each.id for one in ticked for each in one.items]


def test_a_row_that_takes_one_role_longer_than_another_is_a_problem() -> None:
    shared = small_library("as-written", {})
    assert list(plan_problems(shared)) == []
    phase = shared.ids["checklist"]["six-weeks"].model_dump(exclude_none=True, exclude={"items"})
    items = [each.model_dump(mode="json") for each in shared.ids["checklist"]["six-weeks"].items]  # type: ignore[attr-defined]
    items[-1]["sizes"][0]["minutes"] = 150
    longer = small_library("as-written", {"checklists": [phase | {"items": items}]})
    told = "\n".join(str(problem) for problem in plan_problems(longer))
    assert 'at 2 hours a week "Cases or problems" takes 150 minutes for ic6 and 120 for m1.' in told

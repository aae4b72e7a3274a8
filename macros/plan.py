"""The plan's hours: which size of each item fits into a number of hours, and the table of it.

The browser counts in the same way (overrides/assets/plan/schedule.js); a test compares the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros import select
from macros.load import Library
from macros.model import ChecklistItem, Plan, Size, Work
from macros.problems import Place, Problem


@dataclass(frozen=True)
class Cell:
    """What one kind of work comes to at one pace: how much of it, and minutes."""

    amount: str
    minutes: int


@dataclass(frozen=True)
class HoursTable:
    """The table of hours: for each kind of work a cell for each pace; what is left over; sums."""

    paces: tuple[int, ...]
    weeks: int
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    spare: tuple[int, ...]


def timed_items(library: Library, role: str | None = None) -> list[ChecklistItem]:
    """The items of the phases that take hours; only those of a role, if one is given."""
    every = [item for phase in select.phases(library) for item in phase.items if item.sizes]
    return [item for item in every if role is None or not item.roles or role in item.roles]


def plan_data(library: Library) -> dict[str, Any]:
    """What the browser counts with: the phases, their items and sizes, and the order of cuts."""
    plan: Plan = select.whole(library, "plan")
    keys = {"id": True, "text": True, "roles": True}
    phases = [
        {
            "id": phase.id,
            "title": phase.title,
            "weeks": phase.weeks,
            "items": [
                item.model_dump(include=keys)
                | {"sizes": [(size.minutes, size.amount) for size in item.sizes]}
                for item in phase.items
            ],
        }
        for phase in select.phases(library)
    ]
    return {"phases": phases, "cuts": plan.cuts, "paces": plan.paces, "spare": plan.spare}


def fit(items: Iterable[ChecklistItem], cuts: Iterable[str], minutes: float) -> dict[str, int]:
    """By item, which of its sizes is chosen when all are to fit into these minutes.

    One more than the last size means nothing. Cuts are made in their order until all fits.
    """
    sizes = {item.id: item.sizes for item in items}
    chosen = dict.fromkeys(sizes, 0)
    for ident in cuts:
        if sum(minutes_of(sizes[each], at) for each, at in chosen.items()) <= minutes:
            break
        if ident in chosen:
            chosen[ident] += 1
    return chosen


def minutes_of(sizes: tuple[Size, ...], at: int) -> int:
    """The minutes of a chosen size; none beyond the last."""
    return sizes[at].minutes if at < len(sizes) else 0


def hours_table(library: Library) -> HoursTable:
    """What each kind of work comes to at each pace, over the weeks of the first phase.

    It is the same for every role (`plan_problems`), and is counted for the first.
    """
    plan: Plan = select.whole(library, "plan")
    weeks = max(phase.weeks for phase in select.phases(library))
    items = {item.id: item for item in timed_items(library, next(iter(library.ids["role"])))}
    columns = [_column(plan, items, pace * 60 * weeks) for pace in plan.paces]
    rows = tuple((work.name, tuple(cells[work.name] for cells, _ in columns)) for work in plan.work)
    return HoursTable(plan.paces, weeks, rows, tuple(left for _, left in columns))


def _column(
    plan: Plan, items: dict[str, ChecklistItem], minutes: int
) -> tuple[dict[str, Cell], int]:
    chosen = fit(items.values(), plan.cuts, minutes * (100 - plan.spare) / 100)
    cells = {work.name: _cell(work, items, chosen) for work in plan.work}
    return cells, minutes - sum(cell.minutes for cell in cells.values())


def _cell(work: Work, items: dict[str, ChecklistItem], chosen: dict[str, int]) -> Cell:
    mine = [ident for ident in work.items if ident in items]
    minutes = sum(minutes_of(items[ident].sizes, chosen[ident]) for ident in mine)
    if work.each:
        return Cell(str(minutes // work.each), minutes)
    alone = [items[ident].sizes[chosen[ident] :] for ident in mine] if len(mine) == 1 else []
    return Cell(alone[0][0].amount if alone and alone[0] else "", minutes)


def plan_problems(library: Library) -> Iterator[Problem]:
    """What the plan and the checklists do not know of each other."""
    plan = library.one("plan")
    if not plan or library.broken or library.missing:
        return
    items = {item.id: item for item in timed_items(library)}
    lists = PurePosixPath(library.places["checklist", select.phases(library)[0].id].file)
    place = Place(str(lists.with_name("plan.yml")))
    rows = Counter(ident for work in plan.work for ident in work.items)
    for ident, item in items.items():
        if rows[ident] != 1:
            what = f'checklist item "{ident}" stands in {rows[ident]} rows of work.'
            yield Problem(place, what, "name it in one row.")
        if plan.cuts.count(ident) > len(item.sizes):
            what = f'checklist item "{ident}" is cut more often than it has sizes.'
            yield Problem(place, what, "delete a mention, or add a size.")
    for ident in {*rows, *plan.cuts} - set(items):
        what = f'checklist item "{ident}" takes no hours of the plan.'
        yield Problem(place, what, "give it sizes in a list with weeks, or delete the mention.")
    yield from _same_for_all(library, plan, place)


def _same_for_all(library: Library, plan: Plan, place: Place) -> Iterator[Problem]:
    """The table shows one sum for each row: at each pace it is the sum of every role."""
    weeks = max((phase.weeks for phase in select.phases(library)), default=0)
    for pace in plan.paces:
        seen: dict[str, Any] = {}
        for role in library.ids["role"]:
            items = {item.id: item for item in timed_items(library, role)}
            for name, cell in _column(plan, items, pace * 60 * weeks)[0].items():
                first, minutes = seen.setdefault(name, (role, cell.minutes))
                if minutes != cell.minutes:
                    what = (
                        f'at {pace} hours a week "{name}" takes {minutes} minutes for {first} '
                        f"and {cell.minutes} for {role}."
                    )
                    yield Problem(place, what, "give both roles the same minutes.")

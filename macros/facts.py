"""The facts of those components that need more than one file or record; see macros/calls.py."""

from __future__ import annotations

from typing import Any

from macros import select
from macros.finder import facets, signal_groups
from macros.load import Library
from macros.permalinks import permalinks
from macros.problems import Refusal, did_you_mean


def choose(chosen: str, known: tuple[str, ...], what: str) -> str:
    """One of what there is to choose from. Raises Refusal for anything else."""
    if chosen not in known:
        raise Refusal(f'{what} "{chosen}".', did_you_mean(chosen, known))
    return chosen


SHEETS = ("story-card", "story-list", "retrospective")


def print_sheet(library: Library, which: str) -> dict[str, Any]:
    """A sheet to fill by hand, with what stands on it. Raises Refusal for one that is not there."""
    return {
        "which": choose(which, SHEETS, "There is no sheet"),
        "stories": select.whole(library, "stories"),
        "signals": select.whole(library, "signals"),
    }


MY_PARTS = ("kept", "backup")


def my_things(library: Library, part: str) -> dict[str, Any]:
    """What a reader's own page needs to name what it finds. Raises Refusal for no part."""
    return {
        "part": choose(part, MY_PARTS, "My things have no part"),
        "links": [*permalinks(library)],
        "phases": select.phases(library),
        "roles": select.whole(library, "levels").roles,
    }


def check_list(library: Library, ident: str) -> dict[str, Any]:
    """A checklist, and how many days before the interview its phase begins and ends."""
    checklist = select.by_id(library, "checklist", ident)
    return {"checklist": checklist, "days": select.days_before(library, ident)}


def question_finder(library: Library) -> dict[str, Any]:
    """The whole bank, and what it can be narrowed by."""
    found = facets(library)
    return {
        "banks": select.banks(library),
        "facets": found,
        "signal_groups": signal_groups(library, found["signal"]),
    }


def print_room(library: Library) -> dict[str, Any]:
    """All that can be chosen for paper."""
    return {
        "banks": select.banks(library),
        "checklists": select.whole(library, "checklists"),
        "edition": select.whole(library, "editions")[-1],
        "levels": select.whole(library, "levels"),
        "rounds": select.whole(library, "rounds"),
    }


PARTS = ("problem", "clarify", "framework", "systems", "figures", "levels", "traps")


def scenario_sheet(library: Library, ident: str, part: str) -> dict[str, Any]:
    """A design scenario and which part of it to draw. Raises Refusal for no part."""
    chosen = choose(part, PARTS, "A scenario has no part")
    return {"scenario": select.by_id(library, "scenario", ident), "part": chosen}

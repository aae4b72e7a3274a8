"""What a page may call: for each macro its arguments and the facts it hands to its component.

A macro named `level_table` draws the component `level-table`. `takes` names the kind of id each
argument is, so that `make check` can tell a wrong one without building the site.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros import select
from macros.load import Library
from macros.problems import Refusal, did_you_mean

Facts = Callable[..., dict[str, Any]]


@dataclass(frozen=True)
class Call:
    """A macro: what it takes, and how to gather its facts from a library."""

    facts: Facts
    takes: tuple[str, ...] = ()


def _whole(stem: str) -> Facts:
    """Facts that are one data file, under the name of the file."""
    return lambda library: {stem: library.one(stem)}


def _record(noun: str, name: str) -> Facts:
    """Facts that are one record, found by its id."""
    return lambda library, ident: {name: select.by_id(library, noun, ident)}


SHEETS = ("story-card", "story-list", "retrospective")


def _sheet(library: Library, which: str) -> dict[str, Any]:
    if which not in SHEETS:
        raise Refusal(f'There is no sheet "{which}".', did_you_mean(which, SHEETS))
    return {
        "which": which,
        "stories": library.one("stories"),
        "signals": library.one("signals"),
    }


def _numbers(library: Library, topic: str | None = None) -> dict[str, Any]:
    return {"figures": select.figures(library, topic), "topic": topic}


def _bank(library: Library, section: str) -> dict[str, Any]:
    return {"bank": select.file_of(library, "questions", section), "section": section}


def _scenario(library: Library, ident: str) -> dict[str, Any]:
    return {
        "scenario": select.by_id(library, "scenario", ident),
        "design": library.one("design"),
    }


CALLS: dict[str, Call] = {
    "annotated_story": Call(_record("story", "story"), ("story",)),
    "area_weights": Call(_whole("areas")),
    "check_list": Call(_record("checklist", "checklist"), ("checklist",)),
    "culture_sayings": Call(_whole("values")),
    "dated_note": Call(_record("note", "note"), ("note",)),
    "design_focus": Call(_whole("design")),
    "difference_table": Call(_whole("notes")),
    "home_loop": Call(_whole("rounds")),
    "home_roles": Call(_whole("levels")),
    "ladder_table": Call(_whole("levels")),
    "level_table": Call(_whole("levels")),
    "loop_accounts": Call(
        lambda library, role: {
            "loops": select.loops(library, role),
            "role": library.ids["role"].get(role),
        },
        ("role",),
    ),
    "numbers_sheet": Call(_numbers, ("topic",)),
    "print_sheet": Call(_sheet, ("sheet",)),
    "question_bank": Call(_bank, ("section",)),
    "question_index": Call(lambda library: {"banks": select.banks(library)}),
    "reading_list": Call(_record("research", "research"), ("research",)),
    "response_framework": Call(_whole("design")),
    "round_bars": Call(_record("round", "round"), ("round",)),
    "round_brief": Call(_record("round", "round"), ("round",)),
    "round_table": Call(
        lambda library: {"rounds": library.one("rounds"), "levels": library.one("levels")}
    ),
    "scenario_sheet": Call(_scenario, ("scenario",)),
    "signal_list": Call(_record("signal group", "group"), ("signal group",)),
    "source_list": Call(_whole("sources")),
    "story_areas": Call(_whole("stories")),
    "story_frame": Call(_whole("stories")),
    "time_plan": Call(_record("round", "round"), ("round",)),
    "value_cards": Call(_whole("values")),
    "value_history": Call(_whole("values")),
}

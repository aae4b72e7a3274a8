"""What a page may call: for each macro its arguments and the facts it hands to its component.

A macro named `level_table` draws the component `level-table` from the facts named here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros import facts, select
from macros.coverage import coverage, ease
from macros.plan import hours_table, plan_data

Facts = Callable[..., dict[str, Any]]


def _whole(stem: str) -> Facts:
    """Facts that are one data file, under the name of the file."""
    return lambda library: {stem: select.whole(library, stem)}


def _record(noun: str, name: str) -> Facts:
    """Facts that are one record, found by its id."""
    return lambda library, ident: {name: select.by_id(library, noun, ident)}


CALLS: dict[str, Facts] = {
    "annotated_story": _record("story", "story"),
    "area_weights": _whole("areas"),
    "ask_list": _record("ask group", "group"),
    "check_list": facts.check_list,
    "coverage_table": lambda library: {
        "tables": coverage(library),
        "ease": ease(library),
        "roles": select.whole(library, "levels").roles,
    },
    "culture_sayings": _whole("values"),
    "current_values": _whole("values"),
    "dated_note": _record("note", "note"),
    "design_focus": _whole("design"),
    "difference_table": _whole("notes"),
    "home_loop": _whole("rounds"),
    "home_roles": _whole("levels"),
    "hours_table": lambda library: {"table": hours_table(library)},
    "interview_plan": lambda library: {"plan": plan_data(library)},
    "ladder_table": _whole("levels"),
    "level_table": _whole("levels"),
    "loop_accounts": lambda library, whose: {
        "loops": select.loops(library, whose),
        "role": library.ids["role"].get(whose),
    },
    "loop_lengths": lambda library: {"loops": [x for x in library.one("loops") if x.weeks]},
    "my_things": facts.my_things,
    "numbers_sheet": lambda library, topic=None: {
        "figures": select.figures(library, topic),
        "topic": topic,
    },
    "print_room": facts.print_room,
    "print_sheet": facts.print_sheet,
    "question_bank": lambda library, section: {
        "bank": select.file_of(library, "questions", section)
    },
    "question_finder": facts.question_finder,
    "question_index": lambda library: {"banks": select.banks(library)},
    "reading_list": _record("research", "research"),
    "response_framework": _whole("design"),
    "role_lens": lambda library: {"roles": select.whole(library, "levels").roles},
    "round_bars": _record("round", "round"),
    "round_brief": _record("round", "round"),
    "round_questions": _record("round", "round"),
    "round_table": lambda library: {
        "rounds": select.whole(library, "rounds"),
        "levels": select.whole(library, "levels"),
    },
    "scenario_sheet": facts.scenario_sheet,
    "signal_list": _record("signal group", "group"),
    "source_list": _whole("sources"),
    "story_areas": _whole("stories"),
    "story_frame": _whole("stories"),
    "time_plan": _record("round", "round"),
    "value_cards": _whole("values"),
    "value_history": _whole("values"),
}

"""Plain values → models, entry by entry: one broken entry takes nothing else with it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.kinds import KINDS, Kind
from macros.messages import explain
from macros.parsed import Parsed, Trail
from macros.problems import Problem

_ADAPTERS = {kind.stem: TypeAdapter(kind.holds) for kind in KINDS}


def validate(kind: Kind, parsed: Parsed, problems: list[Problem]) -> tuple[Any, set[str]]:
    """What is sound in a file, as models (None if nothing is), and the ids of what is not.

    A list keeps its sound entries. References to a broken entry are no problem of their own, so its
    ids are told.
    """
    adapter = _ADAPTERS[kind.stem]
    try:
        return adapter.validate_python(_listed(kind, parsed.value)), set()
    except ValidationError as error:
        found = error.errors()
    problems += [explain(entry, parsed, kind.holds) for entry in found]
    entries = {_entry(error["loc"]) for error in found}
    sound, broken = _without(parsed.value, entries)
    if sound is None:
        return None, set(_ids(parsed.value))
    try:
        models = adapter.validate_python(_listed(kind, sound))
    except ValidationError:
        return None, set(_ids(parsed.value))
    parsed.drop(entries)
    return models, broken


def _listed(kind: Kind, value: Any) -> Any:
    whole_is_a_list = not isinstance(kind.holds, type)
    return tuple(value) if whole_is_a_list and isinstance(value, list) else value


def _without(value: Any, entries: set[Trail]) -> tuple[Any, set[str]]:
    """The value without these list entries, and their ids; None if one of them is no entry."""
    kept = copy.deepcopy(value)
    broken: set[str] = set()
    for entry in sorted(entries, key=lambda trail: trail[-1:], reverse=True):
        if not entry:
            return None, broken
        around = kept
        for part in entry[:-1]:
            around = around[part]
        broken |= set(_ids(around[entry[-1]]))
        del around[entry[-1]]
    return kept, broken


def _entry(trail: Trail) -> Trail:
    """A trail cut after its first step into a list; empty when it steps into none."""
    for i, part in enumerate(trail):
        if isinstance(part, int):
            return trail[: i + 1]
    return ()


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for item in value.values():
            yield from _ids(item)
    elif isinstance(value, list):
        for item in value:
            yield from _ids(item)

"""Plain values → models, entry by entry: one broken entry takes nothing else with it."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.kinds import KINDS, Kind
from macros.messages import explain
from macros.parsed import Parsed, Trail
from macros.problems import Problem

_ADAPTERS = {kind.stem: TypeAdapter(kind.holds) for kind in KINDS}


def validate(kind: Kind, parsed: Parsed, problems: list[Problem]) -> tuple[Any, set[str]]:
    """What is sound in a file, as models (None if nothing is), and the ids of what is not.

    A list keeps its sound entries. References to a broken entry are no problem of their own, so its
    ids are told, and the stem of the file.
    """
    adapter = _ADAPTERS[kind.stem]
    try:
        return adapter.validate_python(_listed(kind, parsed.value)), set()
    except ValidationError as error:
        found = list(_first_hand(error.errors()))
    problems += [explain(entry, parsed, kind.holds) for entry in found]
    entries = {_entry(error["loc"]) for error in found}
    sound, broken = _without(parsed.value, entries)
    stem = PurePosixPath(parsed.file).stem
    if sound is None:
        return None, {stem, *_ids(parsed.value)}
    try:
        models = adapter.validate_python(_listed(kind, sound))
    except ValidationError:
        return None, {stem, *_ids(parsed.value)}
    parsed.drop(entries)
    return models, {stem, *broken}


def _first_hand(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors that do not follow from others.

    A list is too short when its entries are broken; a key is missing when it is there, misspelt.
    """
    around = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    unknown = defaultdict(list)
    for error in errors:
        if error["type"] == "extra_forbidden":
            unknown[error["loc"][:-1]].append(str(error["loc"][-1]))
    for error in errors:
        trail, kind = error["loc"], error["type"]
        if kind == "too_short" and trail in around:
            continue
        if kind == "missing" and get_close_matches(str(trail[-1]), unknown[trail[:-1]]):
            continue
        yield error


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

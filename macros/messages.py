"""What pydantic finds wrong, said in the words of the person who wrote the YAML."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from macros.fields import SpotError
from macros.naming import model_at, named, type_at, wanted
from macros.parsed import Parsed
from macros.problems import Problem, did_you_mean
from macros.wording import SAID, Wrong, unforeseen


def explain(error: ErrorDetails, parsed: Parsed, root: Any) -> Problem:
    """One validation error of `root`, the type of a whole file (a model or a list of them)."""
    kind, context = error["type"], error.get("ctx", {})
    is_key = "[key]" in error["loc"]
    trail = tuple(part for part in error["loc"] if part != "[key]")
    place = parsed.place(trail, key=kind == "extra_forbidden" or is_key)

    if kind in ("missing", "extra_forbidden"):
        name = str(trail[-1])
        label, way = named(root, trail[:-1], parsed)
        about = f"{label}: {way}{',' * (', ' in way)}" if way else label
        if kind == "missing":
            mend = f"add `{name}:` with {wanted(type_at(root, trail))}."
            return Problem(place, f'{about} lacks the key "{name}".', mend)
        model = model_at(root, trail[:-1])
        mend = did_you_mean(name, model.model_fields if model else ())
        return Problem(place, f'{about} has an unknown key, "{name}".', mend)

    label, way = named(root, trail, parsed)
    if is_key:
        way = way.rpartition(", ")[0]
    elif ", " in way and isinstance(trail[-1], int):
        way += ","
    written = str(trail[-1]) if is_key else parsed.written(trail)
    wrong = Wrong(error["input"], written, context, error["msg"])
    if isinstance(spotted := context.get("error"), SpotError):
        place = parsed.spot(trail, spotted.spot)
    what, mend = SAID.get(kind, unforeseen)(wrong)
    if is_key:
        what = what.replace("is", "has the key", 1)
    return Problem(place, f"{label}: {way} {what}." if way else f"{label} {what}.", mend)

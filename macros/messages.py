"""What pydantic finds wrong, said in the words of the person who wrote the YAML."""

from __future__ import annotations

import types
import typing
from typing import Any

from pydantic_core import ErrorDetails

from macros.fields import Record
from macros.parse import Parsed, Trail
from macros.problems import Problem, did_you_mean

_PATTERNS = {
    r"\S": ("is empty", "write its text, or delete the key if it may be left out."),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "{written} is no id",
        "use small letters, digits and single hyphens, like quick-decision.",
    ),
    r"^\d{4}-\d{2}-\d{2}$": ("{written} is no day", 'write year, month, day: "2026-11-22".'),
    r"^\d{4}(-\d{2}(-\d{2})?)?$": ("{written} is no date", 'write "2026", "2026-11" or a day.'),
    r"^\d{4}\.\d{2}$": ("{written} is no edition", 'write year, dot, month: "2026.11".'),
    r"^https?://[^\s…]+\.[^\s…]+$": (
        "{written} is no address",
        "write the whole address, from https:// on.",
    ),
}


def noun(model: type) -> str:
    """The kind of a model, in words: StoryPart → "story part"."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__)
    return words.strip()


def explain(error: ErrorDetails, parsed: Parsed, root: Any, trail: Trail) -> Problem:
    """One validation error of `root` (a model or list of them), found at `trail` in the file."""
    kind, context = error["type"], error.get("ctx", {})
    path = (*trail, *(part for part in error["loc"] if part != "[key]"))
    model, label = _around(root, path, parsed, extra=kind in ("missing", "extra_forbidden"))
    name = str(path[-1]) if path else ""
    written = f'"{parsed.written(path)}"'
    is_key = "[key]" in error["loc"]
    place = parsed.place(path, key=kind == "extra_forbidden" or is_key)

    if kind == "missing":
        about = f"add `{name}:`, as the entries beside it have it."
        return Problem(place, f'{label} lacks the key "{name}".', about)
    if kind == "extra_forbidden":
        known = list(model.model_fields) if model else []
        return Problem(place, f'{label} has an unknown key, "{name}".', did_you_mean(name, known))

    field = f'"{name}"' if isinstance(path[-1], str) else f'"{path[-2]}", entry {path[-1] + 1},'
    if is_key:
        field = f"the key {name}"
    what, mend = _said(kind, context, written, error)
    return Problem(place, f"{label}: {field} {what}.", mend)


def _said(kind: str, context: dict[str, Any], written: str, error: ErrorDetails) -> tuple[str, str]:
    value = error["input"]
    if kind == "string_type":
        return _not_text(value, written)
    if kind == "string_pattern_mismatch":
        what, mend = _PATTERNS.get(
            context["pattern"], ("{written} does not fit", f"it must match {context['pattern']}")
        )
        return what.format(written=written), mend
    if kind in ("tuple_type", "list_type"):
        if value is None:
            return "is empty", "write a list, one `- ` line for each entry."
        return "is no list", f"write it as a list: [{_flat(value)}]."
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "is no mapping", "write `key: value` lines under it."
    if kind == "literal_error":
        known = [part.strip("'") for part in context["expected"].replace(" or ", ", ").split(", ")]
        return f"is {written}", did_you_mean(str(value), known)
    if kind in ("int_type", "float_type", "int_from_float", "int_parsing"):
        return f"is {written}, no whole number", "write digits, without quotes."
    if kind in ("bool_type", "bool_parsing"):
        return f"is {written}", "write true or false."
    if kind == "too_short":
        least = context["min_length"]
        return f"has {context['actual_length']} entries", f"write at least {least}."
    if kind == "too_long":
        return f"has {context['actual_length']} entries", f"keep at most {context['max_length']}."
    if kind in ("greater_than_equal", "less_than_equal"):
        bound, word = (context.get("ge"), "least") if "ge" in context else (context["le"], "most")
        return f"is {written}", f"write a number of at {word} {bound}."
    if kind == "value_error":
        what, _, mend = str(context["error"]).partition("|")
        return what, f"{mend}."
    return error["msg"].lower(), "compare it with the entries beside it."


def _not_text(value: Any, written: str) -> tuple[str, str]:
    if value is None:
        return "is empty", "write its text, or delete the key if it may be left out."
    if isinstance(value, list | dict):
        return "is no text", "write one text; quote it if it starts with [ or {."
    kinds = {bool: "a truth value", int: "a number", float: "a number"}
    kind = kinds.get(type(value), "a date")
    bare = written.strip('"')
    return f"is {bare}, which YAML reads as {kind}, not as text", f'put it in quotes: "{bare}".'


def _flat(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else "…"


def _around(
    root: Any, path: Trail, parsed: Parsed, *, extra: bool
) -> tuple[type[Record] | None, str]:
    """The model that the last key of `path` belongs to, and a name for the record around it."""
    model, depth, best = _model(root), 0, 0
    annotation: Any = root
    for i, part in enumerate(path[:-1] if extra else path):
        annotation = _step(annotation, part)
        if (found := _model(annotation)) is not None:
            model, depth = found, i + 1
        if (*path[: i + 1], "id") in parsed.nodes:
            best = i + 1
    named = path[:best] if best else path[:depth]
    owner: Any = root
    for part in named:
        owner = _step(owner, part)
    owner_model = _model(owner)
    kind = noun(owner_model) if owner_model else "the file"
    ident = parsed.written((*named, "id"))
    return model, f'{kind} "{ident}"' if ident else kind


def _bare(annotation: Any) -> Any:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        options = [a for a in typing.get_args(annotation) if a is not type(None)]
        return _bare(options[0])
    return annotation


def _model(annotation: Any) -> type[Record] | None:
    bare = _bare(annotation)
    return bare if isinstance(bare, type) and issubclass(bare, Record) else None


def _step(annotation: Any, part: str | int) -> Any:
    bare = _bare(annotation)
    if model := _model(bare):
        hints = typing.get_type_hints(model, include_extras=True)
        return hints.get(str(part), typing.Any)
    arguments = typing.get_args(bare)
    if typing.get_origin(bare) is dict:
        return arguments[1]
    return arguments[0] if arguments else typing.Any

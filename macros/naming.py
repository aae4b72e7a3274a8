"""What a spot in a data file is called: the record around it, and the way to it from there."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal

from macros.fields import Record
from macros.parsed import Parsed, Trail


def noun(model: type) -> str:
    """The kind of a model, in words: StoryPart → "story part"."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__)
    return words.strip()


def named(root: Any, trail: Trail, parsed: Parsed) -> tuple[str, str]:
    """The innermost record around a trail that has an id, and the way from it to the trail.

    ('craft', 'outline', 1, 'says') → ('question "first-call"', '"outline", entry 2, "says"').
    """
    for depth in range(len(trail), -1, -1):
        ident = parsed.written((*trail[:depth], "id"))
        model = model_at(root, trail[:depth])
        if ident and model:
            return f'{noun(model)} "{ident}"', way(trail[depth:])
    return parsed.called, way(trail)


def way(trail: Trail) -> str:
    """The way to a part of a record, in words: ("outline", 1) → '"outline", entry 2'."""
    return ", ".join(
        f'"{part}"' if isinstance(part, str) else f"entry {part + 1}" for part in trail
    )


def model_at(root: Any, trail: Trail) -> type[Record] | None:
    """The model of the record at a trail, if there is to be one."""
    return as_model(type_at(root, trail))


def type_at(root: Any, trail: Trail) -> Any:
    """The type of what is to stand at a trail, without its marks and without "or nothing"."""
    annotation = _bare(root)
    for part in trail:
        annotation = _bare(_step(annotation, part))
    return annotation


def as_model(annotation: Any) -> type[Record] | None:
    """The type, if it is a model."""
    is_model = isinstance(annotation, type) and issubclass(annotation, Record)
    return annotation if is_model else None


def wanted(annotation: Any) -> str:
    """What to write for a type, such as "a text" or "a list"."""
    bare = _bare(annotation)
    if typing.get_origin(bare) is Literal:
        return f"one of {', '.join(typing.get_args(bare))}"
    if typing.get_origin(bare) is tuple:
        return "a list"
    if typing.get_origin(bare) is dict or as_model(bare):
        return "`key: value` lines"
    return {int: "a whole number", bool: "true or false"}.get(bare, "a text")


def _bare(annotation: Any) -> Any:
    while typing.get_origin(annotation) is typing.Annotated:
        annotation = typing.get_args(annotation)[0]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return _bare(next(a for a in typing.get_args(annotation) if a is not type(None)))
    return annotation


def _step(annotation: Any, part: str | int) -> Any:
    if model := as_model(annotation):
        return typing.get_type_hints(model, include_extras=True).get(str(part), typing.Any)
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is dict:
        return arguments[1]
    return arguments[0] if arguments else typing.Any

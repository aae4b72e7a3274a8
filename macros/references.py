"""Walks a record: every record inside it, and every id by which it refers to another."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from macros.fields import Record, Reference
from macros.parsed import Trail

# What a walk meets: a record, or an id together with what kind of record it must be the id of.
Met = tuple[Trail, Record | str, Reference | None]
Walker = Callable[[Any, Trail], Iterator[Met]]


def walk(value: Any, annotation: Any, trail: Trail = ()) -> Iterator[Met]:
    """Everything that `value`, of the type `annotation`, holds: outermost first."""
    walker = _walker(annotation)
    if walker is not None:
        yield from walker(value, trail)


@cache
def _walker(annotation: Any) -> Walker | None:
    """How to walk values of a type; None for types that hold neither records nor references."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        marks = [mark for mark in annotation.__metadata__ if isinstance(mark, Reference)]
        return _of_reference(marks[0]) if marks else _walker(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _of_option(next(a for a in arguments if a is not type(None)))
    if origin in (tuple, list):
        return _of_items(_walker(arguments[0]))
    if origin is dict:
        return _of_pairs(_walker(arguments[0]), _walker(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _of_record(annotation)
    return None


def _of_reference(mark: Reference) -> Walker:
    def walker(value: Any, trail: Trail) -> Iterator[Met]:
        yield trail, value, mark

    return walker


def _of_option(annotation: Any) -> Walker | None:
    inner = _walker(annotation)
    if inner is None:
        return None

    def walker(value: Any, trail: Trail) -> Iterator[Met]:
        if value is not None:
            yield from inner(value, trail)

    return walker


def _of_items(inner: Walker | None) -> Walker | None:
    if inner is None:
        return None

    def walker(value: Any, trail: Trail) -> Iterator[Met]:
        for i, item in enumerate(value):
            yield from inner(item, (*trail, i))

    return walker


def _of_pairs(keys: Walker | None, values: Walker | None) -> Walker:
    def walker(value: Any, trail: Trail) -> Iterator[Met]:
        for key, item in value.items():
            if keys:
                yield from keys(key, (*trail, key))
            if values:
                yield from values(item, (*trail, key))

    return walker


def _of_record(model: type[Record]) -> Walker:
    hints = typing.get_type_hints(model, include_extras=True)
    inside = [(name, w) for name in model.model_fields if (w := _walker(hints[name]))]

    def walker(value: Any, trail: Trail) -> Iterator[Met]:
        yield trail, value, None
        for name, inner in inside:
            yield from inner(getattr(value, name), (*trail, name))

    return walker

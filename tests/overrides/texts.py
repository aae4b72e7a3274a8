"""Hostile and longest texts, put into every field of a data file that holds a text."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from macros.fields import Record, is_markdown
from macros.kinds import KINDS

# What may be typed into a plain field, and into a Markdown one: the loader refuses braces there.
HOSTILE = '<script>alert(1)</script> "quotes" & {{ braces }} *stars*'
HOSTILE_MARKDOWN = '<script>alert(1)</script> "quotes" & *emphasis*'
HOSTILE_ADDRESS = 'https://example.org/"onclick="alert(1)<script>&amp;{{braces}}*stars*'

# A name about twice as long as the longest in use; a sentence and a paragraph likewise. Each holds
# a word that no narrow column can take whole.
NAME = "Counterrevolutionary responsibilities across organisations"
SENTENCE = ", ".join([f"{NAME} of electroencephalographically distributed engineering teams"] * 2)
PARAGRAPH = ", ".join([f"`DistributedConsistencyValidator.validate_all` of *{SENTENCE}*"] * 2)
_NAMES = {"count", "dated", "heading", "lasts", "name", "team_size", "unit", "value"}

# Texts that are read by Python, not by readers.
_EXACT = {"formula"}

# Of a text, of its kind ("plain", "Markdown" or "address") and of its field's name.
Change = Callable[[str, str, str], str]


def hostile(_text: str, kind: str, _field: str) -> str:
    """The hostile text for a kind of field."""
    return {"Markdown": HOSTILE_MARKDOWN, "address": HOSTILE_ADDRESS}.get(kind, HOSTILE)


def longest(text: str, kind: str, field: str) -> str:
    """A text as long as its kind of field may come to hold."""
    if kind == "address":
        return f"{text}/{'a-very-long-path/' * 12}"
    if kind == "Markdown":
        return PARAGRAPH
    return NAME if field in _NAMES else SENTENCE


def replaced(name: str, value: Any, change: Change) -> Any:
    """The value of a data file with each of its texts changed; `name` is "rounds.yml"."""
    kind = next(kind for kind in KINDS if PurePosixPath(name).match(kind.pattern))
    return _changed(value, kind.holds, change)


def _changed(value: Any, annotation: Any, change: Change, key: str = "") -> Any:
    origin, inside = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        if isinstance(value, str):
            kind = _kind_of_text(annotation.__metadata__)
            return change(value, kind, key) if kind else value
        return _changed(value, inside[0], change, key)
    if origin in (typing.Union, types.UnionType):
        held = next(each for each in inside if each is not type(None))
        return _changed(value, held, change, key)
    if origin is tuple:
        return [_changed(item, inside[0], change, key) for item in value]
    if origin is dict:
        return {of: _changed(item, inside[1], change, key) for of, item in value.items()}
    if isinstance(annotation, type) and issubclass(annotation, Record):
        fields = _fields(annotation)
        return {
            name: item if name in _EXACT else _changed(item, fields[name], change, name)
            for name, item in value.items()
        }
    return value


@cache
def _fields(model: type[Record]) -> dict[str, Any]:
    return typing.get_type_hints(model, include_extras=True)


def _kind_of_text(marks: tuple[Any, ...]) -> str | None:
    """What a field with these marks holds; None for an id, a date or a word from a list."""
    patterns = [mark.pattern for mark in marks if isinstance(mark, StringConstraints)]
    if patterns[:1] != [r"\S"] or any(isinstance(mark, FieldInfo) for mark in marks):
        return None
    if len(patterns) > 1:
        return "address"
    return "Markdown" if is_markdown(list(marks)) else "plain"

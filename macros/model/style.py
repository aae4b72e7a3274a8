"""The house's rules for the question bank, which a machine can check."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.fields import Many, Markdown, Maybe, Plain, QuestionId, Record

_Count = Annotated[int, Field(ge=1)]
Part = Literal[
    "text", "why", "weak", "strong", "probes", "ingredients", "outline", "note", "verdict"
]


class Length(Record):
    """How many words a part of a question has, each entry by itself."""

    part: Part
    least: _Count
    most: _Count


class Filler(Record):
    """A phrase that says nothing, or that an advertisement would say."""

    phrase: Plain
    instead: Plain


class Alike(Record):
    """A pair of questions that may have a nearly equal part, and why."""

    part: Part
    pair: Annotated[Many[QuestionId], Field(min_length=2, max_length=2)]
    why: Markdown


class Likeness(Record):
    """From which share of common words on two entries say nearly the same, and what is exempt."""

    limit: Annotated[float, Field(gt=0, lt=1)]
    parts: Many[Part]
    exempt: Maybe[Alike] = ()


class Coverage(Record):
    """How many questions there must be at least for each record of a kind."""

    of: Literal["role", "round", "signal", "value"]
    least: _Count
    but: Maybe[Plain] = ()


class Style(Record):
    """What every question of the bank keeps to; `page` is how many a page holds at most."""

    page: _Count
    lengths: Many[Length]
    fillers: Many[Filler]
    likeness: Likeness
    coverage: Many[Coverage]

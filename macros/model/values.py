"""The company's values and sayings, then and now."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.fields import (
    Behaviours,
    Day,
    Id,
    Many,
    Markdown,
    Maybe,
    Plain,
    Record,
    SourceId,
    Sources,
    ValueId,
)


class Value(Record):
    """A company value; `guide` holds the guide's practice material for it, where there is some."""

    id: Id
    name: Plain
    means: Markdown
    guide: Behaviours | None = None
    story_frame: Plain | None = None
    examples: Behaviours | None = None
    tell: Markdown | None = None
    fits: Markdown | None = None


class ValueSet(Record):
    """The values that were published together on one date."""

    id: Id
    year: Annotated[str, Field(pattern=r"^\d{4}$")]
    title: Plain
    says: Markdown
    values: Maybe[ValueId]
    sources: Many[SourceId]


class Succession(Record):
    """How a value of one set lives on in the next. `basis` says who draws the line."""

    earlier: ValueId
    later: ValueId
    basis: Literal["account", "ours"]
    says: Markdown
    sources: Sources = ()


class Saying(Record):
    """A saying of the company's culture, with what the guide makes of it."""

    id: Id
    saying: Plain
    heading: Plain
    ordered: bool = False
    items: Many[Plain]
    record: Markdown
    sources: Sources


class Values(Record):
    """Values, the sets they came in, how one set became the next, and the sayings."""

    values: Many[Value]
    sets: Annotated[Many[ValueSet], Field(min_length=2)]
    successions: Many[Succession]
    sayings: Many[Saying]
    checked: Day

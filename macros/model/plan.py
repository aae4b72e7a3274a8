"""What a reader does and when: checklists, and in which order their items give way to time."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.fields import Id, ItemId, Many, Markdown, Maybe, Minutes, Plain, Record, RoleId


class Size(Record):
    """How much of an item one can do, and the minutes that it takes."""

    minutes: Annotated[int, Field(ge=1, le=1200)]
    amount: Plain


class ChecklistItem(Record):
    """A line to tick or to heed, the guide's words or ours; `how` is ours.

    No `roles`: everybody's. No `sizes`: it takes no hours of the plan.
    """

    id: Id
    text: Plain
    origin: Literal["guide", "ours"] = "guide"
    roles: Maybe[RoleId] = ()
    how: Markdown
    sizes: Maybe[Size] = ()

    @model_validator(mode="after")
    def _shrinks(self) -> Self:
        minutes = [size.minutes for size in self.sizes]
        if minutes != sorted(set(minutes), reverse=True):
            raise ValueError("has sizes that do not shrink|put the largest first, each once")
        return self


class Checklist(Record):
    """A list to work through: boxes to tick, or things to do, to avoid, to show."""

    id: Id
    title: Plain
    kind: Literal["tick", "do", "avoid", "show"]
    weeks: Annotated[int, Field(ge=0, le=52)] | None = None
    items: Many[ChecklistItem]


class Work(Record):
    """Items that are one kind of work; `each` if it comes in pieces of so many minutes."""

    name: Plain
    items: Many[ItemId]
    each: Minutes | None = None


class Plan(Record):
    """How the plan fits into hours: the paces shown, and which item shrinks first.

    `paces` are hours a week, `spare` the percentage of them that is kept free.
    """

    paces: Many[Annotated[int, Field(ge=1, le=40)]]
    spare: Annotated[int, Field(ge=0, le=50)]
    work: Many[Work]
    cuts: Many[ItemId]

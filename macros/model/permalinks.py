"""What was published, and must be found for ever."""

from __future__ import annotations

from pydantic import Field

from macros.fields import Id, Many, QuestionId, Record


class Permalinks(Record):
    """The id of every question that was ever published, and what became of those renamed."""

    questions: Many[Id]
    renamed: dict[Id, QuestionId] = Field(default_factory=dict)

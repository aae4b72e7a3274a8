"""The kinds of field that facts are made of: text, Markdown, ids, references, dates.

Every text of the site is declared plain or Markdown here, so that a template never has to guess.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from macros.decoding import misdecoded, unseen
from macros.inline import inline_faults


@dataclass(frozen=True)
class Reference:
    """Marks a text field as the id of another record; `kind` is the kind of that record."""

    kind: str


@dataclass(frozen=True)
class IsMarkdown:
    """Marks a text field as inline Markdown (emphasis, code; no links, headings or HTML)."""


class Record(BaseModel):
    """What all facts share: frozen, no unknown keys, no guessing at types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SpotError(ValueError):
    """What is wrong with a text, as `what|mend`, and the characters that are."""

    def __init__(self, message: str, spot: str) -> None:
        super().__init__(message)
        self.spot = spot


def _readable(text: str) -> str:
    if wrong := misdecoded(text):
        was, meant = wrong
        raise SpotError(f"holds mis-decoded text, {was!r}|write {meant!r}", was)
    if hidden := unseen(text):
        raise SpotError(f"holds the unseen character {hidden!r}|delete it", hidden)
    return text


def _inline(text: str) -> str:
    if fault := inline_faults(text):
        raise ValueError("|".join(fault))
    return text


def _day(text: str) -> str:
    """The text of a year, a month or a day, if the calendar has it."""
    if text[:1].isdigit():
        try:
            datetime.date.fromisoformat(f"{text}-01-01"[:10])
        except ValueError:
            raise ValueError(f'is "{text}", which the calendar does not have|correct it') from None
    return text


Item = TypeVar("Item")

# A list as YAML writes it, kept as a tuple so that no page can change it.
Many = Annotated[tuple[Item, ...], Field(strict=False, min_length=1)]
Maybe = Annotated[tuple[Item, ...], Field(strict=False)]

Plain = Annotated[str, StringConstraints(pattern=r"\S"), AfterValidator(_readable)]
Markdown = Annotated[Plain, AfterValidator(_inline), IsMarkdown()]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
# A year, a month or a day: what is known of a figure's date.
Dated = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_day)
]
# The same, or a word for what has no date.
Published = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|living|undated)$"),
    AfterValidator(_day),
]
Address = Annotated[Plain, StringConstraints(pattern=r"^https?://[^\s…]+\.[^\s…]+$")]
Minutes = Annotated[int, Field(ge=1, le=240)]

RoleId = Annotated[Id, Reference("role")]
RoundId = Annotated[Id, Reference("round")]
SignalId = Annotated[Id, Reference("signal")]
ValueId = Annotated[Id, Reference("value")]
SourceId = Annotated[Id, Reference("source")]
QuestionId = Annotated[Id, Reference("question")]
FigureId = Annotated[Id, Reference("figure")]
ScenarioId = Annotated[Id, Reference("scenario")]
BandId = Annotated[Id, Reference("band")]
StepId = Annotated[Id, Reference("step")]
ItemId = Annotated[Id, Reference("checklist item")]
PartId = Annotated[Id, Reference("story part")]
EditionId = Annotated[str, StringConstraints(pattern=r"^\d{4}\.\d{2}$"), Reference("edition")]

Sources = Maybe[SourceId]
PerRole = dict[RoleId, Markdown]


class Span(Record):
    """How many people: from a count to a count; `open` when the account says "or more"."""

    low: Annotated[int, Field(ge=1)]
    high: Annotated[int, Field(ge=1)]
    open: bool = False

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"runs from {self.low} down to {self.high}|let `low` be the smaller")
        return self


class Behaviours(Record):
    """A list of the guide's, under the heading it has there."""

    heading: Plain
    items: Many[Plain]


def is_markdown(metadata: list[Any]) -> bool:
    """Whether a field with this metadata is inline Markdown."""
    return any(isinstance(mark, IsMarkdown) for mark in metadata)

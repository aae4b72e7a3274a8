"""What is assessed, and of whom: areas, levels, signals."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.fields import (
    BandId,
    Day,
    Id,
    Many,
    Markdown,
    Plain,
    Record,
    RoundId,
    SourceId,
    Sources,
    Span,
)


class Area(Record):
    """One of the guide's four assessment areas, with its weight in percent."""

    id: Id
    name: Plain
    weight: Annotated[int, Field(ge=1, le=100)]
    covers: Plain
    means: Markdown


class Band(Record):
    """One of the guide's three level bands, in its own words."""

    id: Id
    heading: Plain
    team_size: Plain
    team: Span
    scope: Plain
    technical: Plain
    impact: Plain


class Role(Record):
    """A role that a reader interviews for, with what the public record says of it."""

    id: Id
    name: Plain
    title: Plain
    band: BandId
    record: Markdown
    organisation: Span | None = None
    difference: Markdown
    sources: Sources


class Rung(Record):
    """A name on Meta's ladder as the public record has it."""

    name: Plain
    says: Markdown
    sources: Many[SourceId]


class Levels(Record):
    """The guide's bands, the roles of this site, and the ladder on record."""

    bands: Many[Band]
    roles: Many[Role]
    ladder: Many[Rung]
    checked: Day


class Signal(Record):
    """Something an interviewer writes down evidence for."""

    id: Id
    name: Plain
    means: Markdown
    evidence: Markdown


class SignalGroup(Record):
    """Signals that belong to one kind of round."""

    id: Id
    name: Plain
    about: Markdown
    rounds: Many[RoundId]
    signals: Many[Signal]
    sources: Many[SourceId]

"""Systems design: the framework, the scenarios, the reading list."""

from __future__ import annotations

from macros.fields import (
    FigureId,
    Id,
    Many,
    Markdown,
    Maybe,
    PerRole,
    Plain,
    Record,
    ScenarioId,
    SourceId,
    StepId,
)


class Focus(Record):
    """A focus area of the guide's design round."""

    id: Id
    name: Plain
    means: Markdown


class Step(Record):
    """A step of the guide's response framework."""

    id: Id
    name: Plain
    says: Plain


class Design(Record):
    """What every design round shares."""

    focus: Many[Focus]
    framework: Many[Step]


class Clarification(Record):
    """A question to ask before drawing, and what its answer changes."""

    ask: Plain
    why: Markdown


class StepWork(Record):
    """A step of the framework worked for one scenario."""

    step: StepId
    points: Many[Markdown]


class SystemToKnow(Record):
    """A published system and what it teaches here."""

    name: Plain
    says: Markdown
    sources: Many[SourceId]


class Scenario(Record):
    """A design scenario of the guide, or its architecture review."""

    id: Id
    title: Plain
    prompt: Plain
    problem: Markdown
    clarify: Many[Clarification]
    work: Many[StepWork]
    systems: Many[SystemToKnow]
    figures: Many[FigureId]
    levels: PerRole
    traps: Many[Markdown]
    gap: Markdown | None = None


class Reading(Record):
    """Something to read, and the scenarios it serves."""

    source: SourceId
    gives: Markdown
    scenarios: Maybe[ScenarioId] = ()


class Research(Record):
    """One of the guide's research areas with its reading list."""

    id: Id
    title: Plain
    guide: Plain
    why: Markdown
    readings: Many[Reading]

"""The rounds, and every account of how they make a loop."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from macros.fields import (
    Day,
    Id,
    Many,
    Markdown,
    Maybe,
    Minutes,
    PerRole,
    Plain,
    QuestionId,
    Record,
    RoleId,
    RoundId,
    SignalId,
    SourceId,
    Span,
)


class Segment(Record):
    """A stretch of an interview."""

    minutes: Minutes
    what: Markdown


class FirstQuestion(Record):
    """A question of the bank to prepare before others, and why this one."""

    question: QuestionId
    why: Markdown


class Pattern(Record):
    """What several questions of a round have in common, so that one preparation serves them all."""

    name: Plain
    says: Markdown
    questions: Many[QuestionId]


class Round(Record):
    """A round of the real loop. The time plan is this site's suggestion."""

    id: Id
    name: Plain
    minutes: Minutes
    says: Markdown
    plan: Many[Segment]
    signals: Maybe[SignalId]
    strong: PerRole
    weak: Many[Markdown]
    prepare: Many[Markdown]
    ask: Many[Plain]
    first: Maybe[FirstQuestion] = ()
    patterns: Maybe[Pattern] = ()
    sources: Many[SourceId]
    checked: Day

    @model_validator(mode="after")
    def _plan_fills_the_time(self) -> Self:
        planned = sum(segment.minutes for segment in self.plan)
        if planned != self.minutes:
            raise ValueError(
                f"plans {planned} minutes of {self.minutes}|make the plan's minutes add up"
            )
        return self


class Stage(Record):
    """A step of a loop: `round` names the page that tells about it."""

    name: Plain
    part: Literal["screen", "loop", "after"]
    rounds: Maybe[RoundId] = ()
    count: Plain


class Loop(Record):
    """One account of the loop for some roles, as its source tells it."""

    id: Id
    roles: Many[RoleId]
    title: Plain
    dated: Plain
    lasts: Plain | None = None
    weeks: Span | None = None
    stages: Maybe[Stage]
    note: Markdown
    sources: Many[SourceId]
    checked: Day

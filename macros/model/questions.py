"""What a reader works with: questions to answer and questions to ask."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.fields import (
    EditionId,
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
    Sources,
    ValueId,
)


class Beat(Record):
    """A step of a spoken answer."""

    name: Plain
    says: Markdown


class Remark(Record):
    """A piece of an invented answer and what an interviewer would note beside it."""

    text: Plain
    note: Markdown


class SampleAnswer(Record):
    """A short invented answer with margin notes."""

    role: RoleId
    works: bool
    verdict: Markdown
    parts: Many[Remark]


class Question(Record):
    """A question of the bank, complete."""

    id: Id
    text: Plain
    origin: Literal["guide", "ours"]
    rounds: Many[RoundId]
    roles: Many[RoleId]
    signals: Many[SignalId]
    values: Maybe[ValueId]
    minutes: Minutes
    why: Markdown
    weak: Annotated[Many[Markdown], Field(min_length=2, max_length=4)]
    strong: PerRole
    probes: Annotated[Many[Plain], Field(min_length=3, max_length=6)]
    ingredients: Annotated[Many[Markdown], Field(min_length=3, max_length=6)]
    outline: Annotated[Many[Beat], Field(min_length=4, max_length=6)]
    samples: Maybe[SampleAnswer] = ()
    related: Maybe[QuestionId] = ()
    sources: Sources = ()
    since: EditionId


class QuestionBank(Record):
    """The questions of one page."""

    order: Annotated[int, Field(ge=1)] = 99
    title: Plain
    about: Markdown
    questions: Many[Question]


class Ask(Record):
    """A question that the candidate asks, and what the answer tells."""

    id: Id
    text: Plain
    roles: Many[RoleId]
    learns: Markdown
    helps: Markdown
    vague: Markdown
    follow: Plain
    sources: Sources = ()


class AskGroup(Record):
    """What to ask one kind of person, and when one meets them."""

    id: Id
    name: Plain
    when: Markdown
    asks: Many[Ask]
    sources: Sources = ()

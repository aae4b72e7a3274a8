"""Where facts come from: sources, differences, figures, editions."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.fields import Address, Dated, Day, Id, Markdown, Plain, Published, Record, Sources


class Source(Record):
    """A text that a fact rests on."""

    id: Id
    title: Plain
    author: Plain
    published: Published
    url: Address | None = None
    kind: Literal["guide", "meta", "paper", "former-interviewer", "prep-firm", "candidate", "press"]
    read: Literal["source", "mirror", "account"]
    account_of: Plain | None = None
    checked: Day
    note: Markdown | None = None


class Note(Record):
    """A place where the guide and the public record differ."""

    id: Id
    subject: Plain
    guide: Markdown
    record: Markdown
    advice: Markdown
    sources: Sources
    checked: Day


class Figure(Record):
    """A dated, cited number to start an estimate from, or one computed from such numbers."""

    id: Id
    topic: Literal[
        "people", "feed", "stories", "messages", "moderation", "notifications", "operations",
        "delivery",
    ]  # fmt: skip
    quantity: Plain
    as_of: Dated
    value: Plain | None = None
    amount: Annotated[float, Field(allow_inf_nan=False)] | None = None
    formula: Plain | None = None
    per: Literal["second", "minute", "day", "week", "month", "year"] | None = None
    unit: Plain | None = None
    digits: Annotated[int, Field(ge=1, le=4)] = 2
    assumes: Plain | None = None
    note: Markdown | None = None
    sources: Sources = ()

    @model_validator(mode="after")
    def _either_cited_or_computed(self) -> Self:
        if self.formula is None and (self.value is None or not self.sources):
            raise ValueError("has neither a cited value nor a formula|give value and sources")
        if self.formula is not None and (self.value is not None or self.amount is not None):
            raise ValueError("has a formula and a typed value|delete value and amount")
        return self


class Edition(Record):
    """An edition of the whole guide: a year and a month."""

    id: Annotated[str, Field(pattern=r"^\d{4}\.\d{2}$")]
    date: Day

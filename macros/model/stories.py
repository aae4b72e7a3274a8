"""The behavioural areas, the frame of a story, and stories told in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.fields import Behaviours, Id, Many, Markdown, PartId, Plain, Record


class StoryArea(Record):
    """A behavioural area of the guide with its expectations and story topics."""

    id: Id
    name: Plain
    expects: Behaviours
    topics: Behaviours | None = None
    says: Markdown


class StoryPart(Record):
    """A part of the story frame; `lines` is the writing space on its printed card."""

    id: Id
    name: Plain
    ask: Markdown
    lines: Annotated[int, Field(ge=1, le=12)]


class StoryPiece(Record):
    """A piece of a told story, the part of the frame it fills, and what it does."""

    part: PartId
    text: Plain
    note: Markdown


class Story(Record):
    """A told story, annotated. `invented` is said on the page."""

    id: Id
    title: Plain
    invented: Plain
    pieces: Many[StoryPiece]
    facts: Many[Plain]
    works: Many[Plain]


class Stories(Record):
    """The behavioural areas, the frame, and the stories told in it."""

    areas: Many[StoryArea]
    frame: Many[StoryPart]
    samples: Many[Story]

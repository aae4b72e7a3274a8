"""Which file holds which facts: the one table that loader, schemas and editors go by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from macros import model


@dataclass(frozen=True)
class Kind:
    """A kind of data file: its place under docs/data, and the type of what it holds."""

    pattern: str
    holds: Any

    @property
    def stem(self) -> str:
        """The name of the kind, of its field in the library, and of its schema."""
        return self.pattern.split("/")[0].removesuffix(".yml")

    def reads(self, name: str) -> bool:
        """Whether a file of this name, from docs/data on, is of the kind."""
        return PurePosixPath(name).match(self.pattern) and name.count("/") == self.pattern.count(
            "/"
        )

    @property
    def many_files(self) -> bool:
        """Whether each file of a folder is one entry of the kind."""
        return "*" in self.pattern


KINDS = (
    Kind("areas.yml", tuple[model.Area, ...]),
    Kind("asks.yml", tuple[model.AskGroup, ...]),
    Kind("checklists.yml", tuple[model.Checklist, ...]),
    Kind("design.yml", model.Design),
    Kind("editions.yml", tuple[model.Edition, ...]),
    Kind("levels.yml", model.Levels),
    Kind("loops.yml", tuple[model.Loop, ...]),
    Kind("notes.yml", tuple[model.Note, ...]),
    Kind("numbers.yml", tuple[model.Figure, ...]),
    Kind("permalinks.yml", model.Permalinks),
    Kind("plan.yml", model.Plan),
    Kind("questions/*.yml", model.QuestionBank),
    Kind("research.yml", tuple[model.Research, ...]),
    Kind("rounds.yml", tuple[model.Round, ...]),
    Kind("scenarios/*.yml", model.Scenario),
    Kind("signals.yml", tuple[model.SignalGroup, ...]),
    Kind("sources.yml", tuple[model.Source, ...]),
    Kind("stories.yml", model.Stories),
    Kind("style.yml", model.Style),
    Kind("values.yml", model.Values),
)

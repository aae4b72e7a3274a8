"""What the bench found: rows of figures beside their aims, as a table and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DIGITS = {"s": 3, "B": 0, "kB": 1, "MB": 0, "ratio": 2, "shift": 3, "": 0}
_HEADINGS = ("figure", "ours", "ready", "stock", "÷ ready", "÷ stock", "aim", "")


@dataclass(frozen=True)
class Aim:
    """A bound: at most `limit` (or at least); of the figure, or of its ratio to *stock*."""

    limit: float
    at_least: bool = False
    of_stock: bool = False

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.limit:g}{' of stock' if self.of_stock else ''}"


@dataclass(frozen=True)
class Row:
    """One figure: ours, and those of the baselines where they have it."""

    figure: str
    unit: str
    ours: float
    ready: float | None = None
    stock: float | None = None
    aim: Aim | None = None

    def ratio(self, other: float | None) -> float | None:
        """Ours in parts of another's; None where there is nothing to compare."""
        return self.ours / other if other else None

    @property
    def met(self) -> bool | None:
        """Whether the aim is reached; None without one."""
        if self.aim is None:
            return None
        value = self.ratio(self.stock) if self.aim.of_stock else self.ours
        if value is None:
            return None
        return value >= self.aim.limit if self.aim.at_least else value <= self.aim.limit

    def as_json(self) -> dict[str, Any]:
        """Everything that the table shows, unrounded."""
        return {
            "figure": self.figure,
            "unit": self.unit,
            "ours": self.ours,
            "ready": self.ready,
            "stock": self.stock,
            "to_ready": self.ratio(self.ready),
            "to_stock": self.ratio(self.stock),
            "aim": str(self.aim) if self.aim else None,
            "met": self.met,
        }

    def cells(self) -> tuple[str, ...]:
        """The row as texts."""
        said = {None: "", True: "met", False: "NOT MET"}[self.met]
        values = [self._value(each) for each in (self.ours, self.ready, self.stock)]
        ratios = [self.ratio(each) for each in (self.ready, self.stock)]
        shown = ["" if ratio is None else f"{ratio:.2f}" for ratio in ratios]
        return (self.figure, *values, *shown, str(self.aim or ""), said)

    def _value(self, value: float | None) -> str:
        if value is None:
            return ""
        unit = "" if self.unit in ("ratio", "shift") else f" {self.unit}"
        return f"{value:.{_DIGITS[self.unit]}f}{unit}".rstrip()


def drawn(rows: list[Row]) -> str:
    """The rows as a table of plain text: names to the left, figures to the right."""
    lines = [_HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(_HEADINGS))]
    lines.insert(1, tuple("─" * width for width in widths))
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i in (0, 6, 7) else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def write(rows: list[Row], path: Path, **about: Any) -> None:
    """Keep the rows, and what is to be known of the run, as JSON."""
    path.parent.mkdir(exist_ok=True)
    whole = about | {"rows": [row.as_json() for row in rows]}
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

"""A data file as it was parsed: its value, and the place of every part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.problems import Place, Problem

# The way to a part of a file's value: ("questions", 3, "outline", 0, "says").
Trail = tuple[str | int, ...]


@dataclass(frozen=True)
class Unreadable:
    """Stands for a value that YAML has no reading for: a day that is none, an unknown tag."""

    source: str


@dataclass
class Parsed:
    """A file's value; `nodes` has each value by its trail, `keys` each key.

    `file` is its name in messages; `called` is what a record that has no name is told to be in.
    """

    file: str
    value: Any = None
    text: str = ""
    called: str = "the file"
    nodes: dict[Trail, yaml.Node] = field(default_factory=dict)
    keys: dict[Trail, yaml.Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, trail: Trail, *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest one around it when it is missing."""
        if key and trail in self.keys:
            return self._at(self.keys[trail])
        while trail and trail not in self.nodes:
            trail = trail[:-1]
        return self._at(self.nodes[trail]) if trail in self.nodes else Place(self.file, 1, 1)

    def spot(self, trail: Trail, found: str) -> Place:
        """The place of some characters in a text, or of the text if they are written otherwise."""
        node = self.nodes[trail]
        lines = self.text.splitlines()
        for number in range(node.start_mark.line, min(node.end_mark.line + 1, len(lines))):
            start = node.start_mark.column if number == node.start_mark.line else 0
            if (column := lines[number].find(found, start)) >= 0:
                return Place(self.file, number + 1, column + 1)
        return self._at(node)

    def written(self, trail: Trail) -> str:
        """What stands in the file for a scalar value, letter by letter."""
        node = self.nodes.get(trail)
        return node.value if isinstance(node, yaml.ScalarNode) else ""

    def add(self, line: int, column: int, what: str, mend: str) -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(Place(self.file, line, column), what, mend))

    def drop(self, entries: set[Trail]) -> None:
        """Forget entries of lists. Those after them move up, as they do in the value."""
        self.nodes = _without(self.nodes, entries)
        self.keys = _without(self.keys, entries)

    def _at(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)


def _without(nodes: dict[Trail, yaml.Node], gone: set[Trail]) -> dict[Trail, yaml.Node]:
    moved = ((_up(trail, gone), node) for trail, node in nodes.items())
    return {trail: node for trail, node in moved if trail is not None}


def _up(trail: Trail, gone: set[Trail]) -> Trail | None:
    """A trail when the entries that are gone no longer count; None when it leads into one."""
    for i, part in enumerate(trail):
        if isinstance(part, int):
            if trail[: i + 1] in gone:
                return None
            above = sum(one[:-1] == trail[:i] and int(one[-1]) < part for one in gone)
            return (*trail[:i], part - above, *trail[i + 1 :])
    return trail

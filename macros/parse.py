"""YAML text → plain values, with the place of every key and value.

One parser serves speed and exactness: libyaml's composer (C) gives nodes that know their line and
column, and the values are made from the nodes here. YAML's own surprises (`no`, `1.0`, a bare date)
stay what YAML makes of them, so that a text field refuses them instead of guessing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Place, Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Trail = tuple[str | int, ...]


@dataclass
class Parsed:
    """A file's value; `nodes` has each value by its trail, `keys` each key."""

    file: str
    value: Any = None
    nodes: dict[Trail, yaml.Node] = field(default_factory=dict)
    keys: dict[Trail, yaml.Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def place(self, trail: Trail, *, key: bool = False) -> Place:
        """The place of a value (or of its key); of the nearest one around it when it is missing."""
        if key and trail in self.keys:
            return self._at(self.keys[trail])
        while trail and trail not in self.nodes:
            trail = trail[:-1]
        return self._at(self.nodes[trail]) if trail in self.nodes else Place(self.file, 1, 1)

    def written(self, trail: Trail) -> str:
        """What stands in the file for a scalar value, letter by letter."""
        node = self.nodes.get(trail)
        return node.value if isinstance(node, yaml.ScalarNode) else ""

    def _at(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)


def parse(path: Path, name: str) -> Parsed:
    """Read one YAML file. `name` is how messages call it. Never raises for what the file holds."""
    parsed = Parsed(name)
    raw = path.read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        _add(parsed, 1, 1, "starts with a byte-order mark.", "save it as UTF-8 without one.")
        return parsed
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        byte = f"0x{raw[error.start]:02x}"
        _add(
            parsed, line, column, f"holds the byte {byte}, which is not UTF-8.", "save it as UTF-8."
        )
        return parsed
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                _add(parsed, 1, 1, "is empty.", "write at least one entry, or delete the file.")
            else:
                parsed.value = _value(node, (), parsed, loader)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        parsed.value = None
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = getattr(error, "problem", None) or str(error).splitlines()[0]
        _add(parsed, line, column, *_syntax(said, text, line))
    return parsed


def _add(parsed: Parsed, line: int, column: int, what: str, mend: str) -> None:
    parsed.problems.append(Problem(Place(parsed.file, line, column), what, mend))


def _syntax(said: str, text: str, line: int) -> tuple[str, str]:
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return "is indented with a tab.", "indent with spaces, two for each level."
    if "expected a single document" in said:
        return "holds a second document.", "delete the line with three hyphens."
    mend = "look at this line and the one above: an indent, a missing quote, a colon in a text."
    return f"is not YAML here: {said}.", mend


def _value(node: yaml.Node, trail: Trail, parsed: Parsed, loader: Any) -> Any:
    if id(node) in parsed.seen:
        mark = node.start_mark
        raise yaml.MarkedYAMLError(problem="an alias repeats this value", problem_mark=mark)
    parsed.seen.add(id(node))
    parsed.nodes[trail] = node
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, trail, parsed, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*trail, i), parsed, loader) for i, item in enumerate(node.value)]
    return loader.construct_object(node)


def _mapping(node: yaml.MappingNode, trail: Trail, parsed: Parsed, loader: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.tag)
        here = (*trail, key)
        if key in values:
            first = parsed.keys[here].start_mark.line + 1
            mark = key_node.start_mark
            what = f'has the key "{key}" twice: it stands on line {first} already.'
            _add(parsed, mark.line + 1, mark.column + 1, what, "keep one of the two.")
            continue
        parsed.keys[here] = key_node
        values[key] = _value(value_node, here, parsed, loader)
    return values

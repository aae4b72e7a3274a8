"""YAML text → plain values, with the place of every key and value.

One parser serves speed and exactness: libyaml's composer (C) gives nodes that know their line and
column, and the values are made from the nodes here. YAML's own surprises (`no`, `1.0`, a bare date)
stay what YAML makes of them, so that a text field refuses them instead of guessing.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from macros.decoding import decoded
from macros.parsed import Parsed, Trail, Unreadable
from macros.syntax import syntax_fault

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TEXT = "tag:yaml.org,2002:str"

# A comment that starts like a part of the text before it, as in "the no #1 reason".
_CUT = re.compile(r"\s+(#\S.*)")


def parse(path: Path, name: str) -> Parsed:
    """Read one YAML file. `name` is how messages call it. Never raises for what the file holds."""
    text, fault = decoded(path.read_bytes())
    if fault:
        parsed = Parsed(name, text=text)
        parsed.add(*fault)
        return parsed
    parsed = parse_text(text, name)
    if parsed.value is None and not parsed.problems:
        parsed.add(1, 1, "is empty.", "write at least one entry, or delete the file.")
    return parsed


def parse_text(text: str, name: str) -> Parsed:
    """Read YAML that stands in the file of this name. Its value may be None."""
    parsed = Parsed(name, text=text)
    try:
        parsed.value = _Reader(parsed).whole()
    except yaml.YAMLError as error:
        parsed.add(*syntax_fault(error, parsed.text))
    except RecursionError:
        parsed.add(1, 1, "is nested too deep to be read.", "look for brackets that nothing closes.")
    return parsed


class _Reader:
    """Makes values from the nodes of one text."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._loader = _Loader(parsed.text)
        self._seen: set[int] = set()
        self._lines = parsed.text.splitlines() if _CUT.search(parsed.text) else []

    def whole(self) -> Any:
        try:
            node = self._loader.get_single_node()
            return None if node is None else self._value(node, ())
        finally:
            self._loader.dispose()

    def _value(self, node: yaml.Node, trail: Trail) -> Any:
        if id(node) in self._seen:  # only events know where the alias itself stands
            events = yaml.parse(self._parsed.text, _Loader)
            mark: Any = next(e.start_mark for e in events if isinstance(e, yaml.AliasEvent))
            raise yaml.MarkedYAMLError(problem="an alias repeats a value", problem_mark=mark)
        self._seen.add(id(node))
        self._parsed.nodes[trail] = node
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, trail)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*trail, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 (there is no fourth kind)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, trail: Trail) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            is_text = isinstance(key_node, yaml.ScalarNode)
            key = key_node.value if is_text else self._source(key_node)
            here = (*trail, key)
            if key in values:
                first, mark = self._parsed.keys[here].start_mark.line + 1, key_node.start_mark
                what = f'has the key "{key}" twice: it stands on line {first} already.'
                self._parsed.add(mark.line + 1, mark.column + 1, what, "keep one of the two.")
                continue
            self._parsed.keys[here] = key_node
            values[key] = self._value(value_node, here)
        return values

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        end = node.end_mark
        rest = self._lines[end.line] if end.line < len(self._lines) and not node.style else ""
        if cut := _CUT.match(rest, end.column):
            what = f"has a text cut short: YAML takes {cut[1]!r} for a comment."
            mend = "put the text in quotes, or begin the comment with a space."
            self._parsed.add(end.line + 1, cut.start(1) + 1, what, mend)
        if node.tag == _TEXT:
            return node.value
        try:
            return self._loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            return Unreadable(self._source(node))

    def _source(self, node: yaml.Node) -> str:
        """The first line of what stands in the file for a node."""
        line = self._parsed.text.splitlines()[node.start_mark.line]
        return line[node.start_mark.column :].strip()[:40]

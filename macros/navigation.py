"""The navigation of mkdocs.yml against the pages that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from macros.decoding import decoded
from macros.problems import Place, Problem, did_you_mean
from macros.syntax import syntax_fault


def check_navigation(config: Path, pages: Collection[str]) -> Iterator[Problem]:
    """A problem for each page that is named and missing, missed out, or named twice."""
    text, _ = decoded(config.read_bytes())
    try:
        # Nodes, not values: they know their lines, and the tags of plugins do not matter.
        root = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        line, column, what, mend = syntax_fault(error, text)
        yield Problem(Place(config.name, line, column), what, mend)
        return
    seen: set[str] = set()
    for node in _named(root):
        path = node.value
        where = Place(config.name, node.start_mark.line + 1, node.start_mark.column + 1)
        if path in seen:
            mend = "keep one of the two."
            yield Problem(where, f'the navigation names "{path}" twice.', mend)
        elif path not in pages:
            what = f'the navigation names "{path}", which does not exist.'
            yield Problem(where, what, did_you_mean(path, pages))
        seen.add(path)
    for path in sorted(set(pages) - seen):
        mend = f"add `- {path}` to nav: in {config.name}."
        yield Problem(Place(f"docs/{path}"), "the navigation misses this page.", mend)


def _named(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every path of the navigation, addresses elsewhere left out."""
    entries = root.value if isinstance(root, yaml.MappingNode) else []
    yield from _leaves([value for key, value in entries if key.value == "nav"])


def _leaves(items: list[yaml.Node]) -> Iterator[yaml.ScalarNode]:
    for node in items:
        if isinstance(node, yaml.ScalarNode):
            if node.value and "://" not in node.value:
                yield node
        elif isinstance(node, yaml.SequenceNode):
            yield from _leaves(node.value)
        elif isinstance(node, yaml.MappingNode):
            yield from _leaves([value for _, value in node.value])

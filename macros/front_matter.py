"""The front matter of a page: what it may say, and what is wrong with what it says."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, Literal

from mkdocs.utils.meta import YAML_RE
from pydantic import StringConstraints, TypeAdapter, ValidationError

from macros.fields import Maybe, Record
from macros.messages import explain
from macros.parse import parse_text
from macros.problems import Problem

# The rest of a page's checks see that it can be read, so that nothing is told twice.
Line = Annotated[str, StringConstraints(pattern=r"\S")]


class FrontMatter(Record):
    """What stands on top of a page. The description is for search engines."""

    title: Line
    description: Line
    render_macros: bool = False
    hide: Maybe[Literal["footer", "navigation", "toc"]] = ()
    search: dict[str, Any] | None = None
    template: Line | None = None


_ADAPTER = TypeAdapter(FrontMatter)


def front_matter(
    text: str, file: str, macros: Collection[str]
) -> tuple[dict[str, Any], int, list[Problem]]:
    """The front matter of a page's text, where it ends, and its problems."""
    head = YAML_RE.match(text)
    # MkDocs' own pattern. The first line is left empty, so that lines count as in the page.
    parsed = parse_text(f"\n{head[1]}" if head else "", file)
    parsed.called = "the front matter"
    if parsed.problems:
        return {}, head.end() if head else 0, parsed.problems
    meta = parsed.value if isinstance(parsed.value, dict) else {}
    hidden = [key for key in meta if key in macros or key == "page"]
    try:
        known = {key: value for key, value in meta.items() if key not in hidden}
        _ADAPTER.validate_python(known if known or not parsed.value else parsed.value)
    except ValidationError as error:
        parsed.problems += [explain(entry, parsed, FrontMatter) for entry in error.errors()]
    for key in hidden:
        what = f'the front matter has the key "{key}", which hides what macros know by that name.'
        parsed.problems.append(Problem(parsed.place((key,), key=True), what, "rename the key."))
    return meta, head.end() if head else 0, parsed.problems

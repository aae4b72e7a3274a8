"""Facts that nobody sees: data that no page shows, and sources that nothing cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.load import Library
from macros.problems import Place, Problem

# The records that a page shows by naming them; every other kind is shown whole by its macro.
_NAMED = {
    "question_bank": "questions",
    "check_list": "checklist",
    "annotated_story": "story",
    "reading_list": "research",
    "round_bars": "round",
    "scenario_sheet": "scenario",
    "signal_list": "signal group",
}


def unused(library: Library, docs: Path) -> Iterator[Problem]:
    """A problem for each record that no page shows and each source that nothing cites."""
    text = "\n".join(path.read_text("utf-8", "replace") for path in sorted(docs.rglob("*.md")))
    for macro, noun in _NAMED.items():
        shown = set(re.findall(rf"""{macro}\(\s*["']([^"']+)""", text))
        for ident, place in _records(library, noun, docs):
            if ident not in shown:
                mend = f'call {macro}("{ident}") on a page, or delete it.'
                yield Problem(place, f'no page shows the {noun} "{ident}".', mend)
    for ident in library.ids["source"]:
        if ident not in library.cited:
            mend = "cite it where it is used, or delete it."
            place = library.places["source", ident]
            yield Problem(place, f'nothing cites the source "{ident}".', mend)


def _records(library: Library, noun: str, docs: Path) -> Iterator[tuple[str, Place]]:
    if noun == "questions":
        for section in library.of("questions"):
            yield section, Place(f"{docs.name}/data/questions/{section}.yml", 1, 1)
    else:
        for ident in library.ids[noun]:
            yield ident, library.places[noun, ident]

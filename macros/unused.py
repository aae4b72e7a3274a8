"""Facts that nobody sees: data that no page shows, and sources that nothing cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.load import Library
from macros.pages import Page
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
    "ask_list": "ask group",
}


def unused(library: Library, pages: Iterable[Page]) -> Iterator[Problem]:
    """A problem for each record that no page shows and each source that nothing cites."""
    calls = [
        (macro, arguments[0]) for page in pages for macro, arguments in page.calls if arguments
    ]
    for macro, noun in _NAMED.items():
        shown = {ident for called, ident in calls if called in (macro, "")}
        for ident, place in _records(library, noun):
            if ident not in shown:
                mend = f'call {macro}("{ident}") on a page, or delete it.'
                what = "question file" if noun == "questions" else noun
                yield Problem(place, f'no page shows the {what} "{ident}".', mend)
    if library.broken:  # what is broken may cite any source
        return
    for ident in library.ids["source"]:
        if ident not in library.cited:
            mend = "cite it where it is used, or delete it."
            place = library.places["source", ident]
            yield Problem(place, f'nothing cites the source "{ident}".', mend)


def _records(library: Library, noun: str) -> Iterator[tuple[str, Place]]:
    if noun == "questions":
        for section in library.of("questions"):
            yield section, Place(f"docs/data/questions/{section}.yml", 1, 1)
    else:
        for ident in library.ids[noun]:
            yield ident, library.places[noun, ident]

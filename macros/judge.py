"""What no single record can know of itself: checks over the whole library."""

from __future__ import annotations

from collections.abc import Iterator

from macros import clock
from macros.figures import FormulaError, amount
from macros.load import Library
from macros.problems import Place, Problem


def judge(library: Library) -> Iterator[Problem]:
    """Every problem that shows only when records are seen together."""
    yield from _weights(library)
    yield from _formulas(library)
    yield from _dates(library)
    yield from _questions(library)


def _place(library: Library, noun: str, ident: str) -> Place:
    return library.places[noun, ident]


def _weights(library: Library) -> Iterator[Problem]:
    areas = library.one("areas")
    total = sum(area.weight for area in areas)
    if areas and total != 100:
        place = Place(_place(library, "area", areas[0].id).file, 1, 1)
        yield Problem(place, f"the weights add up to {total}.", "make them add up to 100.")


def _formulas(library: Library) -> Iterator[Problem]:
    figures = library.ids["figure"]
    for figure in library.one("numbers"):
        if figure.formula is None:
            continue
        try:
            amount(figure, figures)
        except FormulaError as error:
            what, _, mend = str(error).partition("|")
            place = _place(library, "figure", figure.id)
            yield Problem(place, f'figure "{figure.id}": the formula {what}.', f"{mend}.")


def _dates(library: Library) -> Iterator[Problem]:
    today = clock.today().isoformat()
    for noun, records in library.ids.items():
        for ident, record in records.items():
            checked = getattr(record, "checked", None)
            if checked is not None and checked > today:
                what = f'{noun} "{ident}": was checked on {checked}, which is yet to come.'
                mend = f"write the day of the check, {today} at the latest."
                yield Problem(_place(library, noun, ident), what, mend)


def _questions(library: Library) -> Iterator[Problem]:
    for ident, question in library.ids["question"].items():
        place = _place(library, "question", ident)
        if ident in question.related:  # type: ignore[attr-defined]
            what = f'question "{ident}": is related to itself.'
            yield Problem(place, what, "name other questions.")
        for sample in question.samples:  # type: ignore[attr-defined]
            if sample.role not in question.roles:  # type: ignore[attr-defined]
                what = f'question "{ident}": has a sample for "{sample.role}", who is not asked it.'
                yield Problem(place, what, "give the sample a role of the question.")

"""What no single record can know of itself: checks over the whole library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros import clock
from macros.figures import BRACED, FormulaError, amount
from macros.load import Library
from macros.plan import plan_problems
from macros.problems import Place, Problem


def judge(library: Library) -> Iterator[Problem]:
    """Every problem that shows only when records are seen together."""
    yield from _weights(library)
    yield from _formulas(library)
    yield from _dates(library)
    yield from _questions(library)
    yield from _first_questions(library)
    yield from _successions(library)
    yield from plan_problems(library)


def _place(library: Library, noun: str, ident: str) -> Place:
    return library.places[noun, ident]


def _weights(library: Library) -> Iterator[Problem]:
    areas = library.one("areas")
    total = sum(area.weight for area in areas)
    if areas and total != 100 and "areas" not in library.broken:
        place = Place(_place(library, "area", areas[0].id).file, 1, 1)
        yield Problem(place, f"the weights add up to {total}.", "make them add up to 100.")


def _formulas(library: Library) -> Iterator[Problem]:
    figures: Any = library.ids["figure"]
    for figure in figures.values():
        named = set(BRACED.findall(figure.formula or ""))
        if figure.formula is None or named & library.broken:
            continue
        try:
            amount(figure, figures)
        except FormulaError as error:
            if error.figure is figure:
                yield Problem(_place(library, "figure", figure.id), str(error), error.mend)


def _dates(library: Library) -> Iterator[Problem]:
    today = clock.latest_day().isoformat()
    for place, name, day in library.checked:
        if day > today:
            mend = f"write the day of the check, {today} at the latest."
            yield Problem(place, f"{name} was checked on {day}, which is yet to come.", mend)


def _bars(library: Library, question: Any, place: Place) -> Iterator[Problem]:
    """A bar for each role that a question is asked of, and for no other."""
    for role in question.roles:
        if role not in question.strong and role in library.ids["role"]:
            what = f'question "{question.id}" has no bar for role "{role}".'
            yield Problem(place, what, "add it under strong:.")
    for role in question.strong:
        if role not in question.roles and role in library.ids["role"]:
            what = f'question "{question.id}" has a bar for "{role}", which it is not asked of.'
            yield Problem(place, what, "add the role to roles:, or delete the bar.")


def _questions(library: Library) -> Iterator[Problem]:
    for ident, question in library.ids["question"].items():
        place = _place(library, "question", ident)
        if ident in question.related:  # type: ignore[attr-defined]
            what = f'question "{ident}" is related to itself.'
            yield Problem(place, what, "name other questions.")
        yield from _bars(library, question, place)
        for sample in question.samples:  # type: ignore[attr-defined]
            if sample.role not in question.roles:  # type: ignore[attr-defined]
                what = f'question "{ident}" has a sample for "{sample.role}", who is not asked it.'
                yield Problem(place, what, "give the sample a role of the question.")


def _first_questions(library: Library) -> Iterator[Problem]:
    """A question that a round's page names is asked in that round."""
    for ident, one in library.ids["round"].items():
        named = [each.question for each in one.first]  # type: ignore[attr-defined]
        named += [each for pattern in one.patterns for each in pattern.questions]  # type: ignore[attr-defined]
        for question in dict.fromkeys(named):
            asked = library.ids["question"].get(question)
            if asked and ident not in asked.rounds:  # type: ignore[attr-defined]
                what = f'round "{ident}" names the question "{question}", not asked in it.'
                mend = "add the round to the question, or name another."
                yield Problem(_place(library, "round", ident), what, mend)


def _successions(library: Library) -> Iterator[Problem]:
    """A line from one set of values to the next begins and ends at values of these two sets."""
    values = library.one("values")
    if not values or "values" in library.broken:
        return
    earlier, later = sorted(values.sets, key=lambda one: one.year)[-2:]
    ends = [(earlier, step.earlier, "from which") for step in values.successions]
    ends += [(later, step.later, "to which") for step in values.successions]
    for one, value, way in ends:
        if value not in one.values and value not in library.missing:
            what = f'value set "{one.id}" lacks "{value}", {way} a succession leads.'
            mend = "add the value to the set, or correct the succession."
            yield Problem(_place(library, "value set", one.id), what, mend)

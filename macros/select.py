"""Which facts a page shows, in which order. Pure: a library in, facts out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from macros.figures import BRACED as _BRACED
from macros.figures import amount, in_words
from macros.load import Library
from macros.model import Figure, Question
from macros.problems import Refusal, Unsound, did_you_mean


def by_id(library: Library, noun: str, ident: str) -> Any:
    """The record of a kind with this id. Raises Refusal, with a did-you-mean, if there is none."""
    records = library.ids[noun]
    if ident not in records:
        raise _refusal(library, f'There is no {noun} "{ident}".', ident, records)
    return records[ident]


def file_of(library: Library, stem: str, name: str) -> Any:
    """The value of one file of a folder kind. Raises Refusal if there is none of that name."""
    files = library.of(stem)
    if name not in files:
        raise _refusal(library, f'There is no file "{name}" in docs/data/{stem}/.', name, files)
    return files[name]


def whole(library: Library, stem: str) -> Any:
    """The value of a kind that is a single file. Raises Refusal if there is no such file."""
    if stem not in library.of(stem):
        mend = f"write docs/data/{stem}.yml, or take the macro from the page."
        raise (Unsound if stem in library.broken else Refusal)(f"There are no {stem}.", mend)
    return library.one(stem)


def _refusal(library: Library, what: str, ident: str, known: Iterable[str]) -> Refusal:
    kind = Unsound if ident in library.broken | library.missing else Refusal
    return kind(what, did_you_mean(ident, known))


def questions(library: Library) -> tuple[Question, ...]:
    """All questions, section by section."""
    return tuple(question for bank in banks(library).values() for question in bank.questions)


def banks(library: Library) -> dict[str, Any]:
    """The question banks by section, in the order that they name themselves."""
    return dict(sorted(library.of("questions").items(), key=lambda item: item[1].order))


def section_of(library: Library, ident: str) -> str:
    """The section whose page shows the question with this id: the name of the file it stands in."""
    by_id(library, "question", ident)
    return PurePosixPath(library.places["question", ident].file).stem


def loops(library: Library, whose: str) -> tuple[Any, ...]:
    """Accounts of the loop, in file order: the guide's own ("guide"), or all others of a role."""
    every = library.one("loops")
    if whose == "guide":
        return tuple(loop for loop in every if loop.id == "guide")
    by_id(library, "role", whose)
    return tuple(loop for loop in every if whose in loop.roles and loop.id != "guide")


def phases(library: Library) -> list[Any]:
    """The checklists that are phases of the plan, the earliest first."""
    timed = [checklist for checklist in library.one("checklists") if checklist.weeks is not None]
    return sorted(timed, key=lambda checklist: -checklist.weeks)


def days_before(library: Library, ident: str) -> tuple[int, ...]:
    """How many days before the interview a phase begins and ends; none for another checklist."""
    weeks = [phase.weeks for phase in phases(library)]
    phase = by_id(library, "checklist", ident)
    if phase.weeks is None:
        return ()
    later = [7 * each + 1 for each in weeks if each < phase.weeks]
    return (7 * phase.weeks, max(later, default=0))


def figures(library: Library, topic: str | None) -> list[Figure]:
    """The figures of a topic, or all, in file order. Raises Refusal for an unknown topic."""
    every = library.one("numbers")
    topics = {figure.topic for figure in every}
    if topic is not None and topic not in topics:
        raise Refusal(f'There is no topic "{topic}".', did_you_mean(topic, topics))
    return [figure for figure in every if topic in (None, figure.topic)]


def said(library: Library, figure: Figure) -> str:
    """A figure's value in words: as its source gives it, or computed, with unit and period."""
    if figure.value is not None:
        return figure.value
    words = in_words(amount(figure, library.ids["figure"]), figure.digits)
    unit = f" {figure.unit}" if figure.unit else ""
    per = f" a {figure.per}" if figure.per else ""
    return f"{words}{unit}{per}"


def formula_in_words(library: Library, figure: Figure) -> str:
    """A computed figure's formula with its inputs named: "Stories shared ÷ 86400"."""
    signs = str.maketrans("*/", "\N{MULTIPLICATION SIGN}\N{DIVISION SIGN}")
    formula = (figure.formula or "").translate(signs)
    figures: Any = library.ids["figure"]
    return _BRACED.sub(
        lambda match: figures[match[1]].quantity if match[1] in figures else match[0], formula
    )


COUNTED = {
    "asks": "ask",
    "questions": "question",
    "sources": "source",
    "notes": "note",
    "figures": "figure",
    "scenarios": "scenario",
    "signals": "signal",
    "rounds": "round",
    "checklists": "checklist",
}


def count(library: Library, what: str) -> int:
    """How many there are of a kind, by its plural; "sections" counts question sections."""
    if what == "sections":
        return len(library.of("questions"))
    if what not in COUNTED:
        raise Refusal(f'"{what}" is not counted.', did_you_mean(what, (*COUNTED, "sections")))
    return len(library.ids[COUNTED[what]])

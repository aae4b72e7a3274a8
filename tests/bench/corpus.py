"""Complete, invented questions by the thousand: varied, valid, and the same on every run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.load import Library
from tests.bench.prose import Prose

A_PAGE = 20


def question(number: int, count: int, library: Library) -> dict[str, Any]:
    """The question of this number among `count`, as plain values. The same on every run."""
    prose = Prose(f"question {number}")
    some, between = prose.chance.sample, prose.chance.randint

    def ids(noun: str, few: int, many: int) -> list[str]:
        known = list(library.ids[noun])
        return some(known, min(len(known), between(few, many)))

    def several(few: int, many: int, letters: int) -> list[str]:
        return [prose.passage(letters) for _ in range(between(few, many))]

    roles = ids("role", 2, 4)
    made: dict[str, Any] = {
        "id": _id(number),
        "text": prose.question(),
        "origin": "ours",
        "rounds": ids("round", 1, 2),
        "roles": roles,
        "signals": ids("signal", 2, 4),
        "values": ids("value", 1, 2),
        "minutes": between(6, 10),
        "why": prose.passage(260),
        "weak": several(3, 4, 70),
        "strong": {role: prose.passage(240) for role in roles},
        "probes": [prose.question() for _ in range(between(4, 6))],
        "ingredients": several(4, 6, 40),
        "outline": [
            {"name": f"Beat {i + 1}", "says": prose.passage(90)} for i in range(between(5, 6))
        ],
        # Half of the guide's questions have a pair of answers, one that fails and one that works.
        "samples": [_sample(prose, roles[0], works) for works in (False, True) if number % 2],
        "related": sorted({_id((number * k) % count + 1) for k in (7, 13)} - {_id(number)}),
        "sources": ids("source", 0, 2),
        "since": next(iter(library.ids["edition"])),
    }
    return {key: value for key, value in made.items() if value or key == "values"}


def _id(number: int) -> str:
    return f"made-{number:05}"


def _sample(prose: Prose, role: str, works: bool) -> dict[str, Any]:
    parts = [
        {"text": f'"{prose.passage(200)}"', "note": prose.passage(90)}
        for _ in range(5 if works else 3)
    ]
    return {"role": role, "works": works, "verdict": prose.passage(170), "parts": parts}


def banks(count: int, library: Library) -> Iterator[tuple[str, dict[str, Any]]]:
    """Banks of `count` questions in all, by the stems of their files, one at a time."""
    for start in range(1, count + 1, A_PAGE):
        place = start // A_PAGE + 1
        numbers = range(start, min(start + A_PAGE, count + 1))
        yield (
            f"made-{place:03}",
            {
                "order": 100 + place,
                "title": f"Made section {place}",
                "about": Prose(f"bank {place}").passage(150),
                "questions": [question(number, count, library) for number in numbers],
            },
        )

"""How far the bank reaches: its questions counted by what they are asked for, and how it reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from statistics import mean
from typing import Any

from macros.load import Library
from macros.model import Question
from macros.select import banks, questions

_SENTENCE_END = re.compile(r"[.!?:;](?=\s|$)")
_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?", re.I)
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Row:
    """A line of the table: how many questions in all, and for each role."""

    name: str
    total: int
    by_role: tuple[int, ...]


def coverage(library: Library) -> dict[str, list[Row]]:
    """For sections, rounds, signals and values: a row for each of their records, empty ones too."""
    roles = tuple(library.ids["role"])
    every = questions(library)

    def row(name: str, chosen: Iterable[Question]) -> Row:
        found = list(chosen)
        return Row(name, len(found), tuple(sum(r in q.roles for q in found) for r in roles))

    tables = {"Section": [row(bank.title, bank.questions) for bank in banks(library).values()]}
    for noun in ("round", "signal", "value"):
        records: Any = library.ids[noun]
        tables[noun.capitalize()] = [
            row(record.name, [each for each in every if ident in getattr(each, f"{noun}s")])
            for ident, record in records.items()
        ]
    return tables


def ease(library: Library) -> dict[str, int]:
    """Flesch's reading ease of each section: 60 to 70 is plain English, more is easier.

    Source: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948).
    Syllables are groups of vowels, without a silent e.
    """
    return {
        bank.title: round(mean(_ease(text) for each in bank.questions for text in _prose(each)))
        for bank in banks(library).values()
    }


def _prose(question: Question) -> list[str]:
    weak, strong = " ".join(question.weak), " ".join(question.strong.values())
    return [question.why, weak, strong]


@cache
def _ease(text: str) -> float:
    words = _WORD.findall(text)
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    syllables = sum(_syllables(word.lower()) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / max(1, len(words))


def _syllables(word: str) -> int:
    silent = word.endswith("e") and not word.endswith("le")
    return max(1, len(_VOWELS.findall(word)) - silent)

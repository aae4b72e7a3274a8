"""A problem in the guide's data or pages: where it is, what it is, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. Lines and columns count from 1; 0 stands for the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        spot = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.file}{spot}"


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong at a place, in a sentence, and the mend, in another."""

    where: Place
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}  {self.what}\n  Mend: {self.mend}"


# What is wrong at a line and a column of a file that is known: those, what, mend.
Fault = tuple[int, int, str, str]


class Refusal(Exception):  # noqa: N818 (a refusal is what it is: the page asked for what is not there)
    """Raised by a macro that cannot do what a page asks of it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what}\n  Mend: {mend}")
        self.what = what
        self.mend = mend


class Unsound(Refusal):
    """Refused because the facts hold a problem, which is told where it stands."""


def did_you_mean(
    written: str, known: Iterable[str], otherwise: str = "write one of those that there are"
) -> str:
    """The mend for a name that is not known: the nearest known one, and all when they are few."""
    names = sorted(known)
    if not names:
        return "there is none to name yet."
    if len(names) == 1:
        return f'write "{names[0]}", the only one that there is.'
    near = difflib.get_close_matches(written.lower(), names, n=1, cutoff=0.6)
    guess = f' Did you mean "{near[0]}"?' if near else ""
    mend = f"write one of {', '.join(names)}" if len(names) <= 12 else otherwise
    return f"{mend}.{guess}"

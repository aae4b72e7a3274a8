"""The lasting address of each question, q/<id>/: it leads to the card wherever that stands now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import select
from macros.load import Library
from macros.problems import Place, Problem

REGISTER = "docs/data/permalinks.yml"


@dataclass(frozen=True)
class Permalink:
    """The id in a lasting address, the question's id now, and the way from there to its card."""

    ident: str
    now: str
    target: str
    text: str


def permalinks(library: Library) -> Iterator[Permalink]:
    """One for each question, and one for each id that a question once had."""
    questions = library.ids["question"]
    register = library.one("permalinks")
    renamed: dict[str, str] = dict(register.renamed) if register else {}
    for old, new in [*((ident, ident) for ident in questions), *renamed.items()]:
        if new in questions:
            target = f"../../questions/{select.section_of(library, new)}/#{new}"
            text: str = questions[new].text  # type: ignore[attr-defined]
            yield Permalink(old, new, target, text)


def check_register(library: Library) -> Iterator[Problem]:
    """A problem for each question that the register lacks, and each id of it that leads nowhere."""
    register = library.one("permalinks")
    if not register or library.problems:
        return
    place = Place(REGISTER, 1, 1)
    questions = library.ids["question"]
    for ident in register.questions:
        if ident not in questions and ident not in register.renamed:
            what = f'the question "{ident}" was published and is gone.'
            yield Problem(
                place, what, f"bring it back, or write `{ident}: <its new id>` under renamed:."
            )
    for ident in sorted(questions.keys() - set(register.questions)):
        what = f'the question "{ident}" has no lasting address yet.'
        yield Problem(library.places["question", ident], what, "run `make register`.")
    for ident in register.renamed.keys() & questions.keys():
        what = f'the id "{ident}" belonged to another question once.'
        yield Problem(
            library.places["question", ident], what, "choose another: links to it are out."
        )

"""Every error, pattern, reference and slip of syntax that is worded is reached by a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic_core import ErrorDetails

from macros import syntax
from macros.fields import Record, Reference
from macros.front_matter import FrontMatter
from macros.kinds import KINDS
from macros.load import load
from macros.messages import explain
from macros.parsed import Parsed
from macros.patterns import PATTERNS
from macros.problems import Problem
from macros.wording import SAID
from tests.macros import cases

BROKEN = cases.broken()
SAYS = "".join(case.says for case in BROKEN)
TYPES = [*(kind.holds for kind in KINDS), FrontMatter]


def test_every_type_of_error_that_is_worded_is_reached_by_a_broken_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = set()

    def heard(error: ErrorDetails, parsed: Parsed, root: Any) -> Problem:
        reached.add(error["type"])
        return explain(error, parsed, root)

    monkeypatch.setattr("macros.validate.explain", heard)
    for number, case in enumerate(BROKEN):
        if case.path.parent.name == "fields":
            root = cases.sound(tmp_path / str(number))
            case.make(root)
            load(root / "docs/data")
    assert reached == {*SAID, "missing", "extra_forbidden"}


def marks(annotation: Any) -> Iterator[Any]:
    """Everything that a type's annotations say of it and of what is in it."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        for field in annotation.model_fields.values():
            yield from field.metadata
            yield from marks(field.annotation)
    for mark in getattr(annotation, "__metadata__", ()):
        yield from getattr(mark, "metadata", ()) or (mark,)
    for argument in get_args(annotation):
        yield from marks(argument)


MARKS = [mark for held in TYPES for mark in marks(held)]


def test_every_pattern_of_the_models_is_worded_and_no_other() -> None:
    assert {mark.pattern for mark in MARKS if getattr(mark, "pattern", None)} == set(PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_is_reached_by_a_broken_file(pattern: str) -> None:
    what, mend = PATTERNS[pattern]
    assert re.search(f"{re.escape(what).replace(re.escape('{written}'), '.*')}.*\n.*", SAYS)
    assert mend in SAYS


@pytest.mark.parametrize("words", syntax._WORDS, ids=lambda words: words[0])
def test_every_slip_of_syntax_is_reached_by_a_broken_file(
    words: tuple[str, bool, str, str],
) -> None:
    _, _, what, mend = words
    said = re.escape(what).replace(re.escape("{here}"), ".") + "\n  Mend: " + re.escape(mend)
    assert re.search(said, SAYS)


def test_a_reference_of_every_kind_that_leads_nowhere_is_among_the_broken_files() -> None:
    kinds = {mark.kind for mark in MARKS if isinstance(mark, Reference)}
    assert len(kinds) > 10
    assert {kind for kind in kinds if f'there is no {kind} "' not in SAYS} == set()


def test_an_error_that_nobody_foresaw_is_told_all_the_same() -> None:
    error = ErrorDetails(type="brand_new", loc=("title",), msg="Title should rhyme", input="x")
    problem = explain(error, Parsed("docs/data/questions/x.yml"), KINDS[8].holds)
    assert str(problem) == (
        'docs/data/questions/x.yml:1:1  the file: "title" is not right: title should rhyme.\n'
        "  Mend: compare it with the entries beside it."
    )

"""Every mistake under broken/ is told in its exact words; what is under fine/ is let pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.macros import cases

Said = Callable[[Path], str]
BROKEN = cases.broken()
FINE = cases.fine()

# File, line and column if one is known, a sentence, and the mend in another.
PROBLEM = re.compile(r"\S+?(:\d+:\d+)?  \S.*\.\n  Mend: \S.*[.?]")


def problems(said: str) -> list[str]:
    """The problems of what the check has said, one by one."""
    return re.split(r"\n(?!  Mend)", said.strip())


def test_the_sound_guide_has_no_problem(guide: Path, said: Said) -> None:
    assert said(guide) == ""


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_a_mistake_is_told_with_its_place_and_its_mend(
    case: cases.Case, guide: Path, said: Said, request: pytest.FixtureRequest
) -> None:
    case.make(guide)
    says = said(guide)
    if request.config.getoption("--update"):
        case.accept(says)
    else:
        assert says == case.says, case.about


@pytest.mark.parametrize("case", FINE, ids=lambda case: case.path.stem)
def test_what_only_looks_like_a_mistake_is_let_pass(
    case: cases.Case, guide: Path, said: Said
) -> None:
    case.make(guide)
    assert said(guide) == "", case.about


def test_mistakes_in_many_files_are_told_at_once_in_the_order_of_the_files(
    guide: Path, said: Said
) -> None:
    names = (
        "calls/unknown-source",
        "fields/no-choice",
        "fields/no-day-of-the-calendar",
        "links/missing-picture",
        "navigation/page-twice",
        "pages/hides-a-macro",
        "text/open-emphasis",
        "whole/formula-divides-by-zero",
        "yaml/open-mapping",
    )
    by_name = {case.name: case for case in BROKEN}
    expected: list[str] = []
    for name in names:
        by_name[name].make(guide)
        expected += problems(by_name[name].says)
    assert problems(said(guide)) == sorted(expected)


def test_a_message_has_a_place_a_sentence_and_a_mend() -> None:
    for case in BROKEN:
        assert case.about.endswith("."), "a case begins with a sentence"
        for problem in problems(case.says):
            assert PROBLEM.fullmatch(problem), problem
            assert not re.search(r"Traceback|pydantic|<class|Error\b|\bNone\b", problem), problem


def test_a_case_changes_what_stands_in_the_sound_guide_once(guide: Path) -> None:
    case = BROKEN[0]
    case.make(guide)
    with pytest.raises(AssertionError, match="does not hold once"):
        case.make(guide)

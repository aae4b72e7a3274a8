"""The bank is counted by what its questions are asked for, and its ease is Flesch's."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.coverage import Row, _ease, _syllables, coverage, ease
from macros.load import load


def test_questions_are_counted_by_what_they_are_asked_for_and_gaps_show(guide: Path) -> None:
    tables = coverage(load(guide / "docs/data"))
    assert tables == {
        "Section": [Row("Craft", 1, (1,))],
        "Round": [Row("Interview", 1, (1,))],
        "Signal": [Row("Listening", 1, (1,))],
        "Value": [Row("Haste", 1, (1,)), Row("Hurry", 0, (0,))],
    }


def test_each_section_has_its_ease(guide: Path) -> None:
    assert ease(load(guide / "docs/data")).keys() == {"Craft"}


@pytest.mark.parametrize(
    ("word", "count"),
    [("you", 1), ("made", 1), ("table", 2), ("engineer", 3), ("organisation", 5), ("the", 1)],
)
def test_syllables_are_groups_of_vowels_without_a_silent_e(word: str, count: int) -> None:
    assert _syllables(word) == count


def test_the_ease_is_that_of_the_formula() -> None:
    # 6 words, 1 sentence, 6 syllables: 206.835 - 1.015 * 6 - 84.6
    assert _ease("The cat sat on the mat.") == pytest.approx(116.145)
    assert _ease("Organisational reorganisation.") < 0

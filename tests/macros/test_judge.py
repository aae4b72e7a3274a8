"""What shows only when records are seen together is told once, and not of what is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.judge import judge
from macros.load import load


def told(guide: Path, name: str, *changes: tuple[str, str]) -> list[str]:
    """What is told of the guide when a data file is changed."""
    file = guide / "docs/data" / name
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return [problem.what for problem in judge(load(guide / "docs/data"))]


def test_the_sound_guide_passes(guide: Path) -> None:
    assert told(guide, "areas.yml") == []


@pytest.mark.parametrize("weight", [39, 41])
def test_weights_add_up_to_a_hundred(guide: Path, weight: int) -> None:
    said = told(guide, "areas.yml", ("weight: 40", f"weight: {weight}"))
    assert said == [f"the weights add up to {weight + 60}."]


def test_weights_are_not_added_up_while_an_area_is_broken(guide: Path) -> None:
    assert told(guide, "areas.yml", ("name: Care", "nname: Care")) == []


def test_no_areas_at_all_have_no_weights(guide: Path) -> None:
    (guide / "docs/data/areas.yml").unlink()
    assert [*judge(load(guide / "docs/data"))] == []


@pytest.mark.parametrize(
    ("day", "count"), [("2026-11-21", 0), ("2026-11-22", 0), ("2026-11-23", 1)]
)
def test_a_check_was_made_today_at_the_latest(guide: Path, day: str, count: int) -> None:
    assert len(told(guide, "notes.yml", ("2026-11-22", day))) == count


@pytest.mark.parametrize(
    "name", ["levels.yml", "loops.yml", "notes.yml", "rounds.yml", "sources.yml", "values.yml"]
)
def test_every_day_of_a_check_is_looked_at(guide: Path, name: str) -> None:
    said = told(guide, name, ('checked: "2026-11-22"', 'checked: "2031-01-01"'))
    assert len(said) == 1


def test_a_formula_is_not_blamed_for_a_figure_that_is_broken(guide: Path) -> None:
    assert told(guide, "numbers.yml", ("value: 86,400", "value:")) == []


def test_a_bar_for_a_role_that_is_not_there_is_left_to_the_reference(guide: Path) -> None:
    changes = ("      m1: You say", "      m9: You hear.\n      m1: You say")
    assert told(guide, "questions/craft.yml", changes) == []


def test_successions_are_judged_between_the_last_two_sets_by_year(guide: Path) -> None:
    older = """sets:
  - id: oldest
    year: "2004"
    title: The oldest
    says: As it was at first.
    values: []
    sources: [letter]
"""
    assert told(guide, "values.yml", ("sets:\n", older)) == []
    assert len(told(guide, "values.yml", ('"2004"', '"2015"'))) == 1


def test_a_succession_of_a_value_that_is_not_there_is_left_to_the_reference(guide: Path) -> None:
    assert told(guide, "values.yml", ("earlier: haste", "earlier: waste")) == []

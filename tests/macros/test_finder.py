"""The finder's index has each question once, with all its choices, and stays small."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import finder, select
from macros.load import Library, load
from macros.problems import Refusal
from tests.bench.corpus import banks
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def library() -> Library:
    """The real facts."""
    return load(ROOT / "docs/data")


@pytest.fixture(scope="module")
def columns(library: Library) -> Any:
    """The index as a browser reads it."""
    return json.loads(finder.index(library))


def test_each_question_stands_in_its_place_with_all_its_choices(
    library: Library, columns: Any
) -> None:
    questions = select.questions(library)
    assert columns["ids"] == [each.id for each in questions]
    assert columns["texts"] == [each.text for each in questions]
    for facet, field in finder._FIELDS.items():
        names = [ident for ident, _ in columns["names"][facet]]
        rows = columns[facet].split(" ")
        found = [{names[finder._LETTERS.index(letter)] for letter in row} for row in rows]
        assert found == [set(getattr(each, field)) for each in questions]


def test_the_sections_cover_the_questions_in_the_order_of_the_guide(
    library: Library, columns: Any
) -> None:
    sections = [
        stem
        for (stem, _), count in zip(columns["names"]["section"], columns["sections"], strict=True)
        for _ in range(count)
    ]
    assert sections == [select.section_of(library, ident) for ident in columns["ids"]]


def test_a_choice_that_no_question_has_is_not_offered(library: Library) -> None:
    offered = finder.facets(library)
    assert all(choice.count > 0 for choices in offered.values() for choice in choices)
    assert "coding" not in [choice.ident for choice in offered["round"]]


def test_signals_are_grouped_and_none_is_left_out(library: Library) -> None:
    choices = finder.facets(library)["signal"]
    groups = finder.signal_groups(library, choices)
    assert [choice for within in groups.values() for choice in within] == choices
    assert all(groups.values())


def test_the_index_of_the_bank_is_within_ten_kilobytes(library: Library) -> None:
    assert len(gzip.compress(finder.index(library).encode(), 9)) <= 10_000


def test_a_question_of_a_large_bank_costs_at_most_55_bytes(library: Library) -> None:
    made = [
        SimpleNamespace(**question)
        for _, bank in banks(3000, library)
        for question in bank["questions"]
    ]
    bank: Any = SimpleNamespace(order=1, title="Made", questions=made)
    large = replace(library, files={**library.files, "questions": {"made": bank}})
    packed = gzip.compress(finder.index(large).encode(), 9)
    assert len(packed) / len(made) <= 55


def test_more_choices_than_letters_are_refused(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_LETTERS", "ab")
    with pytest.raises(ValueError, match="A role has more choices than 2"):
        finder.index(library)


def test_broken_facts_break_no_index(guide: Path) -> None:
    path = guide / "docs/data/questions/craft.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("rounds: [interview]", "rounds: [intervju]"), encoding="utf-8")
    broken = load(guide / "docs/data")
    assert broken.problems
    assert json.loads(finder.index(broken))["ids"]


def test_without_signals_the_page_is_told(guide: Path) -> None:
    (guide / "docs/data/signals.yml").unlink()
    broken = load(guide / "docs/data")
    with pytest.raises(Refusal):
        finder.signal_groups(broken, [])

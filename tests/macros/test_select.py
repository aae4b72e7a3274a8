"""What a page asks of the library, it gets in order, or is told what there is instead."""

# ruff: noqa: RUF001 (formulas are said with a multiplication sign)

from __future__ import annotations

from pathlib import Path

import pytest

from macros import select
from macros.load import Library, load
from macros.problems import Refusal, Unsound


@pytest.fixture
def library(guide: Path) -> Library:
    """The library of the sound guide."""
    return load(guide / "docs/data")


def test_a_record_is_found_by_its_id(library: Library) -> None:
    assert select.by_id(library, "role", "m1").name == "M1"


def test_an_id_that_is_not_there_is_refused_with_a_mend(library: Library) -> None:
    with pytest.raises(Refusal) as caught:
        select.by_id(library, "value", "hastee")
    assert caught.value.what == 'There is no value "hastee".'
    assert caught.value.mend == 'write one of haste, hurry. Did you mean "haste"?'


def test_what_is_broken_or_missed_already_is_refused_as_such(library: Library) -> None:
    library.broken.add("m2")
    library.missing.add("m3")
    for ident in ("m2", "m3"):
        with pytest.raises(Unsound):
            select.by_id(library, "role", ident)


def test_a_question_is_in_the_section_that_its_file_is_named_for(library: Library) -> None:
    assert select.section_of(library, "first-call") == "craft"
    with pytest.raises(Refusal, match='There is no question "last-call"'):
        select.section_of(library, "last-call")


def test_sections_stand_in_the_order_that_they_name_themselves(guide: Path) -> None:
    folder = guide / "docs/data/questions"
    text = (folder / "craft.yml").read_text(encoding="utf-8")
    later = text.replace("first-call", "later-call")
    (folder / "aftermath.yml").write_text(f"order: 7\n{later}", encoding="utf-8")
    (folder / "craft.yml").write_text(f"order: 2\n{text}", encoding="utf-8")
    library = load(guide / "docs/data")
    assert [*select.banks(library)] == ["craft", "aftermath"]
    assert [question.id for question in select.questions(library)] == ["first-call", "later-call"]


def test_a_file_is_found_by_its_name_or_refused(library: Library) -> None:
    assert select.file_of(library, "questions", "craft").title == "Craft"
    with pytest.raises(Refusal, match='There is no file "kraft" in docs/data/questions/'):
        select.file_of(library, "questions", "kraft")


def test_a_kind_without_its_file_is_refused(guide: Path) -> None:
    (guide / "docs/data/notes.yml").unlink()
    with pytest.raises(Refusal, match=r"There are no notes\.\n  Mend: write docs/data/notes\.yml"):
        select.whole(load(guide / "docs/data"), "notes")


def test_the_loops_of_a_role_are_those_that_name_it(library: Library) -> None:
    assert [loop.id for loop in select.loops(library, "m1")] == ["account"]
    with pytest.raises(Refusal, match='There is no role "m9"'):
        select.loops(library, "m9")


def test_figures_are_those_of_a_topic_or_all(library: Library) -> None:
    everything = ["visits", "visit-rate"]
    assert [figure.id for figure in select.figures(library, None)] == everything
    assert [figure.id for figure in select.figures(library, "people")] == everything
    with pytest.raises(Refusal, match='There is no topic "weather"'):
        select.figures(library, "weather")


def test_a_figure_is_said_as_given_or_as_computed(library: Library) -> None:
    given, computed = select.figures(library, None)
    assert select.said(library, given) == "86,400"
    assert select.said(library, computed) == "1 a second"
    with_unit = computed.model_copy(update={"unit": "visits", "per": None})
    assert select.said(library, with_unit) == "1 visits"


def test_a_formula_is_said_with_the_names_of_its_figures(library: Library) -> None:
    given, computed = select.figures(library, None)
    assert select.formula_in_words(library, computed) == "Visits ÷ (24 × 60 × 60)"
    library.ids["figure"]["visits"] = given.model_copy(update={"quantity": "Reads/writes * all"})
    assert select.formula_in_words(library, computed).startswith("Reads/writes * all ÷ (24")


def test_a_formula_that_names_nothing_is_said_as_it_is_written(library: Library) -> None:
    _, computed = select.figures(library, None)
    wrong = computed.model_copy(update={"formula": "{nothing} / 2"})
    assert select.formula_in_words(library, wrong) == "{nothing} ÷ 2"


@pytest.mark.parametrize("what", [*select.COUNTED, "sections"])
def test_everything_that_is_counted_is_there(library: Library, what: str) -> None:
    assert select.count(library, what) > 0


def test_what_is_not_counted_is_refused(library: Library) -> None:
    with pytest.raises(Refusal, match='"zebras" is not counted'):
        select.count(library, "zebras")

"""YAML is read with the place of every part, without guessing, and never with a stack trace."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.parse import parse, parse_text
from macros.parsed import Unreadable

TEXT = """\
# A comment
- id: craft
  text: >-
    Folded
    text
  list: [one, 'two']
- id: care
"""


def test_values_are_what_yaml_makes_of_them() -> None:
    assert parse_text(TEXT, "x.yml").value == [
        {"id": "craft", "text": "Folded text", "list": ["one", "two"]},
        {"id": "care"},
    ]


@pytest.mark.parametrize(
    ("trail", "place"),
    [
        ((), "x.yml:2:1"),
        ((0,), "x.yml:2:3"),
        ((0, "text"), "x.yml:3:9"),
        ((0, "list", 1), "x.yml:6:15"),
        ((1, "id"), "x.yml:7:7"),
        ((1, "text"), "x.yml:7:3"),  # is not there: the record that lacks it
        ((5, "text"), "x.yml:2:1"),
    ],
)
def test_every_value_has_its_place(trail: tuple[str | int, ...], place: str) -> None:
    assert str(parse_text(TEXT, "x.yml").place(trail)) == place


def test_a_key_has_a_place_of_its_own() -> None:
    assert str(parse_text(TEXT, "x.yml").place((0, "list"), key=True)) == "x.yml:6:3"


def test_a_scalar_is_known_as_it_is_written() -> None:
    parsed = parse_text("a: 1.0\nb: 'it''s'\nc: [1]", "x.yml")
    assert [parsed.written((key,)) for key in "abcd"] == ["1.0", "it's", "", ""]


def test_the_surprises_of_yaml_stay_what_yaml_makes_of_them() -> None:
    text = "[no, on, 1.0, 0o7, 1_000, 12:30, 2026-11-22, ~, null, .inf]"
    *values, endless = parse_text(text, "x.yml").value
    day = datetime.date(2026, 11, 22)
    assert values == [False, True, 1.0, "0o7", 1000, 750, day, None, None]
    assert endless == float("inf")


@pytest.mark.parametrize("written", ["2026-02-30", "!sign x", "!!int x", "=", "0x_", "9" * 5000])
def test_a_value_that_yaml_cannot_read_takes_nothing_else_with_it(written: str) -> None:
    parsed = parse_text(f"a: {written}\nb: sound\n", "x.yml")
    assert parsed.value == {"a": Unreadable(written[:40]), "b": "sound"}
    assert parsed.problems == []


def test_of_two_values_under_one_key_the_first_counts() -> None:
    parsed = parse_text("a: one\nb: two\na: three\n", "x.yml")
    assert parsed.value == {"a": "one", "b": "two"}
    assert [str(problem.where) for problem in parsed.problems] == ["x.yml:3:1"]


def test_line_ends_of_every_system_count_alike() -> None:
    unix = parse_text("a: one\nb:\n  - two\n", "x.yml")
    windows = parse_text("a: one\r\nb:\r\n  - two\r\n", "x.yml")
    assert windows.value == unix.value
    assert windows.place(("b", 0)) == unix.place(("b", 0))


def test_entries_that_are_dropped_move_those_after_them_up() -> None:
    parsed = parse_text("list:\n  - id: a\n  - id: b\n  - id: c\n  - id: d\n", "x.yml")
    parsed.drop({("list", 0), ("list", 2)})
    assert parsed.written(("list", 0, "id")) == "b"
    assert str(parsed.place(("list", 1, "id"))) == "x.yml:5:9"
    assert str(parsed.place(("list", 1, "id"), key=True)) == "x.yml:5:5"
    assert ("list", 2) not in parsed.nodes


def test_characters_in_a_long_text_have_a_place_of_their_own() -> None:
    parsed = parse_text("a: b\nb: >-\n  one b\n  two b\n", "x.yml")
    assert str(parsed.spot(("b",), "two")) == "x.yml:4:3"
    assert str(parsed.spot(("b",), "three")) == "x.yml:2:4"


@pytest.mark.parametrize("text", ["[" * 3_000, "[" * 3_000 + "]" * 3_000, "- " * 3_000 + "x"])
def test_nesting_without_end_is_told_in_a_sentence(text: str) -> None:
    assert len(parse_text(text, "x.yml").problems) == 1


@given(st.text(st.sampled_from("ab1:-[]{}#&*!|>'\"%@`?,.~=< \n\t\ufeff\x00\x85é"), max_size=60))
@example("&a [*a]")
@example("? [a]\n: {b: c}")
@example("<<: {a: b}")
@example("a: !!binary x")
@example("a: b\x00")
def test_no_text_breaks_the_parser(text: str) -> None:
    parsed = parse_text(text, "x.yml")
    for problem in parsed.problems:
        assert problem.what.endswith(".")
        assert problem.mend
        assert 1 <= problem.where.line <= text.count("\n") + text.count("\x85") + 2


def test_an_empty_file_is_a_problem_and_an_empty_text_is_none(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("# nothing\n", encoding="utf-8")
    assert [problem.what for problem in parse(tmp_path / "x.yml", "x.yml").problems] == [
        "is empty."
    ]
    assert parse_text("", "x.yml").problems == []

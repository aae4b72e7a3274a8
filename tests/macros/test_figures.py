"""Formulas are computed, or refused in words; large numbers are said as one would say them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.figures import FormulaError, amount, in_words
from macros.model import Figure

WORDS = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18}


def figure(ident: str, formula: str | None = None, given: float | None = None) -> Figure:
    """A figure with a formula, or with an amount."""
    value = None if formula else str(given)
    return Figure(
        id=ident, topic="people", quantity=ident, as_of="2026", value=value, amount=given,
        formula=formula, sources=() if formula else ("letter",),
    )  # fmt: skip


def computed(formula: str, **given: float) -> float:
    """What a formula comes to, beside figures of these amounts."""
    figures = {name: figure(name, given=number) for name, number in given.items()}
    asked = figure("asked", formula)
    return amount(asked, figures | {"asked": asked})


@pytest.mark.parametrize(
    ("formula", "number"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-2 + 5", 3),
        ("{visits} / 86400", 2),
        ("{visits} * {share} - 1", 43199),
        ("  1 + 1 ", 2),
        ("2 ** 3", None),
        ("7 // 2", None),
        ("7 % 2", None),
        ("+7", None),
        ("True + 1", None),
        ("'a' * 3", None),
        ("1j", None),
        ("visits", None),
        ("abs(1)", None),
        ("[1][0]", None),
        ("1, 2", None),
        ("1 if 1 else 2", None),
        ("{}", None),
        ("(" * 500 + "1" + ")" * 500, None),
        ("1" + "+1" * 20_000, None),
        ("1e999", None),
        ("1 / 0", None),
    ],
    ids=lambda part: str(part)[:20],
)
def test_a_formula_is_arithmetic_or_refused(formula: str, number: float | None) -> None:
    if number is None:
        with pytest.raises(FormulaError):
            computed(formula, visits=172_800, share=0.25)
    else:
        assert computed(formula, visits=172_800, share=0.25) == number


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15))
def test_amounts_of_any_size_and_sign_go_into_formulas(one: float, two: float) -> None:
    assert computed("{one} - {two}", one=one, two=two) == one - two


def test_the_figure_at_fault_is_named_however_deep_it_lies() -> None:
    figures = {
        "top": figure("top", "{middle} * 2"),
        "middle": figure("middle", "{bottom} * 2"),
        "bottom": figure("bottom", "{nothing} * 2"),
    }
    with pytest.raises(FormulaError) as caught:
        amount(figures["top"], figures)
    assert caught.value.figure is figures["bottom"]


@pytest.mark.parametrize(
    ("number", "digits", "words"),
    [
        (1_157_407.4, 3, "1.16 million"),
        (999_999, 2, "1 million"),
        (999_999_999, 3, "1 billion"),
        (3.58e9, 3, "3.58 billion"),
        (2e18, 1, "2 quintillion"),
        (86_400, 3, "86,400"),
        (12_345, 2, "12,000"),
        (0.0000123, 2, "0.000012"),
        (0.5, 1, "0.5"),
        (0, 2, "0"),
    ],
)
def test_a_number_is_said_with_as_many_digits_as_count(
    number: float, digits: int, words: str
) -> None:
    assert in_words(number, digits) == words


@given(st.floats(1e-6, 1e20), st.integers(1, 4))
def test_what_is_said_is_the_number_rounded(number: float, digits: int) -> None:
    said = in_words(number, digits)
    figures, _, scale = said.partition(" ")
    assert re.fullmatch(r"\d{1,3}(,\d{3})*(\.\d+)?", figures), said
    value = float(figures.replace(",", "")) * WORDS.get(scale, 1)
    assert value == pytest.approx(number, rel=0.5 * 10 ** (1 - digits) + 1e-9)
    assert len(figures.replace(",", "").replace(".", "").strip("0")) <= digits


@given(st.floats(1e6, 1e20), st.integers(1, 4))
def test_no_large_number_is_said_in_thousands_of_a_scale(number: float, digits: int) -> None:
    figures, _, scale = in_words(number, digits).partition(" ")
    assert scale in WORDS
    assert 1 <= float(figures.replace(",", "")) < 1000

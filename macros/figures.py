"""Figures that are computed from other figures, and how large numbers are said."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from macros.model import Figure
from macros.problems import did_you_mean

BRACED = re.compile(r"\{([^{}]*)\}")
_OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_SCALES = ((1e18, "quintillion"), (1e15, "quadrillion"), (1e12, "trillion"), (1e9, "billion"))
_MILLION = 1e6


class FormulaError(ValueError):
    """The formula of a figure cannot be computed: of which, what is wrong, the mend."""

    def __init__(self, figure: Figure, what: str, mend: str) -> None:
        super().__init__(f'figure "{figure.id}": the formula {what}.')
        self.figure = figure
        self.mend = mend


def amount(figure: Figure, figures: Mapping[str, Any], above: tuple[str, ...] = ()) -> float:
    """The number of a figure, in its unit and per its period: as given, or by its formula.

    Raises FormulaError, for the figure whose formula is at fault, when that is not arithmetic,
    names a figure without a number, or comes round to itself.
    """
    if figure.amount is not None:
        return figure.amount
    if figure.id in above:
        raise FormulaError(figure, "comes round to itself", "compute it from cited figures.")

    def named(match: re.Match[str]) -> str:
        if (other := figures.get(match[1])) is None:
            mend = did_you_mean(match[1], figures)
            raise FormulaError(figure, f'names no figure "{match[1]}"', mend)
        if other.amount is None and other.formula is None:
            what = f'names the figure "{match[1]}", which has no amount'
            raise FormulaError(figure, what, "give that one an amount.")
        return f"({amount(other, figures, (*above, figure.id))!r})"

    try:
        number = _computed(
            ast.parse(BRACED.sub(named, figure.formula or "").strip(), mode="eval").body
        )
    except (SyntaxError, TypeError, RecursionError, OverflowError):
        mend = "use numbers, figures like {visits}, + - * / and brackets."
        raise FormulaError(figure, "is no arithmetic", mend) from None
    except ZeroDivisionError:
        raise FormulaError(figure, "divides by zero", "look at the figures it names.") from None
    if not math.isfinite(number):
        raise FormulaError(figure, "comes to no number", "look at the figures it names.")
    return number


def _computed(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_computed(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_computed(node.left), _computed(node.right))
    raise TypeError


def in_words(number: float, digits: int) -> str:
    """A number as one would say it: 1157407.4 at 3 digits → "1.16 million"."""
    for scale, word in _SCALES:
        if _rounded(number, digits) >= scale:
            return f"{_plain(number / scale, digits)} {word}"
    if _rounded(number, digits) >= _MILLION:
        return f"{_plain(number / _MILLION, digits)} million"
    return _plain(number, digits)


def _rounded(number: float, digits: int) -> float:
    return float(f"{number:.{digits}g}")


def _plain(number: float, digits: int) -> str:
    rounded = _rounded(number, digits)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{Decimal(repr(rounded)):,f}"

"""Figures that are computed from other figures, and how large numbers are said."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
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
    """A formula that cannot be computed; the message is `what|mend`."""


def amount(figure: Figure, figures: Mapping[str, Any], above: tuple[str, ...] = ()) -> float:
    """The number of a figure, in its unit and per its period: as given, or by its formula.

    Raises FormulaError when the formula is not arithmetic, names a figure without a number, or
    comes round to itself.
    """
    if figure.formula is None:
        if figure.amount is None:
            raise FormulaError(f'figure "{figure.id}" has no amount|give it one')
        return float(figure.amount)
    if figure.id in above:
        raise FormulaError("comes round to itself|compute it from cited figures")

    def named(match: re.Match[str]) -> str:
        if (other := figures.get(match[1])) is None:
            raise FormulaError(
                f'names no figure "{match[1]}"|{did_you_mean(match[1], figures)[:-1]}'
            )
        return repr(amount(other, figures, (*above, figure.id)))

    expression = BRACED.sub(named, figure.formula)
    try:
        return _computed(ast.parse(expression, mode="eval").body)
    except (SyntaxError, TypeError):
        raise FormulaError("is no arithmetic|use numbers, {ids}, + - * / and brackets") from None
    except ZeroDivisionError:
        raise FormulaError("divides by zero|look at the figures it names") from None


def _computed(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
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
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,g}"

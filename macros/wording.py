"""How each type of error that pydantic finds is said: what it is, and the mend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.parsed import Unreadable
from macros.patterns import PATTERNS
from macros.problems import did_you_mean

_EMPTY = PATTERNS[r"\S"]


@dataclass(frozen=True)
class Wrong:
    """A value that is wrong: as YAML reads it, as it is written, and what pydantic says of it."""

    value: Any
    written: str
    context: dict[str, Any]
    message: str


Said = tuple[str, str]


def unforeseen(wrong: Wrong) -> Said:
    """What is said of a type of error that is not in the table."""
    said = wrong.message[:1].lower() + wrong.message[1:]
    return f"is not right: {said}", "compare it with the entries beside it."


def _text(wrong: Wrong) -> Said:
    if wrong.value is None:
        return _EMPTY
    if isinstance(wrong.value, dict) and len(wrong.value) == 1:
        what = f'is no text: YAML takes "{next(iter(wrong.value))}" before the colon for a key'
        return what, "put the whole text in quotes."
    if isinstance(wrong.value, list | dict):
        return "is no text", "write one text; quote it if it starts with [ or {."
    if isinstance(wrong.value, Unreadable):
        return f"is {wrong.value.source}, which YAML cannot read", "put it in quotes."
    kinds = {bool: "a truth value", int: "a number", float: "a number"}
    kind = kinds.get(type(wrong.value), "a date")
    what = f"is {wrong.written}, which YAML reads as {kind}, not as text"
    return what, f'put it in quotes: "{wrong.written}".'


def _pattern(wrong: Wrong) -> Said:
    what, mend = PATTERNS[wrong.context["pattern"]]
    return what.format(written=wrong.written), mend


def _list(wrong: Wrong) -> Said:
    if wrong.value is None:
        return "is empty", "write a list, one `- ` line for each entry."
    if isinstance(wrong.value, dict):
        return "is no list", "begin each entry with `- `."
    return "is no list", f"write it as a list: [{wrong.written}]."


def _lines(_: Wrong) -> Said:
    return "is no mapping", "write `key: value` lines under it."


def _scalar(name: str, mend: str) -> Callable[[Wrong], Said]:
    """How a value is told that is no number, or no truth value."""

    def said(wrong: Wrong) -> Said:
        if wrong.value is None:
            return "is empty", mend
        if isinstance(wrong.value, list | dict):
            return f"is no {name}", mend
        return f'is "{wrong.written}", no {name}', mend

    return said


def _choice(wrong: Wrong) -> Said:
    known = [
        name.strip("'") for name in wrong.context["expected"].replace(" or ", ", ").split(", ")
    ]
    mend = did_you_mean(wrong.written, known)
    if wrong.value is None:
        return "is empty", mend
    return (f'is "{wrong.written}"' if wrong.written else "is no text"), mend


def _length(bound: str, mend: str) -> Callable[[Wrong], Said]:
    def said(wrong: Wrong) -> Said:
        count = wrong.context["actual_length"]
        entries = "no entry" if not count else "1 entry" if count == 1 else f"{count} entries"
        return f"has {entries}", mend.format(wrong.context[bound])

    return said


def _bound(bound: str, mend: str) -> Callable[[Wrong], Said]:
    return lambda wrong: (f"is {wrong.written}", mend.format(wrong.context[bound]))


def _ours(wrong: Wrong) -> Said:
    """Our own validators say `what|mend`."""
    what, _, mend = str(wrong.context["error"]).partition("|")
    return what, f"{mend}."


_DIGITS = "write digits only, without quotes or commas."

# "missing" and "extra_forbidden" are told of the record, in messages.py.
SAID: dict[str, Callable[[Wrong], Said]] = {
    "bool_type": _scalar("truth value", "write true or false, without quotes."),
    "dict_type": _lines,
    "finite_number": _scalar("number to count with", _DIGITS),
    "float_type": _scalar("number", _DIGITS),
    "greater_than_equal": _bound("ge", "write a number of at least {}."),
    "int_type": _scalar("whole number", _DIGITS),
    "less_than_equal": _bound("le", "write a number of at most {}."),
    "literal_error": _choice,
    "model_type": _lines,
    "string_pattern_mismatch": _pattern,
    "string_type": _text,
    "too_long": _length("max_length", "keep at most {}."),
    "too_short": _length("min_length", "write at least {}."),
    "tuple_type": _list,
    "value_error": _ours,
}

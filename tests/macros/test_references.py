"""A walk over a record meets every record inside it, and every id by which it names another."""

from __future__ import annotations

from typing import Any

from macros.fields import Many, Markdown, Maybe, PerRole, Plain, Record, RoleId, SourceId
from macros.references import walk


class Leaf(Record):
    """A part with a source of its own."""

    name: Plain
    source: SourceId


class Branch(Record):
    """A record with parts of every shape."""

    text: Markdown
    leaf: Leaf
    spare: Leaf | None = None
    leaves: Maybe[Leaf] = ()
    roles: Many[RoleId]
    bars: PerRole
    other: RoleId | None = None


BRANCH = Branch.model_validate(
    {
        "text": "m1",
        "leaf": {"name": "a", "source": "letter"},
        "leaves": [{"name": "b", "source": "card"}],
        "roles": ["m1", "m2"],
        "bars": {"m1": "Good."},
    }
)


def met(value: Any, annotation: Any) -> list[tuple[Any, ...]]:
    """What a walk meets: the trail, and the kind and id of a reference."""
    return [
        (trail, found.kind, what) if found else (trail, type(what).__name__)
        for trail, what, found in walk(value, annotation)
    ]


def test_records_and_references_are_met_outermost_first() -> None:
    assert met(BRANCH, Branch) == [
        ((), "Branch"),
        (("leaf",), "Leaf"),
        (("leaf", "source"), "source", "letter"),
        (("leaves", 0), "Leaf"),
        (("leaves", 0, "source"), "source", "card"),
        (("roles", 0), "role", "m1"),
        (("roles", 1), "role", "m2"),
        (("bars", "m1"), "role", "m1"),
    ]


def test_what_may_be_left_out_is_met_when_it_is_there() -> None:
    spare = BRANCH.model_copy(update={"spare": BRANCH.leaf, "other": "m3"})
    assert (("spare", "source"), "source", "letter") in met(spare, Branch)
    assert (("other",), "role", "m3") in met(spare, Branch)


def test_lists_of_records_are_walked_with_their_places() -> None:
    trails = [trail for trail, *_ in met((BRANCH, BRANCH), tuple[Branch, ...])]
    assert trails[0] == (0,)
    assert (1, "leaves", 0, "source") in trails


def test_plain_values_hold_nothing_to_meet() -> None:
    assert met("m1", str) == []
    assert met(("a", "b"), Many[Plain]) == []

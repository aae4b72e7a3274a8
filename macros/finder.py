"""What the question finder looks through: texts, ids and facets of the bank, as columns of JSON."""

from __future__ import annotations

import json
import string
from collections import Counter
from dataclasses import dataclass
from typing import Any

from macros import select
from macros.load import Library

# Where the build puts it, from the site's root.
INDEX = "questions/index.json"

# A question's choices of a facet are letters in a row: "ac" has the first and the third.
_LETTERS = string.ascii_letters + string.digits

# Facet → the field of a question that has its choices. A section is no field: it is a file.
_FIELDS = {"role": "roles", "round": "rounds", "signal": "signals", "value": "values"}


@dataclass(frozen=True)
class Choice:
    """A choice of a facet that at least one question has, and how many have it."""

    ident: str
    name: str
    count: int


Facets = dict[str, list[Choice]]


def facets(library: Library) -> Facets:
    """The choices of each facet, in the order of the data."""
    banks = select.banks(library).items()
    found: Facets = {}
    for facet, field in _FIELDS.items():
        counts = Counter(i for each in select.questions(library) for i in getattr(each, field))
        records: dict[str, Any] = library.ids[facet]
        found[facet] = [Choice(i, r.name, counts[i]) for i, r in records.items() if counts[i]]
    found["section"] = [Choice(stem, bank.title, len(bank.questions)) for stem, bank in banks]
    return found


def signal_groups(library: Library, choices: list[Choice]) -> dict[str, list[Choice]]:
    """The choices among signals by the name of the group that they belong to."""
    groups = {
        group.name: [c for c in choices if c.ident in {signal.id for signal in group.signals}]
        for group in select.whole(library, "signals")
    }
    return {name: within for name, within in groups.items() if within}


def index(library: Library) -> str:
    """The columns as JSON. Raises ValueError if a facet has more choices than there are letters."""
    questions = select.questions(library)
    found = facets(library)
    columns: dict[str, Any] = {
        "ids": [question.id for question in questions],
        "texts": [question.text for question in questions],
        "sections": [each.count for each in found["section"]],
        "names": {facet: [[c.ident, c.name] for c in choices] for facet, choices in found.items()},
    }
    for facet, field in _FIELDS.items():
        letter = dict(zip((c.ident for c in found[facet]), _LETTERS, strict=False))
        if len(letter) < len(found[facet]):
            raise ValueError(f"A {facet} has more choices than {len(_LETTERS)}.")
        # While data is broken, a question may name what is not there.
        rows = ("".join(letter.get(i, "") for i in getattr(q, field)) for q in questions)
        columns[facet] = " ".join(rows)
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))

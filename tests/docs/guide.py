"""The source guide's own items, as guide-items.yml transcribes them, and how a text is compared."""

# ruff: noqa: RUF001 (typeset quotes and dashes are what this makes straight)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import yaml

_ITEMS = Path(__file__).with_name("guide-items.yml")
# Typography is the site's own: typeset quotes and dashes are as good as those that are typed.
_STRAIGHT = str.maketrans("‘’“”‐‑–—", "''\"\"----")


def straight(text: str) -> str:
    """A text in one line, with straight quotes and plain hyphens."""
    return " ".join(text.translate(_STRAIGHT).split())


@dataclass(frozen=True)
class Group:
    """Items of the guide that stand on one page. An item has one part or several."""

    page: str
    about: str
    headings: tuple[str, ...]
    items: tuple[tuple[str, ...], ...]

    def missing(self, text: str) -> Iterator[str]:
        """The items and headings that a page's text does not hold."""
        text = straight(text)
        for heading in self.headings:
            if heading.casefold() not in text.casefold():
                yield heading
        for item in self.items:
            if not any(_in_a_row(order, text) for order in permutations(item)):
                yield " | ".join(item)


def _in_a_row(parts: tuple[str, ...], text: str) -> bool:
    # Whole: "5-6 rounds" is not held by "15-6 rounds", nor "30%" by "130%".
    row = r"\W{0,3}".join(re.escape(part) for part in parts)
    return re.search(rf"(?<!\w){row}(?!\w)", text) is not None


def groups() -> list[Group]:
    """All items, in the order of the guide."""
    return [
        Group(
            page=group["page"],
            about=group["about"],
            headings=tuple(straight(heading) for heading in group.get("headings", ())),
            items=tuple(
                tuple(straight(part) for part in (item if isinstance(item, list) else [item]))
                for item in group["items"]
            ),
        )
        for group in yaml.safe_load(_ITEMS.read_text(encoding="utf-8"))
    ]


def parts() -> list[str]:
    """Every heading and every part of an item, the longest first."""
    found = {part for group in groups() for item in (group.headings, *group.items) for part in item}
    return sorted(found, key=len, reverse=True)

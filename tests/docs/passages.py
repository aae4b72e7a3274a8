"""Every text that this site says in its own words: on its pages, and in its data."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.fields import Record
from macros.kinds import KINDS
from macros.load import Library
from macros.naming import noun
from macros.pages import Page
from macros.references import walk
from tests.docs.guide import parts

# What a source says of itself is not ours.
_OTHERS = {"Source": ("title", "author", "account_of")}
_CALL = re.compile(r"\{\{.*?\}\}")
_TARGET = re.compile(r"\]\([^)]*\)")
_RULE = re.compile(r"^[ |:-]+$")
_ADMONITION = re.compile(r"^\s*(!!!|\?\?\?\+?) ")
# Single words are not the guide's alone.
_PARTS = [part for part in parts() if " " in part]


@dataclass(frozen=True)
class Passage:
    """A text, where it stands, and whether it is plain: shown as it is typed."""

    where: str
    text: str
    plain: bool = False

    @property
    def ours(self) -> str:
        """The text in one line, without the items of the guide that it holds."""
        text = " ".join(self.text.split())
        for part in _PARTS:
            text = text.replace(part, "…")
        return text


def of_page(page: Page) -> Iterator[Passage]:
    """The prose of a page, line by line, without code, macro calls and the targets of links."""
    for number, line in enumerate(page.prose.splitlines(), 1):
        text = _TARGET.sub("]", _CALL.sub("", _ADMONITION.sub("", line)))
        if text.strip() and not _RULE.match(text):
            yield Passage(f"{page.file}:{number}", text)


def of_data(library: Library) -> Iterator[Passage]:
    """Every text of the data that readers see, with the place of the record that holds it."""
    for kind in (each for each in KINDS if each.stem not in ("permalinks", "style")):
        for stem, value in library.of(kind.stem).items():
            where = f"docs/data/{kind.pattern.replace('*', stem)}"
            for _, met, reference in walk(value, kind.holds):
                if isinstance(met, Record) and reference is None:
                    # A record without an id belongs to the one before it that has one.
                    ident = getattr(met, "id", "")
                    where = str(library.places.get((noun(type(met)), ident), where))
                    yield from _of_record(met, where)


def _of_record(record: Record, where: str) -> Iterator[Passage]:
    others = _OTHERS.get(type(record).__name__, ())
    for name, hint in typing.get_type_hints(type(record), include_extras=True).items():
        if name in type(record).model_fields and name not in others:
            plain = "IsMarkdown" not in str(hint)
            for text in _texts(getattr(record, name)):
                yield Passage(f"{where} {name}", text, plain)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a field: ids, days and addresses have no space, and are none."""
    if isinstance(value, str) and " " in value:
        yield value
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)

"""What two builds of one guide have in common, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.hooks import sealed
from tests.site.document import Document, read

_COMPONENT = re.compile(r"loop-[a-z]+(?:-[a-z]+)*$")


@dataclass(frozen=True)
class Difference:
    """Something of a page that one build has and the other has not, or that its policy blocks."""

    page: str
    kind: str
    what: str


def differences(today: Path, tomorrow: Path) -> Iterator[Difference]:
    """Whatever differs in pages, then in titles, anchors, words and components; then the policy."""
    pages, others = _pages(today), _pages(tomorrow)
    for page in sorted(pages | others):
        if page not in others:
            yield Difference(page, "page", "is not built")
        elif page not in pages:
            yield Difference(page, "page", "is built by Zensical alone")
        else:
            yield from _within(page, today / page, tomorrow / page)


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _within(page: str, first: Path, second: Path) -> Iterator[Difference]:
    ours, theirs = read(first), read(second)
    if ours.title.strip() != theirs.title.strip():
        yield Difference(page, "title", f"{ours.title.strip()!r} is {theirs.title.strip()!r}")
    for ident in sorted(_anchors(ours) - _anchors(theirs)):
        yield Difference(page, "anchor", f"#{ident} is not there")
    if ours.text != theirs.text:
        yield Difference(page, "words", _parting(ours.text, theirs.text))
    shown, other = _components(ours), _components(theirs)
    for name in sorted(shown.keys() | other.keys()):
        if shown[name] != other[name]:
            yield Difference(page, "component", f"{name}: {shown[name]} became {other[name]}")
    for problem in sealed(second.read_text(encoding="utf-8")):
        yield Difference(page, "policy", problem.splitlines()[0])


def _anchors(document: Document) -> set[str]:
    return {ident for ident in document.ids if not ident.startswith("__")}


def _components(document: Document) -> Counter[str]:
    """How often each component stands on a page: its blocks by their class."""
    classes = (attributes.get("class") or "" for _, attributes in document.tags)
    return Counter(name for each in classes for name in each.split() if _COMPONENT.match(name))


def _parting(ours: str, theirs: str) -> str:
    """Where two texts part, with a few words of each."""
    at = next(
        (place for place, pair in enumerate(zip(ours, theirs, strict=False)) if len({*pair}) > 1),
        min(len(ours), len(theirs)),
    )
    start = max(at - 20, 0)
    return f"“{ours[start : at + 40]}” is “{theirs[start : at + 40]}”"

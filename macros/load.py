"""docs/data → a Library of facts, with every problem found on the way.

Nothing here raises for what a file holds: what is sound is loaded, what is not is a Problem.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from macros.fields import Record
from macros.kinds import KINDS, Kind
from macros.memory import collecting_nothing
from macros.naming import named, noun
from macros.parse import parse
from macros.parsed import Parsed
from macros.problems import Place, Problem, did_you_mean
from macros.references import walk
from macros.validate import validate


@dataclass
class Library:
    """All facts. `files` maps a kind to its files' values; `ids` a noun to its records by id.

    `broken` has the ids, and the stems of files, of what a problem keeps out; `missing` the ids
    that facts refer to in vain; `checked` each day of a check, its place and what was checked.
    """

    files: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    ids: dict[str, dict[str, Record]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    checked: list[tuple[Place, str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def one(self, stem: str) -> Any:
        """The value of a kind that is a single file; an empty tuple when it could not be read."""
        return self.files[stem].get(stem, ())

    def of(self, stem: str) -> dict[str, Any]:
        """The values of a kind that is a folder, by file stem, in the order of their names."""
        return self.files[stem]


# The ids of a file that cannot be read: references to them are no problems of their own.
_ID = re.compile(r"""^[\s-]*id:\s*["']?([\w.-]+)""", re.MULTILINE)

_UNREAD = "give it the name of a file that is read"

_cache: dict[Path, tuple[tuple[Any, ...], Library]] = {}


@collecting_nothing()
def load(data: Path, shown_as: str = "docs/data") -> Library:
    """The library of a folder; kept until a file of it changes. `shown_as` names it in messages."""
    found = (path for path in data.rglob("*") if path.suffix.lower() in (".yml", ".yaml"))
    files = sorted(path for path in found if path.is_file())
    state = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    if data in _cache and _cache[data][0] == state:
        return _cache[data][1]
    library = Library()
    read: list[tuple[Kind, Any, Callable[[], Parsed]]] = []
    for path in files:
        name = path.relative_to(data).as_posix()
        kind = next((k for k in KINDS if k.reads(name)), None)
        parsed = parse(path, f"{shown_as}/{name}")
        if kind is None:
            known = [k.pattern.replace("*", path.stem) for k in KINDS]
            what, mend = "is read by nothing.", did_you_mean(name, known, _UNREAD)
            library.problems.append(Problem(Place(f"{shown_as}/{name}"), what, mend))
        else:
            library.problems += parsed.problems
        if kind is None or parsed.value is None:
            library.broken |= {path.stem, *_ID.findall(parsed.text)}
            continue
        value, broken = validate(kind, parsed, library.problems)
        library.broken |= broken
        if value is not None:
            library.files[kind.stem][path.stem] = value
            _collect_ids(kind, parsed, value, library)
            read.append((kind, value, _kept(parsed) if broken else _again(path, parsed.file)))
    for kind, value, places in read:
        _follow_references(kind, value, places, library)
    library.problems.sort()
    _cache[data] = (state, library)
    return library


def _kept(parsed: Parsed) -> Callable[[], Parsed]:
    return lambda: parsed


def _again(path: Path, name: str) -> Callable[[], Parsed]:
    """The way back to the places of a sound file, for a reference that leads nowhere.

    Places take ten times the memory of values, and hardly ever does anyone ask for them twice.
    """
    return cache(lambda: parse(path, name))


def _collect_ids(kind: Kind, parsed: Parsed, value: Any, library: Library) -> None:
    for trail, met, _ in walk(value, kind.holds):
        if not isinstance(met, Record):
            continue
        if hasattr(met, "checked"):
            name = f'{noun(type(met))} "{met.id}"' if hasattr(met, "id") else "the file"
            place = parsed.place((*trail, "checked"))
            library.checked.append((place, name, str(met.checked)))
        if not hasattr(met, "id"):
            continue
        of, ident = noun(type(met)), str(met.id)
        place = parsed.place((*trail, "id"))
        if (of, ident) in library.places:
            what = f'{of} "{ident}" stands at {library.places[of, ident]} already.'
            library.problems.append(Problem(place, what, "give one of the two another id."))
        else:
            library.ids[of][ident] = met
            library.places[of, ident] = place


def _follow_references(
    kind: Kind, value: Any, places: Callable[[], Parsed], library: Library
) -> None:
    for trail, met, reference in walk(value, kind.holds):
        if reference is None:
            continue
        if reference.kind == "source":
            library.cited.add(str(met))
        if met not in library.ids[reference.kind] and met not in library.broken:
            library.missing.add(str(met))
            parsed = places()
            owner, _ = named(kind.holds, trail, parsed)
            mend = did_you_mean(str(met), library.ids[reference.kind])
            what = f'{owner}: there is no {reference.kind} "{met}".'
            place = parsed.place(trail, key=parsed.written(trail) != met)
            library.problems.append(Problem(place, what, mend))

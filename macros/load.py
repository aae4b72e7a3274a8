"""docs/data → a Library of facts, with every problem found on the way.

Nothing here raises for what a file holds: what is sound is loaded, what is not is a Problem.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.fields import Record
from macros.kinds import KINDS, Kind
from macros.messages import explain, noun
from macros.parse import Parsed, parse
from macros.problems import Place, Problem, did_you_mean
from macros.references import walk


@dataclass
class Library:
    """All facts. `files` maps a kind to its files' values; `ids` a noun to its records by id."""

    files: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    ids: dict[str, dict[str, Record]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def one(self, stem: str) -> Any:
        """The value of a kind that is a single file; an empty tuple when it could not be read."""
        return self.files[stem].get(stem, ())

    def of(self, stem: str) -> dict[str, Any]:
        """The values of a kind that is a folder, by file stem, in the order of their names."""
        return self.files[stem]


_ADAPTERS = {kind.stem: TypeAdapter(kind.holds) for kind in KINDS}
_cache: dict[Path, tuple[tuple[Any, ...], Library]] = {}


def load(data: Path, shown_as: str = "docs/data") -> Library:
    """The library of a folder; kept until a file of it changes. `shown_as` names it in messages."""
    files = sorted(path for path in data.rglob("*") if path.suffix in (".yml", ".yaml"))
    state = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    if data in _cache and _cache[data][0] == state:
        return _cache[data][1]
    library = Library()
    parsed_files: list[tuple[Kind, Parsed, Any]] = []
    for path in files:
        name = path.relative_to(data).as_posix()
        kind = next((k for k in KINDS if Path(name).match(k.pattern)), None)
        if kind is None:
            known = [k.pattern.replace("*", path.stem) for k in KINDS]
            what, mend = "is read by nothing.", did_you_mean(name, known)
            library.problems.append(Problem(Place(f"{shown_as}/{name}"), what, mend))
            continue
        parsed = parse(path, f"{shown_as}/{name}")
        library.problems += parsed.problems
        if parsed.value is None:
            continue
        if (value := _validated(kind, parsed, library.problems)) is not None:
            library.files[kind.stem][path.stem] = value
            parsed_files.append((kind, parsed, value))
    for kind, parsed, value in parsed_files:
        _collect_ids(kind, parsed, value, library)
    for kind, parsed, value in parsed_files:
        _follow_references(kind, parsed, value, library)
    library.problems.sort()
    _cache[data] = (state, library)
    return library


def _validated(kind: Kind, parsed: Parsed, problems: list[Problem]) -> Any:
    """The file's value as models, or None; a list keeps its sound entries."""
    adapter = _ADAPTERS[kind.stem]
    try:
        return adapter.validate_python(_tuples(kind, parsed.value))
    except ValidationError as error:
        broken = {entry["loc"][0] for entry in error.errors() if entry["loc"]}
        problems += [explain(entry, parsed, kind.holds, ()) for entry in error.errors()]
    if isinstance(parsed.value, list):
        sound = tuple(item for i, item in enumerate(parsed.value) if i not in broken)
        return adapter.validate_python(sound)
    return None


def _tuples(kind: Kind, value: Any) -> Any:
    whole_is_a_list = not isinstance(kind.holds, type)
    return tuple(value) if whole_is_a_list and isinstance(value, list) else value


def _collect_ids(kind: Kind, parsed: Parsed, value: Any, library: Library) -> None:
    for trail, met, _ in walk(value, kind.holds):
        if not isinstance(met, Record) or not hasattr(met, "id"):
            continue
        of, ident = noun(type(met)), str(met.id)
        place = parsed.place((*trail, "id"))
        if (of, ident) in library.places:
            what = f'{of} "{ident}" stands at {library.places[of, ident]} already.'
            library.problems.append(Problem(place, what, "give one of the two another id."))
        else:
            library.ids[of][ident] = met
            library.places[of, ident] = place


def _follow_references(kind: Kind, parsed: Parsed, value: Any, library: Library) -> None:
    owner = ""
    for trail, met, reference in walk(value, kind.holds):
        if reference is None:
            if hasattr(met, "id"):
                owner = f'{noun(type(met))} "{met.id}": '
            continue
        if reference.kind == "source":
            library.cited.add(str(met))
        if met not in library.ids[reference.kind]:
            mend = did_you_mean(str(met), library.ids[reference.kind])
            what = f'{owner}there is no {reference.kind} "{met}".'
            library.problems.append(Problem(parsed.place(trail), what, mend))

"""Whether the questions keep to docs/data/style.yml, as far as code can tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from macros.likeness import alike
from macros.load import Library
from macros.naming import way
from macros.parse import parse
from macros.parsed import Parsed, Trail
from macros.problems import Place, Problem
from macros.select import banks

# An entry: its question's id, its file as messages name it, its trail in that file, its text.
Entry = tuple[str, str, Trail, str]


def check_style(library: Library, root: Path) -> Iterator[Problem]:
    """A problem for each entry that is too short, too long, hollow or said before, and each gap.

    Without docs/data/style.yml there are no rules. `root` holds docs/, to find an entry's line.
    """
    style = library.one("style")
    if not style or library.broken:
        return
    parts: defaultdict[str, list[Entry]] = defaultdict(list)
    for section, bank in banks(library).items():
        if (count := len(bank.questions)) > style.page:
            what = f"has {count} questions; a page holds {style.page}."
            place = Place(f"docs/data/questions/{section}.yml", 1, 1)
            yield Problem(place, what, "move some to a page of their own.")
        for number, question in enumerate(bank.questions):
            for part, trail, text in _entries(question):
                whole = ("questions", number, *trail)
                parts[part].append((question.id, f"docs/data/questions/{section}.yml", whole, text))
    read = cache(lambda name: parse(root / name, name))
    for length in style.lengths:
        yield from _lengths(length, parts[length.part], read)
    yield from _fillers(style.fillers, parts, read)
    for part in style.likeness.parts:
        yield from _doubles(style.likeness, part, parts[part], read)
    yield from _gaps(library, style.coverage)


def _entries(question: Any) -> Iterator[tuple[str, Trail, str]]:
    yield "text", ("text",), question.text
    yield "why", ("why",), question.why
    for part in ("weak", "probes", "ingredients"):
        for number, text in enumerate(getattr(question, part)):
            yield part, (part, number), text
    for role, text in question.strong.items():
        yield "strong", ("strong", role), text
    for number, beat in enumerate(question.outline):
        yield "outline", ("outline", number, "says"), beat.says
    for number, sample in enumerate(question.samples):
        yield "verdict", ("samples", number, "verdict"), sample.verdict
        for place, remark in enumerate(sample.parts):
            yield "note", ("samples", number, "parts", place, "note"), remark.note


Read = Callable[[str], Parsed]


def _said(entry: Entry) -> str:
    ident, _, trail, _ = entry
    return f'question "{ident}": {way(trail[2:])}'


def _place(entry: Entry, read: Read) -> Place:
    return read(entry[1]).place(entry[2])


def _lengths(length: Any, entries: Iterable[Entry], read: Read) -> Iterator[Problem]:
    for entry in entries:
        count = len(entry[3].split())
        if not length.least <= count <= length.most:
            what = f"{_said(entry)} has {count} word{'s' * (count > 1)}."
            yield Problem(_place(entry, read), what, f"write {length.least} to {length.most}.")


def _fillers(fillers: Any, parts: dict[str, list[Entry]], read: Read) -> Iterator[Problem]:
    instead = {filler.phrase.lower(): filler.instead for filler in fillers}
    any_of_them = re.compile(rf"\b({'|'.join(map(re.escape, instead))})\b", re.I)
    for entry in (entry for entries in parts.values() for entry in entries):
        for phrase in {match.lower() for match in any_of_them.findall(entry[3])}:
            what = f'{_said(entry)} says "{phrase}".'
            yield Problem(_place(entry, read), what, f"{instead[phrase]}.")


def _doubles(likeness: Any, part: str, entries: list[Entry], read: Read) -> Iterator[Problem]:
    exempt = {frozenset(pair.pair): pair for pair in likeness.exempt if pair.part == part}
    needed = set()
    for first, second, share in alike([entry[3] for entry in entries], likeness.limit):
        one, other = entries[first], entries[second]
        pair = frozenset((one[0], other[0]))
        if pair in exempt:
            needed.add(pair)
            continue
        what = f'{_said(other)} says nearly what "{one[0]}" says ({share:.0%} alike): “{one[3]}”.'
        yield Problem(_place(other, read), what, "say what this question alone is after.")
    style = "docs/data/style.yml"
    for pair in exempt.keys() - needed:
        what = f'the exemption of {" and ".join(sorted(pair))} in "{part}" is not needed.'
        yield Problem(read(style).place(("likeness", "exempt")), what, "delete it.")


def _gaps(library: Library, coverage: Iterable[Any]) -> Iterator[Problem]:
    for rule in coverage:
        for ident in library.ids[rule.of]:
            field = f"{rule.of}s"
            count = sum(ident in getattr(each, field) for each in library.ids["question"].values())
            if count < rule.least and ident not in rule.but:
                what = f'the {rule.of} "{ident}" has {count} of {rule.least} questions.'
                place = library.places[rule.of, ident]
                yield Problem(place, what, "write more, or say in style.yml why not.")

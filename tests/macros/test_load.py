"""A folder of facts becomes a library: what is sound is there, whatever lies beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from macros import select
from macros.judge import judge
from macros.load import Library, load
from tests.macros import cases


def test_every_kind_of_the_sound_guide_is_in_the_library(guide: Path) -> None:
    library = load(guide / "docs/data")
    assert library.problems == []
    assert [area.id for area in library.one("areas")] == ["craft", "care"]
    assert set(library.of("questions")) == {"craft"}
    assert library.ids["question"]["first-call"].text == "What did you make?"  # type: ignore[attr-defined]
    assert str(library.places["role", "m1"]) == "docs/data/levels.yml:12:9"
    assert library.cited == {"letter"}


def test_a_broken_entry_takes_no_sound_one_with_it(guide: Path) -> None:
    file = guide / "docs/data/areas.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("60", "sixty"), encoding="utf-8")
    library = load(guide / "docs/data")
    assert [area.id for area in library.one("areas")] == ["care"]
    assert str(library.places["area", "care"]) == "docs/data/areas.yml:6:7"
    assert library.broken == {"areas", "craft"}
    assert len(library.problems) == 1


def test_a_folder_is_not_taken_for_a_file(guide: Path) -> None:
    (guide / "docs/data/old.yml").mkdir()
    assert load(guide / "docs/data").problems == []


def test_a_folder_without_facts_is_an_empty_library(tmp_path: Path) -> None:
    library = load(tmp_path / "nowhere")
    assert library.problems == []
    assert library.one("areas") == ()
    assert [*judge(library)] == []


def test_a_library_is_kept_until_a_file_changes_and_mended_with_it(guide: Path) -> None:
    data, file = guide / "docs/data", guide / "docs/data/areas.yml"
    sound = file.read_text(encoding="utf-8")
    first = load(data)
    assert load(data) is first
    file.write_text(sound.replace("name:", "nname:"), encoding="utf-8")
    assert len(load(data).problems) == 2
    file.write_text(sound, encoding="utf-8")
    assert load(data).problems == []


def test_a_change_that_keeps_size_and_second_is_seen(guide: Path) -> None:
    data, file = guide / "docs/data", guide / "docs/data/areas.yml"
    load(data)
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("60", "70"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert load(data).one("areas")[0].weight == 70


def many(guide: Path, count: int) -> Path:
    """A guide with so many questions in two files, each related to the one before it."""
    file = guide / "docs/data/questions/craft.yml"
    head, entry = file.read_text(encoding="utf-8").split("questions:\n")
    for stem, numbers in (("craft", range(1, count, 2)), ("later", range(2, count, 2))):
        entries = [
            entry.replace("first-call", f"call-{n}").replace(
                "related: []", f"related: [call-{max(n - 1, 1) if n > 1 else 2}]"
            )
            for n in numbers
        ]
        text = f"{head}questions:\n{''.join(entries)}"
        file.with_name(f"{stem}.yml").write_text(text, encoding="utf-8")
    rounds = guide / "docs/data/rounds.yml"
    named = rounds.read_text(encoding="utf-8").replace("first-call", "call-1")
    rounds.write_text(named, encoding="utf-8")
    return guide / "docs/data"


def everything(data: Path) -> Library:
    """Load a library, judge it, and ask all that pages ask of its questions."""
    library = load(data)
    assert [*library.problems, *judge(library)] == []
    for question in select.questions(library):
        select.by_id(library, "question", question.id)
        select.section_of(library, question.id)
    return library


def lines_run(work: Callable[[], Any]) -> int:
    """How many lines of Python some work runs, in our own modules."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if "/macros/" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def test_ten_times_the_questions_are_ten_times_the_work(tmp_path: Path) -> None:
    # Lines are counted, not seconds: a loop over all questions for each question would show.
    few = many(cases.sound(tmp_path / "few"), 31)
    lots = many(cases.sound(tmp_path / "lots"), 301)
    fixed = lines_run(lambda: load(cases.sound(tmp_path / "one") / "docs/data"))
    few_lines = lines_run(lambda: everything(few)) - fixed
    lots_lines = lines_run(lambda: everything(lots)) - fixed
    assert few_lines > 1000
    assert lots_lines < 11 * few_lines


def test_three_thousand_questions_are_all_there(guide: Path) -> None:
    library = everything(many(guide, 3001))
    assert len(library.ids["question"]) == select.count(library, "questions") == 3000
    assert select.section_of(library, "call-2999") == "craft"
    assert select.section_of(library, "call-3000") == "later"


@pytest.mark.parametrize("name", ["old/areas.yml", "questions/old/x.yml", "areas.yaml", "x.yml"])
def test_a_file_that_no_kind_reads_is_told_and_not_read(guide: Path, name: str) -> None:
    file = guide / "docs/data" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("- id: zeal\n", encoding="utf-8")
    library = load(guide / "docs/data")
    assert [problem.what for problem in library.problems] == ["is read by nothing."]
    assert "zeal" not in library.ids["area"]

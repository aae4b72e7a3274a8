"""Facts that nobody sees are told; facts that something broken may show are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load import load
from macros.pages import Page
from macros.unused import _NAMED, unused


def told(guide: Path, *calls: tuple[str, tuple[str, ...]]) -> list[str]:
    """What is told to be unused when one page makes these calls."""
    page = Page("index.md", "", calls=[*calls])
    return [problem.what for problem in unused(load(guide / "docs/data"), [page])]


ALL = {
    "ask_list": "opposite",
    "annotated_story": "late-night",
    "check_list": "week-before",
    "question_bank": "craft",
    "reading_list": "counting",
    "round_bars": "interview",
    "scenario_sheet": "counter",
    "signal_list": "talk",
}


def test_every_macro_that_names_what_it_shows_is_watched() -> None:
    assert set(ALL) == set(_NAMED)


@pytest.mark.parametrize("macro", ALL)
def test_a_record_is_shown_by_the_macro_of_its_kind_alone(guide: Path, macro: str) -> None:
    others = [(name, (ident,)) for name, ident in ALL.items() if name != macro]
    assert told(guide, *others, (macro, (ALL[macro], "and more"))) == []
    (said,) = told(guide, *others, ("time_plan", (ALL[macro],)))
    assert said.endswith(f'"{ALL[macro]}".')


def test_a_call_that_cannot_be_read_may_show_anything_it_names(guide: Path) -> None:
    assert told(guide, *[("", (ident,)) for ident in ALL.values()]) == []


def test_a_source_that_only_a_broken_record_cites_is_not_blamed(guide: Path) -> None:
    sources = guide / "docs/data/sources.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text + text.replace("id: letter", "id: card"), encoding="utf-8")
    calls = [(name, (ident,)) for name, ident in ALL.items()]
    assert told(guide, *calls) == ['nothing cites the source "card".']
    loops = guide / "docs/data/loops.yml"
    broken = loops.read_text(encoding="utf-8").replace("[letter]", "[card]\n  colour: red")
    loops.write_text(broken, encoding="utf-8")
    assert told(guide, *calls) == []

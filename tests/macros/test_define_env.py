"""What a page may call: every macro by its name, each told of problems, none that raises."""

from __future__ import annotations

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import macros
from macros.calls import CALLS
from macros.judge import judge
from macros.load import load
from macros.problems import Problem, Refusal

ROOT = Path(__file__).parent.parent.parent


class Environment:
    """Stands where the plugin's environment does, and takes macros."""

    def __init__(self) -> None:
        self.macros: dict[str, Any] = {}

    def macro(self, function: Any, name: str) -> None:
        """Take a macro."""
        self.macros[name] = function


class Page:
    """A guide's macros as one of its pages calls them."""

    def __init__(self, guide: Path) -> None:
        library = load(guide / "docs/data")
        self.problems: list[Problem] = [*library.problems, *judge(library)]
        self.refused: list[Refusal] = []
        self._macros = macros.page_macros(library, self.problems, self._report)

    def _report(self, _page: Any, refusal: Refusal) -> None:
        self.refused.append(refusal)

    def call(self, name: str, *arguments: str, url: str = "plain/") -> str:
        """What a macro draws on the page of an address."""
        return str(self._macros[name]({"page": SimpleNamespace(url=url)}, *arguments))


def edit(file: Path, old: str, new: str) -> None:
    """Change a file of the guide."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_plugin_is_given_every_macro_and_no_problem_of_the_real_facts(
    caplog: pytest.LogCaptureFixture,
) -> None:
    environment = Environment()
    with caplog.at_level(logging.WARNING):
        macros.define_env(environment)
    assert set(environment.macros) == {*CALLS, "cite", "page_sources", "fact_count"}
    assert caplog.messages == []


def test_the_plugin_s_blocks_are_marked_as_finished_and_marks_in_a_sentence_are_not() -> None:
    environment = Environment()
    macros.define_env(environment)
    context = {"page": SimpleNamespace(url="loop/levels/")}
    drawn = environment.macros["level_table"](context)
    assert drawn.startswith("<!--drawn-->\n<div")
    assert drawn.endswith("</div>\n<!--/drawn-->")
    assert environment.macros["fact_count"](context, "questions").isdigit()


def test_problems_of_the_facts_are_warnings_so_that_a_strict_build_fails(
    guide: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(guide / "docs/data/areas.yml", "weight: 60", "weight: sixty")
    monkeypatch.setattr(macros, "ROOT", guide)
    with caplog.at_level(logging.WARNING):
        macros.define_env(Environment())
    (record,) = caplog.records
    assert record.name.startswith("mkdocs.")
    assert record.getMessage().startswith('docs/data/areas.yml:3:11  area "craft": "weight" is')


def test_every_macro_has_a_component_of_its_name() -> None:
    for name in CALLS:
        stem = name.replace("_", "-")
        assert (ROOT / "overrides/components" / stem / f"{stem}.html").is_file()


def test_a_page_is_told_of_broken_facts_once_and_shows_what_is_sound(guide: Path) -> None:
    edit(guide / "docs/data/areas.yml", "name: Care", "nname: Care")
    page = Page(guide)
    first, second = page.call("area_weights"), page.call("area_weights")
    assert "loop-problem-list" in first
    assert "has an unknown key" in first
    assert "Craft" in first
    assert "loop-problem-list" not in second
    assert "loop-problem-list" in page.call("area_weights", url="other/")


def test_a_page_that_asks_for_what_is_not_there_shows_so_and_is_reported(guide: Path) -> None:
    page = Page(guide)
    assert "There is no checklist" in page.call("check_list", "weak-before")
    assert page.call("fact_count", "zebras") == '**("zebras" is not counted.)**'
    assert page.call("cite", "card") == '**(There is no source "card".)**'
    assert [refusal.what for refusal in page.refused] == [
        'There is no checklist "weak-before".',
        '"zebras" is not counted.',
        'There is no source "card".',
    ]


def test_what_a_problem_keeps_out_is_not_reported_again(guide: Path) -> None:
    edit(guide / "docs/data/checklists.yml", "kind: tick", "kind: tock")
    page = Page(guide)
    assert "is &#34;tock&#34;" in page.call("check_list", "week-before")
    assert page.refused == []
    assert len(page.problems) == 1


def test_a_broken_formula_is_shown_in_place_of_a_stack_trace(guide: Path) -> None:
    edit(guide / "docs/data/numbers.yml", "{visits} /", "{visits} / 0 /")
    assert "divides by zero" in Page(guide).call("numbers_sheet")


def test_each_page_numbers_its_own_sources(guide: Path) -> None:
    page = Page(guide)
    for url in ("one/", "two/", "one/"):
        assert ">1</a>" in page.call("cite", "letter", url=url)
    assert page.call("page_sources", url="one/").count("<li id=") == 1
    assert page.call("page_sources", url="three/").count("<li id=") == 0

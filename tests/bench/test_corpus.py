"""The bench's invented questions: complete, valid, varied, and the same on every run."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.yaml import yaml_load

from macros.judge import judge
from macros.load import Library, load
from macros.model import Question, QuestionBank
from tests.bench import checkout
from tests.bench.corpus import A_PAGE, banks, question

COUNT = 47


@pytest.fixture(scope="module")
def library() -> Library:
    return load(checkout.ROOT / "docs/data")


@pytest.fixture(scope="module")
def made(library: Library) -> list[dict[str, Any]]:
    return [question(number, COUNT, library) for number in range(1, COUNT + 1)]


def test_every_question_is_valid(made: list[dict[str, Any]]) -> None:
    for each in made:
        Question.model_validate(each)


def test_a_bank_holds_at_most_a_page_of_questions(library: Library) -> None:
    sizes = [len(QuestionBank.model_validate(bank).questions) for _, bank in banks(COUNT, library)]
    assert sizes == [A_PAGE, A_PAGE, COUNT - 2 * A_PAGE]


def test_no_two_questions_are_alike(made: list[dict[str, Any]]) -> None:
    for field in ("id", "text", "why"):
        assert len({each[field] for each in made}) == COUNT
    probes = list(chain.from_iterable(each["probes"] for each in made))
    assert len(set(probes)) == len(probes)


def test_every_field_that_may_be_left_out_is_used(made: list[dict[str, Any]]) -> None:
    used = set(chain.from_iterable(each for each in made))
    assert used == set(Question.model_fields)


def test_a_question_is_the_same_each_time(library: Library, made: list[dict[str, Any]]) -> None:
    again = [question(number, COUNT, library) for number in range(1, COUNT + 1)]
    assert again == made


def test_a_question_refers_only_to_questions_that_are_made(made: list[dict[str, Any]]) -> None:
    known = {each["id"] for each in made}
    for each in made:
        assert set(each.get("related", ())) <= known - {each["id"]}


def test_a_grown_checkout_has_no_problem_in_its_data(tmp_path: Path) -> None:
    ours = checkout.copy(tmp_path / "ours")
    checkout.add_questions(ours, COUNT)
    before, after = load(checkout.ROOT / "docs/data"), load(ours / "docs/data")
    assert after.problems == before.problems
    assert [*judge(after)] == [*judge(before)]
    assert len(after.ids["question"]) == len(before.ids["question"]) + COUNT


def test_a_grown_checkout_names_every_page_in_its_navigation(tmp_path: Path) -> None:
    ours = checkout.copy(tmp_path / "ours")
    checkout.add_questions(ours, COUNT)
    checkout.add_pages(ours, 2)
    with (ours / checkout.CONFIG).open(encoding="utf-8") as config:
        named = set(_paths(yaml_load(config)["nav"]))
    there = {path.relative_to(ours / "docs").as_posix() for path in (ours / "docs").rglob("*.md")}
    assert named == {path for path in there if not path.endswith("README.md")}


def _paths(items: Any) -> list[str]:
    if isinstance(items, str):
        return [items]
    inside = items.values() if isinstance(items, dict) else items
    return [path for item in inside for path in _paths(item)]

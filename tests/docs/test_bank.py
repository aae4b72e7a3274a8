"""The bank is as large and as even as it sets out to be, and its samples serve every reader."""

from __future__ import annotations

from typing import Any

import pytest

from macros.load import load
from macros.select import banks
from tests.conftest import ROOT

LIBRARY = load(ROOT / "docs/data")
BANKS: dict[str, Any] = banks(LIBRARY)
QUESTIONS = [question for bank in BANKS.values() for question in bank.questions]
BEHAVIOURAL = next(
    [signal.id for signal in group.signals]
    for group in LIBRARY.one("signals")
    if group.id == "behavioural"
)

# What a candidate should find at least, by theme: the sections that hold it.
SPREAD = {
    "people management": (40, "people-performance people-hiring people-teams people-managers"),
    "project retrospective": (18, "project-retrospective"),
    "behavioural": (28, "behavioural-results behavioural-people move-fast impact-focus"),
    "cross-functional and strategy": (14, "cross-functional collaboration"),
    "technical leadership": (12, "technical-leadership"),
    "AI-era leadership": (8, "ai-era"),
}


def test_every_section_belongs_to_one_theme() -> None:
    assert sorted(" ".join(sections for _, sections in SPREAD.values()).split()) == sorted(BANKS)


@pytest.mark.parametrize("theme", SPREAD)
def test_each_theme_has_its_questions(theme: str) -> None:
    least, sections = SPREAD[theme]
    assert sum(len(BANKS[section].questions) for section in sections.split()) >= least


def test_each_behavioural_signal_is_asked_for_at_each_role() -> None:
    asked = {
        (signal, role)
        for question in QUESTIONS
        if "behavioural" in question.rounds
        for signal in question.signals
        for role in question.roles
    }
    wanted = {(signal, role) for signal in BEHAVIOURAL for role in LIBRARY.ids["role"]}
    assert wanted - asked == set()


@pytest.mark.parametrize("section", BANKS)
def test_each_role_of_a_section_finds_an_answer_that_fails_and_one_that_works(section: str) -> None:
    shown = {
        (sample.role, sample.works)
        for question in BANKS[section].questions
        for sample in question.samples
    }
    roles = {role for question in BANKS[section].questions for role in question.roles}
    assert {(role, works) for role in roles for works in (True, False)} - shown == set()


def test_samples_come_in_pairs_for_one_role() -> None:
    for question in QUESTIONS:
        assert len({sample.role for sample in question.samples}) <= 1, question.id
        works = [sample.works for sample in question.samples]
        assert works in ([], [False, True]), question.id


def test_what_to_ask_is_there_for_everybody_opposite() -> None:
    groups = LIBRARY.one("asks")
    assert [group.id for group in groups] == [
        "recruiter", "hiring-manager", "peer", "partner", "director",
    ]  # fmt: skip
    assert sum(len(group.asks) for group in groups) >= 24
    for group in groups:
        assert len({role for ask in group.asks for role in ask.roles}) == 4, group.id


@pytest.mark.parametrize(
    "ident", ["people-management", "project-retrospective", "behavioural", "cross-functional"]
)
def test_a_round_names_five_questions_to_prepare_first(ident: str) -> None:
    one: Any = LIBRARY.ids["round"][ident]
    assert len(one.first) == 5
    named = [each.question for each in one.first]
    named += [question for pattern in one.patterns for question in pattern.questions]
    assert len(named) == len(set(named))
    asked = [question for question in QUESTIONS if ident in question.rounds]
    assert len(named) >= 0.8 * len(asked)


def test_no_two_questions_are_exempt_from_saying_something_of_their_own() -> None:
    # The list of exemptions may only shrink, and it is empty.
    assert LIBRARY.one("style").likeness.exempt == ()

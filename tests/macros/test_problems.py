"""How a problem reads, and what is said of a name that is not known."""

from __future__ import annotations

from macros.problems import Place, Problem, Refusal, did_you_mean


def test_a_problem_reads_as_place_sentence_and_mend() -> None:
    problem = Problem(Place("docs/data/areas.yml", 4, 3), "is wrong.", "make it right.")
    assert str(problem) == "docs/data/areas.yml:4:3  is wrong.\n  Mend: make it right."


def test_a_place_without_a_line_is_the_file() -> None:
    assert str(Place("docs/index.md")) == "docs/index.md"


def test_problems_stand_in_the_order_of_files_lines_and_columns() -> None:
    spots = [("a", 2, 9), ("a", 10, 1), ("a", 10, 2), ("b", 0, 0), ("b", 1, 1)]
    problems = [Problem(Place(*spot), "x", "y") for spot in spots]
    assert sorted(problems, reverse=True)[::-1] == problems
    assert sorted([problems[3], problems[1], problems[0]])[0] == problems[0]


def test_a_refusal_reads_like_a_problem_without_a_place() -> None:
    assert str(Refusal("There is none.", "Write one.")) == "There is none.\n  Mend: Write one."


def test_the_nearest_name_is_guessed_and_few_names_are_all_told() -> None:
    said = did_you_mean("Quick-decison", ["quick-decision", "blockers"])
    assert said == 'write one of blockers, quick-decision. Did you mean "quick-decision"?'


def test_of_many_names_only_the_nearest_is_told() -> None:
    names = [f"number-{i}" for i in range(40)] + ["letter"]
    assert did_you_mean("leter", names) == (
        'write one of those that there are. Did you mean "letter"?'
    )


def test_nothing_is_guessed_where_nothing_is_near() -> None:
    assert did_you_mean("zebra", ["m1", "m2"]) == "write one of m1, m2."
    assert did_you_mean("zebra", ["m1"]) == 'write "m1", the only one that there is.'
    assert did_you_mean("zebra", []) == "there is none to name yet."

"""Texts are alike by the words that carry them, or by runs of words, and by nothing else."""

from __future__ import annotations

import pytest

from macros.likeness import alike


def pairs(*texts: str, limit: float = 0.6) -> list[tuple[int, int]]:
    """Which of the texts are alike."""
    return [(first, second) for first, second, _ in alike(texts, limit)]


@pytest.mark.parametrize(
    "other",
    [
        "Which engineer objected first?",
        "which ENGINEERS first objected",
        "And which engineer was it that objected at first?",
    ],
)
def test_the_same_words_in_another_form_or_order_are_alike(other: str) -> None:
    assert pairs("Which engineer objected first?", other) == [(0, 1)]


@pytest.mark.parametrize(
    "other",
    [
        "Which manager objected last?",
        "Who paid for the week that was lost?",
        "What did you do, and who was it that you told?",
        "",
    ],
)
def test_common_words_make_nothing_alike(other: str) -> None:
    assert pairs("Which engineer objected first, and whom did you tell?", other) == []


def test_a_short_text_that_stands_within_a_longer_one_is_found() -> None:
    assert pairs(
        "You wrote down what the launch would cost your partner.",
        "Before the review you wrote down what the launch would cost your partner, in weeks, and "
        "sent it to two directors who had never heard of either.",
    ) == [(0, 1)]


def test_every_pair_is_found_once_and_the_limit_is_kept() -> None:
    texts = [
        "the earliest date slipped",
        "the earliest date slipped twice",
        "a date slipped earliest",
    ]
    assert pairs(*texts, limit=0.7) == [(0, 1), (0, 2), (1, 2)]
    assert pairs(*texts, limit=0.99) == [(0, 2)]
    (share,) = [share for first, second, share in alike(texts, 0) if (first, second) == (0, 1)]
    assert share == 0.75

"""Texts that say nearly the same: by the words that carry them, and by runs of three words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

# Words that say nothing of what a text is about.
_COMMON_WORDS = """
    a about after all an and any are as at be been before but by can could did do does for from
    get got had has have he her him his how i if in is it its me more much no not of on one only or
    other our out own say says she so some somebody someone than that the their them then there
    they this to told until up was we well went were what when where which who whom whose why will
    with without would you your
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = re.compile(r"[a-z0-9]+(?:['\u2019][a-z]+)?")
_ENDING = re.compile(r"(?:ies|ied|ing|ed|es|s|ly)$")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(_ENDING.sub("", word) or word for word in words if word not in _COMMON)


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def alike(texts: Sequence[str], limit: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts (by their place in `texts`, the earlier first) with a likeness over `limit`.

    Likeness, from 0 to 1, is the larger of two shares: of the words that carry either text, those
    in both; of the shorter text's runs of three words, those that the other has too.
    """
    words = [_words(text) for text in texts]
    stems, runs = [_stems(each) for each in words], [_runs(each) for each in words]
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for place in range(len(texts)):
        shared: defaultdict[int, int] = defaultdict(int)
        for part in (*stems[place], *runs[place]):
            for other in holders[part]:
                shared[other] += 1
            holders[part].append(place)
        for other, count in shared.items():
            if count < 2:
                continue
            likeness = max(
                _of_words(stems[place], stems[other]), _of_runs(runs[place], runs[other])
            )
            if likeness > limit:
                yield other, place, likeness


def _of_words(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _of_runs(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(3, min(len(one), len(other)))

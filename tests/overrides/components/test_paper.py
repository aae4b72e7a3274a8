"""Each component on paper, printed from a dark screen with scripts off and everything closed."""

from __future__ import annotations

import pytest

from tests.overrides.examples import Example
from tests.overrides.reader import Reader


@pytest.fixture(scope="module")
def printed(paper: Reader, harmless: Example) -> Reader:
    """The page of an example as it goes to the printer."""
    paper.open(harmless)
    return paper


def test_all_that_can_be_read_is_printed(printed: Reader) -> None:
    assert not printed.probe("unseen")


def test_it_is_dark_on_white(printed: Reader) -> None:
    assert not printed.probe("illPrinted")


def test_its_boxes_to_tick_have_borders(printed: Reader) -> None:
    assert not printed.probe("boxesWithoutBorder")


def test_nothing_is_wider_than_the_sheet(printed: Reader) -> None:
    assert not printed.probe("tooWide")

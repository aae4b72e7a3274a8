"""Each component with scripts off: whole, labelled, readable, and what is closed can be opened."""

from __future__ import annotations

from typing import Any

import pytest

from tests.overrides.examples import Example
from tests.overrides.reader import NARROW, WIDE, Reader


@pytest.fixture(scope="module")
def opened(reader_without_scripts: Reader, harmless: Example) -> Reader:
    """The page of an example, with all that is closed opened as a reader does it."""
    page = reader_without_scripts.open(harmless)
    for summary in page.locator("details > summary").all():
        summary.click()
    return reader_without_scripts


def test_what_an_example_promises_is_there_by_role_and_name(
    opened: Reader, harmless: Example
) -> None:
    assert not opened.missing(harmless)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_text_can_be_read(opened: Reader, size: Any) -> None:
    opened.page.set_viewport_size(size)
    assert not opened.probe("unseen")


def test_nothing_is_offered_that_needs_scripts(opened: Reader) -> None:
    assert opened.page.get_by_role("article").get_by_role("button").count() == 0

"""Each component with scripts on: as whole as without, in light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.overrides.examples import Example
from tests.overrides.reader import NARROW, WIDE, Reader

_ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# The rules whose answer can change with colours or widths; the others are asked once.
_OF_THE_LOOK = {
    "type": "rule",
    "values": [
        "color-contrast",
        "link-in-text-block",
        "scrollable-region-focusable",
        "target-size",
    ],
}
# The first two show both colours and both widths; the plain examples are seen in all four.
LOOKS = [("default", WIDE), ("slate", NARROW), ("default", NARROW), ("slate", WIDE)]


@pytest.fixture(scope="module")
def opened(reader: Reader, example: Example) -> Reader:
    """The page of an example with its elements at work, and all that is closed opened."""
    reader.open(example)
    reader.wait_for_elements()
    reader.open_all()
    return reader


def test_it_comes_up_without_an_error(opened: Reader) -> None:
    assert not opened.faults


def test_what_an_example_promises_is_still_there(opened: Reader, example: Example) -> None:
    assert not opened.missing(example)


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(opened: Reader) -> None:
    for stop in opened.probe("stops"):
        opened.page.keyboard.press("Tab")
        assert opened.probe("focused") == [stop, "seen"]


def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(
    opened: Reader, example: Example
) -> None:
    page = opened.page
    page.evaluate(Axe().axe_script)
    for scheme, size in LOOKS if example.name == "plain" else LOOKS[:2]:
        page.set_viewport_size(size)
        page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
        rules = _ALL if (scheme, size) == LOOKS[0] else _OF_THE_LOOK
        found = page.evaluate("(only) => axe.run({ runOnly: only })", rules)["violations"]
        faults = [
            f"{rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
            for rule in found
            for node in rule["nodes"]
        ]
        assert not faults, (scheme, size)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_scrolls_sideways_or_covers_its_neighbour(opened: Reader, size: Any) -> None:
    opened.page.set_viewport_size(size)
    assert not opened.probe("tooWide")


def test_no_picture_cuts_off_its_words(opened: Reader, example: Example) -> None:
    opened.page.set_viewport_size(WIDE)
    # A picture takes words of some length, which an example shows; its twin in text takes any.
    if example.texts == "as-written":
        assert not opened.probe("cutOff")

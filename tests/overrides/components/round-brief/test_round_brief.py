"""Its boxes stay ticked, each under a name of its own."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.overrides.examples import examples_of
from tests.overrides.reader import Reader
from tests.overrides.stage import Stage

PLAIN = examples_of("round-brief")[0]


def test_a_tick_stays_and_is_that_of_its_own_box(browser: Browser, stage: Stage) -> None:
    context = browser.new_context()
    reader = Reader(context, stage)
    page = reader.open(PLAIN)
    reader.wait_for_elements()
    boxes = page.get_by_role("checkbox")
    boxes.first.check()
    page.reload()
    reader.wait_for_elements()
    expect(boxes.first).to_be_checked()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    ids = page.locator("input[data-tick]").evaluate_all("(all) => all.map((it) => it.dataset.tick)")
    assert len(ids) == len(set(ids)) == boxes.count()
    context.close()

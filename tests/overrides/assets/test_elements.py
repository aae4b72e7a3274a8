"""elements.js fetches an element's module when its tag stands on the page, and not before."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.overrides.examples import examples_of
from tests.overrides.reader import Reader

DATED = examples_of("dated")[0].html()
BANK = examples_of("question-bank")[0].html()


def modules(reader: Reader) -> list[str]:
    """The modules of components that were asked for, in order."""
    asked = [url for url in reader.requests if "/components/" in url and url.endswith(".js")]
    return [url.rpartition("/")[2] for url in asked]


_SWAP = """(old, html) => {
  const next = old.cloneNode();
  next.innerHTML = html;
  old.replaceWith(next);
}"""


def swap(page: Page, content: str) -> None:
    """Put other content on the page, as instant navigation does."""
    old = page.locator("[data-md-component='content']")
    old.evaluate(_SWAP, f"<article>{content}</article>")


def test_a_page_without_elements_fetches_no_module(reader: Reader) -> None:
    reader.read("elements/none", "<p>Nothing that moves.</p>")
    # The registry has run once the browser has run every module of the page.
    assert [url.rpartition("/")[2] for url in reader.requests if url.endswith("elements.js")]
    assert modules(reader) == []


def test_a_page_fetches_the_modules_of_its_own_elements_only(reader: Reader) -> None:
    reader.read("elements/dated", f"<div>{DATED}{DATED}</div>")
    reader.wait_for_elements()
    assert modules(reader) == ["dated.js"]


def test_content_that_comes_later_fetches_its_modules_once(reader: Reader) -> None:
    page = reader.read("elements/later", f"<div>{DATED}</div>")
    reader.wait_for_elements()
    swap(page, BANK)
    reader.wait_for_elements()
    expect(page.get_by_role("button", name="Open all")).to_be_visible()
    swap(page, f"<div>{DATED}</div>{BANK}")
    expect(page.get_by_role("button", name="Open all")).to_be_visible()
    assert modules(reader) == ["dated.js", "question-bank.js", "question-marks.js"]
    assert not reader.faults

"""The site does not swap pages in place; its elements would bear it, should it ever do so again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, Served, build
from tests.site.visit import Visitor

SECTION = "questions/move-fast/"
OTHER = "questions/collaboration/"


@pytest.fixture(scope="module")
def swapping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site built with the theme's instant navigation, which replaces a page's text in place."""
    root = tmp_path_factory.mktemp("swapping")
    for part in ("docs", "macros", "overrides"):
        shutil.copytree(ROOT / part, root / part)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    with_swaps = settings.replace("  features:\n", "  features:\n    - navigation.instant\n", 1)
    assert with_swaps != settings
    (root / "mkdocs.yml").write_text(with_swaps, encoding="utf-8")
    folder = tmp_path_factory.mktemp("swapped")
    with Served(folder) as server:
        done = build(folder, Path(root), SITE_URL=server.url)
        assert done.returncode == 0, done.stdout + done.stderr
        yield server


@pytest.fixture
def visitor(browser: Browser, swapping: Served) -> Iterator[Visitor]:
    """A visit whose theme has its list of pages, with a mark that a full load would wipe off."""
    context = browser.new_context()
    visitor = Visitor(context, swapping.url)
    with visitor.page.expect_response("**/sitemap.xml"):
        visitor.visit(SECTION)
    visitor.page.evaluate("window.marked = true")
    yield visitor
    assert visitor.page.evaluate("window.marked") is True
    assert visitor.taken_faults() == []
    context.close()


def follow(page: Page, address: str) -> None:
    """Follow the link beside the text, and wait until the page that it leads to has come."""
    page.locator(f".md-sidebar--primary a[href$='{address}']").first.click()
    expect(page.locator(f".md-nav__link--active[href$='{address}']:visible")).to_be_visible()


def test_cards_open_and_close_after_every_swap(visitor: Visitor) -> None:
    page = visitor.page
    for address in (OTHER, SECTION, OTHER):
        follow(page, address)
        cards = page.locator("article.loop-question")
        opened = cards.locator("details[open]")
        expect(opened).to_have_count(0)
        page.get_by_role("button", name="Open all").click()
        expect(opened).to_have_count(cards.count())
        page.get_by_role("button", name="Close all").click()
        expect(opened).to_have_count(0)


def test_a_card_named_by_the_address_opens_after_a_swap(visitor: Visitor) -> None:
    page = visitor.page
    link = page.locator("article a[href*='/collaboration/#']:visible").first
    page.get_by_role("button", name="Open all").click()
    ident = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    card = page.locator("article.loop-question", has=page.locator(f"[id='{ident}']"))
    expect(card.get_by_text("A strong answer shows")).to_be_visible()
    expect(page.locator("article.loop-question details[open]")).to_have_count(1)


def test_marks_are_kept_after_every_swap(visitor: Visitor) -> None:
    page = visitor.page
    star = page.locator("article.loop-question").first.get_by_role("button", name="Star")
    star.click()
    follow(page, OTHER)
    expect(star).to_have_attribute("aria-pressed", "false")
    follow(page, SECTION)
    expect(star).to_have_attribute("aria-pressed", "true")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")

"""What the tests of the store share: a page that may import it, and a few lines run there.

LOOP_STORE names another folder with the store's modules: plant.py puts faults into a copy of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import ROOT
from tests.overrides.stage import Stage

HERE = Path(__file__).parent
STORE = Path(os.environ.get("LOOP_STORE") or ROOT / "overrides/assets/store")

# What the lines that run on the page may name.
NAMES = {
    "area": "Area, keyOf",
    "backup": "pack, unpack, compare, bring, tooLarge, LARGEST",
    "checksum": "checksum",
    "formats": "Formats, fits",
    "keeper": "Keeper",
    "versions": "living, next, replaces, shown",
}

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def nothing(stage: Stage) -> str:
    """The address of a page of the site with nothing on it."""
    for name, folder in {"under-test": STORE, "drivers": HERE}.items():
        (stage.folder / name).symlink_to(folder)
    return stage.put("store", "<p>Nothing.</p>")


@pytest.fixture(scope="session")
def _bench(browser: Browser, nothing: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(nothing)
    yield page
    context.close()


@pytest.fixture
def run(_bench: Page) -> Run:
    """Runs lines of JavaScript on a page with the store's modules, and gives what they return."""
    _bench.evaluate("localStorage.clear()")
    return lambda lines, given=None: run_on(_bench, lines, given)


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody's browser, in which nothing is stored yet."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def tabs(visit: BrowserContext, nothing: str) -> Callable[[], Page]:
    """Opens another tab, in which `store` is the page's own store."""

    def another() -> Page:
        page = visit.new_page()
        page.goto(nothing)
        page.evaluate("async () => { self.store = (await import('/under-test/store.js')).store }")
        return page

    return another


def run_on(page: Page, lines: str, given: Any = None) -> Any:
    """What lines of JavaScript return on a page; `given` is what they are given."""
    imports = [
        f"const {{ {names} }} = await import('/under-test/{stem}.js');"
        for stem, names in NAMES.items()
    ]
    world = "const { World, random, pretend } = await import('/drivers/world.js');"
    return page.evaluate(f"async (given) => {{ {' '.join(imports)} {world} {lines} }}", given)

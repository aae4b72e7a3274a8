"""What the tests of overrides/ share: the stage that examples are put on, and who reads them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import Served
from tests.overrides.reader import PAPER, WIDE, Reader
from tests.overrides.stage import Stage


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A site whose pages the tests write, served."""
    folder = tmp_path_factory.mktemp("stage")
    with Served(folder) as server:
        yield Stage(folder, server.url)


@pytest.fixture(scope="session")
def reader(browser: Browser, stage: Stage) -> Iterator[Reader]:
    """Somebody with a wide screen and scripts."""
    tab = Reader(browser.new_context(viewport=WIDE, reduced_motion="reduce"), stage)
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def reader_without_scripts(browser: Browser, stage: Stage) -> Iterator[Reader]:
    """Somebody whose browser runs no scripts."""
    tab = Reader(browser.new_context(viewport=WIDE, java_script_enabled=False), stage)
    yield tab
    tab.close()


@pytest.fixture(scope="session")
def paper(browser: Browser, stage: Stage) -> Iterator[Reader]:
    """Somebody who prints, from a dark screen."""
    context = browser.new_context(viewport=PAPER, color_scheme="dark", java_script_enabled=False)
    tab = Reader(context, stage)
    tab.page.emulate_media(media="print")
    yield tab
    tab.close()

"""What the tests of kept things share: a browser of one's own, its tabs, and what it has stored."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Page

from tests.overrides.reader import WIDE, Reader
from tests.overrides.stage import Stage

# Texts that a reader may type or import, and that must stay texts.
HOSTILE = {
    "markup": '<img src=x onerror="alert(1)"><script>alert(1)</script></textarea>&amp;{{ braces }}',
    "right-to-left": "price \N{RIGHT-TO-LEFT OVERRIDE}evil\N{RIGHT-TO-LEFT ISOLATE} after",
    "emoji": "\N{MAN}\N{ZERO WIDTH JOINER}\N{ROCKET} \N{GRINNING FACE}" * 40,
    "one-word": "x" * 100_000,
}

_ENTRIES = """() => Object.fromEntries(
  Object.entries(localStorage).filter(([key]) => key.startsWith("leadership-loop:")))"""
_STORE = "const { store } = await import('/assets/store/store.js');"


class Household:
    """A browser with a storage of its own, and the tabs that are open in it."""

    def __init__(self, browser: Browser, stage: Stage, **choices: Any) -> None:
        self._stage = stage
        self.context = browser.new_context(
            viewport=WIDE, reduced_motion="reduce", accept_downloads=True, **choices
        )
        self.tabs: list[Reader] = []

    def open(self, name: str, content: str) -> Page:
        """A page with this content in a new tab, its elements at work."""
        tab = Reader(self.context, self._stage)
        self.tabs.append(tab)
        tab.read(name, content)
        tab.wait_for_elements()
        return tab.page

    def faults(self) -> list[str]:
        """What went wrong in any tab, the policy's reports included."""
        return [fault for tab in self.tabs for fault in tab.faults]

    def close(self) -> None:
        """Close the browser, and forget what it stored."""
        self.context.close()


def stored(page: Page) -> dict[str, str]:
    """All that the site keeps in this browser, by key."""
    found: dict[str, str] = page.evaluate(_ENTRIES)
    return found


def kept(page: Page, record: str) -> Any:
    """What the page's store says of a record."""
    read = f"async (id) => {{ {_STORE} return store.versions(id).map(({{value}}) => value); }}"
    return page.evaluate(read, record)


def keep(page: Page, **records: Any) -> None:
    """Put records into the page's store; an id's slash is written as two underscores."""
    put = f"async (all) => {{ {_STORE} for (const [id, value] of all) store.set(id, value); }}"
    page.evaluate(put, [[name.replace("__", "/"), value] for name, value in records.items()])

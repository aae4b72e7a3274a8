"""The browsers that examples are read with: scripts on, scripts off, and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from tests.overrides.examples import Example
from tests.overrides.stage import Stage

NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
# A4 less its margins, at 96 dots an inch.
PAPER = {"width": 673, "height": 1000}

PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")


class Reader:
    """One tab that opens examples, and notes what goes wrong on the way."""

    def __init__(self, context: BrowserContext, stage: Stage) -> None:
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.requests: list[str] = []
        self._context = context
        self._size = self.page.viewport_size or WIDE
        self._stage = stage
        # What the policy blocks is said on the console.
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("requestfailed", self._note_failure)
        self.page.on("response", self._look)

    def open(self, example: Example, hash_: str = "") -> Page:
        """The page of an example, as it is before anybody touches it."""
        return self.read(str(example), example.html(), hash_)

    def read(self, name: str, content: str, hash_: str = "") -> Page:
        """A page with this content."""
        self.faults.clear()
        self.requests.clear()
        self.page.set_viewport_size(self._size)
        if hash_:
            # A page that differs in its hash alone would not be loaded anew.
            self.page.goto("about:blank")
        self.page.goto(self._stage.put(name, content) + hash_)
        # Without its fonts a page has other widths, and leaving it would break off their loading.
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def open_all(self) -> None:
        """Open all that is closed, at once."""
        opening = "(all) => { for (const each of all) each.open = true; }"
        self.page.locator("details").evaluate_all(opening)

    def missing(self, example: Example) -> list[str]:
        """What the example promises to show, by role and name, and the page does not."""
        article = self.page.get_by_role("article").first
        lacking = []
        for role, names in example.shows.items():
            for name in names:
                if role == "text":
                    found = article.get_by_text(name)
                else:
                    found = article.get_by_role(cast(Any, role), name=name, exact=True)
                if not any(each.is_visible() for each in found.all()):
                    lacking.append(f"{role}: {name}")
        return lacking

    def probe(self, name: str) -> list[str]:
        """What a function of probes.js finds on the page."""
        found: list[str] = self.page.evaluate(f"() => {{ {PROBES}; return {name}(); }}")
        return found

    def wait_for_elements(self) -> None:
        """Wait until each element of the page has its module."""
        self.page.wait_for_function("() => !document.querySelector('article :not(:defined)')")

    def close(self) -> None:
        """Close the tab, and with it all that it stored."""
        self._context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def _note_failure(self, request: Request) -> None:
        # What is still on its way when a page is left is given up: a module, a notice's style.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def _look(self, response: Response) -> None:
        if response.status >= 400 or not response.url.startswith(self._stage.url):
            self.faults.append(f"answer {response.status}: {response.url}")

"""What the tests of the whole site share: where a page is ready, and what goes wrong on its way."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}

# Runs before the page's own scripts: what the policy blocks is noted by the page itself.
_NOTE_VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.violations.push(`${event.effectiveDirective} blocked ${event.blockedURI}`));
"""

# Fonts are there, and each element that the page holds has its module.
_READY = """async () => {
  const undefined_ = document.querySelectorAll(":not(:defined)");
  await Promise.all([...undefined_].map((each) => customElements.whenDefined(each.localName)));
  await document.fonts.ready;
}"""

# What was moving has come to rest.
SETTLED = """() => Promise.all(
  document.getAnimations().map((each) => each.finished.catch(() => null)))"""


class Visitor:
    """A page of the browser that writes down every fault on its way through a site."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site = site
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.page: Page = context.new_page()
        self.page.add_init_script(_NOTE_VIOLATIONS)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on("request", self._note_request)
        self.page.on("requestfailed", self._note_failure)
        self.page.on("response", self._note_response)

    def visit(self, address: str) -> Page:
        """Open a page of the site and wait until its fonts and elements are there."""
        self.page.goto(self.site + address)
        self.page.evaluate(_READY)
        return self.page

    def taken_faults(self) -> list[str]:
        """The faults since the last time of asking."""
        blocked = self.page.evaluate("window.violations.splice(0)")
        taken = [*self.faults, *(f"policy: {each}" for each in blocked)]
        self.faults.clear()
        return taken

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)
        host = urlsplit(request.url)
        if host.scheme not in ("data", "blob") and host.netloc != urlsplit(self.site).netloc:
            self.faults.append(f"asks another host: {request.url}")

    def _note_failure(self, request: Request) -> None:
        # A request is given up when the page goes: the favicon's, mostly.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url} ({request.failure})")

    def _note_response(self, response: Any) -> None:
        if response.status >= 400:
            self.faults.append(f"answer {response.status}: {response.url}")

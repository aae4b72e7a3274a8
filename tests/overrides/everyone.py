"""What axe finds on a page as it stands, in light and dark colours."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": _TAGS}}


def axe_faults(page: Page) -> list[str]:
    """A line for each fault, named by its rule and the element."""
    found = []
    for scheme in ("default", "slate"):
        page.evaluate("(scheme) => { document.body.dataset.mdColorScheme = scheme; }", scheme)
        rules: list[dict[str, Any]] = Axe().run(page, options=_OPTIONS).response["violations"]
        found += [
            f"{scheme}: {rule['id']}: {node['html'][:200]} ({node['failureSummary']})"
            for rule in rules
            for node in rule["nodes"]
        ]
    page.evaluate("() => { document.body.dataset.mdColorScheme = 'default'; }")
    return found

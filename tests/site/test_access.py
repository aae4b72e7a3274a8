"""Every page, light and dark, wide and narrow: for everyone, from one host, without an error."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import Served
from tests.site.visit import DESKTOP, PHONE, Visitor

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": WCAG},
    "rules": {"heading-order": {"enabled": True}},
}

# What is closed is opened first: what it holds counts as much.
_OPEN_ALL = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"

_STRUCTURE = """() => {
  const faults = [];
  const shown = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = shown.map((each) => Number(each.localName[1]));
  const count = levels.filter((level) => level === 1).length;
  if (count !== 1) faults.push(`${count} h1`);
  if (levels[0] !== 1) faults.push(`first heading is h${levels[0]}`);
  levels.forEach((level, at) => {
    if (at && level > levels[at - 1] + 1) {
      faults.push(`h${level} after h${levels[at - 1]}: ${shown[at].textContent.slice(0, 50)}`);
    }
  });
  if (!document.documentElement.lang) faults.push("no language");
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.querySelectorAll("main *")]
      .filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1)
      .slice(0, 3).map((each) => `<${each.localName} class="${each.getAttribute("class") ?? ""}">`);
    faults.push(`scrolls sideways, ${root.scrollWidth} in ${root.clientWidth}: ${wide.join(" ")}`);
  }
  return faults;
}"""


def axe_faults(axe: Axe, page: Page) -> list[str]:
    """What axe finds, a line for each rule and element."""
    found: list[dict[str, Any]] = axe.run(page, options=RULES).response["violations"]
    lines = []
    for rule in found:
        for node in rule["nodes"]:
            because = [said["message"] for said in (*node["any"], *node["all"], *node["none"])]
            where = " ".join(str(part) for part in node["target"])
            lines.append(f"{rule['id']}: {where} ({'; '.join(because)[:160]})")
    return lines


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_serves_everyone_without_an_error(
    browser: Browser, served: Served, pages: list[str], scheme: Any, size: Any
) -> None:
    context = browser.new_context(
        viewport=size, color_scheme=scheme, reduced_motion="reduce", base_url=served.url
    )
    visitor = Visitor(context, served.url)
    axe = Axe()
    where: defaultdict[str, list[str]] = defaultdict(list)
    for address in pages:
        page = visitor.visit(address)
        page.evaluate(_OPEN_ALL)
        for fault in (*page.evaluate(_STRUCTURE), *axe_faults(axe, page), *visitor.taken_faults()):
            where[fault].append(address or "(home)")
    context.close()
    report = [f"{fault}\n    on {', '.join(places)}" for fault, places in where.items()]
    assert not report, f"{len(report)} faults:\n" + "\n".join(report)

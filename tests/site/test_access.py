"""Every page, light and dark, wide and narrow: for everyone, from one host, without an error."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served
from tests.site.visit import DESKTOP, PHONE, SETTLED, Visitor

# Best practice that is asked for as well: what the guidelines only imply.
_ALSO = ("aria-dialog-name", "heading-order", "landmark-one-main", "region")
_EVERYTHING = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {rule: {"enabled": True} for rule in _ALSO},
    # The theme's boxes for menu and search stand before the header, whose labels steer them.
    "checks": {"region": {"options": {"regionMatcher": "dialog, [role=dialog], svg, .md-toggle"}}},
}
# What other colours can change; the rest was looked at by day.
_COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
RULES = {"light": _EVERYTHING, "dark": _COLOURS}

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


def axe_faults(page: Page, scheme: str) -> list[str]:
    """What axe finds, a line for each rule and kind of element."""
    found: list[dict[str, Any]] = Axe().run(page, options=RULES[scheme]).response["violations"]
    lines = {}
    for rule in found:
        for node in rule["nodes"]:
            because = [said["message"] for said in (*node["any"], *node["all"], *node["none"])]
            where = re.sub(r":nth-child\(\d+\)", "", " ".join(map(str, node["target"])))
            lines[f"{rule['id']}: {where} ({'; '.join(because)[:160]})"] = None
    return list(lines)


@pytest.fixture(params=["light-wide", "light-narrow", "dark-wide", "dark-narrow"])
def state(request: pytest.FixtureRequest) -> tuple[str, bool]:
    """The colours, and whether the screen is wide."""
    scheme, width = request.param.split("-")
    return scheme, width == "wide"


@pytest.fixture
def visitor(browser: Browser, served: Served, state: tuple[Any, bool]) -> Iterator[Visitor]:
    """A visit in that state."""
    scheme, wide = state
    context = browser.new_context(
        viewport=DESKTOP if wide else PHONE, color_scheme=scheme, reduced_motion="reduce"
    )
    yield Visitor(context, served.url)
    context.close()


def test_every_page_serves_everyone_without_an_error(
    visitor: Visitor, pages: list[str], state: tuple[str, bool]
) -> None:
    where: defaultdict[str, list[str]] = defaultdict(list)
    for address in pages:
        page = visitor.visit(address)
        page.evaluate(_OPEN_ALL)
        found = [*page.evaluate(_STRUCTURE), *axe_faults(page, state[0]), *visitor.taken_faults()]
        for fault in found:
            where[fault].append(address or "(home)")
    report = [f"{fault}\n    on {', '.join(places)}" for fault, places in where.items()]
    assert not report, f"{len(report)} faults:\n" + "\n".join(report)


def test_the_open_search_serves_everyone(visitor: Visitor, state: tuple[str, bool]) -> None:
    scheme, wide = state
    page = visitor.visit("loop/levels/")
    if not wide:
        page.locator(".md-header__button[for=__search]").click()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("blockers")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.evaluate(SETTLED)
    assert [*axe_faults(page, scheme), *visitor.taken_faults()] == []


@pytest.mark.parametrize("state", [("light", False), ("dark", False)], ids=["light", "dark"])
def test_the_open_menu_serves_everyone(visitor: Visitor, state: tuple[str, bool]) -> None:
    page = visitor.visit("loop/levels/")
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-nav--primary > .md-nav__list")).to_be_in_viewport()
    page.evaluate(SETTLED)
    assert [*axe_faults(page, state[0]), *visitor.taken_faults()] == []

"""Walks a page by the Tab key, and says of each stop what a reader would miss there."""

from __future__ import annotations

from playwright.sync_api import Page

# A stop shows its focus by an outline, its own or that of the label that stands for it; it is in
# view, and something of it lies on top. Movements are waited for, not timed.
_LOOK = """async () => {
  await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null)));
  const stop = document.activeElement;
  if (stop === document.body) return ["", "end"];
  const first = !stop.dataset.stopped;
  stop.dataset.stopped = "yes";
  const onTop = (each, box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 2 || bottom - top < 2) return false;
    return [0.5, 0.1, 0.9].some((part) => {
      const found = document.elementFromPoint(
        left + (right - left) * part, top + (bottom - top) * part);
      return found && (each.contains(found) || found.contains(each) && found.matches("label"));
    });
  };
  const shows = (each) => {
    const style = getComputedStyle(each);
    return each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
      && [...each.getClientRects()].some((box) => onTop(each, box));
  };
  const standIns = [...stop.labels ?? [], stop.nextElementSibling].filter(Boolean);
  const name = stop.outerHTML.replace(/\\s+/g, " ").slice(0, 120);
  if (!first) return [name, "again"];
  return [name, [stop, ...standIns].some(shows) ? "" : "shows no focus"];
}"""

# What could be used by hand and was no stop. Of a group of radio buttons one is a stop.
_MISSED = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex='0']")]
  .filter((each) => !each.dataset.stopped && each.tabIndex >= 0 && !each.disabled
    && each.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && each.getClientRects().length)
  .map((each) => each.outerHTML.replace(/\\s+/g, " ").slice(0, 120))"""

MOST_STOPS = 900


def walk(page: Page) -> list[str]:
    """Press Tab until the page ends; every stop without visible focus, and all that was no stop."""
    faults = []
    name = ""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        before = name
        name, fault = page.evaluate(_LOOK)
        if fault == "again" and name == before and 'type="date"' in name:
            continue  # from the month to the day, the year and the calendar
        if fault in ("end", "again"):
            return [*faults, *(f"is never reached: {each}" for each in page.evaluate(_MISSED))]
        if fault:
            faults.append(f"{fault}: {name}")
    return [*faults, f"more than {MOST_STOPS} stops"]

"""The question finder at three sizes, beside the theme's search over the same questions."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from macros import finder
from macros.load import load
from macros.select import questions
from tests import browser
from tests.bench import builds, checkout
from tests.bench.server import Host, packed
from tests.bench.table import Aim, Row

# Questions → the share of the theme's time to a first result, and milliseconds for a key.
_SIZES = {300: (0.6, 50), 3000: (0.7, 50), 10000: (0.4, 100)}
_PAGE = "questions/find/"
_CLEARED_WITHIN = 0.1
_BYTES_EACH = 55
_BYTES_NOW = 10_000

# What readers type, key by key: whole questions, parts, errors, and what is in no question.
_TYPED = (
    "team roadmap",
    "disagre with pm",
    "prioritisation",
    "quick decison",
    "hiring managers performance",
    "zebra",
)

# What is measured ends when the browser has painted it.
_SCRIPT = """
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const seconds = async (what) => {
    const start = performance.now();
    await what();
    await painted();
    return (performance.now() - start) / 1000;
  };
  const shown = (selector) => new Promise((done) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (found?.checkVisibility()) done(); else requestAnimationFrame(look);
    };
    look();
  });
  const ask = (field, words) => {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
"""
_FIRST = """([field, result, words]) => {%s
  return seconds(() => {
    const asked = document.querySelector(field);
    asked.focus();
    ask(asked, words);
    return shown(result);
  });
}"""
_KEYS = """async (typed) => {%s
  const field = document.querySelector("[name=q]");
  const taken = [];
  for (const words of typed) {
    for (let end = 1; end <= words.length; end++) {
      taken.push(await seconds(() => ask(field, words.slice(0, end))));
    }
    ask(field, "");
    await painted();
  }
  return taken;
}"""
_CLEAR = """async () => {%s
  const role = document.querySelector("[name=role][value=m1]");
  const clear = document.querySelector("[data-do=clear]");
  const taken = [];
  for (let turn = 0; turn < 5; turn++) {
    role.click();
    await painted();
    taken.push(await seconds(() => clear.click()));
  }
  return taken;
}"""
_OURS = ("[name=q]", "[data-found] > li")
_THEIRS = ("[data-md-component=search-query]", ".md-search-result__item")


def measure(folder: Path, quick: bool) -> list[Row]:
    """Rows of each size, and of the index of the bank as it is."""
    now = len(packed_index(checkout.ROOT))
    rows = [Row("finder, index of the real bank, gzip", "B", now, aim=Aim(_BYTES_NOW))]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.find(), args=list(browser.ARGUMENTS)
        )
        for size, (share, milliseconds) in _SIZES.items():
            if quick and size > 300:
                continue
            print(f"  finder, {size} questions …", file=sys.stderr, flush=True)
            rows += _measure(chromium, folder / f"finder-{size}", size, share, milliseconds)
        chromium.close()
    return rows


def packed_index(root: Path) -> bytes:
    """The index of a checkout, as it travels."""
    return gzip.compress(finder.index(load(root / "docs/data")).encode(), 9, mtime=0)


def _measure(
    chromium: Browser, folder: Path, size: int, share: float, milliseconds: int
) -> list[Row]:
    root = checkout.copy(folder / "ours")
    checkout.add_questions(root, size - len(questions(load(root / "docs/data"))))
    with Host(folder / "site") as host:
        builds.build(root, host.folder, SITE_URL=host.url)
        index = len(packed(host.folder / finder.INDEX))
        times = 5 if size < 1000 else 3
        ours = median(_first(chromium, host, _OURS) for _ in range(times))
        theirs = median(_first(chromium, host, _THEIRS) for _ in range(times))
        keys, cleared = _used(chromium, host)
    keys.sort()
    slow = keys[int(len(keys) * 0.95)]
    label = f"finder, {size} questions:"
    return [
        Row(f"{label} from opening to first result", "s", ours),
        Row(f"{label} the same with the theme's search", "s", theirs),
        Row(f"{label} ours ÷ theirs", "ratio", ours / theirs, aim=Aim(share)),
        Row(f"{label} a key answered, p95", "s", slow, aim=Aim(milliseconds / 1000)),
        Row(f"{label} a key answered, slowest", "s", keys[-1]),
        Row(f"{label} clearing a filter, processor ÷ 4", "s", cleared, aim=Aim(_CLEARED_WITHIN)),
        Row(f"{label} index, gzip", "kB", index / 1000),
        Row(f"{label} index for each question, gzip", "B", index / size, aim=Aim(_BYTES_EACH)),
    ]


def _open(chromium: Browser, host: Host) -> Page:
    page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(host.url + _PAGE, wait_until="networkidle")
    page.evaluate("customElements.whenDefined('loop-question-finder').then(() => true)")
    return page


def _first(chromium: Browser, host: Host, parts: tuple[str, str]) -> float:
    """Seconds from turning to a search, with a word at once, to the first result on the screen."""
    page = _open(chromium, host)
    taken: float = page.evaluate(_FIRST % _SCRIPT, [*parts, "roadmap"])
    page.context.close()
    return taken


def _used(chromium: Browser, host: Host) -> tuple[list[float], float]:
    """Seconds for each key, and for clearing a filter on a processor four times slower."""
    page = _open(chromium, host)
    page.evaluate(_FIRST % _SCRIPT, [*_OURS, "roadmap"])
    keys: list[float] = page.evaluate(_KEYS % _SCRIPT, list(_TYPED))
    session: CDPSession = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    cleared: list[float] = page.evaluate(_CLEAR % _SCRIPT)
    page.context.close()
    return keys, max(cleared)

"""What a first visit of each page fetches, by kind of file, in kilobytes as they travel."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import browser
from tests.bench import builds
from tests.bench.server import Host, packed
from tests.bench.table import Aim, Row

KINDS = {".html": "HTML", ".css": "CSS", ".js": "JS", ".woff2": "fonts"}
_INDEX = "search/search_index.json"
_SECTION_OF_TWENTY = "questions/made-001/"
_NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

# Kind of file → kilobytes (1,000 bytes).
Weight = dict[str, float]


def measure(folder: Path, quick: bool) -> list[Row]:
    """Rows of the home page, of sections of questions and of the heaviest page."""
    corpus = builds.corpus(folder / "weighed", questions=20)
    found: dict[str, dict[str, Weight]] = {}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser.find(), args=[*browser.ARGUMENTS, _NOWHERE]
        )
        for kind in builds.KINDS:
            print(f"  weighing {kind} …", file=sys.stderr, flush=True)
            with Host(corpus / f"site-{kind}") as host:
                builds.build(corpus / kind, host.folder, SITE_URL=host.url)
                pages = _pages(host.folder)
                if quick or kind != "ours":
                    pages = [page for page in pages if page == "" or "questions/" in page]
                found[kind] = {page: visit(chromium, host, page) for page in pages}
                if kind == "ours":
                    index = _search(chromium, host)
        chromium.close()
    return [*_rows(found), *index]


def _pages(site: Path) -> list[str]:
    found = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    # Lasting addresses lead on at once.
    read = [path for path in found if path != "404.html" and not path.startswith("q/")]
    return [path.removesuffix("index.html") for path in read]


def visit(chromium: Browser, host: Host, page: str) -> Weight:
    """What a reader who has never been here fetches for one page."""
    host.asked.clear()
    context = chromium.new_context()
    context.new_page().goto(host.url + page, wait_until="networkidle")
    context.close()
    weight: Weight = {}
    for asked in dict.fromkeys(host.asked):
        file = host.file(asked)
        kind = "index" if asked.endswith(_INDEX) else KINDS.get(file.suffix, "other")
        weight[kind] = weight.get(kind, 0) + len(packed(file)) / 1000
    return weight


def _search(chromium: Browser, host: Host) -> list[Row]:
    """The index: its weight, and whether it comes when the search opens and not before."""
    host.asked.clear()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(host.url, wait_until="networkidle")
    before = sum(asked.endswith(_INDEX) for asked in host.asked)
    with page.expect_response(lambda response: response.url.endswith(_INDEX)):
        page.locator('[data-md-component="search-query"]').focus()
    context.close()
    size = len(packed(host.folder / _INDEX)) / 1000
    return [
        Row("weight, search index, when search opens", "kB", size),
        Row("requests for it before that", "", before, aim=Aim(0)),
    ]


def _without(weight: Weight, *kinds: str) -> float:
    return sum(value for kind, value in weight.items() if kind not in kinds)


def _rows(found: dict[str, dict[str, Weight]]) -> list[Row]:
    ours = found["ours"]

    def row(what: str, page: str, aim: Aim | None) -> Row:
        values = {
            kind: _without(pages[page], "fonts", "index")
            for kind, pages in found.items()
            if page in pages
        }
        return Row(f"weight, {what}, no fonts, no index", "kB", **values, aim=aim)

    made = ours.pop(_SECTION_OF_TWENTY)
    sections = [page for page in ours if page.startswith("questions/") and page != "questions/"]
    section = max(sections, key=lambda page: _without(ours[page], "fonts", "index"))
    rows = [row("home", "", Aim(75))]
    rows += [Row(f"  of that {kind}", "kB", ours[""].get(kind, 0)) for kind in KINDS.values()][:3]
    rows.append(Row("weight, home, fonts", "kB", ours[""].get("fonts", 0), aim=Aim(45)))
    rows.append(row(f"the largest section of the guide's, {section}", section, Aim(120)))
    ours[_SECTION_OF_TWENTY] = made
    rows.append(row("a section of 20 questions", _SECTION_OF_TWENTY, Aim(120)))
    rows += [Row(f"  of that {kind}", "kB", made.get(kind, 0)) for kind in KINDS.values()]
    heavy = sorted(
        set(ours) - {_SECTION_OF_TWENTY}, key=lambda page: -_without(ours[page], "index")
    )
    for place, page in enumerate(heavy[:3], 1):
        label = f"heaviest page, {place}: /{page}, fonts included"
        rows.append(Row(label, "kB", _without(ours[page], "index")))
    early = sum("index" in weight for weight in ours.values())
    rows.append(Row("pages that fetch the index on their own", "", early, aim=Aim(0)))
    return rows

"""Lighthouse's mobile scores, of the home page and of sections of questions, over gzip."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from tests import browser
from tests.bench import builds, checkout
from tests.bench.server import Host
from tests.bench.table import Aim, Row

_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_PAGES = {
    "home": "",
    "a section of the guide's": "questions/technical-leadership/",
    "a section of 20 questions": "questions/made-001/",
}


def measure(folder: Path, quick: bool) -> list[Row]:
    """Rows of the scores: the median of three visits, and every audit that was not passed."""
    corpus = builds.corpus(folder / "lit", questions=20)
    rows: list[Row] = []
    with Host(corpus / "site") as host:
        builds.build(corpus / "ours", host.folder, SITE_URL=host.url)
        for name, page in _PAGES.items():
            print(f"  Lighthouse looks at {name} …", file=sys.stderr, flush=True)
            visits = [look(host.url + page, folder) for _ in range(1 if quick else 3)]
            rows += _rows(name, visits)
    return rows


def look(url: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report of one visit."""
    report = folder / "lighthouse.json"
    command = [
        str(checkout.ROOT / "node_modules/.bin/lighthouse"),
        url,
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(_CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless', *browser.ARGUMENTS])}",
    ]
    # Node stands beside this Python, whatever else the machine has.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"CHROME_PATH": browser.find() or "", "PATH": path}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def _rows(name: str, visits: list[dict[str, Any]]) -> list[Row]:
    rows = []
    for category in _CATEGORIES:
        score = median(100 * visit["categories"][category]["score"] for visit in visits)
        aim = Aim(98 if category == "performance" else 100, at_least=True)
        rows.append(Row(f"Lighthouse, {name}: {category}", "", score, aim=aim))
    audits = [visit["audits"] for visit in visits]
    shift = max(audit["cumulative-layout-shift"]["numericValue"] for audit in audits)
    rows.append(Row(f"Lighthouse, {name}: layout shift", "shift", shift, aim=Aim(0)))
    for audit, label in (
        ("first-contentful-paint", "first paint"),
        ("largest-contentful-paint", "largest paint"),
        ("total-blocking-time", "blocked"),
    ):
        seconds = median(each[audit]["numericValue"] for each in audits) / 1000
        rows.append(Row(f"  {label}", "s", seconds))
    for fault in _faults(visits[0]):
        print(f"    not passed: {fault}", file=sys.stderr, flush=True)
    return rows


def _faults(visit: dict[str, Any]) -> list[str]:
    """What Lighthouse would have better, with what it says of it."""
    faults = []
    for ident, audit in visit["audits"].items():
        if audit["score"] is not None and audit["score"] < 0.9:
            faults.append(f"{ident} ({audit.get('displayValue') or audit['title']})")
    return faults

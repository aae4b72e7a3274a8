"""`python -m tests.bench`: measure the site against its aims and two baselines, within one run.

It reports and never fails on a figure: other work on the machine moves times, ratios less.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests import browser
from tests.bench import builds, checkout, finder, lighthouse, serving, table, weight

_MEASURES = {
    "builds": builds.measure,
    "weight": weight.measure,
    "finder": finder.measure,
    "serve": serving.measure,
    "lighthouse": lighthouse.measure,
}
_RESULTS = checkout.ROOT / ".cache" / "bench.json"


def main() -> None:
    """Measure what is asked for, print the table, keep it as JSON."""
    words = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    words.add_argument("--quick", action="store_true", help="one run each, smaller corpora")
    words.add_argument("--only", choices=_MEASURES, help="measure one thing")
    asked = words.parse_args()
    if browser.find() is None:
        sys.exit(browser.MEND)
    rows: list[table.Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for name, measure in _MEASURES.items():
            if asked.only in (None, name):
                print(f"Measuring {name} …", file=sys.stderr, flush=True)
                rows += measure(Path(folder), asked.quick)
    machine = {"python": platform.python_version(), "processors": os.cpu_count()}
    table.write(rows, _RESULTS, quick=asked.quick, only=asked.only, **machine)
    print(table.drawn(rows))
    missed = [row.figure for row in rows if row.met is False]
    print(f"\n{len(missed)} aims not met." if missed else "\nEvery aim is met.")


if __name__ == "__main__":
    main()

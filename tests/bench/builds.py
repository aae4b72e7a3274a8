"""Build time and peak memory, of the site and of its two baselines, at three sizes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench import checkout
from tests.bench.table import Aim, Row

KINDS = ("ours", "ready", "stock")
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@dataclass(frozen=True)
class Build:
    """One build: seconds of processor (user and system), seconds by the clock, peak megabytes."""

    processor: float
    wall: float
    memory: float


def build(root: Path, target: Path, **environment: str) -> Build:
    """Build a corpus in a process of its own. Raises SystemExit with its words when it fails."""
    strict = ["--strict"] if (root / "macros").exists() else []
    command = [sys.executable, "-m", "mkdocs", "build", *strict, "-f", checkout.CONFIG]
    with (root / "build.log").open("w+", encoding="utf-8") as log:
        start = time.perf_counter()
        running = subprocess.Popen(
            [*command, "-d", str(target)],
            cwd=root,
            env=os.environ | _ENVIRONMENT | environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if running.returncode:
            log.seek(0)
            sys.exit(f"The build of {root.parent.name}/{root.name} failed:\n{log.read()[-3000:]}")
    # Linux counts the peak in KiB.
    return Build(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def corpus(folder: Path, questions: int = 0, copies: int = 0) -> Path:
    """The three kinds of one size, each ready to be built in a folder of its own."""
    ours = checkout.copy(folder / "ours")
    if questions:
        checkout.add_questions(ours, questions)
    if copies:
        checkout.add_pages(ours, copies)
    baselines = [str(folder / kind) for kind in ("ready", "stock")]
    command = [sys.executable, "-m", "tests.bench.baselines", str(ours), *baselines]
    subprocess.run(command, cwd=checkout.ROOT, env=os.environ | _ENVIRONMENT, check=True)
    return folder


def measure(folder: Path, quick: bool) -> list[Row]:
    """Rows of every size. The three kinds are built in turn, so that they meet the same machine."""
    sizes = {
        "as it is": (corpus(folder / "one"), None),
        f"{300 if quick else 3000} questions more": (
            corpus(folder / "questions", questions=300 if quick else 3000),
            Aim(0.55, of_stock=True),
        ),
        f"{3 if quick else 10} times the pages": (
            corpus(folder / "pages", copies=2 if quick else 9),
            Aim(0.60, of_stock=True),
        ),
    }
    rows: list[Row] = []
    for name, (size, aim) in sizes.items():
        pages = sum(1 for _ in (size / "ours/docs").rglob("*.md"))
        found: dict[str, list[Build]] = {kind: [] for kind in KINDS}
        for turn in range(1 if quick else 3):
            for kind in KINDS:
                print(f"  {name}, {kind}, run {turn + 1} …", file=sys.stderr, flush=True)
                found[kind].append(build(size / kind, folder / f"site-{kind}"))
        label = f"{name} ({pages} pages)"
        for what, unit, field in (
            ("processor", "s", "processor"),
            ("clock", "s", "wall"),
            ("peak memory", "MB", "memory"),
        ):
            values = {kind: median(getattr(each, field) for each in found[kind]) for kind in KINDS}
            bound = aim if unit == "s" else None
            rows.append(Row(f"build, {label}: {what}", unit, **values, aim=bound))
    return rows

"""The time of a build, the same for one commit on any day; and what day it may be by now."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def build_time(root: Path = ROOT) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the commit's time, else the last edition's."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        if not given.isdecimal():
            sys.exit(f"SOURCE_DATE_EPOCH is {given!r}, no number of seconds. Mend: unset it.")
        return int(given)
    return _commit_time(root) or _edition_time(root)


def latest_day() -> datetime.date:
    """The day it is where days begin first (UTC+14): no fact can have been checked after it."""
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=14)).date()


def _commit_time(root: Path) -> int | None:
    if not (root / ".git").exists():
        return None
    # Git reads no history of another owner's folder, such as one mounted into a container.
    trusted = ["-c", f"safe.directory={root.resolve()}"]
    command = ["git", *trusted, "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return int(said) if said.strip() else None


def _edition_time(root: Path) -> int:
    # A downloaded archive has no history: the date of the edition it holds stands in the tree.
    import yaml

    try:
        text = (root / "docs/data/editions.yml").read_text(encoding="utf-8")
        day = datetime.date.fromisoformat(yaml.safe_load(text)[-1]["date"])
    except (OSError, ValueError, TypeError, LookupError, yaml.YAMLError):
        return int(time.time())  # the build fails, since the loader tells what is wrong there
    return int(datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC).timestamp())

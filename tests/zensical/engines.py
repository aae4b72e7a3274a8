"""The guide built twice, from one copy of the checkout: by MkDocs, and by Zensical.

Zensical runs no hooks: the files that ours add are written into its finished site.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from macros.clock import ROOT
from tests.zensical.added import add

_FOLDER = ROOT / ".cache" / "zensical"
_PYTHON = _FOLDER / "venv" / "bin" / "python"
_PARTS = ("docs", "macros", "overrides")
_ADDRESS = "http://127.0.0.1:8000/"  # nothing is served: the two are only to have the same


@dataclass(frozen=True)
class Sites:
    """Where the two finished sites stand, and what Zensical said."""

    today: Path
    tomorrow: Path
    said: str


def built() -> Sites:
    """Build both. Raises SystemExit with what Zensical said if it gives up."""
    copy = _copied()
    today = _FOLDER / "today"
    mkdocs = ("-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(today))
    first = _run(copy, sys.executable, *mkdocs)
    if first.returncode:
        sys.exit(f"{first.stdout}MkDocs does not build it. Mend: make check.")
    # It knows no other folder than site/ beside mkdocs.yml.
    second = _run(copy, str(_PYTHON), "-m", "zensical", "build", "--clean")
    if second.returncode:
        sys.exit(f"{second.stdout}Zensical does not build it.")
    add(copy / "site")
    return Sites(today, copy / "site", second.stdout)


def _copied() -> Path:
    copy = _FOLDER / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    for part in _PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


def _run(copy: Path, *command: str) -> subprocess.CompletedProcess[str]:
    # `python -m` looks for our macros in the folder that it runs in.
    environment = os.environ | {"SITE_URL": _ADDRESS}
    return subprocess.run(
        command,
        cwd=copy,
        env=environment,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )

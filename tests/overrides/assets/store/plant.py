"""Plants the faults of faults.yml in a copy of the store, one by one, and runs its tests on each.

`python -m tests.overrides.assets.store.plant` says how many were caught and which were not; words
after it choose the faults whose names have one of them. Part of `make test-long`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml

from tests.conftest import ROOT

HERE = Path(__file__).parent
STORE = ROOT / "overrides/assets/store"
# The random sequences last: what is caught before is caught sooner.
ORDER = ("versions", "formats", "keeper", "merge", "backup", "tabs", "editions", "simulation")


def faults() -> dict[str, tuple[str, str, str]]:
    """Each fault by its name: module, what stands there, what is put in its place."""
    found = yaml.safe_load((HERE / "faults.yml").read_text("utf-8"))
    return {name: (module, old, new) for name, (module, old, new) in found.items()}


def plant(fault: tuple[str, str, str], folder: Path) -> None:
    """Copy the store and put a fault into it. ValueError where its place is not to be found."""
    module, old, new = fault
    shutil.copytree(STORE, folder)
    text = (folder / module).read_text("utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{module} has {text.count(old)} times: {old}")
    (folder / module).write_text(text.replace(old, new), "utf-8")


def catches(folder: Path | None) -> str:
    """The first test that fails with the store of a folder (ours, if None); "" if none does."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header"]
    tests = [HERE / f"test_{stem}.py" for stem in ORDER]
    done = subprocess.run(
        [*command, *(str(path) for path in tests if path.exists())],
        cwd=ROOT,
        env=os.environ | ({"LOOP_STORE": str(folder)} if folder else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)
    return failed[0].partition("::")[2].partition(" - ")[0] if failed else ""


def try_one(fault: tuple[str, str, str]) -> str:
    """The first test that fails with a fault; "" if none does."""
    with tempfile.TemporaryDirectory() as folder:
        plant(fault, Path(folder) / "store")
        return catches(Path(folder) / "store")


def main(words: list[str]) -> int:
    """Plant and report; 1 if a fault was not caught."""
    chosen = {
        name: fault
        for name, fault in faults().items()
        if not words or any(word in name for word in words)
    }
    if before := catches(None):
        print(f"The tests fail without any fault: {before}")
        return 1
    missed = []
    with ThreadPoolExecutor(os.cpu_count()) as several:
        for name, by in zip(chosen, several.map(try_one, chosen.values()), strict=True):
            print(
                f"{'caught' if by else 'NOT CAUGHT'}: {name}{f' ({by})' if by else ''}", flush=True
            )
            if not by:
                missed.append(name)
    print(f"{len(chosen) - len(missed)} of {len(chosen)} planted faults were caught.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The verbs of the Makefile: those that the README tells of, and what they say when they cannot."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
# Each verb with its `##` line.
VERBS = dict(re.findall(r"^([a-z-]+):.*## (.+)$", MAKEFILE, re.MULTILINE))

# An index that answers nobody. Nothing that is there counts, and nothing would be written.
NO_NETWORK = {
    "NO_PROXY": "127.0.0.1",
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_DRY_RUN": "1",
    "PIP_IGNORE_INSTALLED": "1",
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "PIP_NO_CACHE_DIR": "1",
    "PIP_RETRIES": "0",
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the verbs stand on, in which nothing was made yet."""
    for name in ("Makefile", "site.lock", "dev.lock", "package-lock.json", "tests/port.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def script(path: Path, text: str) -> Path:
    """A script of the shell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def make(root: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """What make says, without anything of a make around these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=root,
        env=kept | changes,
        capture_output=True,
        text=True,
        check=False,
    )


def made(checkout: Path) -> None:
    """Make the environment as if it had been made: Python is that of these tests."""
    script(checkout / ".venv/bin/python", f'exec "{sys.executable}" "$@"')
    for name in ("made", "site", "dev"):
        (checkout / ".venv" / name).touch()


def test_the_readme_tells_of_every_verb_and_of_no_other() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `make ([a-z-]+)` \|", readme, re.MULTILINE)
    assert {*told, "help"} == set(VERBS)


def test_every_verb_runs_whatever_files_there_are() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(VERBS) <= set(phony[1].split())


def test_make_alone_lists_the_verbs_and_makes_nothing(checkout: Path) -> None:
    before = set(checkout.rglob("*"))
    done = make(checkout)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(VERBS)
    for line, (verb, does) in zip(lines, VERBS.items(), strict=True):
        assert verb in line
        assert line.endswith(does)
    assert set(checkout.rglob("*")) == before


def test_a_python_that_is_too_old_is_told(checkout: Path) -> None:
    # The real one, which takes itself for another.
    claims = "import sys; sys.version_info = (3, 9, 2); exec(sys.argv[1])"
    old = script(checkout / "python3.9", f'exec "{sys.executable}" -c "{claims}" "$2"')
    done = make(checkout, "build", f"PYTHON={old}")
    assert done.returncode != 0
    assert f"Python 3.11 or newer is needed; `{old}` is not. Mend: install it" in done.stdout
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_not_there_is_told(checkout: Path) -> None:
    done = make(checkout, "serve", "PYTHON=/nowhere/python3")
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed; `/nowhere/python3` is not." in done.stdout


def test_a_python_without_its_venv_module_is_told(checkout: Path) -> None:
    # Debian's leaves half an environment behind.
    fails = 'if [ "$2" = venv ]; then mkdir -p "$3/bin"; exit 1; fi'
    bare = script(checkout / "python3", f'{fails}\nexec "{sys.executable}" "$@"')
    done = make(checkout, "check", f"PYTHON={bare}")
    assert done.returncode != 0
    assert "Python could not make an environment. Mend: install its venv module" in done.stdout
    assert "apt-get install python3-venv" in done.stdout
    assert not (checkout / ".venv/made").exists()


def test_packages_that_cannot_be_fetched_are_told_and_asked_for_again(checkout: Path) -> None:
    made(checkout)
    (checkout / ".venv/site").unlink()
    done = make(checkout, "build", **NO_NETWORK)
    assert done.returncode != 0
    assert "Installing what the site is made with" in done.stdout
    assert "The packages could not be installed. Mend: look at the network" in done.stdout
    assert not (checkout / ".venv/site").exists()


def test_npm_packages_that_cannot_be_fetched_are_told(checkout: Path) -> None:
    made(checkout)
    script(checkout / ".venv/bin/npm", "exit 1")
    done = make(checkout, "format")
    assert done.returncode != 0
    assert "The npm packages could not be installed. Mend: look at the network" in done.stdout
    assert not (checkout / "node_modules/installed").exists()


def test_serving_at_a_port_that_is_taken_ends_before_it_begins(checkout: Path) -> None:
    made(checkout)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = make(checkout, "serve", f"PORT={port}")
    assert done.returncode != 0
    assert f"Port {port} is taken" in done.stderr
    assert "The site will stand" not in done.stdout

"""tests/browser.py finds the browser of the machine, asks apt for one, or says how to get one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import browser


def program(folder: Path, name: str, text: str = "") -> str:
    """A program of this name in a folder, in Python."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the only one on the path of a machine that names no browser."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return folder


def run() -> subprocess.CompletedProcess[str]:
    """The script, as `make browser` runs it."""
    command = [sys.executable, browser.__file__]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_browser_that_is_named_is_taken(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(path, "chromium")
    monkeypatch.setenv("CHROMIUM", program(tmp_path, "my own"))
    assert browser.find() == str(tmp_path / "my own")


def test_a_browser_that_is_named_and_not_there_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(path, "chromium")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert browser.find() is None


def test_the_first_of_the_usual_names_on_the_path_is_taken(path: Path) -> None:
    for name in reversed(browser.NAMES):
        program(path, name)
        assert browser.find() == str(path / name)


def test_nothing_is_said_when_there_is_a_browser(path: Path) -> None:
    program(path, "chromium")
    done = run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.usefixtures("path")
def test_without_a_browser_and_without_apt_the_way_to_one_is_told() -> None:
    done = run()
    assert done.returncode == 1
    assert "No browser for the tests was found." in done.stderr
    assert "Mend: sudo apt-get install chromium" in done.stderr
    assert "CHROMIUM=/path/to/chromium" in done.stderr


def test_an_apt_that_fails_leaves_the_message(path: Path) -> None:
    program(path, "apt-get", "raise SystemExit(100)")
    program(path, "sudo", "raise SystemExit(1)")
    done = run()
    assert done.returncode == 1
    assert browser.MEND in done.stderr


@pytest.mark.parametrize("root", [True, False], ids=["as root", "through sudo"])
def test_an_apt_that_may_installs_a_browser(
    path: Path, monkeypatch: pytest.MonkeyPatch, root: bool
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
    apt = f"""
import os, sys
if "install" in sys.argv and "chromium" in sys.argv and {root} != ("AS_ROOT" in os.environ):
    open({str(path / "chromium")!r}, "w").close()
    os.chmod({str(path / "chromium")!r}, 0o755)
"""
    program(path, "apt-get", apt)
    if not root:
        sudo = 'os.execvpe(sys.argv[2], sys.argv[2:], os.environ | {"AS_ROOT": "1"})'
        program(path, "sudo", f"import os, sys\nassert sys.argv[1] == '-n'\n{sudo}")
    browser.install()
    assert browser.find() == str(path / "chromium")

"""`python -m macros`, run as a reader of CONTRIBUTING runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.macros import cases

ROOT = Path(__file__).parent.parent.parent


def run(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Check the guide that stands beside a copy of macros/, from a folder elsewhere."""
    return subprocess.run(
        [sys.executable, "-m", "macros"],
        cwd=root.parent,
        env=os.environ | {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of the project with the sound guide in it, in a folder with an awkward name."""
    root = cases.sound(tmp_path / "a café, “quoted” & more")
    for folder in ("macros", "overrides/components"):
        ignored = shutil.ignore_patterns("__pycache__", "*.css", "*.js")
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    return root


def test_the_real_guide_has_no_problem() -> None:
    done = run(ROOT, SOURCE_DATE_EPOCH="")
    assert (done.stdout, done.returncode) == ("", 0)
    assert done.stderr == "Data and pages: no problem found.\n"


def test_a_sound_guide_passes_and_says_so(checkout: Path) -> None:
    done = run(checkout)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Data and pages: no problem found.\n"


def test_a_broken_guide_fails_and_tells_every_problem(checkout: Path) -> None:
    broken = {case.name: case for case in cases.broken()}
    said = ""
    for name in ("fields/misspelt-key", "fields/no-choice", "pages/misdecoded"):
        broken[name].make(checkout)
        said += broken[name].says
    done = run(checkout)
    assert done.returncode == 1
    assert done.stdout == said
    assert done.stderr == "Data and pages: 4 problems.\n"


def test_one_problem_is_told_in_the_singular(checkout: Path) -> None:
    (checkout / "docs/data/areas.yml").write_text("", encoding="utf-8")
    assert run(checkout).stderr == "Data and pages: 1 problem.\n"


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"TZ": "Pacific/Kiritimati", "LANG": "de_DE.ISO-8859-1"},
    ],
    ids=str,
)
def test_any_locale_and_time_zone_gives_the_same_verdict(
    checkout: Path, environment: dict[str, str]
) -> None:
    file = checkout / "docs/data/areas.yml"
    text = file.read_text(encoding="utf-8").replace("Making", "âœ… Making")
    file.write_text(text, encoding="utf-8")
    done = run(checkout, **environment)
    assert done.returncode == 1
    assert done.stdout.startswith('docs/data/areas.yml:4:11  area "craft": "covers" holds')
    assert done.stderr == "Data and pages: 1 problem.\n"


def test_a_guide_without_any_data_is_told_and_not_thrown(checkout: Path) -> None:
    shutil.rmtree(checkout / "docs/data")
    done = run(checkout)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert 'There is no checklist "week-before".' in done.stdout

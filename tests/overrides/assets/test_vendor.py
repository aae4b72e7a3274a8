"""What others made stands as it came: its origin, its licence, its sha256."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

VENDOR = ROOT / "overrides/assets/vendor"
_LINE = re.compile(r"^([0-9a-f]{64}) [ *](\S+)$", re.M)
TEXTS = {"SOURCE.txt", "LICENSE.txt"}

each_library = pytest.mark.parametrize(
    "folder", sorted(VENDOR.iterdir()), ids=lambda folder: folder.name
)


@each_library
def test_a_library_bears_its_version_and_holds_its_licence(folder: Path) -> None:
    assert re.fullmatch(r"[a-z0-9-]+-\d+(\.\d+)+", folder.name)
    assert {path.name for path in folder.iterdir()} >= TEXTS
    assert folder.name.rpartition("-")[2] in (folder / "SOURCE.txt").read_text(encoding="utf-8")


@each_library
def test_each_file_is_the_one_that_was_written_down(folder: Path) -> None:
    written = {
        name: digest
        for digest, name in _LINE.findall((folder / "SOURCE.txt").read_text(encoding="utf-8"))
    }
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in TEXTS
    }
    assert found == written

"""What a reader's browser is sent of scripts stays within what was promised, in bytes by gzip."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import ROOT

_VENDOR = ROOT / "overrides/assets/vendor"


def weight(scripts: Iterable[Path]) -> int:
    """Bytes of some files, each compressed by itself, as a host sends them."""
    return sum(len(gzip.compress(each.read_bytes(), 9)) for each in scripts)


def test_all_our_scripts_together_weigh_at_most_40_kilobytes() -> None:
    ours = [each for each in (ROOT / "overrides").rglob("*.js") if _VENDOR not in each.parents]
    assert len(ours) > 5
    assert weight(ours) <= 40_000


def test_all_libraries_together_weigh_at_most_15_kilobytes() -> None:
    assert weight(_VENDOR.rglob("*.js")) <= 15_000

"""What the tests of macros/ share: a day that is always the same, and a guide to break."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from macros.__main__ import check
from tests.macros import cases

# The same examples on every machine and every day, however busy it is.
hypothesis.settings.register_profile(
    "house",
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """22 November 2026 at noon, as Meta's guide of that month was checked."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    monkeypatch.setattr("macros.clock.latest_day", lambda: datetime.date(2026, 11, 22))


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A copy of the sound guide."""
    return cases.sound(tmp_path / "guide")


@pytest.fixture
def said() -> Callable[[Path], str]:
    """What `python -m macros` would print of a guide."""
    return lambda root: "".join(f"{problem}\n" for problem in check(root))

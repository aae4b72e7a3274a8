"""Our scripts go out short, whatever way MkDocs was told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.clock import ROOT
from macros.scripts import is_ours


@pytest.mark.parametrize("start", [ROOT, Path()], ids=["absolute", "relative"])
def test_ours_are_known_by_where_they_stand(start: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert is_ours(start / "overrides/assets/elements.js")
    assert not is_ours(start / "overrides/assets/elements.css")
    assert not is_ours(start / "overrides/assets/vendor/any-1.0/any.js")
    assert not is_ours(start / "theme/assets/elements.js")

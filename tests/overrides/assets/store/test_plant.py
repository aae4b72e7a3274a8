"""plant.py: the faults that prove the tests find their places; `make test-long` plants them."""

from __future__ import annotations

from pathlib import Path

from tests.overrides.assets.store.plant import STORE, faults, plant


def test_every_fault_finds_its_one_place(tmp_path: Path) -> None:
    found = faults()
    assert len(found) >= 25
    for place, (name, fault) in enumerate(found.items()):
        folder = tmp_path / str(place)
        plant(fault, folder)
        module = fault[0]
        changed = (folder / module).read_text("utf-8")
        assert changed != (STORE / module).read_text("utf-8"), name

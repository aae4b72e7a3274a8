"""Random sequences of what readers do: nothing that the page called saved is lost.

LOOP_LONG says how many times as many sequences are run (`make test-long`).
"""

from __future__ import annotations

import os

import pytest

from tests.overrides.assets.store.conftest import Run
from tests.overrides.stage import Stage

LONG = int(os.environ.get("LOOP_LONG") or 1)
SEQUENCES = 500
STEPS = 200
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS * LONG))
def test_nothing_that_was_called_saved_is_lost(run: Run, part: int) -> None:
    found = run(
        """
        const { simulate } = await import("/drivers/simulation.js");
        return simulate(given.first, given.count, given.steps);
        """,
        {"first": part * SEQUENCES // PARTS, "count": SEQUENCES // PARTS, "steps": STEPS},
    )
    assert found["faults"] == [], "\n".join([*found["log"], str(found["seed"])])
    # The sequences are not about nothing.
    assert found["saved"] > 20 * SEQUENCES // PARTS


@pytest.mark.parametrize("seed", range(6 * LONG))
def test_nothing_is_lost_by_real_pages_either(
    run: Run, stage: Stage, nothing: str, seed: int
) -> None:
    address = stage.put("store-frame", '<script type="module" src="/drivers/frame.js"></script>')
    assert nothing
    found = run(
        """
        const { simulateFrames } = await import("/drivers/frames.js");
        return simulateFrames(given.address, given.seed, 120);
        """,
        {"address": address, "seed": seed},
    )
    assert found["faults"] == [], "\n".join(found["faults"])
    assert found["saved"] > 30

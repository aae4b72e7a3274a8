"""A test of this folder that takes an example runs once for each, example by example."""

from __future__ import annotations

from typing import Any

import pytest

from tests.overrides.examples import Example, all_examples


@pytest.fixture(scope="module", params=all_examples(), ids=str)
def example(request: Any) -> Example:
    """One example of one component."""
    found: Example = request.param
    return found


@pytest.fixture(scope="module", params=[e for e in all_examples() if e.texts != "hostile"], ids=str)
def harmless(request: Any) -> Example:
    """One example whose texts mean no harm: hostile ones are drawn like the plain."""
    found: Example = request.param
    return found

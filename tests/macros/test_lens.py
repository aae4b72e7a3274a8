"""A page that holds something for some roles gets the line to choose one by; no other does."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.lens import lens_line
from macros.load import Library, load

FOR_ONE = '<h1>A page</h1><p data-role="m1">For one.</p>'


@pytest.fixture
def library(guide: Path) -> Library:
    """The library of the sound guide."""
    return load(guide / "docs/data")


def test_a_page_for_some_roles_has_the_line_once(library: Library) -> None:
    line = lens_line(FOR_ONE, library)
    assert line.startswith('<div class="loop-role-lens" data-search-exclude>')
    assert all(f'data-lens-set="{role}"' in line for role in library.ids["role"])
    assert not lens_line(line + FOR_ONE, library)


def test_a_page_for_everybody_has_none(library: Library) -> None:
    assert not lens_line("<h1>A page</h1>", library)


def test_a_page_without_levels_has_none() -> None:
    assert not lens_line(FOR_ONE, Library())

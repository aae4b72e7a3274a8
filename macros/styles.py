"""Which styles a page is sent: one file for the house, and one for the components that it shows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.clock import ROOT

_LOOK = ROOT / "overrides"


def house(paths: Iterable[str]) -> str:
    """The styles that every page wears, from their files in the order of the cascade."""
    return _joined(_LOOK / path for path in paths)


def shown(html: str, components: Iterable[str]) -> list[str]:
    """Those of the components that a page shows, as main.html finds them."""
    return [name for name in components if f"loop-{name}" in html]


def bundle(components: Iterable[str]) -> str:
    """The styles of some components."""
    return _joined(_LOOK / "components" / name / f"{name}.css" for name in components)


def bundle_name(components: Iterable[str]) -> str:
    """The file that has the styles of some components, as main.html names it."""
    return f"components/{'.'.join(components)}.css"


def _joined(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)

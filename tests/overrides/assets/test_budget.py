"""What a browser can be sent of scripts stays within what was promised, in bytes by gzip.

Our own are counted together, as one text: a host sends each by itself, and then all of them come to
about two fifths more. No page loads more than a few.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from macros.scripts import is_ours, shortened
from tests.conftest import ROOT

_LOOK = ROOT / "overrides"


def scripts(*, ours: bool) -> list[Path]:
    """The scripts of this project, or those of others."""
    return [path for path in sorted(_LOOK.rglob("*.js")) if is_ours(path) is ours]


def weight(text: str) -> int:
    """Bytes of a text as it is sent."""
    return len(gzip.compress(text.encode(), 9))


def test_all_our_scripts_together_weigh_at_most_40_kilobytes() -> None:
    texts = [shortened(path.read_text(encoding="utf-8")) for path in scripts(ours=True)]
    assert len(texts) > 50
    assert weight("\n".join(texts)) <= 40_000


def test_all_libraries_together_weigh_at_most_15_kilobytes() -> None:
    texts = [path.read_text(encoding="utf-8") for path in scripts(ours=False)]
    assert len(texts) > 0
    assert weight("\n".join(texts)) <= 15_000


def test_what_is_sent_is_shorter_and_does_the_same() -> None:
    script = "// why\nexport const half = (all) => all / 2; /* so */\n\nconst re = /\\/\\/ x/g;\n"
    assert shortened(script) == "export const half=(all)=>all/2;const re=/\\/\\/ x/g;"

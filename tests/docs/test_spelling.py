"""Every word that readers meet is in the British dictionary, or among the names in cspell.json."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from tests.conftest import ROOT

_CSPELL = ROOT / "node_modules/.bin/cspell"
_CONFIG = Path(__file__).with_name("cspell.json")
_TEXTS = ("docs/**/*.md", "docs/data/**/*.yml")


def spelt_wrongly(*texts: str, root: Path = ROOT, config: Path = _CONFIG) -> str:
    """What cspell finds, a line for each word with its place."""
    command = [_CSPELL, "lint", "--no-progress", "--no-summary", "--no-cache", "--config", config]
    where = ["--root", root, *texts]
    # The environment's own Node is in the first folder of the path.
    done = subprocess.run([*command, *where], capture_output=True, text=True, env=os.environ)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_every_word_is_spelt_as_the_dictionary_has_it() -> None:
    assert spelt_wrongly(*_TEXTS) == ""


def test_a_misspelt_and_an_american_word_are_found(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("An organization recieves a colour.\n", encoding="utf-8")
    found = spelt_wrongly("page.md", root=tmp_path)
    assert "recieves" in found
    assert "colour" not in found


def test_no_name_is_listed_that_no_text_needs() -> None:
    every = (path for text in _TEXTS for path in ROOT.glob(text))
    whole = "\n".join(path.read_text(encoding="utf-8") for path in every).lower()
    names = json.loads(_CONFIG.read_text(encoding="utf-8"))["words"]
    assert [name for name in names if name.lower() not in whole] == []

"""What is sent of our scripts: all but comments and spaces, which are for those who read them."""

from __future__ import annotations

from pathlib import Path

import rjsmin
from mkdocs.structure.files import Files

from macros.clock import ROOT

_LOOK = ROOT / "overrides"
_VENDOR = _LOOK / "assets" / "vendor"


def shorten(files: Files) -> None:
    """Shorten each script of ours among a site's files. What others made goes out as it came."""
    for file in files:
        if is_ours(Path(file.abs_src_path or "")):
            file.content_string = shortened(file.content_string)


def is_ours(path: Path) -> bool:
    """Whether a file is a script of this project."""
    path = path.absolute()  # MkDocs has it relative where its configuration is named so
    there = path.is_relative_to(_LOOK) and not path.is_relative_to(_VENDOR)
    return there and path.suffix == ".js"


def shortened(script: str) -> str:
    """A script without what a browser does not need; no name is changed."""
    short: str = rjsmin.jsmin(script)
    return short

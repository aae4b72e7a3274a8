"""What is sent of our scripts: all but comments and spaces, which are for those who read them."""

from __future__ import annotations

from pathlib import Path

import rjsmin
from mkdocs.structure.files import Files

from macros.clock import ROOT

_OURS = ROOT / "overrides"
_VENDOR = _OURS / "assets" / "vendor"


def shorten(files: Files) -> None:
    """Shorten each script of ours among a site's files; no name is changed.

    What others made goes out as it came.
    """
    for file in files:
        path = Path(file.abs_src_path or "")
        ours = path.is_relative_to(_OURS) and not path.is_relative_to(_VENDOR)
        if ours and path.suffix == ".js":
            file.content_string = rjsmin.jsmin(file.content_string)

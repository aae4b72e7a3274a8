"""The line by which a reader chooses a role: over every page with something for some roles."""

from __future__ import annotations

from macros.calls import CALLS
from macros.load import Library
from macros.problems import Refusal
from macros.render import Scope


def lens_line(html: str, library: Library) -> str:
    """The line for a page with this content; an empty text if it needs none or has it already.

    It is no part of the content, whose first heading names the page in the search.
    """
    if "data-role=" not in html or "<loop-role-lens" in html:
        return ""
    try:
        return str(Scope(library, "").draw("role-lens", **CALLS["role_lens"](library)))
    except Refusal:  # the data is broken, which the pages tell
        return ""

"""The macro calls of a page, seen as the plugin sees them: in code samples too, each drawn once."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from jinja2 import TemplateSyntaxError

from macros.braces import Fault, brace_fault, braces, plain_call
from macros.calls import CALLS
from macros.pages import Page
from macros.problems import Problem, Refusal
from macros.render import page_url

# Macros that stand within a sentence. Every other stands alone on its line.
INLINE = ("cite", "fact_count")

_BRACES = re.compile(r"\{\{|\{%")
_CALL = re.compile(r"""(\w+)\(\s*(?:\w+=)?["'“]?([\w.-]+)""")


class Caller:
    """Draws the macros of pages. Into the list `refused` they report what they could not draw.

    Facts that are not `sound` leave gaps in what is drawn.
    """

    def __init__(
        self, macros: dict[str, Callable[..., Any]], refused: list[Refusal], *, sound: bool
    ) -> None:
        self._macros = macros
        self._refused = refused
        self._sound = sound

    def draw(self, page: Page) -> None:
        """Draw what a page calls, and note what is wrong with it."""
        if not page.calls_macros:
            if shown := _BRACES.search(page.prose):
                what = f"shows {shown[0]!r} to readers: the page renders no macros."
                mend = "write `render_macros: true` into its front matter."
                page.problems.append(Problem(page.place(shown.start()), what, mend))
                page.calls += [(name, (ident,)) for name, ident in _CALL.findall(page.prose)]
            return
        page.complete = self._sound
        try:
            for kind, at, source in braces(page.body):
                if kind == "block":
                    what = f"holds {source.strip()}: a page has words and calls, no statements."
                    page.problems.append(Problem(page.place(at), what, "write it out."))
                    continue
                html = self._drawn(page, at, source)
                page.complete = page.complete and html is not None
                page.drawings.append((at, source, html or ""))
        except TemplateSyntaxError as error:
            at, what, mend = brace_fault(page.body, error)
            page.problems.append(Problem(page.place(at), what, mend))
            page.calls += [(name, (ident,)) for name, ident in _CALL.findall(page.body)]
            page.complete = False

    def _drawn(self, page: Page, at: int, source: str) -> str | None:
        """What an expression of a page draws; None when there is something wrong with it."""
        called, fault = plain_call(source, self._macros)
        if called is None:
            page.problems.append(Problem(page.place(at), *fault))
            page.calls += [("", (ident,)) for _, ident in _CALL.findall(source)]
            return None
        page.calls.append(called)
        name, arguments = called
        if wrong := _misplaced(page, at, source, name) or _misused(name, len(arguments)):
            page.problems.append(Problem(page.place(at), *wrong))
            return None
        self._refused.clear()
        context = {"page": SimpleNamespace(url=page_url(page.path))}
        try:
            html = self._macros[name](context, *arguments)
        except Exception as error:  # noqa: BLE001 (whatever a component raises is told, never thrown)
            mend = f"look at overrides/components/{name.replace('_', '-')}/, and at its facts."
            what = f"the macro {name} cannot be drawn: {error}."
            page.problems.append(Problem(page.place(at), what, mend))
            return None
        for refusal in self._refused:
            named = re.search(r'"([^"]*)"', refusal.what)
            spot = at + max(source.find(named[1]) - 1, 0) if named else at
            page.problems.append(Problem(page.place(spot), refusal.what, refusal.mend))
        return None if self._refused else html


def _misplaced(page: Page, at: int, source: str, name: str) -> Fault | None:
    if page.prose[at] != page.body[at]:
        mend = "show it on a page that renders no macros, or between {% raw %} and {% endraw %}."
        return f"the macro {name} stands in a code sample, and would be drawn there.", mend
    start, end = page.body.rfind("\n", 0, at) + 1, page.body.find("\n", at)
    before, after = page.body[start:at], page.body[at + len(source) : end]
    if name not in INLINE and (before or after.strip()):
        what = f"the macro {name} does not stand alone at the start of a line."
        return what, "put it at the start of a line, with blank lines around."
    return None


def _misused(name: str, count: int) -> Fault | None:
    """What is wrong with how many texts a call has."""
    if name in CALLS:
        takes = [*inspect.signature(CALLS[name]).parameters.values()][1:]
        least, most = sum(one.default is one.empty for one in takes), len(takes)
    else:
        least, most = {"cite": (1, max(count, 1)), "fact_count": (1, 1)}.get(name, (0, 0))
    if least <= count <= most:
        return None
    texts = ", ".join(['"…"'] * max(least, min(most, count)))
    needs = f"{least} text{'s' * (least > 1)}" if least else "no text"
    has = count or "none"
    return f"the macro {name} takes {needs} and has {has}.", f"write {{{{ {name}({texts}) }}}}."

"""The macros of the guide's pages: the table of contents of what a page may call."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import UndefinedError, pass_context
from markupsafe import Markup

from macros import select
from macros.calls import CALLS
from macros.drawn import finished
from macros.judge import judge
from macros.load import Library, load
from macros.page_calls import INLINE
from macros.problems import Place, Problem, Refusal, Unsound
from macros.render import Scope

ROOT = Path(__file__).parent.parent
_log = logging.getLogger("mkdocs.macros.loop")

Macros = dict[str, Callable[..., Any]]


def define_env(env: Any) -> None:
    """Give the pages their macros. Problems in the data are warnings: a strict build fails."""
    library = load(ROOT / "docs" / "data")
    problems = [*library.problems, *judge(library)]
    for problem in problems:
        _log.warning("%s", problem)

    def report(page: Any, refusal: Refusal) -> None:
        _log.warning("docs/%s  %s", page.file.src_uri, refusal)

    for name, macro in page_macros(library, problems, report).items():
        env.macro(macro if name in INLINE else finished(macro), name)


def page_macros(
    library: Library, problems: list[Problem], report: Callable[[Any, Refusal], None]
) -> Macros:
    """Every macro by its name. `report` is told of a page that asks for what is not there.

    What is there but broken is among the `problems` already. A block macro that cannot be drawn
    shows the problems in its place, so that a served page lives.
    """
    scopes: dict[str, Scope] = {}

    def scope(context: Any) -> Scope:
        url = context["page"].url
        return scopes.setdefault(url, Scope(library, url))

    def tell(context: Any, refusal: Refusal) -> None:
        if not isinstance(refusal, Unsound):
            report(context["page"], refusal)

    def block(name: str) -> Callable[..., str]:
        @pass_context
        def macro(context: Any, *arguments: str) -> str:
            page = scope(context)
            try:
                html = page.draw(name.replace("_", "-"), **CALLS[name](library, *arguments))
            except Refusal as refusal:
                tell(context, refusal)
                here = Problem(Place(context["page"].url or "/"), refusal.what, refusal.mend)
                return page.draw("problem-list", problems=[*problems, here])
            except (UndefinedError, ValueError):
                if not problems:
                    raise
                html = Markup()
            if problems and not page.told:
                page.told = True
                return page.draw("problem-list", problems=problems) + html
            return html

        return macro

    @pass_context
    def cite(context: Any, *sources: str) -> str:
        try:
            library.cited.update(sources)
            return scope(context).cite(sources)
        except Refusal as refusal:
            tell(context, refusal)
            return f"**({refusal.what})**"

    @pass_context
    def page_sources(context: Any) -> str:
        page = scope(context)
        cited = [(page.get("source", ident), number) for ident, number in page.sources.items()]
        return page.draw("page-sources", cited=cited)

    @pass_context
    def fact_count(context: Any, what: str) -> str:
        try:
            return str(select.count(library, what))
        except Refusal as refusal:
            tell(context, refusal)
            return f"**({refusal.what})**"

    macros: Macros = {name: block(name) for name in CALLS}
    return macros | {"cite": cite, "page_sources": page_sources, "fact_count": fact_count}

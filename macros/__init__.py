"""The macros of the guide's pages: the table of contents of what a page may call."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import pass_context

from macros import select
from macros.calls import CALLS
from macros.judge import judge
from macros.load import Library, load
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
    for name, macro in page_macros(library, problems).items():
        env.macro(macro, name)


def page_macros(library: Library, problems: list[Any]) -> Macros:
    """Every macro by its name. Each takes the page's context first; Jinja passes it by itself."""
    scopes: dict[str, Scope] = {}

    def scope(context: Any) -> Scope:
        url = context["page"].url
        return scopes.setdefault(url, Scope(library, url))

    def block(name: str) -> Callable[..., str]:
        @pass_context
        def macro(context: Any, *arguments: str) -> str:
            page = scope(context)
            html = page.draw(name.replace("_", "-"), **CALLS[name](library, *arguments))
            if problems and not page.told:
                page.told = True
                return page.draw("problem-list", problems=problems) + html
            return html

        return macro

    @pass_context
    def cite(context: Any, *sources: str) -> str:
        library.cited.update(sources)
        return scope(context).cite(sources)

    @pass_context
    def page_sources(context: Any) -> str:
        page = scope(context)
        cited = [(page.get("source", ident), number) for ident, number in page.sources.items()]
        return page.draw("page-sources", cited=cited)

    def fact_count(what: str) -> str:
        return str(select.count(library, what))

    macros: Macros = {name: block(name) for name in CALLS}
    return macros | {"cite": cite, "page_sources": page_sources, "fact_count": fact_count}

"""Keeps what components have drawn out of Markdown's way: it is HTML already, and most of a page.

Without this, Python-Markdown and MkDocs each read it through twice, tag by tag, to find out that
there is nothing for them to do; a sixth of a build was spent on that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

# What is drawn is escaped: no fact and no text can hold these comments.
_START, _END = "<!--drawn-->", "<!--/drawn-->"
_DRAWN = re.compile(f"^{_START}\n(.*?)\n{_END}$", re.S | re.M)
_ID = re.compile(r'<[^>]*?\sid="([^"]+)"')


def marked(html: str) -> str:
    """The HTML of a component, marked for `Drawn` as finished: comments, if nobody heeds them."""
    drawn = html.strip()
    return f"{_START}\n{drawn}\n{_END}" if drawn else ""


def finished(macro: Callable[..., str]) -> Callable[..., str]:
    """The block macro, with what it draws marked."""

    @pass_context
    def drawn(context: Any, *arguments: Any) -> str:
        return marked(macro(context, *arguments))

    return drawn


def anchors(html: str) -> set[str]:
    """The ids in a page's HTML: MkDocs, which checks links to them, looks for them in Markdown."""
    return set(_ID.findall(html))


class Drawn(Extension):
    """The Markdown extension that puts finished HTML aside until the page is put together."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        """Stand before all that reads HTML, after the white space is put in order."""
        md.preprocessors.register(_PutAside(md), "drawn", 29)


class _PutAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        def put_aside(drawn: re.Match[str]) -> str:
            stash: Any = self.md.htmlStash
            return f"\n{stash.store(drawn[1])}\n"

        return _DRAWN.sub(put_aside, "\n".join(lines)).split("\n")

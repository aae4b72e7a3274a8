"""Facts → HTML: the one Jinja environment, and what a template may ask of the page it stands on."""

from __future__ import annotations

import datetime
import hashlib
import math
import posixpath
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.extensions.toc import slugify
from markupsafe import Markup

from macros import select
from macros.inline import inline_markdown
from macros.load import Library
from macros.problems import Refusal

COMPONENTS = Path(__file__).parent.parent / "overrides" / "components"


@cache
def environment() -> Environment:
    """The environment of all components: escapes by itself, refuses unknown names."""
    jinja = Environment(
        loader=FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters["md"] = inline_markdown
    jinja.filters["day"] = day_in_words
    jinja.filters["fingerprint"] = fingerprint
    jinja.filters["log_place"] = log_place
    jinja.filters["slug"] = lambda text: slugify(text, "-")
    return jinja


def day_in_words(written: str) -> str:
    """A date of any precision in words: "2026-11-22" → "22 November 2026"; other text unchanged."""
    parts = written.split("-")
    if not parts[0].isdigit() or len(parts) == 1:
        return written
    month = datetime.date(int(parts[0]), int(parts[1]), 1).strftime("%B")
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{month} {parts[0]}"


def fingerprint(text: str) -> str:
    """Eight hex digits that stand for a text: what a reader ticks is known by them."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def log_place(count: int, most: int) -> float:
    """Where a count stands between 1 and `most` on a scale that doubles evenly, in percent."""
    return round(min(100.0, 100 * math.log(count) / math.log(most)), 2)


class Scope:
    """One page while it is drawn: the sources that it cites, in order, and the way to others."""

    def __init__(self, library: Library, url: str) -> None:
        self.library = library
        self.url = url
        self.sources: dict[str, int] = {}
        self.told = False

    def draw(self, component: str, **facts: Any) -> Markup:
        """The HTML of a component, or of a part of one ("numbers-sheet/table")."""
        folder, _, part = component.partition("/")
        template = environment().get_template(f"{folder}/{part or folder}.html")
        # The facts are escaped by the environment; what comes out of it is HTML.
        return Markup(template.render(page=self, get=self.get, **facts))  # noqa: S704

    @property
    def roles(self) -> list[Any]:
        """Every role, in the order of the data."""
        return [*self.library.ids["role"].values()]

    def get(self, noun: str, ident: str) -> Any:
        """The record of a kind with this id. Raises Refusal if there is none."""
        return select.by_id(self.library, noun, ident)

    def all(self, noun: str, idents: Iterable[str]) -> list[Any]:
        """The records of a kind with these ids, in this order."""
        return [self.get(noun, ident) for ident in idents]

    def known(self, noun: str, idents: Iterable[str]) -> list[str]:
        """Those of the ids that there are; while data is broken, some may be missing."""
        return [ident for ident in idents if ident in self.library.ids[noun]]

    def cite(self, idents: Iterable[str]) -> Markup:
        """The numbered marks of these sources; a number is given when a source is first cited."""
        marks = [
            (self.get("source", i), self.sources.setdefault(i, len(self.sources) + 1))
            for i in idents
        ]
        return self.draw("cite", marks=marks) if marks else Markup()

    def said(self, figure: Any) -> str:
        """A figure's value in words."""
        return select.said(self.library, figure)

    def formula(self, figure: Any) -> str:
        """How a computed figure is computed, with the names of its inputs."""
        return select.formula_in_words(self.library, figure)

    def link(self, target: str) -> str:
        """The way from this page to another: "loop/levels.md#m1" → "../../loop/levels/#m1"."""
        path, hash_sign, anchor = target.partition("#")
        url = page_url(path) if path else self.url
        start = posixpath.dirname(self.url) or "."
        relative = posixpath.relpath(url or ".", start)
        return ("./" if relative == "." else f"{relative}/") + hash_sign + anchor

    def question(self, ident: str) -> str:
        """The way to a question's card."""
        return self.link(f"questions/{select.section_of(self.library, ident)}.md#{ident}")

    def lasting(self, ident: str) -> str:
        """The way to a question's lasting address, which leads to its card in every edition."""
        return posixpath.relpath(f"q/{ident}", posixpath.dirname(self.url) or ".") + "/"


def page_url(path: str) -> str:
    """The address of a page, from the site's root: "loop/index.md" → "loop/"."""
    if not path.endswith(".md"):
        raise Refusal(f'"{path}" is no page.', "name a Markdown file under docs/.")
    stem = path.removesuffix(".md")
    return f"{stem}/" if posixpath.basename(stem) != "index" else stem[: -len("index")]

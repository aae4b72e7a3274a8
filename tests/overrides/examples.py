"""The examples of the components: each is drawn as on a page of the guide, from facts of its own.

An example is a mapping of tests/overrides/components/<name>/examples.yml:

  name   what it shows; the golden beside it is <name>.html
  page   what a writer puts on a page, Markdown with macro calls; else as in the first example
  draw   for a component that no page can call: the facts that its template is handed
  texts  as-written (the default), longest or hostile: what stands in every text of the facts
  facts  data files by their names without .yml, over those of tests/overrides/library: an entry
         replaces the shared one with its id or is added, any other value is replaced
  shows  roles and accessible names that the page must have, with scripts and without; under
         "text", words that must stand there
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined
from markdown import Markdown

from macros import page_macros
from macros.load import Library
from macros.problems import Refusal
from macros.render import COMPONENTS, Scope
from tests.overrides.small_library import small_library
from tests.overrides.stage import config

HERE = Path(__file__).parent
FOLDERS = HERE / "components"
URL = "loop/example/"


@dataclass(frozen=True)
class Example:
    """One example of a component."""

    component: str
    name: str
    page: str = ""
    draw: dict[str, Any] | None = None
    texts: str = "as-written"
    facts: dict[str, Any] = field(default_factory=dict)
    shows: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.component}/{self.name}"

    @property
    def golden(self) -> Path:
        """The file that holds what was accepted."""
        return FOLDERS / self.component / f"{self.name}.html"

    @property
    def macro(self) -> str:
        """The macro that draws the component, by its stem."""
        return self.component.replace("-", "_")

    def library(self) -> Library:
        """The facts that the example is drawn from."""
        return small_library(self.texts, self.facts)

    def drawn(self) -> str:
        """What macros make of the page, before Markdown."""
        if self.draw is not None:
            return str(Scope(self.library(), URL).draw(self.component, **self.draw))
        jinja = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (Markdown)
        jinja.globals.update(page_macros(self.library(), [], _refuse))
        return jinja.from_string(self.page).render(page=SimpleNamespace(url=URL))

    def html(self) -> str:
        """What a reader is sent: the page after macros and Markdown."""
        return self.drawn() if self.draw is not None else _markdown().reset().convert(self.drawn())


def _refuse(_page: Any, refusal: Refusal) -> None:
    raise refusal


def examples_of(component: str) -> list[Example]:
    """The examples of a component, in the order of its file."""
    written = yaml.safe_load((FOLDERS / component / "examples.yml").read_text(encoding="utf-8"))
    first = {key: written[0][key] for key in ("page", "draw") if key in written[0]}
    return [Example(component, **(first | entry)) for entry in written]


def all_examples() -> list[Example]:
    """Every example there is, folder by folder."""
    folders = sorted(path.parent.name for path in FOLDERS.glob("*/examples.yml"))
    return [example for name in folders for example in examples_of(name)]


def components() -> list[str]:
    """The name of every component of overrides/."""
    return sorted(path.name for path in COMPONENTS.iterdir() if path.is_dir())


@cache
def _markdown() -> Markdown:
    # MkDocs adds these three by itself.
    options: dict[str, Any] = {"toc": {}, "tables": {}, "fenced_code": {}}
    for extension in config()["markdown_extensions"]:
        options |= extension if isinstance(extension, dict) else {extension: {}}
    return Markdown(extensions=list(options), extension_configs=options)

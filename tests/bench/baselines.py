"""The two baselines that the bench holds the site against, made from a copy of the checkout.

*ready*: the same pages with every macro already drawn, in plain Material: what the words cost
without this house. *stock*: what a team would write without its rules: the macros plugin as it
comes, the pure-Python YAML loader, questions written out as Markdown, the whole navigation on every
page. What else the pages draw stands ready in *stock*, so it is flattered rather than wronged.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined
from mkdocs.utils.yaml import yaml_load

from macros import page_macros
from macros.load import load
from macros.render import page_url
from tests.bench.checkout import CONFIG

_BY_STOCK_MACROS = ("question_bank", "question_index")
_HEAD = re.compile(r"\A---\n(.*?\n)---\n", re.S)
_BRACES = re.compile(r"\{\{|\{%|\{#")

# What of mkdocs.yml belongs to this house; the rest is the same in all three.
_NOT_STOCK = {"navigation.prune"}
_OURS_ONLY = (
    "INHERIT",
    "extra",
    "extra_css",
    "extra_javascript",
    "hooks",
    "site_url",
    "strict",
    "validation",
    "watch",
)

_ADDRESS = 'site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]\n'


def make_ready(ours: Path, target: Path) -> Path:
    """Write the baseline *ready* of a copy of the checkout."""
    _copy(ours, target, _expand(ours, keep=()))
    _configure(ours, target, ["search"])
    return target


def make_stock(ours: Path, target: Path) -> Path:
    """Write the baseline *stock* of a copy of the checkout."""
    pages = _expand(ours, keep=_BY_STOCK_MACROS)
    for path, text in pages.items():
        calls = any(f"{{{{ {name}(" in text for name in _BY_STOCK_MACROS)
        if not calls and _BRACES.search(text):
            pages[path] = _HEAD.sub(r"---\n\1render_macros: false\n---\n", text)
    _copy(ours, target, pages)
    shutil.copy(Path(__file__).with_name("stock_macros.py"), target / "main.py")
    _configure(ours, target, ["search", "macros"], "pymdownx.tasklist")
    return target


def _expand(ours: Path, keep: tuple[str, ...]) -> dict[str, str]:
    """The text of each page with its macros drawn, but for the calls that are to be kept."""
    docs = ours / "docs"
    macros = page_macros(load(docs / "data"), [], _refuse)
    jinja = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (Markdown, not HTML)
    jinja.globals.update(macros | {name: _kept(name) for name in keep})
    pages = {}
    for path in sorted(docs.rglob("*.md")):
        name, text = path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8")
        head = _HEAD.match(text)
        if head and "render_macros: true" in head[1]:
            page = SimpleNamespace(url=page_url(name))
            text = jinja.from_string(text).render(page=page).replace("render_macros: true\n", "", 1)
        pages[name] = text
    return pages


def _refuse(page: Any, refusal: Exception) -> None:
    """A page that asks for what is not there would make the baselines cheaper than they are."""
    raise SystemExit(f"{page.url}: {refusal}")


def _kept(name: str) -> Callable[..., str]:
    def macro(*arguments: str) -> str:
        return f"{{{{ {name}({', '.join(map(repr, arguments))}) }}}}"

    return macro


def _copy(ours: Path, target: Path, pages: dict[str, str]) -> None:
    shutil.copytree(ours / "docs", target / "docs")
    for name, text in pages.items():
        (target / "docs" / name).write_text(text, encoding="utf-8")


def _configure(ours: Path, target: Path, plugins: list[Any], *extensions: str) -> None:
    with (ours / CONFIG).open(encoding="utf-8") as file:
        config = yaml_load(file)
    theme = config["theme"]
    config["theme"] = {
        "name": "material",
        "features": [each for each in theme["features"] if each not in _NOT_STOCK],
        "palette": theme["palette"],
    }
    shared = [each for each in config["markdown_extensions"] if "toc" not in each]
    config["markdown_extensions"] = [*shared, {"toc": {"permalink": True}}, *extensions]
    config["plugins"] = plugins
    kept = {key: value for key, value in config.items() if key not in _OURS_ONLY}
    text = yaml.safe_dump(kept, sort_keys=False) + _ADDRESS
    (target / CONFIG).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    # In a process of its own: the memory of a build is measured by the process that starts it,
    # which therefore must stay small.
    make_ready(Path(sys.argv[1]), Path(sys.argv[2]))
    make_stock(Path(sys.argv[1]), Path(sys.argv[3]))

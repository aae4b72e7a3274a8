"""A small site of one page an example, in the site's own head, styles, scripts and policy."""

from __future__ import annotations

import functools
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import material
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils.yaml import yaml_load

from macros import hooks, styles
from tests.conftest import ROOT

THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
STYLES = ("main.*.min.css",)  # main.html leaves the palettes out


@functools.cache
def config() -> Any:
    """What mkdocs.yml says, as far as one page needs it."""
    return yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


class Stage:
    """A folder to serve: the site's own files, and the pages put there."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        for name in ("assets", "components"):
            (folder / name).mkdir()
            for path in (ROOT / "overrides" / name).iterdir():
                (folder / name / path.name).symlink_to(path)
        house = styles.house(config()["extra"]["styles"])
        (folder / "assets/house.css").write_text(house, encoding="utf-8")
        (folder / "theme").symlink_to(THEME)
        # main.html is drawn around our base.html, not the theme's.
        own = FileSystemLoader([Path(__file__).parent / "theme", ROOT / "overrides"])
        jinja = Environment(loader=own, autoescape=False)  # noqa: S701 (as MkDocs has it)
        hooks.on_env(jinja)
        jinja.filters["url"] = lambda path: f"/{path}"
        (folder / "q").mkdir()
        (folder / "q/ids.json").write_text("[]", encoding="utf-8")
        self._main = jinja.get_template("main.html")

    def put(self, name: str, content: str) -> str:
        """Write a page that has this content; its address."""
        file = SimpleNamespace(src_uri="loop/example.md")
        page = SimpleNamespace(
            title="A page", content=content, meta={}, canonical_url="", file=file
        )
        sheets = [next(THEME.glob(pattern)).name for pattern in STYLES]
        shown = styles.shown(content, config()["extra"]["components"])
        if shown:
            bundle = self.folder / styles.bundle_name(shown)
            bundle.write_text(styles.bundle(shown), encoding="utf-8")
        html = self._main.render(config=config(), page=page, theme_css=sheets)
        target = self.folder / f"{name}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, encoding="utf-8")
        return f"{self.url}{name}.html"

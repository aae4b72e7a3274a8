"""What our hooks add to a build, written into a finished site: the step that would replace them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mkdocs.config import load_config

from macros import finder, styles
from macros.clock import ROOT
from macros.load import load
from macros.permalinks import permalinks

_BUNDLE = re.compile(r'href="[./]*components/([\w.-]+)\.css"')


def add(site: Path) -> None:
    """Write the styles that its pages ask for, the finder's index and the lasting addresses."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    library = load(ROOT / "docs/data")
    links = [*permalinks(library)]
    template = config.theme.get_env().get_template("permalink.html")
    files = {
        "assets/house.css": _theme(site) + styles.house(config.extra["styles"]),
        finder.INDEX: finder.index(library),
        "q/ids.json": json.dumps([link.ident for link in links]),
    }
    for page in site.rglob("*.html"):
        for names in _BUNDLE.findall(page.read_text(encoding="utf-8")):
            files[f"components/{names}.css"] = styles.bundle(names.split("."))
    for link in links:
        files[f"q/{link.ident}/index.html"] = template.render(config=config, link=link)
    for name, content in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _theme(site: Path) -> str:
    """Zensical's own style, in the variant that looks like Material's."""
    found = next(site.glob("assets/stylesheets/classic/main.*.min.css"))
    return found.read_text(encoding="utf-8")

"""A copy of the checkout, as it is or grown: by thousands of questions, or by hundreds of pages.

Everything is written as a writer would write it: banks of questions under docs/data/questions/, a
page for each, and a place in the navigation.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from macros.load import load
from tests.bench.corpus import banks

ROOT = Path(__file__).parent.parent.parent
CONFIG = "bench.yml"

# Pages of questions behind one entry of the navigation.
A_GROUP = 10

# What a build of the site reads, beside mkdocs.yml.
_PARTS = ("docs", "macros", "overrides")

_PAGE = """---
title: {title}
description: {title}. {count} invented questions, complete, to measure the site with.
render_macros: true
---

# {title}

{about}

## The questions

{{{{ question_bank("{stem}") }}}}

{{{{ page_sources() }}}}
"""


def copy(target: Path) -> Path:
    """The checkout as it is, in another folder."""
    for part in _PARTS:
        shutil.copytree(ROOT / part, target / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    _navigate(target, _navigation(target))
    return target


def add_questions(root: Path, count: int) -> None:
    """Write `count` questions into a copy, a page for each section, grouped in the navigation."""
    library = load(ROOT / "docs/data")
    pages: list[str] = []
    for stem, bank in banks(count, library):
        text = yaml.dump(bank, Dumper=yaml.CSafeDumper, sort_keys=False, width=100)
        (root / f"docs/data/questions/{stem}.yml").write_text(text, encoding="utf-8")
        shown = {"title": bank["title"], "about": bank["about"], "stem": stem}
        page = _PAGE.format(count=len(bank["questions"]), **shown)
        (root / f"docs/questions/{stem}.md").write_text(page, encoding="utf-8")
        pages.append(f"questions/{stem}.md")
    nav = _navigation(root)
    section = next(door for door in nav if "questions/" in str(door))
    for start in range(0, len(pages), A_GROUP):
        group = {f"Made {start // A_GROUP + 1}": pages[start : start + A_GROUP]}
        next(iter(section.values())).append(group)
    _navigate(root, nav)


def add_pages(root: Path, copies: int) -> None:
    """Write the whole guide `copies` times more into a copy, each section behind its own door."""
    docs = root / "docs"
    originals = [path for path in sorted(docs.iterdir()) if path.name != "data"]
    nav = _navigation(root)
    doors = [(door, list(inside)) for entry in nav for door, inside in entry.items()]
    for number in range(2, copies + 2):
        again = docs / f"copy-{number:02}"
        again.mkdir()
        for path in originals:
            (shutil.copytree if path.is_dir() else shutil.copy)(path, again / path.name)
        for entry, (door, inside) in zip(nav, doors, strict=True):
            entry[door].append({f"{door} {number}": _moved(inside, again.name)})
    _navigate(root, nav)


def _moved(items: Any, folder: str) -> Any:
    if isinstance(items, str):
        return f"{folder}/{items}"
    if isinstance(items, dict):
        return {title: _moved(item, folder) for title, item in items.items()}
    return [_moved(item, folder) for item in items]


def _navigation(root: Path) -> list[dict[str, Any]]:
    config = root / CONFIG
    with (config if config.exists() else root / "mkdocs.yml").open(encoding="utf-8") as file:
        return list(yaml_load(file)["nav"])


def _navigate(root: Path, nav: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump({"INHERIT": "./mkdocs.yml", "nav": nav}, sort_keys=False)
    (root / CONFIG).write_text(text, encoding="utf-8")

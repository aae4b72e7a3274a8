"""The navigation is read from mkdocs.yml as it stands there, with its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.navigation import check_navigation


def told(tmp_path: Path, text: str, *pages: str) -> list[str]:
    """What is told of a configuration beside these pages, without the mends."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    return [str(problem).split("\n")[0] for problem in check_navigation(config, pages)]


def test_pages_are_found_at_every_depth_with_and_without_titles(tmp_path: Path) -> None:
    text = "nav:\n  - a.md\n  - B: b.md\n  - C:\n      - D:\n          - d.md\n      - e.md\n"
    assert told(tmp_path, text, "a.md", "b.md", "d.md", "e.md") == []


def test_tags_of_plugins_and_addresses_elsewhere_do_not_matter(tmp_path: Path) -> None:
    text = "x: !ENV [A, b]\ny: !!python/name:z ''\nnav:\n  - a.md\n  - X: https://example.org/\n"
    assert told(tmp_path, text, "a.md") == []


def test_a_name_that_is_the_end_of_another_has_its_own_line(tmp_path: Path) -> None:
    text = "nav:\n  - loop/index.md\n  - Home: index.md\n"
    assert told(tmp_path, text, "loop/index.md") == [
        'mkdocs.yml:3:11  the navigation names "index.md", which does not exist.'
    ]


@pytest.mark.parametrize("text", ["", "nav:", "nav: []", "nav: {}", "- nav", "site_name: x"])
def test_without_a_navigation_every_page_is_missed(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, "a.md") == ["docs/a.md  the navigation misses this page."]


def test_a_configuration_that_is_not_yaml_is_told_once(tmp_path: Path) -> None:
    (said,) = told(tmp_path, "nav:\n\t- a.md\n", "a.md")
    assert said == "mkdocs.yml:2:1  is indented with a tab."

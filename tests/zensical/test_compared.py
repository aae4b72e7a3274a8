"""What two builds have in common is told page by page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.clock import ROOT
from tests.zensical.compared import Difference, differences

_PAGE = """<html><head><title>Levels</title>{policy}</head><body><article>
<h1 id="levels">Levels</h1><div class="loop-level-table">Four roles</div></article></body></html>"""
_POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"""

Written = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a site of one page, with some of its words changed: "old → new"."""

    def write(change: str = "") -> Path:
        site = tmp_path / (change.replace("/", "-")[:20] or "same")
        old, _, new = change.partition(" → ")
        page = site / "loop/levels/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            _PAGE.format(policy=_POLICY).replace(old, new) if old else _PAGE.format(policy=_POLICY)
        )
        return site

    return write


def told(first: Path, second: Path) -> list[Difference]:
    return [*differences(first, second)]


def test_nothing_is_told_of_two_equal_builds(written: Written) -> None:
    assert told(written(), written("Levels → Levels")) == []


@pytest.mark.parametrize(
    ("change", "kind", "what"),
    [
        ('id="levels" → ', "anchor", "#levels is not there"),
        ("<title>Levels → <title>Rungs", "title", "'Levels' is 'Rungs'"),
        ("Four roles → Five roles", "words", "“Levels Four roles” is “Levels Five roles”"),
        ("loop-level-table → loop-ladder", "component", "loop-ladder: 0 became 1"),
        ("</body> → <script>go()</script></body>", "policy", "holds an inline script"),
    ],
)
def test_a_difference_is_told(written: Written, change: str, kind: str, what: str) -> None:
    found = told(written(), written(change))
    assert found[0].page == "loop/levels/index.html"
    assert found[0].kind == kind
    assert what in found[0].what


def test_a_page_that_one_engine_does_not_build_is_told(written: Written, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert told(written(), tmp_path / "empty")[0].what == "is not built"
    assert told(tmp_path / "empty", written("a → a"))[0].what == "is built by Zensical alone"


def test_templates_that_extend_the_themes_keep_to_what_both_engines_read() -> None:
    overrides = ROOT / "overrides"
    for path in [*overrides.glob("*.html"), *overrides.glob("partials/**/*.html")]:
        text = path.read_text(encoding="utf-8")
        assert not [word for word in (".append(", "splitlines(", "page.file") if word in text], path

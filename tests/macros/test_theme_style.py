"""The theme's style goes out without what no page shows, and with all else."""

from __future__ import annotations

from pathlib import Path

import material
import pytest

from macros.theme_style import lean, shown

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".tabbed-set{color:red}", ""),
        (".tabbed-set,.plain{color:red}", ".plain{color:red}"),
        (".plain .tabbed-set>a{color:red}", ""),
        (".untabbed-set{color:red}", ".untabbed-set{color:red}"),
        ("[dir=rtl] .plain{color:red}", ""),
        ("[dir=ltr] .plain{color:red}", "[dir=ltr] .plain{color:red}"),
        # There it may mean something else that is shown.
        (":is(.tabbed-set,.plain){color:red}", ":is(.tabbed-set,.plain){color:red}"),
        (".plain:not(.tabbed-set){color:red}", ".plain:not(.tabbed-set){color:red}"),
        ("@media print{.tabbed-set{color:red}}", ""),
        ("@media print{.tabbed-set,p{color:red}}", "@media print{p{color:red}}"),
        ("@keyframes turn{0%{top:0}to{top:1px}}", "@keyframes turn{0%{top:0}to{top:1px}}"),
        ('.plain:after{content:".tabbed-{"}', '.plain:after{content:".tabbed-{"}'),
        ('@charset "UTF-8";', '@charset "UTF-8";'),
    ],
)
def test_a_selector_of_what_is_unused_goes_alone(style: str, left: str) -> None:
    assert lean(style, (".tabbed-", "[dir=rtl]")) == left


def test_a_picture_goes_with_its_last_use() -> None:
    pictures = ":root{--a:url(data:a);--b:url(data:b);--c:url(data:c)}"
    style = f"{pictures}.tabbed-set{{mask:var(--a)}}p{{mask:var(--b)}}"
    assert lean(style, (".tabbed-",), "q{mask:var(--c)}") == (
        ":root{--b:url(data:b);--c:url(data:c)}p{mask:var(--b)}"
    )


def test_nothing_else_of_the_theme_is_changed() -> None:
    style = next(THEME.glob("main.*.min.css")).read_text(encoding="utf-8")
    assert len(lean(style, (), style)) == pytest.approx(len(style), abs=2)


def test_a_page_that_shows_what_is_unused_is_found() -> None:
    unused = ("[dir=rtl]", ".tabbed-", ".keys")
    assert shown('<p class="a tabbed-set">keys</p>', unused) == ["tabbed-"]
    assert shown('<p class="untabbed-set">keys and tabbed-sets</p>', unused) == []

"""Anchors are those that MkDocs makes, and a link must lead to a page and an anchor of it."""

# ruff: noqa: RUF001 (typographic marks are among what headings hold)

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from macros.links import _anchors, check_links
from macros.pages import Page

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "pymdownx.superfences",
    "smarty",
    "tables",
    "toc",
]


def page(path: str, text: str) -> Page:
    """A page without front matter or macros."""
    return Page(path, text, body=text, prose=text)


@pytest.mark.parametrize(
    "heading",
    [
        "# One",
        "## Why *not* `this`, and **that**?",
        "## It's “the” loop – part 2",
        "## A [link](x.md) in it",
        "## Q&A",
        "## Café & naïve",
        "## 50% of 6–12",
        "## C++ / C#",
        "## An end ##",
        "## With an anchor {: #own }",
        "## With an anchor {#own}",
        "## With a class {: .wide }",
        "## snake_case and __init__",
        "## A &amp; B",
        "# Same\n\n# Same\n\n# Same",
        "# Same {: #one }\n\n# Same",
        "Text\n{: #paragraph }",
        "###### Six",
        "```\n# A comment\n```",
        "## 5 \\* 3 & `a*b` <https://example.org/>",
        "##No space",
    ],
)  # fmt: skip
def test_an_anchor_is_what_mkdocs_makes_of_a_heading(heading: str) -> None:
    made = re.findall(r'\bid="([^"]+)"', Markdown(extensions=EXTENSIONS).convert(heading))
    assert _anchors(page("x.md", heading)) == set(made)


def told(tmp_path: Path, *pages: Page) -> list[str]:
    """What is told of the links of some pages."""
    check_links({page.path: page for page in pages}, tmp_path)
    return [problem.what for page in pages for problem in page.problems]


@pytest.mark.parametrize(
    "target",
    ["b.md", "./b.md", "b.md#b", "sub/../b.md", "sub/c.md", "#a", "<b.md>", 'b.md "Title"',
     "https://example.org/x.md", "mailto:a@example.org", "tel:+1"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_let_pass(tmp_path: Path, target: str) -> None:
    others = page("b.md", "# B"), page("sub/c.md", "# C\n\n[Back](../b.md#b)")
    assert told(tmp_path, page("a.md", f"# A\n\n[x]({target})"), *others) == []


@pytest.mark.parametrize(
    "target",
    ["c.md", "b", "b/", "/b.md", "../b.md", "../../../../etc/passwd", "b.md#c", "#b", "b.html",
     "sub", "%2e%2e/b.md", "b.md%00", "~/b.md", "x" * 400],
)  # fmt: skip
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str) -> None:
    assert len(told(tmp_path, page("a.md", f"# A\n\n[x]({target})"), page("b.md", "# B"))) == 1


def test_anchors_of_a_page_that_is_not_complete_are_not_judged(tmp_path: Path) -> None:
    other = page("b.md", "# B")
    other.complete = False
    assert told(tmp_path, page("a.md", "[x](b.md#later), [y](c.md)"), other) == [
        'links to "c.md", which does not exist.'
    ]


def test_a_link_that_a_macro_draws_is_told_at_its_call(tmp_path: Path) -> None:
    drawing = page("a.md", "Words.\n\n{{ x() }}\n")
    drawing.drawings.append((8, "{{ x() }}", '<a href="../b/#c">c</a> <a href="./#a">a</a>'))
    told(tmp_path, drawing, page("b.md", "# B"))
    assert [str(problem.where) for problem in drawing.problems] == ["docs/a.md:3:1"] * 2
    assert 'a macro links to "b/#c", which is not there.' in drawing.problems[0].what

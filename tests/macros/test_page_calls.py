"""A page's macros are found where the plugin finds them, and drawn one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError

from macros import page_macros
from macros.braces import brace_fault, braces, plain_call
from macros.calls import CALLS
from macros.load import load
from macros.page_calls import Caller
from macros.pages import Page, read_pages
from macros.problems import Refusal

TOP = "---\ntitle: A\ndescription: B\nrender_macros: true\n---\n"
SOURCES = st.text(st.sampled_from("a \n{}%#\"'-()"), max_size=40)


def drawn(guide: Path, text: str, **more: Any) -> Page:
    """A page of the guide, its macros drawn."""
    refused: list[Refusal] = []
    known = page_macros(load(guide / "docs/data"), [], lambda _, refusal: refused.append(refusal))
    (guide / "docs/x.md").write_text(TOP + text, encoding="utf-8")
    page = read_pages(guide / "docs", known)["x.md"]
    Caller(known | more, refused, sound=True).draw(page)
    return page


@given(SOURCES)
def test_what_stands_in_braces_is_found_where_it_stands(text: str) -> None:
    try:
        found = [*braces(text)]
    except TemplateSyntaxError:
        return
    for kind, at, source in found:
        assert text[at:].startswith(source)
        assert source.startswith("{{" if kind == "variable" else "{%")


@given(SOURCES)
def test_a_text_that_the_plugin_can_render_without_braces_has_none(text: str) -> None:
    try:
        found = [*braces(text)]
        rendered = Environment(autoescape=False, keep_trailing_newline=True).from_string(text)  # noqa: S701
    except TemplateSyntaxError:
        return
    if not found and "{#" not in text:
        assert rendered.render() == text


@given(SOURCES)
def test_braces_that_the_plugin_cannot_read_have_a_place(text: str) -> None:
    try:
        [*braces(text)]
    except TemplateSyntaxError as error:
        at, what, mend = brace_fault(text, error)
        assert 0 <= at <= len(text)
        assert what.endswith(".")
        assert mend.endswith(".")


@pytest.mark.parametrize(
    "source", ['{{ cite("a") }}', "{{cite('a')}}", '{{- cite( "a", ) -}}', '{{ cite("a", "b") }}']
)
def test_a_call_with_texts_is_plain(source: str) -> None:
    called, _ = plain_call(source, ["cite"])
    assert called is not None
    assert called[0] == "cite"
    assert called[1][0] == "a"


@pytest.mark.parametrize(
    "source",
    ["{{ cite }}", "{{ cite(1) }}", "{{ cite(*x) }}", "{{ cite(**x) }}", "{{ cite(a='b') }}",
     "{{ cite('a').x }}", "{{ cite('a')('b') }}", "{{ 'a' }}", "{{ x.cite('a') }}",
     "{{ cite('a'), 1 }}", "{{ cite('a') if 1 }}", "{{ }}", "{{ cite( }}"],
)  # fmt: skip
def test_anything_else_is_not(source: str) -> None:
    called, (what, mend) = plain_call(source, ["cite"])
    assert called is None
    assert what
    assert mend


def test_a_page_is_drawn_in_order_and_knows_what_it_calls(guide: Path) -> None:
    page = drawn(guide, 'One.{{ cite("letter") }}\n\n{{ page_sources() }}\n\nLast.\n')
    assert page.problems == []
    assert page.complete
    assert page.calls == [("cite", ("letter",)), ("page_sources", ())]
    assert page.drawn.index("One.<sup") < page.drawn.index('id="source-letter"')
    assert page.drawn.rstrip().endswith("Last.")


def test_what_is_raw_is_not_drawn(guide: Path) -> None:
    page = drawn(guide, "{% raw %}{{ typo }}{% endraw %}\n")
    assert (page.problems, page.calls) == ([], [])


def test_every_wrong_call_is_told_at_its_place_and_the_others_are_drawn(guide: Path) -> None:
    page = drawn(guide, '{{ typo }} and {{ cite("card") }}\n\n{{ cite("letter") }}\n')
    assert [str(problem.where) for problem in page.problems] == [
        "docs/x.md:6:1",
        "docs/x.md:6:24",
    ]
    assert not page.complete
    assert "Source 1" in page.drawn


def test_a_macro_that_fails_is_told_in_a_sentence(guide: Path) -> None:
    def broken(_: Any) -> str:
        raise KeyError("band")

    page = drawn(guide, "{{ level_table() }}\n", level_table=broken)
    (problem,) = page.problems
    assert problem.what == "the macro level_table cannot be drawn: 'band'."
    assert problem.mend == "look at overrides/components/level-table/, and at its facts."


@pytest.mark.parametrize("around", ["- {}", "    {}", "A {}", "{} b", "> {}", "| {} |"])
def test_no_block_macro_stands_in_anything(guide: Path, around: str) -> None:
    names = sorted({*CALLS, "page_sources"})
    lines = [around.format(f"{{{{ {name}() }}}}") for name in names]
    assert [problem.what for problem in drawn(guide, "\n\n".join(lines) + "\n").problems] == [
        f"the macro {name} does not stand alone at the start of a line." for name in names
    ]

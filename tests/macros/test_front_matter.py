"""Front matter is read as MkDocs reads it, and told where MkDocs would pass over what is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.utils import meta

from macros.front_matter import FrontMatter, front_matter

TOP = "---\ntitle: A\ndescription: B\n---\n\nWords.\n"


@pytest.mark.parametrize(
    "text",
    [
        TOP,
        TOP.replace("---\n", "---  \n"),
        TOP.replace("---\n\n", "...\n"),
        TOP.replace("B", "B\nhide:\n  - toc"),
        TOP.replace("B", "B\nrender_macros: true"),
        "---\ntitle: A\n---\n",
        "---\ntitle: A\ndescription: --- B ---\n---\n---\n",
    ],
)
def test_what_mkdocs_reads_is_read(text: str) -> None:
    read, end, _ = front_matter(text, "docs/x.md", ())
    body, expected = meta.get_data(text)
    assert read == expected
    assert text[end:].lstrip("\n") == body


@pytest.mark.parametrize(
    "text",
    ["Words.", "", "----\ntitle: A\n----\n", "---\ntitle: A\n", "\n" + TOP, "---\n\n---\n"],
)
def test_a_page_that_says_nothing_on_top_lacks_title_and_description(text: str) -> None:
    read, _, problems = front_matter(text, "docs/x.md", ())
    assert read == {}
    assert [problem.what for problem in problems] == [
        'the front matter lacks the key "title".',
        'the front matter lacks the key "description".',
    ]


@pytest.mark.parametrize("value", ["- a", "text", "12", "[a, b]"])
def test_front_matter_that_is_no_mapping_is_told(value: str) -> None:
    read, _, problems = front_matter(f"---\n{value}\n---\n", "docs/x.md", ())
    assert read == {}
    assert [problem.what for problem in problems] == ["the front matter is no mapping."]


def test_no_key_that_a_page_may_have_is_the_name_of_a_macro() -> None:
    from macros.calls import CALLS

    assert not {*FrontMatter.model_fields} & {*CALLS, "cite", "fact_count", "page_sources", "page"}


def test_a_key_that_hides_a_macro_is_told_and_no_unknown_key_besides() -> None:
    text = TOP.replace("B", "B\ncite: C\npage: D")
    read, _, problems = front_matter(text, "docs/x.md", ("cite",))
    assert [str(problem.where) for problem in problems] == ["docs/x.md:4:1", "docs/x.md:5:1"]
    assert all("hides what macros know" in problem.what for problem in problems)
    assert read["cite"] == "C"


@pytest.mark.parametrize(
    ("said", "value"), [("true", True), ("false", False), ('"true"', "true"), ("1", 1)]
)
def test_a_truth_value_is_what_yaml_makes_of_it(said: str, value: Any) -> None:
    read, _, problems = front_matter(TOP.replace("B", f"B\nrender_macros: {said}"), "x.md", ())
    assert read["render_macros"] == value
    assert len(problems) == (not isinstance(value, bool))

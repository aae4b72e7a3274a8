"""A page is read with all its characters in their places, whatever is blanked for a check."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages import Page, _blank, read_pages, without_fences

TOP = "---\ntitle: A\ndescription: B\n---\n"


def read(tmp_path: Path, text: str) -> Page:
    """The page of a text."""
    (tmp_path / "x.md").write_text(text, encoding="utf-8", newline="")
    return read_pages(tmp_path, ())["x.md"]


def test_pages_are_found_in_every_folder_and_files_for_contributors_are_none(guide: Path) -> None:
    (guide / "docs/data/README.md").write_text("# The data", encoding="utf-8")
    assert [*read_pages(guide / "docs", ())] == [
        "design/counter.md",
        "index.md",
        "plain.md",
        "questions/craft.md",
        "rounds/interview.md",
    ]


@given(st.text(st.sampled_from("ab `~\n-{}")))
def test_blanking_moves_nothing(text: str) -> None:
    for blanked in (_blank(text), without_fences(text)):
        assert len(blanked) == len(text)
        assert [at for at, c in enumerate(blanked) if c == "\n"] == [
            at for at, c in enumerate(text) if c == "\n"
        ]


@pytest.mark.parametrize(
    "sample",
    [
        "```\n<b>\n```",
        "``` { .html }\n<b>\n```",
        "````\n```\n<b>\n```\n````",
        "~~~\n<b>\n~~~",
        "- a\n\n    ```\n    <b>\n    ```",
        "`<b>`",
        "`` <b> ` <i> ``",
    ],
)
def test_code_is_no_prose(tmp_path: Path, sample: str) -> None:
    page = read(tmp_path, f"{TOP}Before.\n\n{sample}\n\nAfter.\n")
    assert page.problems == []
    assert "<" not in page.prose
    assert "Before." in page.prose
    assert "After." in page.prose
    assert "<b>" in page.body


def test_a_fence_that_nothing_closes_hides_nothing(tmp_path: Path) -> None:
    assert len(read(tmp_path, f"{TOP}```\n<b>\n").problems) == 1


@pytest.mark.parametrize("text", ["a < b and c > d", "<https://example.org/>", "x<5", "&lt;b&gt;"])
def test_a_sign_is_no_tag(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"{TOP}{text}\n").problems == []


@pytest.mark.parametrize("text", ["<br>", "a <b>c</b>", "</p>", '<a\nhref="x">', "<loop-x>"])
def test_a_tag_is_told(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"{TOP}{text}\n").problems


@pytest.mark.parametrize("row", ["|:---|---|", "| --- | :-: |", "--- | ---:"])
def test_a_column_that_is_aligned_is_told(tmp_path: Path, row: str) -> None:
    page = read(tmp_path, f"{TOP}| a | b |\n{row}\n| 1 | 2 |\n")
    assert [str(problem.where) for problem in page.problems] == ["docs/x.md:6:1"]


@pytest.mark.parametrize("row", ["| --- | --- |", "---|---", "---", "- a: b | c", "a | b: c"])
def test_a_column_that_is_not_aligned_is_let_pass(tmp_path: Path, row: str) -> None:
    assert read(tmp_path, f"{TOP}| a | b |\n{row}\n| 1 | 2 |\n").problems == []


def test_line_and_column_are_those_of_the_file_also_with_windows_line_ends(tmp_path: Path) -> None:
    page = read(tmp_path, f"{TOP}Words.\n\nMore <b>.\n".replace("\n", "\r\n"))
    assert [str(problem.where) for problem in page.problems] == ["docs/x.md:7:6"]


def test_a_page_that_is_no_text_is_told_and_not_read_further(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"\xff\xfe<\x00b\x00>\x00")
    page = read_pages(tmp_path, ())["x.md"]
    assert [problem.what for problem in page.problems] == [
        "holds the byte 0xff, which is not UTF-8."
    ]
    assert page.drawn == ""

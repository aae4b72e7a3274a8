"""Inline Markdown: emphasis and code, and otherwise the words as they were typed."""

# ruff: noqa: RUF001 (typeset quotes are among what this is about)

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.inline import inline_faults, inline_markdown

# Anything a writer may type, rich in what means something to Markdown or HTML.
TYPED = st.text(
    st.one_of(
        st.sampled_from(list("*_`\\<>&;#[]()!{}\"'=-+. \n1ab/:")),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=40,
)


class Reader(HTMLParser):
    """The tags of some HTML, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        """Note some text."""
        self.text += data


@given(TYPED)
@example("<b>*x*</b>")
@example("# *x*")
@example("*x*\n===")
@example("&lt;script&gt; *x*")
@example('<img src="x" onerror="alert(1)"> `x`')
@example("[*x*](javascript:alert(1)) ![*y*](z) <https://example.org>")
@example("*a*\n\n<script>alert(1)</script>")
def test_nothing_typed_becomes_a_tag_but_emphasis_and_code(typed: str) -> None:
    drawn = str(inline_markdown(typed))
    assert {tag for tag, _ in Reader(drawn).tags} <= {"em", "strong", "code"}
    assert all(not attributes for _, attributes in Reader(drawn).tags)
    assert set(re.findall(r"<[^>]*>", drawn)) <= {
        f"<{slash}{tag}>" for slash in ("", "/") for tag in ("em", "strong", "code")
    }


@given(TYPED)
@example("&copy; *x*")
@example('AT&T\'s "*x*" <y>')
@example("5 \\* 3")
def test_the_words_stay_as_they_were_typed(typed: str) -> None:
    def words(text: str) -> list[str]:
        straight = text.translate(str.maketrans("‘’“”", "''\"\""))
        return re.findall(r"[^\W_]+|[<>&;#!()\[\]{}=+.:/]", straight)

    assert words(Reader(str(inline_markdown(typed))).text) == words(typed)


@given(st.text(st.characters(exclude_characters="*`\\_'\"", exclude_categories=("Cs", "Cc"))))
def test_a_text_without_marks_is_shown_letter_by_letter(typed: str) -> None:
    assert html.unescape(str(inline_markdown(typed))) == typed


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("How it is *made*", "How it is <em>made</em>"),
        ("**both *at* once**", "<strong>both <em>at</em> once</strong>"),
        ("***all***", "<strong><em>all</em></strong>"),
        ("`a * b` and 5 \\* 3", "<code>a * b</code> and 5 * 3"),
        ("snake_case_name", "snake_case_name"),
        ("it's", "it&rsquo;s"),
        ("a\nfolded *text*", "a folded <em>text</em>"),
    ],
)
def test_the_few_marks_mean_what_markdown_means_by_them(typed: str, drawn: str) -> None:
    assert inline_faults(typed) is None
    assert inline_markdown(typed) == drawn


@given(TYPED)
def test_what_passes_leaves_no_mark_of_emphasis_or_code_to_readers(typed: str) -> None:
    if inline_faults(typed) is None and "\\" not in typed:
        shown = re.sub(r"<code>.*?</code>", "", str(inline_markdown(typed)), flags=re.DOTALL)
        assert "*" not in shown
        assert "`" not in shown


@pytest.mark.parametrize(
    "typed", ["- a", "1. a", "# a", "> a", "```\na\n```", "a\n===", "a\n---", "***"]
)
def test_what_markdown_takes_for_a_block_is_refused(typed: str) -> None:
    fault = inline_faults(typed)
    assert fault is not None
    assert fault[0].startswith("begins a line with")

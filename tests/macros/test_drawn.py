"""What components have drawn comes through Markdown as it was, and its anchors are known."""

from __future__ import annotations

import markdown

from macros.drawn import Drawn, anchors, marked


def convert(text: str) -> str:
    return markdown.markdown(text, extensions=[Drawn(), "fenced_code", "smarty"])


def test_what_is_drawn_is_not_read_as_markdown() -> None:
    drawn = '<div>\n\n    "four spaces" and *stars*\n\n```\n# no heading\n</div>'
    assert drawn in convert(f"Before.\n\n{marked(drawn)}\n\nAfter.")


def test_what_stands_around_it_is_read_as_ever() -> None:
    html = convert(f"# One\n{marked('<div>two</div>')}\n*Three*")
    assert html.replace("\n", "") == "<h1>One</h1><div>two</div><p><em>Three</em></p>"


def test_two_drawings_keep_their_places() -> None:
    html = convert(f"{marked('<div>a</div>')}\n\nb\n\n{marked('<section>c</section>')}")
    assert html.replace("\n", "") == "<div>a</div><p>b</p><section>c</section>"


def test_a_component_with_nothing_to_say_leaves_no_paragraph() -> None:
    assert convert(f"One.\n\n{marked('  ')}") == "<p>One.</p>"


def test_without_the_extension_only_comments_are_left() -> None:
    html = markdown.markdown(f"One.\n\n{marked('<div>two</div>')}")
    assert "<div>two</div>" in html
    assert "wzxhzdk" not in html


def test_anchors_are_found_in_tags_alone() -> None:
    assert anchors('<h3 class="x"\n id="a">id="b"</h3> data <p data-id="c" id="d">') == {"a", "d"}

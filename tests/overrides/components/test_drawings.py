"""What each component draws: as accepted, untouched by Markdown, and no text becomes markup."""

from __future__ import annotations

import html
import re

import pytest

from macros.calls import CALLS
from macros.inline import inline_markdown
from tests.overrides import texts
from tests.overrides.examples import FOLDERS, Example, all_examples
from tests.overrides.parts import Parts

_BLOCKS = (
    "article|aside|blockquote|caption|dd|details|div|dl|dt|h[1-6]|li|loop-[a-z-]+|ol|p|section|"
    "summary|svg|table|tbody|td|th|thead|tr|ul"
)
_TAG = re.compile(rf"\s*(</?(?:{_BLOCKS})\b[^>]*>)\s*")


# A golden is about structure: the longest texts stand in it as what they are.
_LONGEST = {
    str(inline_markdown(texts.PARAGRAPH)): "(a longest paragraph)",
    texts.SENTENCE: "(a longest sentence)",
    texts.NAME: "(a longest name)",
}


def settled(drawn: str) -> str:
    """HTML with a line for each block's tag and no other white space than it needs."""
    for text, short in _LONGEST.items():
        drawn = drawn.replace(text, short)
    lines = _TAG.sub(r"\n\1\n", re.sub(r"\s+", " ", drawn)).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def test_an_example_is_drawn_as_accepted(example: Example, request: pytest.FixtureRequest) -> None:
    drawn = settled(example.html())
    if request.config.getoption("--update"):
        example.golden.write_text(drawn, encoding="utf-8")
    assert example.golden.exists(), "Nothing was accepted yet. Mend: look at it, pytest --update."
    assert drawn == example.golden.read_text(encoding="utf-8")


def test_nothing_accepted_outlives_its_example(request: pytest.FixtureRequest) -> None:
    stale = set(FOLDERS.glob("*/*.html")) - {example.golden for example in all_examples()}
    if request.config.getoption("--update"):
        for path in stale:
            path.unlink()
        stale = set()
    assert not stale


def test_markdown_passes_a_block_through_untouched(example: Example) -> None:
    if example.macro in CALLS:
        assert settled(example.html()) == settled(example.drawn())


@pytest.mark.parametrize("hostile", [e for e in all_examples() if e.texts == "hostile"], ids=str)
def test_a_hostile_text_stays_a_text(hostile: Example) -> None:
    drawn = Parts(hostile.html())
    assert "script" not in drawn.tags
    assert all(re.fullmatch(r"[a-zA-Z-]+", name) for name in drawn.attributes), drawn.attributes
    assert not [name for name in drawn.attributes if name.startswith("on")]
    # As typed, not escaped twice; read as Markdown where the field is Markdown, and only there.
    assert drawn.text == html.unescape(drawn.text)
    assert drawn.text.count("stars") == drawn.text.count("{{ braces }} *stars*")
    assert "*emphasis*" not in drawn.text
    assert "<script>alert(1)</script>" in drawn.text

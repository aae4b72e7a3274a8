"""Inline Markdown, the only Markdown that data may hold: emphasis, strong, code."""

from __future__ import annotations

import re

from markdown import Markdown
from markupsafe import Markup, escape

_BLOCK = re.compile(r"^\s{0,3}(#{1,6}\s|[-*+]\s|\d+\.\s|>\s|```|~~~|---)", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(|\[[^\]]*\]\[|<https?:|https?://")
_CODE = re.compile(r"`[^`]+`")
_PAIRED = re.compile(r"\*\*\S(?:[^*]*\S)?\*\*|(?<!\w)\*\S(?:[^*]*\S)?\*(?!\w)")


def inline_faults(text: str) -> tuple[str, str] | None:
    """What a Markdown field must not hold, as (what, mend); None when the text is fit to render."""
    if "\n\n" in text.strip():
        return "has more than one paragraph", "make it one paragraph"
    if block := _BLOCK.search(text):
        return f"starts a block with {block[0].strip()!r}", "write inline text only: *, **, `"
    if _LINK.search(text):
        return "holds a link", "cite with `sources:`, or put the link into the page's Markdown"
    if "{{" in text or "{%" in text:
        return "holds a macro call", "call macros from pages only"
    bare = _CODE.sub("", text)
    if "`" in bare:
        return "has an unclosed `code` mark", "close it with a second `"
    if "*" in _PAIRED.sub("", _PAIRED.sub("", bare)):
        return "has an unclosed emphasis", r"close it with the same mark, or write \* as a word"
    return None


def _renderer() -> Markdown:
    quotes = {"smarty": {"smart_dashes": False, "smart_ellipses": False}}
    renderer = Markdown(output_format="html", extensions=["smarty"], extension_configs=quotes)
    for name in ("html", "link", "image_link", "autolink", "automail", "reference"):
        renderer.inlinePatterns.deregister(name, strict=False)
    renderer.preprocessors.deregister("html_block")
    return renderer


_MARKDOWN = _renderer()


def inline_markdown(text: str) -> Markup:
    """HTML of one inline Markdown text, its quotes typeset. Nothing in it can be a tag."""
    if not any(mark in text for mark in "*`\\_'\""):
        return escape(text)
    html = _MARKDOWN.reset().convert(text.strip())
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 (escaped by Markdown)

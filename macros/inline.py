"""Inline Markdown, the only Markdown that data may hold: emphasis, strong, code."""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.inlinepatterns import ENTITY_RE, InlineProcessor
from markdown.util import Registry
from markupsafe import Markup, escape

_BLOCK = re.compile(
    r"^\s{0,3}(#{1,6}\s|[-*+]\s|\d+\.\s|>\s|```|~~~|---|===|\*\*\*\s*$|___)", re.MULTILINE
)
_LINK = re.compile(r"\[[^\]]*\]\(|\[[^\]]*\]\[|<https?:|https?://")
# What Markdown leaves alone: a mark after a backslash, and code.
_LITERAL = re.compile(r"\\[\\`*_]|`[^`]+`")
_PAIRED = re.compile(r"\*\*[^\s*](?:[^*]*[^\s*])?\*\*|(?<!\w)\*[^\s*](?:[^*]*[^\s*])?\*(?!\w)")


def inline_faults(text: str) -> tuple[str, str] | None:
    """What a Markdown field must not hold, as (what, mend); None when the text is fit to render."""
    if "\n\n" in text.strip():
        return "has more than one paragraph", "make it one paragraph"
    if block := _BLOCK.search(text):
        what = f"begins a line with {block[0].strip()!r}, as a heading, a list or the like does"
        return what, "begin it with a word: the only marks here are *, ** and `"
    if _LINK.search(text):
        return "holds a link", "cite with `sources:`, or put the link into the page's Markdown"
    if "{{" in text or "{%" in text:
        return "holds a macro call", "call macros from pages only"
    bare = _LITERAL.sub("", text)
    if "`" in bare:
        return "has an unclosed `code` mark", "close it with a second `"
    if "*" in _PAIRED.sub("x", _PAIRED.sub("x", bare)):
        mend = r"close it with the same mark, or write \* for a star that is none"
        return "has an unclosed emphasis", mend
    return None


class _Typed(InlineProcessor):
    """Lets `&copy;` appear as typed, as `<` and `&` do."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the base class has two shapes)
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        del data
        return f"&amp;{m[0][1:]}", m.start(), m.end()


def _renderer() -> Markdown:
    quotes = {"smarty": {"smart_dashes": False, "smart_ellipses": False}}
    renderer = Markdown(output_format="html", extensions=["smarty"], extension_configs=quotes)
    for name in ("html", "link", "image_link", "autolink", "automail", "reference"):
        renderer.inlinePatterns.deregister(name, strict=False)
    renderer.inlinePatterns.register(_Typed(ENTITY_RE, renderer), "entity", 80)
    renderer.preprocessors.deregister("html_block")
    renderer.parser.blockprocessors = Registry()
    renderer.parser.blockprocessors.register(ParagraphProcessor(renderer.parser), "paragraph", 0)
    return renderer


_MARKDOWN = _renderer()
_QUOTES: Any = tuple(_MARKDOWN.treeprocessors["smarty"].inlinePatterns)  # type: ignore[attr-defined]
_HIDDEN = re.compile("\2(\\d+)\3")


def inline_markdown(text: str) -> Markup:
    """HTML of one inline Markdown text, its quotes typeset. Nothing in it can be a tag."""
    if not any(mark in text for mark in "*`\\_'\""):
        return escape(text)
    # One line, so that it is one paragraph whatever it holds.
    line = " ".join(text.split())
    if not any(mark in line for mark in "*`\\_&"):
        return _typeset(line)
    html = _MARKDOWN.reset().convert(line)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704 (escaped by Markdown)


def _typeset(line: str) -> Markup:
    """What Markdown makes of a line with no marks but quotes, by its own rules but much faster.

    As there, what a rule has typeset is hidden from the rules after it.
    """
    hidden: list[str] = []
    for rule in _QUOTES:
        while match := rule.compiled_re.search(line):
            said = (match[part] if isinstance(part, int) else part for part in rule.replace)
            line = f"{line[: match.start()]}\2{len(hidden)}\3{line[match.end() :]}"
            hidden.append("".join(said))
    shown = _HIDDEN.sub(lambda match: hidden[int(match[1])], escape(line))
    return Markup(shown)  # noqa: S704 (escaped; the rules add spaces, dashes and entities)

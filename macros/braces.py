"""What stands in braces on a page, read as the macros plugin reads it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes

from macros.problems import did_you_mean

# What is wrong with a call, and the mend.
Fault = tuple[str, str]
# The name of a macro, and the texts that it is called with.
Called = tuple[str, tuple[str, ...]]

_JINJA = Environment(undefined=StrictUndefined)  # noqa: S701 (as the plugin's: it makes Markdown)
_OPENED = re.compile(r"\{[{%#]")
_CLOSED = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SHAPE = 'call a macro with texts in quotes: {{ check_list("six-weeks") }}.'


def braces(text: str) -> Iterator[tuple[str, int, str]]:
    """Each expression and statement of a text: its kind, its position, and its source.

    What stands between raw and endraw is passed over. Raises TemplateSyntaxError.
    """
    at = start = 0
    for _, kind, value in _JINJA.lex(text):
        at = text.index(value, at)  # blanks that `{{-` takes away are not among the values
        if kind in ("variable_begin", "block_begin"):
            start = at
        elif kind in ("variable_end", "block_end"):
            yield kind.removesuffix("_end"), start, text[start : at + len(value)]
        at += len(value)


def plain_call(source: str, macros: Collection[str]) -> tuple[Called | None, Fault]:
    """The call that an expression is, or None and what is wrong with it.

    Pages may only call macros, and only with texts: all else is logic, and has no place there.
    """
    try:
        output = _JINJA.parse(source).body[0]
    except TemplateSyntaxError as error:
        said = re.sub(r" at \d+$", "", error.message or "")
        return None, (f"holds {source.strip()}, which is no call: {said}.", _SHAPE)
    call = output.nodes[0] if isinstance(output, nodes.Output) else None
    called = call.node if isinstance(call, nodes.Call) else call
    if isinstance(called, nodes.Name):
        if called.name not in macros:
            return None, (f'there is no macro "{called.name}".', did_you_mean(called.name, macros))
        if called is call:
            return None, (f"names the macro {called.name} without calling it.", _SHAPE)
        if isinstance(call, nodes.Call) and _has_texts_only(call):
            return (called.name, tuple(text.as_const() for text in call.args)), ("", "")
    return None, (f"holds {source.strip()}, which is no plain call of a macro.", _SHAPE)


def brace_fault(text: str, error: TemplateSyntaxError) -> tuple[int, str, str]:
    """Where the braces of a text go wrong, what is wrong, and the mend."""
    for found in _OPENED.finditer(text):
        sign, end = found[0], text.find(_CLOSED[found[0]], found.end())
        line_end = text.find("\n", found.end())
        if sign == "{#" and end < 0:
            mend = "write an anchor as `{: #name }`."
            return found.start(), "opens {#, which begins a comment of the macros.", mend
        if end < 0 or "\n" in text[found.end() : end]:
            line = text[found.start() : line_end].strip()
            mend = _SHAPE if sign == "{{" else "write it out: a page has no statements."
            return found.start(), f"opens {sign} and does not close it: {line}.", mend
        source = text[found.start() : end + 2]
        fault = plain_call(source, ())[1][0] if sign == "{{" else ""
        if "no call" in fault:
            return found.start(), fault, _SHAPE
    start = sum(len(line) + 1 for line in text.split("\n")[: error.lineno - 1])
    return start, f"has braces that the macros cannot read: {error.message}.", _SHAPE


def _has_texts_only(call: nodes.Call) -> bool:
    texts = all(isinstance(a, nodes.Const) and isinstance(a.value, str) for a in call.args)
    return texts and not (call.kwargs or call.dyn_args or call.dyn_kwargs)

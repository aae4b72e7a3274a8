"""What YAML's parser finds wrong, said in the words of the person who wrote the file."""

from __future__ import annotations

import re

import yaml

from macros.problems import Fault

_QUOTE = "put the text in quotes."

# A part of the parser's own words → ours. The first that fits counts. True: told where it began.
_WORDS: tuple[tuple[str, bool, str, str], ...] = (
    ("scanning an alias|undefined alias", True, "has a text that begins with *.", _QUOTE),
    ("scanning an anchor", True, "has a text that begins with &.", _QUOTE),
    ("scanning a directive", True, "has a text that begins with %.", _QUOTE),
    ("cannot start any token", False, "has a text that begins with {here}.", _QUOTE),
    ("keys are not allowed|block node", False, "has a text that begins with {here}.", _QUOTE),
    ("alias repeats", False, "repeats a value by an alias.", "write the value out."),
    (
        "values are not allowed",
        False,
        "has a colon that YAML takes for the end of a key.",
        "put the text in quotes if the colon is part of it, else look at the indent of this line.",
    ),
    (
        "quoted scalar.*end of stream",
        True,
        "opens a quote that nothing closes.",
        "close it at the end of the text.",
    ),
    (
        "escape character",
        False,
        "has a backslash in a text in double quotes.",
        "write the backslash twice, or put the text in single quotes.",
    ),
    (
        "flow (sequence|mapping)",
        True,
        "opens a {here} that does not go on with a comma or its end.",
        "close it, and put texts with commas, colons or brackets in quotes.",
    ),
    (
        "block scalar",
        False,
        "has text on the line of | or >.",
        "begin the text on the next line, or put it in quotes.",
    ),
    (
        "expected ':'",
        True,
        "is neither a key with a colon nor an entry of a list.",
        "look at the indent of this line, and at the end of the one above.",
    ),
    (
        "single document|document start",
        False,
        "holds a second document.",
        "delete the line with three hyphens or points.",
    ),
    (
        "'-' indicator",
        False,
        "does not go on as the list above it.",
        "look at the indent of this line; an entry begins with `- `.",
    ),
    (
        "expected key",
        False,
        "does not go on as the lines above it.",
        "look at the indent of this line, and at quotes and brackets in it and in the one above.",
    ),
)


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Line, column, what and mend of an error that the parser raised for `text`."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unprintable(text)
    lines = text.splitlines()
    began, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    parts = (getattr(error, "context", None), getattr(error, "problem", None))
    said = ", ".join(part for part in parts if part) or str(error)
    line = mark.line if mark else 0
    indent = re.match(r"\s*", lines[line] if line < len(lines) else "")
    if indent and "\t" in indent[0]:
        column = indent[0].index("\t") + 1
        return line + 1, column, "is indented with a tab.", "use two spaces for each level."
    at, what, mend = mark, f"is not YAML here: {said}.", "look at this line and above."
    if words := next((words for words in _WORDS if re.search(words[0], said)), None):
        _, from_start, what, mend = words
        at = began if from_start and began else mark
    if at is None:
        return 1, 1, what, mend
    here = lines[at.line][at.column : at.column + 1] if at.line < len(lines) else ""
    return at.line + 1, at.column + 1, what.format(here=here), mend


def _unprintable(text: str) -> Fault:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    at = found.start() if found else 0
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return line, column, f"holds the control character {text[at]!r}.", "delete it."

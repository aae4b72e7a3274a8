"""The Markdown pages as `make check` sees them: what they say on top, what they hold, and links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.decoding import decoded, misdecoded, unseen
from macros.front_matter import front_matter
from macros.problems import Place, Problem

_FENCE = re.compile(r"^[ \t]*(```+|~~~+)[^\n]*\n.*?^[ \t]*\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)")
_HTML = re.compile(r"<(?!https?:)/?[a-z][a-z0-9-]*(\s[^>]*)?/?>", re.IGNORECASE)
_ALIGNED = re.compile(r"^[ \t]*\|?(?=[^\n]*:)(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:|-]*$", re.MULTILINE)
_UNSAID = re.compile(r"!\[\s*\]")


@dataclass
class Page:
    """A Markdown page.

    `body` is without front matter, `prose` without code as well; both keep every character where
    it is, since what does not count is blanked. `calls` has the macros it calls and what with,
    `drawings` the place, source and HTML of each; a page is `complete` if all of them were drawn.
    """

    path: str
    text: str
    body: str = ""
    prose: str = ""
    calls_macros: bool = False
    complete: bool = True
    problems: list[Problem] = field(default_factory=list)
    calls: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    drawings: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def file(self) -> str:
        """What messages call the page."""
        return f"docs/{self.path}"

    @property
    def drawn(self) -> str:
        """The body with the HTML of its macros."""
        parts, end = [], 0
        for at, source, html in self.drawings:
            parts += [self.body[end:at], html]
            end = at + len(source)
        return "".join([*parts, self.body[end:]])

    def place(self, at: int) -> Place:
        """Line and column of a position in the text."""
        line = self.text.count("\n", 0, at) + 1
        return Place(self.file, line, at - self.text.rfind("\n", 0, at))


def read_pages(docs: Path, macros: Collection[str]) -> dict[str, Page]:
    """Every page under `docs` by its path, each with the problems of its own text."""
    paths = sorted(path for path in docs.rglob("*.md") if path.name != "README.md")
    return {(page := _read(path, docs, macros)).path: page for path in paths}


def _read(path: Path, docs: Path, macros: Collection[str]) -> Page:
    text, fault = decoded(path.read_bytes())
    page = Page(path.relative_to(docs).as_posix(), text.replace("\r\n", "\n"))
    if fault:
        line, column, what, mend = fault
        page.problems.append(Problem(Place(page.file, line, column), what, mend))
        return page
    meta, end, problems = front_matter(page.text, page.file, macros)
    page.calls_macros = meta.get("render_macros") is True
    page.body = _blank(page.text[:end]) + page.text[end:]
    page.prose = _CODE.sub(lambda found: _blank(found[0]), without_fences(page.body))
    page.problems += [*problems, *_unreadable(page), *_not_markdown(page)]
    return page


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def without_fences(text: str) -> str:
    """The text with its code samples blanked."""
    return _FENCE.sub(lambda found: _blank(found[0]), text)


def _unreadable(page: Page) -> Iterator[Problem]:
    at = 0
    for line in page.text.split("\n"):
        if wrong := misdecoded(line):
            what = f"holds mis-decoded text, {wrong[0]!r}."
            yield Problem(page.place(at + line.index(wrong[0])), what, f"write {wrong[1]!r}.")
        if hidden := unseen(line):
            what = f"holds the unseen character {hidden!r}."
            yield Problem(page.place(at + line.index(hidden)), what, "delete it.")
        at += len(line) + 1


def _not_markdown(page: Page) -> Iterator[Problem]:
    for html in _HTML.finditer(page.prose):
        what = f"holds HTML, {html[0]!r}."
        yield Problem(page.place(html.start()), what, "write Markdown, or call a macro.")
    for row in _ALIGNED.finditer(page.prose):
        what = "aligns a column by colons, which makes a style that the site's policy blocks."
        yield Problem(page.place(row.start()), what, "leave the colons out.")
    for picture in _UNSAID.finditer(page.prose):
        what = "shows a picture without saying what it is."
        yield Problem(page.place(picture.start()), what, "say it between the brackets.")

"""A built page as a test reads it: its tags, the text of its body, and its ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

Attributes = dict[str, str | None]

# Their text runs on: no space comes between them and what stands beside them.
_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "span", "strong", "sub", "sup"}
_VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "source", "wbr"}
_SILENT = {"script", "style", "template", "title"}
# Not the page's own words: marks that lead to sources, and the signs of links to headings.
_MARKS = {"loop-cite", "headerlink"}


@dataclass
class Document:
    """What stands in a page. `text` is that of its article, in one line."""

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    title: str = ""
    text: str = ""

    def all(self, name: str) -> list[Attributes]:
        """The attributes of every element with this name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    def meta(self, name: str) -> list[str]:
        """The contents of every meta with this name, property or http-equiv."""
        keys = ("name", "property", "http-equiv")
        found = [each for each in self.all("meta") if name in [each.get(key) for key in keys]]
        return [each.get("content") or "" for each in found]

    def link(self, relation: str) -> list[str]:
        """The addresses of every link in the head with this relation."""
        found = [each for each in self.all("link") if each.get("rel") == relation]
        return [each.get("href") or "" for each in found]

    @property
    def ids(self) -> set[str]:
        """Every id that an address may name."""
        return {attributes["id"] or "" for _, attributes in self.tags if "id" in attributes}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()
        self._open: list[tuple[str, bool]] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.document.tags.append((tag, attributes))
        classes = set((attributes.get("class") or "").split())
        silent = tag in _SILENT or "hidden" in attributes or bool(classes & _MARKS)
        if tag not in _INLINE:
            self._words.append(" ")
        if tag not in _VOID:
            self._open.append((tag, silent))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._words.append(" ")
        if tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        within = [tag for tag, _ in self._open]
        if within[-1:] == ["title"] and "svg" not in within:
            self.document.title += data
        if "article" in within and not any(silent for _, silent in self._open):
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self.document.text = " ".join("".join(self._words).split())


def read(path: Path) -> Document:
    """A page of the built site."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.document

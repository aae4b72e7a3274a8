"""What HTML is made of, as its own parser sees it."""

from __future__ import annotations

from html.parser import HTMLParser

_NAMING = ("aria-label", "data-label", "title")
_VOID = ("br", "circle", "img", "input", "path", "rect")

Attributes = list[tuple[str, str | None]]


class Parts(HTMLParser):
    """The tags and attributes of HTML, and its texts: those that are shown and those that name."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        # What stands outermost: tags with their first class, and any text between them.
        self.roots: list[tuple[str, str]] = []
        self._depth = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note a tag and its attributes."""
        if self._depth == 0:
            self.roots.append((tag, (dict(attrs).get("class") or "").partition(" ")[0]))
        self._depth += tag not in _VOID
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.text += "".join(f"{value}\n" for name, value in attrs if name in _NAMING)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Note a tag that closes itself."""
        self.handle_starttag(tag, attrs)
        self._depth -= tag not in _VOID

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag."""
        self._depth -= tag not in _VOID

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if self._depth == 0 and data.strip():
            self.roots.append(("", data.strip()))
        self.text += data

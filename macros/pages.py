"""What `make check` sees of the Markdown pages: macro calls, links, front matter, navigation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from markdown.extensions.toc import slugify

from macros.calls import CALLS
from macros.decoding import misdecoded
from macros.problems import Place, Problem, Refusal, did_you_mean
from macros.render import page_url

Macros = dict[str, Callable[..., Any]]
Refused = list[Refusal]
_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.M | re.S)
_CODE = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"(!?)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)[^)]*\)")
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.M)
_IDS = re.compile(r"""\bid="([^"]+)"|\{[^}]*#([\w-]+)[^}]*\}""")
_HREF = re.compile(r'<a [^>]*?href="([^"]+)"')
_HTML = re.compile(r"<(?!https?:)/?[a-z][a-z0-9-]*(\s[^>]*)?/?>", re.I)
_SHOWN = re.compile(r"\{\{|\{%")


@dataclass
class Page:
    """A Markdown page. `body` keeps its lines where they are: front matter and code are blanked."""

    path: str
    text: str
    meta: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    anchors: set[str] = field(default_factory=set)
    drawn: str = ""

    def place(self, at: int) -> Place:
        """Line and column of a position in the text."""
        line = self.text.count("\n", 0, at) + 1
        return Place(f"docs/{self.path}", line, at - self.text.rfind("\n", 0, at))

    @property
    def calls_macros(self) -> bool:
        """Whether the page's macros are rendered."""
        return self.meta.get("render_macros") is True


def check_pages(docs: Path, config: Path, macros: Macros, refused: Refused) -> list[Problem]:
    """Every problem of the pages under `docs`, and of the navigation that `config` holds.

    `refused` is the list into which the macros report what they could not draw.
    """
    problems: list[Problem] = []
    pages = [_read(path, docs, problems) for path in sorted(docs.rglob("*.md"))]
    pages = [page for page in pages if page and Path(page.path).name != "README.md"]
    by_path = {page.path: page for page in pages if page}
    for page in by_path.values():
        problems += _front_matter(page, macros)
        problems += _macros(page, macros, refused)
        page.anchors = _anchors(page)
    for page in by_path.values():
        problems += _links(page, by_path, docs)
        problems += _drawn_links(page, by_path)
    problems += _navigation(config, by_path)
    return sorted(problems)


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _read(path: Path, docs: Path, problems: list[Problem]) -> Page | None:
    name = path.relative_to(docs).as_posix()
    try:
        page = Page(name, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        what = f"holds the byte 0x{error.object[error.start]:02x}, which is not UTF-8."
        problems.append(Problem(Place(f"docs/{name}"), what, "save the file as UTF-8."))
        return None
    if wrong := misdecoded(page.text):
        where = page.place(page.text.index(wrong[0]))
        what = f"holds mis-decoded text, {wrong[0]!r}."
        problems.append(Problem(where, what, f"write {wrong[1]!r}."))
    head = re.match(r"---\n(.*?\n)---\n", page.text, re.S)
    if head:
        try:
            page.meta = yaml.safe_load(head[1]) or {}
        except yaml.YAMLError as error:
            said = str(error).splitlines()[0]
            problems.append(
                Problem(Place(f"docs/{name}", 1, 1), f"front matter: {said}.", "quote its texts.")
            )
    body = re.sub(r"[^\n]", " ", head[0]) + page.text[head.end() :] if head else page.text
    page.body = _blank(body, _FENCE)
    return page


def _front_matter(page: Page, macros: dict[str, Any]) -> Iterator[Problem]:
    top = Place(f"docs/{page.path}", 1, 1)
    for key in ("title", "description"):
        if not page.meta.get(key):
            yield Problem(top, f"has no {key}.", f"write `{key}:` into its front matter.")
    for key in page.meta:
        if key in macros:
            yield Problem(top, f'front matter hides the macro "{key}".', "rename the key.")


def _macros(page: Page, macros: Macros, refused: Refused) -> Iterator[Problem]:
    if html := _HTML.search(_blank(page.body, _CODE)):
        what = f"holds HTML, {html[0]!r}."
        yield Problem(page.place(html.start()), what, "write Markdown, or call a macro.")
    if not page.calls_macros:
        if shown := _SHOWN.search(page.text):
            what = f"shows {shown[0]!r} to readers: the page renders no macros."
            yield Problem(page.place(shown.start()), what, "add `render_macros: true` on top.")
        return
    jinja = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 (Markdown, not HTML)
    jinja.globals.update(macros)
    try:
        tree = jinja.parse(page.text)
    except TemplateSyntaxError as error:
        where = Place(f"docs/{page.path}", error.lineno, 1)
        yield Problem(where, f"macros: {error.message}.", "look at the braces on this line.")
        return
    faults = [*_calls(page, tree, macros)]
    yield from faults
    if faults:
        return
    context = {"page": SimpleNamespace(url=page_url(page.path))}
    refused.clear()
    try:
        page.drawn = jinja.from_string(page.text).render(context)
        for refusal in refused:
            where = page.place(_place_of_refusal(page, refusal))
            yield Problem(where, refusal.what, refusal.mend)
    except (UndefinedError, TypeError) as error:
        yield Problem(Place(f"docs/{page.path}", 1, 1), f"macros: {error}.", "look at its calls.")


def _place_of_refusal(page: Page, refusal: Refusal) -> int:
    named = re.search(r'"([^"]*)"', refusal.what)
    at = page.text.find(f'"{named[1]}"') if named else -1
    return max(at, 0)


def _calls(page: Page, tree: nodes.Template, macros: dict[str, Any]) -> Iterator[Problem]:
    lines = page.text.splitlines()
    for name in tree.find_all(nodes.Name):
        if name.name not in macros:
            column = lines[name.lineno - 1].find(name.name) + 1
            where = Place(f"docs/{page.path}", name.lineno, column)
            yield Problem(
                where, f'there is no macro "{name.name}".', did_you_mean(name.name, macros)
            )
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name not in CALLS:
            continue
        line = lines[call.lineno - 1]
        where = Place(f"docs/{page.path}", call.lineno, line.find("{{") + 1)
        if not re.fullmatch(r"\{\{.*\}\}\s*", line):
            what = f"the block macro {call.node.name} does not stand alone on its line."
            yield Problem(where, what, "put it at the start of a line, with blank lines around.")


def _anchors(page: Page) -> set[str]:
    text = page.drawn or page.body
    found = {first or second for first, second in _IDS.findall(text)}
    for heading in _HEADING.findall(_blank(page.body, re.compile(r"\{\{.*?\}\}"))):
        plain = re.sub(r"[*_`]|\{[^}]*\}|\]\([^)]*\)|\[", "", heading)
        found.add(slugify(plain, "-"))
    return found


def _links(page: Page, pages: dict[str, Page], docs: Path) -> Iterator[Problem]:
    for match in _LINK.finditer(_blank(page.body, _CODE)):
        target = match[2]
        where = page.place(match.start(2))
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        resolved = (docs / page.path).parent.joinpath(path).resolve() if path else docs / page.path
        name = Path(resolved).relative_to(docs.resolve()).as_posix() if path else page.path
        if name not in pages:
            if resolved.is_file():
                continue
            mend = did_you_mean(name, pages)
            yield Problem(where, f'links to "{target}", which does not exist.', mend)
        elif anchor and anchor not in pages[name].anchors:
            mend = did_you_mean(anchor, pages[name].anchors)
            yield Problem(where, f'links to "#{anchor}", which docs/{name} does not have.', mend)


def _drawn_links(page: Page, pages: dict[str, Page]) -> Iterator[Problem]:
    """Links that macros draw: they must lead to a page, and their anchors must be there."""
    by_url = {page_url(path): other for path, other in pages.items()}
    start = page_url(page.path)
    for href in sorted(set(_HREF.findall(page.drawn))):
        if re.match(r"[a-z]+:", href):
            continue
        path, _, anchor = href.partition("#")
        url = _joined(start, path)
        where = Place(f"docs/{page.path}", 1, 1)
        if url not in by_url:
            mend = "name a page that exists, or write it."
            yield Problem(where, f'a macro links to "{url}", which does not exist.', mend)
        elif anchor and anchor not in by_url[url].anchors:
            if anchor.startswith("source-"):
                mend = "end the page with {{ page_sources() }}."
            else:
                mend = did_you_mean(anchor, by_url[url].anchors)
            yield Problem(where, f'a macro links to "{url}#{anchor}", which is not there.', mend)


def _joined(start: str, relative: str) -> str:
    parts = start.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", ""):
            parts.append(part)
    return "".join(f"{part}/" for part in parts)


class _Config(yaml.SafeLoader):
    """Reads mkdocs.yml for its navigation; what its tags mean does not matter here."""


_Config.add_multi_constructor("", lambda *_: None)


def _navigation(config: Path, pages: dict[str, Page]) -> Iterator[Problem]:
    text = config.read_text(encoding="utf-8")
    named = set(_named(yaml.load(text, _Config)["nav"]))  # noqa: S506 (a SafeLoader of our own)
    for path in sorted(named - set(pages)):
        line = next(i for i, row in enumerate(text.splitlines(), 1) if path in row)
        what = f'the navigation names "{path}", which does not exist.'
        yield Problem(Place(config.name, line, 1), what, did_you_mean(path, pages))
    for path in sorted(set(pages) - named):
        mend = f"add `- {path}` to nav: in mkdocs.yml."
        yield Problem(Place(f"docs/{path}"), "the navigation misses this page.", mend)


def _named(items: Any) -> Iterator[str]:
    if isinstance(items, str):
        yield items
    elif isinstance(items, dict):
        for item in items.values():
            yield from _named(item)
    else:
        for item in items or []:
            yield from _named(item)

"""The links of pages: those that a writer made, and those that macros draw."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from markdown import Markdown

from macros.pages import Page, without_fences
from macros.problems import Problem, did_you_mean
from macros.render import page_url

# The anchors of each page, by its path; None where a page is not complete.
Anchors = dict[str, set[str] | None]

_LINK = re.compile(r"(!?)\[(?:[^\[\]]|\[[^\]]*\])*\]\(<?([^)\s>]+)[^)]*\)")
_HEADING = re.compile(r"^#{1,6}.+$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")
_ID = re.compile(r'\bid="([^"]+)"')
_HREF = re.compile(r'<a [^>]*?href="([^"]+)"')
_ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:", re.IGNORECASE)


def check_links(pages: dict[str, Page], docs: Path) -> None:
    """Note every dead link, once the macros of all pages are drawn."""
    anchors = {path: _anchors(page) if page.complete else None for path, page in pages.items()}
    for page in pages.values():
        page.problems += _written(page, anchors, docs)
        page.problems += _drawn(page, anchors)


def _anchors(page: Page) -> set[str]:
    """The anchors of a page: those that MkDocs' own code makes of its headings, and others."""
    drawn = without_fences(page.drawn)
    headings = Markdown(extensions=["attr_list", "smarty", "toc"])
    made = headings.convert("\n\n".join(_HEADING.findall(drawn)))
    others = _HEADING.sub("", drawn)
    return {*_ID.findall(made), *_ID.findall(others), *_ATTRIBUTES.findall(others)}


def _written(page: Page, anchors: Anchors, docs: Path) -> Iterator[Problem]:
    for match in _LINK.finditer(page.prose):
        target = match[2]
        if _ELSEWHERE.match(target):
            continue
        where = page.place(match.start(2))
        path, _, anchor = unquote(target).partition("#")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        name = name if path else page.path
        if name.startswith(("/", "..")):
            mend = "name a file under docs/, from this page on."
            yield Problem(where, f'links to "{target}", which lies outside of docs/.', mend)
        elif name in anchors:
            there = anchors[name]
            if anchor and there is not None and anchor not in there:
                mend = did_you_mean(anchor, there)
                yield Problem(
                    where, f'links to "#{anchor}", which docs/{name} does not have.', mend
                )
        elif not _is_there(docs / name):
            mend = did_you_mean(name, anchors if name.endswith(".md") else _others(docs))
            yield Problem(where, f'links to "{target}", which does not exist.', mend)
        elif name.startswith("data/") or name.endswith("README.md"):
            mend = "link to a page that shows what it holds."
            yield Problem(where, f'links to "{target}", which is not published.', mend)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # no file system takes such a name
        return False


def _others(docs: Path) -> list[str]:
    """What can be linked to and is no page: pictures and the like."""
    files = (path.relative_to(docs) for path in docs.rglob("*.*") if path.suffix != ".md")
    return [path.as_posix() for path in files if path.parts[0] != "data"]


def _drawn(page: Page, anchors: Anchors) -> Iterator[Problem]:
    """Links that macros draw: they must lead to a page, and their anchors must be there."""
    by_url = {page_url(path): path for path in anchors}
    start = page_url(page.path)
    links = [(at, href) for at, _, html in page.drawings for href in _HREF.findall(html)]
    for at, href in links:
        if _ELSEWHERE.match(href):
            continue
        path, _, anchor = href.partition("#")
        path = path.partition("?")[0]  # what the page is asked to show is its own affair
        url = posixpath.normpath(posixpath.join(start, path)).removeprefix(".").lstrip("/")
        url = f"{url}/" if url else ""
        if url.startswith("q/"):  # the lasting address of a question that is drawn is always made
            continue
        where = page.place(at)
        if url not in by_url:
            mend = "name a page that exists, or write it."
            yield Problem(where, f'a macro links to "{url}", which does not exist.', mend)
            continue
        there = anchors[by_url[url]]
        if anchor and there is not None and anchor not in there:
            mend = did_you_mean(anchor, there)
            if anchor.startswith("source-"):
                mend = "end the page with {{ page_sources() }}."
            yield Problem(where, f'a macro links to "{url}#{anchor}", which is not there.', mend)

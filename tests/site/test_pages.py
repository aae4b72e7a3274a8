"""What every page says of itself, to readers, to search engines and to who shares its link."""

from __future__ import annotations

import re
import struct
from collections import Counter
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.conftest import Served
from tests.site.document import Document, read

NOT_FOUND = "404.html"
# The few places that a page may load from: a link that a reader follows is none of them.
_LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "link": "href"}
_NOT_LOADED = ("canonical", "prev", "next")


@pytest.fixture(scope="module")
def documents(served: Served, pages: list[str]) -> dict[str, Document]:
    """Every page by its address, read."""
    return {
        page: read(served.folder / page / ("index.html" * (page != NOT_FOUND))) for page in pages
    }


def test_every_page_names_its_language_and_has_its_own_title(
    documents: dict[str, Document],
) -> None:
    titles = Counter(document.title.strip() for document in documents.values())
    assert [title for title, count in titles.items() if count > 1 or not title] == []
    for page, document in documents.items():
        assert [each.get("lang") for each in document.all("html")] == ["en"], page


def test_every_page_has_its_own_description(documents: dict[str, Document]) -> None:
    # The page for a missing address is listed nowhere: it has the site's.
    listed = {
        page: each.meta("description") for page, each in documents.items() if page != NOT_FOUND
    }
    assert {page: found for page, found in listed.items() if len(found) != 1} == {}
    said = Counter(found[0] for found in listed.values())
    assert [text for text, count in said.items() if count > 1 or not text.strip()] == []


def test_a_shared_link_shows_title_text_and_picture(
    served: Served, documents: dict[str, Document]
) -> None:
    for page, document in documents.items():
        for name in ("og:title", "og:description", "og:type", "og:site_name", "og:image:alt"):
            assert len(document.meta(name)) == 1, f"{page}: {name}"
            assert document.meta(name)[0].strip(), f"{page}: {name}"
        (picture,) = document.meta("og:image")
        assert picture.startswith(served.url), f"{page}: {picture}"
        data = (served.folder / picture.removeprefix(served.url)).read_bytes()
        assert data.startswith(b"\x89PNG"), picture
        size = [int(document.meta(f"og:image:{side}")[0]) for side in ("width", "height")]
        assert list(struct.unpack(">II", data[16:24])) == size, picture


def test_every_listed_page_gives_its_own_address_as_canonical(
    served: Served, documents: dict[str, Document]
) -> None:
    for page, document in documents.items():
        if page != NOT_FOUND:
            assert document.link("canonical") == [served.url + page]
            assert document.meta("og:url") == [served.url + page]


def test_the_sitemap_lists_every_page_and_no_other(served: Served, pages: list[str]) -> None:
    root = ElementTree.parse(served.folder / "sitemap.xml").getroot()  # noqa: S314 (our own file)
    listed = [str(each.text) for each in root.iter() if each.tag.endswith("}loc")]
    assert sorted(listed) == [served.url + page for page in pages if page != NOT_FOUND]


def test_every_page_says_that_it_is_independent_of_meta(served: Served, pages: list[str]) -> None:
    for page in pages:
        path = served.folder / page / ("index.html" * (page != NOT_FOUND))
        foot = path.read_text(encoding="utf-8").partition("<footer")[2].partition("</footer>")[0]
        assert "Independent of Meta" in re.sub(r"<[^>]*>", "", foot), page


def test_a_page_loads_only_from_where_it_stands(
    served: Served, documents: dict[str, Document]
) -> None:
    for page, document in documents.items():
        for tag, attributes in document.tags:
            if tag not in _LOADED or attributes.get("rel") in _NOT_LOADED:
                continue
            address = urljoin(served.url + page, attributes.get(_LOADED[tag]) or "")
            if not address.startswith("data:"):
                assert urlsplit(address).netloc == urlsplit(served.url).netloc, f"{page}: {address}"


def test_no_style_asks_for_anything_from_elsewhere(served: Served) -> None:
    for path in served.folder.rglob("*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]*)", path.read_text(encoding="utf-8")):
            assert address.startswith("data:") or not urlsplit(address).netloc, f"{path}: {address}"
        assert "@import" not in path.read_text(encoding="utf-8"), path


def test_a_missing_address_is_answered_with_help(documents: dict[str, Document]) -> None:
    document = documents[NOT_FOUND]
    assert document.title.strip() != document.meta("og:site_name")[0]
    links = document.all("a")
    doors = {each.get("href") for each in links if each.get("class") == "md-tabs__link"}
    assert len(doors) > 3
    assert doors <= {each.get("href") for each in links if "class" not in each}
    assert "search" in document.text
    assert document.meta("Content-Security-Policy")
    # It is shown at any depth, so what it loads is addressed from the root.
    for tag, attributes in document.tags:
        if tag in _LOADED and attributes.get("rel") not in _NOT_LOADED:
            assert (attributes.get(_LOADED[tag]) or "/").startswith(("/", "data:")), attributes

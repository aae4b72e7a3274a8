"""Facts are drawn as they were typed; a page knows its sources, and the way to other pages."""

from __future__ import annotations

import html
import posixpath
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from macros.load import Library, load
from macros.problems import Refusal
from macros.render import Scope, day_in_words, fingerprint, log_place, page_url

HOSTILE = """<script>alert("1")</script> & &amp; {{ x }} {% y %} *s* `t` 'u' </li>--> <img src=x>"""


@pytest.fixture
def library(guide: Path) -> Library:
    """The library of the sound guide."""
    return load(guide / "docs/data")


@pytest.fixture
def scope(library: Library) -> Scope:
    """A page of it, two folders deep."""
    return Scope(library, "rounds/interview/")


def test_plain_texts_appear_as_they_were_typed(scope: Scope) -> None:
    checklist = scope.get("checklist", "week-before")
    item = checklist.items[0].model_copy(update={"text": HOSTILE})
    facts = checklist.model_copy(update={"items": (item,), "title": HOSTILE})
    drawn = scope.draw("check-list", checklist=facts, days=())
    assert not re.search(r"<(script|img)|</li>-->", drawn)
    texts = html.unescape(re.sub(r"<[^>]*>", "", drawn))
    (title,) = re.findall(r'aria-label="([^"]*)"', drawn)
    assert HOSTILE in texts
    assert html.unescape(title) == HOSTILE


def test_a_template_may_ask_for_every_role_in_the_order_of_the_data(scope: Scope) -> None:
    assert scope.roles == [*scope.library.one("levels").roles]


def test_markdown_texts_have_their_emphasis_and_nothing_else(scope: Scope) -> None:
    area = scope.library.one("areas")[0].model_copy(update={"means": "<b>*Made*</b> & `kept`"})
    drawn = scope.draw("area-weights", areas=[area])
    assert "&lt;b&gt;<em>Made</em>&lt;/b&gt; &amp; <code>kept</code>" in drawn


def test_a_component_that_lacks_a_fact_is_not_drawn_with_a_gap(scope: Scope) -> None:
    with pytest.raises(UndefinedError):
        scope.draw("check-list")


def test_a_source_has_the_number_of_its_first_citation(scope: Scope) -> None:
    library = scope.library
    library.ids["source"]["card"] = library.ids["source"]["letter"].model_copy(
        update={"id": "card"}
    )
    for cited in (["letter"], ["card", "letter"], ["letter"]):
        scope.cite(cited)
    assert scope.sources == {"letter": 1, "card": 2}
    assert ">2</a>" in scope.cite(["card"])


def test_a_citation_of_nothing_draws_nothing(scope: Scope) -> None:
    assert scope.cite([]) == ""


def test_a_source_that_is_not_there_is_refused(scope: Scope) -> None:
    with pytest.raises(Refusal, match='There is no source "card"'):
        scope.cite(["card"])


def test_records_come_in_the_order_that_is_asked_for(scope: Scope) -> None:
    assert [record.id for record in scope.all("value", ["hurry", "haste"])] == ["hurry", "haste"]
    assert scope.known("value", ["hurry", "greed"]) == ["hurry"]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("plain.md", "plain/"),
        ("loop/index.md", "loop/"),
        ("loop/levels.md", "loop/levels/"),
        ("loop/my-index.md", "loop/my-index/"),
    ],
)
def test_a_page_has_the_address_that_mkdocs_gives_it(path: str, url: str) -> None:
    assert page_url(path) == url


def test_what_is_no_page_has_no_address() -> None:
    with pytest.raises(Refusal, match=r'"data/areas\.yml" is no page'):
        page_url("data/areas.yml")


FOLDERS = st.lists(st.sampled_from(["loop", "rounds", "a-b"]), max_size=3)
PAGES = st.tuples(FOLDERS, st.sampled_from(["index", "levels"]))


@given(PAGES, PAGES, st.sampled_from(["", "#m1"]))
def test_the_way_from_a_page_leads_to_the_other(
    start: tuple[list[str], str], end: tuple[list[str], str], anchor: str
) -> None:
    paths = ["/".join([*folders, f"{name}.md"]) for folders, name in (start, end)]
    link = Scope(Library(), page_url(paths[0])).link(f"{paths[1]}{anchor}")
    reached = posixpath.normpath(posixpath.join("/", page_url(paths[0]), link.partition("#")[0]))
    assert reached == posixpath.normpath(f"/{page_url(paths[1])}")
    assert link.endswith(anchor or "/")


def test_the_way_to_an_anchor_of_the_same_page_stays_there(scope: Scope) -> None:
    assert scope.link("#ask") == "./#ask"


def test_the_way_to_a_question_is_that_to_its_card(scope: Scope) -> None:
    assert scope.question("first-call") == "../../questions/craft/#first-call"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-11-02", "2 November 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
        ("living", "living"),
    ],
)
def test_a_date_of_any_precision_is_said_in_words(written: str, words: str) -> None:
    assert day_in_words(written) == words


def test_a_scale_that_doubles_puts_the_ends_at_its_ends() -> None:
    assert [log_place(count, 256) for count in (1, 2, 16, 256)] == [0, 12.5, 50, 100]


def test_a_text_is_known_by_the_same_eight_digits_in_every_edition() -> None:
    # What readers have ticked hangs on it: another way of reckoning would lose their ticks.
    assert fingerprint("A clock") == "46ae7ca7"
    assert fingerprint("A clock.") != fingerprint("A clock")

"""How this site speaks: plainly, in British spelling, without filler, and never louder than needed.

What the source guide says in its own words is left as it is, and so are the titles of sources.
"""

# ruff: noqa: RUF001, RUF003 (typeset quotes and dashes are among what this is about)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from macros import ROOT, page_macros
from macros.front_matter import front_matter
from macros.load import Library, load
from macros.page_calls import Caller
from macros.pages import Page, read_pages
from tests.docs.passages import Passage, of_data, of_page

# Words and phrases that say nothing, in all their forms.
FILLER = (
    "at the end of the day", "best-in-class", "boasts?", "cutting[- ]edge", "deep[- ]dives?",
    "delv(e|es|ed|ing)", "ecosystems?", "elevat(e|es|ed|ing)", "embark(s|ed|ing)?",
    "empowering", "empowerment", "ever-(changing|evolving|growing)", "fast-paced",
    "foster(s|ed|ing)?", "furthermore", "game[- ]chang(er|ers|ing)", "harness(es|ed|ing)?",
    "holistic(ally)?", "in order to", "in the realm of",
    r"in today's (\w+[ -])*(age|environment|landscape|market|world)",
    "it(?:'s| is) (important|worth) (to note|noting)", "journeys?", "landscapes?",
    "leverag(e|es|ed|ing)", "look no further", "moreover", "myriad", "needless to say",
    "paradigms?", "plethora", "robust(ly|ness)?", "seamless(ly)?", "showcas(e|es|ed|ing)",
    "state[- ]of[- ]the[- ]art", "streamlin(e|es|ed|ing)", "supercharg(e|es|ed|ing)",
    "synerg(y|ies)", "tapestry", "testament to", "transformative", "underscor(e|es|ed|ing)",
    "unleash(es|ed|ing)?", "unlock(s|ed|ing)?", "world-class",
)  # fmt: skip

# American, as this site does not write.
AMERICAN = (
    r"analyz\w+", "artifacts?", r"behavior\w*", "cancel(ed|ing)", "catalogs?", "center(s|ed)?",
    "colors?", "defense", "favor(s|ed|ite|ites)?", "fulfills?", "fulfillment", "gray", "honors?",
    r"judgment\w*", "label(ed|ing)", "labor", "model(ed|ing)", r"neighbor\w*", r"skeptic\w*",
    "travel(ed|ing|er)",
    # organise, summarise, prioritisation …, not with a z
    r"\w+(al|an|ar|as|gn|il|im|it|om|or)iz(e|es|ed|er|ers|ing|ations?)",
)  # fmt: skip

# The guide's name of a round, in a table of names.
QUOTED = ("| Behavioral |",)


def told(passages: Iterable[Passage], *patterns: str) -> list[str]:
    """Where a passage of ours holds one of the patterns, and the words around it."""
    wanted = re.compile("|".join(patterns), re.IGNORECASE)
    found = []
    for passage in passages:
        text = passage.ours.replace("’", "'")
        for each in wanted.finditer(text):
            around = text[max(each.start() - 30, 0) : each.end() + 30]
            found.append(f"{passage.where}: {each[0]!r} in “{around}”")
    return found


def words(choices: Iterable[str]) -> str:
    """A pattern for whole words."""
    return rf"\b(?:{'|'.join(choices)})\b"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT / "docs/data")


@pytest.fixture(scope="module")
def drawn(library: Library) -> dict[str, Page]:
    """Every page, with what its macros draw."""
    macros = page_macros(library, [], lambda _page, _refusal: None)
    caller, found = Caller(macros, [], sound=True), read_pages(ROOT / "docs", macros)
    for page in found.values():
        caller.draw(page)
    return found


@pytest.fixture(scope="module")
def heads(drawn: dict[str, Page]) -> dict[str, dict[str, str]]:
    """Title and description of every page."""
    return {page.file: front_matter(page.text, page.file, ())[0] for page in drawn.values()}


@pytest.fixture(scope="module")
def passages(
    library: Library, drawn: dict[str, Page], heads: dict[str, dict[str, str]]
) -> list[Passage]:
    """Everything that the site says, on its pages, in their front matter and in its data."""
    said = [passage for page in drawn.values() for passage in of_page(page)]
    said += [
        Passage(f"{file} {key}", head[key])
        for file, head in heads.items()
        for key in ("title", "description")
    ]
    return [*said, *of_data(library)]


def test_no_phrase_is_filler(passages: list[Passage]) -> None:
    assert told(passages, words(FILLER)) == []


def test_spelling_is_british(passages: list[Passage]) -> None:
    ours = [passage for passage in passages if not passage.text.startswith(QUOTED)]
    assert told(ours, words(AMERICAN)) == []


def test_no_dash_is_punctuation(passages: list[Passage]) -> None:
    # A range has its dash without spaces: 6–12. Two hyphens would become a dash.
    assert told(passages, r"—|\S\s+(?:–|--+)\s|\w--+\w") == []


def test_nothing_is_exclaimed(passages: list[Passage]) -> None:
    assert told(passages, r"!(?!\[)") == []  # a picture begins with the mark


def test_nothing_is_left_to_do(passages: list[Passage]) -> None:
    assert told(passages, words(("TODO", "TBD", "FIXME", "XXX", "lorem", "ipsum"))) == []


def test_plain_texts_have_the_quotes_of_a_printer(passages: list[Passage]) -> None:
    # Markdown's quotes are set by the build; plain texts are shown as they are typed.
    typed = [each for each in passages if each.plain and re.search("[\"']", each.ours)]
    assert [f"{each.where}: {each.text}" for each in typed] == []


def test_every_title_is_short_and_the_only_one(heads: dict[str, dict[str, str]]) -> None:
    titles = Counter(head["title"] for head in heads.values())
    assert [title for title, count in titles.items() if count > 1] == []
    assert [title for title in titles if len(title.split()) > 4] == []


def test_every_description_fits_a_search_result_and_is_the_only_one(
    heads: dict[str, dict[str, str]],
) -> None:
    descriptions = Counter(head["description"] for head in heads.values())
    assert [text for text, count in descriptions.items() if count > 1] == []
    assert [text for text in descriptions if not 60 <= len(text) <= 155] == []


def test_every_page_that_cites_ends_with_its_sources(drawn: dict[str, Page]) -> None:
    citing = [page for page in drawn.values() if 'class="loop-cite"' in page.drawn]
    assert len(citing) > 10
    end = "\n{{ page_sources() }}"
    assert [page.file for page in citing if not page.body.rstrip().endswith(end)] == []


def test_no_page_links_outside_by_hand(drawn: dict[str, Page]) -> None:
    # An address stands once, in sources.yml, where its age and its kind are told.
    linked = [
        f"{page.place(each.start())}: {each[0]}"
        for page in drawn.values()
        for each in re.finditer(r"\b(?:https?://|mailto:|www\.)\S+", page.prose)
    ]
    assert linked == []

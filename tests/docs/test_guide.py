"""Everything that the source guide states as its own items stands on the site, in its own words."""

from __future__ import annotations

from pathlib import PurePosixPath

from macros import ROOT
from macros.load import load
from tests.conftest import Served
from tests.docs.guide import groups, straight
from tests.site.document import read


def test_every_item_of_the_guide_stands_on_its_page_in_the_guides_words(served: Served) -> None:
    texts = {group.page: read(served.folder / group.page / "index.html").text for group in groups()}
    missing = [
        f"{group.page}, {group.about}: {item}"
        for group in groups()
        for item in group.missing(texts[group.page])
    ]
    assert not missing, "\n".join(["the site lacks:", *missing])


def test_the_sixteen_questions_are_the_guides_word_for_word() -> None:
    banks = load(ROOT / "docs/data").of("questions")
    guides = {
        PurePosixPath(group.page).name: [question for (question,) in group.items]
        for group in groups()
        if group.page.startswith("questions/")
    }
    assert sum(map(len, guides.values())) == 16
    ours = {
        section: [straight(each.text) for each in bank.questions if each.origin == "guide"]
        for section, bank in banks.items()
    }
    assert {section: texts for section, texts in ours.items() if texts} == guides

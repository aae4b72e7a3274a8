"""Every question has a lasting address, and none that was published is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load import load
from macros.permalinks import Permalink, check_register, permalinks
from macros.register import main


def test_each_question_has_an_address_that_leads_to_its_card(guide: Path) -> None:
    assert [*permalinks(load(guide / "docs/data"))] == [
        Permalink(
            "first-call", "first-call", "../../questions/craft/#first-call", "What did you make?"
        )
    ]


def test_the_id_of_before_leads_to_the_same_card(guide: Path) -> None:
    write(guide, "questions:\n  - first-call\n  - old-call\nrenamed:\n  old-call: first-call\n")
    library = load(guide / "docs/data")
    assert [(each.ident, each.target) for each in permalinks(library)] == [
        ("first-call", "../../questions/craft/#first-call"),
        ("old-call", "../../questions/craft/#first-call"),
    ]
    assert [*check_register(library)] == []


def test_a_new_question_is_written_into_the_register(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(guide, "# Why.\nquestions:\n  - old-call\nrenamed:\n  old-call: first-call\n")
    (problem,) = check_register(load(guide / "docs/data"))
    assert problem.mend == "run `make register`."
    assert main(guide) == 0
    assert capsys.readouterr().out == "1 new.\n"
    text = (guide / "docs/data/permalinks.yml").read_text(encoding="utf-8")
    assert text == (
        "# Why.\nquestions:\n  - first-call\n  - old-call\nrenamed:\n  old-call: first-call\n"
    )
    assert [*check_register(load(guide / "docs/data"))] == []


def test_the_register_is_left_alone_while_data_is_broken(guide: Path) -> None:
    before = (guide / "docs/data/permalinks.yml").read_bytes()
    (guide / "docs/data/areas.yml").write_text("- id: [", encoding="utf-8")
    with pytest.raises(SystemExit, match="make check"):
        main(guide)
    assert (guide / "docs/data/permalinks.yml").read_bytes() == before


def write(guide: Path, text: str) -> None:
    """Write the register of a guide."""
    (guide / "docs/data/permalinks.yml").write_text(text, encoding="utf-8")

"""The page on adding a question: its entry is valid, and the check complains in its words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import ROOT
from macros.__main__ import check
from macros.permalinks import REGISTER

PAGE = (ROOT / "docs/contributing/add-a-question.md").read_text(encoding="utf-8")
ENTRY, EDITORS_LINE = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
(QUOTED,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
# The bank to which the page's own example went.
FILE = QUOTED.split(":")[0]
BANKS = sorted((ROOT / "docs/data/questions").glob("*.yml"))

IDENT = re.findall(r"- id: (.*)", ENTRY)[0]

# The table of faults: what the check says of each.
_ROWS = PAGE.partition("| You wrote | It says |")[2].partition("\n\n")[0].splitlines()[2:]
TABLE = [re.split(r" *\| *", row)[2] for row in _ROWS]
# The same, with what is written in the entry, and what instead of it.
FAULTS = {
    '"probes", entry 4, is no text': [
        (r'- "Whom of them.*"', "- What did you say: to whom?"),
    ],
    "does not go on as the list above it": [
        (r"- (The milestone) (.*)", r'- "\1" \2'),
    ],
    "does not go on as the … above it": [
        (r" minutes:", "  minutes:"),
        (r" minutes:", "minutes:"),
    ],
    'has no bar for role "director"': [
        (r" +director: >-\n(        .*\n)+", ""),
    ],
    "which YAML reads as a number": [
        (r'"2026.11"', "2026.11"),
    ],
    "stands at … already": [
        (r"- id: .*", "- id: quick-decision"),
    ],
}

Says = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the check reads."""
    root = tmp_path_factory.mktemp("guide")
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    register = root / REGISTER
    text = register.read_text(encoding="utf-8")
    register.write_text(
        text.replace("questions:\n", f"questions:\n  - {IDENT}\n"), encoding="utf-8"
    )
    return root


@pytest.fixture
def says(guide: Path) -> Says:
    """What the check says when an entry was put at the end of a bank, after an empty line."""

    def with_entry(entry: str) -> list[str]:
        bank = (ROOT / FILE).read_text(encoding="utf-8")
        (guide / FILE).write_text(f"{bank}\n{entry}", encoding="utf-8")
        return [str(problem) for problem in check(guide)]

    return with_entry


def test_the_entry_to_copy_is_valid(says: Says) -> None:
    assert says(ENTRY) == []


def test_the_entry_to_copy_is_not_in_a_bank() -> None:
    first = ENTRY.splitlines()[0]
    assert first.startswith("  - id: ")
    assert [bank for bank in BANKS if first in bank.read_text(encoding="utf-8")] == []


def test_the_line_for_editors_is_the_first_of_every_bank() -> None:
    for bank in BANKS:
        assert bank.read_text(encoding="utf-8").startswith(EDITORS_LINE), bank


def test_the_quoted_messages_are_what_the_check_says(says: Says) -> None:
    messages = re.split(r"\n(?!  )", QUOTED.strip())
    assert len(messages) > 1
    for message in messages:
        # Each names what was written, and what was meant.
        wrong, right = re.findall(r'"([\w-]+)"\.\n.*Did you mean "([\w-]+)"', message)[0]
        said = says(re.sub(rf"\b{right}\b", wrong, ENTRY, count=1))
        assert _without_lines(message) in map(_without_lines, said)


def _without_lines(message: str) -> str:
    return re.sub(r":\d+:\d+", "", message)


def test_every_fault_of_the_table_is_tried_here() -> None:
    assert list(FAULTS) == TABLE


@pytest.mark.parametrize("quoted", FAULTS)
def test_a_fault_of_the_table_is_told_in_its_words(says: Says, quoted: str) -> None:
    words = r"\S+".join(re.escape(part) for part in quoted.split("…"))
    for written, instead in FAULTS[quoted]:
        entry, count = re.subn(written, instead, ENTRY)
        assert count == 1, f"the entry does not hold {written} once"
        (problem,) = says(entry)
        assert re.search(words, problem), problem
        assert FILE in problem

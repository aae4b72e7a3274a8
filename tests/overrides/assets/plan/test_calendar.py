"""The calendar file: as RFC 5545 has it, and read by another's hand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.overrides.reader import Reader
from tests.overrides.stage import Stage

NOW = "2026-11-22T23:59:30.000Z"
ADDRESS = "https://example.org/plan/"
ENTRY = {"uid": "a@b", "day": 20_835, "title": "Interview", "text": "Breathe"}  # 2027-01-17

# What the format has no place for; they are left out.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
SIGNS = [
    "\\",
    ";",
    ",",
    ":",
    "\n",
    "\r\n",
    '"',
    "😀",
    "👩‍👩‍👧",
    "é",
    "ÿ",
    "\u202e",
    "مرحبا",
    "שלום",
    "𐍈",
    " ",
    "\t",
]
TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from([*SIGNS, "word", "x" * 74]), max_size=60).map("".join)
)


@pytest.fixture(scope="module")
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    """A page that can ask the module."""
    tab = Reader(browser.new_context(timezone_id="Pacific/Apia"), stage)
    yield tab.read("plan/calendar", "<p>Calendar.</p>")
    tab.close()


def written(page: Page, *entries: dict[str, Any], revision: int = 7) -> bytes:
    """The file of some entries, as it is saved."""
    octets: list[int] = page.evaluate(
        """async ([entries, now, revision, address]) => {
          const { calendar } = await import('/assets/plan/calendar.js');
          const text = calendar(entries, new Date(now), revision, address);
          return [...new Uint8Array(await new Blob([text]).arrayBuffer())];
        }""",
        [list(entries), NOW, revision, ADDRESS],
    )
    return bytes(octets)


def events(file: bytes) -> list[Any]:
    """The events that icalendar finds in a file."""
    return icalendar.Calendar.from_ical(file).walk("VEVENT")


def test_the_file_has_what_the_format_asks_for(page: Page) -> None:
    file = written(page, ENTRY)
    found = icalendar.Calendar.from_ical(file)
    assert found["VERSION"] == "2.0"
    assert found["PRODID"]
    assert found["CALSCALE"] == "GREGORIAN"
    [event] = found.walk("VEVENT")
    assert event["UID"] == "a@b"
    assert event["SUMMARY"] == "Interview"
    assert event["URL"] == ADDRESS
    assert event["SEQUENCE"] == 7
    moment = datetime.datetime(2026, 11, 22, 23, 59, 30, tzinfo=datetime.UTC)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == moment
    assert not [*found.errors, *event.errors]


def test_an_entry_takes_a_whole_day_and_ends_before_the_next(page: Page) -> None:
    [event] = events(written(page, ENTRY))
    assert event["DTSTART"].dt == datetime.date(2027, 1, 17)
    assert event["DTEND"].dt == datetime.date(2027, 1, 18)
    assert b"DTSTART;VALUE=DATE:20270117\r\n" in written(page, ENTRY)


@pytest.mark.parametrize("day", [datetime.date(2028, 2, 28), datetime.date(2028, 12, 31)])
def test_the_day_after_is_the_calendars(page: Page, day: datetime.date) -> None:
    number = (day - datetime.date(1970, 1, 1)).days
    [event] = events(written(page, ENTRY | {"day": number}))
    assert event["DTEND"].dt == day + datetime.timedelta(days=1)


def test_several_entries_keep_their_order(page: Page) -> None:
    file = written(page, *(ENTRY | {"uid": str(each)} for each in range(4)))
    assert [event["UID"] for event in events(file)] == ["0", "1", "2", "3"]


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(title=TEXTS, text=TEXTS)
def test_any_text_comes_back_as_it_was_and_no_line_is_too_long(
    page: Page, title: str, text: str
) -> None:
    file = written(page, ENTRY | {"title": title, "text": text})
    lines = file.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert not {*b"\r\n"} & {*line}
        line.decode()  # no character is cut in two
    [event] = events(file)
    for name, was in (("SUMMARY", title), ("DESCRIPTION", text)):
        kept = _CONTROLS.sub("", was.replace("\r\n", "\n").replace("\r", "\n"))
        assert str(event[name]) == kept


def test_a_text_of_100_kb_without_a_space_is_folded(page: Page) -> None:
    [event] = events(written(page, ENTRY | {"text": "é" * 50_000}))
    assert str(event["DESCRIPTION"]) == "é" * 50_000


def test_half_a_character_does_no_harm(page: Page) -> None:
    file = page.evaluate(
        """async ([entry, now]) => {
          const { calendar } = await import('/assets/plan/calendar.js');
          const text = calendar([{ ...entry, text: "a\\ud800b" }], new Date(now), 1, "x:y");
          return [...new Uint8Array(await new Blob([text]).arrayBuffer())];
        }""",
        [ENTRY, NOW],
    )
    [event] = events(bytes(file))
    assert str(event["DESCRIPTION"]) == "a\ufffdb"

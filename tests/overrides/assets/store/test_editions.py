"""Two editions at one origin share one storage: neither hurts what the other has written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.overrides.assets.store.conftest import STORE
from tests.overrides.stage import Stage

# What a later edition might do: each version says of which sort its text is.
LATER = """const STEPS = [{
  up: (raw) => ({ ...raw, sort: "plain" }),
  down: ({ sort, ...raw }) => raw,
}];"""
NOW = "const STEPS = [];"


@pytest.fixture(scope="session")
def editions(stage: Stage, nothing: str) -> dict[str, str]:
    """The address of the store's module in this edition, in a copy of it, and in a later one."""
    for name in ("2026.11", "2026.12", "2027.01"):
        shutil.copytree(STORE, stage.folder / name)
    formats = stage.folder / "2027.01/formats.js"
    text = formats.read_text("utf-8")
    assert text.count(NOW) == 1
    formats.write_text(text.replace(NOW, LATER), "utf-8")
    assert nothing
    return {name: f"/{name}/store.js" for name in ("2026.11", "2026.12", "2027.01")}


@pytest.fixture
def read(
    visit: BrowserContext, nothing: str, editions: dict[str, str]
) -> Iterator[Callable[[str], Page]]:
    """Opens an edition in another tab, with its `store`."""

    def another(name: str) -> Page:
        page = visit.new_page()
        page.goto(nothing)
        page.evaluate(
            """async (address) => {
              self.store = (await import(address)).store;
              self.files = await import(address.replace("store.js", "backup.js"));
            }""",
            editions[name],
        )
        return page

    return another


def test_two_editions_of_one_format_are_one_store(read: Callable[[str], Page]) -> None:
    one, two = read("2026.11"), read("2026.12")
    one.evaluate("store.set('note/a', 'From one')")
    two.wait_for_function("() => store.text('note/a') === 'From one'")
    two.evaluate("store.set('note/a', 'From two')")
    one.wait_for_function("() => store.text('note/a') === 'From two'")


def test_a_reader_goes_on_to_a_later_edition_with_everything(read: Callable[[str], Page]) -> None:
    old = read("2026.11")
    old.evaluate("store.set('note/a', 'Old'), store.set('tick/b', true)")
    later = read("2027.01")
    assert later.evaluate("[store.text('note/a'), store.flag('tick/b'), store.trouble]") == [
        "Old",
        True,
        None,
    ]
    # To have looked is not to have written: the old edition still may.
    assert old.evaluate("store.set('star/c', true)")
    assert later.evaluate("store.set('note/a', 'Later')")
    assert later.evaluate("store.trouble") is None


def test_an_old_edition_reads_what_a_later_one_wrote_says_so_and_writes_nothing(
    read: Callable[[str], Page],
) -> None:
    old, later = read("2026.11"), read("2027.01")
    old.evaluate("store.set('note/old', 'Old')")
    later.wait_for_function("() => store.text('note/old') === 'Old'")
    later.evaluate("store.set('note/a', 'Later')")
    old.wait_for_function("() => store.trouble === 'newer'")
    before = later.evaluate("({ ...localStorage })")
    assert old.evaluate("[store.text('note/a'), store.text('note/old')]") == ["Later", "Old"]
    assert old.evaluate("[store.set('note/a', 'x'), store.set('note/b', 'y')]") == [False, False]
    assert old.evaluate("store.unsaved") == 2
    assert old.evaluate("files.bring(store, new Map([['note/old', []]]), 'replace')") == {
        "trouble": "newer"
    }
    old.reload()
    fresh = read("2026.11")
    assert fresh.evaluate("store.trouble") == "newer"
    assert later.evaluate("({ ...localStorage })") == before


def test_a_file_of_a_later_edition_is_refused_by_an_old_one_and_the_other_way_round_is_read(
    read: Callable[[str], Page],
) -> None:
    old, later = read("2026.11"), read("2027.01")
    old.evaluate("store.set('note/a', 'Old')")
    file = old.evaluate("files.pack(store)")
    later.evaluate("store.clear(), store.set('note/b', 'Later')")
    newer = later.evaluate("files.pack(store)")
    assert "newer edition" in old.evaluate("(file) => files.unpack(file).refusal", newer)
    lines = """(file) => {
      const found = files.unpack(file);
      files.bring(store, found.records, "merge");
      return [found.edited, store.text("note/a"), store.text("note/b")];
    }"""
    assert later.evaluate(lines, file) == [False, "Old", "Later"]


def test_deleting_everything_in_an_old_edition_deletes_a_later_ones_too(
    read: Callable[[str], Page],
) -> None:
    old, later = read("2026.11"), read("2027.01")
    later.evaluate("store.set('note/a', 'Later')")
    old.wait_for_function("() => store.trouble === 'newer'")
    assert old.evaluate("store.clear()")
    later.wait_for_function("() => store.text('note/a') === ''")
    assert old.evaluate("[store.trouble, store.set('note/b', 'Kept')]") == [None, True]

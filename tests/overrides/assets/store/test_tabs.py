"""Tabs that share one storage: what they hear of each other, and what they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.overrides.assets.store.conftest import NAMES, Run

Tabs = Callable[[], Page]

TWO = """
const world = new World();
const [one, two] = [world.open(), world.open()];
const texts = (tab, id = "note/a") => tab.keeper.versions(id).map(({ value }) => value);
"""


def test_what_one_tab_writes_the_other_shows_when_it_hears_of_it(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "First");
        const before = texts(two);
        two.hear();
        two.keeper.set("note/a", "First and second");
        one.hear();
        return [before, texts(two), texts(one), texts({ keeper: world.look() })];
        """
    )
    assert found == [[], ["First and second"], ["First and second"], ["First and second"]]


def test_one_note_edited_in_two_tabs_keeps_both_texts_until_the_reader_has_seen_both(
    run: Run,
) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "Both have this");
        two.hear();
        const [front] = [one.keeper.versions("note/a")];
        two.keeper.set("note/a", "Theirs");
        one.hear();
        // What was typed was typed over the old text.
        one.keeper.set("note/a", "Mine", front);
        two.hear();
        const asked = [texts(one), texts(two), texts({ keeper: world.look() })];
        two.keeper.set("note/a", "Mine and theirs", two.keeper.versions("note/a"));
        one.hear();
        return { asked, then: [texts(one), texts(two), texts({ keeper: world.look() })] };
        """
    )
    assert found == {
        "asked": [["Theirs", "Mine"]] * 3,
        "then": [["Mine and theirs"]] * 3,
    }


def test_typing_on_with_what_stood_there_at_first_asks_about_the_other_tab_alone(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "Old");
        two.hear();
        const front = one.keeper.versions("note/a");
        for (const text of ["N", "Ne", "New"]) one.keeper.set("note/a", text, front);
        const alone = texts(one);
        two.keeper.set("note/a", "Theirs");
        one.hear();
        one.keeper.set("note/a", "News", front);
        return [alone, texts(one).sort()];
        """
    )
    assert found == [["New"], ["News", "Theirs"]]


def test_two_tabs_that_hear_nothing_keep_both_texts(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "Mine");
        two.keeper.set("note/a", "Theirs");
        one.miss();
        two.miss();
        const deaf = [texts(one), texts(two)];
        one.tell("pageshow");
        two.tell("visibilitychange");
        return [deaf, texts(one).sort(), texts(two).sort(), [one.told, two.told]];
        """
    )
    assert found == [
        [["Mine"], ["Theirs"]],
        ["Mine", "Theirs"],
        ["Mine", "Theirs"],
        [["note/a", "note/a"], ["note/a", "note/a"]],
    ]


def test_ticks_of_two_tabs_on_one_list_are_all_kept(run: Run) -> None:
    found = run(
        TWO
        + """
        for (let item = 0; item < 20; item += 1) (item % 2 ?
          one : two).keeper.set(`tick/${item}`, true);
        one.keeper.set("tick/1", false);
        one.hear();
        two.hear();
        const all = (keeper) => keeper.ids("tick").map(Number).sort((a, b) => a - b);
        return [all(one.keeper), all(two.keeper), all(world.look())];
        """
    )
    assert found == [[item for item in range(20) if item != 1]] * 3


def test_a_tick_and_an_untick_that_know_nothing_of_each_other_leave_it_ticked(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("tick/a", true);
        two.hear();
        one.keeper.set("tick/a", false);
        one.keeper.set("tick/a", true);
        two.keeper.set("tick/a", false);
        one.hear();
        two.hear();
        return [one, two, { keeper: world.look() }].map(({ keeper }) => keeper.flag("tick/a"));
        """
    )
    assert found == [True] * 3


def test_news_that_come_late_and_in_another_order_lead_to_the_same(run: Run) -> None:
    found = run(
        TWO
        + """
        const faults = [];
        for (let seed = 0; seed < 50; seed += 1) {
          const chance = random(seed);
          const late = world.open();
          for (let step = 0; step < 12; step += 1) {
            const tab = chance() < 0.5 ? one : two;
            tab.keeper.set(`note/${step % 3}`, `${seed} ${step}`);
            if (chance() < 0.4) tab.hear();
          }
          late.queue.sort(() => chance() - 0.5);
          for (const tab of [late, one, two]) tab.hear();
          const shown = [late, one, two, { keeper: world.look() }].map(({ keeper }) =>
            JSON.stringify(["note/0", "note/1", "note/2"].map((id) => texts({ keeper }, id))));
          if (new Set(shown).size > 1) faults.push([seed, ...shown]);
          late.close();
        }
        return faults.slice(0, 2);
        """
    )
    assert found == []


def test_a_removal_heard_before_the_write_that_caused_it_hides_nothing(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "Old");
        two.hear();
        one.keeper.set("note/a", "New");
        two.queue.reverse();
        const read = [];
        while (two.queue.length > 0) { two.hear(1); read.push(...texts(two)); }
        return read;
        """
    )
    assert set(found) == {"New"}


def test_what_a_tab_did_not_hear_it_sees_when_the_reader_returns(run: Run) -> None:
    lines = """
    one.keeper.set("note/a", "Old");
    one.keeper.set("note/b", "Stays");
    two.hear();
    one.keeper.set("note/a", "New");
    one.keeper.set("note/b", "");
    one.keeper.set("star/c", true);
    two.miss();
    two.told.length = 0;
    const deaf = texts(two);
    two.tell(given);
    return [deaf, texts(two), texts(two, "note/b"), two.keeper.flag("star/c"), two.told.sort()];
    """
    for moment in ("pageshow", "visibilitychange", "focus"):
        news = ["note/a", "note/b", "star/c"]
        assert run(TWO + lines, moment) == [["Old"], ["New"], [], True, news]


def test_a_storage_emptied_by_others_is_seen(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "Text");
        two.hear();
        world.entries.clear();
        world.changed(null, null);
        two.hear();
        return [texts(two), two.told];
        """
    )
    assert found == [[], ["note/a", "note/a"]]


@pytest.mark.parametrize("heard", [True, False])
def test_what_could_not_be_kept_here_and_is_replaced_over_there_is_not_kept_later(
    run: Run, heard: bool
) -> None:
    found = run(
        TWO
        + """
        world.fails = () => "full";
        one.keeper.set("note/a", "Unsaved");
        world.fails = () => null;
        // By a file, the unsaved text comes to the other tab, where the reader goes on with it.
        bring(two.keeper, unpack(pack(one.keeper)).records, "merge");
        two.keeper.set("note/a", "Unsaved, and more");
        if (given) one.hear();
        else one.tell("focus");
        return [texts(one), one.keeper.unsaved, one.keeper.trouble, world.entries.size];
        """,
        heard,
    )
    assert found == [["Unsaved, and more"], 0, None, 1]


# Deleting everything.


def test_deleting_everything_leaves_nothing_of_ours_in_any_tab_and_all_of_others(run: Run) -> None:
    found = run(
        """
        const world = new World({ theirs: "1", "leadership-loop:note/x#w.1": "broken" });
        const [one, two] = [world.open(), world.open()];
        one.keeper.set("note/a", "Text");
        two.hear();
        two.keeper.set("star/b", true);
        one.hear();
        const done = one.keeper.clear();
        two.hear();
        two.tell("pagehide");
        one.tell("pagehide");
        return [done, Object.fromEntries(world.entries), one.keeper.records().size,
          two.keeper.records().size,
          one.keeper.aside().size, two.told.includes("note/a")];
        """
    )
    assert found == [True, {"theirs": "1"}, 0, 0, 0, True]


def test_a_text_not_kept_elsewhere_is_not_kept_behind_the_readers_back(run: Run) -> None:
    found = run(
        TWO
        + """
        world.fails = () => "full";
        two.keeper.set("note/a", "Typed, not kept");
        world.fails = () => null;
        one.keeper.clear();
        two.hear();
        for (const moment of ["pagehide", "focus"]) two.tell(moment);
        two.wait();
        const after = [texts(two), two.keeper.unsaved, two.keeper.trouble !== null,
          world.entries.size];
        two.keeper.set("note/a", "Typed, not kept, and more");
        return [after, world.entries.size, two.keeper.trouble];
        """
    )
    assert found == [[["Typed, not kept"], 1, True, 0], 1, None]


def test_a_text_held_back_is_kept_when_the_reader_asks_to_try_again(run: Run) -> None:
    found = run(
        TWO
        + """
        world.fails = () => "full";
        two.keeper.set("note/a", "Typed");
        world.fails = () => null;
        one.keeper.clear();
        two.hear();
        return [two.keeper.retry(), world.look().text("note/a")];
        """
    )
    assert found == [True, "Typed"]


def test_deleting_everything_in_a_full_storage_is_heard_too(run: Run) -> None:
    found = run(
        TWO
        + """
        one.keeper.set("note/a", "Text");
        two.hear();
        world.fails = () => (world.entries.size > 0 ? "full" : null);
        two.keeper.set("note/b", "Typed, not kept");
        one.keeper.clear();
        two.hear();
        two.tell("focus");
        return [world.entries.size, two.keeper.unsaved];
        """
    )
    assert found == [0, 1]


# Real tabs, real events.


def test_real_tabs_hear_of_each_other_and_keep_both_texts(tabs: Tabs) -> None:
    one, two = tabs(), tabs()
    one.evaluate("store.set('note/a', 'Both have this')")
    two.wait_for_function("() => store.text('note/a') === 'Both have this'")
    two.evaluate("self.front = store.versions('note/a')")
    one.evaluate("store.set('note/a', 'From one')")
    two.wait_for_function("() => store.text('note/a') === 'From one'")
    assert two.evaluate("store.set('note/a', 'From two', self.front)")
    both = "store.versions('note/a').map(({ value }) => value)"
    one.wait_for_function("() => store.versions('note/a').length === 2")
    assert one.evaluate(both) == two.evaluate(both) == ["From one", "From two"]
    one.reload()
    assert tabs().evaluate(both) == ["From one", "From two"]


def test_real_tabs_tick_one_list_together(tabs: Tabs) -> None:
    one, two = tabs(), tabs()
    tick = "for (let item = {0}; item < 200; item += 2) store.set(`tick/${{item}}`, true)"
    one.evaluate(tick.format(0))
    two.evaluate(tick.format(1))
    for tab in (one, two):
        tab.wait_for_function("() => store.ids('tick').length === 200")
    assert len(tabs().evaluate("store.ids('tick')")) == 200


def test_deleting_everything_reaches_real_tabs(tabs: Tabs) -> None:
    one, two = tabs(), tabs()
    two.evaluate("localStorage.setItem('theirs', 'x')")
    one.evaluate("for (let note = 0; note < 50; note += 1) store.set(`note/${note}`, 'Text')")
    two.wait_for_function("() => store.ids('note').length === 50")
    assert one.evaluate("store.clear()")
    two.wait_for_function("() => store.records().size === 0")
    assert two.evaluate("Object.keys(localStorage).filter((key) => !key.startsWith('/'))") == [
        "theirs"
    ]


def test_a_page_that_comes_back_shows_what_was_written_meanwhile(tabs: Tabs, nothing: str) -> None:
    one, two = tabs(), tabs()
    one.evaluate("store.set('note/a', 'Old')")
    two.goto(f"{nothing}?elsewhere")
    one.evaluate("store.set('note/a', 'New')")
    two.go_back()
    two.evaluate(
        "async () => { self.store ??= (await import('/under-test/store.js')).store }",
    )
    assert two.evaluate("store.text('note/a')") == "New"


def test_typed_text_outlives_a_tab_that_is_closed_at_once(tabs: Tabs) -> None:
    one = tabs()
    one.evaluate("store.set('note/a', 'Typed')")
    one.close(run_before_unload=False)
    assert tabs().evaluate("store.text('note/a')") == "Typed"


@pytest.mark.parametrize("stem", sorted(NAMES))
def test_every_module_of_the_store_loads_by_itself(run: Run, stem: str) -> None:
    assert run(f"return Object.keys(await import('/under-test/{stem}.js')).length > 0")

"""keeper.js: what a page asks and tells, what it shows while the browser does not keep it."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tests.overrides.assets.store.conftest import Run, run_on
from tests.overrides.assets.store.test_formats import FIRST, UNREADABLE


def test_what_is_set_is_there_when_the_page_is_opened_again(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        const saved = [keeper.set("note/a", "Text"), keeper.set("star/a", true),
          keeper.set("tick/b", true)];
        const read = (one) => [one.text("note/a"), one.flag("star/a"), one.ids("tick"),
          one.text("star/a"),
          one.flag("note/a"), one.text("note/none"), one.flag("tick/none"),
            one.versions("note/none")];
        return [saved, read(keeper), read(world.open().keeper), keeper.trouble, keeper.unsaved];
        """
    )
    there = ["Text", True, ["b"], "", False, "", False, []]
    assert found == [[True, True, True], there, there, None, 0]


def test_empty_text_and_false_mean_gone_and_stay_gone(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        for (const [id, value] of [["note/a", "Text"], ["star/a", true], ["note/a", ""],
          ["star/a", false]]) {
          keeper.set(id, value);
        }
        const { keeper: again } = world.open();
        return [again.text("note/a"), again.flag("star/a"), again.ids("note"), again.ids("star"),
          again.versions("note/a"), world.entries.size];
        """
    )
    assert found == ["", False, [], [], [], 2]


def test_a_record_that_is_changed_again_and_again_takes_one_key(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        for (let letter = 1; letter <= 50; letter += 1) keeper.set("note/a", "x".repeat(letter));
        return [[...world.entries.keys()].map((key) => key.replace(/#.*/, "#")),
          keeper.text("note/a").length];
        """
    )
    assert found == [["leadership-loop:note/a#"], 50]


def test_setting_what_is_already_kept_writes_nothing(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        keeper.set("note/a", "Text");
        const before = world.writes;
        return [keeper.set("note/a", "Text"), keeper.set("note/none", ""),
          keeper.set("tick/none", false),
          world.writes - before, world.entries.size];
        """
    )
    assert found == [True, True, True, 0, 1]


def test_setting_what_the_browser_has_lost_keeps_it_again(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        keeper.set("note/a", "Text");
        world.entries.clear();
        world.changed(null);
        return [keeper.set("note/a", "Text"), world.look().text("note/a")];
        """
    )
    assert found == [True, "Text"]


@pytest.mark.parametrize(
    ("id_", "value"),
    [
        ("note/a", True),
        ("star/a", "yes"),
        ("note/a#b", "x"),
        ("note", "x"),
        ("", "x"),
        ("tick/a", 1),
    ],
)
def test_what_fits_no_record_is_not_kept_and_breaks_nothing(
    run: Run, id_: str, value: object
) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        return [keeper.set(...given), keeper.text(given[0]), keeper.flag(given[0]),
          world.writes, keeper.unsaved];
        """,
        [id_, value],
    )
    assert found == [False, "", False, 0, 0]


@pytest.mark.parametrize(
    "id_", ["__proto__", "constructor", "note/__proto__", "<img>", "%00", "x" * 9999]
)
def test_ids_that_mean_harm_are_unknown_ids(run: Run, id_: str) -> None:
    lines = """
    const { keeper } = new World().open();
    return [keeper.text(given), keeper.flag(given), keeper.versions(given), keeper.ids(given)];
    """
    assert run(lines, id_) == ["", False, [], []]


def test_hostile_texts_come_back_as_they_were_typed(run: Run) -> None:
    lines = """
    const texts = ["<script>alert(1)</script>", "\\u202eabc\\u200d\\u0000\\ud800",
      "👩‍👩‍👧".repeat(50),
      "x".repeat(100_000), '","f":9', "\\n\\t\\\\"];
    const world = new World();
    const { keeper } = world.open();
    return texts.map((text, place) => keeper.set(`note/${place}`, text)
      && world.look().text(`note/${place}`) === text);
    """
    assert run(lines) == [True] * 6


def test_change_tells_the_ids_of_own_sets_and_of_other_tabs(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const [one, two] = [world.open(), world.open()];
        one.keeper.set("note/a", "Text");
        one.keeper.set("tick/b", true);
        two.hear();
        return [one.told, two.told];
        """
    )
    assert found == [["note/a", "tick/b"], ["note/a", "tick/b"]]


def test_no_key_of_another_application_is_read_or_touched(run: Run) -> None:
    found = run(
        """
        const theirs = { "another-application": "1", "leadership": "2", "note/a#w.1": "3",
          "/.__palette": "4", "Leadership-Loop:note/x#w.1": "5" };
        const world = new World(theirs);
        const { keeper } = world.open();
        keeper.set("note/a", "Text");
        keeper.set("note/a", "");
        const file = unpack(pack(keeper)).records;
        bring(keeper, file, "replace");
        const done = keeper.clear();
        return [Object.fromEntries(world.entries), theirs, done];
        """
    )
    assert found[0] == found[1]
    assert found[2] is True


def test_a_write_reads_no_text_but_its_own(run: Run) -> None:
    reads = run(
        """
        const world = new World();
        const { keeper } = world.open();
        for (let place = 0; place < 500; place += 1) keeper.set(`tick/${place}`, true);
        const before = world.reads;
        keeper.set("tick/7", false);
        return world.reads - before;
        """
    )
    assert reads <= 4


# What is unreadable is not empty.


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_nobody_can_read_is_set_aside_whole_and_told(run: Run, text: str) -> None:
    key = "leadership-loop:note/a#wabc.3"
    found = run(
        """
        const world = new World(given);
        const { keeper } = world.open();
        keeper.set("note/a", "New");
        return [Object.fromEntries(keeper.aside()), world.look().text("note/a"), keeper.trouble,
          [...world.entries.keys()].filter((key) => key.includes("#wabc"))];
        """,
        {key: text},
    )
    aside = "leadership-loop:~aside/note/a#wabc.3"
    assert found == [{aside: text}, "New", None, [aside]]


def test_what_was_set_aside_before_is_not_overwritten(run: Run) -> None:
    found = run(
        """
        const world = new World(given);
        world.open();
        world.entries.set("leadership-loop:note/a#w.1", "third");
        world.order = null;
        return Object.fromEntries(world.open().keeper.aside());
        """,
        {
            "leadership-loop:note/a#w.1": "second",
            "leadership-loop:~aside/note/a#w.1": "first",
        },
    )
    assert sorted(found.values()) == ["first", "second", "third"]


@pytest.mark.parametrize("failure", ["refused", "full", "torn"])
def test_what_cannot_be_set_aside_stays_where_it_is_and_is_told(run: Run, failure: str) -> None:
    found = run(
        """
        const world = new World({ "leadership-loop:note/a#w.1": "broken" });
        world.fails = () => given;
        const { keeper } = world.open();
        return [Object.fromEntries(world.entries), Object.fromEntries(keeper.aside())];
        """,
        failure,
    )
    assert found == [{"leadership-loop:note/a#w.1": "broken"}] * 2


def test_what_was_set_aside_goes_when_the_reader_says_so(run: Run) -> None:
    found = run(
        """
        const world = new World({ "leadership-loop:note/a#w.1": "broken", other: "x" });
        const { keeper } = world.open();
        keeper.dropAside();
        return [Object.fromEntries(world.entries), keeper.aside().size];
        """
    )
    assert found == [{"other": "x"}, 0]


def test_a_text_that_another_tab_is_just_writing_is_not_set_aside(run: Run) -> None:
    # A torn text is removed by its own tab; another that removed it might remove what came after.
    found = run(
        """
        const world = new World();
        const [one, two] = [world.open(), world.open()];
        world.entries.set("leadership-loop:note/a#w.1", '{"f":1,"v":"ha');
        world.changed(one, "leadership-loop:note/a#w.1");
        two.hear();
        two.tell("focus");
        return [[...world.entries.keys()], [...two.keeper.aside().values()],
          two.keeper.text("note/a")];
        """
    )
    assert found == [["leadership-loop:note/a#w.1"], ['{"f":1,"v":"ha'], ""]


# What the browser refuses.


def test_a_browser_that_refuses_all_is_told_at_once_and_the_page_works(run: Run) -> None:
    found = run(
        """
        const world = new World();
        world.failsToRead = () => true;
        const tab = world.open();
        const { keeper } = tab;
        const before = [keeper.trouble, keeper.unsaved];
        const saved = keeper.set("note/a", "Text");
        return [before, saved, keeper.text("note/a"), keeper.flag("star/a"), keeper.unsaved,
          keeper.ids("note"),
          keeper.aside().size, keeper.clear(), keeper.text("note/a")];
        """
    )
    assert found == [["refused", 0], False, "Text", False, 1, ["a"], 0, False, ""]


def test_nothing_is_written_before_all_was_read_once(run: Run) -> None:
    found = run(
        """
        const world = new World();
        world.entries.set("leadership-loop:note/a#wold.9", '{"f":1,"v":"Old","t":1,"s":{}}');
        world.failsToRead = () => true;
        const { keeper } = world.open();
        keeper.set("note/a", "Typed before");
        // Reading breaks off in the middle.
        world.failsToRead = () => false;
        world.failsToGet = (key) => key.includes("wold");
        const saved = keeper.set("star/a", true);
        const writes = world.writes;
        world.failsToGet = () => false;
        const then = keeper.set("star/b", true);
        return [saved, writes, then, keeper.trouble,
          keeper.versions("note/a").map(({ value }) => value).sort()];
        """
    )
    assert found == [False, 0, True, None, ["Old", "Typed before"]]


@pytest.mark.parametrize("failure", ["refused", "full", "torn"])
def test_a_failed_write_is_told_at_once_and_lasts_until_it_is_kept(run: Run, failure: str) -> None:
    found = run(
        """
        const world = new World();
        const tab = world.open();
        const { keeper } = tab;
        keeper.set("note/a", "Old");
        world.fails = () => given;
        tab.told.length = 0;
        const saved = keeper.set("note/a", "New");
        const now = [keeper.trouble, keeper.unsaved, keeper.text("note/a"),
          world.look().text("note/a"), [...tab.told]];
        keeper.set("tick/b", true);
        const two = [keeper.trouble, keeper.unsaved];
        world.fails = () => null;
        const third = keeper.set("tick/c", true);
        const end = [keeper.trouble, keeper.unsaved, world.look().text("note/a"),
          world.look().ids("tick").sort(),
          tab.told.filter((word) => word.startsWith("!"))];
        return { saved, now, two, third, end };
        """,
        failure,
    )
    assert found == {
        "saved": False,
        "now": [failure, 1, "New", "Old", [f"! {failure}", "note/a"]],
        "two": [failure, 2],
        "third": True,
        "end": [None, 0, "New", ["b", "c"], [f"! {failure}", f"! {failure}", "! null"]],
    }


@pytest.mark.parametrize("moment", ["pagehide", "visibilitychange", "pageshow", "focus", "later"])
def test_what_is_not_kept_is_tried_again_without_the_reader(run: Run, moment: str) -> None:
    found = run(
        """
        const world = new World();
        const tab = world.open();
        world.fails = () => "full";
        tab.keeper.set("note/a", "Typed");
        // As often as it takes, and once at a time.
        tab.wait();
        const waits = tab.tasks.length;
        world.fails = () => null;
        if (given === "later") tab.wait();
        else tab.tell(given);
        return [waits, world.look().text("note/a"), tab.keeper.trouble, tab.tasks.length > 1];
        """,
        moment,
    )
    assert found == [1, "Typed", None, False]


def test_a_page_that_keeps_everything_waits_for_nothing(run: Run) -> None:
    lines = "const t = new World().open(); t.keeper.set('note/a', 'x'); return t.tasks.length"
    assert run(lines) == 0


def test_a_record_that_does_not_fit_keeps_no_other_from_being_kept(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        world.fails = (key, text) => (text.length > 1000 ? "full" : null);
        return [keeper.set("note/a", "x".repeat(1000)), keeper.set("tick/b", true), keeper.trouble,
          keeper.unsaved, world.look().ids("tick")];
        """
    )
    assert found == [False, True, "full", 1, ["b"]]


def test_what_fits_again_is_kept_though_a_longer_text_before_it_is_not(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const tab = world.open();
        world.fails = () => "full";
        tab.keeper.set("note/a", "x".repeat(1000));
        tab.keeper.set("tick/b", true);
        world.fails = (key, text) => (text.length > 1000 ? "full" : null);
        tab.tell("focus");
        return [tab.keeper.unsaved, tab.keeper.trouble, world.look().ids("tick")];
        """
    )
    assert found == [1, "full", ["b"]]


def test_deleting_makes_room_when_there_is_none_at_all(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        keeper.set("note/a", "x".repeat(1000));
        const size = () => [...world.entries].join("").length;
        const most = size();
        world.fails = (key, text) => (size() + key.length + text.length > most ? "full" : null);
        return [keeper.set("note/a", "y".repeat(1000)), world.look().text("note/a")[0],
          keeper.set("note/a", ""),
          world.look().text("note/a"), keeper.set("note/b", "short"), keeper.trouble];
        """
    )
    assert found == [False, "x", True, "", True, None]


def test_a_torn_text_is_never_written_again_under_its_key(run: Run) -> None:
    # Another page may have found it, and be about to remove it.
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        const keys = [];
        world.fails = (key) => { keys.push(key); return keys.length < 3 ? "torn" : null; };
        const saved = [keeper.set("note/a", "Text"), keeper.retry(), keeper.retry()];
        return [saved, new Set(keys).size, keys.length, [...world.entries.keys()].length];
        """
    )
    assert found == [[False, False, True], 3, 3, 1]


def test_a_version_that_cannot_be_removed_stays_replaced(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        keeper.set("note/a", "Old");
        world.failsToRemove = () => true;
        const saved = keeper.set("note/a", "New");
        const both = [keeper.versions("note/a").length, world.look().versions("note/a").length,
          world.entries.size];
        world.failsToRemove = () => false;
        keeper.set("note/a", "Newer");
        return [saved, both, world.entries.size, world.look().text("note/a")];
        """
    )
    assert found == [True, [1, 1, 2], 1, "Newer"]


@pytest.mark.parametrize("failure", ["refused", "full", "torn"])
@pytest.mark.parametrize("every", range(1, 8))
def test_with_every_kth_write_failing_the_old_or_the_new_value_stands_whole(
    run: Run, every: int, failure: str
) -> None:
    faults = run(
        """
        const world = new World();
        const tab = world.open();
        const { keeper } = tab;
        const faults = [];
        let count = 0;
        const fails = () => { count += 1; return count % given.every === 0; };
        world.fails = () => (fails() ? given.failure : null);
        world.failsToRemove = () => given.failure === "refused" && fails();
        const saved = new Map();
        const chance = random(given.every);
        for (let step = 0; step < 300; step += 1) {
          const id = `note/${Math.floor(chance() * 5)}`;
          const value = chance() < 0.2 ? "" : `Text ${step} ${"x".repeat(chance() * 200)}`;
          const kept = keeper.set(id, value);
          const stands = world.look().versions(id).map((version) => version.value);
          const whole = kept ? [value] : [value, saved.get(id)];
          const one = stands[0] ?? "";
          const right = stands.length < 2 && whole.some((each) => (each ?? "") === one);
          if (!right) faults.push([step, kept, value, saved.get(id), stands]);
          if (!kept && !keeper.trouble) faults.push([step, "not told"]);
          if (keeper.text(id) !== value) faults.push([step, "not shown"]);
          for (const each of [0, 1, 2, 3, 4]) {
            const [one] = world.look().versions(`note/${each}`);
            saved.set(`note/${each}`, one?.value ?? "");
          }
        }
        world.fails = () => null;
        world.failsToRemove = () => false;
        const all = keeper.retry();
        for (const each of keeper.ids("note")) {
          if (world.look().text(`note/${each}`) !== keeper.text(`note/${each}`)) faults.push(each);
        }
        if (given.every === 1 && saved.get("note/0")) faults.push("kept what fails");
        return { faults: faults.slice(0, 5), all, trouble: keeper.trouble,
          aside: world.look().aside().size };
        """,
        {"every": every, "failure": failure},
    )
    assert faults == {"faults": [], "all": True, "trouble": None, "aside": 0}


# The clock has no say.


def test_the_last_edit_counts_though_the_clock_went_back_a_year(run: Run) -> None:
    found = run(
        """
        const world = new World();
        world.open().keeper.set("note/a", "First");
        world.now -= 365 * 86_400_000;
        const tab = world.open();
        tab.keeper.set("note/a", "Second");
        return [world.look().text("note/a"), world.look().versions("note/a").length];
        """
    )
    assert found == ["Second", 1]


# In a real browser.


def test_a_real_full_storage_is_told_and_the_older_text_stays(run: Run) -> None:
    found = run(
        """
        const keeper = new Keeper(() => localStorage);
        keeper.set("note/a", "Old");
        for (let size = 1 << 22; size >= 1; size >>= 1) {
          try { localStorage.setItem(`another${size}`, "x".repeat(size)); } catch {}
        }
        const saved = keeper.set("note/a", "Longer than the old text");
        const result = [saved, keeper.trouble, keeper.text("note/a"),
          new Keeper(() => localStorage).text("note/a")];
        localStorage.clear();
        return result;
        """
    )
    assert found == [False, "full", "Longer than the old text", "Old"]


def test_a_real_browser_that_blocks_storage_leaves_the_page_working(
    visit: BrowserContext, nothing: str
) -> None:
    page = visit.new_page()
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
             get() { throw new DOMException("blocked", "SecurityError"); } });"""
    )
    page.goto(nothing)
    found = run_on(
        page,
        """
        const { store } = await import("/under-test/store.js");
        return [store.trouble, store.set("note/a", "Text"), store.text("note/a"), store.unsaved];
        """,
    )
    assert found == ["refused", False, "Text", 1]


def test_the_frozen_store_opens_in_a_real_browser_and_is_left_as_it_is(run: Run) -> None:
    found = run(
        """
        for (const [key, text] of Object.entries(given)) localStorage.setItem(key, text);
        const keeper = new Keeper(() => localStorage);
        return [keeper.text("plan/date"), keeper.trouble, { ...localStorage }];
        """,
        FIRST,
    )
    assert found == ["2027-01-15", None, FIRST]

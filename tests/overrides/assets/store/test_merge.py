"""merge.js: what a file would change here, and the change; neither side loses what is new."""

from __future__ import annotations

import pytest

from tests.overrides.assets.store.conftest import Run

# Two browsers that began with the same file; `file` is the second's.
HERE = """
const [mine, theirs] = [new World(), new World()];
const here = mine.open().keeper;
const there = theirs.open().keeper;
const start = { same: "Same", here: "Old", there: "Old", both: "Old", "gone-here": "Old",
  "gone-there": "Old", alike: "Old" };
for (const [id, text] of Object.entries(start)) here.set(`note/${id}`, text);
const old = pack(here);
bring(there, unpack(old).records, "merge");
here.set("note/here", "New here");
here.set("note/both", "New here");
here.set("note/gone-here", "");
here.set("note/only-here", "Only here");
here.set("note/alike", "Equal");
here.set("star/only-here", true);
there.set("note/there", "New there");
there.set("note/both", "New there");
there.set("note/gone-there", "");
there.set("note/only-there", "Only there");
there.set("note/alike", "Equal");
there.set("star/only-there", true);
const file = pack(there);
const texts = (keeper) => Object.fromEntries(keeper.ids("note").sort().map((id) =>
  [id, keeper.versions(`note/${id}`).map(({ value }) => value).sort().join(" | ")]));
"""

MERGED = {
    "alike": "Equal",
    "both": "New here | New there",
    "here": "New here",
    "only-here": "Only here",
    "only-there": "Only there",
    "same": "Same",
    "there": "New there",
}


def test_merging_loses_neither_side_and_changes_what_the_comparison_said(run: Run) -> None:
    found = run(
        HERE
        + """
        const would = compare(here, unpack(file).records);
        bring(here, unpack(file).records, "merge");
        return [would, texts(here), here.ids("star").sort(), texts(mine.look())];
        """
    )
    assert found == [
        {
            "added": ["note/only-there", "star/only-there"],
            "changed": ["note/gone-there", "note/there"],
            "both": ["note/both"],
            "same": ["note/alike", "note/same"],
            "older": ["note/gone-here", "note/here"],
            "only": ["note/only-here", "star/only-here"],
        },
        MERGED,
        ["only-here", "only-there"],
        MERGED,
    ]


def test_comparing_changes_nothing(run: Run) -> None:
    found = run(
        HERE
        + """
        const before = JSON.stringify([...mine.entries]);
        compare(here, unpack(file).records);
        return before === JSON.stringify([...mine.entries]);
        """
    )
    assert found


def test_a_file_that_was_merged_changes_nothing_when_it_comes_again(run: Run) -> None:
    found = run(
        HERE
        + """
        bring(here, unpack(file).records, "merge");
        const [once, writes] = [pack(here), mine.writes];
        const would = compare(here, unpack(file).records);
        const again = bring(here, unpack(file).records, "merge");
        const still = mine.writes;
        again.undo();
        return [pack(here) === once, still === writes, would.added, would.changed, would.both];
        """
    )
    assert found == [True, True, [], [], []]


def test_both_browsers_come_to_the_same_by_each_others_files(run: Run) -> None:
    found = run(
        HERE
        + """
        const mineFile = pack(here);
        bring(here, unpack(file).records, "merge");
        bring(there, unpack(mineFile).records, "merge");
        return pack(here) === pack(there);
        """
    )
    assert found


def test_an_older_file_brings_back_nothing_that_was_replaced_or_deleted_since(run: Run) -> None:
    found = run(
        HERE
        + """
        const before = pack(here);
        const would = compare(here, unpack(old).records);
        bring(here, unpack(old).records, "merge");
        return [pack(here) === before, would.added, would.changed, would.both, would.older];
        """
    )
    older = ["note/alike", "note/both", "note/gone-here", "note/here"]
    assert found == [True, [], [], [], older]


def test_replacing_leaves_exactly_the_records_of_the_file(run: Run) -> None:
    found = run(
        HERE
        + """
        const would = bring(here, unpack(file).records, "replace");
        return [pack(here) === file, pack(mine.look()) === file,
          pack(mine.open().keeper) === file, Object.keys(would)];
        """
    )
    assert found == [True, True, True, ["undo"]]


def test_replacing_by_an_older_file_goes_back(run: Run) -> None:
    found = run(
        HERE
        + """
        bring(here, unpack(old).records, "replace");
        here.set("note/here", "Goes on from there");
        return [texts(here), texts(mine.look()).here];
        """
    )
    old = ["alike", "both", "gone-here", "gone-there", "here", "same", "there"]
    expected = dict.fromkeys(old, "Old") | {"same": "Same", "here": "Goes on from there"}
    assert found == [expected, "Goes on from there"]


@pytest.mark.parametrize("how", ["merge", "replace"])
def test_undo_brings_back_exactly_what_was_before(run: Run, how: str) -> None:
    found = run(
        HERE
        + """
        const before = pack(here);
        const { undo } = bring(here, unpack(file).records, given);
        const changed = pack(here) !== before;
        const trouble = undo();
        const back = [pack(here) === before, pack(mine.look()) === before];
        const again = undo();
        return [changed, trouble, back, again, pack(here) === before];
        """,
        how,
    )
    assert found == [True, None, [True, True], None, True]


@pytest.mark.parametrize("how", ["merge", "replace"])
def test_undo_leaves_alone_what_was_changed_since_in_any_tab(run: Run, how: str) -> None:
    found = run(
        HERE
        + """
        const other = mine.open();
        const { undo } = bring(here, unpack(file).records, given);
        other.hear();
        other.keeper.set("note/there", "Changed since");
        here.set("note/both", "Changed since");
        undo();
        const now = texts(mine.look());
        return [now.there, now.both, now["gone-there"], now["only-there"] ?? "", texts(here).there];
        """,
        how,
    )
    assert found == ["Changed since", "Changed since", "Old", "", "Changed since"]


@pytest.mark.parametrize("how", ["merge", "replace"])
@pytest.mark.parametrize("failure", ["refused", "full", "torn"])
def test_a_storage_with_no_room_for_all_of_it_takes_none_of_it(
    run: Run, failure: str, how: str
) -> None:
    faults = run(
        HERE
        + """
        const faults = [];
        const before = pack(here);
        const entries = JSON.stringify([...mine.entries].sort());
        const { records } = unpack(file);
        let most = 0;
        for (let at = 1; at < 40; at += 1) {
          let count = 0;
          mine.fails = () => { count += 1; return count >= at ? given.failure : null; };
          const result = bring(here, records, given.how);
          mine.fails = () => null;
          if (result.undo) { most = at; result.undo(); break; }
          if (result.trouble !== given.failure) faults.push([at, result.trouble]);
          if (pack(here) !== before || pack(mine.look()) !== before) faults.push([at, "changed"]);
          if (JSON.stringify([...mine.entries].sort()) !== entries) faults.push([at,
            "left something"]);
          if (here.trouble) faults.push([at, "lasting"]);
        }
        return [faults, most > 3];
        """,
        {"failure": failure, "how": how},
    )
    assert faults == [[], True]


def test_an_undo_for_which_there_is_no_room_changes_nothing_and_may_be_tried_again(
    run: Run,
) -> None:
    found = run(
        HERE
        + """
        const before = pack(here);
        const { undo } = bring(here, unpack(file).records, "replace");
        mine.fails = () => "full";
        const refused = undo();
        const still = pack(mine.look()) === file;
        mine.fails = () => null;
        return [refused, still, undo(), pack(mine.look()) === before];
        """
    )
    assert found == ["full", True, None, True]


def test_where_nothing_can_be_removed_a_file_changes_nothing(run: Run) -> None:
    found = run(
        HERE
        + """
        const before = pack(here);
        let removals = 0;
        mine.failsToRemove = () => { removals += 1; return removals === 1; };
        const { trouble } = bring(here, unpack(file).records, "replace");
        return [trouble, pack(here) === before, pack(mine.look()) === before];
        """
    )
    assert found == ["refused", True, True]


def test_a_version_that_cannot_be_removed_stays_beside_what_a_file_brought(run: Run) -> None:
    found = run(
        HERE
        + """
        let removals = 0;
        mine.failsToRemove = () => { removals += 1; return removals > 2; };
        const { trouble } = bring(here, unpack(file).records, "replace");
        mine.failsToRemove = () => false;
        const all = Object.values(texts(mine.look())).join(" | ").split(" | ");
        return [trouble ?? null, ["New there", "Only there", "Same",
          "Only here"].every((text) => all.includes(text))];
        """
    )
    assert found == ["refused", True]


def test_a_file_is_not_brought_where_nothing_may_be_written(run: Run) -> None:
    found = run(
        HERE
        + """
        const { records } = unpack(file);
        const blocked = new World();
        blocked.failsToRead = () => true;
        const later = new World();
        later.open(pretend(1)).keeper.set("note/x", "Later");
        const before = JSON.stringify([...later.entries]);
        return [bring(blocked.open().keeper, records, "merge"), bring(later.open().keeper,
          records, "replace"),
          bring(later.open().keeper, new Map(), "replace"),
            JSON.stringify([...later.entries]) === before];
        """
    )
    assert found == [{"trouble": "refused"}, {"trouble": "newer"}, {"trouble": "newer"}, True]


def test_after_everything_was_deleted_a_file_brings_everything_back(run: Run) -> None:
    found = run(
        HERE
        + """
        const before = pack(here);
        here.clear();
        const would = compare(here, unpack(before).records);
        bring(here, unpack(before).records, "merge");
        return [pack(here) === before, would.added.length, would.both];
        """
    )
    assert found == [True, 8, []]


def test_other_tabs_hear_of_an_import_and_of_its_undoing(run: Run) -> None:
    found = run(
        HERE
        + """
        const other = mine.open();
        const { undo } = bring(here, unpack(file).records, "replace");
        other.hear();
        const brought = pack(other.keeper) === file;
        undo();
        other.hear();
        return [brought, pack(other.keeper) === pack(here), other.told.includes("note/there")];
        """
    )
    assert found == [True, True, True]


def test_what_another_tab_wrote_unheard_is_not_lost_by_an_import(run: Run) -> None:
    found = run(
        HERE
        + """
        const other = mine.open();
        other.keeper.set("note/there", "Unheard");
        const would = compare(here, unpack(file).records);
        const { undo } = bring(here, unpack(file).records, "merge");
        const merged = texts(mine.look()).there;
        undo();
        return [would.both, merged, texts(mine.look()).there];
        """
    )
    assert found == [["note/both", "note/there"], "New there | Unheard", "Unheard"]


def test_unsaved_texts_are_neither_lost_nor_kept_twice_by_an_import(run: Run) -> None:
    found = run(
        HERE
        + """
        mine.fails = () => "full";
        here.set("note/same", "Unsaved");
        mine.fails = () => null;
        const { undo } = bring(here, unpack(file).records, "merge");
        const merged = [texts(here).same, here.unsaved, texts(mine.look()).same];
        undo();
        return [merged, texts(here).same, texts(mine.look()).same, here.unsaved];
        """
    )
    assert found == [["Unsaved", 0, "Unsaved"], "Unsaved", "Unsaved", 0]


def test_a_forged_twin_of_a_version_stands_beside_it(run: Run) -> None:
    found = run(
        HERE
        + """
        const { records } = unpack(old);
        const forged = new Map([["note/same", records.get("note/same").map((one) => ({ ...one,
          value: "Forged" }))]]);
        bring(here, forged, "merge");
        const merged = texts(here).same;
        bring(here, forged, "replace");
        return [merged, texts(mine.look())];
        """
    )
    assert found == ["Forged | Same", {"same": "Forged"}]


def test_five_megabytes_are_brought_and_undone(run: Run) -> None:
    found = run(
        """
        const text = "lorem ipsum dolor ".repeat(111);
        const { keeper } = new World().open();
        for (let note = 0; note < 2300; note += 1) keeper.set(`note/${note}`, `${note} ${text}`);
        const file = pack(keeper);
        const real = new Keeper(() => localStorage);
        const { undo } = bring(real, unpack(file).records, "merge");
        const brought = pack(new Keeper(() => localStorage)) === file;
        undo();
        const gone = real.records().size;
        localStorage.clear();
        return [file.length > 4.5e6, brought, gone];
        """
    )
    assert found == [True, True, 0]

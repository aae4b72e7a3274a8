"""formats.js: every form in which records were ever kept is read; later forms are left alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.overrides.assets.store.conftest import HERE, Run

FROZEN = {path.stem: json.loads(path.read_text("utf-8")) for path in HERE.glob("frozen/*.json")}
FIRST = FROZEN["format-1"]

# What a reader of the frozen store of form 1 has.
HAS = {
    "lens": {"role": "m1"},
    "note": {
        "quick-decision": (
            'The rollout in March:\nwe cut the cache to 30 %. Ünïcode 👩‍👩‍👧, <b>"quotes"</b>'
        ),
        "two-tabs": "From the other tab",
    },
    "own": {"week-1.k3x9": "Ask Sam for a mock interview"},
    "plan": {"date": "2027-01-15", "hours": "6"},
    "practised": {"quick-decision": "2026-11-19"},
    "star": {"quick-decision": True},
    "tick": {"need.quick-decision.1f3a": True, "week-1.k3x9": True},
}

READ = """
const { keeper } = new World(given.entries).open(given.steps ? pretend(given.steps) : undefined);
const value = (kind, id) => keeper.flag(`${kind}/${id}`) || keeper.text(`${kind}/${id}`);
return Object.fromEntries(given.kinds.map((kind) =>
  [kind, Object.fromEntries(keeper.ids(kind).sort().map((id) => [id, value(kind, id)]))]));
"""


def test_there_is_a_frozen_store_of_every_format(run: Run) -> None:
    newest = run("return new Formats().newest")
    assert sorted(FROZEN) == [f"format-{number}" for number in range(1, newest + 1)]


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_this_edition_and_pretended_later_ones_read_the_frozen_store(run: Run, steps: int) -> None:
    given = {"entries": FIRST, "kinds": list(HAS), "steps": steps}
    assert run(READ, given) == HAS


def test_texts_of_two_tabs_are_both_read(run: Run) -> None:
    lines = "return new World(given).open().keeper.versions('note/two-tabs').map((v) => v.value)"
    assert run(lines, FIRST) == ["From one tab", "From the other tab"]


def test_opening_a_store_writes_nothing(run: Run) -> None:
    lines = """
    const world = new World(given);
    world.open();
    return [world.writes, Object.fromEntries(world.entries)];
    """
    assert run(lines, FIRST) == [0, FIRST]


# The migrations of this edition, and of two pretended later ones: each must be called.
@pytest.mark.parametrize("steps", [None, 1, 2])
def test_every_migration_is_called_up_and_down(run: Run, steps: int | None) -> None:
    called, all_of_them = run(
        """
        const calls = [];
        const spied = (steps) => new Formats(steps.map(({ up, down }, place) => ({
          up: (raw) => (calls.push(`up ${place + 1}`), up(raw)),
          down: (raw) => (calls.push(`down ${place + 2}`), down(raw)),
        })));
        const formats = spied(given.steps === null ?
          new Formats().steps : pretend(given.steps).steps);
        const files = given.stores.map((entries) => {
          const { keeper } = new World(entries).open(formats);
          // Back to the first form, for an edition that knows no other, and up again.
          const file = pack(keeper, formats, 1);
          const back = unpack(file, formats);
          const first = unpack(file, new Formats([]));
          return [file, first.refusal ?? null, bring(new World().open(formats).keeper,
            back.records, "merge").trouble];
        });
        if (files.some(([, refusal, trouble]) => refusal ||
          trouble)) throw new Error(JSON.stringify(files));
        const all = formats.steps.flatMap((_, place) => [`up ${place + 1}`, `down ${place + 2}`]);
        return [[...new Set(calls)].sort(), all.sort()];
        """,
        {"stores": list(FROZEN.values()), "steps": steps},
    )
    assert called == all_of_them
    assert len(all_of_them) == 2 * (steps or 0)


def test_a_later_edition_gives_back_to_an_earlier_one_what_that_had_written(run: Run) -> None:
    same = run(
        """
        const first = new World(given).open(new Formats([])).keeper;
        const third = new World(given).open(pretend(2)).keeper;
        return pack(third, pretend(2), 1) === pack(first, new Formats([]));
        """,
        FIRST,
    )
    assert same


def test_what_a_later_edition_writes_has_its_form_and_the_steps_in_between(run: Run) -> None:
    found = run(
        """
        const world = new World(given);
        const third = world.open(pretend(2)).keeper;
        third.set("note/quick-decision", "New");
        const [text] = [...world.entries].filter(([key]) =>
          key.includes("note/quick-decision"))[0].slice(1);
        return JSON.parse(text);
        """,
        FIRST,
    )
    assert (found["f"], found["v"], found["since2"], found["since3"]) == (3, "New", True, True)


NEWER = {
    # As far as this edition can read it, and where it cannot.
    "leadership-loop:note/a#wnew.7": '{"f":2,"v":"Later","t":1,"s":{},"style":"bold"}',
    "leadership-loop:note/b#wnew.8": '{"f":3,"text":["of another shape"]}',
    "leadership-loop:v9/index": '{"f":9}',
    "leadership-loop:note/c#wold.1": '{"f":1,"v":"Old","t":1,"s":{}}',
    "leadership-loop:note/d#wold.2": "broken",
}


def test_a_later_format_is_read_as_far_as_can_be_told_and_never_written_beside(run: Run) -> None:
    found = run(
        """
        const world = new World(given);
        const tab = world.open();
        const { keeper } = tab;
        const before = JSON.stringify([...world.entries]);
        const saved = [keeper.set("note/a", "x"), keeper.set("star/s", true),
          keeper.set("note/c", "")];
        tab.wait();
        tab.tell("pagehide");
        const file = unpack(pack(new World({}).open().keeper)).records;
        const brought = [bring(keeper, new Map([["note/z", []], ["note/c", []]]), "replace")];
        return {
          trouble: keeper.trouble, saved, texts: ["a", "b",
            "c"].map((id) => keeper.text(`note/${id}`)),
          star: keeper.flag("star/s"), unsaved: keeper.unsaved, writes: world.writes, brought,
          untouched: before === JSON.stringify([...world.entries]), retry: keeper.retry(),
        };
        """,
        NEWER,
    )
    assert found == {
        "trouble": "newer",
        "saved": [False, False, False],
        "texts": ["x", "", ""],
        "star": True,
        "unsaved": 3,
        "writes": 0,
        "brought": [{"trouble": "newer"}],
        "untouched": True,
        "retry": False,
    }


@pytest.mark.parametrize("key", list(NEWER)[:3])
def test_each_sign_of_a_later_edition_is_enough(run: Run, key: str) -> None:
    lines = "return new World(given).open().keeper.trouble"
    assert run(lines, {key: NEWER[key]}) == "newer"


def test_a_later_edition_that_begins_to_write_in_another_tab_is_heard(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const [old, later] = [world.open(), world.open(pretend(1))];
        const before = old.keeper.set("note/a", "Old");
        later.hear();
        later.keeper.set("note/a", "Later");
        old.hear();
        const after = old.keeper.set("note/b", "Not kept");
        const told = [old.keeper.trouble, old.keeper.text("note/a"), old.told.includes("! newer")];
        // The reader deletes everything, over there: the old tab may write again.
        later.keeper.clear();
        old.hear();
        return { before, after, told, then: old.keeper.trouble, again: old.keeper.set("note/c",
          "Kept") };
        """
    )
    assert found == {
        "before": True,
        "after": False,
        "told": ["newer", "Later", True],
        "then": "refused",
        "again": True,
    }


# Whatever stands under a key of ours, by what this edition makes of it.
UNREADABLE: list[Any] = [
    "",
    "{",
    "null",
    "5",
    '"text"',
    "[]",
    "{}",
    '{"f":1,"v":7,"t":1,"s":{}}',
    '{"f":1,"v":true,"t":1,"s":{}}',
    '{"f":1,"v":"x","t":"1","s":{}}',
    '{"f":1,"v":"x","t":1,"s":{"__proto__":1}}',
    '{"f":1,"v":"x","t":1,"s":{"w":-1}}',
    '{"f":1,"v":"x","t":1,"s":{"w":"1"}}',
    '{"f":1,"v":"x","t":1}',
    '{"f":0,"v":"x","t":1,"s":{}}',
    '{"f":"1","v":"x","t":1,"s":{}}',
    '{"f":1,"v":"x","t":1,"s":{},"deep":' + "[" * 60 + "]" * 60 + "}",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_nobody_can_read_is_no_version(run: Run, text: str) -> None:
    assert run("return new Formats().read('note/a', 'w', 1, given)", text) is None


def test_a_migration_that_fails_leaves_the_text_unread(run: Run) -> None:
    lines = """
    const formats = new Formats([{ up: () => { throw new Error("no"); }, down: (raw) => raw }]);
    return formats.read("note/a", "w", 1, '{"f":1,"v":"x","t":1,"s":{}}');
    """
    assert run(lines) is None


IDS = {
    "note/a": True,
    "note/a.b-c_D9": True,
    "tick/text": False,
    "mock/of-a-later-edition": True,
    "note/" + "a" * 200: True,
    "note/" + "a" * 201: False,
    "": False,
    "note": False,
    "note/": False,
    "Note/a": False,
    "note/a#b": False,
    "note/a/b": False,
    "note/a b": False,
    "note/a\n": False,
    "note/ä": False,
    "__proto__": False,
    "constructor/a": True,
}


def test_ids_are_of_few_letters_and_values_of_their_kind(run: Run) -> None:
    found = run("return given.map((id) => fits(id, 'text'))", list(IDS))
    assert dict(zip(IDS, found, strict=True)) == IDS

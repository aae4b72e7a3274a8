"""backup.js: all records as a file and back; whatever is no such file is refused with words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.overrides.assets.store.conftest import Run
from tests.overrides.assets.store.test_formats import FIRST, HAS, READ, UNREADABLE

# A store of random records: texts of every sort, several versions, some gone.
RANDOM = """
const kinds = ["note", "own", "star", "tick", "practised", "plan", "lens", "backup"];
const words = ["", "plain", "<b>&amp;</b>", "Ünï 👩‍👩‍👧", "\\ud800", "\\u202e\\u0000",
  "line\\nline", "__proto__", '","f":2'];
function some(seed) {
  const chance = random(seed);
  const pick = (all) => all[Math.floor(chance() * all.length)];
  const world = new World();
  const open = [world.open(), world.open(), world.open(new Formats())];
  for (let step = chance() * 40; step > 0; step -= 1) {
    const kind = pick(kinds);
    const value = ["star", "tick"].includes(kind) ? chance() < 0.7 : `${pick(words)}${pick(words)}`;
    pick(open).keeper.set(`${kind}/${pick(["a", "b.c", "__proto__", "constructor", "D_9"])}`,
      value);
    if (chance() < 0.3) pick(open).hear();
    if (chance() < 0.05) open[0] = world.open();
    world.now += (chance() - 0.3) * 1e9;
  }
  return world.open().keeper;
}
"""


def test_a_file_has_all_records_and_brings_them_to_another_browser(run: Run) -> None:
    given = {"entries": FIRST, "kinds": [kind for kind in HAS if kind != "backup"]}
    found = run(
        """
        const file = pack(new World(given.entries).open().keeper);
        const { records, edited } = unpack(file);
        const world = new World();
        const { keeper } = world.open();
        bring(keeper, records, "merge");
        given.entries = Object.fromEntries(world.entries);
        return [edited, JSON.parse(file)["leadership-loop"], JSON.parse(file).format,
          given.entries];
        """,
        given,
    )
    assert found[:3] == [False, "backup", 1]
    assert run(READ, {**given, "entries": found[3]}) == HAS


def test_a_thousand_stores_come_back_byte_identical_by_merging_and_by_replacing(run: Run) -> None:
    found = run(
        RANDOM
        + """
        const faults = [];
        let bytes = 0;
        for (let seed = 0; seed < 1000; seed += 1) {
          const file = pack(some(seed));
          bytes += file.length;
          const { records, edited, refusal } = unpack(file);
          const [empty, other] = [new World().open().keeper, some(seed + 5000)];
          other.set("note/only-here", "x");
          bring(empty, records, "merge");
          bring(other, records, "replace");
          const again = unpack(pack(empty));
          const right = !edited && !refusal && pack(empty) === file && pack(other) === file &&
            !again.edited;
          if (!right) faults.push([seed, file, pack(empty), pack(other), refusal]);
        }
        return [faults.slice(0, 1), bytes > 200_000];
        """
    )
    assert found == [[], True]


def test_the_bytes_of_a_file_do_not_depend_on_the_order_of_the_storage(run: Run) -> None:
    found = run(
        """
        const entries = Object.entries(given);
        const file = (list) => pack(new World(Object.fromEntries(list)).open().keeper);
        return file(entries) === file(entries.reverse());
        """,
        FIRST,
    )
    assert found


def test_what_is_about_this_browser_alone_stays_out_of_the_file_and_out_of_the_import(
    run: Run,
) -> None:
    found = run(
        """
        const { keeper } = new World(given).open();
        const file = pack(keeper);
        bring(keeper, unpack(file).records, "replace");
        const kept = keeper.text("backup/last");
        bring(keeper, new Map(), "replace");
        return [file.includes("backup/"), kept, keeper.text("backup/last"), keeper.ids("note")];
        """,
        FIRST,
    )
    day = '{"day":"2026-11-20"}'
    assert found == [False, day, day, []]


def test_what_could_not_be_kept_is_in_the_file(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        world.fails = () => "full";
        keeper.set("note/a", "Unsaved");
        return unpack(pack(keeper)).records.get("note/a")[0].value;
        """
    )
    assert found == "Unsaved"


GOOD = json.dumps(
    {
        "leadership-loop": "backup",
        "format": 1,
        "sum": "wrong",
        "records": {"note/a": [["wabc", 3, "wrong", {"f": 1, "v": "Text", "t": 1, "s": {}}]]},
    }
)


def entry(**changes: Any) -> str:
    """A file whose one version differs from a good one by this."""
    file = json.loads(GOOD)
    version = file["records"]["note/a"][0]
    for place, name in enumerate(("w", "r", "c")):
        version[place] = changes.pop(name, version[place])
    version[3] |= changes
    return json.dumps(file)


def whole(**changes: Any) -> str:
    """A file that differs from a good one by this."""
    return json.dumps(json.loads(GOOD) | changes)


EMPTY = "This file is empty."
NO_BACKUP = "This file is not a backup of this site."
DAMAGED = "This file cannot be read as a backup"
NEWER = "This backup comes from a newer edition of this site."

REFUSED = {
    "": EMPTY,
    " \n": EMPTY,
    "hello": DAMAGED,
    "{": DAMAGED,
    "<!doctype html>": DAMAGED,
    GOOD[:-1]: DAMAGED,
    GOOD + "x": DAMAGED,
    "null": NO_BACKUP,
    "5": NO_BACKUP,
    '"backup"': NO_BACKUP,
    "[]": NO_BACKUP,
    "{}": NO_BACKUP,
    '{"name": "a package", "version": "1.0"}': NO_BACKUP,
    '{"__proto__": {"leadership-loop": "backup"}}': NO_BACKUP,
    "[" * 100_000: DAMAGED,
    "[" * 100_000 + "]" * 100_000: NO_BACKUP,
    whole(format=2): NEWER,
    whole(format=99): NEWER,
    whole(format="1"): DAMAGED,
    whole(format=0): DAMAGED,
    whole(format=None): DAMAGED,
    whole(format=1.5): DAMAGED,
    whole(records=None): DAMAGED,
    whole(records=[]): DAMAGED,
    whole(records="note"): DAMAGED,
    whole(records={"note/a": None}): DAMAGED,
    whole(records={"note/a": "x"}): DAMAGED,
    whole(records={"note/a": [None]}): DAMAGED,
    whole(records={"note/a": [[]]}): DAMAGED,
    whole(records={"note/a": {"0": []}}): DAMAGED,
    GOOD.replace("note/a", "note/<img>"): DAMAGED,
    GOOD.replace("note/a", "constructor"): DAMAGED,
    GOOD.replace('"note/a"', '"__proto__"'): DAMAGED,
    GOOD.replace("note/a", "star/a"): DAMAGED,
    entry(w="W"): DAMAGED,
    entry(w="9"): DAMAGED,
    entry(w="__proto__"): DAMAGED,
    entry(w=None): DAMAGED,
    entry(w=["wabc"]): DAMAGED,
    entry(r=0): DAMAGED,
    entry(r="3"): DAMAGED,
    entry(r=9_007_199_254_740_991): DAMAGED,
    entry(s={"wabd": 9_007_199_254_740_991}): DAMAGED,
    entry(v=5): DAMAGED,
    entry(v=None): DAMAGED,
    entry(v={"toString": "x"}): DAMAGED,
    entry(t="yesterday"): DAMAGED,
    entry(s=None): DAMAGED,
    entry(s={"__proto__": 5}): DAMAGED,
    entry(s=[1]): DAMAGED,
    entry(f=2): DAMAGED,
    GOOD.replace('"f": 1', '"deep": ' + "[" * 60 + "]" * 60 + ', "f": 1'): DAMAGED,
    GOOD.replace('"f": 1', '"deep": ' + "[" * 9000 + "]" * 9000 + ', "f": 1'): DAMAGED,
}


@pytest.mark.parametrize("text", list(REFUSED), ids=range(len(REFUSED)))
def test_a_file_that_is_none_of_ours_is_refused_with_words(run: Run, text: str) -> None:
    found = run("return [unpack(given), ({}).polluted]", text)
    assert list(found[0]) == ["refusal"], found[0]
    assert found[0]["refusal"].startswith(REFUSED[text])
    assert found[0]["refusal"].endswith(".")
    assert found[1] is None


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_unreadable_in_the_storage_is_refused_in_a_file(run: Run, text: str) -> None:
    try:
        kept = json.loads(text)
    except ValueError:
        kept = text
    file = json.loads(GOOD)
    file["records"]["note/a"][0][3] = kept
    assert "refusal" in run("return unpack(given)", json.dumps(file))


def test_a_refusal_names_the_entry_in_few_letters(run: Run) -> None:
    lines = "return unpack(given).refusal"
    assert "(at “note/<img>”)" in run(lines, GOOD.replace("note/a", "note/<img>"))
    assert len(run(lines, GOOD.replace("note/a", "note/" + "x" * 9999))) < 250


def test_a_file_that_is_too_large_is_refused_by_its_size(run: Run) -> None:
    found = run(
        """
        return [unpack("x".repeat(LARGEST + 1)).refusal, tooLarge(50e6),
          unpack(" ".repeat(LARGEST))];
        """
    )
    assert found[0].startswith("This file has 21 MB; a backup of this site has at most 20 MB.")
    assert found[1].startswith("This file has 50 MB; ")
    assert found[2]["refusal"].startswith(EMPTY)


def test_more_versions_of_one_record_than_anybody_writes_are_refused(run: Run) -> None:
    version = json.loads(GOOD)["records"]["note/a"][0]
    many = [[f"w{place}", *version[1:]] for place in range(201)]
    assert "refusal" in run("return unpack(given)", whole(records={"note/a": many}))
    assert "refusal" in run("return unpack(given)", whole(records={"note/a": [version, version]}))


def test_a_file_with_another_byte_order_mark_and_other_spaces_is_as_it_was_written(
    run: Run,
) -> None:
    lines = """
    const file = pack(new World(given).open().keeper);
    return unpack(`\\ufeff${JSON.stringify(JSON.parse(file), null, 2)}\\n`).edited;
    """
    assert run(lines, FIRST) is False


def test_an_edited_file_is_told_and_its_text_stands_beside_the_one_here(run: Run) -> None:
    found = run(
        """
        const { keeper } = new World().open();
        keeper.set("note/a", "As it was");
        const file = pack(keeper).replace("As it was", "As I edited it");
        const { records, edited } = unpack(file);
        const would = compare(keeper, records);
        bring(keeper, records, "merge");
        const texts = keeper.versions("note/a").map(({ value }) => value).sort();
        const once = pack(keeper);
        bring(keeper, unpack(file).records, "merge");
        return [edited, would.both, texts, pack(keeper) === once];
        """
    )
    assert found == [True, ["note/a"], ["As I edited it", "As it was"], True]


def test_an_edited_list_of_what_was_seen_takes_nobodys_place(run: Run) -> None:
    found = run(
        """
        const world = new World();
        const { keeper } = world.open();
        keeper.set("note/a", "Old");
        const [{ writer }] = keeper.versions("note/a");
        const file = JSON.parse(pack(world.open().keeper));
        keeper.set("note/a", "New");
        // As if it had replaced all that is to come.
        file.records["note/a"] = [["wother", 50, "x", { f: 1, v: "Other", t: 1,
          s: { [writer]: 99 } }]];
        const { records, edited } = unpack(JSON.stringify(file));
        bring(keeper, records, "merge");
        return [edited, keeper.versions("note/a").map(({ value }) => value).sort()];
        """
    )
    assert found == [True, ["New", "Other"]]


@pytest.mark.parametrize(
    "change",
    [
        "delete file.records['note/a']",
        "file.records['note/z'] = file.records['note/a']; delete file.records['note/a']",
        "const { records } = file;"
        "[records['note/a'], records['note/b']] = [records['note/b'], records['note/a']]",
        "file.records['note/a'][0][3].t += 1",
        "file.records['note/a'][0][1] += 1",
        "file.records['note/a'][0][3].s = { wx: 1 }",
        "file.records['note/a'][0][3].later = 1",
        "file.records['note/a'] = []",
        "file.sum = '0'",
        "delete file.sum",
    ],
)
def test_every_edit_is_noticed(run: Run, change: str) -> None:
    found = run(
        f"""
        const {{ keeper }} = new World().open();
        keeper.set("note/a", "One");
        keeper.set("note/b", "Two");
        const file = JSON.parse(pack(keeper));
        const before = unpack(JSON.stringify(file)).edited;
        {change};
        return [before, unpack(JSON.stringify(file)).edited];
        """
    )
    assert found == [False, True]


def test_a_thousand_damaged_files_are_refused_or_known_as_edited_and_change_nothing_by_halves(
    run: Run,
) -> None:
    found = run(
        RANDOM
        + """
        const faults = [];
        const counts = { refused: 0, edited: 0, whole: 0 };
        for (let seed = 0; seed < 1000; seed += 1) {
          const chance = random(seed + 77);
          const keeper = some(seed % 50);
          keeper.set("note/kept", "Here");
          const file = pack(keeper);
          const at = Math.floor(chance() * file.length);
          const other = Math.floor(chance() * file.length);
          const bit = 1 << Math.floor(chance() * 7);
          const flipped = String.fromCharCode(file.charCodeAt(at) ^ bit);
          const damaged = [
            () => file.slice(0, at),
            () => file.slice(at),
            () => file.slice(0, at) + flipped + file.slice(at + 1),
            () => file.slice(0, at) + file.slice(at + 1 + Math.floor(chance() * 30)),
            () => file.slice(0, at) + file.slice(other, other + 20) + file.slice(at),
            () => file.replaceAll(/"v":/g, '"t":'),
            () => file.replaceAll(/"[ftvs]":/g, () => ['"f":', '"t":', '"v":',
              '"s":'][Math.floor(chance() * 4)]),
          ][seed % 7]();
          const before = pack(keeper);
          const texts = [...keeper.records()].flatMap(([id,
            all]) => all.map(({ value }) => `${id} ${value}`));
          const { records, edited, refusal } = unpack(damaged);
          if (pack(keeper) !== before) faults.push([seed, "changed by being read"]);
          if (refusal) { counts.refused += 1; continue; }
          counts[edited ? "edited" : "whole"] += 1;
          if (!edited && damaged !== file) {
            const same = JSON.stringify(JSON.parse(damaged)) === file;
            if (!same) faults.push([seed, "not noticed", damaged.slice(at - 40, at + 40)]);
          }
          // Brought all the same, it takes nothing away.
          const { undo } = bring(keeper, records, "merge");
          const now = new Set([...keeper.records()].flatMap(([id,
            all]) => all.map(({ value }) => `${id} ${value}`)));
          const lost = texts.filter((text) => !now.has(text));
          if (lost.length > 0) faults.push([seed, "lost", lost, damaged.slice(at - 40, at + 40)]);
          undo();
          if (pack(keeper) !== before) faults.push([seed, "not undone", before, pack(keeper),
            damaged]);
        }
        return [faults.slice(0, 3), counts.refused > 400, counts.edited > 50, counts];
        """
    )
    assert found[:3] == [[], True, True], found


def test_a_file_of_a_later_format_is_refused_here_and_read_there(run: Run) -> None:
    found = run(
        """
        const later = new World(given).open(pretend(1)).keeper;
        later.set("note/a", "Later");
        const file = pack(later, pretend(1));
        return [unpack(file).refusal, unpack(file, pretend(1)).records.get("note/a")[0].value,
          unpack(file, pretend(2)).records.get("note/a")[0].format];
        """,
        FIRST,
    )
    assert found[0].startswith(NEWER)
    assert found[1:] == ["Later", 3]


def test_a_file_with_anything_of_a_later_format_in_it_says_so(run: Run) -> None:
    found = run(
        """
        const world = new World();
        world.open(pretend(1)).keeper.set("note/a", "Later");
        const file = pack(world.open().keeper);
        return [JSON.parse(file).format, unpack(file).refusal.length > 0, unpack(file,
          pretend(1)).edited];
        """
    )
    assert found == [2, True, False]


def test_the_checksum_is_crc_32(run: Run) -> None:
    # Of UTF-16 code units, low byte first; "123456789" in Latin-1 is the standard's own check.
    assert run("return ['', 'a', '\\u3231\\u3433\\u3635\\u3837'].map(checksum)") == [
        "0",
        _base36(_crc("a")),
        _base36(_crc("\u3231\u3433\u3635\u3837")),
    ]


def _crc(text: str) -> int:
    import zlib

    return zlib.crc32(text.encode("utf-16-le"))


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number >= 36 else "") + digits[number % 36]

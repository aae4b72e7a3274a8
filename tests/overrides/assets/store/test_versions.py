"""versions.js: which version takes the place of which, and what of it a reader is shown."""

from __future__ import annotations

from tests.overrides.assets.store.conftest import Run

# A version by its writer and revision: v("a", 1, "text", {b: 2}).
V = """
const v = (writer, rev, value = `${writer}${rev}`, seen = {}) =>
  ({ writer, rev, value, seen, time: 0, format: 1, rest: {} });
const names = (all) => all.map(({ writer, rev }) => `${writer}${rev}`);
"""


def test_a_version_replaces_those_it_has_seen_and_no_other(run: Run) -> None:
    assert run(
        V
        + """
        const newer = v("a", 5, "x", { b: 3 });
        return [v("b", 3), v("b", 2), v("b", 4), v("c", 1), v("a", 4), v("a", 6), newer]
          .map((older) => replaces(newer, older));
        """
    ) == [True, True, False, False, True, False, False]


def test_a_writer_called_like_a_method_of_objects_is_replaced_only_when_seen(run: Run) -> None:
    assert run(V + 'return replaces(v("a", 9), v("constructor", 1))') is False


def test_the_same_versions_live_in_the_same_order_in_every_tab(run: Run) -> None:
    found = run(
        V
        + """
        const all = [v("a", 1), v("b", 2, "x", { a: 1 }), v("c", 2), v("d", 3, ""), v("e", 1,
          false)];
        return [names(living(all)), names(living([...all].reverse()))];
        """
    )
    assert found == [["e1", "d3", "b2", "c2"]] * 2


def test_a_deletion_never_counts_before_a_text_that_it_has_not_seen(run: Run) -> None:
    assert run(V + 'return living([v("a", 9, ""), v("b", 1, "kept")]).at(-1).value') == "kept"


def test_equal_texts_are_shown_once_and_what_is_gone_is_not(run: Run) -> None:
    found = run(
        V
        + """
        const all = living([v("a", 1, "same"), v("b", 2, "other"), v("c", 3, "same"), v("d", 1,
          "")]);
        return [names(shown(all)), names(shown([v("a", 1, "")])), shown([])];
        """
    )
    assert found == [["b2", "c3"], [], []]


NEXT = (
    V
    + """
const fresh = (rev, value = "new") => ({ writer: "z", rev, time: 7, value, format: 1 });
"""
)


def test_the_next_version_replaces_what_was_seen_and_all_that_this_had_replaced(run: Run) -> None:
    found = run(
        NEXT
        + """
        const known = [v("a", 4, "seen", { b: 3 }), v("c", 2, "not seen")];
        const made = next(known, [known[0]], fresh(5));
        return [made.seen, known.map((one) => replaces(made, one)), made.rev, made.value,
          made.time];
        """
    )
    assert found == [{"b": 3, "a": 4}, [True, False], 5, "new", 7]


def test_the_next_version_replaces_equals_and_what_is_gone_though_it_has_not_seen_them(
    run: Run,
) -> None:
    found = run(
        NEXT
        + """
        const known = [v("a", 1, ""), v("b", 2, "seen"), v("c", 2, "seen"), v("d", 2, "new")];
        const made = next(known, [known[1]], fresh(3));
        return known.map((one) => replaces(made, one));
        """
    )
    assert found == [True] * 4


def test_fields_of_a_later_edition_stay_with_the_text(run: Run) -> None:
    found = run(
        NEXT
        + """
        const old = { ...v("a", 1), rest: { colour: "green", deep: [1, { x: 2 }] } };
        return next([old], [old], fresh(2)).rest;
        """
    )
    assert found == {"colour": "green", "deep": [1, {"x": 2}]}


def test_a_record_written_in_very_many_visits_forgets_the_oldest_and_stays_small(run: Run) -> None:
    found = run(
        NEXT
        + """
        let last = v("w0", 1);
        const all = [last];
        for (let visit = 1; visit <= 80; visit += 1) {
          last = next([last], [last], { ...fresh(visit + 1), writer: `w${visit}` });
          all.push(last);
        }
        return [Object.keys(last.seen).length, all.map((one) => replaces(last, one))];
        """
    )
    assert found == [60, [False] * 20 + [True] * 60 + [False]]


def test_two_texts_with_long_pasts_are_both_replaced_once_they_were_seen(run: Run) -> None:
    found = run(
        NEXT
        + """
        const past = (start) => Object.fromEntries(
          Array.from({ length: 60 }, (_, place) => [`${start}${place}`, place + 1]));
        const known = [v("a", 70, "one", past("m")), v("b", 70, "two", past("n"))];
        const made = next(known, known, fresh(71));
        return known.map((one) => replaces(made, one));
        """
    )
    assert found == [True, True]

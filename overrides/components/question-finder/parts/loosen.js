// What to loosen where nothing was found: pure, like the view it belongs to.

/**
 * @typedef {import("./bank.js").Bank} Bank
 * @typedef {import("./view.js").State} State
 * @typedef {object} Loosened
 * @property {Record<string, string>} change what to change in the state
 * @property {string} [facet] the facet that is left open
 * @property {string[]} [words] the words that are left out
 * @property {number} count what that would bring
 */

/**
 * The single things that stand in the way, each with what comes without it; failing that, the words
 * that no question has beside the others, all words, all choices, everything.
 * @param {Bank} bank
 * @param {State} state
 * @param {import("./words.js").Wanted[]} wanted
 * @param {Map<number, number>[]} words
 * @param {import("./view.js").View["counts"]} counts
 * @returns {Loosened[]}
 */
export function loosened(bank, state, wanted, words, counts) {
  const open = Object.fromEntries([...bank.facets.keys()].map((name) => [name, ""]));
  const chosen = Object.keys(open).filter((name) => state[name]);
  const has = (/** @type {number} */ place) =>
    chosen.every((name) => {
      const facet = bank.facets.get(name);
      return facet?.of[place]?.includes(facet.ids.indexOf(state[name] ?? ""));
    });
  const places = bank.ids.map((_, place) => place);
  const within = places.filter(has);
  /** @param {boolean[]} kept @param {number[]} among */
  const without = (kept, among) => ({
    change: {
      q: wanted
        .filter((_, at) => kept[at])
        .map(({ said }) => said)
        .join(" "),
    },
    words: wanted.filter((_, at) => !kept[at]).map(({ said }) => said),
    count: among.filter((at) => words.every((scores, word) => !kept[word] || scores.has(at)))
      .length,
  });
  /** @type {Loosened[]} */
  const ways = chosen.map((facet) => {
    return { change: { [facet]: "" }, facet, count: counts.get(facet)?.get("") ?? 0 };
  });
  ways.push(
    ...wanted.map((_, left) =>
      without(
        wanted.map((__, at) => at !== left),
        within,
      ),
    ),
  );
  const single = ways.filter(({ count }) => count > 0);
  if (single.length > 0) return single;
  const most = (/** @type {number[]} */ among) => {
    const had = among.map((at) => words.map((scores) => scores.has(at)));
    const number = (/** @type {boolean[]} */ row) => row.filter(Boolean).length;
    return had.sort((a, b) => number(b) - number(a))[0] ?? [];
  };
  const every = words.map(() => true);
  const none = words.map(() => false);
  const more = [
    without(most(within), within),
    { ...without(every, places), change: open },
    { ...without(none, places), change: { ...open, q: "" } },
  ];
  return more.filter(({ count }) => count > 0);
}

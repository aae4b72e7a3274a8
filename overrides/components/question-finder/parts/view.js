// What a view of the bank holds: the questions that have all words and all choices, what each other
// choice would leave, and what to loosen when nothing is left. Pure: nothing of the page stands here.

import { loosened } from "./loosen.js";
import { wantedOf } from "./words.js";

/**
 * @typedef {import("./bank.js").Bank} Bank
 * @typedef {Record<string, string>} State what is asked: `q`, `sort`, and each facet's choice; "" for none
 * @typedef {object} View
 * @property {number[]} found the questions' places, sorted
 * @property {Map<string, Map<string, number>>} counts by facet and choice; "" for all
 * @property {Set<string>} terms stems to mark
 * @property {import("./loosen.js").Loosened[]} loosen what brings something, if nothing was found
 */

// What is meant and not typed comes after what is typed.
const MEANT = 0.3;

/**
 * The questions that have a wanted thing, with scores: all words of a way, of any way.
 * @param {Bank} bank
 * @param {import("./words.js").Wanted} wanted
 * @param {Set<string>} terms that take up what was found
 */
function scored(bank, wanted, terms) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const way of wanted.ways) {
    // A phrase, and what the reader did not type, stands there as it is or not at all.
    const exact = way.length > 1 || way !== wanted.ways[0];
    const [first, ...others] = way.map((stem) => bank.hits(stem, exact));
    if (!first || [first, ...others].some((hits) => hits.scores.size === 0)) continue;
    for (const [at, score] of first.scores) {
      if (!others.every((hits) => hits.scores.has(at))) continue;
      const sum = others.reduce((total, hits) => total + (hits.scores.get(at) ?? 0), score);
      const worth = way === wanted.ways[0] ? sum : sum * MEANT;
      scores.set(at, Math.max(scores.get(at) ?? 0, worth));
    }
    for (const hits of [first, ...others]) for (const term of hits.terms) terms.add(term);
  }
  return scores;
}

/**
 * @param {Bank} bank
 * @param {State} state
 * @returns {View}
 */
export function viewOf(bank, state) {
  /** @type {Set<string>} */
  const terms = new Set();
  const wanted = wantedOf(state.q ?? "");
  const words = wanted.map((each) => scored(bank, each, terms));
  const chosen = [...bank.facets].map(([name, { ids, of }]) => {
    const counts = new Array(ids.length + 1).fill(0);
    return { name, ids, of, at: ids.indexOf(state[name] ?? ""), counts };
  });
  const asked = chosen.filter(({ at }) => at >= 0);
  /** @type {number[]} */
  const found = [];
  // A question that misses one choice alone counts for the others of that facet.
  for (let place = 0; place < bank.ids.length; place++) {
    if (!words.every((scores) => scores.has(place))) continue;
    const missed = asked.filter(({ at, of }) => !of[place]?.includes(at));
    if (missed.length > 1) continue;
    if (missed.length === 0) found.push(place);
    for (const { of, counts } of missed.length ? missed : chosen) {
      counts[counts.length - 1]++;
      for (const each of of[place] ?? []) counts[each]++;
    }
  }
  const sort = state.sort || (wanted.length > 0 ? "relevance" : "guide");
  const score = (/** @type {number} */ at) =>
    words.reduce((sum, scores) => sum + (scores.get(at) ?? 0), 0);
  if (sort !== "guide" && wanted.length > 0) {
    const scores = new Map(found.map((at) => [at, score(at)]));
    found.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
  }
  if (sort === "practised") {
    const done = (/** @type {number} */ at) =>
      Number(bank.facets.get("practised")?.of[at]?.includes(0));
    found.sort((a, b) => done(a) - done(b));
  }
  const counts = new Map(
    chosen.map(({ name, ids, counts }) => [
      name,
      new Map([
        ["", counts.at(-1)],
        ...ids.map((id, at) => /** @type {const} */ ([id, counts[at]])),
      ]),
    ]),
  );
  const view = { found, counts, terms, loosen: [] };
  return found.length > 0
    ? view
    : { ...view, loosen: loosened(bank, state, wanted, words, counts) };
}

// The bank as the finder holds it: the build's columns, taken apart, and an index of their words that
// is made when the first word is asked for.

import { stem, wordsOf } from "./words.js";

/**
 * @typedef {object} Bank
 * @property {string[]} ids in the order of the guide
 * @property {string[]} texts
 * @property {Map<string, { ids: string[], names: string[], of: number[][] }>} facets by name: what can
 *   be chosen, and the places of each question's own choices
 * @property {(stem: string, exact: boolean) => Hits} hits the questions that have a word; unless it is to
 *   be exact, also those that have the beginning of one, a name with it, or nearly the same word
 */

/**
 * @typedef {object} Hits the questions that have a word, and the words that were found for it
 * @property {Map<number, number>} scores by a question's place
 * @property {Set<string>} terms stems
 */

const LIBRARY = new URL("../../../assets/vendor/minisearch-7.2.0/minisearch.js", import.meta.url);
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

// A word in the name of a section, round, signal, value or role finds their questions, after those
// that have it in their own text.
const IN_A_NAME = 0.2;
// How many letters of a word may be wrong where nothing begins with it, by its length.
const MAY_BE_WRONG = [0, 0, 0, 0, 1, 1, 2];

// A module that failed to come is asked for under another address: some browsers remember the failure.
const _tries = 0;

// Some browsers remember that a module did not come: it is asked for under another address then.
let tries = 0;

/**
 * Fetch the bank. Throws if that fails.
 * @param {string} address
 * @returns {Promise<Bank>}
 */
export async function fetchBank(address) {
  const [{ default: MiniSearch }, answer] = await Promise.all([
    import(tries++ ? `${LIBRARY}?${tries}` : LIBRARY.href),
    fetch(address),
  ]);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const columns = await answer.json();
  /** @type {Bank["facets"]} */
  const facets = new Map();
  for (const [name, choices] of Object.entries(columns.names)) {
    const [ids, names] = [0, 1].map((part) => choices.map((/** @type {string[]} */ c) => c[part]));
    const of =
      name === "section"
        ? columns.sections.flatMap((/** @type {number} */ count, /** @type {number} */ at) =>
            Array(count).fill([at]),
          )
        : columns[name]
            .split(" ")
            .map((/** @type {string} */ row) => [...row].map((letter) => LETTERS.indexOf(letter)));
    facets.set(name, { ids, names, of });
  }
  const { ids, texts } = columns;
  return { ids, texts, facets, hits: indexed(MiniSearch, ids, texts, facets) };
}

/**
 * @param {any} MiniSearch
 * @param {string[]} ids
 * @param {string[]} texts
 * @param {Bank["facets"]} facets
 * @returns {Bank["hits"]}
 */
function indexed(MiniSearch, ids, texts, facets) {
  /** @type {any} */
  let index = null;
  /** @type {Map<string, Hits>} */
  const known = new Map();
  const names = new Map(
    [...facets].map(([facet, { names }]) => [facet, names.map((name) => wordsOf(name).map(stem))]),
  );

  const make = () => {
    index = new MiniSearch({
      idField: "at",
      fields: ["text", "id"],
      tokenize: wordsOf,
      processTerm: (/** @type {string} */ word) => stem(word) || null,
      searchOptions: {
        boost: { text: 2 },
        // What is asked for is a stem already.
        tokenize: (/** @type {string} */ asked) => [asked],
        processTerm: (/** @type {string} */ asked) => asked,
      },
    });
    index.addAll(ids.map((id, at) => ({ at, id, text: texts[at] })));
  };

  return (asked, exact) => {
    const key = `${exact} ${asked}`;
    const before = known.get(key);
    if (before) return before;
    if (!index) make();
    /** @type {Hits} */
    const hits = { scores: new Map(), terms: new Set() };
    if (known.size > 99) known.clear();
    known.set(key, hits);
    const search = (/** @type {object} */ options) => {
      for (const { id, score, terms } of index.search(asked, options)) {
        hits.scores.set(id, score);
        for (const term of terms) hits.terms.add(term);
      }
    };
    search({ prefix: !exact });
    if (exact) return hits;
    for (const [facet, { of }] of facets) {
      /** @type {Set<number>} */
      const named = new Set();
      names.get(facet)?.forEach((stems, place) => {
        const found = stems.filter((each) => each.startsWith(asked));
        if (found.length > 0) named.add(place);
        for (const each of found) hits.terms.add(each);
      });
      if (named.size === 0) continue;
      of.forEach((places, at) => {
        if (!places.some((place) => named.has(place))) return;
        hits.scores.set(at, (hits.scores.get(at) ?? 0) + IN_A_NAME);
      });
    }
    const most = MAY_BE_WRONG[Math.min(asked.length, MAY_BE_WRONG.length - 1)] ?? 0;
    for (let wrong = 1; hits.scores.size === 0 && wrong <= most; wrong++) search({ fuzzy: wrong });
    return hits;
  };
}

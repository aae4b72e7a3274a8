// Words as the finder compares them: British or American, single or plural, verb or noun, they come
// down to one stem. It need not be a word: it only has to be the same on both sides.

// What nearly every question has is neither kept nor looked for.
const COMMON = new Set(
  `a about an and any are as at be been but by can could did do does for from had has have how i if in
  is it its me my of on one or so tell that the their them there they this time to was were what when
  where which who whom with would you your describe`.split(/\s+/),
);

// What the field says in several ways. A reader who writes one means the others too.
const ALIKE = [
  ["pm", "product manager"],
  ["em", "engineering manager"],
  ["tpm", "programme manager"],
  ["xfn", "cross functional"],
  ["ml", "model", "ai"],
  ["conflict", "disagree"],
  ["decide", "decision"],
  ["fail", "failure", "mistake", "wrong"],
  ["fire", "dismiss", "let go", "layoff"],
  ["hire", "recruit", "candidate"],
  ["incident", "outage"],
  ["late", "delay", "deadline"],
  ["launch", "ship"],
  ["leave", "left", "attrition", "retention"],
  ["pip", "underperform", "low performer"],
  ["remote", "different places"],
  ["reorg", "reorganisation"],
  ["tech debt", "technical debt"],
];

const SPELLINGS = /** @type {[RegExp, string][]} */ ([
  [/z/g, "s"],
  [/([^aeiou\d])\1/g, "$1"],
  [/([a-z]{2})our/g, "$1or"],
  [/(?<=t)re$/, "er"],
  [/ogue$/, "og"],
  [/dgement/, "dgment"],
  [/(?<=n)se$/, "ce"],
]);
const ENDINGS =
  "(?:it)?is(?:ations?|es?|ed|ers?|ing)|at(?:es?|ed|ing|ions?|ors?)|[ea]nc(?:es?|ed|ing|y|ies)|[ai]b(?:les?|ly|ility|ilities)|it(?:y|ies)|icaly?|ics?|ful|nes|ments?|ships?|ions?|ings?|ers?|ors?|ous|ed|aly?|ly|ies|y|es?|s";
const FIRST = new RegExp(`(?<=[a-z]{3})(?:${ENDINGS})$`);
const NEXT = new RegExp(`(?<=[a-z]{4})(?:${ENDINGS})$`);

/** @type {Map<string, string>} */
const stems = new Map();

/**
 * The stem of a word; an empty text for one that nearly every question has.
 * @param {string} word
 */
export function stem(word) {
  const known = stems.get(word);
  if (known !== undefined) return known;
  let left = word.toLowerCase();
  if (COMMON.has(left)) left = "";
  left = left.normalize("NFD").replace(/\p{M}/gu, "");
  left = left.replace(/['’].*$/u, "");
  for (const [other, ours] of SPELLINGS) left = left.replace(other, ours);
  left = left.replace(FIRST, "");
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replace(NEXT, "");
  }
  // A pasted book should not stay in memory.
  if (stems.size < 50_000) stems.set(word, left);
  return left;
}

/**
 * The words of a text as they stand.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu) ?? [];
}

/** @param {string} text */
const stemsOf = (text) => wordsOf(text).map(stem).filter(Boolean);

/** @type {string[][][]} each group as stems */
const groups = ALIKE.map((ways) => ways.map(stemsOf));

/**
 * @typedef {object} Wanted something that a question must have
 * @property {string} said in the reader's words
 * @property {string[][]} ways stems that stand for it: all of a row, of any row
 */

/**
 * What a reader asks for, word by word; a phrase of the field counts as one.
 * @param {string} asked
 * @returns {Wanted[]}
 */
export function wantedOf(asked) {
  const words = wordsOf(asked)
    .map((said) => ({ said, stem: stem(said) }))
    .filter((word) => word.stem);
  /** @type {Map<string, Wanted>} */
  const wanted = new Map();
  for (let at = 0; at < words.length; ) {
    let length = 1;
    let ways = [[words[at]?.stem ?? ""]];
    for (const group of groups) {
      for (const way of group) {
        const here = words.slice(at, at + way.length).map((word) => word.stem);
        if (here.join(" ") !== way.join(" ") || way.length < length) continue;
        length = way.length;
        ways = [way, ...group.filter((other) => other !== way)];
      }
    }
    const said = words.slice(at, at + length).map((word) => word.said);
    const first = String(ways[0]);
    if (!wanted.has(first)) wanted.set(first, { said: said.join(" "), ways });
    at += length;
  }
  return [...wanted.values()];
}

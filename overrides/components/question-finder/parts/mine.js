// What the reader did with a question, from the store: as facets, as counts, and in words.

import { store } from "../../../assets/store/store.js";

const KINDS = /** @type {const} */ (["star", "note", "practised"]);

/** @param {string} day as 2026-11-22 */
function inWords(day) {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.valueOf())) return "practised";
  const form = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric" });
  return `practised ${date.toLocaleDateString("en-GB", form)}`;
}

/** @param {string} id of a question */
export function mineInWords(id) {
  const day = store.text(`practised/${id}`);
  return [
    store.flag(`star/${id}`) ? "starred" : "",
    day ? inWords(day) : "",
    store.text(`note/${id}`) ? "has your note" : "",
  ].filter(Boolean);
}

/**
 * The facets that come from the store, in the form of the bank's.
 * @param {string[]} ids of all questions, in their order
 * @returns {import("./bank.js").Bank["facets"]}
 */
export function mineFacets(ids) {
  const one = [0];
  /** @type {number[]} */
  const none = [];
  const practised = ids.map((id) => (store.text(`practised/${id}`) ? one : [1]));
  const starred = ids.map((id) => (store.flag(`star/${id}`) ? one : none));
  const note = ids.map((id) => (store.text(`note/${id}`) ? one : none));
  return new Map([
    ["practised", { ids: ["yes", "no"], names: [], of: practised }],
    ["starred", { ids: ["yes"], names: [], of: starred }],
    ["note", { ids: ["yes"], names: [], of: note }],
  ]);
}

/**
 * How many questions of the page there are for each choice of these facets, before the bank is here.
 * @returns {import("./view.js").View["counts"]}
 */
export function mineCounts() {
  const here = mineIds().filter((id) => document.getElementById(`find-${id}`));
  const number = (/** @type {(id: string) => boolean} */ has) => here.filter(has).length;
  const practised = number((id) => store.text(`practised/${id}`) !== "");
  const all = document.querySelectorAll("li[id^=find-]").length;
  return new Map([
    [
      "practised",
      new Map([
        ["yes", practised],
        ["no", all - practised],
      ]),
    ],
    ["starred", new Map([["yes", number((id) => store.flag(`star/${id}`))]])],
    ["note", new Map([["yes", number((id) => store.text(`note/${id}`) !== "")]])],
  ]);
}

/** The ids of all questions that something is kept of. */
export function mineIds() {
  return [...new Set(KINDS.flatMap((kind) => store.ids(kind)))];
}

/**
 * Hear of changes to what is kept of questions, made here or in another tab.
 * @param {(ids: string[]) => void} hear is told the questions
 * @param {AbortSignal} signal
 */
export function hearMine(hear, signal) {
  const told = (/** @type {Event} */ event) => {
    const records = /** @type {CustomEvent<string[]>} */ (event).detail;
    const ours = records.filter((id) => KINDS.some((kind) => id.startsWith(`${kind}/`)));
    if (ours.length > 0) hear(ours.map((id) => id.slice(id.indexOf("/") + 1)));
  };
  store.addEventListener("change", told, { signal });
}

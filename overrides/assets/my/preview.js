// What a backup would change, in words and lists, with the texts side by side where they differ.

import { make } from "../make.js";
import { store } from "../store/store.js";
import { held, name } from "./names.js";

/** @typedef {import("../store/versions.js").Records} Records */

/** A list with more than this is shown closed. */
const OPEN_UP_TO = 5;

/**
 * @param {Records} records of the backup
 * @param {ReturnType<typeof import("../store/backup.js").compare>} found
 */
export function preview(records, { added, changed, both, older, only }) {
  const there = (/** @type {string} */ id) => [side("", records.get(id), id)];
  const here = (/** @type {string} */ id) => [side("", store.versions(id), id)];
  const beside = (/** @type {string} */ id) => [
    side("Here", store.versions(id), id),
    side("In the backup", records.get(id), id),
  ];
  const merges = added.length + changed.length + both.length > 0;
  const replaces = merges || older.length + only.length > 0;
  const first = merges
    ? "Merge adds what is new and takes over what is newer. A note that was changed in both places is kept twice, and its card asks which text stays. Nothing goes."
    : "Everything in this backup is here already.";
  const second =
    "Replace makes everything here as it is in the backup: what is only here goes, and what is newer here goes back.";
  const lists = [
    list("New from the backup", added, there),
    list("Newer in the backup", changed, beside),
    list("Changed here and in the backup", both, beside),
    list("Newer here", older, beside),
    list("Only here", only, here),
  ];
  return { merges, replaces, words: [first, ...(replaces ? [second] : []), ...lists.flat()] };
}

/**
 * @param {string} title
 * @param {string[]} ids
 * @param {(id: string) => HTMLElement[]} sides what is shown of each
 */
function list(title, ids, sides) {
  if (ids.length === 0) return [];
  const texts = (/** @type {string} */ id) =>
    make("div", { className: "loop-my-things__sides" }, ...sides(id));
  const rows = ids.map((id) => make("li", {}, make("bdi", {}, name(id)), texts(id)));
  const look = { className: "loop-my-things__list", open: ids.length <= OPEN_UP_TO };
  const summary = make("summary", {}, `${title}: ${ids.length}`);
  return [make("details", look, summary, make("ul", {}, ...rows))];
}

/**
 * @param {string} where
 * @param {Records extends Map<string, infer Versions> ? Versions | undefined : never} versions
 * @param {string} id
 */
function side(where, versions, id) {
  const text = versions?.map((version) => held(id, version.value)).join("\n\n") || "(nothing)";
  const className = "loop-my-things__text";
  return make("div", {}, where, make("div", { className }, text));
}

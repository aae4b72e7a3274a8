// What a backup would change, in words and lists, with the texts side by side where they differ.

import { make } from "../make.js";
import { store } from "../store/store.js";
import { held, name } from "./names.js";

/** A list longer than this is shown closed. */
const OPEN_UP_TO = 6;

/**
 * @param {import("../store/versions.js").Records} records of the backup
 * @param {ReturnType<typeof import("../store/backup.js").compare>} found
 */
export function preview(records, found) {
  const there = (/** @type {string} */ id) => [side("", records.get(id), id)];
  const here = (/** @type {string} */ id) => [side("", store.versions(id), id)];
  const beside = (/** @type {string} */ id) => [
    side("Here", store.versions(id), id),
    side("In the backup", records.get(id), id),
  ];
  const lists = [
    list("New from the backup", found.added, there),
    list("Newer in the backup", found.changed, beside),
    list("Changed here and in the backup", found.both, beside),
    list("Newer here", found.older, beside),
    list("Only here", found.only, here),
  ];
  const merges = found.added.length + found.changed.length + found.both.length > 0;
  const replaces = merges || found.older.length + found.only.length > 0;
  const first = merges
    ? "Merge adds what is new and takes over what is newer. A note that was changed in both places is kept twice, and its card asks which text stays. Nothing goes."
    : "Everything in this backup is here already.";
  const second =
    "Replace makes everything here as it is in the backup: what is only here goes, and what is newer here goes back.";
  return { merges, replaces, words: [first, ...(replaces ? [second] : []), ...lists.flat()] };
}

/**
 * @param {string} title
 * @param {string[]} ids
 * @param {(id: string) => HTMLElement[]} sides what is shown of each
 */
function list(title, ids, sides) {
  if (ids.length === 0) return [];
  const rows = ids.map((id) =>
    make(
      "li",
      {},
      make("bdi", {}, name(id)),
      make("div", { className: "loop-my-things__sides" }, ...sides(id)),
    ),
  );
  const open = ids.length < OPEN_UP_TO;
  const summary = make("summary", {}, `${title}: ${ids.length}`);
  const className = "loop-my-things__list";
  return [make("details", { className, open }, summary, make("ul", {}, ...rows))];
}

/**
 * @param {string} where
 * @param {import("../store/versions.js").Version[] | undefined} versions
 * @param {string} id
 */
function side(where, versions, id) {
  const text = versions?.map((version) => held(id, version.value)).join("\n\n") || "(nothing)";
  const words = make("div", { className: "loop-my-things__text" }, text);
  return make("div", {}, ...(where ? [make("span", {}, where)] : []), words);
}

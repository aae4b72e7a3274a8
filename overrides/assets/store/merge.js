// What a file would change here, and the change: neither side loses what the other has not seen.

import { checksum } from "./checksum.js";
import { living, same, shown } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Keeper } from "./keeper.js" */
/** @import { Records, Version } from "./versions.js" */

/** @param {string} id of a record about this browser alone, which stays out of files */
export function isLocal(id) {
  return id.startsWith("backup/");
}

/**
 * What somebody edited, or what only looks like another: it takes nobody's place, and has the same name
 * whenever it comes again.
 * @type {(id: string, version: Version) => Version}
 */
export function foreign(id, version) {
  const writer = `x${checksum(JSON.stringify([id, version.value, version.rest]))}`;
  return { ...version, writer, seen: {} };
}

/**
 * The ids of what merging adds, changes, or keeps in `both` forms; and of what it leaves as it is: the
 * `same`, `older` in the file, or `only` here.
 * @param {Keeper} store
 * @param {Records} records
 */
export function compare(store, records) {
  store.refresh();
  /** @type {Record<"added" | "changed" | "both" | "same" | "older" | "only", string[]>} */
  const found = { added: [], changed: [], both: [], same: [], older: [], only: [] };
  for (const [id, { here, file, merged }] of sides(store, records)) {
    const [before, given, after] = [here, file, merged].map(values);
    if (before === NOTHING && given === NOTHING) continue;
    if (after === before) {
      found[given === before ? "same" : given === NOTHING ? "only" : "older"].push(id);
    } else if (before === NOTHING) found.added.push(id);
    else found[shown(merged).length > 1 ? "both" : "changed"].push(id);
  }
  return found;
}

/**
 * Merge a file's records with those here, or let them replace those: all, or none where there is no room
 * for all. `undo` brings back what was before, but for what was changed since.
 * @param {Keeper} store
 * @param {Records} records
 * @param {"merge" | "replace"} how
 * @returns {{ undo: () => Trouble | null } | { trouble: Trouble }}
 */
export function bring(store, records, how) {
  store.refresh();
  const before = /** @type {Records} */ (new Map());
  const after = /** @type {Records} */ (new Map());
  for (const [id, { here, file, merged }] of sides(store, records)) {
    const target = how === "merge" ? merged : file;
    // What the page shows already may still be unsaved.
    if (equal(target, here) && !(store.unsaved && records.has(id))) continue;
    before.set(id, here);
    after.set(id, target);
  }
  const trouble = store.exchange(after);
  if (trouble) return { trouble };
  return {
    undo() {
      store.refresh();
      const now = store.records();
      const left = [...before].filter(([id]) => equal(now.get(id) ?? [], after.get(id) ?? []));
      return store.exchange(new Map(left));
    },
  };
}

/** @typedef {[string, Record<"here" | "file" | "merged", Version[]>]} Sides of a record */

/** @type {(store: Keeper, records: Records) => Sides[]} */
function sides(store, records) {
  const all = store.records();
  const ids = [...new Set([...all.keys(), ...records.keys()])].filter((id) => !isLocal(id));
  return ids.sort().map((id) => {
    const here = all.get(id) ?? [];
    const file = (records.get(id) ?? []).map((version) => {
      const twin = here.find((one) => same(one, version));
      return twin && twin.value !== version.value ? foreign(id, version) : version;
    });
    const news = file.filter((version) => !here.some((one) => same(one, version)));
    return [id, { here, file, merged: living([...here, ...news]) }];
  });
}

/** @type {(some: Version[], others: Version[]) => boolean} */
function equal(some, others) {
  return some.length === others.length && some.every((one) => others.some((two) => same(one, two)));
}

const NOTHING = "[]";

/** @param {Version[]} versions @returns {string} what the reader sees of them */
function values(versions) {
  return JSON.stringify(shown(versions).map(({ value }) => value));
}

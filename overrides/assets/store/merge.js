// What a file would change here, and the change: neither side loses what the other has not seen.

import { checksum } from "./checksum.js";
import { living, same, shown } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Keeper } from "./keeper.js" */
/** @import { Records, Version } from "./versions.js" */

/**
 * Whether a record is about this browser alone, and stays out of files.
 * @param {string} id
 */
export function isLocal(id) {
  return id.startsWith("backup/");
}

/**
 * A version that somebody edited, or that only looks like another: it takes nobody's place, and has
 * the same name whenever it comes again.
 * @param {string} id
 * @param {Version} version
 * @returns {Version}
 */
export function foreign(id, version) {
  const writer = `x${checksum(JSON.stringify([id, version.value, version.rest]))}`;
  return { ...version, writer, seen: {} };
}

/**
 * The ids of the records that merging adds, changes, or keeps in `both` forms; that are the `same`;
 * that are newer here than in the file (`older`), or `only` here. Merging leaves these as they are.
 * @param {Keeper} store
 * @param {Records} records
 */
export function compare(store, records) {
  store.refresh();
  const found = {
    added: /** @type {string[]} */ ([]),
    changed: /** @type {string[]} */ ([]),
    both: /** @type {string[]} */ ([]),
    same: /** @type {string[]} */ ([]),
    older: /** @type {string[]} */ ([]),
    only: /** @type {string[]} */ ([]),
  };
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
 * Take over a file's records: `merge` them with those here, or let them `replace` all that is here.
 * Everything, or nothing where there is no room for everything. `undo` brings back what was before,
 * but for records that were changed since.
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

/**
 * Each record's versions here, in the file, and of both together.
 * @param {Keeper} store
 * @param {Records} records
 * @returns {[string, Record<"here" | "file" | "merged", Version[]>][]}
 */
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

/**
 * @param {Version[]} some
 * @param {Version[]} others
 */
function equal(some, others) {
  return some.length === others.length && some.every((one) => others.some((two) => same(one, two)));
}

const NOTHING = "[]";

/** @param {Version[]} versions @returns {string} what the reader sees of them */
function values(versions) {
  return JSON.stringify(shown(versions).map(({ value }) => value));
}

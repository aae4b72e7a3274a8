// Changes to what stands in the storage, in the order that loses nothing: first what is new is written
// and read back, then what it replaces is removed.

import { lacking, replaces } from "./versions.js";

/** @typedef {import("./area.js").Trouble} Trouble */
/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {import("./versions.js").Records} Records */
/** @typedef {import("./versions.js").Version} Version */

/**
 * Keep a version, and remove those that it replaces.
 * @param {Shelf} shelf
 * @param {string} id
 * @param {Version} version
 * @returns {Trouble | null} why it is not kept
 */
export function keep(shelf, id, version) {
  const old = shelf.of(id).filter((one) => replaces(version, one));
  let trouble = shelf.write(id, version);
  if (trouble === "full" && !version.value) {
    // Nothing is lost by removing first what the reader has emptied.
    shelf.remove(id, old);
    trouble = shelf.write(id, version);
  }
  if (trouble === null) shelf.remove(id, old);
  return trouble;
}

/**
 * Make records be these versions and no others: all of them, or none.
 * @param {Shelf} shelf
 * @param {Records} target
 * @returns {Trouble | null} why nothing was changed
 */
export function exchange(shelf, target) {
  const writes = pairs(target, (id, versions) => lacking(versions, shelf.of(id)));
  const removals = pairs(target, (id, versions) => lacking(shelf.of(id), versions));
  let trouble = shelf.barred;
  const refused = (/** @type {[string, Version]} */ [id, version]) => {
    trouble ??= shelf.write(id, version);
    return trouble;
  };
  const written = until(writes, refused);
  const removed = trouble ? [] : until(removals, ([id, version]) => !shelf.remove(id, [version]));
  if (!trouble && removed.length === removals.length) return null;
  for (const [id, version] of removed) shelf.write(id, version);
  for (const [id, version] of written) shelf.remove(id, [version]);
  return trouble ?? "refused";
}

/**
 * @param {Records} records
 * @param {(id: string, versions: Version[]) => Version[]} choose
 * @returns {[string, Version][]}
 */
function pairs(records, choose) {
  return [...records].flatMap(([id, versions]) =>
    choose(id, versions).map((version) => /** @type {[string, Version]} */ ([id, version])),
  );
}

/**
 * Those before the first with which something fails.
 * @template Each
 * @param {Each[]} all
 * @param {(each: Each) => unknown} fails
 */
function until(all, fails) {
  const end = all.findIndex(fails);
  return end < 0 ? all : all.slice(0, end);
}

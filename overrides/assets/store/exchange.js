// Changes to what stands in the storage, in the order that loses nothing: first what is new is written
// and read back, then what it replaces is removed.

import { lacking, replaces } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Shelf } from "./shelf.js" */
/** @import { Records, Version } from "./versions.js" */

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
  const [removal, ...removals] = pairs(target, (id, versions) => lacking(shelf.of(id), versions));
  let trouble = shelf.barred;
  const failed = writes.findIndex(([id, version]) => {
    trouble ??= shelf.write(id, version);
    return trouble;
  });
  if (!trouble && removal && !shelf.remove(removal[0], [removal[1]])) trouble = "refused";
  if (trouble) {
    const written = failed < 0 ? writes : writes.slice(0, failed);
    for (const [id, version] of written) shelf.remove(id, [version]);
    return trouble;
  }
  // What cannot be removed from here on stays beside what was written: nothing is lost by it.
  const left = removals.filter(([id, version]) => !shelf.remove(id, [version]));
  return left.every(([id, version]) => shelf.remove(id, [version])) ? null : "refused";
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

// Changes what stands in the storage so that the old or the new stands whole, whatever happens: first
// what is new is written and read back, then what it replaces is removed.

import { lacking, replaces } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Shelf } from "./shelf.js" */
/** @import { Records, Version } from "./versions.js" */

/** @type {(shelf: Shelf, id: string, version: Version) => Trouble | null} why it is not kept */
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
 * Make records be these versions and no others: all of them, or none, and why.
 * @type {(shelf: Shelf, target: Records) => Trouble | null}
 */
export function exchange(shelf, target) {
  const all = [...target];
  const writes = all.flatMap(([id, versions]) => pairs(id, lacking(versions, shelf.of(id))));
  const [removal, ...removals] = all.flatMap(([id, versions]) =>
    pairs(id, lacking(shelf.of(id), versions)),
  );
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

/** @type {(id: string, versions: Version[]) => [string, Version][]} */
function pairs(id, versions) {
  return versions.map((version) => [id, version]);
}

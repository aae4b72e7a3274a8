// How much is kept here, in words.

import { store } from "../store/store.js";

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** The ids of a kind that hold something: what is empty is gone. */
export function filled(/** @type {Parameters<typeof store.ids>[0]} */ kind) {
  const holds = (/** @type {string} */ id) => store.versions(id).some((version) => version.value);
  return store.ids(kind).filter((id) => holds(`${kind}/${id}`));
}

/** Everything that is kept, kind by kind; an empty text if nothing is. */
export function sums() {
  const kinds = /** @type {const} */ ([
    ["star", "star"],
    ["note", "note"],
    ["practised", "practised question"],
    ["tick", "tick"],
    ["own", "item of your own", "items of your own"],
    ["lens", "chosen role"],
    ["plan", "setting of the plan", "settings of the plan"],
  ]);
  const parts = kinds
    .map(([kind, one, many]) => [filled(kind).length, one, many])
    .filter(([count]) => count)
    .map(([count, one, many]) => counted(Number(count), String(one), /** @type {any} */ (many)));
  return new Intl.ListFormat("en-GB").format(parts);
}

// How much is kept here, in words; and how much of it no backup has yet, which is said once a visit.

import { make } from "../make.js";
import { store } from "../store/store.js";

/** So many changes are worth a backup. */
const MUCH = 20;
const TOLD = "leadership-loop:reminded";
const HERE = new URL("../../plan/my-things/#backup", import.meta.url).href;
const KINDS = /** @type {const} */ ([
  ["star", "star"],
  ["note", "note"],
  ["practised", "practised question"],
  ["tick", "tick"],
  ["own", "item of your own", "items of your own"],
  ["lens", "chosen role"],
  ["plan", "setting of the plan", "settings of the plan"],
]);
let told = false;

/** @param {number} count @param {string} one */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** Everything that is kept, kind by kind; an empty text if nothing is. */
export function sums() {
  const parts = KINDS.flatMap(([kind, one, many]) => {
    const count = store.ids(kind).length;
    return count ? [counted(count, one, many)] : [];
  });
  return new Intl.ListFormat("en-GB").format(parts);
}

/** When the last backup was made, in milliseconds since 1970; 0 if none was. */
export function lastBackup() {
  try {
    return Number(JSON.parse(store.text("backup/last")).time) || 0;
  } catch {
    return 0;
  }
}

/** How many records have changed since. */
export function changesSince(time = lastBackup()) {
  const changed = [...store.records()].filter(
    ([id, versions]) => !id.startsWith("backup/") && versions.some((one) => one.time > time),
  );
  return changed.length;
}

/** @param {Element} place beneath which it is said that a backup is due, if it is */
export function remind(place) {
  const count = changesSince();
  if (told || count < MUCH || visitKnows()) return;
  told = true;
  const words = lastBackup()
    ? "things here have changed since your last backup."
    : "things are kept in this browser and nowhere else.";
  const link = make("a", { href: HERE }, "Save a backup");
  const className = "loop-quiet loop-small";
  place.append(make("p", { className }, `${count} ${words} `, link, "."));
}

/** Whether another page of this visit has said it; from now on this one has. */
function visitKnows() {
  try {
    const knew = sessionStorage.getItem(TOLD) !== null;
    sessionStorage.setItem(TOLD, "");
    return knew;
  } catch {
    return false;
  }
}

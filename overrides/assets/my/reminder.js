// A quiet reminder that much has changed since the last backup: one sentence, once a visit.

import { make } from "../make.js";
import { store } from "../store/store.js";

/** So many records are worth a backup. */
export const MUCH = 20;
const TOLD = "leadership-loop:reminded";
const HERE = new URL("../../plan/my-things/#backup", import.meta.url);
let told = false;

/** When the last backup was made, in milliseconds since 1970; 0 if none was. */
export function lastBackup() {
  try {
    return Number(JSON.parse(store.text("backup/last")).time) || 0;
  } catch {
    return 0;
  }
}

/** How many records have changed since the last backup. */
export function changesSince(time = lastBackup()) {
  return [...store.records()].filter(
    ([id, versions]) =>
      !id.startsWith("backup/") && versions.some((version) => version.time > time),
  ).length;
}

/**
 * Say it beneath what was just changed, if it is time and was not said in this visit.
 * @param {Element} place
 */
export function remind(place) {
  if (told || changesSince() < MUCH || visitKnows()) return;
  told = true;
  const link = make("a", { href: HERE.href }, "Save a backup");
  const words = `${changesSince()} things here have changed since your last backup. `;
  const every = `${changesSince()} things are kept in this browser and nowhere else. `;
  place.append(
    make("p", { className: "loop-quiet loop-small" }, lastBackup() ? words : every, link, "."),
  );
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

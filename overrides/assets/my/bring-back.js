// Brings a backup back in steps: reads the file, shows what would change, does it when told to.

import { bring, compare, LARGEST, unpack } from "../store/backup.js";
import { store } from "../store/store.js";
import { preview } from "./preview.js";

/** @typedef {import("../store/versions.js").Records} Records */
/** @typedef {import("./step.js").Step} Step */

const LEAVE = "Leave everything as it is";
const TROUBLE = {
  refused: "this browser keeps nothing for this site",
  full: "this browser has no room left for it",
  torn: "this browser did not keep it as it was",
  newer: "a newer edition of this guide has written here, and this one may not",
};

/** @param {Step} step @param {File} file */
export async function bringBack(step, file) {
  const refuse = (/** @type {string} */ why) =>
    step.say("This file was not read", `${why} Nothing was changed.`, step.button("Close"));
  // No character takes more than three bytes.
  if (file.size > 3 * LARGEST) {
    refuse("It is far larger than a backup of this site can be.");
    return;
  }
  const text = await file.text().catch(() => null);
  if (text === null) {
    refuse("The browser could not open it. Is it still where it was?");
    return;
  }
  const read = unpack(text);
  if ("refusal" in read) refuse(read.refusal);
  else if (!read.edited) show(step, read.records);
  else {
    step.say(
      "This file is not as this site wrote it",
      "It was edited, or damaged on its way. If it was damaged, something may be missing in it.",
      step.button("I edited it myself, go on", () => show(step, read.records)),
      step.button(LEAVE),
    );
  }
}

/** @param {Step} step @param {Records} records */
function show(step, records) {
  const { merges, replaces, words } = preview(records, compare(store, records));
  const way = (/** @type {"Merge" | "Replace"} */ how) =>
    step.button(how, () => act(step, records, how));
  const ways = [...(merges ? [way("Merge")] : []), ...(replaces ? [way("Replace")] : [])];
  const leave = step.button(replaces ? LEAVE : "Close");
  step.say("What this backup would change", ...words, ...ways, leave);
}

/** @param {Step} step @param {Records} records @param {"Merge" | "Replace"} how */
function act(step, records, how) {
  const done = bring(store, records, how === "Merge" ? "merge" : "replace");
  const close = step.button("Close");
  if ("trouble" in done) {
    const why = `Nothing was changed: ${TROUBLE[done.trouble]}.`;
    step.say("The backup was not brought back", why, close);
    return;
  }
  const undo = step.button("Undo", () => {
    const trouble = done.undo();
    if (trouble) step.say("Not undone", `It could not be undone: ${TROUBLE[trouble]}.`, close);
    else step.say("Undone", "Everything is as it was before.", close);
  });
  const words =
    how === "Merge" ? "It is merged with what was here." : "It stands in place of what was here.";
  step.say("The backup is back", words, undo, close);
}

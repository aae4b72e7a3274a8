// Brings a backup back: reads the file, shows what would change, and does it only when told to.

import { bring, compare, LARGEST, unpack } from "../store/backup.js";
import { store } from "../store/store.js";
import { preview } from "./preview.js";

const LEAVE = "Leave everything as it is";
const TROUBLE = {
  refused: "this browser keeps nothing for this site",
  full: "this browser has no room left for it",
  torn: "this browser did not keep it as it was",
  newer: "a newer edition of this guide has written here, and this one may not",
};

/** @typedef {import("../store/versions.js").Records} Records */

/**
 * @param {import("./step.js").Step} step where it is shown
 * @param {File} file
 */
export async function bringBack(step, file) {
  // No character takes more than three bytes.
  if (file.size > 3 * LARGEST) {
    refuse(step, "It is far larger than a backup of this site can be.");
    return;
  }
  const text = await file.text().catch(() => null);
  if (text === null) {
    refuse(step, "The browser could not open it. Is it still where it was?");
    return;
  }
  const read = unpack(text);
  if ("refusal" in read) refuse(step, read.refusal);
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

/**
 * @param {import("./step.js").Step} step
 * @param {string} why
 */
function refuse(step, why) {
  step.say("This file was not read", `${why} Nothing was changed.`, step.button("Close"));
}

/**
 * @param {import("./step.js").Step} step
 * @param {Records} records
 */
function show(step, records) {
  const found = preview(records, compare(store, records));
  const way = (/** @type {string} */ words, /** @type {"merge" | "replace"} */ how) =>
    step.button(words, () => act(step, records, how));
  const ways = [
    ...(found.merges ? [way("Merge", "merge")] : []),
    ...(found.replaces ? [way("Replace", "replace"), step.button(LEAVE)] : [step.button("Close")]),
  ];
  step.say("What this backup would change", ...found.words, ...ways);
}

/**
 * @param {import("./step.js").Step} step
 * @param {Records} records
 * @param {"merge" | "replace"} how
 */
function act(step, records, how) {
  const done = bring(store, records, how);
  if ("trouble" in done) {
    const why = `Nothing was changed: ${TROUBLE[done.trouble]}.`;
    step.say("The backup was not brought back", why, step.button("Close"));
    return;
  }
  const undo = step.button("Undo", () => {
    const trouble = done.undo();
    const words = trouble
      ? `It could not be undone: ${TROUBLE[trouble]}.`
      : "Everything is as it was before.";
    step.say(trouble ? "Not undone" : "Undone", words, step.button("Close"));
  });
  const words =
    how === "merge" ? "It is merged with what was here." : "It stands in place of what was here.";
  step.say("The backup is back", words, undo, step.button("Close"));
}

// Hands the reader a file that was made in the page: it goes to their disk, and nowhere else.

import { today } from "./day.js";
import { make } from "./make.js";

/** Milliseconds for which the browser may still be reading what it was handed. */
const PATIENCE = 60_000;

/**
 * @param {string} name without the day and the ending
 * @param {string} text
 */
export function hand(name, text) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href, download: `${name}-${today()}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), PATIENCE);
}

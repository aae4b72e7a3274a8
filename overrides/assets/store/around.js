// What the store has around it.

import { Formats } from "./formats.js";

const AGAIN_MS = 20_000;

/** The browser's own; tests put others in their place. */
export const browser = {
  formats: new Formats(),
  page: /** @type {EventTarget} */ (globalThis),
  now: () => Date.now(),
  wait: (/** @type {() => void} */ task) => {
    setTimeout(task, AGAIN_MS);
  },
};

/** The name of a page from its load to its end; no other has it. */
export function newWriter() {
  const parts = crypto.getRandomValues(new Uint32Array(2));
  return `w${Array.from(parts, (part) => part.toString(36)).join("")}`.slice(0, 12);
}

/**
 * What was asked of the browser; nothing where it refuses.
 * @template Answer
 * @param {() => Answer} ask
 */
export function attempt(ask) {
  try {
    return ask();
  } catch {
    return null;
  }
}

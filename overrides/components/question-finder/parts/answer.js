// What the finder says: how many there are, what to loosen, what was ignored, what went wrong.

import { nameOf } from "./controls.js";
import { button } from "./rows.js";

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function part(root, name) {
  return /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
}

/** @param {number} count */
const questions = (count) => (count === 1 ? "1 question" : `${count} questions`);

/**
 * The number of results, for eyes and screen readers.
 * @param {HTMLElement} root
 * @param {number | "all" | "failed" | "fetching"} found
 */
export function sayNumber(root, found) {
  const place = part(root, "said");
  const all = place.dataset.said ?? "";
  let says = all;
  if (found === "fetching") says = "Fetching the questions …";
  else if (found === 0) says = "No question has all of this";
  else if (typeof found === "number") says = `${questions(found)} of ${Number.parseInt(all, 10)}`;
  if (place.textContent !== says) place.textContent = says;
}

/**
 * What of an address was ignored.
 * @param {HTMLElement} root
 * @param {string[]} ignored
 */
export function sayIgnored(root, ignored) {
  const says = `The address asked for something that is ignored here: ${ignored.join("; ")}.`;
  part(root, "ignored").textContent = ignored.length > 0 ? says : "";
}

/**
 * That the questions could not be fetched.
 * @param {HTMLElement} root
 * @param {boolean} failed
 */
export function sayFailure(root, failed) {
  const says =
    "The questions could not be fetched, so nothing can be looked for at the moment. What you asked for is kept, and the list below is whole. ";
  const place = part(root, "failure");
  place.replaceChildren(...(failed ? [says, button("Try again", { do: "retry" })] : []));
}

/**
 * What to loosen, a button for each way.
 * @param {HTMLElement} root
 * @param {import("./view.js").State} state
 * @param {import("./loosen.js").Loosened[]} ways
 */
export function sayLoosening(root, state, ways) {
  const place = part(root, "loosen");
  place.hidden = ways.length === 0;
  if (place.hidden) return place.replaceChildren();
  const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
  const list = document.createElement("ul");
  list.className = "loop-plain-list";
  for (const { change, facet, words = [], count } of ways) {
    const item = document.createElement("li");
    const names = facet ? [nameOf(form, facet, state[facet] ?? "")] : words;
    const left = names.map((name) => `“${name}”`).join(", ");
    const whole = Object.keys(change).length > 1;
    const says = !whole ? `Without ${left}` : change.q ? "Only the words" : "Without any of it";
    const data = { do: "loosen", change: JSON.stringify(change) };
    item.append(button(`${says}: ${questions(count)}`, data));
    list.append(item);
  }
  const head = document.createElement("p");
  head.textContent =
    ways.length > 1 ? "Leave out one of these to see some:" : "Leave this out to see some:";
  place.replaceChildren(head, list);
}

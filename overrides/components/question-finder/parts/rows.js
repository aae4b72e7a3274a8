// The rows of what was found: copies of those that the page came with, so that they look alike. A row
// is made once and kept, with the card that a reader has opened in it.

import { fetchCard } from "./card.js";
import { stem, wordsOf } from "./words.js";

/**
 * Mark the words of an element whose stems were found; without any, only take old marks away.
 * @param {Element} element
 * @param {Set<string>} terms
 */
export function mark(element, terms) {
  if (terms.size === 0 && !element.querySelector("mark")) return;
  for (const old of element.querySelectorAll("mark")) old.replaceWith(old.textContent ?? "");
  element.normalize();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    /** @type {(string | Node)[]} */
    const parts = [];
    let rest = text.data;
    for (const word of wordsOf(text.data)) {
      if (!terms.has(stem(word))) continue;
      const at = rest.indexOf(word);
      const found = document.createElement("mark");
      found.textContent = word;
      parts.push(rest.slice(0, at), found);
      rest = rest.slice(at + word.length);
    }
    if (parts.length > 0) text.replaceWith(...parts, rest);
  }
}

/**
 * A button.
 * @param {string} words
 * @param {Record<string, string>} data what it does, as data attributes
 */
export function button(words, data) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  Object.assign(made.dataset, data);
  return made;
}

/**
 * A row of what was found.
 * @param {string} id of a question
 */
export function rowOf(id) {
  const plain = document.getElementById(`find-${id}`);
  const row = plain?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return null;
  row.removeAttribute("id");
  row.className = "loop-question-finder__row";
  for (const part of row.querySelectorAll("[hidden]")) part.removeAttribute("hidden");
  shut(row);
  return row;
}

/**
 * Show the card in a row, or why it cannot be shown.
 * @param {Element} row
 */
export async function open(row) {
  const link = row.querySelector("a");
  const toggle = row.querySelector("[data-do=open]");
  if (!link || !toggle) return;
  const place = document.createElement("div");
  place.className = "loop-question-finder__card";
  place.textContent = "Fetching the card …";
  toggle.setAttribute("aria-expanded", "true");
  toggle.textContent = "Close";
  row.append(place);
  try {
    const card = await fetchCard(link.href);
    // The reader may have closed it meanwhile.
    if (place.parentElement !== row) return;
    place.replaceChildren(card);
    row.classList.add("loop-question-finder__row--open");
  } catch {
    const way = document.createElement("a");
    way.href = link.href;
    way.textContent = "go to its own page";
    const again = button("Try again", { do: "again" });
    place.setAttribute("role", "status");
    place.replaceChildren("The card could not be fetched. ", again, " or ", way, ".");
  }
}

/**
 * Close the card in a row.
 * @param {Element} row
 */
export function shut(row) {
  const toggle = row.querySelector("[data-do=open]");
  row.querySelector(".loop-question-finder__card")?.remove();
  row.classList.remove("loop-question-finder__row--open");
  toggle?.setAttribute("aria-expanded", "false");
  if (toggle) toggle.textContent = "Open here";
}

/**
 * Say on a row what the reader did with its question.
 * @param {Element} row
 * @param {string[]} words
 */
export function say(row, words) {
  const facts = row.querySelector(".loop-question-finder__facts");
  const old = facts?.querySelector(".loop-question-finder__mine");
  if (words.length === 0) {
    old?.remove();
    return;
  }
  const mine = old ?? document.createElement("span");
  mine.className = "loop-question-finder__mine";
  mine.textContent = ` · ${words.join(" · ")}`;
  if (!old) facts?.append(mine);
}

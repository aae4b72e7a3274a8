// The document on its paper: what stands before the parts, and the parts.

/** @typedef {import("./gather.js").Part} Part */

/**
 * An element of this component; `name` is its class's.
 * @param {string} tag @param {string} name @param {(Node | string)[]} inside
 */
export function made(tag, name, ...inside) {
  const element = document.createElement(tag);
  if (name) element.className = `loop-print-room__${name}`;
  element.append(...inside);
  return element;
}

/**
 * What this is, and what is in it where that is more than one thing.
 * @param {Part[]} parts @param {string} line
 */
export function front(parts, line) {
  const entries = parts.map(({ title }, place) => {
    const link = document.createElement("a");
    link.href = `#print-${place}`;
    link.textContent = title;
    return made("li", "", link);
  });
  const list = parts.length > 1 ? [made("ol", "", ...entries)] : [];
  return made(
    "section",
    "front",
    made("p", "name", "Leadership Loop"),
    made("p", "", line),
    ...list,
  );
}

/** @param {Part} part @param {number} place */
export function sheet({ title, nodes, cards }, place) {
  const section = made("section", cards ? "cards" : "part", made("h2", "", title), ...nodes);
  section.id = `print-${place}`;
  return section;
}

/** Today by the reader's clock, as 2026-11-22. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {string} day as 2026-11-22; what is none has no words */
export function inWords(day) {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(day) ? day : Number.NaN);
  if (Number.isNaN(date.getTime())) return "";
  return date.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

// What a record is about, in words. The words stand in a template of the page My things.

import { dayInWords } from "../day.js";
import { store } from "../store/store.js";

/** @typedef {"question" | "item" | "list" | "whose"} Kind */

const OTHER = {
  "lens/role": "Role shown",
  "plan/date": "Interview date",
  "plan/hours": "Hours a week",
};

function words() {
  const template = document.querySelector("loop-my-things template");
  return template instanceof HTMLTemplateElement ? template.content : null;
}

/**
 * What the page knows of a thing.
 * @param {Kind} kind
 * @param {string} id
 * @returns {HTMLElement | null | undefined}
 */
export function known(kind, id) {
  return words()?.querySelector(`li[data-${kind}="${CSS.escape(id)}"]`);
}

/** @param {Kind} kind @returns {string[]} the ids of all things of a kind, in the guide's order */
export function all(kind) {
  const found = [...(words()?.querySelectorAll(`li[data-${kind}]`) ?? [])];
  return found.map((each) => each.getAttribute(`data-${kind}`) ?? "");
}

/** @param {string} id of a question, whose marks are drawn as on its card */
export function marks(id) {
  const pattern = /** @type {HTMLElement} */ (words()?.querySelector("loop-question-marks"));
  const element = document.importNode(pattern, true);
  element.dataset.question = id;
  element.querySelector("[role=group]")?.setAttribute("aria-label", `Yours: ${question(id)}`);
  return element;
}

/** @param {string} id */
function question(id) {
  const text = known("question", id)?.textContent;
  return text ? `“${text}”` : id;
}

/**
 * The way to a thing, in its words; its id, if this edition does not have it.
 * @param {Kind} kind
 * @param {string} id
 */
export function link(kind, id) {
  const way = known(kind, id)?.querySelector("a")?.cloneNode(true);
  if (way && kind === "question") way.textContent = question(id);
  return way ?? `${id} (not in this edition)`;
}

/** @param {string} tick @returns {string | undefined} the question whose story needs what is ticked */
export function needed(tick) {
  return /^need\.(.+)\.[0-9a-f]+$/.exec(tick)?.[1];
}

/** @param {string} record its id, with the kind before the slash */
export function split(record) {
  const at = record.indexOf("/");
  return /** @type {const} */ ([record.slice(0, at), record.slice(at + 1)]);
}

/** @param {string} record @returns {string} its name, without what it holds */
export function name(record) {
  const [kind, id] = split(record);
  const about = needed(id);
  if (kind === "star") return `Star: ${question(id)}`;
  if (kind === "note") return `Note: ${question(id)}`;
  if (kind === "practised") return `Practised: ${question(id)}`;
  if (kind === "own")
    return `Item of your own: ${known("list", id.split(".", 1)[0] ?? "")?.textContent ?? id}`;
  if (kind === "tick" && about) return `What your story needs: ${question(about)}`;
  if (kind === "tick")
    return `Tick: ${known("item", id)?.textContent ?? (store.text(`own/${id}`) || id)}`;
  return OTHER[/** @type {keyof typeof OTHER} */ (record)] ?? record;
}

/**
 * What a record holds, in words.
 * @param {string} record
 * @param {string | boolean} value
 */
export function held(record, value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (/^practised\/|^plan\/date$/.test(record)) return dayInWords(value);
  return record === "lens/role" ? (known("whose", value)?.textContent ?? value) : value;
}

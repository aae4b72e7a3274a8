// What a record is about, in words. The words stand in a template of the page My things.

import { dayInWords } from "../day.js";
import { store } from "../store/store.js";

const PARTS = {
  backup: "Day of the last backup",
  lens: "Role shown",
  "plan/date": "Interview date",
  "plan/hours": "Hours a week",
};

/** @returns {DocumentFragment | undefined} */
function words() {
  const template = document.querySelector("loop-my-things template");
  return template instanceof HTMLTemplateElement ? template.content : undefined;
}

/**
 * What the page knows of a thing: a question, an item, a list, a role.
 * @param {"question" | "item" | "list" | "role"} kind
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function known(kind, id) {
  return words()?.querySelector(`[data-${kind}="${CSS.escape(id)}"]`) ?? null;
}

/** The ids of all things of a kind, in the guide's order. @param {"question" | "list"} kind */
export function all(kind) {
  const found = words()?.querySelectorAll(`[data-${kind}]:not(loop-question-marks)`) ?? [];
  return Array.from(found, (each) => each.getAttribute(`data-${kind}`) ?? "");
}

/** The marks of a question, as its card has them. @param {string} id */
export function marks(id) {
  const element = /** @type {HTMLElement} */ (
    document.importNode(/** @type {Node} */ (words()?.querySelector("loop-question-marks")), true)
  );
  element.dataset.question = id;
  element.querySelector("[role=group]")?.setAttribute("aria-label", `Yours: ${question(id)}`);
  return element;
}

/** A question's words; its id, if this edition does not have it. @param {string} id */
export function question(id) {
  const text = known("question", id)?.textContent;
  return text ? `“${text}”` : id;
}

/** The way to a thing, in its own words; its id alone, if it is not here. */
export function link(/** @type {"question" | "list"} */ kind, /** @type {string} */ id) {
  const way = known(kind, id)?.querySelector("a")?.cloneNode(true) ?? `${id} (not in this edition)`;
  if (kind === "question" && way instanceof Element) way.textContent = question(id);
  return way;
}

/**
 * The id of the question whose story needs what is ticked, if it is such a tick.
 * @param {string} tick without its kind
 */
export function needed(tick) {
  return /^need\.(.+)\.[0-9a-f]+$/.exec(tick)?.[1];
}

/** A record's name, without what it holds. @param {string} id */
export function name(id) {
  const [kind = "", rest = ""] = [id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1)];
  const about = needed(rest);
  if (kind === "star") return `Star: ${question(rest)}`;
  if (kind === "note") return `Note: ${question(rest)}`;
  if (kind === "practised") return `Practised: ${question(rest)}`;
  if (kind === "own")
    return `Item of your own: ${known("list", rest.split(".")[0] ?? "")?.textContent ?? rest}`;
  if (kind === "tick" && about) return `What your story needs: ${question(about)}`;
  if (kind === "tick")
    return `Tick: ${known("item", rest)?.textContent ?? (store.text(`own/${rest}`) || rest)}`;
  return PARTS[/** @type {keyof typeof PARTS} */ (kind === "plan" ? id : kind)] ?? id;
}

/**
 * What a record holds, in words.
 * @param {string} id
 * @param {string | boolean | undefined} value
 */
export function held(id, value = "") {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (id.startsWith("practised/") || id === "plan/date") return dayInWords(value);
  return id === "lens/role" ? (known("role", value)?.textContent ?? value) : value;
}

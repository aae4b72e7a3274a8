// The form of the finder: what it asks for, what it may ask for, and the count beside each choice.

import { whenIdle } from "./later.js";

/** @typedef {import("./view.js").State} State */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * @param {HTMLFormElement} form
 * @returns {Control[]}
 */
function controlsOf(form) {
  return /** @type {Control[]} */ ([...form.elements].filter((each) => each.matches("[name]")));
}

/** @param {Control} control */
const ticked = (control) =>
  control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);

/**
 * The state that the form shows, without the sorting.
 * @param {HTMLFormElement} form
 * @returns {State}
 */
export function readForm(form) {
  const given = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return Object.fromEntries(given.filter(([name]) => name !== "sort"));
}

/**
 * Make the form show a state.
 * @param {HTMLFormElement} form
 * @param {State} state
 */
export function fillForm(form, state) {
  for (const control of controlsOf(form)) {
    const value = state[control.name] ?? "";
    if (ticked(control))
      /** @type {HTMLInputElement} */ (control).checked = control.value === value;
    else if (control.name !== "sort") control.value = value;
  }
}

/**
 * Each parameter that the form has, with the values that it may be given.
 * @param {HTMLFormElement} form
 * @returns {Map<string, Set<string>>}
 */
export function knownOf(form) {
  /** @type {Map<string, Set<string>>} */
  const known = new Map();
  for (const control of controlsOf(form)) {
    const values = known.get(control.name) ?? new Set();
    known.set(control.name, values);
    if (control instanceof HTMLSelectElement)
      for (const { value } of control.options) values.add(value);
    else if (ticked(control)) values.add(control.value);
  }
  return known;
}

/**
 * Of two boxes that exclude each other, untick the other.
 * @param {Control} chosen
 */
export function exclude(chosen) {
  if (chosen.type !== "checkbox" || !chosen.form) return;
  for (const each of controlsOf(chosen.form)) {
    if (each.name === chosen.name && each !== chosen && each instanceof HTMLInputElement) {
      each.checked = false;
    }
  }
}

/**
 * Show how the list is sorted, how many filters are on, and whether there is anything to clear.
 * @param {HTMLFormElement} form
 * @param {State} state
 */
export function sayState(form, state) {
  const { q, sort, ...facets } = state;
  const active = Object.values(facets).filter(Boolean).length;
  const sorting = form.elements.namedItem("sort");
  if (sorting instanceof HTMLSelectElement) sorting.value = sort || (q ? "relevance" : "guide");
  const root = form.parentElement;
  const number = root?.querySelector("[data-active]");
  if (number) number.textContent = active > 0 ? `, ${active} on` : "";
  root?.querySelector("[data-do=clear]")?.toggleAttribute("hidden", !(q || sort || active > 0));
}

/**
 * @typedef {object} Written what is written about the counts of a form
 * @property {[Control, Element][]} places a control, and where its count stands: found once, since a
 *   browser looks through the whole page for the labels of a control
 * @property {import("./view.js").View["counts"]} counts the last
 */
/** @type {WeakMap<HTMLFormElement, Written>} */
const written = new WeakMap();

/** @param {HTMLFormElement} form */
function placesOf(form) {
  return controlsOf(form).flatMap((control) => {
    const place = control.labels?.[0]?.querySelector("[data-count]");
    return place ? [/** @type {[Control, Element]} */ ([control, place])] : [];
  });
}

/**
 * Write the count beside each choice: in the closed lists when the browser has nothing else to do.
 * @param {HTMLFormElement} form
 * @param {import("./view.js").View["counts"]} counts
 */
export function writeCounts(form, counts) {
  const places = written.get(form)?.places ?? placesOf(form);
  written.set(form, { places, counts });
  for (const [control, place] of places) {
    const count = counts.get(control.name)?.get(control.value);
    if (count === undefined) continue;
    const words = String(count);
    if (place.textContent !== words) place.textContent = words;
  }
  whenIdle(() => writeOptions(form, counts));
}

/**
 * @param {HTMLFormElement} form
 * @param {import("./view.js").View["counts"]} counts
 */
function writeOptions(form, counts) {
  if (written.get(form)?.counts !== counts) return;
  for (const select of form.querySelectorAll("select")) {
    const facet = counts.get(select.name);
    for (const option of facet ? select.options : []) {
      const words = `${option.dataset.name} (${facet?.get(option.value) ?? 0})`;
      if (option.textContent !== words) option.textContent = words;
    }
  }
}

/**
 * What a choice is called on the page.
 * @param {HTMLFormElement} form
 * @param {string} facet
 * @param {string} value
 */
export function nameOf(form, facet, value) {
  for (const control of controlsOf(form).filter(({ name }) => name === facet)) {
    if (control instanceof HTMLSelectElement) {
      const options = [...control.options];
      return options.find((option) => option.value === value)?.dataset.name ?? value;
    }
    if (control.value === value) {
      return control.labels?.[0]?.querySelector("span")?.firstChild?.textContent?.trim() ?? value;
    }
  }
  return value;
}

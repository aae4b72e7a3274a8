// What the store keeps of the plan: the role, and the items that the reader has added to a list.

import { store } from "../store/store.js";

/**
 * The role that the plan is for: chosen here, or else what the whole site shows; "all" if neither.
 * @param {(string | undefined)[]} lists of the roles that there are, with spaces between them
 */
export function planRole(lists) {
  const roles = lists.join(" ").split(" ");
  return [store.text("plan/role"), lens()].find((role) => role && roles.includes(role)) ?? "all";
}

/** The role that the whole site shows: a link may ask for another than the one that is kept. */
export function lens() {
  return document.documentElement.dataset.lens || store.text("lens/role");
}

/**
 * Call when anything that is kept changes, or the role that is shown, or the day may have: midnight may
 * have passed while nobody looked.
 * @param {() => void} draw
 * @param {AbortSignal} signal
 */
export function onChange(draw, signal) {
  const watch = new MutationObserver(draw);
  watch.observe(document.documentElement, { attributeFilter: ["data-lens"] });
  signal.addEventListener("abort", () => watch.disconnect());
  store.addEventListener("change", draw, { signal });
  document.addEventListener("visibilitychange", draw, { signal });
  // A browser that goes back or reloads restores boxes and fields by itself, and may do so late.
  addEventListener("pageshow", draw, { signal });
}

/**
 * The reader's own items of a list, the oldest first.
 * @param {string} list
 */
export function ownItems(list) {
  const ids = store.ids("own").filter((id) => id.startsWith(`${list}.`) && store.text(`own/${id}`));
  return ids.sort();
}

/**
 * An id for a new item of a list; later ones come later in the alphabet.
 * @param {string} list
 */
export function newItem(list) {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${list}.${Date.now().toString(36).padStart(9, "0")}${random.toString(36)}`;
}

/** @param {string} id of an item of a list, or of any other box */
export function isTicked(id) {
  return store.flag(`tick/${id}`);
}

/** @param {string} id @param {boolean} ticked */
export function tick(id, ticked) {
  return store.set(`tick/${id}`, ticked);
}

/**
 * Draw how far one is: a picture, and words beside it.
 * @param {Element | null} place
 * @param {number} done
 * @param {number} all
 */
export function showProgress(place, done, all) {
  place?.querySelector("rect + rect")?.setAttribute("width", `${all && (100 * done) / all}`);
  const words = place?.querySelector("[data-count]");
  if (words) words.textContent = `${done} of ${all} done`;
}

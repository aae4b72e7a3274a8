// What the store keeps of the plan and its lists.

import { store } from "../store/store.js";

/**
 * The role of the plan: given there, or else shown by the whole site; "all" if neither.
 * @param {(string | undefined)[]} known roles, several in a text with spaces between them
 */
export function planRole(known) {
  const roles = known.join(" ").split(" ");
  return [store.text("plan/role"), lens()].find((role) => role && roles.includes(role)) ?? "all";
}

/** The role that the whole site shows: a link may ask for another than the one that is kept. */
export function lens() {
  return document.documentElement.dataset.lens || store.text("lens/role");
}

/**
 * Call when what is kept changes, or the role that is shown, or the day may have while nobody looked.
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

/** The reader's own items of a list, the oldest first. @param {string} list */
export function ownItems(list) {
  const ids = store.ids("own").filter((id) => id.startsWith(`${list}.`) && store.text(`own/${id}`));
  return ids.sort();
}

/** An id for a new item: later ones come later in the alphabet. @param {string} list */
export function newItem(list) {
  const random = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${list}.${Date.now().toString(36).padStart(9, "0")}${random.toString(36)}`;
}

/** @param {string} id */
export function isTicked(id) {
  return store.flag(`tick/${id}`);
}

/** @param {string} id @param {boolean} ticked */
export function tick(id, ticked) {
  store.set(`tick/${id}`, ticked);
}

/** Whether the page came anew: then no box can have been restored by the browser. */
export function isFirstVisit() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
}

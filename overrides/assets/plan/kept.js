// What the store keeps of the plan and its lists.

import { store } from "../store/store.js";

/**
 * The role that the whole site shows, if it is among those known: a link may ask for another than the
 * one that is kept. "all" if there is none.
 * @param {(string | undefined)[]} known roles, several in a text with spaces between them
 */
export function shownRole(known) {
  const role = document.documentElement.dataset.lens || store.text("lens/role");
  return role && known.join(" ").split(" ").includes(role) ? role : "all";
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

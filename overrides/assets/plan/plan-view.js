// Draws what the plan comes to into the places that its template has for it.

import { store } from "../store/store.js";
import { afterCuts, cutWords, placeOf, sizesInWords, verdict } from "./advice.js";
import { fromTo, inShort } from "./days.js";
import { isTicked, ownItems, showProgress } from "./kept.js";
import { made, short } from "./own-item.js";
import { isFor, sizeOf } from "./schedule.js";

/**
 * @typedef {import("./schedule.js").Dated} Dated
 * @typedef {import("./schedule.js").Phase} Phase
 * @typedef {ReturnType<typeof import("./schedule.js").reckon>} Sums
 */

const SHOWN = 4;

/**
 * The boxes of a phase that count for a role: its items, and the reader's own.
 * @param {Phase} phase
 * @param {string} role
 */
function boxesOf(phase, role) {
  const items = phase.items.filter(
    (item) => role === "all" || isFor(item, role) || isTicked(item.id),
  );
  return [...items.map(({ id }) => id), ...ownItems(phase.id)];
}

/**
 * The phases: how far each is, and with a day its dates and where it stands.
 * @param {HTMLElement} root
 * @param {Dated[]} dated
 * @param {{day: number | undefined, today: number, role: string}} given
 */
export function drawPhases(root, dated, { day, today, role }) {
  const into = dated.find(({ place }) => place === "now")?.phase.title ?? "";
  let [done, all] = [0, 0];
  for (const each of dated) {
    const line = root.querySelector(`[data-phase="${each.phase.id}"]`);
    const boxes = boxesOf(each.phase, role);
    const ticked = boxes.filter(isTicked).length;
    [done, all] = [done + ticked, all + boxes.length];
    showProgress(line, ticked, boxes.length);
    const seen = day !== undefined && { rest: boxes.length - ticked, into, day, today };
    write(line, "[data-dates]", seen ? fromTo(each.start, each.end) : "");
    write(line, "[data-place]", seen ? placeOf(each, seen) : "");
    line?.querySelector("[data-undated]")?.toggleAttribute("hidden", Boolean(seen));
    line?.classList.toggle("loop-interview-plan__phase--now", seen && each.place === "now");
  }
  showProgress(root.querySelector(":scope > .loop-progress"), done, all);
}

/**
 * What comes now: the phase, and its next items with their sizes.
 * @param {HTMLElement} root
 * @param {Dated[]} dated none if there is nothing to say
 * @param {{role: string, chosen: Map<string, number>}} given
 */
export function drawNow(root, dated, { role, chosen }) {
  const part = root.querySelector(".loop-interview-plan__now");
  const now = dated.find(({ place }) => place === "now");
  part?.toggleAttribute("hidden", !now);
  if (!now) return;
  const upTo = dated.filter(({ place }) => place !== "next").map(({ phase }) => phase);
  const items = upTo.flatMap((phase) => phase.items.filter((item) => isFor(item, role)));
  const wanted = items.filter(
    (it) => !isTicked(it.id) && !(it.sizes.length && !sizeOf(it, chosen)),
  );
  const own = upTo.flatMap(({ id }) => ownItems(id)).filter((id) => !isTicked(id));
  const lines = [
    ...wanted.map((item) => {
      const link = made("a", "", item.text);
      link.href = `#${item.id}`;
      const size = sizesInWords(item, chosen);
      return made("li", "", link, size && `: ${size}`);
    }),
    ...own.map((id) => made("li", "", short(store.text(`own/${id}`)))),
  ];
  const until = now.start === now.end ? "" : `, until ${inShort(now.end)}`;
  write(part, "[data-now]", now.phase.title + until);
  part?.querySelector("[data-next]")?.replaceChildren(...lines.slice(0, SHOWN));
  const more = lines.length - SHOWN;
  const none = "Everything up to here is done. You may begin with the next list.";
  write(part, "[data-more]", more > 0 ? `and ${more} more on the list` : lines.length ? "" : none);
}

/**
 * Whether the work fits, and what gives way if it does not.
 * @param {HTMLElement} root
 * @param {Sums | undefined} sums none without a day and hours
 * @param {{role: string, isEarly: boolean}} given
 */
export function drawHours(root, sums, { role, isEarly }) {
  const part = root.querySelector(".loop-interview-plan__hours");
  part?.toggleAttribute("hidden", !sums);
  if (!sums) return;
  write(part, "[data-hours]", verdict(sums, isEarly));
  const cuts = sums.cuts.map((cut) =>
    made("li", "", made("span", "loop-name", cut.item.text), `: ${cutWords(cut)}`),
  );
  part?.querySelector("[data-cuts]")?.replaceChildren(...cuts);
  const after = cuts.length || sums.left < 0 ? afterCuts(sums.left) : "";
  const roleless =
    role === "all" ? "Choose your role: people cases and coding take hours too." : "";
  write(part, "[data-after]", `${after} ${roleless}`.trim());
}

/** @param {Element | null} part @param {string} selector @param {string} words */
export function write(part, selector, words) {
  const place = part?.querySelector(selector);
  if (place && place.textContent !== words) place.textContent = words;
}

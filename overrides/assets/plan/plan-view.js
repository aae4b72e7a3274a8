// Draws what the plan comes to into the places that its template has for it.

import { store } from "../store/store.js";
import { afterCuts, cutWords, placeOf, sizesInWords, verdict } from "./advice.js";
import { fromTo, inShort } from "./days.js";
import { isTicked, ownItems } from "./kept.js";
import { made, short, showProgress, write } from "./parts.js";
import { isFor, sizeOf } from "./schedule.js";

/** @typedef {import("./schedule.js").Dated} Dated */

const SHOWN = 4;

/**
 * The boxes of a phase that count for a role.
 * @param {import("./schedule.js").Phase} phase
 * @param {string} role
 */
function boxesOf({ id, items }, role) {
  const counted = items.filter((item) => role === "all" || isFor(item, role) || isTicked(item.id));
  return [...counted.map((item) => item.id), ...ownItems(id)];
}

/**
 * How far each phase is, and with a day its dates and where it stands.
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
  showProgress(root.querySelector(":scope > .loop-progress"), done, all, " in all");
}

/**
 * What comes now: the phase, and its next items with their sizes.
 * @param {HTMLElement} root
 * @param {Dated[]} dated none without a day
 * @param {{role: string, chosen: Map<string, number>}} given
 */
export function drawNow(root, dated, { role, chosen }) {
  const now = dated.find(({ place }) => place === "now");
  const part = shown(root, "now", Boolean(now));
  if (!now) return;
  const upTo = dated.filter(({ place }) => place !== "next").map(({ phase }) => phase);
  const items = upTo.flatMap((phase) => phase.items.filter((item) => isFor(item, role)));
  const lines = items
    .filter((item) => !isTicked(item.id) && (!item.sizes.length || sizeOf(item, chosen)))
    .map((item) => {
      const link = made("a", "", item.text);
      link.href = `#${item.id}`;
      const size = sizesInWords(item, chosen);
      return made("li", "", link, size && `: ${size}`);
    });
  const own = upTo.flatMap(({ id }) => ownItems(id)).filter((id) => !isTicked(id));
  lines.push(...own.map((id) => made("li", "", short(store.text(`own/${id}`)))));
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
 * @param {ReturnType<typeof import("./schedule.js").reckon> | undefined} sums none without a day
 * @param {{role: string, isEarly: boolean}} given
 */
export function drawHours(root, sums, { role, isEarly }) {
  const part = shown(root, "hours", Boolean(sums));
  if (!sums) return;
  write(part, "[data-hours]", verdict(sums, isEarly));
  const cuts = sums.cuts.map((cut) =>
    made("li", "", made("span", "loop-name", cut.item.text), `: ${cutWords(cut)}`),
  );
  part?.querySelector("[data-cuts]")?.replaceChildren(...cuts);
  const after = cuts.length || sums.left < 0 ? afterCuts(sums.left) : "";
  const roleless =
    role === "all" ? "Choose your role above: people cases and coding take hours too." : "";
  write(part, "[data-after]", `${after} ${roleless}`.trim());
}

/** @param {HTMLElement} root @param {string} name @param {boolean} isShown */
export function shown(root, name, isShown) {
  const part = root.querySelector(`[data-part="${name}"]`);
  part?.toggleAttribute("hidden", !isShown);
  return part;
}

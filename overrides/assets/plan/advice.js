// What the plan says, in words: about a date, about hours, about how time and work agree.

import { sizeOf } from "./schedule.js";

/**
 * A number of minutes as 2 h 40 min.
 * @param {number} minutes
 */
export function span(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(" ");
}

/**
 * How far away a day is.
 * @param {number} days
 */
export function away(days) {
  if (days < 0) return days === -1 ? "yesterday" : `${-days} days ago`;
  if (days < 2) return days ? "tomorrow" : "today";
  if (days < 14) return `in ${days} days`;
  const weeks = `in ${Math.floor(days / 7)} weeks`;
  return days % 7 ? `${weeks} and ${days % 7} day${days % 7 === 1 ? "" : "s"}` : weeks;
}

/**
 * Which advice fits: the name of a part of the page.
 * @param {number | undefined} days until the day
 * @param {number} whole the days of the whole plan
 */
export function adviceFor(days, whole) {
  if (days === undefined) return "none";
  if (days < 0) return "over";
  if (days < 2) return days ? "tomorrow" : "today";
  if (days < 4) return "soon";
  return days > 366 ? "far" : days > whole ? "early" : "";
}

/**
 * The hours that a text names, or a word about it; an empty text is neither.
 * @param {string} text
 * @param {number} most what the plan can use
 * @returns {{hours?: number, word: string}}
 */
export function hoursOf(text, most) {
  const written = text.trim().replace(",", ".").replace("½", ".5");
  if (!written) return { word: "" };
  if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(written))
    return { word: "Write a number, such as 6 or 2.5." };
  const hours = Number(written);
  if (hours < 0) return { word: "Fewer than none cannot be. Write what you can give, such as 3." };
  if (hours === 0)
    return { word: "With no hours there is nothing to plan. Even one a week counts." };
  if (hours > 168) return { word: "A week has 168 hours. Write those that you will prepare in." };
  const word = hours > most ? `We would not go beyond ${most}: tired repetition adds little.` : "";
  return { hours, word };
}

/**
 * Where a phase stands.
 * @param {import("./schedule.js").Dated} dated
 * @param {{rest: number, into: string, day: number, today: number}} seen `rest`: how many items are not
 *   done; `into`: the phase that is on now
 */
export function placeOf({ place, start, end }, { rest, into, day, today }) {
  if (today > day) return "";
  if (place === "next") return away(start - today);
  if (place === "over") return rest ? `its days are over: merged into “${into}”` : "done";
  if (start === end) return "today";
  return end === today ? "now, until tonight" : `now, ${end - today + 1} days left`;
}

/**
 * Whether the work fits into the hours.
 * @param {{needs: number, has: number, cuts: unknown[], left: number}} sums
 * @param {boolean} isEarly
 */
export function verdict({ needs, has, cuts, left }, isEarly) {
  if (!needs) return "Everything that takes hours is done.";
  const days = isEarly ? "over the weeks of the plan" : "until the day";
  const both = `You have ${span(has)} ${days}. What is not done takes ${span(needs)}.`;
  if (!cuts.length) return `${both} It fits, with ${span(left)} to spare.`;
  return `${both} That is ${span(needs - has)} too much. This is what we would drop, from the top:`;
}

/**
 * How much of an item, and how long it takes; nothing for one that takes no hours.
 * @param {import("./schedule.js").Item} item
 * @param {Map<string, number>} chosen
 */
export function sizesInWords(item, chosen) {
  const size = sizeOf(item, chosen);
  return size ? `${size[1]}, ${span(size[0])}` : item.sizes.length ? "left out" : "";
}

/**
 * What one would drop, in words.
 * @param {import("./schedule.js").Cut} cut
 */
export function cutWords({ from, to, frees }) {
  const what = to ? `${to[1]} instead of ${from[1]}` : `leave it out (${from[1]})`;
  return `${what}, frees ${span(frees)}`;
}

/**
 * What comes after the cuts.
 * @param {number} left minutes that are free then; below zero, that are missing
 */
export function afterCuts(left) {
  if (left >= 0) return `Then it fits, with ${span(left)} to spare.`;
  return `Even so ${span(-left)} are missing. Begin with the stories, come as far as you come, and ask the recruiter for a later date.`;
}

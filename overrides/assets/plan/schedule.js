// When each phase of the plan is, and what of it fits into the hours until the day. Pure: the same
// counting as macros/plan.py, which draws the table of hours.

/**
 * @typedef {[minutes: number, amount: string]} Size
 * @typedef {{id: string, text: string, roles: string[], sizes: Size[]}} Item
 * @typedef {{id: string, title: string, weeks: number, items: Item[]}} Phase
 * @typedef {{phases: Phase[], cuts: string[], paces: number[], spare: number}} Plan
 * @typedef {"over" | "now" | "next"} Place where a phase stands, seen from today
 * @typedef {{phase: Phase, start: number, end: number, place: Place}} Dated `start` and `end` are days
 * @typedef {{item: Item, from: Size, to: Size | undefined, frees: number}} Cut
 */

const WEEK = 7;

/**
 * The phases with their days, the earliest first. The last is the day itself.
 * @param {Plan} plan
 * @param {number} day of the interview
 * @param {number} today
 * @returns {Dated[]}
 */
export function phases(plan, day, today) {
  return plan.phases.map((phase, at) => {
    const start = day - WEEK * phase.weeks;
    const after = plan.phases[at + 1];
    const end = after ? day - WEEK * after.weeks - 1 : day;
    return { phase, start, end, place: today > end ? "over" : today < start ? "next" : "now" };
  });
}

/**
 * Whether an item counts for a role; "all" is nobody in particular.
 * @param {{roles: string[]}} item
 * @param {string} role
 */
export function isFor(item, role) {
  return item.roles.length === 0 || item.roles.includes(role);
}

/**
 * By item, which of its sizes is chosen when all are to fit; beyond the last there is nothing.
 * @param {Item[]} items
 * @param {Map<string, number>} chosen to begin with
 * @param {string[]} cuts in the order in which they are made
 * @param {number} minutes
 */
export function fit(items, chosen, cuts, minutes) {
  const now = new Map(chosen);
  for (const id of cuts) {
    if (sum(items, now) <= minutes) break;
    const item = items.find((each) => each.id === id);
    if (item) now.set(id, (now.get(id) ?? 0) + 1);
  }
  return now;
}

/**
 * The minutes of items at their chosen sizes.
 * @param {Item[]} items
 * @param {Map<string, number>} chosen
 */
export function sum(items, chosen) {
  return items.reduce((total, item) => total + (sizeOf(item, chosen)?.[0] ?? 0), 0);
}

/**
 * The size of an item that is chosen; none if it is left out.
 * @param {Item} item
 * @param {Map<string, number>} chosen
 */
export function sizeOf(item, chosen) {
  return item.sizes[chosen.get(item.id) ?? 0];
}

/**
 * What fits until the day. `full` is how many hours the plan is made for at this pace; `needs` what of
 * it is not done, `has` the minutes left, both in minutes; `cuts` what gives way, and in which order.
 * @param {Plan} plan
 * @param {{days: number, hours: number, role: string, done: (id: string) => boolean}} given
 */
export function reckon(plan, { days, hours, role, done }) {
  const weeks = Math.max(...plan.phases.map((phase) => phase.weeks));
  const items = plan.phases.flatMap((phase) => phase.items).filter((item) => isFor(item, role));
  const pace = Math.max(hours, Math.min(...plan.paces));
  const budget = (pace * 60 * weeks * (100 - plan.spare)) / 100;
  const planned = fit(items, new Map(), plan.cuts, budget);
  const rest = items.filter((item) => !done(item.id));
  const has = Math.floor((hours * 60 * Math.min(days, WEEK * weeks)) / WEEK);
  const chosen = fit(rest, planned, remaining(plan.cuts, planned), has);
  return {
    needs: sum(rest, planned),
    has,
    chosen,
    left: has - sum(rest, chosen),
    cuts: cutsBetween(rest, planned, chosen, plan.cuts),
  };
}

/**
 * The cuts that are not made yet.
 * @param {string[]} cuts
 * @param {Map<string, number>} chosen
 */
function remaining(cuts, chosen) {
  const made = new Map(chosen);
  return cuts.filter((id) => {
    const left = made.get(id) ?? 0;
    made.set(id, left - 1);
    return left <= 0;
  });
}

/**
 * What was made smaller or left out between two choices, in the order in which it began.
 * @param {Item[]} items
 * @param {Map<string, number>} before
 * @param {Map<string, number>} after
 * @param {string[]} order
 * @returns {Cut[]}
 */
function cutsBetween(items, before, after, order) {
  const ids = [...new Set(remaining(order, before))];
  return ids.flatMap((id) => {
    const item = items.find((each) => each.id === id);
    const from = item && sizeOf(item, before);
    const to = item && sizeOf(item, after);
    if (!item || !from || from === to) return [];
    return [{ item, from, to, frees: from[0] - (to?.[0] ?? 0) }];
  });
}

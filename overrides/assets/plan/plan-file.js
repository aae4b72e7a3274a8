// Gives the plan to the reader's calendar: a whole day for the start of each phase, and the day itself.

import { store } from "../store/store.js";
import { sizesInWords } from "./advice.js";
import { calendar } from "./calendar.js";
import { isTicked, ownItems } from "./kept.js";
import { isFor } from "./schedule.js";

/** @typedef {import("./schedule.js").Dated} Dated */

// Revisions count from here, so that they stay small: seconds since 1 January 2026.
const BEGINNING = Date.UTC(2026, 0, 1) / 1000;
const MOST = 2 ** 31 - 1;

/**
 * The entries of a plan.
 * @param {Dated[]} dated
 * @param {{role: string, chosen: Map<string, number>}} given
 */
function entries(dated, { role, chosen }) {
  return dated.map(({ phase, start }) => {
    const items = phase.items
      .filter((item) => isFor(item, role))
      .map((item) => line(item.id, item.text, sizesInWords(item, chosen)));
    const own = ownItems(phase.id).map((id) => line(id, store.text(`own/${id}`), ""));
    return {
      uid: `${phase.id}@leadership-loop`,
      day: start,
      title: phase.weeks ? `Interview plan: ${phase.title}` : "Interview",
      text: [...items, ...own].join("\n"),
    };
  });
}

/** @param {string} id @param {string} text @param {string} size */
function line(id, text, size) {
  return `${isTicked(id) ? "[x]" : "[ ]"} ${text}${size && ` (${size})`}`;
}

/**
 * Offer the file for download.
 * @param {Dated[]} dated
 * @param {{role: string, chosen: Map<string, number>}} given
 */
export function saveCalendar(dated, given) {
  const now = new Date();
  // Higher than the last, even if the clock went back.
  const kept = Math.floor(Number(store.text("plan/calendar")));
  const last = kept < MOST ? kept : 0;
  const revision = Math.max(last + 1, Math.floor(now.getTime() / 1000) - BEGINNING);
  store.set("plan/calendar", `${revision}`);
  const address = location.href.replace(/[?#].*/, "");
  const text = calendar(entries(dated, given), now, revision, address);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = "interview-plan.ics";
  link.click();
  // The browser has begun to read by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

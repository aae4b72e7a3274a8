// A calendar file (RFC 5545) of whole days. Pure: events in, text out.

import { written } from "./days.js";

/**
 * A day in the calendar. `uid` stays the same for ever, so that a second import updates the first.
 * @typedef {{uid: string, day: number, title: string, text: string}} Entry
 */

const OCTETS = 75;
// What the format does not allow in a text: control characters but for tab and line break.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
const LEAD = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };

/**
 * The file. Whoever has imported an earlier one takes the one with the higher revision.
 * @param {Entry[]} entries
 * @param {Date} now
 * @param {number} revision
 * @param {string} address of the page that the plan stands on
 */
export function calendar(entries, now, revision, address) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const events = entries.flatMap(({ uid, day, title, text }) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${revision}`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    `DTEND;VALUE=DATE:${date(day + 1)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Leadership Loop//Plan//EN",
    "CALSCALE:GREGORIAN",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {number} day */
function date(day) {
  return written(day).replaceAll("-", "");
}

/** @param {string} text */
function escaped(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(/[\\;,\n]/g, (sign) => LEAD[/** @type {keyof typeof LEAD} */ (sign)]);
}

/**
 * A line in pieces of at most 75 octets, no character cut in two.
 * @param {string} line
 */
function folded(line) {
  let [text, octets] = ["", 0];
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return text;
}

// All records as one file, and back. Whatever a file may be, it is read whole or refused with words, and
// changes nothing by being read.

import { keyOf } from "./area.js";
import { checksum } from "./checksum.js";
import { Formats, isCount } from "./formats.js";
import { foreign, isLocal } from "./merge.js";
import { living } from "./versions.js";

export { bring, compare } from "./merge.js";

/** @import { Raw } from "./formats.js" */
/** @import { Records } from "./versions.js" */
/** @typedef {[writer: string, rev: number, checksum: string, kept: Raw]} Entry */

/** Characters of a file. */
export const LARGEST = 20_000_000;
// More than any reader comes to, and room for more above.
const MOST_VERSIONS = 200;
const HIGHEST = 1e9;

const OTHER = "Choose a file that “My things” has saved.";
const NEWER =
  "This backup comes from a newer edition of this site. Open the latest edition, and bring the backup there.";
const DAMAGED = "It may have been cut off or changed on its way. Choose another copy.";

/**
 * The text of a file: equal records, equal text.
 * @param {{ records(): Records }} store
 * @param {Formats} [formats]
 * @param {number} [form] an earlier one, for an earlier edition
 */
export function pack(store, formats = new Formats(), form = Number.POSITIVE_INFINITY) {
  /** @type {Record<string, Entry[]>} */
  const records = {};
  let format = Math.min(form, formats.newest);
  for (const [id, versions] of store.records()) {
    if (isLocal(id)) continue;
    records[id] = versions.map((version) => {
      const raw = formats.raw(version, Math.min(form, version.format));
      // With anything in it that only a later edition understands, the file is that edition's.
      format = Math.max(format, Number(raw.f));
      const { writer, rev } = version;
      return [writer, rev, checksum(JSON.stringify([id, writer, rev, raw])), raw];
    });
  }
  return JSON.stringify({ "leadership-loop": "backup", format, sum: total(records), records });
}

/**
 * What a file holds; `edited` if it is not as it was written, though each record is sound.
 * @param {string} text
 * @param {Formats} [formats]
 * @returns {{ records: Records, edited: boolean } | { refusal: string }} a refusal has words to show
 */
export function unpack(text, formats = new Formats()) {
  if (text.length > LARGEST) return { refusal: tooLarge(text.length) };
  if (!text.trim()) return { refusal: `This file is empty. ${OTHER}` };
  try {
    const { "leadership-loop": kind, format, sum, records } = Object(JSON.parse(text.trim()));
    if (kind !== "backup") return { refusal: `This file is not a backup of this site. ${OTHER}` };
    if (isCount(format) && format > formats.newest) return { refusal: NEWER };
    if (!isCount(format) || !(records instanceof Object)) throw new Unsound();
    if (Array.isArray(records)) throw new Unsound();
    let edited = sum !== total(records);
    /** @type {Records} */
    const found = new Map();
    for (const [id, entries] of Object.entries(records)) {
      if (!Array.isArray(entries) || entries.length > MOST_VERSIONS) throw new Unsound(id);
      const versions = entries.map((entry) => read(id, entry, formats));
      edited ||= versions.some(({ writer }, place) => writer !== entries[place][0]);
      const unlike = new Set(versions.map((version) => keyOf(id, version)));
      if (unlike.size < versions.length) throw new Unsound(id);
      if (!isLocal(id)) found.set(id, living(versions));
    }
    return { records: found, edited };
  } catch (error) {
    const where = error instanceof Unsound && error.id ? ` (at “${error.id.slice(0, 60)}”)` : "";
    return { refusal: `This file cannot be read as a backup${where}. ${DAMAGED}` };
  }
}

/** @param {number} size in bytes; words for a file that is not even looked at */
export function tooLarge(size) {
  const [has, most] = [size, LARGEST].map((bytes) => `${Math.ceil(bytes / 1e6)} MB`);
  return `This file has ${has}; a backup of this site has at most ${most}. ${OTHER}`;
}

/** @param {Record<string, Entry[]>} records each of whose entries has a sum of its own */
function total(records) {
  const all = Object.entries(records);
  return checksum(
    JSON.stringify(all.map(([id, entries]) => [id, entries.map(([, , sum]) => sum)])),
  );
}

/** @param {string} id @param {Entry} entry @param {Formats} formats */
function read(id, entry, formats) {
  const [writer, rev, sum, raw] = entry;
  const version = formats.version(id, writer, rev, raw);
  if (!version || version.format > formats.newest || entry.length !== 4) throw new Unsound(id);
  if (Math.max(rev, ...Object.values(version.seen)) > HIGHEST) throw new Unsound(id);
  return sum === checksum(JSON.stringify([id, writer, rev, raw])) ? version : foreign(id, version);
}

class Unsound extends Error {
  /** @param {string} [id] */
  constructor(id) {
    super();
    this.id = id;
  }
}

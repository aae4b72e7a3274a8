// A record as it is kept: versions, each of which knows what it has replaced. No write overwrites
// another: a new version stands beside the old ones until it is safely kept, and what two tabs wrote
// without knowing of each other stands side by side. Nothing here touches the browser.

/** The format that this edition writes. */
export const FORMAT = 1;

/**
 * What a reader makes of a record: a box that is ticked, a text.
 * @typedef {boolean | string} Value
 */

/**
 * `seen` has, for each writer, the last revision that this version replaces; `rest` what a later
 * edition may have added.
 * @typedef {object} Version
 * @property {string} writer a tab, from its load to its end
 * @property {number} rev counts up over all versions of a record
 * @property {Record<string, number>} seen
 * @property {number} time milliseconds since 1970 by the reader's clock, for show alone
 * @property {Value} value
 * @property {number} format
 * @property {Record<string, unknown>} rest
 */

// A note that was edited in this many visits begins to forget that it has replaced the oldest.
const WRITERS_KEPT = 60;

/**
 * Whether one version knows of another, and so takes its place.
 * @param {Version} newer
 * @param {Version} older
 */
export function replaces(newer, older) {
  return newer.writer === older.writer
    ? newer.rev > older.rev
    : (newer.seen[older.writer] ?? 0) >= older.rev;
}

/**
 * Those that no other replaces, the newest last; the same order in every tab.
 * @param {Version[]} versions
 */
export function living(versions) {
  return versions
    .filter((one) => !versions.some((other) => other !== one && replaces(other, one)))
    .sort((a, b) => a.rev - b.rev || (a.writer < b.writer ? -1 : 1));
}

/**
 * The version that replaces those that were seen.
 * @param {string} writer
 * @param {Version[]} seen what the reader had before them
 * @param {Version[]} known all that this tab knows of the record
 * @param {Value} value
 * @param {number} time
 * @returns {Version}
 */
export function next(writer, seen, known, value, time) {
  const own = known.filter((version) => version.writer === writer);
  /** @type {Map<string, number>} */
  const replaced = new Map();
  for (const version of [...seen, ...own]) {
    for (const [who, rev] of [...Object.entries(version.seen), [version.writer, version.rev]]) {
      const before = replaced.get(String(who)) ?? 0;
      replaced.delete(String(who));
      replaced.set(String(who), Math.max(before, Number(rev)));
    }
  }
  replaced.delete(writer);
  return {
    writer,
    rev: 1 + Math.max(0, ...known.map((version) => version.rev)),
    seen: Object.fromEntries([...replaced].slice(-WRITERS_KEPT)),
    time,
    value,
    format: FORMAT,
    rest: { ...seen.at(-1)?.rest },
  };
}

/**
 * A version as it is kept, without its writer and revision, which are in its key.
 * @param {Version} version
 */
export function written({ format, value, time, seen, rest }) {
  return JSON.stringify({ f: format, v: value, t: time, s: seen, ...rest });
}

/**
 * A version from its text; null for what is none, "newer" for what only a later edition can read.
 * @param {string} writer
 * @param {number} rev
 * @param {string} text
 * @returns {Version | "newer" | null}
 */
export function read(writer, rev, text) {
  let raw;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!(raw instanceof Object)) return null;
  return sound(writer, rev, raw) ?? (isCount(raw.f) && raw.f > FORMAT ? "newer" : null);
}

/**
 * A version from what was parsed; null for what is none.
 * @param {string} writer
 * @param {number} rev
 * @param {Record<string, unknown>} raw
 * @returns {Version | null}
 */
export function sound(writer, rev, raw) {
  const { f: format, v: value, t: time, s: seen, ...rest } = raw;
  const isVersion =
    /^[a-z0-9]{1,12}$/.test(writer) &&
    isCount(rev) &&
    isCount(format) &&
    (typeof value === "boolean" || typeof value === "string") &&
    typeof time === "number" &&
    seen instanceof Object &&
    Object.values(seen).every(isCount);
  if (!isVersion) return null;
  return { writer, rev, seen: Object.fromEntries(Object.entries(seen)), time, value, format, rest };
}

/** @param {unknown} value @returns {value is number} */
function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

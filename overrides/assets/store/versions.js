// A record as it is kept: versions, each of which knows what it has replaced. No version changes once
// it is written, and none overwrites another: what two tabs wrote without knowing of each other stands
// side by side until the reader has seen both. No clock has a say in it. Nothing here touches the
// browser.

/**
 * What a reader makes of a record: a box that is ticked, a text. False and "" say that it is gone.
 * @typedef {boolean | string} Value
 */

/**
 * @typedef {object} Version
 * @property {string} writer a page, from its load to its end
 * @property {number} rev counts up over all versions of a record that its writer has met
 * @property {Record<string, number>} seen for each writer, the last revision that this one replaces
 * @property {number} time milliseconds since 1970 by the reader's clock, for show alone
 * @property {Value} value
 * @property {number} format
 * @property {Record<string, unknown>} rest what a later edition may have added
 */

/** @typedef {Map<string, Version[]>} Records by the records' ids */

// A note that was edited in more visits than this forgets that it has replaced the oldest.
const WRITERS_KEPT = 60;

/**
 * Whether one version knows of another, and so takes its place.
 * @param {Version} newer
 * @param {Version} older
 */
export function replaces(newer, older) {
  if (newer.writer === older.writer) return newer.rev > older.rev;
  return Object.hasOwn(newer.seen, older.writer) && Number(newer.seen[older.writer]) >= older.rev;
}

/**
 * Whether two versions are one and the same.
 * @param {Version} one
 * @param {Version} other
 */
export function same(one, other) {
  return one.writer === other.writer && one.rev === other.rev;
}

/**
 * Those that no other replaces, the one that counts last; the same order in every tab. One that says
 * "gone" comes before those that hold something: nobody's text goes by somebody else's deletion.
 * @param {Version[]} versions
 */
export function living(versions) {
  if (versions.length < 2) return versions;
  return versions
    .filter((one) => !versions.some((other) => replaces(other, one)))
    .sort((a, b) => {
      const held = Number(Boolean(a.value)) - Number(Boolean(b.value));
      return held || a.rev - b.rev || (a.writer < b.writer ? -1 : 1);
    });
}

/**
 * Those that a reader has to know of: what is gone is not shown, and equal texts are one.
 * @param {Version[]} versions living ones
 */
export function shown(versions) {
  const later = (/** @type {Version} */ one, /** @type {number} */ place) =>
    versions.some((other, at) => at > place && other.value === one.value);
  return versions.filter((one, place) => one.value && !later(one, place));
}

/**
 * The version that replaces those that were seen, and those that hold nothing else than they do.
 * @param {Version[]} known the living versions
 * @param {Version[]} seen what the reader had before them
 * @param {{ writer: string, rev: number, time: number, value: Value, format: number }} fresh
 * @returns {Version}
 */
export function next(known, seen, fresh) {
  const values = [...seen.map((version) => version.value), fresh.value];
  const told = known.filter(
    ({ value, writer }) => !value || values.includes(value) || writer === fresh.writer,
  );
  const all = [...told, ...seen];
  /** @type {Map<string, number>} those replaced at once last: the first are forgotten first */
  const replaced = new Map();
  for (const [writer, rev] of [
    ...all.flatMap((version) => Object.entries(version.seen)),
    ...all.map((version) => /** @type {const} */ ([version.writer, version.rev])),
  ]) {
    const before = replaced.get(writer) ?? 0;
    replaced.delete(writer);
    replaced.set(writer, Math.max(before, rev));
  }
  replaced.delete(fresh.writer);
  const rest = { ...(seen.at(-1) ?? told.at(-1))?.rest };
  return { ...fresh, seen: Object.fromEntries([...replaced].slice(-WRITERS_KEPT)), rest };
}

/**
 * Those that are not among others.
 * @param {Version[]} versions
 * @param {Version[]} others
 */
export function lacking(versions, others) {
  return versions.filter((one) => !others.some((other) => same(one, other)));
}

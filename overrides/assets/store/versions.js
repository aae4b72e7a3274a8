// A record is kept as versions, each of which knows what it has replaced. None changes once it is
// written, none overwrites another: what two tabs wrote without knowing of each other stands side by
// side until the reader has seen both. No clock has a say in it.

/** @typedef {boolean | string} Value a box that is ticked, a text; false and "": it is gone */
/**
 * @typedef {object} Version
 * @property {string} writer a page, from its load to its end
 * @property {number} rev counts up over all versions that the writer has met
 * @property {Record<string, number>} seen by writer, the last revision that this one replaces
 * @property {number} time in milliseconds, for show alone
 * @property {Value} value
 * @property {number} format
 * @property {Record<string, unknown>} rest of a later edition
 */
/** @typedef {Map<string, Version[]>} Records by their ids */

// A note edited in more visits than this forgets that it has replaced the oldest.
const WRITERS_KEPT = 60;

/** @type {(newer: Version, older: Version) => boolean} whether one knows of another, and takes its place */
export function replaces(newer, older) {
  if (newer.writer === older.writer) return newer.rev > older.rev;
  return Object.hasOwn(newer.seen, older.writer) && Number(newer.seen[older.writer]) >= older.rev;
}

/** @type {(one: Version, other: Version) => boolean} */
export function same(one, other) {
  return one.writer === other.writer && one.rev === other.rev;
}

/** @type {(versions: Version[], others: Version[]) => Version[]} those that are not among others */
export function lacking(versions, others) {
  return versions.filter((one) => !others.some((other) => same(one, other)));
}

/**
 * Those that no other replaces, the one that counts last; in every tab alike. Nobody's text gives way to
 * a deletion that has not seen it.
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

/** @type {(living: Version[]) => Version[]} for a reader: nothing that is gone, equal texts once */
export function shown(versions) {
  return versions.filter(
    ({ value }, place) =>
      value && !versions.slice(place + 1).some((later) => later.value === value),
  );
}

/**
 * The version that replaces those that were seen, and those that hold nothing else than they do.
 * @param {Version[]} known the living versions
 * @param {Version[]} seen what the reader had before them
 * @param {Pick<Version, "writer" | "rev" | "time" | "value" | "format">} fresh
 * @returns {Version}
 */
export function next(known, seen, fresh) {
  const values = [...seen.map(({ value }) => value), fresh.value];
  const told = known.filter(
    ({ value, writer }) => !value || values.includes(value) || writer === fresh.writer,
  );
  const all = [...told, ...seen];
  /** @type {Map<string, number>} what is replaced now comes last: the first are forgotten first */
  const replaced = new Map();
  for (const [writer, rev] of [
    ...all.flatMap((version) => Object.entries(version.seen)),
    ...all.map(({ writer, rev }) => /** @type {const} */ ([writer, rev])),
  ]) {
    const before = replaced.get(writer) ?? 0;
    replaced.delete(writer);
    replaced.set(writer, Math.max(before, rev));
  }
  replaced.delete(fresh.writer);
  const rest = { ...(seen.at(-1) ?? told.at(-1))?.rest };
  return { ...fresh, seen: Object.fromEntries([...replaced].slice(-WRITERS_KEPT)), rest };
}

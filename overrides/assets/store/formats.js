// The form in which a version is kept, and the steps from each form to the next and back. An edition
// reads all forms up to its own; of a later one it reads what it can, and writes nothing beside it.

/** @typedef {import("./versions.js").Value} Value */
/** @typedef {import("./versions.js").Version} Version */
/** @typedef {Record<string, unknown>} Raw f: its form, v: value, t: time, s: seen; more to come */

/**
 * From one form to the next, and back. What every form keeps is f, v, t and s.
 * @typedef {object} Step
 * @property {(raw: Raw) => Raw} up
 * @property {(raw: Raw) => Raw} down
 */

/** @type {Step[]} The first leads from form 1 to 2. */
const STEPS = [];

const ID = /^[a-z]{1,20}\/[\w.-]{1,200}$/;
const WRITER = /^[a-z][a-z0-9]{0,11}$/;

/** What each kind of record holds. The rest of a record's id says what it is about. */
export const KINDS = {
  backup: "string",
  lens: "string",
  note: "string",
  own: "string",
  plan: "string",
  practised: "string",
  star: "boolean",
  tick: "boolean",
};

/**
 * Whether a record may hold a value; any value, if a later edition keeps that kind.
 * @param {string} id
 * @param {unknown} value
 */
export function fits(id, value) {
  const kind = id.slice(0, id.indexOf("/"));
  const known = Object.hasOwn(KINDS, kind);
  return (
    ID.test(id) && (!known || typeof value === KINDS[/** @type {keyof typeof KINDS} */ (kind)])
  );
}

/** What an edition can read and write. */
export class Formats {
  /** @param {Step[]} [steps] */
  constructor(steps = STEPS) {
    this.steps = steps;
    /** The form that this edition writes. */
    this.newest = steps.length + 1;
  }

  /**
   * A version from its text; null for what is none, "newer" for what only a later edition can read.
   * @param {string} id of its record
   * @param {string} writer
   * @param {number} rev
   * @param {string} text
   * @returns {Version | "newer" | null}
   */
  read(id, writer, rev, text) {
    try {
      const raw = JSON.parse(text);
      const version = this.version(id, writer, rev, raw);
      return version ?? (isCount(raw.f) && raw.f > this.newest ? "newer" : null);
    } catch {
      return null;
    }
  }

  /**
   * A version from what was parsed, in the form of this edition or a later one; null for what is none.
   * @param {string} id
   * @param {string} writer
   * @param {number} rev
   * @param {Raw} parsed
   * @returns {Version | null}
   */
  version(id, writer, rev, parsed) {
    if (!isSound(id, writer, rev, parsed)) return null;
    let raw = parsed;
    for (let form = Number(raw.f); form < this.newest; form += 1) {
      raw = { ...this.steps[form - 1]?.up(raw), f: form + 1 };
    }
    if (raw !== parsed && !isSound(id, writer, rev, raw)) return null;
    const { f, v, t, s, ...rest } = raw;
    const [value, seen] = [/** @type {Value} */ (v), /** @type {Record<string, number>} */ (s)];
    return { writer, rev, seen, time: Number(t), value, format: Number(f), rest };
  }

  /**
   * A version as it is kept, without its writer and revision.
   * @param {Version} version
   * @param {number} [form] an earlier one, for an earlier edition
   * @returns {Raw}
   */
  raw({ format, value, time, seen, rest }, form = format) {
    /** @type {Raw} */
    let raw = { f: format, v: value, t: time, s: seen, ...rest };
    for (let now = format; now > form && now <= this.newest; now -= 1) {
      raw = { ...this.steps[now - 2]?.down(raw), f: now - 1 };
    }
    return raw;
  }
}

/**
 * @param {string} id
 * @param {unknown} writer
 * @param {unknown} rev
 * @param {Raw} raw
 */
function isSound(id, writer, rev, raw) {
  if (!(raw instanceof Object) || Array.isArray(raw)) return false;
  const { f, v, t, s, ...rest } = raw;
  return (
    typeof writer === "string" &&
    WRITER.test(writer) &&
    isCount(rev) &&
    isCount(f) &&
    (typeof v === "boolean" || typeof v === "string") &&
    fits(id, v) &&
    typeof t === "number" &&
    s instanceof Object &&
    Object.entries(s).every(([who, last]) => WRITER.test(who) && isCount(last)) &&
    isShallow(rest, 12)
  );
}

/** @param {unknown} value @returns {value is number} */
export function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

/**
 * What is nested deeper may be read, and not be written again.
 * @param {unknown} value
 * @param {number} depth
 * @returns {boolean}
 */
function isShallow(value, depth) {
  if (!(value instanceof Object)) return true;
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1));
}

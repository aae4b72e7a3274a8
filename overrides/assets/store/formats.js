// The form in which a version is kept, and the steps from form to form. An edition reads all forms up to
// its own; of a later one it reads what it can, and writes nothing beside it.

/** @import { Value, Version } from "./versions.js" */
/** @typedef {Record<string, unknown>} Raw in every form: f: form, v: value, t: time, s: seen */

/** @type {{ up: (raw: Raw) => Raw, down: (raw: Raw) => Raw }[]} the first: from form 1 to 2 and back */
const STEPS = [];

const ID = /^[a-z]{1,20}\/[\w.-]{1,200}$/;
const WRITER = /^[a-z][a-z0-9]{0,11}$/;

/** What each kind of record holds; the rest of an id says what it is about. */
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

/** @type {(id: string, value: unknown) => boolean} any value fits a kind of a later edition */
export function fits(id, value) {
  const kind = /** @type {keyof typeof KINDS} */ (id.slice(0, id.indexOf("/")));
  return ID.test(id) && (!Object.hasOwn(KINDS, kind) || typeof value === KINDS[kind]);
}

/** What an edition can read and write. */
export class Formats {
  constructor(steps = STEPS) {
    this.steps = steps;
    this.newest = steps.length + 1;
  }

  /**
   * A version from its text; null: it is none; "newer": only a later edition can read it.
   * @param {string} id
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
   * A version from what was parsed, in this edition's form or a later one; null: it is none.
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
   * A version as it is kept, but for its writer and revision; in an earlier form, if one is given.
   * @param {Version} version
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

/** @type {(id: string, writer: unknown, rev: unknown, raw: Raw) => boolean} */
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

/** @type {(value: unknown, depth: number) => boolean} what is nested deeper might not be written again */
function isShallow(value, depth) {
  if (!(value instanceof Object)) return true;
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1));
}

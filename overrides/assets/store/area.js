// The browser's storage, which may refuse, be full, or give back something else than it was given. All
// that touches it is here, under our prefix: a key for each version of each record. All editions of the
// site share them.

/** @typedef {"refused" | "full" | "torn" | "newer"} Trouble why something is not kept */

const PREFIX = "leadership-loop:";
const OTHER = `${PREFIX}~`;
const ASIDE = `${OTHER}aside/`;
/** Stands there for a moment when all is deleted, so that other tabs hear of it. */
export const CLEARED = `${OTHER}cleared`;
const KEY = /^leadership-loop:([a-z]+\/[^#]+)#([a-z0-9]+)\.([1-9]\d{0,14})$/;

/** @type {(id: string, version: { writer: string, rev: number }) => string} */
export function keyOf(id, { writer, rev }) {
  return `${PREFIX}${id}#${writer}.${rev}`;
}

/** @param {string} key with an empty id, if it is no version's */
export function parse(key) {
  const [, id = "", writer = "", rev] = KEY.exec(key) ?? [];
  return { id, writer, rev: Number(rev) };
}

/** @param {string} key */
export function isOurs(key) {
  return key.startsWith(PREFIX) && !key.startsWith(OTHER);
}

export class Area {
  #storage;

  /** @param {() => Storage} storage asking for it may throw */
  constructor(storage) {
    this.#storage = storage;
  }

  /** Ours. Throws where the browser refuses to tell, as all that reads does. */
  keys(start = PREFIX) {
    const storage = this.#storage();
    const keys = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? "");
    return keys.filter((key) => key.startsWith(start));
  }

  /** @param {string} key */
  read(key) {
    return this.#storage().getItem(key);
  }

  /** @param {string} key */
  has(key) {
    try {
      return this.read(key) !== null;
    } catch {
      return false;
    }
  }

  /** @type {(key: string, text: string) => Trouble | null} where nothing stands; why it is not kept */
  write(key, text) {
    /** @type {Trouble} */
    let trouble = "torn";
    try {
      this.#storage().setItem(key, text);
      if (this.read(key) === text) return null;
    } catch (error) {
      trouble = error instanceof DOMException && /quota/i.test(error.name) ? "full" : "refused";
    }
    this.remove(key);
    return trouble;
  }

  /** @param {string} key @returns {boolean} whether nothing stands there now */
  remove(key) {
    try {
      this.#storage().removeItem(key);
      return this.read(key) === null;
    } catch {
      return false;
    }
  }

  /** Remove all that is ours; whether nothing is left. */
  clear() {
    // Other tabs hear of it first, or, where there is no room for a word, at last.
    const once = String(Math.random());
    const told = this.write(CLEARED, once) === null;
    for (const key of this.keys()) this.remove(key);
    if (!told) this.write(CLEARED, once);
    this.remove(CLEARED);
    return this.keys().length === 0;
  }

  /**
   * Move what nobody can read to where nothing overwrites it, if the browser lets us; whether it did.
   * @param {string} key
   * @param {string} text
   */
  setAside(key, text) {
    let place = key.replace(PREFIX, ASIDE);
    for (let old = this.read(place); old !== null && old !== text; old = this.read(place)) {
      place += "~";
    }
    const moved = this.read(place) === text || this.write(place, text) === null;
    if (moved) this.remove(key);
    return moved;
  }

  asides() {
    return new Map(this.keys(ASIDE).map((key) => [key, this.read(key) ?? ""]));
  }
}

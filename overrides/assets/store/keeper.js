// Keeps what the reader ticks and writes: one key of the browser's storage for each version of each
// record, under a prefix of our own. A version is written beside those it replaces, read back, and
// only then are they removed: whatever happens, the old or the new value stands whole.

import { FORMAT, living, next, read, replaces, written } from "./versions.js";

/**
 * @typedef {import("./versions.js").Version} Version
 * @typedef {import("./versions.js").Value} Value
 * @typedef {"refused" | "full" | "torn" | "newer"} Trouble why something is not kept
 * @typedef {Map<string, Version[]>} Records
 */

const PREFIX = "leadership-loop:";
const ASIDE = `${PREFIX}~aside/`;
const KEY = /^leadership-loop:(([a-z]+)\/.{1,200})#([a-z0-9]{1,12})\.([1-9]\d{0,14})$/su;

/** What each kind of record holds. The rest of a record's id says what it is about. */
export const KINDS = {
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
 * @param {Value} value
 */
export function fits(id, value) {
  const kind = id.slice(0, id.indexOf("/"));
  return !(kind in KINDS) || typeof value === KINDS[/** @type {keyof typeof KINDS} */ (kind)];
}

/** Tells of a `change` (`detail`: the ids) and of `trouble`: when it begins, changes or ends. */
export class Keeper extends EventTarget {
  /** @type {Records} the living versions of each record, those not yet kept included */
  #records = new Map();
  /** @type {Map<string, Version>} what could not be kept, by record */
  #unsaved = new Map();
  #writer = Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36))
    .join("")
    .slice(0, 12);
  /** @type {() => Storage} */
  #area;
  /** @type {Trouble | null} */
  trouble = null;

  /** @param {() => Storage} area the browser's storage; asking for it may throw */
  constructor(area) {
    super();
    this.#area = area;
    this.#load();
    addEventListener("storage", (event) => this.#hear(event));
    for (const end of ["pagehide", "visibilitychange"]) addEventListener(end, () => this.retry());
  }

  /**
   * The ids of the records of a kind, without the kind.
   * @param {keyof typeof KINDS} kind
   */
  ids(kind) {
    const start = `${kind}/`;
    const ids = [...this.#records.keys()].filter((id) => id.startsWith(start));
    return ids.map((id) => id.slice(start.length));
  }

  /**
   * The living versions of a record, the one that counts last; several when tabs disagree.
   * @param {string} id
   */
  versions(id) {
    return this.#records.get(id) ?? [];
  }

  /** @param {string} id */
  text(id) {
    return String(this.versions(id).at(-1)?.value ?? "");
  }

  /** @param {string} id */
  flag(id) {
    return this.versions(id).at(-1)?.value === true;
  }

  /** All records, by id in the order of the alphabet. */
  records() {
    return new Map([...this.#records].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What was found that nobody can read, by the key under which it is set aside. */
  aside() {
    return new Map(this.#entries().filter(([key]) => key.startsWith(ASIDE)));
  }

  /** How many records this page shows and the browser does not keep. */
  get unsaved() {
    return this.#unsaved.size;
  }

  /**
   * Keep a value. The page may call it saved only if this says so.
   * @param {string} id
   * @param {Value} value
   * @param {Version[]} [seen] the versions that the reader had before them; all, if left out
   */
  set(id, value, seen = this.versions(id)) {
    const known = this.versions(id);
    const version = next(this.#writer, seen, known, value, Date.now());
    this.#records.set(id, living([...known, version]));
    this.#unsaved.set(id, version);
    const saved = this.retry();
    this.#tell([id]);
    return saved;
  }

  /** Try again to keep what could not be kept; whether all is kept now. */
  retry() {
    if (this.trouble === "newer") return this.#unsaved.size === 0;
    /** @type {Trouble | null} */
    let trouble = null;
    for (const [id, version] of this.#unsaved) {
      const refusal = this.#keep(id, version);
      if (refusal) trouble = refusal;
      else this.#unsaved.delete(id);
    }
    this.#be(trouble);
    return trouble === null;
  }

  /**
   * Take over versions from elsewhere, all of them or none, and drop others.
   * @param {Records} added
   * @param {Records} dropped
   * @returns {Trouble | null} why nothing was changed
   */
  exchange(added, dropped) {
    /** @type {string[]} */
    const done = [];
    for (const [id, versions] of added) {
      for (const version of versions) {
        const key = keyOf(id, version);
        const refusal = this.trouble === "newer" ? "newer" : this.#write(key, written(version));
        if (refusal) {
          for (const each of done) this.#remove(each);
          return refusal;
        }
        done.push(key);
      }
    }
    for (const [id, versions] of dropped) {
      for (const version of versions) this.#remove(keyOf(id, version));
    }
    const ids = [...new Set([...added.keys(), ...dropped.keys()])];
    for (const id of ids) {
      const gone = (dropped.get(id) ?? []).map((version) => keyOf(id, version));
      const kept = this.versions(id).filter((version) => !gone.includes(keyOf(id, version)));
      this.#put(id, [...kept, ...(added.get(id) ?? [])]);
    }
    this.#tell(ids);
    return null;
  }

  /** Delete everything that this site keeps here, and nothing of anybody else's. */
  clear() {
    const ids = [...this.#records.keys()];
    for (const [key] of this.#entries()) this.#remove(key);
    this.#records.clear();
    this.#unsaved.clear();
    this.#be(null);
    this.#tell(ids);
  }

  #load() {
    for (const [key, text] of this.#entries()) {
      if (!key.startsWith(`${PREFIX}~`)) this.#take(key, text);
    }
    for (const [id, versions] of this.#records) {
      this.#put(id, versions);
      for (const version of versions) {
        if (!this.versions(id).includes(version)) this.#remove(keyOf(id, version));
      }
    }
  }

  /** @returns {[string, string][]} our entries; none where the browser refuses to tell */
  #entries() {
    try {
      const area = this.#area();
      const keys = Array.from({ length: area.length }, (_, place) => String(area.key(place)));
      return keys
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => [key, area.getItem(key) ?? ""]);
    } catch {
      this.#be("refused");
      return [];
    }
  }

  /**
   * Take up what stands under a key, or set it aside.
   * @param {string} key
   * @param {string} text
   */
  #take(key, text) {
    const [, id, , writer, rev] = KEY.exec(key) ?? [];
    const version = id ? read(writer ?? "", Number(rev), text) : null;
    if (version === "newer" || (version && version.format > FORMAT)) this.#be("newer");
    if (version === "newer") return;
    if (id && version && fits(id, version.value)) {
      this.#records.set(id, [...this.versions(id), version]);
    } else if (this.#write(ASIDE + key.slice(PREFIX.length), text) === null) this.#remove(key);
  }

  /** @param {StorageEvent} event */
  #hear({ key, newValue }) {
    if (key === null) {
      const before = [...this.#records.keys()];
      this.#records = new Map([...this.#unsaved].map(([id, version]) => [id, [version]]));
      this.#load();
      this.#tell([...new Set([...before, ...this.#records.keys()])]);
      return;
    }
    const [, id] = KEY.exec(key) ?? [];
    if (!id) return;
    const others = this.versions(id).filter((version) => keyOf(id, version) !== key);
    const mine = this.#unsaved.get(id);
    if (newValue !== null) {
      this.#records.set(id, others);
      this.#take(key, newValue);
      this.#put(id, this.versions(id));
    } else if (!mine || keyOf(id, mine) !== key) this.#put(id, others);
    this.#tell([id]);
  }

  /**
   * @param {string} id
   * @param {Version[]} versions
   */
  #put(id, versions) {
    if (versions.length > 0) this.#records.set(id, living(versions));
    else this.#records.delete(id);
  }

  /**
   * Keep a version beside the others, then remove those that it replaces.
   * @param {string} id
   * @param {Version} version
   * @returns {Trouble | null}
   */
  #keep(id, version) {
    const own = `${PREFIX}${id}#`;
    const kept = this.#entries().filter(([key]) => key.startsWith(own));
    const old = kept.filter(([key, text]) => {
      const [, , , writer, rev] = KEY.exec(key) ?? [];
      const other = read(writer ?? "", Number(rev), text);
      return other && other !== "newer" && replaces(version, other);
    });
    const [key, text] = [keyOf(id, version), written(version)];
    let refusal = this.#write(key, text);
    if (refusal === "full" && !version.value) {
      // Nothing is lost by removing first what the reader has emptied.
      for (const [each] of old) this.#remove(each);
      refusal = this.#write(key, text);
    }
    if (refusal === null) for (const [each] of old) this.#remove(each);
    return refusal;
  }

  /**
   * @param {string} key
   * @param {string} text
   * @returns {Trouble | null}
   */
  #write(key, text) {
    try {
      this.#area().setItem(key, text);
    } catch (error) {
      const full = error instanceof DOMException && /quota/i.test(error.name);
      return full ? "full" : "refused";
    }
    if (this.#written(key) === text) return null;
    this.#remove(key);
    return "torn";
  }

  /** @param {string} key */
  #written(key) {
    try {
      return this.#area().getItem(key);
    } catch {
      return null;
    }
  }

  /** @param {string} key */
  #remove(key) {
    try {
      this.#area().removeItem(key);
    } catch {
      // What has been replaced may stay: the versions after it know that it is replaced.
    }
  }

  /** @param {Trouble | null} trouble */
  #be(trouble) {
    if (this.trouble === trouble || this.trouble === "newer") return;
    this.trouble = trouble;
    this.dispatchEvent(new Event("trouble"));
  }

  /** @param {string[]} ids */
  #tell(ids) {
    this.dispatchEvent(new CustomEvent("change", { detail: ids }));
  }
}

/**
 * @param {string} id
 * @param {Version} version
 */
function keyOf(id, { writer, rev }) {
  return `${PREFIX}${id}#${writer}.${rev}`;
}

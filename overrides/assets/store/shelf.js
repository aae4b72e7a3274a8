// What of ours stands in the browser's storage, as far as this page knows. A version is written beside
// those it replaces and read back; only then are they removed, so that the old or the new value stands
// whole whatever happens.

import { isOurs, keyOf, parse } from "./area.js";
import { lacking, replaces } from "./versions.js";

/** @typedef {import("./area.js").Trouble} Trouble */
/** @typedef {import("./versions.js").Records} Records */
/** @typedef {import("./versions.js").Version} Version */

export class Shelf {
  #area;
  #formats;
  /** @type {Records} */
  #kept = new Map();
  /** @type {Map<string, { text: string, newer: boolean }>} by key, what nobody here can read */
  #unread = new Map();
  /** Whether all was read once; nothing is written before. */
  loaded = false;
  /** Whether a later edition has written here; nothing is written beside it. */
  newer = false;

  /**
   * @param {import("./area.js").Area} area
   * @param {import("./formats.js").Formats} formats
   */
  constructor(area, formats) {
    this.#area = area;
    this.#formats = formats;
  }

  ids() {
    return this.#kept.keys();
  }

  /**
   * The versions of a record that stand there, those that others have replaced included.
   * @param {string} id
   */
  of(id) {
    return this.#kept.get(id) ?? [];
  }

  /**
   * Whether a version still stands there.
   * @param {string} id
   * @param {Version} version
   */
  has(id, version) {
    return this.#area.has(keyOf(id, version));
  }

  /** What nobody can read and could not be set aside, by its key. */
  unreadable() {
    const found = [...this.#unread].filter(([, { newer }]) => !newer);
    return found.map(([key, { text }]) => /** @type {const} */ ([key, text]));
  }

  /** Read what is new and forget what is gone; the ids of both. Throws where reading is refused. */
  refresh() {
    const present = new Set(this.#area.keys().filter(isOurs));
    /** @type {Set<string>} */
    const changed = new Set();
    for (const key of this.#unread.keys()) if (!present.delete(key)) this.#unread.delete(key);
    for (const [id, versions] of this.#kept) {
      const left = versions.filter((version) => present.delete(keyOf(id, version)));
      if (left.length < versions.length) changed.add(this.#put(id, left));
    }
    for (const key of present) for (const id of this.#take(key)) changed.add(id);
    const later = [...this.#kept.values()].flat().some(({ format }) => this.#isLater(format));
    this.newer = later || [...this.#unread.values()].some(({ newer }) => newer);
    if (!this.loaded && !this.newer) {
      for (const [key, { text }] of this.#unread) {
        if (this.#area.setAside(key, text)) this.#unread.delete(key);
      }
    }
    this.loaded = true;
    return [...changed];
  }

  /**
   * Look at a key that another tab has changed; the ids of what is new. Throws as `refresh` does.
   * @param {string | null} key null for all
   * @returns {string[]}
   */
  hear(key) {
    if (key === null || !this.loaded) return this.refresh();
    if (!isOurs(key)) return [];
    const { id, writer, rev } = parse(key);
    const versions = this.of(id);
    const known = versions.find((one) => one.writer === writer && one.rev === rev);
    if (!known) return this.#take(key);
    if (this.has(id, known)) return [];
    // Removed by one that we have not heard of: whoever wrote that has more to tell.
    if (!versions.some((one) => replaces(one, known))) return this.refresh();
    this.#put(id, lacking(versions, [known]));
    return [];
  }

  /** @returns {Trouble | null} why nothing at all is written here */
  get barred() {
    return this.newer ? "newer" : this.loaded ? null : "refused";
  }

  /** @param {number} format */
  #isLater(format) {
    return format > this.#formats.newest;
  }

  /**
   * @param {string} key
   * @returns {string[]} the record's id, if there is one that we can read
   */
  #take(key) {
    const text = this.#area.read(key);
    if (text === null) return [];
    const { id, writer, rev } = parse(key);
    const version = this.#formats.read(id, writer, rev, text);
    const newer = version === "newer" || this.#isLater(version?.format ?? 0);
    this.newer ||= newer;
    if (version && version !== "newer") return [this.#put(id, [...this.of(id), version])];
    this.#unread.set(key, { text, newer });
    return [];
  }

  /**
   * @param {string} id
   * @param {Version} version
   * @returns {Trouble | null}
   */
  write(id, version) {
    const text = JSON.stringify(this.#formats.raw(version));
    const trouble = this.barred ?? this.#area.write(keyOf(id, version), text);
    if (trouble === null) this.#put(id, [...this.of(id), version]);
    return trouble;
  }

  /**
   * @param {string} id
   * @param {Version[]} versions
   * @returns {boolean} whether all are gone; what could not be removed still stands there
   */
  remove(id, versions) {
    const gone = versions.filter((version) => this.#area.remove(keyOf(id, version)));
    this.#put(id, lacking(this.of(id), gone));
    return gone.length === versions.length;
  }

  /**
   * @param {string} id
   * @param {Version[]} versions
   */
  #put(id, versions) {
    if (versions.length > 0) this.#kept.set(id, versions);
    else this.#kept.delete(id);
    return id;
  }
}

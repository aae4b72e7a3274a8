// What of ours stands in the browser's storage, as far as this page knows.

import { isOurs, keyOf, parse } from "./area.js";
import { lacking, replaces } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Records, Version } from "./versions.js" */

export class Shelf {
  #area;
  #formats;
  /** @type {Records} */
  #kept = new Map();
  /** @type {Map<string, { text: string, newer: boolean }>} what nobody here can read, by key */
  #unread = new Map();
  /** Nothing is written before all was read once. */
  loaded = false;
  /** Nothing is written beside what a later edition wrote. */
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

  /** @param {string} id those included that others have replaced */
  of(id) {
    return this.#kept.get(id) ?? [];
  }

  /** @param {string} id @param {Version} version whether it still stands there */
  has(id, version) {
    return this.#area.has(keyOf(id, version));
  }

  /** What could not be set aside, by key. */
  unreadable() {
    const found = [...this.#unread].filter(([, { newer }]) => !newer);
    return found.map(([key, { text }]) => /** @type {const} */ ([key, text]));
  }

  /** Read what is new and forget what is gone; the ids of both. Throws where that is refused. */
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
    const { newest } = this.#formats;
    const later = [...this.#kept.values()].flat().some(({ format }) => format > newest);
    this.newer = later || [...this.#unread.values()].some(({ newer }) => newer);
    if (!this.loaded && !this.newer) {
      for (const [key, { text }] of this.#unread) {
        if (this.#area.setAside(key, text)) this.#unread.delete(key);
      }
    }
    this.loaded = true;
    return [...changed];
  }

  /** @type {(key: string | null) => string[]} `refresh`, of what another tab has changed: a key, or all */
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

  /** @returns {Trouble | null} why nothing at all is written */
  get barred() {
    return this.newer ? "newer" : this.loaded ? null : "refused";
  }

  /** @param {string} key @returns {string[]} the id, if there is a version that we can read */
  #take(key) {
    const text = this.#area.read(key);
    if (text === null) return [];
    const { id, writer, rev } = parse(key);
    const version = this.#formats.read(id, writer, rev, text);
    const newer = version === "newer" || (version?.format ?? 0) > this.#formats.newest;
    this.newer ||= newer;
    if (version && version !== "newer") return [this.#put(id, [...this.of(id), version])];
    this.#unread.set(key, { text, newer });
    return [];
  }

  /** @param {string} id @param {Version} version @returns {Trouble | null} why it is not kept */
  write(id, version) {
    const text = JSON.stringify(this.#formats.raw(version));
    const trouble = this.barred ?? this.#area.write(keyOf(id, version), text);
    if (trouble === null) this.#put(id, [...this.of(id), version]);
    return trouble;
  }

  /** @param {string} id @param {Version[]} versions @returns {boolean} whether none of them is left */
  remove(id, versions) {
    const gone = versions.filter((version) => this.#area.remove(keyOf(id, version)));
    this.#put(id, lacking(this.of(id), gone));
    return gone.length === versions.length;
  }

  /** @param {string} id @param {Version[]} versions */
  #put(id, versions) {
    if (versions.length > 0) this.#kept.set(id, versions);
    else this.#kept.delete(id);
    return id;
  }
}

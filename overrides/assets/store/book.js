// What the page shows: what stands in the storage, and the last version of each record that was refused.

import { exchange, keep } from "./exchange.js";
import { Shelf } from "./shelf.js";
import { living, replaces, same } from "./versions.js";

/** @typedef {import("./area.js").Trouble} Trouble */
/** @typedef {import("./versions.js").Version} Version */

export class Book {
  /** @type {Map<string, Version>} */
  #unsaved = new Map();
  /** @type {Set<string>} what is unsaved, and the reader deleted it in another tab */
  #held = new Set();
  /** @type {Trouble} */
  #why = "refused";

  /**
   * @param {import("./area.js").Area} area
   * @param {import("./formats.js").Formats} formats
   */
  constructor(area, formats) {
    this.shelf = new Shelf(area, formats);
  }

  get unsaved() {
    return this.#unsaved.size;
  }

  ids() {
    return new Set([...this.shelf.ids(), ...this.#unsaved.keys()]);
  }

  /**
   * The versions of a record that no other replaces, the one that counts last.
   * @param {string} id
   */
  living(id) {
    const unsaved = this.#unsaved.get(id);
    const kept = this.shelf.of(id);
    return living(unsaved ? [...kept, unsaved] : kept);
  }

  /**
   * Whether the storage has exactly this.
   * @param {string} id
   * @param {import("./versions.js").Value} value
   */
  has(id, value) {
    const [one, ...others] = this.living(id);
    if (!this.shelf.loaded || this.#unsaved.has(id) || others.length > 0) return false;
    return one ? one.value === value && this.shelf.has(id, one) : !value;
  }

  /**
   * Whether a record's last version is not kept.
   * @param {string} id
   */
  lacks(id) {
    return this.#unsaved.has(id);
  }

  /**
   * @param {string} id
   * @param {Version} version
   */
  put(id, version) {
    this.#unsaved.set(id, version);
    this.#held.delete(id);
  }

  /** @param {Iterable<string>} ids */
  drop(ids) {
    for (const id of ids) this.#unsaved.delete(id);
  }

  /** Keep nothing of what is unsaved until it is put again or released: the reader deleted all. */
  hold() {
    this.#held = new Set(this.#unsaved.keys());
  }

  release() {
    this.#held.clear();
  }

  /**
   * Make records be these versions and no others: all of them, or none.
   * @param {import("./versions.js").Records} target
   * @returns {Trouble | null} why nothing was changed
   */
  exchange(target) {
    const trouble = exchange(this.shelf, target);
    if (trouble === null) this.drop(target.keys());
    return trouble;
  }

  /** Drop what by another tab has been kept already, or replaced. */
  settle() {
    for (const [id, version] of this.#unsaved) {
      const done = this.shelf.of(id).some((one) => same(one, version) || replaces(one, version));
      if (done) this.#unsaved.delete(id);
    }
  }

  /** @returns {Trouble | null} why the page cannot keep all that it shows */
  trouble() {
    if (this.shelf.newer) return "newer";
    if (!this.shelf.loaded) return "refused";
    return this.unsaved > 0 ? this.#why : null;
  }

  /**
   * Try to keep what is unsaved.
   * @param {string} first the id of the record that comes first
   * @param {() => number} rev gives a revision that was never used
   */
  flush(first, rev) {
    /** @type {Trouble | null} */
    let why = null;
    for (const id of new Set([first, ...this.#unsaved.keys()])) {
      const version = this.#unsaved.get(id);
      if (!version || this.#held.has(id)) continue;
      const trouble = keep(this.shelf, id, version);
      why ??= trouble;
      if (trouble === null) this.#unsaved.delete(id);
      // Another tab may have found the torn text, and remove it from under its key at any time.
      if (trouble === "torn") this.#unsaved.set(id, { ...version, rev: rev() });
      if (trouble === "refused" || trouble === "newer") break;
    }
    this.#why = why === null || why === "newer" ? "refused" : why;
  }
}

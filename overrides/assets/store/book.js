// What the page shows: what stands in the storage, and what was refused.

import { exchange, keep } from "./exchange.js";
import { Shelf } from "./shelf.js";
import { living, replaces, same } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Records, Value, Version } from "./versions.js" */

export class Book {
  /** @type {Map<string, Version>} */
  #unsaved = new Map();
  /** @type {Set<string>} of what is unsaved: everything was deleted in another tab */
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

  /** @param {string} id */
  living(id) {
    const unsaved = this.#unsaved.get(id);
    const kept = this.shelf.of(id);
    return living(unsaved ? [...kept, unsaved] : kept);
  }

  /** @type {(id: string, value: Value) => boolean} whether the storage has exactly this */
  has(id, value) {
    const [one, ...others] = this.living(id);
    if (!this.shelf.loaded || this.#unsaved.has(id) || others.length > 0) return false;
    return one ? one.value === value && this.shelf.has(id, one) : !value;
  }

  /** @param {string} id */
  lacks(id) {
    return this.#unsaved.has(id);
  }

  /** @param {string} id @param {Version} version */
  put(id, version) {
    this.#unsaved.set(id, version);
    this.#held.delete(id);
  }

  /** @param {Iterable<string>} ids */
  drop(ids) {
    for (const id of ids) this.#unsaved.delete(id);
  }

  /** Try nothing again that is unsaved, until it is put or released. */
  hold() {
    this.#held = new Set(this.#unsaved.keys());
  }

  release() {
    this.#held.clear();
  }

  /** @param {Records} target */
  exchange(target) {
    const trouble = exchange(this.shelf, target);
    if (trouble === null) this.drop(target.keys());
    return trouble;
  }

  /** Drop what another tab has kept already, or replaced. */
  settle() {
    for (const [id, version] of this.#unsaved) {
      const done = this.shelf.of(id).some((one) => same(one, version) || replaces(one, version));
      if (done) this.#unsaved.delete(id);
    }
  }

  /** @returns {Trouble | null} */
  trouble() {
    if (this.shelf.newer) return "newer";
    if (!this.shelf.loaded) return "refused";
    return this.unsaved > 0 ? this.#why : null;
  }

  /**
   * Try to keep what is unsaved.
   * @param {string} first an id
   * @param {() => number} rev one that was never used
   */
  flush(first, rev) {
    /** @type {Trouble | null} */
    let why = null;
    this.settle();
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

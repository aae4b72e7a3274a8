// What a page may ask of the store.

import { shown } from "./versions.js";

export class Reading extends EventTarget {
  #book;

  /** @param {import("./book.js").Book} book */
  constructor(book) {
    super();
    this.#book = book;
  }

  /** How many records this page shows and the browser does not keep. */
  get unsaved() {
    return this.#book.unsaved;
  }

  /**
   * The ids of what holds something, without the kind and in order.
   * @param {keyof typeof import("./formats.js").KINDS} kind
   */
  ids(kind) {
    const start = `${kind}/`;
    const ids = [...this.#book.ids()].filter((id) => id.startsWith(start) && this.#counts(id));
    return ids.map((id) => id.slice(start.length)).sort();
  }

  /** @param {string} id several when tabs disagree, the one that counts last; none when it is gone */
  versions(id) {
    return shown(this.#book.living(id));
  }

  /** @param {string} id */
  text(id) {
    const value = this.#counts(id);
    return typeof value === "string" ? value : "";
  }

  /** @param {string} id */
  flag(id) {
    return this.#counts(id) === true;
  }

  /** Everything in order of the ids, what is gone included. */
  records() {
    return new Map([...this.#book.ids()].sort().map((id) => [id, this.#book.living(id)]));
  }

  /** @param {string} id */
  #counts(id) {
    return this.#book.living(id).at(-1)?.value;
  }
}

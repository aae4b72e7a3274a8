// The list of what was found, fifty rows at once; until something is asked for, the list that the page
// came with stands in its place.

import { whenIdle } from "./later.js";
import { mineInWords } from "./mine.js";
import { mark, rowOf, say } from "./rows.js";

const AT_ONCE = 50;
// As many as a screen shows: the others follow when these have been painted.
const AT_FIRST = 12;

export class Found {
  /** @type {Map<string, HTMLElement | null>} rows that were made, with what was opened in them */
  #rows = new Map();
  /** @type {string[]} */
  #ids = [];
  /** @type {Set<string>} */
  #terms = new Set();
  #shown = AT_ONCE;
  #root;
  /** Whether it stands in the place of the list that the page came with. */
  used = false;

  /** @param {HTMLElement} root the element */
  constructor(root) {
    this.#root = root;
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(name));
  }

  /** Whether the reader is at work in a row. */
  get busy() {
    return this.#part("[data-found]").contains(document.activeElement);
  }

  /**
   * Show questions.
   * @param {string[]} ids in their order
   * @param {Set<string>} terms stems to mark
   * @param {boolean} whole whether all rows are to be there at once
   */
  show(ids, terms, whole) {
    const same = ids.length === this.#ids.length && ids.every((id, at) => id === this.#ids[at]);
    if (!same) this.#shown = AT_ONCE;
    this.#ids = ids;
    this.#terms = terms;
    this.#draw(whole || same ? this.#shown : AT_FIRST);
    whenIdle(() => ids === this.#ids && this.#draw());
    this.used = true;
    this.#part("[data-all]").hidden = true;
    this.#part("[data-found]").hidden = false;
  }

  /** Show more rows of the same; all of them on paper. */
  more(count = AT_ONCE) {
    const before = this.#shown;
    this.#shown += count;
    this.#draw();
    return this.#rows.get(this.#ids[before] ?? "")?.querySelector("a");
  }

  /** @param {string[]} ids whose rows say anew what the reader did with them */
  remark(ids) {
    for (const id of ids) {
      const plain = document.getElementById(`find-${id}`);
      for (const row of [plain, this.#rows.get(id)]) if (row) say(row, mineInWords(id));
    }
  }

  #draw(number = this.#shown) {
    const ids = this.#ids.slice(0, number);
    /** @type {HTMLElement[]} */
    const rows = [];
    for (const id of ids) {
      if (!this.#rows.has(id)) this.#rows.set(id, rowOf(id));
      const row = this.#rows.get(id);
      if (!row) continue;
      for (const part of row.querySelectorAll("[data-words]")) mark(part, this.#terms);
      rows.push(row);
    }
    const list = this.#part("[data-found]");
    // Rows that stay where they are keep the focus and what is being written in their cards.
    if (rows.length !== list.children.length || rows.some((row, at) => row !== list.children[at])) {
      list.replaceChildren(...rows);
    }
    const left = this.#ids.length - this.#shown;
    const more = this.#part("[data-do=more]");
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, AT_ONCE)} more of ${left}`;
  }
}

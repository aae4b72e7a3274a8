// Keeps what the reader ticks and writes. What is not kept stays in the page and is tried again with the
// next value, now and then, and when the reader leaves or returns.

import { Area, CLEARED } from "./area.js";
import { attempt, browser, newWriter } from "./around.js";
import { Book } from "./book.js";
import { fits } from "./formats.js";
import { Reading } from "./reading.js";
import { next } from "./versions.js";

/** @import { Trouble } from "./area.js" */
/** @import { Records, Value, Version } from "./versions.js" */

const TURNS = ["focus", "pagehide", "pageshow", "visibilitychange"];

/** Tells of `change` (`detail`: ids), and of `trouble` when that or the number `unsaved` differs. */
export class Keeper extends Reading {
  #area;
  #around;
  #book;
  #rev = 0;
  #told = "null 0";
  #waits = false;
  #writer = newWriter();
  /** @type {Trouble | null} why this page cannot keep all that it shows */
  trouble = null;

  /**
   * @param {() => Storage} storage asking for it may throw
   * @param {Partial<typeof browser>} [around] what tests put in the browser's place
   */
  constructor(storage, around) {
    const { page, ...others } = { ...browser, ...around };
    const area = new Area(storage);
    const book = new Book(area, others.formats);
    super(book);
    this.#around = others;
    this.#area = area;
    this.#book = book;
    this.refresh();
    page.addEventListener("storage", (event) => this.#hear(/** @type {StorageEvent} */ (event)));
    for (const turn of TURNS) page.addEventListener(turn, () => this.refresh());
  }

  /**
   * Keep a value. Only if this says true may the page call it saved.
   * @param {string} id
   * @param {Value} value
   * @param {Version[]} [seen] what the reader had before them; all, if left out
   */
  set(id, value, seen = this.versions(id)) {
    if (!fits(id, value)) return false;
    if (this.#book.has(id, value)) return true;
    const known = this.#book.living(id);
    this.#rev = Math.max(this.#rev, ...[...known, ...seen].map(({ rev }) => rev));
    const { formats, now } = this.#around;
    const fresh = { writer: this.#writer, rev: this.#nextRev(), time: now(), value };
    this.#book.put(id, next(known, seen, { ...fresh, format: formats.newest }));
    if (this.#book.shelf.loaded) this.#flush(id);
    else this.refresh();
    this.#tell([id]);
    return !this.#book.lacks(id);
  }

  /** Try again to keep what could not be kept; whether all is kept now. */
  retry() {
    this.#book.release();
    this.refresh();
    return this.unsaved === 0;
  }

  /** Look at what other tabs have written, and try again to keep what is unsaved. */
  refresh() {
    const changed = attempt(() => this.#book.shelf.refresh()) ?? [];
    this.#flush("");
    this.#tell(changed);
  }

  /**
   * Make records be these versions and no others: all of them, or none, and why.
   * @param {Records} target
   */
  exchange(target) {
    const trouble = this.#book.exchange(target);
    this.#flush("");
    this.#tell([...target.keys()]);
    return trouble;
  }

  /** Delete all that is ours; whether nothing is left. */
  clear() {
    const ids = [...this.#book.ids()];
    const done = attempt(() => this.#area.clear()) ?? false;
    this.#book.drop(ids);
    this.refresh();
    this.#tell(ids);
    return done;
  }

  /** What was found that nobody can read, by its key. */
  aside() {
    const found = attempt(() => this.#area.asides()) ?? [];
    return new Map([...found, ...this.#book.shelf.unreadable()]);
  }

  /** Delete what nobody can read. */
  dropAside() {
    for (const key of this.aside().keys()) this.#area.remove(key);
    this.refresh();
  }

  #nextRev() {
    this.#rev += 1;
    return this.#rev;
  }

  /** @param {StorageEvent} event */
  #hear({ key }) {
    if (key === CLEARED) this.#book.hold();
    const changed = attempt(() => this.#book.shelf.hear(key)) ?? [];
    this.#book.settle();
    this.#judge();
    this.#tell(changed);
  }

  /** @param {string} first an id */
  #flush(first) {
    this.#book.flush(first, () => this.#nextRev());
    this.#judge();
  }

  #judge() {
    this.trouble = this.#book.trouble();
    if (this.unsaved && !this.#waits) {
      this.#waits = true;
      this.#around.wait(() => {
        this.#waits = false;
        this.refresh();
      });
    }
    const told = this.#told;
    this.#told = `${this.trouble} ${this.unsaved}`;
    if (told !== this.#told) this.dispatchEvent(new Event("trouble"));
  }

  /** @param {string[]} ids */
  #tell(ids) {
    if (ids.length > 0) this.dispatchEvent(new CustomEvent("change", { detail: ids }));
  }
}

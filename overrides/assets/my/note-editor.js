// A note: text on its card, and a field that keeps what is typed as it is typed. A field that the
// reader is typing in never changes under their hands; what another tab wrote meanwhile stands beside.

import { store } from "../store/store.js";
import { NoteConflict } from "./note-conflict.js";

/** Milliseconds after the last key until the note is kept. */
const PAUSE = 250;

export class NoteEditor {
  #id;
  /** @type {HTMLElement} */
  #sheet;
  /** @type {HTMLTextAreaElement} */
  #field;
  /** @type {HTMLElement} */
  #text;
  /** @type {HTMLElement} */
  #foot;
  /** @type {HTMLButtonElement} */
  #opener;
  #conflict;
  /** @type {import("../store/versions.js").Version[]} those that the reader had before them */
  #seen = [];
  #typing = false;
  #disagree = false;
  #timer = 0;

  /**
   * @param {HTMLElement} marks
   * @param {string} id the note's record
   */
  constructor(marks, id) {
    const find = (/** @type {string} */ part) => /** @type {any} */ (marks.querySelector(part));
    this.#id = id;
    this.#sheet = find(".loop-question-marks__note");
    this.#field = find("textarea");
    this.#text = find(".loop-question-marks__text");
    this.#foot = find(".loop-question-marks__foot");
    this.#opener = find('[data-mark="note"]');
    this.#conflict = new NoteConflict(marks, id);
  }

  connect() {
    this.#listen("addEventListener");
  }

  disconnect() {
    this.#rest();
    this.#listen("removeEventListener");
  }

  /** @param {"addEventListener" | "removeEventListener"} doing */
  #listen(doing) {
    for (const type of ["input", "blur", "keydown"]) this.#field[doing](type, this);
    for (const button of [this.#opener, this.#foot.querySelector("button")]) {
      button?.[doing]("click", this);
    }
    for (const type of ["pagehide", "visibilitychange"]) window[doing](type, this);
    store[doing]("trouble", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const leaving = event instanceof KeyboardEvent && event.key === "Escape";
    if (event.type === "input") this.#typed();
    else if (event.type === "click" || leaving) this.#turn();
    else if (event.type === "blur") this.#rest();
    else if (event.type === "trouble") this.#say(store.unsaved === 0);
    else if (event.type !== "keydown") this.#keep();
  }

  /** Show what is kept: in the field only if nobody is typing there. */
  show() {
    const versions = store.versions(this.#id);
    const disagree = this.#conflict.show(versions);
    const settled = this.#disagree && !disagree && document.activeElement !== this.#field;
    this.#disagree = disagree;
    if (settled) this.#typing = false;
    if (this.#typing) return;
    if (disagree || settled) this.#field.hidden = true;
    this.#seen = versions;
    const text = store.text(this.#id);
    if (this.#field.value !== text) this.#field.value = text;
    this.#draw(text);
  }

  /** @param {string} text */
  #draw(text) {
    const open = !this.#field.hidden;
    this.#text.textContent = text;
    // Two texts are shown by themselves.
    this.#sheet.hidden = this.#disagree || (!open && !text);
    this.#foot.hidden = !open;
    this.#opener.hidden = this.#disagree;
    this.#opener.textContent = text && !open ? "Edit note" : "Note";
    this.#opener.ariaExpanded = String(open);
  }

  /** Open the field, or close it. */
  #turn() {
    this.#keep();
    this.#typing = false;
    this.#field.hidden = !this.#field.hidden;
    this.#saidOf().textContent = "";
    this.show();
    const next = this.#disagree ? this.#conflict.first : this.#opener;
    (this.#field.hidden ? next : this.#field)?.focus();
  }

  #typed() {
    this.#typing = true;
    this.#text.textContent = this.#field.value;
    this.#saidOf().textContent = "";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), PAUSE);
  }

  /** Keep what was typed and is not kept yet. */
  #keep() {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#say(store.set(this.#id, this.#field.value, this.#seen));
  }

  /**
   * The reader has left the field: from now on it follows the other tabs. With two texts it stays as
   * it is, or what the reader is about to press would move away from under the pointer.
   */
  #rest() {
    this.#keep();
    if (!this.#disagree) this.#typing = false;
    this.show();
  }

  #saidOf() {
    return /** @type {HTMLElement} */ (this.#foot.querySelector("span"));
  }

  /** @param {boolean} saved */
  #say(saved) {
    if (this.#field.hidden) return;
    this.#saidOf().textContent = saved
      ? "Saved in this browser"
      : "Not saved. The line at the foot of the window says why.";
  }
}

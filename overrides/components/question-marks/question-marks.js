// <loop-question-marks data-question="…">: the star, the day of practice and the note of a question,
// and the boxes of what its story needs. Two cards of one question, in one tab or two, say the same.

import { dayInWords, today } from "../../assets/day.js";
import { remind } from "../../assets/my/counts.js";
import { NoteEditor } from "../../assets/my/note-editor.js";
import { store } from "../../assets/store/store.js";

class QuestionMarks extends HTMLElement {
  /** @type {NoteEditor | undefined} */
  #note;
  /** The day that was there before the reader took it off. */
  #before = "";

  connectedCallback() {
    const bar = this.querySelector(".loop-question-marks__bar");
    if (!(bar instanceof HTMLElement)) return;
    bar.hidden = false;
    this.#note ??= new NoteEditor(this, `note/${this.#id}`);
    this.#note.connect();
    this.addEventListener("click", this);
    this.#card.addEventListener("change", this);
    store.addEventListener("change", this);
    this.#show();
  }

  disconnectedCallback() {
    this.#note?.disconnect();
    this.removeEventListener("click", this);
    this.#card.removeEventListener("change", this);
    store.removeEventListener("change", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof CustomEvent) {
      if (event.detail.some((/** @type {string} */ id) => this.#isMine(id))) this.#show();
    } else if (event.type === "change") this.#tick(event.target);
    else if (event.target instanceof Element) this.#press(event.target.closest("button"));
  }

  get #id() {
    return this.dataset.question ?? "";
  }

  /** @type {Element} the card that holds the boxes; it stays known when this element is taken out */
  #held = this;

  get #card() {
    this.#held = this.closest("article") ?? this.#held;
    return this.#held;
  }

  /** @returns {NodeListOf<HTMLInputElement>} the boxes of what the story needs */
  get #boxes() {
    return this.#card.querySelectorAll("input[data-tick]");
  }

  /** @param {string} id */
  #isMine(id) {
    return id.endsWith(`/${this.#id}`) || id.startsWith(`tick/need.${this.#id}.`);
  }

  /** @param {EventTarget | null} box */
  #tick(box) {
    if (!(box instanceof HTMLInputElement) || !box.dataset.tick) return;
    store.set(`tick/${box.dataset.tick}`, box.checked);
    remind(this);
  }

  /** @param {HTMLButtonElement | null} button */
  #press(button) {
    const day = store.text(`practised/${this.#id}`);
    const mark = button?.dataset.mark;
    if (mark === "star") store.set(`star/${this.#id}`, !store.flag(`star/${this.#id}`));
    else if (mark === "practised") {
      this.#before = day;
      store.set(`practised/${this.#id}`, day ? "" : today());
    } else if (mark === "again") {
      store.set(`practised/${this.#id}`, day ? today() : this.#before);
      this.#button("practised").focus();
    } else return;
    remind(this);
  }

  /** @param {string} mark */
  #button(mark) {
    const button = this.querySelector(`[data-mark="${mark}"]`);
    if (!(button instanceof HTMLButtonElement)) throw new TypeError(`no button "${mark}"`);
    return button;
  }

  #show() {
    const starred = store.flag(`star/${this.#id}`);
    const day = store.text(`practised/${this.#id}`);
    const back = day ? "" : this.#before;
    this.#button("star").ariaPressed = String(starred);
    const practised = this.#button("practised");
    practised.ariaPressed = String(day !== "");
    practised.textContent = day ? `Practised ${dayInWords(day)}` : "Practised";
    const again = this.#button("again");
    again.hidden = day === today() || (!day && !back);
    again.textContent = back ? `Back to ${dayInWords(back)}` : "Again today";
    for (const box of this.#boxes) box.checked = store.flag(`tick/${box.dataset.tick}`);
    const list = `.loop-question-bank__list a[href="#${CSS.escape(this.#id)}"]`;
    for (const link of document.querySelectorAll(list)) {
      link.classList.toggle("loop-question-marks__starred", starred);
    }
    this.#note?.show();
  }
}

customElements.define("loop-question-marks", QuestionMarks);

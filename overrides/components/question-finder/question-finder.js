// <loop-question-finder>: finds, filters and sorts the questions of its page. Until it is used the list
// stands as it came; the bank is fetched when the reader turns to the form, or came with an address.

import { exclude } from "./parts/controls.js";
import { Finding } from "./parts/finding.js";
import { hearMine } from "./parts/mine.js";
import { open, shut } from "./parts/rows.js";

const HEARD = ["change", "click", "focusin", "input", "keydown", "submit"];
const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

class QuestionFinder extends HTMLElement {
  /** @type {Finding | null} */
  #finding = null;
  #gone = new AbortController();
  /** The facet that arrow keys wander through: all of that is one step of the history. */
  #wandering = "";
  #arrow = false;

  connectedCallback() {
    this.#gone.abort();
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    for (const part of this.querySelectorAll("form, [data-sort], [data-do=open]"))
      part.removeAttribute("hidden");
    this.#finding ??= new Finding(this);
    const finding = this.#finding;
    for (const type of HEARD) this.addEventListener(type, this, { signal });
    addEventListener("popstate", () => finding.read(location.search, "no"), { signal });
    addEventListener("pagehide", () => finding.address.flush(), { signal });
    addEventListener("beforeprint", () => finding.found.more(Number.POSITIVE_INFINITY), { signal });
    // Before the theme's own: there "/" opens the search of the whole site.
    addEventListener("keydown", (event) => this.#slash(event), { signal, capture: true });
    hearMine((ids) => finding.hear(ids), signal);
    // What the theme must not see was put aside (assets/search-later.js) until it has started.
    finding.read(this.dataset.asked ?? location.search, "no");
    delete this.dataset.asked;
    const settle = () => {
      finding.address.write("replace");
      finding.address.flush();
    };
    if (document.readyState === "complete") settle();
    else addEventListener("load", settle, { once: true, signal });
  }

  disconnectedCallback() {
    this.#finding?.address.stop();
    this.#gone.abort();
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("[name=q]"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target, type } = event;
    if (!(target instanceof HTMLElement)) return;
    if (type === "submit") event.preventDefault();
    if (type === "click") this.#press(target.closest("button"));
    const chosen = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (!chosen || target.form !== this.querySelector("form")) return;
    if (type === "focusin") this.#finding?.fetch();
    if (type === "keydown") this.#key(/** @type {KeyboardEvent} */ (event));
    if (type === "input" && target.name === "q") this.#finding?.answer("soon");
    if (type === "change" && target.name !== "q") this.#choose(target);
  }

  /** @param {HTMLInputElement | HTMLSelectElement} chosen */
  #choose(chosen) {
    if (!this.#finding) return;
    if (chosen.name === "sort") this.#finding.sort = chosen.value;
    exclude(chosen);
    const again = this.#arrow && this.#wandering === chosen.name;
    this.#wandering = this.#arrow ? chosen.name : "";
    this.#finding.answer(again ? "replace" : "push");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.#arrow = event.key.startsWith("Arrow");
    if (event.key !== "Escape" || event.target !== this.#field || !this.#field.value) return;
    event.preventDefault();
    this.#field.value = "";
    this.#finding?.answer("replace");
  }

  /** @param {KeyboardEvent} event */
  #slash(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TYPED)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#field.focus();
    this.#field.select();
  }

  /** @param {HTMLButtonElement | null} button */
  #press(button) {
    const finding = this.#finding;
    const row = button?.closest("li");
    if (!button || !finding) return;
    const isOpen = button.getAttribute("aria-expanded") === "true";
    switch (button.dataset.do) {
      case "open":
        if (row) isOpen ? shut(row) : open(row);
        break;
      case "again":
        if (!row) break;
        row.querySelector("button")?.focus();
        shut(row);
        open(row);
        break;
      case "more":
        finding.found.more()?.focus();
        break;
      case "filters":
        button.setAttribute("aria-expanded", String(!isOpen));
        break;
      case "retry":
        finding.fetch();
        this.#field.focus();
        break;
      case "clear":
        finding.turn({}, "push");
        this.#field.focus();
        break;
      case "loosen":
        finding.turn({ ...finding.state, ...JSON.parse(button.dataset.change ?? "{}") }, "push");
        this.#field.focus();
    }
  }
}

customElements.define("loop-question-finder", QuestionFinder);

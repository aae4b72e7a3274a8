// <loop-print-room>: makes one document of what is chosen, shows it as paper, and prints it. The address
// follows the choice, so that it can be kept and opened again.

import { store } from "../../assets/store/store.js";
import { chosen, inputs, read, written } from "./parts/choice.js";
import { gather } from "./parts/gather.js";
import { front, inWords, sheet, today } from "./parts/paper.js";

/** Regions whose printers hold Letter. */
const LETTER = /-(US|CA|MX|PH|CO|CL|VE|PR)$/;

class PrintRoom extends HTMLElement {
  #turn = 0;
  #ignored = 0;

  connectedCallback() {
    const { form } = this;
    for (const each of form.querySelectorAll("input, div, p")) {
      if (each.role !== "alert") each.removeAttribute("hidden");
    }
    this.#check("paper", LETTER.test(navigator.language) ? "letter" : "a4");
    this.#check("role", store.text("lens/role"));
    this.#ignored = read(form, location.search);
    form.addEventListener("change", this);
    form.addEventListener("submit", this);
    store.addEventListener("change", this);
    this.make();
  }

  disconnectedCallback() {
    this.#turn += 1;
    this.form.removeEventListener("change", this);
    this.form.removeEventListener("submit", this);
    store.removeEventListener("change", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get paper() {
    return /** @type {HTMLElement} */ (this.querySelector(".loop-print-room__paper"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof CustomEvent) {
      if (event.detail.some((/** @type {string} */ id) => id.startsWith("star/"))) this.make();
    } else if (event.type === "submit") {
      event.preventDefault();
      window.print();
    } else {
      this.#ignored = 0;
      history.replaceState(history.state, "", `${location.pathname}${written(this.form)}`);
      this.make();
    }
  }

  /** @param {string} name @param {string} value */
  #check(name, value) {
    const input = inputs(this.form, name).find((each) => each.value === value);
    if (input) input.checked = true;
  }

  /** Make the document anew; a choice made meanwhile counts instead. */
  async make() {
    this.#turn += 1;
    const turn = this.#turn;
    this.count();
    const { parts, failed, questions } = await gather(this.form);
    if (turn !== this.#turn) return;
    const { paper } = this;
    paper.dataset.lens = chosen(this.form, "role");
    paper.dataset.paper = chosen(this.form, "paper");
    paper.replaceChildren(front(parts, this.line), ...parts.map(sheet));
    paper.hidden = parts.length === 0;
    this.foot();
    this.tell(parts.length, questions, failed);
  }

  /** How many are starred, and how many the link names. */
  count() {
    const counts = {
      starred: store.ids("star").filter((id) => store.flag(`star/${id}`)).length,
      question: inputs(this.form, "question")[0]?.value.split(" ").filter(Boolean).length,
    };
    for (const [name, count] of Object.entries(counts)) {
      const place = this.querySelector(`[data-count="${name}"]`);
      if (place) place.textContent = String(count);
    }
  }

  /** What stands under the name: for whom, when, and what edition this is. */
  get line() {
    const role = inputs(this.form, "role").find((each) => each.checked);
    const day = inWords(store.text("plan/date"));
    return [
      role?.value === "all" ? "" : `For ${role?.parentElement?.textContent}. `,
      day && `Interview on ${day}. `,
      this.edition,
    ].join("");
  }

  get edition() {
    return `Edition ${this.dataset.edition} of ${this.dataset.day}, printed ${inWords(today())}.`;
  }

  /** The foot of every sheet is drawn by print.css. */
  foot() {
    const { style } = document.documentElement;
    if (this.paper.hidden) style.removeProperty("--loop-foot");
    else style.setProperty("--loop-foot", `" ${this.edition}"`);
  }

  /** @param {number} parts @param {number} questions @param {string[]} failed */
  tell(parts, questions, failed) {
    const [said, trouble, button] = ["output", "[role=alert]", "[type=submit]"].map(
      (each) => /** @type {HTMLButtonElement} */ (this.querySelector(each)),
    );
    if (!said || !trouble || !button) return;
    const some = (/** @type {number} */ count, /** @type {string} */ noun) =>
      `${count} ${noun}${count === 1 ? "" : "s"}`;
    const cards = questions > 0 ? `, ${some(questions, "question")}` : "";
    said.textContent =
      parts > 0
        ? `${some(parts, "part")}${cards}, as you see below.`
        : "Choose something, and its paper shows here.";
    button.disabled = parts === 0;
    const lost =
      failed.length > 0
        ? `Could not be fetched: ${failed.join(", ")}. What is below can be printed. When the network is back, choose anything, and it is tried again. `
        : "";
    const odd =
      this.#ignored > 0 ? "Part of the link names nothing that is here; the rest is chosen." : "";
    trouble.textContent = lost + odd;
    trouble.hidden = !trouble.textContent;
  }
}

customElements.define("loop-print-room", PrintRoom);

// <loop-print-room>: makes one document of what is chosen, shows it as paper, and prints it. The address
// follows the choice, so that it can be kept and opened again.

import { store } from "../../assets/store/store.js";
import { check, inputs, read, written } from "./parts/choice.js";
import { gather } from "./parts/gather.js";
import { front, inWords, sheet, today } from "./parts/paper.js";

/** Regions whose printers hold Letter. */
const LETTER = /-(US|CA|MX|PH|CO|CL|VE|PR)$/;
const HEARD = ["change", "submit"];
/** Milliseconds after which nobody waits for a script any longer. */
const LONG = 5_000;

class PrintRoom extends HTMLElement {
  #turn = 0;
  #ignored = 0;

  connectedCallback() {
    const { form } = this;
    for (const each of form.querySelectorAll("input, div, p")) {
      if (each.role !== "alert") each.removeAttribute("hidden");
    }
    check(form, "paper", LETTER.test(navigator.language) ? "letter" : "a4");
    check(form, "role", store.text("lens/role"));
    this.#ignored = read(form, location.search);
    for (const type of HEARD) form.addEventListener(type, this);
    store.addEventListener("change", this);
    this.make();
  }

  disconnectedCallback() {
    this.#turn += 1;
    for (const type of HEARD) this.form.removeEventListener(type, this);
    store.removeEventListener("change", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    event.preventDefault();
    if (event.type === "submit") window.print();
    else if (event instanceof CustomEvent) {
      if (event.detail.some((/** @type {string} */ id) => id.startsWith("star/"))) this.make();
    } else {
      this.#ignored = 0;
      history.replaceState(history.state, "", `${location.pathname}${written(this.form)}`);
      this.make();
    }
  }

  /** Make the document anew; a choice made meanwhile counts instead. */
  async make() {
    this.#turn += 1;
    const turn = this.#turn;
    this.count();
    // Paper does not wait for letters that nothing on the screen has asked for so far.
    const letters = ["1em Literata", "italic 1em Literata"].map((face) =>
      document.fonts.load(face),
    );
    const [made] = await Promise.all([gather(this.form), Promise.allSettled(letters)]);
    if (turn !== this.#turn) return;
    const paper = /** @type {HTMLElement} */ (this.querySelector(".loop-print-room__paper"));
    const edition = `Edition ${this.dataset.edition} of ${this.dataset.day}, printed ${inWords(today())}.`;
    paper.dataset.paper = inputs(this.form, "paper").find((each) => each.checked)?.value;
    paper.replaceChildren(front(made.parts, this.whom() + edition), ...made.parts.map(sheet));
    paper.hidden = made.parts.length === 0;
    // The foot of every sheet is drawn by print.css.
    document.documentElement.style.setProperty("--loop-foot", paper.hidden ? "" : `" ${edition}"`);
    await ready(paper);
    if (turn === this.#turn) this.tell(made);
  }

  /** How many are starred, and how many the link names. */
  count() {
    const linked = inputs(this.form, "question")[0]?.value.split(" ").filter(Boolean);
    for (const [name, all] of Object.entries({ starred: store.ids("star"), question: linked })) {
      const place = this.querySelector(`[data-count="${name}"]`);
      const kept = all?.filter((id) => name === "question" || store.flag(`star/${id}`));
      if (place) place.textContent = `${kept?.length}`;
    }
  }

  /** For whom, and for which day. */
  whom() {
    const role = inputs(this.form, "role").find((each) => each.checked);
    const day = inWords(store.text("plan/date"));
    const whom = role?.value === "all" ? "" : `For ${role?.parentElement?.textContent}. `;
    return whom + (day && `Interview on ${day}. `);
  }

  /** @param {import("./parts/gather.js").Gathered} made */
  tell({ parts, questions, failed }) {
    const [said, trouble, button] = ["output", "[role=alert]", "[type=submit]"].map(
      (each) => /** @type {HTMLButtonElement} */ (this.querySelector(each)),
    );
    if (!said || !trouble || !button) return;
    const some = (/** @type {number} */ count, /** @type {string} */ noun) =>
      `${count} ${noun}${count === 1 ? "" : "s"}`;
    const cards = questions ? `, ${some(questions, "question")}` : "";
    said.textContent = parts.length
      ? `${some(parts.length, "part")}${cards}, as you see below.`
      : "Choose something, and its paper shows here.";
    button.disabled = !parts.length;
    trouble.textContent = [
      failed.length &&
        `Could not be fetched: ${failed.join(", ")}. What is below can be printed. When the network is back, choose anything, and it is tried again.`,
      this.#ignored && "Part of the link names nothing that is here; the rest is chosen.",
    ]
      .filter(Boolean)
      .join(" ");
    trouble.hidden = !trouble.textContent;
  }
}

/**
 * When the elements of a document show what they know, such as ticks: their scripts may still be on
 * the way. A script that never comes holds up nothing for long.
 * @param {HTMLElement} paper
 */
function ready(paper) {
  const tags = new Set([...paper.querySelectorAll(":not(:defined)")].map((each) => each.localName));
  const all = Promise.all([...tags].map((tag) => customElements.whenDefined(tag)));
  return Promise.race([all, new Promise((done) => setTimeout(done, LONG))]);
}

customElements.define("loop-print-room", PrintRoom);

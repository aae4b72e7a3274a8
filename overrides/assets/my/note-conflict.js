// A note that was changed in two places at once: both texts, and the question which one is to stay.

import { make } from "../make.js";
import { store } from "../store/store.js";

const PLACES = ["first", "second", "third"];

export class NoteConflict {
  #id;
  #marks;
  #panel = make("div", { className: "loop-question-marks__conflict" });
  /** @type {HTMLElement[]} */
  #texts = [];

  /** @param {HTMLElement} marks @param {string} id */
  constructor(marks, id) {
    this.#marks = marks;
    this.#id = id;
  }

  get first() {
    return this.#panel.querySelector("button");
  }

  /**
   * Ask, if there is more than one text; whether there is.
   * @param {import("../store/versions.js").Version[]} versions
   */
  show(versions) {
    if (versions.length < 2) {
      const asked = this.#panel.contains(document.activeElement);
      this.#panel.remove();
      if (asked) this.#marks.querySelector("button")?.focus();
      return false;
    }
    // What is pressed must not be drawn anew under the pointer: only its words change.
    if (this.#texts.length !== versions.length) this.#draw(versions.length);
    for (const [place, words] of this.#texts.entries()) {
      words.textContent = String(versions[place]?.value);
    }
    if (!this.#panel.isConnected) this.#marks.append(this.#panel);
    return true;
  }

  /** @param {number} count */
  #draw(count) {
    const className = "loop-question-marks__version";
    const ask = "This note was changed in two places. Which text stays?";
    this.#texts = Array.from({ length: count }, () => make("div", { className }));
    const said = (/** @type {HTMLElement} */ words) => String(words.textContent);
    this.#panel.replaceChildren(
      make("p", { role: "status" }, ask),
      ...this.#texts.flatMap((words, place) => [
        words,
        this.#way(`Keep the ${PLACES[place] ?? `${place + 1}th`}`, () => said(words)),
      ]),
      this.#way(`Keep ${count > 2 ? "all" : "both"}, joined`, () =>
        this.#texts.map(said).join("\n\n"),
      ),
    );
  }

  /** @param {string} words @param {() => string} chosen the text that stays */
  #way(words, chosen) {
    const onclick = () => store.set(this.#id, chosen());
    return make("p", {}, make("button", { type: "button", onclick }, words));
  }
}

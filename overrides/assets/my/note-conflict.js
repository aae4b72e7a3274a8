// A note that was changed in two places at once: both texts, and the question which one is to stay.

import { make } from "../make.js";
import { store } from "../store/store.js";

const PLACES = ["first", "second", "third", "fourth", "fifth"];

export class NoteConflict {
  #id;
  #panel = make("div", { className: "loop-question-marks__conflict" });
  #marks;

  /**
   * @param {HTMLElement} marks
   * @param {string} id
   */
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
    const texts = [...new Set(versions.map((version) => String(version.value)))];
    const shown = this.#texts();
    if (texts.length < 2) {
      const asked = this.#panel.contains(document.activeElement);
      this.#panel.remove();
      if (asked) this.#marks.querySelector("button")?.focus();
      return false;
    }
    // What is pressed must not be drawn anew under the pointer: only its words change.
    if (shown.length === texts.length) {
      texts.forEach((text, place) => {
        const one = shown[place];
        if (one && one.textContent !== text) one.textContent = text;
      });
    } else this.#draw(texts);
    if (!this.#panel.isConnected) this.#marks.append(this.#panel);
    return true;
  }

  #texts() {
    return [...this.#panel.querySelectorAll(".loop-question-marks__version")];
  }

  /** @param {string[]} texts */
  #draw(texts) {
    const all = texts.length === 2 ? "both" : "all";
    const ask = make(
      "p",
      { role: "status" },
      "This note was changed in two places. Which text stays?",
    );
    this.#panel.replaceChildren(ask);
    texts.forEach((text, place) => {
      const words = make("div", { className: "loop-question-marks__version" }, text);
      const button = this.#button(`Keep the ${PLACES[place] ?? `text no. ${place + 1}`}`, () =>
        String(words.textContent),
      );
      this.#panel.append(words, make("p", {}, button));
    });
    const join = () => this.#texts().map((each) => each.textContent);
    const joined = () => join().filter(Boolean).join("\n\n");
    this.#panel.append(make("p", {}, this.#button(`Keep ${all}, joined`, joined)));
  }

  /**
   * @param {string} words
   * @param {() => string} chosen the text that stays
   */
  #button(words, chosen) {
    const button = make("button", { type: "button" }, words);
    button.addEventListener("click", () => store.set(this.#id, chosen()));
    return button;
  }
}

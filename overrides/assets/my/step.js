// One step of something that takes several: a heading that takes the focus, words, and the ways on.

import { make } from "../make.js";

export class Step {
  element = make("section", { className: "loop-my-things__step" });
  #home;

  /** @param {() => HTMLElement | null} home where the focus goes when the step is over */
  constructor(home) {
    this.#home = home;
  }

  /**
   * Show a step and take the reader there.
   * @param {string} title
   * @param {...(string | HTMLElement)} parts sentences, lists, and buttons for the ways on
   */
  say(title, ...parts) {
    const heading = make("h3", { tabIndex: -1 }, title);
    const ways = parts.filter((part) => part instanceof HTMLButtonElement);
    const others = parts.filter((part) => !(part instanceof HTMLButtonElement));
    const words = others.map((part) => (typeof part === "string" ? make("p", {}, part) : part));
    this.element.replaceChildren(heading, ...words, make("p", {}, ...ways));
    heading.focus();
  }

  /**
   * A way on. It ends the step, unless it is told to stay.
   * @param {string} words
   * @param {() => void} act
   */
  button(words, act = () => {}, stays = false) {
    const button = make("button", { type: "button" }, words);
    button.addEventListener("click", () => {
      if (!stays) {
        this.element.replaceChildren();
        this.#home()?.focus();
      }
      act();
    });
    return button;
  }
}

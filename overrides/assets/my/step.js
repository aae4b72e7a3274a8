// One step of something that takes several: a heading that takes the focus, words, and the ways on.

import { make } from "../make.js";

export class Step {
  element = make("section", { className: "loop-my-things__step" });
  #home;

  /** @param {() => HTMLElement | null} home where the focus goes when all is over */
  constructor(home) {
    this.#home = home;
  }

  /** @param {string} title @param {...(string | HTMLElement)} parts sentences, lists, ways on */
  say(title, ...parts) {
    const heading = make("h3", { tabIndex: -1 }, title);
    const ways = parts.filter((part) => part instanceof HTMLButtonElement);
    const others = parts.filter((part) => !(part instanceof HTMLButtonElement));
    const words = others.map((part) => (typeof part === "string" ? make("p", {}, part) : part));
    this.element.replaceChildren(heading, ...words, make("p", {}, ...ways));
    heading.focus();
  }

  /** @param {string} words @param {() => void} act @param {boolean} stays the step does not end */
  button(words, act = () => {}, stays = false) {
    const onclick = () => {
      if (!stays) {
        this.element.replaceChildren();
        this.#home()?.focus();
      }
      act();
    };
    return make("button", { type: "button", onclick }, words);
  }
}

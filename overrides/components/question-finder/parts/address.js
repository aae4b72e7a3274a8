// The state of the finder in the address: read with suspicion, written only as far as it says something.

import { whenIdle } from "./later.js";

/** @typedef {import("./view.js").State} State */

const LONGEST = 200;
// Browsers refuse an address that changes with every key.
const SOON = 300;
// The theme's own: the words to mark on a page that its search has led to.
const NOT_OURS = new Set(["h"]);

/**
 * The state that an address asks for, and a word on each part of it that is no use.
 * @param {string} search what stands in the address from "?" on
 * @param {Map<string, Set<string>>} known each parameter with the values that it may have; `q` has any
 * @returns {{ state: State, ignored: string[] }}
 */
export function readAddress(search, known) {
  const given = new URLSearchParams(search);
  /** @type {State} */
  const state = {};
  /** @type {string[]} */
  const ignored = [];
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    const value = (values[0] ?? "").trim();
    const choices = known.get(name);
    if (NOT_OURS.has(name)) continue;
    if (!choices) ignored.push(`“${short(name)}” is nothing that can be asked here`);
    else if (values.length > 1) ignored.push(`“${name}” is asked more than once`);
    else if (value === "") ignored.push(`“${name}” asks for nothing`);
    else if (name === "q" && value.length > LONGEST)
      ignored.push(`the words are longer than ${LONGEST} letters`);
    else if (/[\p{Cc}\uFFFD]/u.test(value)) ignored.push(`“${name}” cannot be read`);
    else if (name !== "q" && !choices.has(value))
      ignored.push(`“${short(value)}” is no ${name} of this edition`);
    else state[name] = value;
  }
  return { state, ignored: ignored.length > 4 ? [...ignored.slice(0, 3), "and more"] : ignored };
}

/** @param {string} text */
function short(text) {
  const letters = [...text.slice(0, 80).replace(/[\p{C}\uFFFD]/gu, "")];
  return letters.length > 30 ? `${letters.slice(0, 30).join("")}…` : letters.join("");
}

/**
 * The address of this page with a state.
 * @param {State} state
 * @param {Iterable<string>} names the parameters, in their order
 */
export function addressOf(state, names) {
  const given = new URLSearchParams();
  for (const name of names) if (state[name]) given.set(name, state[name]);
  const query = given.toString();
  return `${location.pathname}${query ? `?${query}` : ""}${location.hash}`;
}

/** The address of the page, which follows a state. */
export class Address {
  #now;
  /** @type {{ how: "push" | "replace", address: string } | null} what is still to be written */
  #waiting = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => string} now the address of the present state */
  constructor(now) {
    this.#now = now;
  }

  /**
   * Write the state, as a step of the history or in place of the present one, once it has been painted:
   * for a new address the browser works out its styles anew.
   * @param {"push" | "replace"} how
   */
  write(how) {
    const waiting = this.#wait(how);
    // Soon all the same: the reader may turn back at once.
    whenIdle(() => this.#waiting === waiting && this.flush(), 100);
  }

  writeSoon() {
    this.#wait("replace");
    this.#timer = setTimeout(() => this.flush(), SOON);
  }

  /** @param {"push" | "replace"} how */
  #wait(how) {
    // A step leads away from what was typed last, and what is typed follows a step.
    if (how === "push" || this.#waiting?.how === "push") this.flush();
    this.stop();
    this.#waiting = { how, address: this.#now() };
    return this.#waiting;
  }

  /** Write what is still to be written. */
  flush() {
    const waiting = this.#waiting;
    this.stop();
    if (!waiting || waiting.address === addressNow()) return;
    const step = waiting.how === "push" ? "pushState" : "replaceState";
    history[step](history.state, "", waiting.address);
  }

  /** Leave the address as it is. */
  stop() {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }
}

const addressNow = () => location.pathname + location.search + location.hash;

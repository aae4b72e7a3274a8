// One use of the finder: from what the form asks, by way of the bank, to what stands on the page and in
// the address.

import { Address, addressOf, readAddress } from "./address.js";
import { sayFailure, sayIgnored, sayLoosening, sayNumber } from "./answer.js";
import { fetchBank } from "./bank.js";
import { fillForm, knownOf, readForm, sayState, writeCounts } from "./controls.js";
import { Found } from "./found.js";
import { mineCounts, mineFacets, mineIds } from "./mine.js";
import { viewOf } from "./view.js";

/** @typedef {"push" | "replace" | "soon" | "no"} How a state comes into the address; soon: while typing */

export class Finding {
  /** @type {import("./bank.js").Bank | null} */
  #bank = null;
  /** @type {Promise<void> | null} */
  #fetching = null;
  #form;
  #root;
  /** What the reader wants sorted how; "" leaves it to the finder. */
  sort = "";

  /** @param {HTMLElement} root the element */
  constructor(root) {
    this.#root = root;
    this.#form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    this.found = new Found(root);
    this.address = new Address(() => addressOf(this.state, knownOf(this.#form).keys()));
    this.found.remark(mineIds());
    writeCounts(this.#form, mineCounts());
  }

  get state() {
    return { ...readForm(this.#form), sort: this.sort };
  }

  /**
   * Turn to the state of an address.
   * @param {string} search
   * @param {How} how
   */
  read(search, how) {
    this.address.stop();
    const { state, ignored } = readAddress(search, knownOf(this.#form));
    this.turn(state, how);
    sayIgnored(this.#root, ignored);
  }

  /**
   * Turn to a state.
   * @param {import("./view.js").State} state
   * @param {How} how
   */
  turn(state, how) {
    this.sort = state.sort ?? "";
    fillForm(this.#form, state);
    this.answer(how);
  }

  /** Fetch the bank, unless it is here or on its way; what was asked meanwhile is answered then. */
  fetch() {
    this.#fetching ??= fetchBank(this.#root.dataset.index ?? "").then(
      (bank) => {
        this.#bank = bank;
        this.#mine();
        this.answer("no");
      },
      () => {
        this.#fetching = null;
        this.answer("failed");
      },
    );
  }

  /**
   * Answer what the form asks.
   * @param {How | "failed"} how
   */
  answer(how) {
    this.#show(how);
    if (how === "push" || how === "replace") this.address.write(how);
    if (how === "soon") this.address.writeSoon();
  }

  /** @param {How | "failed"} how */
  #show(how) {
    const { state } = this;
    const asks = Object.values(state).some(Boolean);
    sayState(this.#form, state);
    if (how === "push" || how === "soon") sayIgnored(this.#root, []);
    sayFailure(this.#root, asks && how === "failed");
    if (!this.#bank) {
      if (asks && how !== "failed") this.fetch();
      sayNumber(this.#root, asks ? (how === "failed" ? "failed" : "fetching") : "all");
      sayLoosening(this.#root, state, []);
      return;
    }
    const { ids } = this.#bank;
    const { counts, found, loosen, terms } = viewOf(this.#bank, state);
    // Once it was used, fifty rows are shown again sooner than the whole list.
    if (asks || this.found.used)
      this.found.show(
        found.map((at) => ids[at] ?? ""),
        terms,
        how === "no",
      );
    writeCounts(this.#form, counts);
    sayNumber(this.#root, found.length === ids.length ? "all" : found.length);
    sayLoosening(this.#root, state, loosen);
  }

  /**
   * Take up what the reader did with questions, here or in another tab.
   * @param {string[]} ids
   */
  hear(ids) {
    this.found.remark(ids);
    if (!this.#bank) writeCounts(this.#form, mineCounts());
    else {
      this.#mine();
      // A row does not go away under the hands of a reader who writes in it.
      if (!this.found.busy) this.answer("no");
    }
  }

  #mine() {
    for (const [name, facet] of mineFacets(this.#bank?.ids ?? [])) {
      this.#bank?.facets.set(name, facet);
    }
  }
}

// <loop-role-lens>: the reader's choice of a role, by the attributes of assets/lens-first.js. It stays out
// of the addresses of pages, so that nobody shares a role without meaning to: a button copies a link.

import { store } from "../../assets/store/store.js";

const VISIT = "leadership-loop:~lens";
const HEARD = ["click", "loop-lens"];
const root = document.documentElement;

class RoleLens extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    // Where the first script did not run: the content was swapped, or the script was lost.
    root.dataset.lens ??= this.own;
    root.dataset.lensFrom ??= "own";
    for (const type of HEARD) document.addEventListener(type, this);
    store.addEventListener("change", this);
    if (root.dataset.lensFrom === "link") visit(this.role);
    this.draw();
  }

  disconnectedCallback() {
    for (const type of HEARD) document.removeEventListener(type, this);
    store.removeEventListener("change", this);
  }

  /** The role that is shown; "all", or nothing where none was chosen. */
  get role() {
    return root.dataset.lens ?? "";
  }

  /** The role that is kept; nothing for what is none. */
  get own() {
    const kept = store.text("lens/role");
    return this.name(kept) ? kept : "";
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof CustomEvent) {
      // Another tool of this page may have brought it, such as a backup.
      const mine = event.detail.includes("lens/role") && root.dataset.lensFrom === "own";
      if (mine && this.own !== this.role) this.show(this.own);
    } else if (event.type === "loop-lens") this.draw();
    else if (event.target instanceof Element) {
      const { lensSet, lensDo } = event.target.closest("button")?.dataset ?? {};
      if (lensSet) this.choose(lensSet);
      if (lensDo === "own") this.show(this.own);
      if (lensDo === "copy") this.copy();
    }
  }

  /** @param {string} role */
  choose(role) {
    const kept = store.set("lens/role", role);
    this.show(role, kept ? "" : "This browser did not keep your choice. ");
    if (!kept) visit(role);
  }

  /** Show a role of the reader's own, whatever the link asked for. @param {string} role @param {string} [told] */
  show(role, told) {
    const address = new URL(location.href);
    address.searchParams.delete("role");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
    visit("");
    Object.assign(root.dataset, { lens: role, lensFrom: "own" });
    root.removeAttribute("data-lens-odd");
    this.draw(told);
  }

  async copy() {
    const address = new URL(location.href);
    address.searchParams.set("role", this.role);
    try {
      await navigator.clipboard.writeText(address.href);
      this.draw("The link is copied. ");
    } catch {
      history.replaceState(history.state, "", address);
      this.draw("Copy the address of this page: the role stands in it now. ");
    }
  }

  /** @param {string} [told] what became of the last choice */
  draw(told = "") {
    const state = this.querySelector("output");
    if (!state) return;
    const had = state.contains(document.activeElement) ? document.activeElement?.textContent : "";
    for (const each of this.choices) {
      each.setAttribute("aria-pressed", String(each.dataset.lensSet === (this.role || "all")));
    }
    const odd = root.hasAttribute("data-lens-odd");
    state.replaceChildren(
      odd ? "The link asks for a role that is none of these. " : told,
      ...this.sentence(),
    );
    // Who pressed a button of the sentence that is gone stands at the choice.
    const buttons = [...state.querySelectorAll("button")];
    const next = buttons.find((each) => each.textContent === had);
    if (had) (next ?? this.choices.find((each) => each.ariaPressed === "true"))?.focus();
  }

  /** @returns {(string | Node)[]} what is shown, and what can be done about it */
  sentence() {
    const { role, own } = this;
    const from = root.dataset.lensFrom;
    const name = this.name(role);
    if (from === "link" || from === "visit") {
      const back = own && own !== "all" ? `Back to ${this.name(own)}` : "Show all";
      const why = from === "link" ? "from the link you opened" : "for this visit";
      const keep = button("Keep", "lensSet", role);
      return [`Showing ${name}, ${why}. `, keep, " · ", button(back, "lensDo", "own")];
    }
    if (!name) return ["Choose yours: what is only for other roles is then left out."];
    if (role === "all") return ["Showing all roles."];
    const out = document.querySelector(`[data-role]:not([data-role~="${role}"])`);
    const rest = out ? "other roles are left out" : "nothing is left out here";
    return [`Showing ${name}: ${rest}. `, button("Copy link", "lensDo", "copy")];
  }

  /** @returns {HTMLButtonElement[]} */
  get choices() {
    return [...this.querySelectorAll("div button")].map((each) => /** @type {any} */ (each));
  }

  /** @param {string} role */
  name(role) {
    const found = this.choices.find((each) => each.dataset.lensSet === role);
    return role === "all" ? "all roles" : (found?.textContent ?? "");
  }
}

/** What this tab shows until it is closed, where nothing else is kept. @param {string} role */
function visit(role) {
  try {
    if (role) sessionStorage.setItem(VISIT, role);
    else sessionStorage.removeItem(VISIT);
  } catch {
    // Then it holds on this page alone.
  }
}

/** @param {string} text @param {string} key @param {string} value */
function button(text, key, value) {
  const made = Object.assign(document.createElement("button"), { type: "button" });
  made.dataset[key] = value;
  made.textContent = text;
  return made;
}

customElements.define("loop-role-lens", RoleLens);

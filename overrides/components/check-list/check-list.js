// <loop-check-list>: every <input data-tick="…"> in it shows what the store keeps, in all tabs, and keeps
// what the reader does. A list with a form also says how far one is, takes items of the reader's own, and
// undoes what it took away.

import { dayOf, fromTo } from "../../assets/plan/days.js";
import * as kept from "../../assets/plan/kept.js";
import { edit, focusOwn, showOwn } from "../../assets/plan/own-item.js";
import { say, short, showProgress, write } from "../../assets/plan/parts.js";
import { store } from "../../assets/store/store.js";

class CheckList extends HTMLElement {
  leaving = new AbortController();

  connectedCallback() {
    this.leaving.abort();
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    // What was ticked before the script came is kept too.
    const early = kept.isFirstVisit() ? this.ticked : [];
    for (const id of early) if (!kept.isTicked(id)) kept.tick(id, true);
    this.addEventListener("change", (event) => this.keep(event), { signal });
    this.addEventListener("click", (event) => this.act(event), { signal });
    this.form?.addEventListener("submit", (event) => this.submit(event), { signal });
    // What was typed and not added is no less the reader's.
    addEventListener("pagehide", () => this.form && this.add(), { signal });
    for (const each of this.querySelectorAll(":scope > [hidden]")) each.removeAttribute("hidden");
    kept.onChange(() => this.follow(), signal);
    this.follow();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  get form() {
    return this.querySelector("form");
  }

  get list() {
    return `${this.dataset.list}`;
  }

  get boxes() {
    return [...this.querySelectorAll("input")].filter((input) => input.dataset.tick);
  }

  get ticked() {
    return this.boxes.filter((box) => box.checked).map((box) => `${box.dataset.tick}`);
  }

  follow() {
    if (this.form) showOwn(this, this.list);
    for (const box of this.boxes) box.checked = kept.isTicked(`${box.dataset.tick}`);
    if (this.form) this.showState();
  }

  /** How far one is, and which days the phase has, once that of the interview is known. */
  showState() {
    const items = [...this.querySelectorAll("li")];
    const role = kept.shownRole(items.map((item) => item.dataset.role));
    let all = 0;
    for (const box of this.boxes) {
      const item = box.closest("li");
      const roles = item?.dataset.role?.split(" ") ?? [role];
      const counts = box.checked || role === "all" || roles.includes(role);
      item?.classList.toggle("loop-check-list__other", !counts);
      if (counts) all += 1;
    }
    showProgress(this.querySelector(".loop-progress"), this.ticked.length, all);
    const day = dayOf(store.text("plan/date"));
    const [from, until] = (this.dataset.days ?? "").split(" ").map(Number);
    const known = typeof day === "number" && from !== undefined && until !== undefined;
    write(this, "[data-dates]", known ? ` · ${fromTo(day - from, day - until)}` : "");
  }

  /** @param {string} name */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.form?.elements.namedItem(name));
  }

  /** @param {Event} event */
  keep({ target: box }) {
    if (!(box instanceof HTMLInputElement && box.dataset.tick)) return;
    say(this, "");
    kept.tick(box.dataset.tick, box.checked);
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    say(this, this.add() ? "" : "Write the item first, then add it.");
    this.button("own").focus();
  }

  /** Keep what stands in the field as an item; whether there was something. */
  add() {
    const field = this.button("own");
    const text = field.value;
    if (!text.trim()) return false;
    field.value = "";
    return store.set(`own/${kept.newItem(this.list)}`, text) || true;
  }

  /** @param {Event} event */
  act({ target }) {
    const pressed = target instanceof Element ? target.closest("button") : null;
    const item = pressed?.closest("li");
    if (pressed?.name === "reset") this.reset();
    if (item && pressed?.name === "remove") this.removeOwn(`${item.dataset.own}`);
    if (item && pressed?.name === "edit") this.change(item);
  }

  reset() {
    const ids = this.ticked;
    for (const id of ids) kept.tick(id, false);
    if (!ids.length) say(this, "Nothing is ticked here.");
    else
      say(this, `${ids.length} tick${ids.length > 1 ? "s" : ""} taken off.`, () => {
        for (const id of ids) kept.tick(id, true);
        this.button("reset").focus();
      });
  }

  /** @param {string} id */
  removeOwn(id) {
    const [text, wasTicked] = [store.text(`own/${id}`), kept.isTicked(id)];
    store.set(`own/${id}`, "");
    kept.tick(id, false);
    say(this, `“${short(text)}” was removed.`, () => {
      store.set(`own/${id}`, text);
      kept.tick(id, wasTicked);
      focusOwn(this, id);
    });
  }

  /** @param {HTMLElement} item */
  change(item) {
    say(this, "");
    edit(item, () => {
      item.replaceChildren();
      this.follow();
      focusOwn(this, `${item.dataset.own}`);
    });
  }
}

customElements.define("loop-check-list", CheckList);

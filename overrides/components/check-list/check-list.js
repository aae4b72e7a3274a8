// <loop-check-list>: ticks that stay, how far one is, items of one's own, and undo for what is taken away.

import { dayOf, fromTo } from "../../assets/plan/days.js";
import {
  isTicked,
  newItem,
  ownItems,
  planRole,
  showProgress,
  tick,
} from "../../assets/plan/kept.js";
import { KeptBoxes } from "../../assets/plan/kept-boxes.js";
import { button, edit, short, shownItem } from "../../assets/plan/own-item.js";
import { store } from "../../assets/store/store.js";

class CheckList extends KeptBoxes {
  connectedCallback() {
    super.connectedCallback();
    const { signal } = this.leaving;
    for (const each of this.querySelectorAll(":scope > [hidden]")) each.removeAttribute("hidden");
    this.addEventListener("click", (event) => this.act(event), { signal });
    this.form.addEventListener("submit", (event) => this.submit(event), { signal });
    // What was typed and not added is no less the reader's.
    addEventListener("pagehide", () => this.add(), { signal });
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get field() {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem("own"));
  }

  follow() {
    this.showOwn();
    super.follow();
    const items = [...this.querySelectorAll("li")];
    const role = planRole(items.map((item) => item.dataset.role));
    const counted = this.boxes.filter((box) => box.checked || isCounted(box, role));
    for (const box of this.boxes) {
      box.closest("li")?.classList.toggle("loop-check-list__other", !counted.includes(box));
    }
    const done = counted.filter((box) => box.checked).length;
    showProgress(this.querySelector(".loop-progress"), done, counted.length);
    this.button("reset").disabled = done === 0;
    this.showDates();
  }

  /** The reader's own items, after the others; one that is being changed is left alone. */
  showOwn() {
    const list = this.querySelector("ul");
    const there = [...this.querySelectorAll("li")].filter((item) => item.dataset.own);
    const ids = ownItems(`${this.dataset.list}`);
    for (const item of there) if (!ids.includes(`${item.dataset.own}`)) item.remove();
    for (const id of ids) {
      const item = there.find((each) => each.dataset.own === id);
      if (item && "editing" in item.dataset) continue;
      const fresh = shownItem(id);
      const next = there.find((each) => each.isConnected && `${each.dataset.own}` > id);
      if (!item) list?.insertBefore(fresh, next ?? null);
      else if (!item.isEqualNode(fresh)) item.replaceWith(fresh);
    }
  }

  /** Which days this phase has, once the day of the interview is known. */
  showDates() {
    const place = this.querySelector("[data-dates]");
    const day = dayOf(store.text("plan/date"));
    const [from, until] = (this.dataset.days ?? "").split(" ").map(Number);
    const known = typeof day === "number" && from !== undefined && until !== undefined;
    if (place) place.textContent = known ? ` · ${fromTo(day - from, day - until)}` : "";
  }

  /** @param {string} name */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.form.elements.namedItem(name));
  }

  /** @param {Event} event */
  keep(event) {
    this.say("");
    super.keep(event);
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    if (!this.add()) this.say("Write the item first, then add it.");
    this.field.focus();
  }

  /** Keep what stands in the field as an item; whether there was something. */
  add() {
    const text = this.field.value;
    if (!text.trim()) return false;
    this.field.value = "";
    this.say("");
    store.set(`own/${newItem(`${this.dataset.list}`)}`, text);
    return true;
  }

  /** @param {Event} event */
  act(event) {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    const item = pressed?.closest("li");
    if (pressed?.name === "reset") this.reset();
    if (item && pressed?.name === "remove") this.removeOwn(`${item.dataset.own}`);
    if (item && pressed?.name === "edit") this.change(item);
  }

  reset() {
    const ids = this.boxes.filter((box) => box.checked).map((box) => `${box.dataset.tick}`);
    for (const id of ids) tick(id, false);
    const words =
      ids.length === 1 ? "1 tick was taken off." : `${ids.length} ticks were taken off.`;
    this.say(words, () => {
      for (const id of ids) tick(id, true);
      this.button("reset").focus();
    });
  }

  /** @param {string} id */
  removeOwn(id) {
    const [text, wasTicked] = [store.text(`own/${id}`), isTicked(id)];
    store.set(`own/${id}`, "");
    tick(id, false);
    this.say(`“${short(text)}” was removed.`, () => {
      store.set(`own/${id}`, text);
      tick(id, wasTicked);
      this.focusOwn(id);
    });
  }

  /** @param {HTMLElement} item */
  change(item) {
    this.say("");
    const id = item.dataset.own;
    edit(item, () => {
      item.replaceChildren();
      this.follow();
      this.focusOwn(`${id}`);
    });
  }

  /** @param {string} id */
  focusOwn(id) {
    const item = [...this.querySelectorAll("li")].find((each) => each.dataset.own === id);
    item?.querySelector("button")?.focus();
  }

  /**
   * Say what was done, and offer to undo it until the reader's next act.
   * @param {string} words
   * @param {() => void} [undo]
   */
  say(words, undo) {
    const place = this.querySelector(".loop-check-list__said");
    place?.replaceChildren(words);
    if (!undo) return;
    const back = button("undo", "Undo");
    back.addEventListener("click", () => {
      this.say("");
      undo();
    });
    place?.append(" ", back);
    back.focus();
  }
}

/** @param {HTMLElement} box @param {string} role */
function isCounted(box, role) {
  const roles = box.closest("li")?.dataset.role;
  return role === "all" || !roles || roles.split(" ").includes(role);
}

customElements.define("loop-check-list", CheckList);

// Items of the reader's own, as they stand in a list: box, text, and how to change them.

import { store } from "../store/store.js";
import { ownItems } from "./kept.js";
import { button, made, short } from "./parts.js";

/** @param {string} id */
function shownItem(id) {
  const texts = store.versions(`own/${id}`).map((version) => `${version.value}`);
  const text = texts.at(-1) ?? "";
  // What other tabs wrote without knowing of it. A change takes the place of them all.
  const others = new Set(texts.filter((each) => each && each !== text));
  const words = made("span", "", made("span", "loop-check-list__text", text));
  for (const each of others) {
    words.append(made("span", "loop-check-list__how", `Written in another tab: ${each}`));
  }
  const box = made("input", "");
  box.type = "checkbox";
  box.dataset.tick = id;
  const buttons = [button("edit", "Change", text), button("remove", "Remove", text)];
  const item = made("li", "loop-check-list__own", made("label", "", box, words));
  item.append(made("span", "loop-check-list__change", ...buttons));
  item.dataset.own = id;
  return item;
}

/**
 * Show the own items of a list after the others; one that is being changed is left alone.
 * @param {HTMLElement} root
 * @param {string} list
 */
export function showOwn(root, list) {
  const there = [...root.querySelectorAll("li")].filter((item) => item.dataset.own);
  const ids = ownItems(list);
  for (const item of there) if (!ids.includes(`${item.dataset.own}`)) item.remove();
  for (const id of ids) {
    const item = there.find((each) => each.dataset.own === id);
    if (item && "editing" in item.dataset) continue;
    const fresh = shownItem(id);
    const next = there.find((each) => each.isConnected && `${each.dataset.own}` > id);
    if (!item) root.querySelector("ul")?.insertBefore(fresh, next ?? null);
    else if (!item.isEqualNode(fresh)) item.replaceWith(fresh);
  }
}

/** @param {HTMLElement} root @param {string} id */
export function focusOwn(root, id) {
  const item = [...root.querySelectorAll("li")].find((each) => each.dataset.own === id);
  item?.querySelector("button")?.focus();
}

/**
 * Make the item a field. What is typed is kept as it is typed; Escape brings back what was.
 * @param {HTMLElement} item
 * @param {() => void} end draws it as before
 */
export function edit(item, end) {
  const id = `own/${item.dataset.own}`;
  const [before, seen] = [store.text(id), [...store.versions(id)]];
  const field = made("input", "");
  field.type = "text";
  field.value = before;
  field.ariaLabel = `Change: ${short(before)}`;
  const done = button("done", "Done");
  item.replaceChildren(made("span", "loop-check-list__editing", field, done));
  item.dataset.editing = "";
  /** @param {string} text */
  const keep = (text) => text.trim() && store.set(id, text, seen);
  const close = () => {
    delete item.dataset.editing;
    end();
  };
  field.addEventListener("input", () => keep(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") keep(before);
    else if (event.key !== "Enter") return;
    event.preventDefault();
    close();
  });
  done.addEventListener("click", close);
  field.focus();
}

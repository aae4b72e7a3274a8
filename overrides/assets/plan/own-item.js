// An item that the reader has added to a list, as it stands there: its box, its text, and how to change it.

import { store } from "../store/store.js";
import { isTicked } from "./kept.js";

/**
 * An element with a class and, at the end, children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name
 * @param {...(Node | string)} children
 */
export function made(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/**
 * A button; `of` says what it belongs to, for those who do not see where it stands.
 * @param {string} act
 * @param {string} words
 * @param {string} [of]
 */
export function button(act, words, of = "") {
  const it = made("button", "", words);
  it.type = "button";
  it.name = act;
  if (of) it.setAttribute("aria-label", `${words}: ${short(of)}`);
  return it;
}

/**
 * The beginning of a text, for where all of it would be too much.
 * @param {string} text
 */
export function short(text) {
  const signs = [...text.trim()];
  return signs.length > 60 ? `${signs.slice(0, 59).join("")}…` : signs.join("");
}

/**
 * The item as it is read and ticked.
 * @param {string} id
 */
export function shownItem(id) {
  const item = made("li", "loop-check-list__own");
  item.dataset.own = id;
  const box = made("input", "");
  box.type = "checkbox";
  box.dataset.tick = id;
  box.checked = isTicked(id);
  const text = made("span", "loop-check-list__text", store.text(`own/${id}`));
  item.append(made("label", "", box, made("span", "", text, ...others(id))));
  const of = store.text(`own/${id}`);
  item.append(
    made(
      "span",
      "loop-check-list__change",
      button("edit", "Change", of),
      button("remove", "Remove", of),
    ),
  );
  return item;
}

/**
 * What other tabs wrote without knowing of the text that counts. A change takes the place of them all.
 * @param {string} id
 */
function others(id) {
  const texts = store.versions(`own/${id}`).map((version) => String(version.value));
  const more = new Set(texts.filter((text) => text && text !== texts.at(-1)));
  return [...more].map((text) =>
    made("span", "loop-check-list__how", `Written in another tab: ${text}`),
  );
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
  field.setAttribute("aria-label", `Change: ${short(before)}`);
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
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    close();
  });
  done.addEventListener("click", close);
  field.focus();
}

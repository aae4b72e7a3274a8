// Parts of a page that the plan and its lists are drawn with. All texts are texts, never markup.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its class
 * @param {...(Node | string)} children
 */
export function made(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/**
 * A button; `of` names what it belongs to, for those who do not see where it stands.
 * @param {string} act
 * @param {string} words
 * @param {string} [of]
 */
export function button(act, words, of) {
  const it = made("button", "", words);
  it.type = "button";
  it.name = act;
  if (of) it.ariaLabel = `${words}: ${short(of)}`;
  return it;
}

/** The beginning of a text, where all of it would be too much. @param {string} text */
export function short(text) {
  const signs = [...text.trim()];
  return signs.length > 60 ? `${signs.slice(0, 59).join("")}…` : signs.join("");
}

/**
 * Draw how far one is, and say it.
 * @param {Element | null} place
 * @param {number} done
 * @param {number} all
 * @param {string} [of]
 */
export function showProgress(place, done, all, of = "") {
  place?.querySelector("rect + rect")?.setAttribute("width", `${all && (100 * done) / all}`);
  write(place, "[data-count]", `${done} of ${all} done${of}`);
}

/** @param {Element | null} part @param {string} selector @param {string} words */
export function write(part, selector, words) {
  const place = part?.querySelector(selector);
  if (place && place.textContent !== words) place.textContent = words;
}

/**
 * Say what was done, and offer to undo it until the reader's next act.
 * @param {Element} root
 * @param {string} words
 * @param {() => void} [undo]
 */
export function say(root, words, undo) {
  const place = root.querySelector("[role=status]");
  place?.replaceChildren(words);
  if (!undo) return;
  const back = button("undo", "Undo");
  back.addEventListener("click", () => {
    say(root, "");
    undo();
  });
  place?.append(" ", back);
  back.focus();
}

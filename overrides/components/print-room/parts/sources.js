// The sources of a document that is put together from several pages: numbered anew, listed once.

import { bring } from "../../../assets/fetch-parts.js";
import { made } from "./paper.js";

export class Sources {
  /** @type {Map<string, number>} by id */
  #numbers = new Map();
  #list = made("ol", "");
  /** What the marks lead to; dressed as at the end of a page. */
  block = made("div", "", this.#list);

  constructor() {
    this.#list.className = "loop-plain-list";
    this.block.className = "loop-page-sources";
  }

  get size() {
    return this.#numbers.size;
  }

  /**
   * Give the marks of a part the numbers of this document; the part.
   * @template {Element} Part
   * @param {Part} part
   * @param {Document} page that it is from
   * @param {string} address of that page
   * @returns {Part}
   */
  number(part, page, address) {
    for (const mark of part.querySelectorAll('.loop-cite a[href*="#source-"]')) {
      const id = (mark.getAttribute("href") ?? "").split("#")[1] ?? "";
      const number = this.#numbers.get(id) ?? this.#add(id, page, address);
      mark.textContent = String(number);
      mark.setAttribute("href", `#print-${id}`);
    }
    return part;
  }

  /** @param {string} id @param {Document} page @param {string} address */
  #add(id, page, address) {
    const number = this.#numbers.size + 1;
    this.#numbers.set(id, number);
    const entry = page.getElementById(id);
    const item = entry ? bring(entry, address) : document.createElement("li");
    item.id = `print-${id}`;
    const said = item.querySelector(".loop-page-sources__number");
    if (said) said.textContent = String(number);
    this.#list.append(item);
    return number;
  }
}

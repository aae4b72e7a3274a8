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
   * @param {Element} part @param {Document} page that it is from @param {string} address of that
   */
  number(part, page, address) {
    for (const mark of part.querySelectorAll('.loop-cite a[href*="#source-"]')) {
      const id = `${mark.getAttribute("href")}`.replace(/.*#/, "");
      const entry = page.getElementById(id);
      if (entry && !this.#numbers.has(id)) {
        this.#numbers.set(id, this.size + 1);
        const item = bring(entry, address);
        item.id = `print-${id}`;
        item.querySelector(".loop-page-sources__number")?.replaceChildren(`${this.size}`);
        this.#list.append(item);
      }
      mark.textContent = `${this.#numbers.get(id)}`;
      mark.setAttribute("href", `#print-${id}`);
    }
    return part;
  }
}

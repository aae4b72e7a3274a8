// <loop-my-things>: everything that a reader keeps here, each question with its marks to change in
// place; or, where its tools stand, the backup.

import { make } from "../../assets/make.js";
import { BackupPanel } from "../../assets/my/backup-panel.js";
import { sums } from "../../assets/my/counts.js";
import { all, link, marks } from "../../assets/my/names.js";
import { overview } from "../../assets/my/overview.js";
import { store } from "../../assets/store/store.js";

class MyThings extends HTMLElement {
  /** @type {BackupPanel | undefined} */
  #backup;
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();
  #summary = make("p");
  #title = make("h3", {}, "Questions");
  #questions = make("div");
  #rest = make("div");

  connectedCallback() {
    const tools = this.querySelector(".loop-my-things__tools");
    if (tools instanceof HTMLElement) {
      tools.hidden = false;
      this.#backup ??= new BackupPanel(this);
      this.#backup.connect();
    } else {
      this.append(this.#summary, this.#title, this.#questions, this.#rest);
      store.addEventListener("change", this);
      this.handleEvent();
    }
  }

  disconnectedCallback() {
    this.#backup?.disconnect();
    store.removeEventListener("change", this);
  }

  handleEvent() {
    const kept = sums();
    this.#summary.textContent = kept ? `${kept}.` : "Nothing is kept here yet.";
    this.#drawQuestions();
    this.#rest.replaceChildren(...overview());
  }

  /** Rows come and go one by one: a note may be half written in any of them. */
  #drawQuestions() {
    const marked = new Set(
      ["star", "note", "practised"].flatMap((kind) => store.ids(/** @type {"star"} */ (kind))),
    );
    for (const [id, row] of this.#rows) {
      if (marked.has(id) || row.contains(document.activeElement)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    for (const id of this.#sorted(marked)) {
      if (!this.#rows.has(id)) this.#add(id);
    }
    this.#title.hidden = this.#rows.size === 0;
  }

  /** @param {Set<string>} ids */
  #sorted(ids) {
    const ordered = [...all("question").filter((id) => ids.has(id)), ...ids];
    const starred = new Set(store.ids("star"));
    return new Set([...ordered.filter((id) => starred.has(id)), ...ordered]);
  }

  /** @param {string} id */
  #add(id) {
    const row = make("article", { className: "loop-my-things__question" });
    row.append(make("h4", {}, link("question", id)), marks(id));
    this.#rows.set(id, row);
    this.#questions.append(row);
  }
}

customElements.define("loop-my-things", MyThings);

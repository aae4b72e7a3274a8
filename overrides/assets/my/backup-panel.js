// The backup: a file with everything, handed out and brought back; and the end of all that is kept here.

import { dayInWords, today } from "../day.js";
import { hand } from "../file.js";
import { make } from "../make.js";
import { pack } from "../store/backup.js";
import { store } from "../store/store.js";
import { bringBack } from "./bring-back.js";
import { changesSince, counted, lastBackup, sums } from "./counts.js";
import { Step } from "./step.js";

export class BackupPanel {
  #root;
  #last = make("p", { className: "loop-quiet loop-small" });
  #step;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#step = new Step(() => root.querySelector("button"));
  }

  connect() {
    this.#root.append(this.#last, this.#step.element);
    this.#listen("addEventListener");
    this.#sayLast();
  }

  disconnect() {
    this.#listen("removeEventListener");
  }

  /** @param {"addEventListener" | "removeEventListener"} doing */
  #listen(doing) {
    for (const type of ["click", "change"]) this.#root[doing](type, this);
    // A file that misses its place would be opened by the browser instead of the page.
    for (const type of ["dragover", "drop"]) window[doing](type, this);
    store[doing]("change", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (event instanceof CustomEvent) this.#sayLast();
    else if (event instanceof DragEvent) this.#drop(event);
    else if (event.type === "change" && target instanceof HTMLInputElement) this.#look(target);
    else if (target instanceof HTMLElement && event.type === "click") {
      if (target.dataset.do === "save") this.#save();
      if (target.dataset.do === "delete") this.#askToDelete();
    }
  }

  #sayLast() {
    const [last, changes] = [lastBackup(), changesSince()];
    const since = changes ? `${counted(changes, "change")} since` : "no change since";
    const never = sums() ? "No backup was made here yet." : "";
    const day = dayInWords(today(new Date(last)));
    this.#last.textContent = last ? `Last backup: ${day}, ${since}.` : never;
  }

  /** The file says itself when it was made. */
  #save() {
    store.set("backup/last", JSON.stringify({ time: Date.now() }));
    hand("leadership-loop", pack(store));
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (event.type === "drop" && file) bringBack(this.#step, file);
  }

  /** @param {HTMLInputElement} input */
  async #look(input) {
    const file = input.files?.[0];
    if (!file) return;
    await bringBack(this.#step, file);
    // The same file may be chosen again.
    input.value = "";
  }

  #askToDelete() {
    const step = this.#step;
    const kept = sums();
    if (!kept) {
      step.say("Nothing to delete", "Nothing is kept here.", step.button("Close"));
      return;
    }
    step.say(
      "Delete everything here?",
      `This goes, in every tab and every edition: ${kept}. It cannot be undone.`,
      step.button("Save a backup first", () => this.#save(), true),
      step.button("Yes, delete everything", () => this.#delete()),
      step.button("Keep everything"),
    );
  }

  #delete() {
    store.clear();
    const left = sums();
    if (left) this.#step.say("Not everything is deleted", `The browser kept ${left}.`);
    else this.#step.say("Everything is deleted", "Nothing of yours is kept here any more.");
  }
}

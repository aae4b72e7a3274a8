// Boxes that stay ticked: every <input type="checkbox" data-tick="…"> in an element of this class shows
// what the store keeps, in all tabs, and keeps what the reader does.

import { isTicked, onChange, tick } from "./kept.js";

export class KeptBoxes extends HTMLElement {
  /** Ends all listening when the element leaves the page. */
  leaving = new AbortController();

  connectedCallback() {
    this.leaving.abort();
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    if (isFirstVisit()) this.keepEarlyTicks();
    this.addEventListener("change", (event) => this.keep(event), { signal });
    onChange(() => this.follow(), signal);
    this.follow();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  /** @returns {HTMLInputElement[]} */
  get boxes() {
    return [...this.querySelectorAll("input")].filter((input) => "tick" in input.dataset);
  }

  /** Show what is kept. */
  follow() {
    for (const box of this.boxes) box.checked = isTicked(`${box.dataset.tick}`);
  }

  /** @param {Event} event */
  keep(event) {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.dataset.tick) tick(box.dataset.tick, box.checked);
  }

  /** What was ticked before the script came is kept too. */
  keepEarlyTicks() {
    for (const box of this.boxes) {
      const id = `${box.dataset.tick}`;
      if (box.checked && !isTicked(id)) tick(id, true);
    }
  }
}

/** Whether the page came anew: then no box can have been restored by the browser. */
function isFirstVisit() {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type === "navigate";
}

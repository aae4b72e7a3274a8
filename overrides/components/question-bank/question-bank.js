// <loop-question-bank>: opens and closes all cards, and opens the card that the address names.

class QuestionBank extends HTMLElement {
  connectedCallback() {
    const tools = this.querySelector(".loop-question-bank__tools");
    if (tools instanceof HTMLElement) tools.hidden = false;
    this.addEventListener("click", this);
    window.addEventListener("hashchange", this);
    this.openNamed();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    window.removeEventListener("hashchange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "hashchange") {
      this.openNamed();
      return;
    }
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button) return;
    for (const depth of this.querySelectorAll("details")) depth.open = "open" in button.dataset;
  }

  /** Open the card whose question the address names. */
  openNamed() {
    const heading = document.getElementById(decodeHash(location.hash));
    if (!heading || !this.contains(heading)) return;
    const depth = heading.closest("article")?.querySelector("details");
    if (depth) depth.open = true;
  }
}

/**
 * The id that a hash names; an empty text for one that is no valid address.
 * @param {string} hash
 */
export function decodeHash(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

customElements.define("loop-question-bank", QuestionBank);

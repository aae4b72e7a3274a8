// <loop-question-bank>: opens and closes all cards, and opens the card that the address names. An
// address that was right before a question moved to another page is led on to where it stands now.

// A question's lasting address is q/<id>/, from the site's root on.
const LASTING = new URL("../../q/", import.meta.url);

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
    const named = decodeHash(location.hash);
    const heading = document.getElementById(named);
    if (!heading && /^[a-z0-9-]+$/.test(named)) this.followMoved(named);
    if (!heading || !this.contains(heading)) return;
    const depth = heading.closest("article")?.querySelector("details");
    if (depth) depth.open = true;
  }

  /** @param {string} id of no card on this page */
  async followMoved(id) {
    const answer = await fetch(new URL("ids.json", LASTING)).catch(() => null);
    const ids = answer?.ok ? await answer.json() : [];
    if (ids.includes(id) && this.isConnected) location.replace(new URL(`${id}/`, LASTING));
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

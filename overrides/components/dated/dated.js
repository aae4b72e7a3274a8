// <loop-dated><time datetime="2026-11-22"> …: adds a word when the check lies over twelve months back.

const MONTHS = 12;

/**
 * Whether a day lies more than twelve months before another.
 * @param {string} checked a day as 2026-11-22
 * @param {Date} now
 */
export function isOld(checked, now) {
  const limit = new Date(now);
  limit.setMonth(limit.getMonth() - MONTHS);
  limit.setHours(0, 0, 0, 0);
  return new Date(`${checked}T00:00:00`) < limit;
}

class Dated extends HTMLElement {
  connectedCallback() {
    const day = this.querySelector("time")?.dateTime;
    if (!day || !isOld(day, new Date()) || this.querySelector(".loop-dated__old")) return;
    const word = document.createElement("span");
    word.className = "loop-dated__old";
    word.textContent = " (over a year ago: ask whether it still holds)";
    this.append(word);
  }
}

customElements.define("loop-dated", Dated);

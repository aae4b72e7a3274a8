// <loop-interview-plan>: real dates for the phases, what comes now, and what to drop when time is short.

import { adviceFor, away, hoursOf } from "../../assets/plan/advice.js";
import { dayOf, inWords, today, written } from "../../assets/plan/days.js";
import { isTicked, onChange, shownRole } from "../../assets/plan/kept.js";
import { write } from "../../assets/plan/parts.js";
import { saveCalendar } from "../../assets/plan/plan-file.js";
import { drawHours, drawNow, drawPhases, shown } from "../../assets/plan/plan-view.js";
import { phases, reckon } from "../../assets/plan/schedule.js";
import { store } from "../../assets/store/store.js";

class InterviewPlan extends HTMLElement {
  leaving = new AbortController();
  /** @type {import("../../assets/plan/schedule.js").Plan} */
  plan = { phases: [], cuts: [], paces: [], spare: 0 };
  /** Gives the calendar file of what is shown. */
  save = () => {};

  connectedCallback() {
    this.leaving.abort();
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.plan = JSON.parse(`${this.dataset.plan}`);
    for (const each of this.querySelectorAll("template")) each.replaceWith(each.content);
    const form = this.querySelector("form");
    form?.addEventListener("input", (event) => this.take(event), { signal });
    form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
    form?.addEventListener("focusout", (event) => this.leave(event), { signal });
    this.querySelector("button")?.addEventListener("click", () => this.save(), { signal });
    onChange(() => this.draw(), signal);
    for (const each of this.querySelectorAll("form, .loop-progress"))
      each.removeAttribute("hidden");
    this.draw();
  }

  disconnectedCallback() {
    this.leaving.abort();
  }

  /** Keep what is typed as soon as it makes sense. @param {Event} event */
  take({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "date") this.takeDate(target);
    else this.takeHours(target);
  }

  /** @param {string} text */
  hours(text) {
    return hoursOf(text, Math.max(...this.plan.paces));
  }

  /** @param {HTMLInputElement} field */
  takeHours(field) {
    const { hours, word } = this.hours(field.value);
    this.say(field, word, hours === undefined);
    if (hours || !field.value.trim()) store.set("plan/hours", hours ? `${hours}` : "");
  }

  /** @param {HTMLInputElement} field */
  takeDate(field) {
    const half = field.validity.badInput ? "Write day, month and year." : undefined;
    const day = field.value.trim() ? dayOf(field.value) : half;
    this.say(field, typeof day === "string" ? day : "", true);
    if (typeof day !== "string") store.set("plan/date", day === undefined ? "" : written(day));
  }

  /** A date of which a part is missing is told when the reader goes on. @param {Event} event */
  leave({ target }) {
    if (target instanceof HTMLInputElement && target.validity.badInput) this.takeDate(target);
    this.draw();
  }

  /** A word beside a field. @param {HTMLElement} field @param {string} word @param {boolean} isWrong */
  say(field, word, isWrong) {
    write(this, `#${field.id}-said`, word);
    if (word && isWrong) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  /** Show in the fields what is kept, but for one that the reader is at. */
  fill() {
    for (const field of this.querySelectorAll("input")) {
      const kept = store.text(`plan/${field.name}`);
      const isLeft = field === document.activeElement || field.hasAttribute("aria-invalid");
      if (!isLeft && field.value !== kept) field.value = kept;
    }
  }

  draw() {
    this.fill();
    const [now, kept] = [today(), store.text("plan/date")];
    const items = this.plan.phases.flatMap((phase) => phase.items);
    const role = shownRole(items.flatMap((item) => item.roles));
    const found = kept ? dayOf(kept) : undefined;
    const day = typeof found === "number" ? found : undefined;
    const days = day === undefined ? undefined : day - now;
    const whole = 7 * Math.max(...this.plan.phases.map(({ weeks }) => weeks));
    const advice = adviceFor(days, whole);
    for (const part of this.querySelectorAll("[data-when]")) {
      part.toggleAttribute("hidden", part.getAttribute("data-when") !== advice);
    }
    const words = day === undefined ? "" : `Your interview: ${inWords(day)}, ${away(day - now)}.`;
    write(this, "[role=status]", words);
    const { hours } = this.hours(store.text("plan/hours"));
    const sums =
      hours && days !== undefined && days > 0
        ? reckon(this.plan, { days, hours, role, done: isTicked })
        : undefined;
    const chosen = sums?.chosen ?? new Map();
    const dated = phases(this.plan, day ?? now, now);
    drawPhases(this, dated, { day, today: now, role });
    drawNow(this, day === undefined ? [] : dated, { role, chosen });
    drawHours(this, sums, { role, isEarly: days !== undefined && days > whole });
    shown(this, "take", day !== undefined);
    this.save = () => saveCalendar(dated, { role, chosen });
  }
}

customElements.define("loop-interview-plan", InterviewPlan);

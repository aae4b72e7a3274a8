// What the reader chose, as the form has it and as the address says it.

const MOST = 3000;

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLInputElement[]} */
export function inputs(form, name) {
  return [...form.querySelectorAll("input")].filter((each) => each.name === name);
}

/**
 * Choose; whether there is such a choice.
 * @param {HTMLFormElement} form @param {string} name @param {string} value
 */
export function check(form, name, value) {
  const input = inputs(form, name).find((each) => each.value === value || each.type === "number");
  const sound = input?.type !== "number" || /^[1-9]$|^1\d$|^20$/.test(value);
  if (!input || !sound) return false;
  input.value = value;
  input.checked = true;
  return true;
}

/**
 * Set the form to what an address asks for; how much of that is not to be had here.
 * @param {HTMLFormElement} form @param {string} search
 */
export function read(form, search) {
  const known = inputs(form, "section").flatMap((each) => `${each.dataset.ids}`.split(" "));
  /** @type {Set<string>} */
  const asked = new Set();
  let ignored = 0;
  for (const [name, value] of [...new URLSearchParams(search)].slice(0, MOST)) {
    if (name === "question") for (const id of value.split(/[\s,]+/, MOST)) asked.add(id);
    else if (inputs(form, name).length > 0 && !check(form, name, value)) ignored += 1;
  }
  asked.delete("");
  const [link] = inputs(form, "question");
  const found = known.filter((id) => asked.has(id));
  if (link) {
    link.value = found.join(" ");
    link.checked = found.length > 0;
    link.closest("label")?.toggleAttribute("hidden", found.length === 0);
  }
  return ignored + asked.size - found.length;
}

/**
 * The address's part for what is chosen; empty where that is nothing.
 * @param {HTMLFormElement} form
 */
export function written(form) {
  const said = new URLSearchParams();
  for (const input of form.querySelectorAll("input")) {
    const cards = input.type !== "number" || said.getAll("part").includes("story-card");
    if (cards && (input.checked || input.type === "number")) said.append(input.name, input.value);
  }
  const any = ["part", "section", "starred", "question"].some((name) => said.has(name));
  return any ? `?${said}` : "";
}
